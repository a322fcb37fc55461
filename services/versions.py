"""Versions: what runs here, and which frontend is deployed, told to everybody who follows."""

from __future__ import annotations

import http.client
import logging
import threading
import urllib.request
from typing import Any

import orjson

from services.kernel.world import World

TOPIC = "version"
EVENT = "version"
FETCH_SECONDS = 2.0
MAX_FETCHED_BYTES = 65_536
TEXT_LENGTH = 100
CHANGELOG_LENGTH = 4_000

logger = logging.getLogger("partsbench.versions")


class VersionFeed:
    """Tells versions on a topic of a world. The lock makes a comparison and what follows from it one step."""

    def __init__(self, service_version: str, *, waits_for_frontend: bool = False) -> None:
        self._service = service_version
        self._waits_for_frontend = waits_for_frontend
        self._telling = threading.Lock()

    def tell(self, world: World, frontend: str | None, changelog: str | None = None) -> bool:
        """Publish the versions; False when they are what was last told."""
        data: dict[str, Any] = {"service": self._service, "frontend": frontend}
        if changelog is not None:
            data["changelog"] = changelog
        with self._telling:
            last = world.events.retained(TOPIC, EVENT)
            if last is not None and last.data == data:
                return False
            world.events.publish(TOPIC, EVENT, data, retain=True)
            return True

    def tell_first(self, world: World) -> None:
        """Publish the version of the service when nothing was told yet, so that a newcomer hears at once.

        A feed that waits for the frontend says nothing before its version is known.
        """
        if self._waits_for_frontend:
            return
        with self._telling:
            if world.events.retained(TOPIC, EVENT) is None:
                data = {"service": self._service, "frontend": None}
                world.events.publish(TOPIC, EVENT, data, retain=True)


class FrontendWatch:
    """One thread that asks for the deployed frontend's version again and again, and tells when it changed.

    The address answers with JSON that has ``version`` and perhaps ``changelog``, or with the version as plain text.
    """

    def __init__(self, feed: VersionFeed, world: World, url: str, every: float) -> None:
        self._feed = feed
        self._world = world
        self._url = url
        self._every = every
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="frontend-version", daemon=True)
        self._failing = False

    def start(self) -> None:
        """Begin to ask."""
        self._thread.start()

    def stop(self) -> None:
        """End the thread; a question that is under way takes its time-out at most."""
        self._stopping.set()
        self._thread.join(2 * FETCH_SECONDS)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._look()
            self._stopping.wait(self._every)

    def _look(self) -> None:
        try:
            version, changelog = fetch(self._url)
        except (OSError, ValueError, http.client.HTTPException) as error:
            if not self._failing:
                logger.warning("the frontend's version cannot be read from %s: %s", self._url, error)
            self._failing = True
            return
        self._failing = False
        self._feed.tell(self._world, version, changelog)


def fetch(url: str) -> tuple[str, str | None]:
    """The version and changelog that the address answers. Raises OSError, ValueError, http.client.HTTPException."""
    request = urllib.request.Request(url, headers={"Accept": "application/json, text/plain"})
    with urllib.request.urlopen(request, timeout=FETCH_SECONDS) as response:
        text = response.read(MAX_FETCHED_BYTES).decode("utf-8").strip()
    try:
        value = orjson.loads(text)
    except orjson.JSONDecodeError:
        value = text
    if not isinstance(value, dict):
        value = {"version": text.strip('"')}
    version, changelog = value.get("version"), value.get("changelog")
    if not isinstance(version, str) or not version.strip():
        raise ValueError("the answer names no version")
    return version.strip()[:TEXT_LENGTH], changelog[:CHANGELOG_LENGTH] if isinstance(changelog, str) else None
