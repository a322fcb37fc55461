"""Where the time of a request goes: the running server, sampled while it is under load."""

from __future__ import annotations

import collections
import re
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from benchmarks.contenders import Contender, Operation, running
from benchmarks.databases import Databases
from benchmarks.load import measure
from benchmarks.plan import Plan

PY_SPY = str(Path(sys.executable).with_name("py-spy"))
PLACE = re.compile(r"^(?P<function>.*) \((?P<file>[^()]*?)(?::\d+)?\)$")

Shares = list[tuple[str, float]]
"""A place and its share of the samples, the largest first."""


def run_profile(
    databases: Databases,
    partsbench: Contender,
    operations: list[Operation],
    plan: Plan,
    scratch: Path,
    say: Callable[[str], None],
) -> dict[str, tuple[Shares, Shares]] | str:
    """For each operation, what holds the interpreter, as packages and as functions."""
    results: dict[str, tuple[Shares, Shares]] = {}
    with running(partsbench, databases.copy(plan.parts), scratch) as server:
        for operation in operations:
            # What only the first requests do is no part of the picture.
            measure(server.port, server.pid, operation.requests, plan.warm_up, scratch)
            arguments = (server.port, server.pid, operation.requests, plan.seconds * 2 + 1, scratch)
            load = threading.Thread(target=measure, args=arguments)
            load.start()
            raw = scratch / "profile.raw"
            record = [PY_SPY, "record", "--gil", "--rate", "500", "--format", "raw", "--output", str(raw)]
            seconds = ["--duration", str(max(1, round(plan.seconds * 2))), "--pid", str(server.pid)]
            outcome = subprocess.run([*record, *seconds], capture_output=True, text=True)
            load.join()
            if outcome.returncode or not raw.exists():
                return "py-spy could not look into the server: the system does not let it."
            results[operation.name] = shares(raw.read_text())
            raw.unlink()
            say(f"profile: {operation.name}")
    return results


def shares(raw: str) -> tuple[Shares, Shares]:
    """Samples by package and by function, counted where the interpreter was at that moment."""
    by_package: collections.Counter[str] = collections.Counter()
    by_function: collections.Counter[str] = collections.Counter()
    for line in raw.splitlines():
        stack, _, count = line.rpartition(" ")
        match = PLACE.match(stack.split(";")[-1])
        function, file = (match["function"], match["file"]) if match else (stack.split(";")[-1], "")
        by_package[package_of(file)] += int(count)
        by_function[f"{package_of(file)}: {function}"] += int(count)
    return _largest(by_package, 8), _largest(by_function, 12)


def package_of(file: str) -> str:
    """``sqlalchemy``, ``handlers/wire`` and so on; the standard library by its module."""
    path = file.replace("\\", "/").rpartition("site-packages/")[2]
    words = [word for word in path.split("/") if word]
    if not words:
        return "interpreter"
    if words[0] in {"handlers", "services"} and len(words) > 2:
        return "/".join(words[:2])
    return words[0] if len(words) > 1 else words[0].removesuffix(".py")


def _largest(counter: collections.Counter[str], many: int) -> Shares:
    total = sum(counter.values()) or 1
    return [(name, count / total) for name, count in counter.most_common(many)]
