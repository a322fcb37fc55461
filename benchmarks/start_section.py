"""Start: how long until the first answer, what importing costs, and how large the wheel is."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.client import Connection, message
from benchmarks.contenders import START_SECONDS, Contender, answers, start
from benchmarks.databases import Databases
from benchmarks.load import end, rss_mb
from benchmarks.plan import Plan
from support.postgres import free_port

IMPORT = """
import time
begin = time.perf_counter()
import handlers.runtime.serve
print(time.perf_counter() - begin)
"""


class Started:
    """How long each start of one contender took, in seconds, and what it then held, in MB."""

    def __init__(self) -> None:
        self.seconds: list[float] = []
        self.rss_mb: list[float] = []


def run_start(
    databases: Databases,
    everybody: Sequence[Contender],
    plan: Plan,
    scratch: Path,
    say: Callable[[str], None],
) -> dict[str, Started]:
    """Start each contender in turn on a migrated database.

    The first round of several fills the caches of the system, and does not count.
    """
    chosen = [one for one in everybody if databases.kind in one.databases]
    urls = {one.name: databases.copy(plan.parts) for one in chosen}
    results: dict[str, Started] = {one.name: Started() for one in chosen}
    for turn in range(-1 if plan.starts > 1 else 0, plan.starts):
        for one in chosen:
            seconds, memory = _start_once(one, urls[one.name], scratch)
            if turn >= 0:
                results[one.name].seconds.append(seconds)
                results[one.name].rss_mb.append(memory)
    say(f"{databases.kind}: start")
    return results


def _start_once(contender: Contender, url: str, scratch: Path) -> tuple[float, float]:
    port = free_port()
    with (scratch / "start.log").open("wb") as log:
        begin = time.perf_counter()
        process = start(contender, url, port, scratch, log.fileno())
        try:
            if not answers(process, port) or not _is_ready(contender, port):
                raise RuntimeError(f"{contender.name} did not start")
            return time.perf_counter() - begin, rss_mb(process.pid)
        finally:
            end(process)


def _is_ready(contender: Contender, port: int) -> bool:
    """partsbench also says when it is ready; the peers are when they answer."""
    if contender.name != "partsbench":
        return True
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        connection = Connection(port)
        status = connection.ask(message("GET", "/api/health/readyz")).status
        connection.close()
        if status == 200:
            return True
    return False


def import_seconds(times: int, scratch: Path) -> list[float]:
    """How long importing everything that ``partsbench serve`` needs takes, in fresh processes."""
    command = [sys.executable, "-c", IMPORT]
    runs = [
        subprocess.run(command, check=True, capture_output=True, text=True, cwd=scratch).stdout
        for _ in range(times + 1)
    ]
    return [float(output) for output in runs[1:]]
