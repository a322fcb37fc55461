"""Waitress, the signals, and an end that drops nothing.

The main thread owns the sockets and runs waitress's loop. The worker threads own one request each; a stream takes a
worker for as long as it lasts, so the pool grows by one for each open stream and ordinary requests keep theirs.
"""

from __future__ import annotations

import contextlib
import logging
import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import flask
import orjson
from waitress import create_server, wasyncore
from waitress.channel import HTTPChannel
from waitress.task import ErrorTask, ThreadedTaskDispatcher, WSGITask

from handlers.runtime import correlation, errors, sse
from handlers.runtime.context import EXTENSION, Runtime
from services.kernel.clock import monotonic
from services.kernel.correlation import NO_TRACE, enter_trace
from services.kernel.errors import ErrorCode
from services.kernel.ids import Ids
from services.kernel.lifecycle import Phase

REQUEST_THREADS = 8
MAX_HEADER_BYTES = 65_536
MAX_RECEIVED_BYTES = 16 * 1_048_576
"""What waitress takes in at all; the application answers for the much lower limit of each operation."""

OUTPUT_HIGH_WATERMARK = 262_144
"""How many bytes may wait for one slow reader before its thread waits too."""

STREAM_SOCKET_BYTES = 65_536
"""What the system may hold back for one reader of a stream; Linux takes it twice."""

SPARE_CONNECTIONS = 1_000
"""How many connections there may be beside those of the streams."""

SPARE_DESCRIPTORS = 200
LOOP_SECONDS = 1.0
STUCK_SECONDS = 2.0
LOOK_FOR_STUCK_SECONDS = 10.0

logger = logging.getLogger("partsbench.server")

_CODE_OF_WIRE_ERROR = {
    413: ErrorCode.PAYLOAD_TOO_LARGE,
    431: ErrorCode.HEADERS_TOO_LARGE,
    500: ErrorCode.INTERNAL,
}


