"""Versions that a test announces: to everybody who follows, or to one stream, also before it is there."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from typing import Any

import orjson

from services.kernel.events import Event, EventHub, Subscription
from services.versions import EVENT, TOPIC

MAX_WAITING = 200
"""For how many streams that are not there yet a sandbox remembers announcements."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """What became of an announcement."""

    request_id: str | None
    delivered: bool
    status: str


class Deployments:
    """The announcements of one sandbox. Its lock makes looking for a stream and queueing one step."""

    def __init__(self, hub: EventHub) -> None:
        self._hub = hub
        self._guard = threading.Lock()
        self._waiting: OrderedDict[str, list[dict[str, Any]]] = OrderedDict()

    def announce(self, data: dict[str, Any], request_id: str | None) -> Announcement:
        """Tell every version stream, or the one with that correlation id, now or when it comes."""
        with self._guard:
            if request_id is None:
                delivered = bool(self._hub.subscriptions(TOPIC))
                self._hub.publish(TOPIC, EVENT, data, retain=True)
                return Announcement(None, delivered, "delivered" if delivered else "queued")
            streams = self._streams(request_id)
            for one in streams:
                _offer(one, data)
            if not streams:
                self._waiting.setdefault(request_id, []).append(data)
                while len(self._waiting) > MAX_WAITING:
                    self._waiting.popitem(last=False)
            return Announcement(request_id, bool(streams), "delivered" if streams else "queued")

    def deliver(self, request_id: str) -> None:
        """A version stream with that correlation id is there: tell it what waits for it, once."""
        with self._guard:
            streams = self._streams(request_id)
            waiting = self._waiting.pop(request_id, []) if streams else []
        for data in waiting:
            _offer(streams[-1], data)

    def forget(self) -> None:
        """Deliver nothing that still waits."""
        with self._guard:
            self._waiting.clear()

    def _streams(self, request_id: str) -> list[Subscription]:
        return [one for one in self._hub.subscriptions(TOPIC) if one.label == request_id and one.closed_because is None]


def _offer(stream: Subscription, data: dict[str, Any]) -> None:
    # It carries the id at which the stream began: a client that comes back misses no announcement made to all.
    stream.offer(Event(0, stream.position, EVENT, orjson.dumps(data)))
