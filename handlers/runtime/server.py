"""Waitress, the signals, and an end that drops nothing.

The main thread owns the sockets and runs waitress's loop. The worker threads own one request each; a stream takes a
worker for as long as it lasts, so the pool grows by one for each open stream and ordinary requests keep theirs.
"""

from __future__ import annotations

import functools
import logging
import os
import resource
import signal
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

import flask
from waitress import create_server, wasyncore
from waitress.task import ThreadedTaskDispatcher

from handlers.runtime import sse
from handlers.runtime.connections import Channel, accept_waiting
from handlers.runtime.context import EXTENSION, Runtime
from services.kernel.clock import monotonic
from services.kernel.lifecycle import Phase

REQUEST_THREADS = 8
MAX_HEADER_BYTES = 65_536
MAX_RECEIVED_BYTES = 16 * 1_048_576
"""What waitress takes in at all; the application answers for the much lower limit of each operation."""

OUTPUT_HIGH_WATERMARK = 262_144
"""How many bytes may wait for one slow reader before its thread waits too."""

SPARE_CONNECTIONS = 1_000
"""How many connections there may be beside those of the streams."""

SPARE_DESCRIPTORS = 200
LOOP_SECONDS = 1.0
LOSS_SECONDS = 0.01
"""How long the main thread sleeps while there are streams that do not know yet that their readers are gone."""

STUCK_SECONDS = 2.0
LOOK_FOR_STUCK_SECONDS = 10.0

logger = logging.getLogger("partsbench.server")


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
            one.handle_accept = functools.partial(accept_waiting, one)
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
                self._turn(LOOP_SECONDS)
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

    def _turn(self, seconds: float) -> None:
        streams = self._runtime.streams
        timeout = min(seconds, LOSS_SECONDS) if streams.has_lost else seconds
        wasyncore.loop(timeout=timeout, map=self._map, use_poll=True, count=1)
        streams.tell_lost()
        streams.let_abandoned_go()
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
