"""What PostgreSQL announces to every process, heard on one connection of its own.

The connection also holds an advisory lock for as long as the process lives: it is how others know that it does.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial

import psycopg
from psycopg import sql

from services.kernel.clock import monotonic
from services.kernel.store import Store

WAKE_SECONDS = 0.5
HEAL_SECONDS = 2.0
READY_SECONDS = 10.0

logger = logging.getLogger("partsbench.notices")


class Notices:
    """One thread: calls ``on_notice`` with each payload, and ``heal`` at intervals and after each interruption."""

    def __init__(
        self, store: Store, channel: str, lock_key: int, on_notice: Callable[[str], None], heal: Callable[[], None]
    ) -> None:
        self._address = store.url.set(drivername="postgresql").render_as_string(hide_password=False)
        self._channel = channel
        self._lock_key = lock_key
        self._on_notice = on_notice
        self._heal = heal
        self._stopping = threading.Event()
        self._listening = threading.Event()
        self._thread = threading.Thread(target=self._run, name="notices", daemon=True)

    def start(self) -> None:
        """Begin, and wait until the lock is held and announcements are heard, or for 10 s."""
        self._thread.start()
        if not self._listening.wait(READY_SECONDS):
            logger.warning("announcements of the database are not heard yet")

    def stop(self) -> None:
        """End the thread and its connection."""
        self._stopping.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._listen()
            except psycopg.Error as error:
                logger.warning("announcements of the database are not heard, trying again: %s", error)
                self._stopping.wait(WAKE_SECONDS)

    def _listen(self) -> None:
        with psycopg.connect(self._address, autocommit=True, connect_timeout=5) as connection:
            connection.execute("SELECT pg_advisory_lock(%s)", (self._lock_key,))
            connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(self._channel)))
            self._listening.set()
            healed_at = float("-inf")
            while not self._stopping.is_set():
                if monotonic() - healed_at >= HEAL_SECONDS:
                    healed_at = monotonic()
                    self._guarded(self._heal)
                for notice in connection.notifies(timeout=WAKE_SECONDS, stop_after=1):
                    self._guarded(partial(self._on_notice, notice.payload))

    def _guarded(self, action: Callable[[], None]) -> None:
        """One failed action must not end the listening; the next healing makes good for it."""
        try:
            action()
        except Exception:
            logger.exception("an announcement of the database could not be followed")
