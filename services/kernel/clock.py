"""The service's only source of time, so that a test can freeze it by passing another clock."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Anything that can say what time it is."""

    def now(self) -> datetime:
        """The current time, aware, in UTC."""
        ...


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)


class ControlledClock:
    """A clock that a test may freeze, advance and release.

    Frozen, it stands at one instant. Advanced, it is moved on by an offset, whether it is frozen or running.
    It is safe to share between threads.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._frozen_at: datetime | None = None
        self._offset = timedelta(0)

    def now(self) -> datetime:
        with self._guard:
            return (self._frozen_at or datetime.now(UTC)) + self._offset

    @property
    def frozen(self) -> bool:
        with self._guard:
            return self._frozen_at is not None

    def freeze(self, at: datetime | None = None) -> None:
        """Stand still at ``at`` (aware; by default at the instant the clock shows now)."""
        if at is not None and at.tzinfo is None:
            raise ValueError("a clock is frozen at an aware datetime")
        with self._guard:
            current = (self._frozen_at or datetime.now(UTC)) + self._offset
            self._frozen_at = (at or current).astimezone(UTC)
            self._offset = timedelta(0)

    def advance(self, by: timedelta) -> None:
        """Move on by ``by``, which may be negative."""
        with self._guard:
            self._offset += by

    def release(self) -> None:
        """Return to the clock of the machine."""
        with self._guard:
            self._frozen_at = None
            self._offset = timedelta(0)


def monotonic() -> float:
    """Seconds for measuring durations. It is never frozen: deadlines hold in a frozen sandbox too."""
    return time.monotonic()
