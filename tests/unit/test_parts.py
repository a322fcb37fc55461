"""Parts: their keys, what can be said about them, how they are listed and changed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from unit.bench import NOON, Bench

from services import Services
from services.kernel.clock import ControlledClock
from services.kernel.errors import (
    BusinessLogicError,
    ErrorCode,
    PartKeysExhausted,
    PartNotFound,
    SellerNotFound,
    TypeNotFound,
)
from services.kernel.ids import Ids
from services.kernel.world import World
from services.partpages import SORTS
from services.parts import KEY_TRIES
from services.views import LocationStock, PartStock, SellerSummary


class RepeatedKeys(Ids):
    """Gives the keys of a list in turn, the last one for ever, and counts how many were asked for."""

    def __init__(self, *keys: str) -> None:
        super().__init__()
        self.keys = list(keys)
        self.asked = 0

    def part_key(self) -> str:
        self.asked += 1
        return self.keys.pop(0) if len(self.keys) > 1 else self.keys[0]


def full_part(services: Services) -> dict[str, Any]:
    kind = services.types.create(name="Relay")
    seller = services.sellers.create(name="Mouser", website="https://www.mouser.com")
    return {
        "description": "Power relay",
        "manufacturer_code": "G5Q-1A4 DC5",
        "manufacturer": "Omron",
        "product_page": "https://omron.example/g5q",
        "seller_id": seller.id,
        "seller_link": "https://mouser.example/g5q",
        "type_id": kind.id,
        "tags": ["relay", "5V"],
        "package": "THT",
        "pin_count": 4,
        "pin_pitch": "5 mm",
        "voltage_rating": "250 V AC",
        "input_voltage": "5 V",
        "output_voltage": "none",
        "mounting_type": "through-hole",
        "series": "G5Q",
        "dimensions": "20 x 10 x 16 mm",
    }


def test_everything_said_about_a_part_comes_back(services: Services) -> None:
    fields = full_part(services)
    part = services.parts.create(**fields)
    assert {name: getattr(part, name) for name in fields} == fields
    assert (len(part.key), part.key.isascii(), part.key.isupper(), part.key.isalpha()) == (4, True, True, True)
    assert (part.created_at, part.updated_at, part.total_quantity) == (NOON, NOON, 0)
    assert part.type is not None
    assert (part.type.name, part.type.created_at) == ("Relay", NOON)
    assert part.seller == SellerSummary(fields["seller_id"], "Mouser", "https://www.mouser.com")
    assert services.parts.get(part.key) == part


def test_texts_are_trimmed_and_blank_ones_are_null(services: Services) -> None:
    part = services.parts.create(
        description=" Relay ", manufacturer=" ", series="", package=" THT ", tags=[" a ", "", "b", "a"], pin_count=None
    )
    assert (part.description, part.manufacturer, part.series, part.package) == ("Relay", None, None, "THT")
    assert (part.tags, part.pin_count, part.type, part.seller) == (["a", "b"], None, None, None)
    assert services.parts.create(description="Diode").tags == []
    assert services.parts.create(description="Diode", tags=None).tags == []


def test_an_update_changes_what_is_given_and_nothing_else(services: Services, clock: ControlledClock) -> None:
    fields = full_part(services)
    key = services.parts.create(**fields).key
    clock.advance(timedelta(minutes=5))
    part = services.parts.update(key, series="", pin_count=5, type_id=None, tags=None)
    changed = {**fields, "series": None, "pin_count": 5, "type_id": None, "tags": []}
    assert {name: getattr(part, name) for name in fields} == changed
    assert (part.type, part.created_at, part.updated_at) == (None, NOON, NOON + timedelta(minutes=5))


def test_an_update_without_change_leaves_the_time_of_the_last_one(services: Services, clock: ControlledClock) -> None:
    fields = full_part(services)
    key = services.parts.create(**fields).key
    clock.advance(timedelta(minutes=5))
    assert services.parts.update(key, **fields).updated_at == NOON
    assert services.parts.update(key, description=None).updated_at == NOON
    assert services.parts.update(key).description == "Power relay"


def test_a_part_of_an_unknown_type_or_seller_is_refused(services: Services) -> None:
    key = services.parts.create(description="Relay").key
    cases: tuple[tuple[type[BusinessLogicError], dict[str, Any], str], ...] = (
        (TypeNotFound, {"type_id": 99}, "/type_id"),
        (SellerNotFound, {"seller_id": 99}, "/seller_id"),
    )
    for refusal, fields, pointer in cases:
        with pytest.raises(refusal) as caught:
            services.parts.create(description="Relay", **fields)
        assert caught.value.pointer == pointer
        with pytest.raises(refusal) as caught:
            services.parts.update(key, **fields)
        assert caught.value.pointer == pointer


def test_unknown_parts_are_not_found(services: Services) -> None:
    for action in (
        services.parts.get,
        services.parts.update,
        services.parts.delete,
        services.parts.locations,
        lambda key: services.parts.history(key, 10, 0),
    ):
        with pytest.raises(PartNotFound) as caught:
            action("ZZZZ")
        assert caught.value.detail == "Part ZZZZ was not found"


def test_a_key_that_is_taken_is_generated_again(services: Services, world: World) -> None:
    world.ids = RepeatedKeys("AAAA", "AAAA", "AAAA", "BBBB")
    assert [services.parts.create(description="Relay").key for _ in range(2)] == ["AAAA", "BBBB"]


def test_a_part_is_refused_when_no_free_key_is_found(services: Services, world: World) -> None:
    services.types.create(name="Relay")
    world.ids = keys = RepeatedKeys("AAAA")
    services.parts.create(description="Relay")
    with pytest.raises(PartKeysExhausted):
        services.parts.create(description="Relay")
    assert keys.asked == 1 + KEY_TRIES
    assert [part.key for part in services.parts.list(10, 0).items] == ["AAAA"]
    assert len(services.types.list()) == 1


def test_a_part_with_stock_cannot_be_deleted(services: Services) -> None:
    box_no = services.boxes.create(capacity=2, description="Box").box_no
    key = services.parts.create(description="Relay").key
    for loc_no, pieces in ((1, "1 piece is"), (2, "5 pieces are")):
        services.inventory.add(key, box_no=box_no, loc_no=loc_no, qty=1 if loc_no == 1 else 4)
        with pytest.raises(BusinessLogicError) as caught:
            services.parts.delete(key)
        assert caught.value.code is ErrorCode.PART_HAS_STOCK
        assert caught.value.detail == f"Cannot delete part {key} because {pieces} in stock"


def test_deleting_a_part_deletes_its_history(services: Services) -> None:
    box_no = services.boxes.create(capacity=2, description="Box").box_no
    key = services.parts.create(description="Relay").key
    services.inventory.add(key, box_no=box_no, loc_no=1, qty=3)
    services.inventory.remove(key, box_no=box_no, loc_no=1, qty=3)
    assert services.dashboard.recent_activity(10, 0).total == 2
    services.parts.delete(key)
    assert services.dashboard.recent_activity(10, 0).total == 0
    assert services.parts.list(10, 0).total == 0


def test_the_history_of_a_part_is_paged_from_the_latest_change(services: Services, clock: ControlledClock) -> None:
    box_no = services.boxes.create(capacity=2, description="Box").box_no
    key = services.parts.create(description="Relay").key
    for qty in (1, 2, 3):
        services.inventory.add(key, box_no=box_no, loc_no=2, qty=qty)
        clock.advance(timedelta(seconds=1))
    page = services.parts.history(key, 2, 1)
    assert page.total == 3
    assert [(change.delta_qty, change.location_reference, change.timestamp) for change in page.items] == [
        (2, f"{box_no}-2", NOON + timedelta(seconds=1)),
        (1, f"{box_no}-2", NOON),
    ]


def test_the_locations_of_a_part_are_listed_by_box_and_number(services: Services) -> None:
    boxes = [services.boxes.create(capacity=3, description="Box").box_no for _ in range(2)]
    key = services.parts.create(description="Relay").key
    empty = services.parts.create(description="Diode").key
    for box_no, loc_no, qty in ((boxes[1], 1, 5), (boxes[0], 3, 2), (boxes[0], 1, 7)):
        services.inventory.add(key, box_no=box_no, loc_no=loc_no, qty=qty)
    expected = [(boxes[0], 1, 7), (boxes[0], 3, 2), (boxes[1], 1, 5)]
    assert services.parts.locations(key) == [PartStock(key, *place) for place in expected]
    assert services.parts.locations(empty) == []
    with_locations = services.parts.list_with_locations(10, 0, sort="-total_quantity").items
    assert [(part.key, part.total_quantity, part.locations) for part in with_locations] == [
        (key, 14, [LocationStock(*place) for place in expected]),
        (empty, 0, []),
    ]


def test_parts_are_listed_by_type_and_page_with_the_total_of_all(services: Services) -> None:
    relay = services.types.create(name="Relay").id
    for number in range(5):
        services.parts.create(description=f"Part {number}", type_id=relay if number % 2 else None)
    page = services.parts.list(2, 1, sort="description")
    assert ([part.description for part in page.items], page.total) == (["Part 1", "Part 2"], 5)
    of_type = services.parts.list(1, 0, type_id=relay, sort="description")
    assert ([part.description for part in of_type.items], of_type.total) == (["Part 1"], 2)
    assert services.parts.list(50, 0, type_id=999).total == 0
    assert (services.parts.list(50, 99).items, services.parts.list(50, 99).total) == ([], 5)


def test_the_newest_part_comes_first_even_within_one_instant(services: Services) -> None:
    for number in range(4):
        services.parts.create(description=f"Part {number}")
    listed = services.parts.list(50, 0, sort="-created_at").items
    assert [part.description for part in listed] == [
        "Part 3",
        "Part 2",
        "Part 1",
        "Part 0",
    ]


def sortable_parts(services: Services, world: World) -> None:
    box_no = services.boxes.create(capacity=9, description="Box").box_no
    rows = [
        ("DDDD", "beta", "x9", 3),
        ("AAAA", "Alpha", None, 0),
        ("CCCC", "ärger", "X10", 9),
        ("BBBB", "alpha", "Ä1", 3),
        ("EEEE", "_under", None, 0),
    ]
    for key, description, code, qty in rows:
        world.ids = RepeatedKeys(key)
        services.parts.create(description=description, manufacturer_code=code)
        if qty:
            services.inventory.add(key, box_no=box_no, loc_no=1, qty=qty)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("key", "ABCDE"),
        ("-key", "EDCBA"),
        ("description", "EABDC"),
        ("-description", "CDBAE"),
        ("manufacturer_code", "CDBAE"),
        ("-manufacturer_code", "BDCEA"),
        ("created_at", "DACBE"),
        ("-created_at", "EBCAD"),
        ("total_quantity", "AEDBC"),
        ("-total_quantity", "CBDEA"),
    ],
)
def test_every_order_is_total_and_the_same_on_both_databases(
    services: Services, world: World, sort: str, order: str
) -> None:
    sortable_parts(services, world)
    listed = [part.key[0] for part in services.parts.list(50, 0, sort=sort).items]
    paged = [services.parts.list(1, offset, sort=sort).items[0].key[0] for offset in range(5)]
    assert "".join(listed) == "".join(paged) == order


def test_every_order_is_tested_above() -> None:
    assert len(SORTS) == 10


def test_parts_made_at_once_by_eight_people_have_eight_keys(bench: Bench) -> None:
    bench.world.ids = RepeatedKeys(*["AAAA", "BBBB", "CCCC", "DDDD", "EEEE", "FFFF", "GGGG", "HHHH"] * 9)
    made = bench.at_once([lambda services: services.parts.create(description="Relay")] * 8)
    assert made == ["done"] * 8
    with bench.reading() as services:
        assert len({part.key for part in services.parts.list(50, 0).items}) == 8
