"""Waiting for a condition with a deadline, so that no test sleeps for a guessed time."""

import time
from collections.abc import Callable
from typing import TypeVar

Result = TypeVar("Result")

INTERVAL = 0.02


def eventually(condition: Callable[[], Result], within: float = 5.0, what: str = "the condition") -> Result:
    """Ask again and again until the answer is true, and return that answer.

    The condition is asked at least once, and once more at the deadline, ``within`` seconds from now. What it
    raises goes through at once. Raises AssertionError, naming ``what`` was awaited, when the time is over.
    """
    deadline = time.monotonic() + within
    while True:
        is_last = time.monotonic() >= deadline
        answer = condition()
        if answer:
            return answer
        if is_last:
            raise AssertionError(f"{what} did not come true within {within:g} s; last answer: {answer!r}")
        time.sleep(INTERVAL)
