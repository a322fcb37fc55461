"""Whether anything is still going on in a sandbox."""

from __future__ import annotations

import time

from services.kernel.clock import monotonic
from services.testing.errors import StillBusy
from services.testing.sandboxes import Sandbox

LOOK_SECONDS = 0.01


def wait_until_idle(sandbox: Sandbox, seconds: float) -> float:
    """Wait until nothing is going on; how many milliseconds that took. Raises StillBusy after ``seconds``."""
    began = monotonic()
    while busy := sandbox.busy_with():
        left = began + seconds - monotonic()
        if left <= 0:
            raise StillBusy(busy)
        time.sleep(min(LOOK_SECONDS, left))
    return round((monotonic() - began) * 1000, 3)
