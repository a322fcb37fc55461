"""Server-sent events (WHATWG HTML, section 9.2): the one core under every stream.

A stream is written by the worker thread that took its request; nobody else touches it but through its subscription.
It never blocks on its reader: what the reader does not take stays in the subscription's bounded queue.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Collection, Generator, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol

import flask
import orjson
from flask_log_request_id import current_request_id

from handlers.runtime import context
from handlers.runtime.streams import Streams
from services.kernel.clock import monotonic
from services.kernel.correlation import current_trace, tracing
from services.kernel.events import Dropped, Event, EventHub, Subscription

MEDIA_TYPE = "text/event-stream"
CONNECTION_KEY = "partsbench.connection"
RETRY_MILLISECONDS = 2_000

QUEUE_BYTES = 512 * 1024
UNSENT_BYTES = 64 * 1024
"""How much may lie in the server's output buffer before the stream waits for its reader. Queue, output buffer, one
chunk and the socket's own buffer together stay below 1 MiB for each reader."""

CHUNK_BYTES = 32 * 1024
LOOK_SECONDS = 0.25
"""How often a stream looks whether its reader has taken something; only while it waits for that."""

SHUTDOWN_PATIENCE_SECONDS = 1.0

COMPLETED = "completed"
IDLE = "idle"
LAGGING = "lagging"
SERVER_SHUTDOWN = "server_shutdown"

Render = Callable[[Event], Mapping[str, Any] | None]
"""The data of an event as the document has it; None leaves the event out."""

Renders = Mapping[str, Render]
"""By the name of the event; events without a render are sent as they were published."""


class Connection(Protocol):
    """What a stream has to know of the connection it is written to."""

    def prepare_for_stream(self, on_lost: Callable[[], None]) -> None:
        """Keep the socket's buffer small, and call ``on_lost`` as soon as the reader is gone."""
        ...

    def lost(self) -> bool:
        """Whether the reader is gone."""
        ...

    def unsent_bytes(self) -> int:
        """How much the server holds because the reader has not taken it."""
        ...


