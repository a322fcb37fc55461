"""Processes that tests start: they end with the tests, however those end."""

import contextlib
import ctypes
import signal
import subprocess
import sys
from collections.abc import Callable
from typing import Any

PR_SET_PDEATHSIG = 1


def end_with_parent(number: signal.Signals) -> Callable[[], None] | None:
    """A ``preexec_fn`` that has the kernel signal the child when this thread dies, even by SIGKILL.

    Only Linux can do that; elsewhere None, and a child outlives tests that were killed. The kernel forgets
    the wish when a process changes its user, which Popen does before it calls ``preexec_fn``.
    """
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None, use_errno=True)

    def ask() -> None:
        libc.prctl(PR_SET_PDEATHSIG, int(number))

    return ask


def stop(process: "subprocess.Popen[Any]", number: signal.Signals, within: float) -> int:
    """Signal a child, kill it if it is still there after ``within`` seconds, and return its exit status."""
    with contextlib.suppress(ProcessLookupError):
        process.send_signal(number)
    try:
        return process.wait(within)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()
