"""Who is inside a sandbox, and how to have it to oneself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count

from services.testing.errors import ResetInProgress, StillBusy


class SandboxGone(ResetInProgress):
    """The sandbox was deleted between being found and being entered. Looked up again, it is a new one."""


class Gate:
    """Counts the work inside a sandbox and keeps it out while the sandbox is being changed as a whole.

    Nobody waits to come in: while the gate is closed, entering is refused at once. Only the one who closed it waits,
    with a limit, for those inside. So nobody can ever wait for anybody in a ring.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._inside: dict[int, str] = {}
        self._tickets = count(1)
        self._closed = False
        self._gone = False

    @property
    def inside(self) -> list[str]:
        """What is going on inside, each in a few words."""
        with self._changed:
            return list(self._inside.values())

    def enter(self, what: str) -> int:
        """Come in, and get the ticket to ``leave`` with. Raises ResetInProgress or SandboxGone."""
        with self._changed:
            if self._gone:
                raise SandboxGone
            if self._closed:
                raise ResetInProgress
            ticket = next(self._tickets)
            self._inside[ticket] = what
            return ticket

    def leave(self, ticket: int) -> None:
        """Go out. Harmless when done twice."""
        with self._changed:
            if self._inside.pop(ticket, None) is not None and not self._inside:
                self._changed.notify_all()

    @contextmanager
    def entered(self, what: str) -> Iterator[None]:
        """Be inside for the length of the block."""
        ticket = self.enter(what)
        try:
            yield
        finally:
            self.leave(ticket)

    @contextmanager
    def closed(self, seconds: float, *, for_good: bool = False) -> Iterator[None]:
        """Have the sandbox to oneself for the length of the block; with ``for_good`` also ever after.

        Raises ResetInProgress when somebody else has it, StillBusy when those inside do not leave within
        ``seconds``; it is open again then.
        """
        with self._changed:
            if self._gone:
                raise SandboxGone
            if self._closed:
                raise ResetInProgress
            self._closed = True
            if not self._changed.wait_for(lambda: not self._inside, timeout=seconds):
                self._closed = False
                raise StillBusy(list(self._inside.values()))
        try:
            yield
            self._gone = for_good
        finally:
            with self._changed:
                self._closed = False
                self._changed.notify_all()

    def wait_until_empty(self, seconds: float) -> bool:
        """Wait until nobody is inside; False when somebody still is after ``seconds``."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._inside, timeout=seconds)
