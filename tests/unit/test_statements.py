"""Every list takes the same few statements, however long it is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from unit.bench import Bench, statements_of

from services import Services

Read = Callable[[Services, str], object]

READS: dict[str, tuple[int, Read]] = {
    "types": (1, lambda it, key: it.types.list()),
    "types with stats": (1, lambda it, key: it.types.list(include_stats=True)),
    "sellers": (1, lambda it, key: it.sellers.list()),
    "parts": (2, lambda it, key: it.parts.list(500, 0)),
    "parts found": (2, lambda it, key: it.parts.list(500, 0, q="part re", sort="-total_quantity")),
    "parts with locations": (3, lambda it, key: it.parts.list_with_locations(500, 0)),
    "part": (1, lambda it, key: it.parts.get(key)),
    "locations of a part": (2, lambda it, key: it.parts.locations(key)),
    "history of a part": (3, lambda it, key: it.parts.history(key, 500, 0)),
    "boxes": (1, lambda it, key: it.boxes.list()),
    "box": (2, lambda it, key: it.boxes.get(1)),
    "locations of a box": (1, lambda it, key: it.boxes.locations(1)),
    "usage of a box": (1, lambda it, key: it.boxes.usage(1)),
    "location": (1, lambda it, key: it.locations.get(1, 1)),
    "suggestion": (2, lambda it, key: it.inventory.suggest(1)),
    "stats": (1, lambda it, key: it.dashboard.stats()),
    "activity": (2, lambda it, key: it.dashboard.recent_activity(500, 0)),
    "storage": (1, lambda it, key: it.dashboard.storage_summary()),
    "low stock": (2, lambda it, key: it.dashboard.low_stock(limit=500)),
    "categories": (1, lambda it, key: it.dashboard.category_distribution()),
    "parts without documents": (2, lambda it, key: it.dashboard.parts_without_documents()),
}


def furnish(bench: Bench, rows: range) -> str:
    """As many types, sellers, boxes, parts and changes of the first part as there are rows; its key."""
    with bench.writing() as services:
        first = None
        for number in rows:
            kind = services.types.create(name=f"Relay {number}").id
            seller = services.sellers.create(name=f"Seller {number}", website="https://www.example.com").id
            services.boxes.create(capacity=101, description="Box")
            part = services.parts.create(description="Part", type_id=kind, seller_id=seller).key
            first = first or services.parts.list(1, 0, sort="created_at").items[0].key
            for key in {first, part}:
                services.inventory.add(key, box_no=1, loc_no=number + 1, qty=1)
    assert first
    return first


@pytest.mark.timeout(120)
def test_a_list_of_a_hundred_takes_as_many_statements_as_one_of_ten(bench: Bench) -> None:
    counts = []
    for rows in (range(10), range(10, 100)):
        key = furnish(bench, rows)
        taken = {}
        for name, (_, read) in READS.items():
            with bench.reading() as services, statements_of(bench.world.store.engine) as statements:
                read(services, key)
            taken[name] = len(statements)
        counts.append(taken)
    assert counts[0] == counts[1] == {name: expected for name, (expected, _) in READS.items()}


def test_a_change_of_stock_takes_few_statements(bench: Bench) -> None:
    key = furnish(bench, range(2))
    cases: tuple[tuple[Callable[[Services], object], int], ...] = (
        (lambda it: it.inventory.add(key, box_no=1, loc_no=1, qty=2), 6),
        (lambda it: it.inventory.remove(key, box_no=1, loc_no=1, qty=1), 6),
        (lambda it: it.inventory.move(key, from_box_no=1, from_loc_no=1, to_box_no=1, to_loc_no=2, qty=1), 5),
    )
    for action, expected in cases:
        with bench.writing() as services, statements_of(bench.world.store.engine) as statements:
            action(services)
            assert len(statements) == expected, statements
