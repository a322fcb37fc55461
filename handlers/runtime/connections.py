"""One connection, as waitress keeps it: what comes in, what goes out, and when the main thread has to know.

The main thread reads and closes; one worker at a time serves and writes.
"""

from __future__ import annotations

import contextlib
import logging
import socket
from collections.abc import Callable, Iterator
from typing import Any

import orjson
from waitress.channel import HTTPChannel
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask, WSGITask

from handlers.runtime import correlation, errors, sse
from services.kernel.correlation import NO_TRACE, enter_trace
from services.kernel.errors import ErrorCode
from services.kernel.ids import Ids

STREAM_SOCKET_BYTES = 65_536
"""What the system may hold back for one reader of a stream; Linux takes it twice."""

JOINED_BYTES = 65_536
"""Up to which length the first piece of a body is sent together with the head."""

logger = logging.getLogger("partsbench.server")

_CODE_OF_WIRE_ERROR = {
    413: ErrorCode.PAYLOAD_TOO_LARGE,
    431: ErrorCode.HEADERS_TOO_LARGE,
    500: ErrorCode.INTERNAL,
}


class ProblemTask(ErrorTask):  # type: ignore[misc]  # Waitress ships no types.
    """What waitress itself refuses, before the application sees it, is a problem too."""

    def execute(self) -> None:
        wire_error = self.request.error
        code = _CODE_OF_WIRE_ERROR.get(wire_error.code, ErrorCode.BAD_REQUEST)
        proposed = self.request.headers.get("X_REQUEST_ID", "")
        correlation_id = correlation.acceptable(proposed) or Ids().uuid()
        document = errors.problem_document(code, str(wire_error.body), correlation_id)
        logger.warning("refused on the wire: %s", wire_error.body, extra={"correlation_id": correlation_id})
        body = orjson.dumps(document)
        self.status = f"{document['status']} {document['title']}"
        self.response_headers.append(("Content-Type", errors.MEDIA_TYPE))
        self.response_headers.append((correlation.HEADER, correlation_id))
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class RequestTask(WSGITask):  # type: ignore[misc]  # Waitress ships no types.
    """One request: keeps the connection where waitress would close it, and its marks until waitress is done with it."""

    def service(self) -> None:
        # What waitress logs about a reader that is gone or a body that failed, it logs after this has raised.
        enter_trace(NO_TRACE)
        try:
            super().service()
        except BaseException:
            enter_trace((self.environ or {}).get(correlation.TRACE_KEY, NO_TRACE))
            raise

    def set_close_on_finish(self) -> None:
        # Waitress closes the connection after an answer without a body, such as each 204; HTTP/1.1 has no need to.
        wants_close = self.request.headers.get("CONNECTION", "").lower() == "close"
        if self.wrote_header or self.has_body or self.version != "1.1" or wants_close:
            super().set_close_on_finish()

    def write(self, data: bytes) -> None:
        # Each send lets go of the interpreter, and has to wait for it again when other requests are at work.
        if self.wrote_header or not 0 < len(data) <= JOINED_BYTES:
            super().write(data)
            return
        with self.channel.in_one_send():
            super().write(data)

    def get_environment(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environment()
        environ[sse.CONNECTION_KEY] = self.channel
        return environ


class Waking:
    """The server as one connection sees it: the main thread is woken only for what it would otherwise miss.

    Waitress wakes it after every request, and it then looks at every connection before it sleeps again.
    """

    def __init__(self, server: Any, channel: Channel) -> None:
        self._server = server
        self._channel = channel

    def __getattr__(self, name: str) -> Any:
        return getattr(self._server, name)

    def pull_trigger(self) -> None:
        if not self._channel.looked_after():
            self._server.pull_trigger()


class Channel(HTTPChannel):  # type: ignore[misc]  # Waitress ships no types.
    """A connection whose refusals are problems, and which tells a stream that its reader is gone.

    The main thread calls ``readable``, ``handle_read`` and ``handle_close``, a worker the rest.
    """

    task_class = RequestTask
    error_task_class = ProblemTask

    def __init__(self, server: Any, *arguments: Any, **options: Any) -> None:
        self._on_lost: Callable[[], None] | None = None
        self._held: list[bytes] | None = None
        self._watched = False
        super().__init__(server, *arguments, **options)
        self.server = Waking(server, self)

    def readable(self) -> bool:
        # First False: a worker who changes what is asked for here, while it is asked, has to see that and wake us.
        self._watched = False
        self._watched = bool(super().readable())
        return self._watched

    def looked_after(self) -> bool:
        """Whether the main thread is waiting for what comes next, and has nothing else to do for this connection."""
        return self._watched and not self.writable()

    @contextlib.contextmanager
    def in_one_send(self) -> Iterator[None]:
        """Send what is written in the block at its end, in one piece."""
        held = self._held = []
        try:
            yield
        finally:
            self._held = None
        self.write_soon(b"".join(held))

    def write_soon(self, data: Any) -> int:
        if self._held is None:
            return int(super().write_soon(data))
        self._held.append(data)
        return len(data)

    def prepare_for_stream(self, on_lost: Callable[[], None]) -> None:
        """Keep the socket's buffer small, so that a slow reader is noticed, and say when the reader is gone."""
        self._on_lost = on_lost
        with contextlib.suppress(OSError):
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, STREAM_SOCKET_BYTES)
        if self.lost():
            on_lost()

    def lost(self) -> bool:
        """Whether the reader is gone."""
        return not self.connected

    def unsent_bytes(self) -> int:
        """How much is waiting for the reader in this process."""
        return int(self.total_outbufs_len)

    def handle_read(self) -> None:
        super().handle_read()
        self._tell_when_lost()

    def handle_close(self) -> None:
        super().handle_close()
        self._tell_when_lost()

    def _tell_when_lost(self) -> None:
        if self._on_lost is not None and not self.connected:
            tell, self._on_lost = self._on_lost, None
            tell()


def accept_waiting(listening: TcpWSGIServer) -> None:
    """Accept everybody who waits, as far as the limit of connections allows.

    Waitress accepts one each time it has looked at every connection, so the last of a crowd would wait for seconds.
    """
    before = -1
    while before < len(listening.active_channels) and len(listening._map) < listening.adj.connection_limit:
        before = len(listening.active_channels)
        TcpWSGIServer.handle_accept(listening)