class Workers(ThreadedTaskDispatcher):  # type: ignore[misc]  # Waitress ships no types.
    """Waitress's pool, with threads that are joined at the end and a size that follows the open streams."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self._started: list[threading.Thread] = []
        self._size = count
        self._stopping = False
        self._size_guard = threading.Lock()
        self.set_thread_count(count)

    def start_new_thread(self, target: Callable[[int], None], thread_no: int) -> None:
        self._started = [thread for thread in self._started if thread.is_alive()]
        thread = threading.Thread(target=target, name=f"request-{thread_no}", args=(thread_no,), daemon=True)
        self._started.append(thread)
        thread.start()

    def resize(self, by: int) -> None:
        """Add workers, or let some go when they are idle."""
        with self._size_guard:
            self._size += by
            # A stream that ends after the pool was told to stop must not bring its threads back.
            if not self._stopping:
                self.set_thread_count(self._size)

    def stop(self, seconds: float) -> bool:
        """Let every worker go and join it; False when some are still at work after ``seconds``."""
        deadline = monotonic() + seconds
        with self._size_guard:
            self._stopping = True
        self.shutdown(cancel_pending=True, timeout=max(seconds, 0))
        for thread in self._started:
            thread.join(max(0.0, deadline - monotonic()))
        return not any(thread.is_alive() for thread in self._started)


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

    def get_environment(self) -> dict[str, Any]:
        environ: dict[str, Any] = super().get_environment()
        environ[sse.CONNECTION_KEY] = self.channel
        return environ


class Channel(HTTPChannel):  # type: ignore[misc]  # Waitress ships no types.
    """A connection whose refusals are problems, and which tells a stream that its reader is gone.

    The main thread calls ``handle_read`` and ``handle_close``, a worker the rest.
    """

    task_class = RequestTask
    error_task_class = ProblemTask

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._on_lost: Callable[[], None] | None = None
        super().__init__(*arguments, **options)

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


class Server:
    """One listening process. ``run`` returns when the process has drained."""

    def __init__(self, app: flask.Flask) -> None:
        self._runtime: Runtime = app.extensions[EXTENSION]
        settings = self._runtime.settings
        connections = settings.sse_max_streams + SPARE_CONNECTIONS
        _allow_descriptors(connections + SPARE_DESCRIPTORS)
        self._workers = Workers(REQUEST_THREADS)
        self._runtime.streams.resize = self._workers.resize
        self._map: dict[int, Any] = {}
        self._listening = create_server(
            app,
            map=self._map,
            _dispatcher=self._workers,
            host=settings.host,
            port=settings.port,
            threads=REQUEST_THREADS,
            ident="",
            asyncore_use_poll=True,
            channel_request_lookahead=1,
            connection_limit=connections,
            max_request_header_size=MAX_HEADER_BYTES,
            max_request_body_size=MAX_RECEIVED_BYTES,
            outbuf_high_watermark=OUTPUT_HIGH_WATERMARK,
            log_socket_errors=False,
            clear_untrusted_proxy_headers=True,
        )
        self._sockets = [one for one in self._map.values() if getattr(one, "accepting", False)]
        for one in self._sockets:
            one.channel_class = Channel
        self._signals = 0
        self._look_for_stuck_at = monotonic() + LOOK_FOR_STUCK_SECONDS
        self._runtime.lifecycle.on_change(self._wake_to_drain)

    @property
    def url(self) -> str:
        """Where the server listens, with the port that the system chose when the settings said 0."""
        host, port = self._sockets[0].effective_host, self._sockets[0].effective_port
        return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    def run(self) -> None:
        """Serve until SIGTERM or SIGINT, then drain; a second signal ends the process at once."""
        lifecycle = self._runtime.lifecycle
        with _Signals(self._on_signal):
            self._runtime.start()
            lifecycle.enter(Phase.READY)
            while lifecycle.phase is Phase.READY:
                self._turn()
            self._drain()
        lifecycle.enter(Phase.STOPPED)
        logger.info("stopped")

    def _on_signal(self, number: int, _frame: FrameType | None) -> None:
        self._signals += 1
        if self._signals > 1:
            signal.signal(number, signal.SIG_DFL)
            os.kill(os.getpid(), number)
        self._runtime.lifecycle.enter(Phase.DRAINING)

    def _wake_to_drain(self, phase: Phase) -> None:
        if phase is Phase.DRAINING:
            self._sockets[0].pull_trigger()

    def _turn(self, seconds: float = LOOP_SECONDS) -> None:
        wasyncore.loop(timeout=seconds, map=self._map, use_poll=True, count=1)
        self._runtime.streams.let_abandoned_go()
        if monotonic() >= self._look_for_stuck_at:
            self._look_for_stuck_at = monotonic() + LOOK_FOR_STUCK_SECONDS
            self._close_stuck()

    def _close_stuck(self) -> None:
        """Close what waitress has given up; by itself it would first wait until the other side reads again."""
        for channel in self._channels():
            if channel.will_close and not channel.requests:
                channel.handle_close()

    def _channels(self) -> list[Channel]:
        return [one for one in list(self._map.values()) if isinstance(one, Channel)]

    def _drain(self) -> None:
        settings = self._runtime.settings
        logger.info("draining")
        self._turn_until(lambda: False, settings.drain_seconds)
        for one in self._sockets:
            one.accepting = False
            one.del_channel()
            one.socket.close()
        self._runtime.streams.close(sse.SERVER_SHUTDOWN)
        self._runtime.runner.begin_stop()
        if not self._turn_until(self._quiet, settings.graceful_shutdown_seconds):
            logger.warning("requests or tasks were still running after %s s", settings.graceful_shutdown_seconds)
        if not self._workers.stop(seconds=1.0):
            logger.warning("some worker threads did not end")
        wasyncore.close_all(self._map)

    def _turn_until(self, condition: Callable[[], bool], seconds: float) -> bool:
        deadline = monotonic() + seconds
        while not condition():
            left = deadline - monotonic()
            if left <= 0:
                return False
            self._turn(min(left, 0.05))
        return True

    def _quiet(self) -> bool:
        """Close what is idle; True when no connection is left and no task runs."""
        now = time.time()
        channels = self._channels()
        for channel in channels:
            if channel.requests:
                continue
            if not channel.total_outbufs_len:
                channel.will_close = True
            elif channel.last_activity < now - STUCK_SECONDS:
                # Who has not taken the end of an answer for so long will not take it at all.
                channel.handle_close()
        return not channels and not self._runtime.runner.jobs()


def _allow_descriptors(needed: int) -> None:
    """Raise the soft limit of open files as far as is needed and allowed."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= needed:
        return
    wanted = needed if hard == resource.RLIM_INFINITY else min(needed, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    if wanted < needed:
        logger.warning("only %d files may be open at once; %d are needed for the allowed streams", wanted, needed)


class _Signals:
    """SIGTERM and SIGINT lead to one function while the block lasts; only the main thread may take them."""

    def __init__(self, handler: Callable[[int, FrameType | None], None]) -> None:
        self._handler = handler
        self._before: dict[int, Any] = {}

    def __enter__(self) -> None:
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGTERM, signal.SIGINT):
                self._before[number] = signal.signal(number, self._handler)

    def __exit__(self, *_error: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
