"""Writing imports in bulk, beside others who write."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event
from typing import Any

import pytest
from sqlalchemy import func, insert, select
from sqlalchemy.orm import Session
from unit.bench import Bench

from services.importjudge import CHUNK, Judge
from services.imports import Source, import_file
from services.importwriter import ImportWriter
from services.kernel.correlation import Trace
from services.kernel.errors import ImportInvalid, PartKeysExhausted, TaskCancelled
from services.kernel.ids import Ids
from services.models import Part
from services.runner import Job, TaskContext
from services.totals import add_to_total


def context(bench: Bench, source: Source, cancelled: Event | None = None) -> TaskContext:
    with bench.reading() as services:
        arguments = services.imports.prepare(source)
    job = Job(bench.world, "task", "import_parts", arguments, Trace())
    if cancelled is not None:
        job.cancelled = cancelled
    return TaskContext(job, Event())


def codes(count: int) -> bytes:
    return b"mpn\n" + b"".join(b"X%d\n" % number for number in range(count))


def write(bench: Bench, source: Source, report: Callable[[Session, int], None]) -> None:
    with bench.world.store.transaction() as session:
        session.info["clock"] = bench.world.clock
        judgement = Judge(session, source.table(), source.box_no, locking=True).judge()
        ImportWriter(session, bench.world, judgement, lambda done: report(session, done)).write()


def take(session: Session, key: str, bench: Bench) -> None:
    """Have somebody else make a part under the key."""
    now = bench.world.clock.now()
    values: dict[str, Any] = {"key": key, "description": "Other", "description_key": "other"}
    values |= {"tags": [], "search_text": "other"}
    session.execute(insert(Part).values(**values, created_at=now, updated_at=now))
    add_to_total(session, None, parts=1)


def test_a_key_that_somebody_takes_meanwhile_is_replaced(bench: Bench) -> None:
    bench.world.ids.seed("keys")
    ahead = Ids()
    ahead.seed("keys")
    coming = list(dict.fromkeys(ahead.part_key() for _ in range(2 * CHUNK)))
    taken = coming[CHUNK + 3]

    def report(session: Session, done: int) -> None:
        if done == CHUNK:
            take(session, taken, bench)

    write(bench, Source(codes(CHUNK + 10)), report)
    with bench.reading() as services:
        rows = services.session.execute(select(Part.key, Part.manufacturer_code, Part.search_text)).all()
    assert len(rows) == CHUNK + 11
    assert len({row.key for row in rows}) == CHUNK + 11
    assert {row.manufacturer_code for row in rows if row.key == taken} == {None}
    assert all(row.search_text.split("\n")[0] == row.key.lower() for row in rows if row.manufacturer_code)


def test_when_no_key_is_found_nothing_is_written(bench: Bench) -> None:
    class One(Ids):
        def part_key(self) -> str:
            return "SAME"

    bench.world.ids = One()
    with pytest.raises(PartKeysExhausted):
        import_file(context(bench, Source(codes(2))))
    with bench.reading() as services:
        assert services.session.scalar(select(func.count()).select_from(Part)) == 0


def test_keys_that_rows_bring_along_are_given_to_no_other_row(bench: Bench) -> None:
    bench.world.ids.seed("keys")
    ahead = Ids()
    ahead.seed("keys")
    first = ahead.part_key()
    import_file(context(bench, Source(f"key,mpn\n,X1\n{first},X2\n".encode())))
    with bench.reading() as services:
        assert services.session.scalar(select(Part.manufacturer_code).where(Part.key == first)) == "X2"


def test_two_imports_of_one_file_at_once_make_each_part_once(bench: Bench) -> None:
    start = Barrier(2)

    def run(_number: int) -> dict[str, Any]:
        mine = context(bench, Source(codes(300)))
        start.wait(timeout=30)
        return import_file(mine)["counts"]  # type: ignore[no-any-return]  # The counts of a result.

    with ThreadPoolExecutor(2) as pool:
        counts = list(pool.map(run, range(2)))
    assert sorted(count["create"] for count in counts) == [0, 300]
    assert sorted(count["existing"] for count in counts) == [0, 300]


def test_stock_that_somebody_moves_meanwhile_is_not_lost(bench: Bench) -> None:
    with bench.writing() as services:
        box = services.boxes.create(capacity=3, description="Box").box_no
        key = services.parts.create(description="Lamp", manufacturer_code="X0").key
        services.inventory.add(key, box_no=box, loc_no=1, qty=5)
    start = Barrier(2)

    def add() -> None:
        start.wait(timeout=30)
        for _ in range(20):
            with bench.writing() as services:
                services.inventory.add(key, box_no=box, loc_no=1, qty=1)

    def bring() -> None:
        start.wait(timeout=30)
        for _ in range(5):
            import_file(context(bench, Source(b"mpn,qty\nX0,100\n", box_no=box)))

    with ThreadPoolExecutor(2) as pool:
        for work in [pool.submit(add), pool.submit(bring)]:
            work.result(timeout=60)
    with bench.reading() as services:
        assert [(place.loc_no, place.qty) for place in services.parts.locations(key)] == [(1, 525)]
        assert sum(change.delta_qty for change in services.parts.history(key, limit=100, offset=0).items) == 525


def test_an_import_that_is_asked_to_end_leaves_nothing(bench: Bench) -> None:
    cancelled = Event()
    mine = context(bench, Source(codes(3 * CHUNK)), cancelled)
    told: list[str] = []

    class Telling(TaskContext):
        def progress(self, message: str, value: float) -> None:
            told.append(message)
            if "written" in message:
                cancelled.set()

    mine.__class__ = Telling
    with pytest.raises(TaskCancelled):
        import_file(mine)
    assert told[-1] == f"{CHUNK} of {3 * CHUNK} parts written"
    with bench.reading() as services:
        assert services.session.scalar(select(func.count()).select_from(Part)) == 0


def test_no_more_errors_are_listed_than_a_problem_holds(bench: Bench) -> None:
    rows = b"".join(b"X%d,some\n" % number for number in range(150))
    with pytest.raises(ImportInvalid) as refused:
        import_file(context(bench, Source(b"mpn,qty\n" + rows)))
    errors = refused.value.extra["errors"]
    assert isinstance(errors, list)
    assert len(errors) == 100
    assert refused.value.detail == "Nothing was imported because 150 rows have errors"
