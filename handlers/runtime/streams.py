"""How many streams may be open, and a worker for each of them."""

from __future__ import annotations

import threading
from collections.abc import Callable

from handlers.runtime.errors import RequestRefused
from services.kernel.errors import ErrorCode
from services.kernel.events import Subscription

RETRY_AFTER_SECONDS = 5


class Streams:
    """The open streams of one application, and their limit. Its lock guards the set of open ones."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.resize: Callable[[int], None] = lambda _by: None
        self._guard = threading.Lock()
        self._open: set[Subscription] = set()

    @property
    def count(self) -> int:
        """How many are open."""
        with self._guard:
            return len(self._open)

    def enter(self, subscribe: Callable[[], Subscription]) -> tuple[Subscription, Callable[[], None]]:
        """Take a place for what ``subscribe`` makes, and a worker; the function gives both back, once.

        Raises RequestRefused (STREAM_LIMIT) when every place is taken.
        """
        with self._guard:
            if len(self._open) >= self.limit:
                raise RequestRefused(
                    ErrorCode.STREAM_LIMIT,
                    f"All {self.limit} streams that this server holds are taken; try again shortly",
                    Retry_After=str(RETRY_AFTER_SECONDS),
                )
            subscription = subscribe()
            self._open.add(subscription)
        self.resize(1)
        return subscription, lambda: self._leave(subscription)

    def close(self, reason: str) -> None:
        """Have every stream say goodbye and end."""
        with self._guard:
            open_ones = list(self._open)
        for one in open_ones:
            one.close(reason)

    def _leave(self, subscription: Subscription) -> None:
        with self._guard:
            if subscription not in self._open:
                return
            self._open.discard(subscription)
        subscription.close("closed")
        self.resize(-1)
