"""The correlation id of the work that the current thread or context is doing, and what else marks it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Trace:
    """What marks a piece of work from its request to the last log line it causes."""

    correlation_id: str | None = None
    sandbox: str | None = None
    test_id: str | None = None


NO_TRACE = Trace()
_current: ContextVar[Trace] = ContextVar("partsbench_trace", default=NO_TRACE)


def current_trace() -> Trace:
    """The marks of the current work; empty ones outside any."""
    return _current.get()


def current_correlation_id() -> str | None:
    """The correlation id of the current work, None outside any."""
    return _current.get().correlation_id


@contextmanager
def tracing(trace: Trace) -> Iterator[None]:
    """Mark what happens inside the block. A thread begins without marks: hand it the trace and enter this there."""
    token = _current.set(trace)
    try:
        yield
    finally:
        _current.reset(token)


def enter_trace(trace: Trace) -> Token[Trace]:
    """Mark what follows, for callers whose begin and end are two functions; ``leave_trace`` takes the token."""
    return _current.set(trace)


def leave_trace(token: Token[Trace]) -> None:
    """End what ``enter_trace`` began, in the same thread."""
    _current.reset(token)
