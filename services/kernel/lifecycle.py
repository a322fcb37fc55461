"""Where the process is in its life: starting, ready, draining, stopped. No signals and no sockets here."""

from __future__ import annotations

import threading
from collections.abc import Callable
from enum import StrEnum


class Phase(StrEnum):
    """The phases of a process, in their order."""

    STARTING = "starting"
    READY = "ready"
    DRAINING = "draining"
    STOPPED = "stopped"


_ORDER = list(Phase)


class Lifecycle:
    """Holds the phase, which only moves forward, and lets threads wait for it. Safe to share between threads."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._phase = Phase.STARTING
        self._listeners: list[Callable[[Phase], None]] = []

    @property
    def phase(self) -> Phase:
        with self._changed:
            return self._phase

    def enter(self, phase: Phase) -> bool:
        """Move on to ``phase``. False when the process is there already, or beyond."""
        with self._changed:
            if _ORDER.index(phase) <= _ORDER.index(self._phase):
                return False
            self._phase = phase
            self._changed.notify_all()
        for tell in self._listeners:
            tell(phase)
        return True

    def on_change(self, listener: Callable[[Phase], None]) -> None:
        """Call ``listener`` with each phase that is entered, in the thread that enters it, signal handlers included.

        Register before the process is ready. A listener may only leave a mark or wake somebody.
        """
        self._listeners.append(listener)

    def wait_for(self, phase: Phase, seconds: float | None = None) -> bool:
        """Wait until the process has reached ``phase``; False when it has not within ``seconds``."""
        with self._changed:
            return self._changed.wait_for(lambda: _ORDER.index(self._phase) >= _ORDER.index(phase), timeout=seconds)
