"""Long lists: counted up to a bound, complete in every order, and never read from end to end for one page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, event, insert, text
from unit.bench import NOON, Bench

from services.kernel.paging import COUNT_LIMIT, Page, page_of
from services.kernel.world import World
from services.models import Box, Location, Part, PartLocation, QuantityChange, Type
from services.partpages import GATHERED_AT_MOST, SORTS
from services.totals import rebuild

PARTS = COUNT_LIMIT + 50
COMMON = range(0, PARTS, 4)
"""The parts that have the common word and the common type: more than are gathered, fewer than are counted."""
RARE = range(0, PARTS, 997)
CHANGED = 7
"""The part whose stock was changed so often that its history is not counted to the end."""


def letters(number: int) -> str:
    return "".join(chr(65 + number // 26**place % 26) for place in (3, 2, 1, 0))


def part(number: int) -> dict[str, Any]:
    scattered = number * 7919 % 26**4
    words = [f"d{scattered % 1000:03}", "common" if number in COMMON else "other", "rare" if number in RARE else ""]
    code = None if number % 10 == 0 else f"c{scattered % 500:03}"
    return {
        "id": number + 1,
        "key": letters(scattered),
        "description": words[0],
        "description_key": words[0],
        "manufacturer_code": code,
        "manufacturer_code_key": code,
        "type_id": 1 if number in COMMON else 2,
        "tags": [],
        "total_quantity": scattered % 90,
        "search_text": " ".join(words),
        "created_at": NOON,
        "updated_at": NOON,
    }


@pytest.fixture
def long(bench: Bench) -> Bench:
    """An inventory of more parts, and of more changes of one, than are counted."""
    moments = {"created_at": NOON, "updated_at": NOON}
    with bench.world.store.transaction() as session:
        kinds = [{"name": name, "name_key": name, **moments} for name in ("common", "other")]
        session.execute(insert(Type), kinds)
        session.execute(insert(Part), [part(number) for number in range(PARTS)])
        change = {"part_id": CHANGED, "delta_qty": 1, "location_reference": "1-1", "timestamp": NOON}
        session.execute(insert(QuantityChange), [change] * (COUNT_LIMIT + 1))
        session.execute(insert(Box).values(box_no=1, capacity=1, description="Everything", **moments))
        session.execute(insert(Location).values(id=1, box_no=1, loc_no=1))
        lying = [(one["id"], one["total_quantity"]) for one in map(part, range(PARTS)) if one["total_quantity"]]
        stock = [{"part_id": part_id, "location_id": 1, "qty": qty} for part_id, qty in lying]
        session.execute(insert(PartLocation), stock)
        rebuild(session.connection())
    with bench.world.store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))
    return bench


def ordered(numbers: range, sort: str) -> list[str]:
    """The keys of parts in an order, as Python would sort them."""
    down = sort.startswith("-")
    column = {"key": "key", "created_at": "created_at", "total_quantity": "total_quantity"}.get(
        sort.lstrip("-"), f"{sort.lstrip('-')}_key"
    )
    parts = sorted((part(number) for number in numbers), key=lambda one: one["id"], reverse=down)
    named = [one for one in parts if one[column] is not None]
    missing = [one for one in parts if one[column] is None]
    return [one["key"] for one in [*sorted(named, key=lambda one: one[column], reverse=down), *missing]]


def test_a_long_list_is_counted_up_to_a_bound_and_known_to_go_on(long: Bench) -> None:
    with long.reading() as services:
        low = partial(services.dashboard.low_stock, threshold=90, limit=50)
        first, near_the_end, end, behind = (low(offset=offset) for offset in (0, 9950, 10000, 10100))
        assert (first.total, first.limited, first.more) == (COUNT_LIMIT, True, True)
        assert (near_the_end.total, near_the_end.limited, near_the_end.more) == (COUNT_LIMIT, True, True)
        # The end is reached, so there is nothing left to count.
        assert (end.total, end.limited, len(end.items)) == (PARTS, False, 50)
        assert (behind.total, behind.limited, behind.more, behind.items) == (COUNT_LIMIT, True, False, [])
        key = part(CHANGED - 1)["key"]
        for changes in (services.parts.history(key, 10, 0), services.dashboard.recent_activity(10, 0)):
            assert (changes.total, changes.limited, changes.more, len(changes.items)) == (COUNT_LIMIT, True, True, 10)


def test_all_parts_are_counted_and_come_in_every_order_from_either_end(long: Bench) -> None:
    with long.reading() as services:
        for sort in SORTS:
            expected = ordered(range(PARTS), sort)
            for offset in (0, 4000, PARTS // 2, PARTS // 2 + 1, PARTS - 60, PARTS - 20, PARTS, PARTS + 70):
                page = services.parts.list(50, offset, sort=sort)
                assert [one.key for one in page.items] == expected[offset : offset + 50], (sort, offset)
                assert (page.total, page.limited) == (PARTS, False)


def test_common_words_are_found_in_every_order_without_counting_them_all(long: Bench) -> None:
    with long.reading() as services:
        for sort in SORTS:
            expected = ordered(COMMON, sort)
            first, deep = (services.parts.list(50, offset, q="common d", sort=sort) for offset in (0, 2000))
            assert [one.key for one in (*first.items, *deep.items)] == expected[:50] + expected[2000:2050], sort
            assert (first.total, first.limited, first.more) == (GATHERED_AT_MOST, True, True)
            last = services.parts.list(50, len(expected) - 20, q="common d", sort=sort)
            assert [one.key for one in last.items] == expected[-20:], sort
            assert (last.total, last.limited) == (len(expected), False)


def test_rare_words_are_found_in_every_order_and_counted(long: Bench) -> None:
    with long.reading() as services:
        for sort in SORTS:
            page = services.parts.list(50, 0, q="rare", sort=sort)
            assert [one.key for one in page.items] == ordered(RARE, sort), sort
            assert (page.total, page.limited) == (len(RARE), False)


def test_a_common_type_is_listed_in_every_order_and_counted(long: Bench) -> None:
    with long.reading() as services:
        for sort in SORTS:
            page = services.parts.list(50, 100, type_id=1, sort=sort)
            assert [one.key for one in page.items] == ordered(COMMON, sort)[100:150], sort
            assert (page.total, page.limited) == (len(COMMON), False)
        both = services.parts.list(50, 0, type_id=1, q="common", sort="key")
        assert [one.key for one in both.items] == ordered(COMMON, "key")[:50]
        assert (both.total, both.limited) == (GATHERED_AT_MOST, True)
        assert services.parts.list(50, 0, type_id=2, q="common").items == []


def test_no_page_of_parts_is_found_by_reading_or_sorting_all_of_them(long: Bench) -> None:
    asked: list[dict[str, Any]] = [{"sort": sort, "offset": offset} for sort in SORTS for offset in (0, PARTS - 30)]
    asked += [{"sort": sort, "q": "rare"} for sort in SORTS]
    asked += [{"sort": "key", "type_id": 1}, {"sort": "created_at", "q": "common", "limit": 1}]
    for question in asked:
        with long.reading() as services, explained(long.world) as plans:
            services.parts.list(**{"limit": 10, "offset": 0, **question})
        assert plans
        if "q" in question and long.world.store.dialect == "postgresql":
            # Of so few parts it prefers to read the text; where they weigh something it takes the index of words.
            del plans[0]
        for plan in plans:
            assert not any(line in plan for line in ("Seq Scan on parts", "SCAN parts\n")), (question, plan)
            if "q" not in question:
                # The page itself is sorted once more when it is put together.
                assert plan.count("Sort\n") + plan.count("USE TEMP B-TREE") <= 1, (question, plan)


@contextmanager
def explained(world: World) -> Iterator[list[str]]:
    """How the database goes about each query of the block, but for counts."""
    plans: list[str] = []
    explain = "EXPLAIN QUERY PLAN " if world.store.dialect == "sqlite" else "EXPLAIN (COSTS OFF) "

    def note(connection: Connection, _cursor: object, statement: str, values: Any, *_: object) -> None:
        # A count stops at its bound, wherever it reads.
        if statement.startswith("SELECT") and not statement.startswith("SELECT count"):
            rows = connection.exec_driver_sql(explain + statement, values)
            plans.append("".join(f"{row[-1].strip().replace('->  ', '-> ')}\n" for row in rows))

    event.listen(world.store.engine, "before_cursor_execute", note)
    try:
        yield plans
    finally:
        event.remove(world.store.engine, "before_cursor_execute", note)


def test_a_page_knows_whether_another_one_follows() -> None:
    cases: list[tuple[int, list[int], Page[int]]] = [
        (0, [], Page([], 0)),
        (5, [1, 2, 3], Page([1, 2], 5)),
        (6, [1, 2, 3], Page([1, 2], 5, limited=True, more=True)),
        (6, [1, 2], Page([1, 2], 12)),
        (6, [], Page([], 5, limited=True)),
    ]
    for counted, items, expected in cases:
        assert page_of(items, 2, 10, counted, most=5) == expected