class UnknownConnection:
    """Where the server says nothing about its connections, such as in Flask's test client."""

    def prepare_for_stream(self, on_lost: Callable[[], None]) -> None:
        pass

    def lost(self) -> bool:
        return False

    def unsent_bytes(self) -> int:
        return 0


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds after which a stream does something by itself."""

    heartbeat: float
    idle: float
    lagging: float


class EventStream:
    """The body of one stream, as WSGI iterates it. ``close`` may come at any moment, also before the first chunk."""

    def __init__(
        self,
        subscription: Subscription,
        streams: Streams,
        connection: Connection,
        timing: Timing,
        correlation_id: str,
        renders: Renders,
        ends_with: Collection[str],
    ) -> None:
        self._subscription = subscription
        self._streams = streams
        self._connection = connection
        self._timing = timing
        self._renders = renders
        self._ends_with = ends_with
        self._marks: dict[str, Any] = {"correlation_id": correlation_id}
        self._tail = b'"correlation_id":' + orjson.dumps(correlation_id) + b"}"
        self._trace = current_trace()
        self._chunks = self._write()
        # A response that nobody iterates and nobody closes must not keep its place for ever.
        self._unless_closed = weakref.finalize(self, streams.abandon, subscription)
        self._unless_closed.atexit = False

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        with tracing(self._trace):
            return next(self._chunks)

    def close(self) -> None:
        self._unless_closed.detach()
        self._chunks.close()
        self._streams.leave(self._subscription)

    def _write(self) -> Generator[bytes, None, None]:
        self._connection.prepare_for_stream(partial(self._streams.lose, self._subscription))
        yield self._opening()
        reason = yield from self._until_the_end()
        if reason is not None:
            yield self._own("connection_close", {"reason": reason})

    def _opening(self) -> bytes:
        gap = self._subscription.gap
        retry = b"retry: %d\n" % RETRY_MILLISECONDS
        opening = retry + self._own("connection_open", {}, self._subscription.position)
        return opening if gap is None else opening + self._own("gap", {"missed": gap.missed})

    def _until_the_end(self) -> Generator[bytes, None, str | None]:
        """Write events and heartbeats; the reason for the end, None when the reader is gone."""
        spoke_at = happened_at = monotonic()
        while not self._connection.lost():
            if self._connection.unsent_bytes() > UNSENT_BYTES and not self._reader_catches_up():
                return None if self._connection.lost() else LAGGING
            now = monotonic()
            due = min(spoke_at + self._timing.heartbeat, happened_at + self._timing.idle)
            chunk, ended = self._next_chunk(max(0.0, due - now))
            now = monotonic()
            if chunk:
                spoke_at = happened_at = now
                yield chunk
            if ended:
                return COMPLETED
            if not chunk:
                if self._subscription.closed_because is not None:
                    return self._subscription.closed_because
                if now >= happened_at + self._timing.idle:
                    return IDLE
                if now >= spoke_at + self._timing.heartbeat:
                    spoke_at = now
                    yield self._own("heartbeat", {})
        return None

    def _next_chunk(self, timeout: float) -> tuple[bytes, bool]:
        """What waits, as far as it fits one chunk, and whether the last event of the stream is in it."""
        parts: list[bytes] = []
        size = 0
        while size < CHUNK_BYTES:
            event = self._subscription.next(0 if parts else timeout)
            if event is None:
                break
            part = self._encode(event)
            if part:
                parts.append(part)
                size += len(part)
            if isinstance(event, Event) and event.name in self._ends_with:
                return b"".join(parts), True
            timeout = 0
        return b"".join(parts), False

    def _reader_catches_up(self) -> bool:
        """Wait until the reader has taken something of what lies in the output buffer; False when it takes nothing."""
        least, since = self._connection.unsent_bytes(), monotonic()
        while (unsent := self._connection.unsent_bytes()) > UNSENT_BYTES:
            if unsent < least:
                least, since = unsent, monotonic()
            closing = self._subscription.closed_because is not None
            patience = min(self._timing.lagging, SHUTDOWN_PATIENCE_SECONDS) if closing else self._timing.lagging
            if self._connection.lost() or monotonic() - since > patience:
                return False
            self._subscription.wait(LOOK_SECONDS)
        return True

    def _encode(self, event: Event | Dropped) -> bytes:
        if isinstance(event, Dropped):
            return self._own("dropped", {"count": event.count})
        render = self._renders.get(event.name)
        if render is None:
            head = event.encoded[:-1]
            data = head + (b"," if len(head) > 1 else b"") + self._tail
        else:
            rendered = render(event)
            if rendered is None:
                return b""
            data = orjson.dumps({**self._marks, **rendered})
        return _event(event.name, data, event.id)

    def _own(self, name: str, data: Mapping[str, Any], event_id: str | None = None) -> bytes:
        return _event(name, orjson.dumps({**data, **self._marks}), event_id)


def _event(name: str, data: bytes, event_id: str | None) -> bytes:
    head = b"" if event_id is None else b"id: " + event_id.encode() + b"\n"
    return head + b"event: " + name.encode() + b"\ndata: " + data + b"\n\n"


def stream(
    topic: str,
    resume: Mapping[str, Any],
    *,
    renders: Renders | None = None,
    ends_with: Collection[str] = (),
    hub: EventHub | None = None,
) -> flask.Response:
    """The answer that streams a topic, by default of the request's world, until one of the events in ``ends_with``.

    ``resume`` are the parameters that every stream has: ``last_event_id``, and ``request_id``, which the correlation
    id was made of already. Raises RequestRefused (STREAM_LIMIT).
    """
    runtime = context.runtime()
    source = hub or context.current_world().events
    # A browser repeats the query of its first request for ever, so the header counts more.
    last_event_id = flask.request.headers.get("Last-Event-ID") or resume.get("last_event_id")
    subscription = runtime.streams.enter(
        lambda: source.subscribe(topic, last_event_id, max_bytes=QUEUE_BYTES, label=current_request_id())
    )
    settings = runtime.settings
    body = EventStream(
        subscription,
        runtime.streams,
        flask.request.environ.get(CONNECTION_KEY) or UnknownConnection(),
        Timing(settings.sse_heartbeat_seconds, settings.sse_idle_seconds, settings.sse_lagging_seconds),
        current_request_id(),
        renders or {},
        ends_with,
    )
    headers = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
    return flask.Response(body, headers=headers, content_type=MEDIA_TYPE, direct_passthrough=True)
