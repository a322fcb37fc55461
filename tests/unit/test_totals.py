"""Numbers that repeat what others add up to: right after any change, by any number of people, and after an upgrade."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import text
from unit.bench import Bench

from services import Services, schema, totals
from services.seed import seed

ROUNDS = 6


def differences(bench: Bench) -> list[str]:
    with bench.world.store.reading() as session:
        return totals.differences(session)


def test_an_older_database_is_counted_when_it_is_upgraded(bench: Bench) -> None:
    with bench.world.store.transaction() as session:
        seed(session, bench.world)
    with bench.reading() as services:
        before = (services.dashboard.stats(), services.types.list(include_stats=True), services.boxes.list())
    assert before[0].total_parts > 0
    schema.downgrade(bench.world.store, "0004")
    schema.upgrade(bench.world.store)
    assert differences(bench) == []
    with bench.reading() as services:
        after = (services.dashboard.stats(), services.types.list(include_stats=True), services.boxes.list())
    assert after == before


def test_what_was_changed_past_the_services_is_named_and_worked_out_anew(bench: Bench) -> None:
    with bench.world.store.transaction() as session:
        seed(session, bench.world)
        session.execute(
            text("UPDATE type_totals SET parts = parts + 1 WHERE type_id = (SELECT max(type_id) FROM parts)")
        )
        session.execute(text("UPDATE locations SET part_count = part_count + 2 WHERE box_no = 1 AND loc_no = 1"))
        session.execute(text("UPDATE parts SET total_quantity = 99 WHERE key = (SELECT min(key) FROM parts)"))
    of_types, (place, part) = differences(bench)[:-2], differences(bench)[-2:]
    assert of_types
    assert all(kind.startswith("Of type ") for kind in of_types)
    assert place == "In location 1-1 there are 1 parts; noted: 3."
    assert part.endswith("noted: 99.")
    totals.recount(bench.world.store)
    assert differences(bench) == []


def test_parts_that_change_their_type_are_counted_where_they_went(bench: Bench) -> None:
    with bench.writing() as services:
        diodes, relays = (services.types.create(name=name).id for name in ("Diode", "Relay"))
        key = services.parts.create(description="One", type_id=diodes).key
        services.parts.create(description="Another")
        box_no = services.boxes.create(capacity=2, description="Box").box_no
        services.inventory.add(key, box_no=box_no, loc_no=1, qty=9)
        services.parts.update(key, type_id=relays)
        assert [(kind.name, kind.part_count) for kind in services.types.list(include_stats=True)] == [
            ("Diode", 0),
            ("Relay", 1),
        ]
        services.types.delete(diodes)
        services.parts.update(key, type_id=None)
        services.types.delete(relays)
        stats = services.dashboard.stats()
        assert (stats.total_parts, stats.total_quantity) == (2, 9)
    assert differences(bench) == []


def test_people_who_move_retype_and_resize_at_once_wait_for_each_other_in_no_ring(bench: Bench) -> None:
    with bench.writing() as services:
        kinds = [services.types.create(name=name).id for name in ("Diode", "Relay")]
        keys = [
            services.parts.create(description=f"Part {number}", type_id=kinds[number % 2]).key for number in range(6)
        ]
        box_no = services.boxes.create(capacity=4, description="Box").box_no
        for number, key in enumerate(keys):
            services.inventory.add(key, box_no=box_no, loc_no=number % 2 + 1, qty=2)

    def mover(number: int) -> Callable[[Services], object]:
        here, there = (number % 2 + 1, 2 - number % 2)

        def move(services: Services) -> None:
            place = {"from_box_no": box_no, "to_box_no": box_no}
            services.inventory.move(keys[number], **place, from_loc_no=here, to_loc_no=there, qty=2)
            services.inventory.move(keys[number], **place, from_loc_no=there, to_loc_no=here, qty=2)

        return move

    others: list[Callable[[Services], object]] = [
        lambda services: services.parts.update(keys[4], type_id=kinds[1]),
        lambda services: services.parts.update(keys[5], type_id=kinds[0]),
        lambda services: services.boxes.update(box_no, capacity=3),
        lambda services: services.types.update(kinds[0], name="Diodes"),
    ]
    for _ in range(ROUNDS):
        assert bench.at_once([*map(mover, range(4)), *others]) == ["done"] * 8
        assert differences(bench) == []
        with bench.writing() as services:
            services.parts.update(keys[4], type_id=kinds[0])
            services.parts.update(keys[5], type_id=kinds[1])
            services.boxes.update(box_no, capacity=4)
