"""Times of reset and of fresh sandboxes over HTTP, beside the real sequence, on both databases.

    python benchmarks/reset.py [--rounds 200]

PostgreSQL is a private server that the benchmark starts, as the tests do.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import httpx

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.postgres import running_postgres
from support.testmode import database_of_kind, server_in_test_mode

REAL_SEQUENCE_ROUNDS = 10


def milliseconds(action: Callable[[], httpx.Response]) -> float:
    """How long one request took."""
    began = time.perf_counter()
    answer = action()
    taken = (time.perf_counter() - began) * 1000
    answer.raise_for_status()
    return taken


class Bench:
    """The measured requests, to one server."""

    def __init__(self, api: httpx.Client) -> None:
        self._api = api

    def changed(self, number: int) -> float:
        self._api.post("/types", json={"name": f"Type {number}"}).raise_for_status()
        key = self._api.get("/parts?limit=1").json()[0]["key"]
        self._api.put(f"/parts/{key}", json={"description": f"Changed {number}"}).raise_for_status()
        return self.unchanged(number)

    def unchanged(self, _number: int) -> float:
        return milliseconds(lambda: self._api.post("/testing/reset?seed=true"))

    def in_turns(self, number: int) -> float:
        seed = "true" if number % 2 else "false"
        return milliseconds(lambda: self._api.post(f"/testing/reset?seed={seed}"))

    def fresh(self, _number: int) -> float:
        taken = milliseconds(lambda: self._api.put("/testing/sandboxes/fresh", json={"seed": True}))
        self._api.delete("/testing/sandboxes/fresh").raise_for_status()
        return taken

    def rebuild(self, _number: int) -> float:
        return milliseconds(lambda: self._api.post("/testing/reset?seed=true&rebuild=true"))


def measure(kind: str, postgres: str, rounds: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        database_of_kind(kind, postgres, Path(folder)) as url,
        server_in_test_mode(url, LOG_LEVEL="WARNING") as server,
        httpx.Client(base_url=f"{server.url}/api", headers={"X-Test-Sandbox": "bench"}, timeout=60) as api,
    ):
        bench = Bench(api)
        bench.unchanged(0)
        print(f"\n{kind:<44}{'p50 ms':>9}{'p95 ms':>9}{'rounds':>8}")
        for label, one, count in (
            ("reset, seeded, after two changes", bench.changed, rounds),
            ("reset, seeded, nothing changed", bench.unchanged, rounds),
            ("reset, seeded and clean in turns", bench.in_turns, rounds),
            ("fresh sandbox, seeded", bench.fresh, rounds),
            ("the real sequence (reset?rebuild=true)", bench.rebuild, REAL_SEQUENCE_ROUNDS),
        ):
            taken = [one(number) for number in range(count)]
            p95 = statistics.quantiles(taken, n=20)[-1]
            print(f"{label:<44}{statistics.median(taken):>9.2f}{p95:>9.2f}{count:>8}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Times of reset and of fresh sandboxes over HTTP.")
    parser.add_argument("--rounds", type=int, default=200, help="how often each reset and sandbox is timed")
    rounds = parser.parse_args().rounds
    with running_postgres() as postgres:
        for kind in ("sqlite", "postgresql"):
            measure(kind, postgres, rounds)


if __name__ == "__main__":
    main()
