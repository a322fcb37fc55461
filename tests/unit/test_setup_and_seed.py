"""What an inventory begins with: the set-up types, and on request a whole workshop."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from sqlalchemy import select
from unit.bench import NOON, Bench

from services import Services
from services.kernel.clock import ControlledClock
from services.kernel.names import comparison_key
from services.kernel.world import World
from services.models import Part, QuantityChange
from services.seed import seed, workshop
from services.setup import setup_types, synchronise_types


def planted(bench: Bench) -> bool:
    with bench.world.store.transaction() as session:
        return seed(session, bench.world)


def synchronised(bench: Bench) -> int:
    with bench.world.store.transaction() as session:
        return synchronise_types(session, bench.world)


def test_the_set_up_file_has_about_a_hundred_types_each_once() -> None:
    names = setup_types()
    assert 100 <= len(names) <= 150
    assert len({comparison_key(name) for name in names}) == len(names)
    assert all(1 <= len(name) <= 100 and name == name.strip() for name in names)
    assert {"Relay", "Resistor", "LED driver"} <= set(names)


def test_types_are_added_once_and_people_s_own_are_left_alone(bench: Bench) -> None:
    with bench.writing() as services:
        services.types.create(name="RELAY")
        services.types.create(name="Vacuum tube")
    assert synchronised(bench) == len(setup_types()) - 1
    assert synchronised(bench) == 0
    with bench.reading() as services:
        names = {kind.name for kind in services.types.list()}
        assert names == {*setup_types(), "RELAY", "Vacuum tube"} - {"Relay"}
        assert {kind.created_at for kind in services.types.list()} == {NOON}


def test_a_deleted_type_comes_back_and_the_others_keep_their_numbers(bench: Bench) -> None:
    synchronised(bench)
    with bench.writing() as services:
        before = {kind.name: kind.id for kind in services.types.list()}
        services.types.delete(before["Triac"])
    assert synchronised(bench) == 1
    with bench.reading() as services:
        after = {kind.name: kind.id for kind in services.types.list()}
    assert after.pop("Triac") > max(before.values())
    assert before.pop("Triac") not in after.values()
    assert after == before


def test_servers_that_start_at_once_add_each_type_once(bench: Bench) -> None:
    assert sum(bench.together(lambda _person: synchronised(bench), 4)) == len(setup_types())
    with bench.reading() as services:
        assert len(services.types.list()) == len(setup_types())


def test_the_workshop_is_as_rich_as_promised(bench: Bench) -> None:
    assert planted(bench) is True
    with bench.reading() as services:
        parts = services.parts.list_with_locations(500, 0).items
        stats = services.dashboard.stats()
        boxes = services.boxes.list()
        sellers = {seller.name for seller in services.sellers.list()}
    assert (len(boxes) >= 8, len(parts) >= 60, stats.total_parts) == (True, True, len(parts))
    assert len({part.type_id for part in parts if part.type_id}) >= 25
    assert {"Mouser", "DigiKey", "LCSC", "Reichelt"} <= sellers
    codes = {part.manufacturer_code for part in parts}
    assert {"G5Q-1A4 DC5", "LM7805CT", "NE555P", "ATmega328P-PU", "BC547B"} <= codes
    assert sum(part.total_quantity == 0 for part in parts) >= 5
    assert sum(len(part.locations) > 1 for part in parts) >= 5
    assert any(part.type is None for part in parts)
    assert any(part.seller is None for part in parts)
    assert all(part.type for part in parts if part.key not in {"UNKA", "UNKB"})
    assert sum(bool(part.tags) for part in parts) > 60
    assert (stats.changes_7d > 0, stats.changes_30d > stats.changes_7d) == (True, True)
    shared = Counter((place.box_no, place.loc_no) for part in parts for place in part.locations)
    assert max(shared.values()) > 1
    assert sum(box.occupied_locations == 0 for box in boxes) < len(boxes)


def test_the_history_of_the_workshop_adds_up_and_was_possible(bench: Bench) -> None:
    planted(bench)
    assert bench.stock() == bench.history()
    with bench.world.store.reading() as session:
        created = {row.id: row.created_at for row in session.execute(select(Part.id, Part.created_at))}
        there: Counter[tuple[int, str | None]] = Counter()
        last = NOON - timedelta(days=365)
        for change in session.scalars(select(QuantityChange).order_by(QuantityChange.id)):
            there[change.part_id, change.location_reference] += change.delta_qty
            assert there[change.part_id, change.location_reference] >= 0
            assert last <= change.timestamp < NOON
            assert created[change.part_id] <= change.timestamp
            last = change.timestamp


def test_the_workshop_is_found_by_searching(bench: Bench) -> None:
    planted(bench)
    with bench.reading() as services:
        assert [part.key for part in services.parts.list(9, 0, q="omron relay 5v", sort="key").items] == [
            "BZQP",
            "RSIG",
        ]


def test_seeding_twice_changes_nothing(bench: Bench) -> None:
    assert planted(bench) is True
    with bench.reading() as services:
        before = (services.dashboard.stats(), services.parts.list(500, 0), services.sellers.list())
    assert planted(bench) is False
    with bench.reading() as services:
        assert (services.dashboard.stats(), services.parts.list(500, 0), services.sellers.list()) == before


def test_seeding_refuses_an_inventory_that_has_a_part(bench: Bench) -> None:
    with bench.writing() as services:
        services.parts.create(description="Mine")
    assert planted(bench) is False
    with bench.reading() as services:
        assert (services.boxes.list(), services.types.list(), services.parts.list(9, 0).total) == ([], [], 1)


def test_seeding_takes_in_the_boxes_and_sellers_that_are_there(bench: Bench) -> None:
    with bench.writing() as services:
        own = services.boxes.create(capacity=2, description="Mine").box_no
        mouser = services.sellers.create(name="MOUSER", website="https://mine.example").id
    planted(bench)
    with bench.reading() as services:
        assert services.boxes.usage(own).occupied_locations == 0
        assert len(services.boxes.list()) == 1 + len(workshop()["boxes"])
        assert services.parts.get("BZQP").seller_id == mouser
        assert services.sellers.get(mouser).name == "MOUSER"
        assert [place.box_no for place in services.parts.locations("BZQP")] == [own + 6]


def test_the_workshop_is_the_same_every_time(world: World, clock: ControlledClock) -> None:
    seen = []
    for _ in range(2):
        with world.store.session(write=True) as session:
            seed(session, world)
            parts = Services(session, world).parts
            page = parts.list_with_locations(500, 0, sort="key").items
            seen.append([(part.key, part.created_at, len(part.locations), part.total_quantity) for part in page])
            session.rollback()
    assert seen[0] == seen[1]
    assert clock.now() == NOON
