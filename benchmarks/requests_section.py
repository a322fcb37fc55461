"""Requests: partsbench beside what people would use instead, taking turns."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.client import Connection
from benchmarks.contenders import (
    Contender,
    Operation,
    Running,
    reading_operations,
    running,
    writing_operations,
)
from benchmarks.databases import Databases
from benchmarks.load import Sample, measure
from benchmarks.plan import Plan

WRITES_PER_SECOND = 6_000
"""More than any contender commits, so that no sample runs out of new names."""

Results = dict[str, dict[str, list[Sample]]]
"""Samples by operation and contender."""


class AnswersDiffer(Exception):
    """A contender answers something else than partsbench, so that comparing them would mean nothing."""


def run_requests(
    databases: Databases,
    everybody: Sequence[Contender],
    plan: Plan,
    scratch: Path,
    say: Callable[[str], None],
) -> Results:
    """Measure every operation of every contender that runs on these databases."""
    results: Results = {}
    chosen = [one for one in everybody if databases.kind in one.databases]
    with contextlib.ExitStack() as stack:
        servers = [stack.enter_context(running(one, databases.copy(plan.parts), scratch)) for one in chosen]
        type_ids = [row["id"] for row in ask(servers[0], "GET", "/api/types")]
        reads = reading_operations(type_ids)
        compare_answers(servers, reads)
        names = [operation.name for operation in [*reads, *writing_operations(1, 1, "")]]
        for name in names:
            for turn in range(-1, plan.rounds):
                _turn(results, servers, name, reads, turn, plan, scratch)
            say(f"{databases.kind}: {name}")
    return results


def _turn(
    results: Results,
    servers: Sequence[Running],
    name: str,
    reads: Sequence[Operation],
    turn: int,
    plan: Plan,
    scratch: Path,
) -> None:
    """Measure each server once, one after another; turn -1 warms up and does not count."""
    seconds = plan.seconds if turn >= 0 else plan.warm_up
    for server in servers:
        writes = writing_operations(plan.parts, int(seconds * WRITES_PER_SECOND) + 100, f"Turn {turn}")
        operation = next(one for one in [*reads, *writes] if one.name == name)
        sample = measure(server.port, server.pid, operation.requests, seconds, scratch)
        if turn >= 0:
            results.setdefault(name, {}).setdefault(server.name, []).append(sample)


def compare_answers(servers: Sequence[Running], operations: Sequence[Operation]) -> None:
    """Raises AnswersDiffer unless every server answers the first server's JSON to every read."""
    for operation in operations:
        for request in operation.requests[:5]:
            expected = answer(servers[0], request)
            for server in servers[1:]:
                if answer(server, request) != expected:
                    raise AnswersDiffer(f"{server.name} differs from {servers[0].name} at {request!r}")


def answer(server: Running, request: bytes) -> Any:
    connection = Connection(server.port)
    try:
        reply = connection.ask(request)
    finally:
        connection.close()
    if reply.status >= 400:
        raise AnswersDiffer(f"{server.name} answered {reply.status} to {request!r}: {reply.body!r}")
    return json.loads(reply.body)


def ask(server: Running, method: str, target: str) -> Any:
    """The JSON that a server answers."""
    from benchmarks.client import message

    return answer(server, message(method, target))
