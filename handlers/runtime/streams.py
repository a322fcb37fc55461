"""How many streams may be open, and a worker for each of them."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable

from handlers.runtime.errors import RequestRefused
from services.kernel.errors import ErrorCode
from services.kernel.events import Subscription

RETRY_AFTER_SECONDS = 5
TOLD_AT_ONCE = 8
"""How many streams wake together because their readers are gone. Hundreds of threads that end at once would keep the
interpreter from everybody else."""


class Streams:
    """The open streams of one application, and their limit. Its lock guards the set of open ones."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.resize: Callable[[int], None] = lambda _by: None
        self._guard = threading.Lock()
        self._open: set[Subscription] = set()
        self._abandoned: deque[Subscription] = deque()
        self._lost: deque[Subscription] = deque()

    @property
    def count(self) -> int:
        """How many are open."""
        with self._guard:
            return len(self._open)

    def enter(self, subscribe: Callable[[], Subscription]) -> Subscription:
        """Take a place for what ``subscribe`` makes, and a worker; ``leave`` gives both back.

        Raises RequestRefused (STREAM_LIMIT) when every place is taken.
        """
        self.let_abandoned_go()
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
        return subscription

    def leave(self, subscription: Subscription) -> None:
        """Give back the place and the worker of a stream that has ended. Calling it again changes nothing."""
        with self._guard:
            if subscription not in self._open:
                return
            self._open.discard(subscription)
        subscription.close("closed")
        self.resize(-1)

    def abandon(self, subscription: Subscription) -> None:
        """The same, soon. It takes no lock: the garbage collector calls it, in a thread that may hold any of them."""
        self._abandoned.append(subscription)

    def let_abandoned_go(self) -> None:
        """Give back the places of abandoned streams."""
        while self._abandoned:
            self.leave(self._abandoned.popleft())

    def lose(self, subscription: Subscription) -> None:
        """Have a stream notice, when its turn comes, that its reader is gone."""
        self._lost.append(subscription)

    @property
    def has_lost(self) -> bool:
        """Whether there are streams whose turn has not come."""
        return bool(self._lost)

    def tell_lost(self) -> None:
        """Wake some of the streams whose readers are gone. Only the main thread calls it."""
        for _ in range(min(len(self._lost), TOLD_AT_ONCE)):
            self._lost.popleft().interrupt()

    def close(self, reason: str) -> None:
        """Have every stream say goodbye and end."""
        with self._guard:
            open_ones = list(self._open)
        for one in open_ones:
            one.close(reason)
