"""Reading event streams of a real server, with clients that are not ours."""

import contextlib
import json
import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
from httpx_sse import EventSource, ServerSentEvent

from support.process import ServerProcess, running_server

COMMAND = (sys.executable, "-P", str(Path(__file__).with_name("task_server.py")))
QUICK = {"PORT": "0", "DRAIN_SECONDS": "0", "GRACEFUL_SHUTDOWN_SECONDS": "10"}


@contextlib.contextmanager
def task_server(**env: str) -> Iterator[ServerProcess]:
    """A server with the operations and task kinds of ``task_server.py``."""
    given = {"DATABASE_URL": "sqlite:///parts.sqlite3", **QUICK, **env}
    with running_server(given, (), command=COMMAND) as server:
        yield server


@contextlib.contextmanager
def listening(
    server: ServerProcess, path: str, headers: Mapping[str, str] | None = None, within: float = 10
) -> Iterator[Iterator[ServerSentEvent]]:
    """The events of a stream, as httpx-sse reads them; each has to come ``within`` seconds."""
    url = server.url + path
    with httpx.stream("GET", url, headers=dict(headers or {}), timeout=within, trust_env=False) as response:
        assert response.status_code == 200, response.read()
        yield EventSource(response).iter_sse()


def until(events: Iterator[ServerSentEvent], name: str) -> list[ServerSentEvent]:
    """Events up to and including the first of this name. Raises AssertionError when the stream ends before."""
    seen = []
    for event in events:
        seen.append(event)
        if event.event == name:
            return seen
    raise AssertionError(f"the stream ended without {name}: {[one.event for one in seen]}")


def told(event: ServerSentEvent) -> tuple[str, dict[str, Any]]:
    """Name and data without the correlation id."""
    data = json.loads(event.data)
    del data["correlation_id"]
    return event.event, data


def connected(server: ServerProcess, receive_bytes: int | None = None) -> socket.socket:
    """A connection that waits 20 s for each piece; ``receive_bytes`` is how much the system may hold back for it."""
    place = urlsplit(server.url)
    opened = socket.socket()
    if receive_bytes is not None:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_bytes)
    opened.settimeout(20)
    opened.connect((place.hostname, place.port))
    return opened


def start(server: ServerProcess, kind: str, gate: str = "gate", **headers: str) -> str:
    """Start a task; its id."""
    answer = post(server, "/test/tasks", {"kind": kind, "gate": gate}, headers)
    task_id: str = answer.json()["id"]
    return task_id


def post(
    server: ServerProcess, path: str, body: Any = None, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    return httpx.post(server.url + path, json=body, headers=dict(headers or {}), timeout=15, trust_env=False)


def get(server: ServerProcess, path: str) -> httpx.Response:
    return httpx.get(server.url + path, timeout=15, trust_env=False)


def state(server: ServerProcess) -> dict[str, Any]:
    found: dict[str, Any] = get(server, "/test/state").json()
    return found
