"""Every stream of the document, read over a socket: each event fits the component that is declared for its name.

Each stream has a story in which every event happens that it declares: its own, a silence, a client that comes back
to what is lost, one that reads too slowly, and the end.
"""

import contextlib
import socket
import time
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import httpx
import pytest
from httpx_sse import EventSource, ServerSentEvent
from openapi_schema_validator import OAS30Validator, oas30_format_checker

from clients import Api
from support.process import ServerProcess
from support.testmode import sandboxed
from support.wanted import DOCUMENT, wanted

SCHEMAS = DOCUMENT["components"]["schemas"]
SMALL_BUFFER = 16_384
WITHIN_SECONDS = 30.0
WIDE = "\N{ELECTRIC LIGHT BULB}"
"""Four bytes that count as one character."""

Node = dict[str, Any]
Events = Iterator[ServerSentEvent]


def declared_events(operation: Node) -> dict[str, Node]:
    """The component of each event that a stream declares, by the event's name."""
    whole = _followed(operation["responses"]["200"]["content"]["text/event-stream"]["schema"])
    return {schema["x-event"]: schema for schema in map(_followed, whole["anyOf"])}


def _followed(schema: Node) -> Node:
    while "$ref" in schema:
        schema = SCHEMAS[schema["$ref"].rsplit("/", 1)[1]]
    return schema


STREAMS = {
    request.operation_id: declared_events(dict(request.spec))
    for request in wanted()
    if "text/event-stream" in request.spec["responses"].get("200", {}).get("content", {})
}

NEVER_SEEN: dict[tuple[str, str], str] = {}
"""Events, by stream and name, that no story brings about, and why."""


class Reader:
    """Opens streams, and keeps the events that it was given."""

    def __init__(self, server: ServerProcess, api: Api) -> None:
        self.api = api
        self.seen: list[ServerSentEvent] = []
        transport = httpx.HTTPTransport(socket_options=[(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)])
        self.slow = Api.over_socket(server.url, headers=api.http.headers, timeout=30, transport=transport)

    @contextlib.contextmanager
    def reading(self, path: str, *, slowly: bool = False, **options: Any) -> Iterator[Events]:
        client = self.slow if slowly else self.api
        with client.http.stream("GET", path, **options) as response:
            assert response.status_code == 200, response.read()
            yield self._kept(EventSource(response).iter_sse())

    def _kept(self, events: Iterable[ServerSentEvent]) -> Events:
        for event in events:
            self.seen.append(event)
            yield event

    def open_again_after_a_loss(self, path: str) -> None:
        """Come back with the id of an event that nobody remembers."""
        with self.reading(path, headers={"Last-Event-ID": "long-ago-1"}) as events:
            until(events, "gap")


def until(events: Events, name: str) -> None:
    """Read up to the first event of this name. Heartbeats come for ever, so there is a deadline as well."""
    deadline = time.monotonic() + WITHIN_SECONDS
    names = []
    for event in events:
        names.append(event.event)
        if event.event == name:
            return
        assert time.monotonic() < deadline, f"{name} did not come: {names}"
    raise AssertionError(f"the stream ended without {name}: {names}")


def started(api: Api, **script: Any) -> str:
    answer = api.post("/testing/tasks", {"wait_for_event": True, **script})
    assert answer.status_code == 202, answer.text
    task_id: str = answer.json()["id"]
    return task_id


def tell(api: Api, task_id: str, event: str, **command: Any) -> None:
    answer = api.post(f"/testing/tasks/{task_id}/events", {"event": event, **command})
    assert answer.status_code == 204, answer.text


def a_task_is_followed(reader: Reader) -> None:
    api = reader.api
    lucky, unlucky = started(api), started(api)
    with reader.reading(f"/tasks/{lucky}/stream") as events:
        until(events, "task_started")
        until(events, "heartbeat")
        tell(api, lucky, "progress_update", message="Nearly there", value=0.9)
        until(events, "progress_update")
        tell(api, lucky, "task_completed", result={"created": 3})
        until(events, "connection_close")
    reader.open_again_after_a_loss(f"/tasks/{unlucky}/stream")
    with reader.reading(f"/tasks/{unlucky}/stream", slowly=True) as events:
        until(events, "connection_open")
        for _ in range(800):
            tell(api, unlucky, "progress_update", message=WIDE * 500)
        tell(api, unlucky, "task_failed", failure={"code": "CONSTRAINT_VIOLATION", "detail": "Somebody was faster"})
        until(events, "dropped")
        until(events, "task_failed")


def versions_are_followed(reader: Reader) -> None:
    api, path = reader.api, "/utils/version/stream"

    def announce(changelog: str) -> None:
        assert api.post("/testing/deployments/version", {"version": "2.5.0", "changelog": changelog}).status_code == 202

    with reader.reading(path) as events:
        until(events, "heartbeat")
        announce("Faster search")
        until(events, "version")
    reader.open_again_after_a_loss(path)
    with reader.reading(path, slowly=True) as events:
        until(events, "connection_open")
        for _ in range(100):
            announce(WIDE * 4000)
        until(events, "dropped")
        the_sandbox_ends(api)
        until(events, "connection_close")


def the_log_is_followed(reader: Reader) -> None:
    api, path = reader.api, "/testing/logs/stream"
    with reader.reading(path) as events:
        until(events, "heartbeat")
        api.get("/types")
        until(events, "log")
    reader.open_again_after_a_loss(path)
    with reader.reading(path, slowly=True) as events:
        until(events, "connection_open")
        for _ in range(150):
            api.get(f"/nothing/{WIDE * 3000}")
        until(events, "dropped")
        the_sandbox_ends(api)
        until(events, "connection_close")


def the_sandbox_ends(api: Api) -> None:
    assert api.delete(f"/testing/sandboxes/{api.http.headers['X-Test-Sandbox']}").status_code == 204


STORIES: dict[str, Callable[[Reader], None]] = {
    "stream_task": a_task_is_followed,
    "stream_versions": versions_are_followed,
    "stream_logs": the_log_is_followed,
}


def test_every_stream_has_a_story_and_its_name_says_that_it_is_one() -> None:
    assert STREAMS.keys() == STORIES.keys()
    assert {request.operation_id for request in wanted() if request.is_stream} == STORIES.keys()


@pytest.mark.parametrize("operation_id", STORIES)
def test_events_are_what_the_document_declares(server: ServerProcess, operation_id: str) -> None:
    declared = STREAMS[operation_id]
    with sandboxed(server) as api:
        reader = Reader(server, api)
        STORIES[operation_id](reader)
        reader.slow.close()
    for event in reader.seen:
        assert event.event in declared, event
        schema = {**declared[event.event], "components": DOCUMENT["components"]}
        faults = OAS30Validator(schema, format_checker=oas30_format_checker).iter_errors(event.json())
        assert [fault.message for fault in faults] == [], event
    never = {name for stream, name in NEVER_SEEN if stream == operation_id}
    assert {event.event for event in reader.seen} == declared.keys() - never
