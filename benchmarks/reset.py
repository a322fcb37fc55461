"""Times of reset and of fresh sandboxes over HTTP, beside what people do instead, with and without traffic.

    python -m benchmarks.reset [--rounds 200]

Instead of a reset people run the real sequence (drop, migrate, synchronise, seed), copy a template database, or empty
the tables and fill them again; the latter two are measured without the way over HTTP. PostgreSQL is a private server.
"""

from __future__ import annotations

import argparse
import contextlib
import itertools
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson
from sqlalchemy import text
from sqlalchemy.engine import make_url

from benchmarks.client import Connection, Reply, message
from services import schema
from services.kernel.clock import SystemClock
from services.kernel.store import Store
from services.kernel.world import World
from services.models import Base
from services.seed import seed
from services.setup import synchronise_types
from support.postgres import execute, fresh_database, running_postgres
from support.testmode import database_of_kind, server_in_test_mode

REAL_SEQUENCE_ROUNDS = 15
TRAFFIC_CONNECTIONS = 4
WANTED = {"sqlite": 100, "postgresql": 20}
"""How many times a reset should be faster than the real sequence."""


def milliseconds(action: Callable[[], object]) -> float:
    """How long it took."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


class Sandbox:
    """One connection to a sandbox of the server."""

    def __init__(self, port: int, name: str) -> None:
        self._connection = Connection(port)
        self._name = name
        self._serial = itertools.count()
        self.own: list[float] = []
        """Milliseconds that each reset took by its own account, without the way to the server and back."""

    def ask(self, method: str, path: str, body: object = None) -> Reply:
        sign = "&" if "?" in path else "?"
        content = b"" if body is None else orjson.dumps(body)
        reply = self._connection.ask(message(method, f"/api{path}{sign}test_sandbox={self._name}", content))
        if reply.status >= 400:
            raise RuntimeError(f"{method} {path} was answered {reply.status}: {reply.body!r}")
        return reply

    def changed(self) -> float:
        self.ask("POST", "/types", {"name": f"Type {next(self._serial)}"})
        (part,) = orjson.loads(self.ask("GET", "/parts?limit=1").body)
        self.ask("PUT", f"/parts/{part['key']}", {"description": f"Changed {next(self._serial)}"})
        return self.unchanged()

    def unchanged(self) -> float:
        return self._reset("seed=true")

    def in_turns(self) -> float:
        return self._reset("seed=true" if next(self._serial) % 2 else "seed=false")

    def fresh(self) -> float:
        taken = milliseconds(lambda: self.ask("PUT", "/testing/sandboxes/fresh", {"seed": True}))
        self.ask("DELETE", "/testing/sandboxes/fresh")
        return taken

    def rebuild(self) -> float:
        return self._reset("seed=true&rebuild=true")

    def _reset(self, query: str) -> float:
        began = time.perf_counter()
        reply = self.ask("POST", f"/testing/reset?{query}")
        taken = (time.perf_counter() - began) * 1000
        self.own.append(orjson.loads(reply.body)["duration_ms"])
        return taken

    def own_times(self) -> list[float]:
        """What the resets since the last call took by their own account."""
        own, self.own = self.own, []
        return own

    def close(self) -> None:
        self._connection.close()


@contextlib.contextmanager
def traffic(port: int) -> Iterator[None]:
    """Others keep the server busy in a sandbox of theirs for the length of the block."""
    done = threading.Event()

    def read() -> None:
        sandbox = Sandbox(port, "traffic")
        while not done.is_set():
            sandbox.ask("GET", "/parts?limit=50")
        sandbox.close()

    Sandbox(port, "traffic").ask("POST", "/testing/reset?seed=true")
    readers = [threading.Thread(target=read, name=f"traffic-{number}") for number in range(TRAFFIC_CONNECTIONS)]
    for reader in readers:
        reader.start()
    try:
        yield
    finally:
        done.set()
        for reader in readers:
            reader.join()


def fill(store: Store) -> None:
    world = World(store, SystemClock())
    with store.transaction() as session:
        synchronise_types(session, world)
        seed(session, world)


def emptied(store: Store) -> float:
    """Empty every table and fill them again."""
    names = [table.name for table in reversed(Base.metadata.sorted_tables)]

    def empty_and_fill() -> None:
        with store.transaction() as session:
            if store.dialect == "postgresql":
                session.execute(text(f"TRUNCATE {', '.join(names)} RESTART IDENTITY CASCADE"))
            else:
                for name in names:
                    session.execute(text(f"DELETE FROM {name}"))
                session.execute(text("DELETE FROM sqlite_sequence"))
        fill(store)

    return milliseconds(empty_and_fill)


def copied(store: Store, admin_url: str) -> float:
    """Put a copy of a template database in the place of another one, and open it."""
    template = str(store.url.database)
    other = f"{template}_copy"
    if store.dialect == "sqlite":

        def replace() -> None:
            for ending in ("", "-wal", "-shm"):
                Path(other + ending).unlink(missing_ok=True)
            shutil.copyfile(template, other)
            read_once(Store(store.url.set(database=other)))

    else:

        def replace() -> None:
            execute(admin_url, f'DROP DATABASE IF EXISTS "{other}" WITH (FORCE)')
            execute(admin_url, f'CREATE DATABASE "{other}" TEMPLATE "{template}"')
            read_once(Store(store.url.set(database=other)))

    store.dispose()
    return milliseconds(replace)


def read_once(store: Store) -> None:
    with store.reading() as session:
        session.scalar(text("SELECT count(*) FROM parts"))
    store.dispose()


def alternatives(kind: str, admin_url: str, rounds: int) -> Iterator[tuple[str, list[float]]]:
    """What people do instead, on a database of its own."""
    with contextlib.ExitStack() as stack:
        if kind == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite:///{folder}/template.sqlite3"
        else:
            url = stack.enter_context(fresh_database(admin_url))
        store = Store(url)
        stack.callback(store.dispose)
        schema.upgrade(store)
        fill(store)
        if kind == "sqlite":
            with store.engine.connect() as connection:
                connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
        what = "the file copied" if kind == "sqlite" else "CREATE DATABASE ... TEMPLATE"
        yield f"{what}, no HTTP", [copied(store, admin_url) for _ in range(rounds)]
        yield "tables emptied and filled again, no HTTP", [emptied(store) for _ in range(rounds)]
        if kind == "postgresql":
            store.dispose()
            execute(admin_url, f'DROP DATABASE IF EXISTS "{store.url.database}_copy" WITH (FORCE)')


def show(label: str, taken: list[float]) -> float:
    p95 = statistics.quantiles(taken, n=20)[-1]
    middle = statistics.median(taken)
    print(f"{label:<48}{middle:>9.2f}{p95:>9.2f}{len(taken):>8}", flush=True)
    return middle


def measure(kind: str, admin_url: str, rounds: int) -> None:
    with (
        tempfile.TemporaryDirectory() as folder,
        database_of_kind(kind, admin_url, Path(folder)) as url,
        server_in_test_mode(url, LOG_LEVEL="WARNING") as server,
    ):
        port = make_url(server.url).port or 0
        bench = Sandbox(port, "bench")
        bench.unchanged()
        bench.own_times()
        print(f"\n{kind:<48}{'p50 ms':>9}{'p95 ms':>9}{'rounds':>8}")
        reset = show("reset, seeded, after two changes", [bench.changed() for _ in range(rounds)])
        own_reset = show("  by its own account, without the request", bench.own_times())
        show("reset, seeded, nothing changed", [bench.unchanged() for _ in range(rounds)])
        show("reset, seeded and clean in turns", [bench.in_turns() for _ in range(rounds)])
        show("fresh sandbox, seeded", [bench.fresh() for _ in range(rounds)])
        # In turns, the last one may have been without the seed, whose parts the next ones change.
        bench.unchanged()
        with traffic(port):
            busy = f"beside {TRAFFIC_CONNECTIONS} who read"
            show(f"reset, seeded, {busy}", [bench.changed() for _ in range(rounds)])
            show(f"fresh sandbox, seeded, {busy}", [bench.fresh() for _ in range(rounds)])
        bench.own_times()
        real = show("the real sequence", [bench.rebuild() for _ in range(min(rounds, REAL_SEQUENCE_ROUNDS))])
        own_real = show("  by its own account, without the request", bench.own_times())
        bench.close()
    for label, taken in alternatives(kind, admin_url, min(rounds, REAL_SEQUENCE_ROUNDS)):
        show(label, taken)
    print(
        f"a reset is {real / reset:.0f} times as fast as the real sequence with the request, {own_real / own_reset:.0f}"
        f" times without it (wanted: {WANTED[kind]})"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description="Times of reset and of fresh sandboxes over HTTP.")
    parser.add_argument("--rounds", type=int, default=200, help="how often each reset and sandbox is timed")
    rounds = parser.parse_args().rounds
    with running_postgres() as admin_url:
        for kind in ("sqlite", "postgresql"):
            measure(kind, admin_url, rounds)


if __name__ == "__main__":
    main()
