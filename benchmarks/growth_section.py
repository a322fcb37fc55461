"""Growth: what a page of each list and each search costs as the inventory grows a hundredfold."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from urllib.parse import quote_plus

from sqlalchemy import event

from benchmarks.client import Connection, message
from benchmarks.contenders import Contender, Running, running
from benchmarks.data import RARE_WORD, key_of
from benchmarks.databases import Databases
from benchmarks.plan import Plan
from handlers.runtime.app import create_app
from handlers.runtime.context import EXTENSION
from services.kernel.settings import Settings

FLAT = 1.5
"""A cost that grows by no more than this over the whole range counts as flat; the rest is noise."""

FEWEST_TURNS = 7


@dataclass(frozen=True, slots=True)
class Case:
    """One request; ``bounded`` when the size of its answer does not depend on the size of the inventory."""

    name: str
    target: str
    bounded: bool = True


def cases(parts: int) -> list[Case]:
    """Every list and search of an inventory of this size. At each size an answer has the same number of rows."""
    page = "/api/parts?limit=50"
    searches = {
        f"search: {RARE_WORD} (5 parts have it)": RARE_WORD,
        "search: relay (1 part in 8 has it)": "relay",
        "search: qqqq (no part has it)": "qqqq",
        "search: to (too short for the index)": "to",
        "search: zq (too short for the index, and rare)": "zq",
    }
    return [
        Case("parts, first page", page),
        Case("parts, middle page", f"{page}&offset={parts // 2}"),
        Case("parts, last page", f"{page}&offset={parts - 50}"),
        Case("parts, newest first", f"{page}&sort=-created_at"),
        Case("parts, newest first, last page", f"{page}&sort=-created_at&offset={parts - 50}"),
        Case("parts, by description", f"{page}&sort=description"),
        Case("parts, by manufacturer code, descending", f"{page}&sort=-manufacturer_code"),
        Case("parts, of one type (1 in 131)", "/api/parts?limit=5&type_id=7"),
        Case("search: vishay relay 24v (1 part in 320 has them)", "/api/parts?limit=3&q=vishay+relay+24v"),
        *[Case(name, f"{page}&q={quote_plus(words)}") for name, words in searches.items()],
        Case("parts with locations", "/api/parts/with-locations?limit=50"),
        Case("one part", f"/api/parts/{key_of(parts // 2)}"),
        Case("history of a part", f"/api/parts/{key_of(parts // 2)}/history"),
        Case("locations of a part", f"/api/parts/{key_of(parts // 2)}/locations"),
        Case("types with statistics", "/api/types?include_stats=true"),
        Case("suggested location", "/api/inventory/suggestions/7"),
        Case("dashboard: statistics", "/api/dashboard/stats"),
        Case("dashboard: recent activity", "/api/dashboard/recent-activity"),
        Case("dashboard: low stock", "/api/dashboard/low-stock?threshold=2"),
        Case("dashboard: category distribution", "/api/dashboard/category-distribution"),
        Case("dashboard: parts without documents", "/api/dashboard/parts-without-documents"),
        Case("boxes (all of them)", "/api/boxes", bounded=False),
        Case("dashboard: storage summary (all boxes)", "/api/dashboard/storage-summary", bounded=False),
    ]


Growth = dict[str, dict[int, float]]
"""Median milliseconds by case and number of parts."""


def run_growth(
    databases: Databases, partsbench: Contender, plan: Plan, scratch: Path, say: Callable[[str], None]
) -> Growth:
    """Ask each case at each size, over one connection, one at a time."""
    results: Growth = {}
    for size in plan.sizes:
        with running(partsbench, databases.template(size), scratch) as server:
            for name, milliseconds in _ask_all(server, size, plan.growth_seconds).items():
                results.setdefault(name, {})[size] = milliseconds
        say(f"{databases.kind}: growth, {size} parts")
    return results


def _ask_all(server: Running, size: int, seconds: float) -> dict[str, float]:
    connection = Connection(server.port)
    chosen = cases(size)
    taken: dict[str, list[float]] = {case.name: [] for case in chosen}
    end = time.monotonic() + seconds
    turn = 0
    while turn < FEWEST_TURNS or time.monotonic() < end:
        turn += 1
        for case in chosen:
            begin = time.perf_counter()
            reply = connection.ask(message("GET", case.target))
            taken[case.name].append((time.perf_counter() - begin) * 1e3)
            if reply.status != 200:
                raise RuntimeError(f"{case.target} was answered with {reply.status}: {reply.body[:300]!r}")
    connection.close()
    # The first two rounds opened connections and prepared statements.
    return {name: median(times[2:]) for name, times in taken.items()}


def statements(database_url: str) -> dict[str, list[int]]:
    """How many SQL statements each list takes for pages of 1, 10 and 100."""
    app = create_app(Settings(database_url=database_url, log_level="WARNING"))
    runtime = app.extensions[EXTENSION]
    seen: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    event.listen(runtime.world.store.engine, "before_cursor_execute", note)
    client = app.test_client()
    counts: dict[str, list[int]] = {}
    for target in (
        "/api/parts?limit={}",
        "/api/parts?limit={}&q=relay",
        "/api/parts/with-locations?limit={}",
        f"/api/parts/{key_of(1)}/history?limit={{}}",
        "/api/dashboard/recent-activity?limit={}",
        "/api/types",
        "/api/types?include_stats=true",
        "/api/boxes",
        "/api/sellers",
    ):
        for limit in (1, 10, 100):
            seen.clear()
            reply = client.get(target.format(limit))
            if reply.status_code != 200:
                raise RuntimeError(f"{target} was answered with {reply.status_code}: {reply.get_data()!r}")
            counts.setdefault(target.format("N"), []).append(len(seen))
    runtime.close()
    return counts
