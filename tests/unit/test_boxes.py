"""Boxes: their locations, how full they are, and what may not be taken away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from unit.bench import NOON, Bench

from services import Services
from services.kernel.clock import ControlledClock
from services.kernel.errors import BoxNotEmpty, BoxNotFound, CapacityInUse, LocationNotFound
from services.views import BoxUsage, LocationRef, StoredPart


def test_a_new_box_has_its_locations_numbered_from_one(services: Services) -> None:
    box = services.boxes.create(capacity=3, description=" Resistors ")
    assert (box.capacity, box.description, box.created_at, box.updated_at) == (3, "Resistors", NOON, NOON)
    assert box.locations == [LocationRef(box.box_no, number) for number in (1, 2, 3)]
    assert services.boxes.get(box.box_no) == box
    assert services.boxes.locations(box.box_no) == box.locations


def test_a_box_of_a_thousand_locations_can_be_made(services: Services) -> None:
    box = services.boxes.create(capacity=1000, description="Huge")
    assert [place.loc_no for place in box.locations] == list(range(1, 1001))


def test_box_numbers_follow_one_another_and_are_never_given_again(bench: Bench) -> None:
    with bench.writing() as services:
        assert [services.boxes.create(capacity=1, description="Box").box_no for _ in range(3)] == [1, 2, 3]
        services.boxes.delete(3)
    with bench.writing() as services:
        assert services.boxes.create(capacity=1, description="Box").box_no == 4
        assert [box.box_no for box in services.boxes.list()] == [1, 2, 4]


def test_the_list_says_how_full_each_box_is(services: Services) -> None:
    first = services.boxes.create(capacity=3, description="First").box_no
    second = services.boxes.create(capacity=7, description="Second").box_no
    for key in (services.parts.create(description="Relay").key, services.parts.create(description="Diode").key):
        services.inventory.add(key, box_no=first, loc_no=2, qty=5)
    services.inventory.add(key, box_no=first, loc_no=3, qty=1)
    full, empty = services.boxes.list()
    assert (full.box_no, full.capacity, full.description, full.created_at) == (first, 3, "First", NOON)
    assert (full.total_locations, full.occupied_locations, full.available_locations) == (3, 2, 1)
    assert full.usage_percentage == 66.67
    assert (empty.box_no, empty.occupied_locations, empty.usage_percentage) == (second, 0, 0.0)
    assert services.boxes.usage(first) == BoxUsage(first, 3, 2, 1, 66.67)
    assert services.boxes.usage(second) == BoxUsage(second, 7, 0, 7, 0.0)


def test_a_larger_capacity_adds_locations_and_a_smaller_one_takes_the_highest(
    services: Services, clock: ControlledClock
) -> None:
    box_no = services.boxes.create(capacity=3, description="Box").box_no
    clock.advance(timedelta(hours=1))
    grown = services.boxes.update(box_no, capacity=5, description="Larger")
    assert (grown.capacity, grown.description, grown.updated_at) == (5, "Larger", NOON + timedelta(hours=1))
    assert [place.loc_no for place in grown.locations] == [1, 2, 3, 4, 5]
    shrunk = services.boxes.update(box_no, capacity=2, description="Larger")
    assert [place.loc_no for place in shrunk.locations] == [1, 2]
    assert services.boxes.usage(box_no).total_locations == 2
    assert services.boxes.update(box_no, capacity=2, description="Larger") == shrunk


@pytest.mark.parametrize(
    ("occupied", "named"),
    [
        ([4], "{0}-4 holds stock"),
        ([3, 4], "{0}-3 and {0}-4 hold stock"),
        ([3, 4, 5], "{0}-3, {0}-4 and {0}-5 hold stock"),
        ([3, 4, 5, 6, 7], "{0}-3, {0}-4, {0}-5 and 2 more hold stock"),
    ],
)
def test_a_capacity_that_would_take_away_stock_is_refused(services: Services, occupied: list[int], named: str) -> None:
    box_no = services.boxes.create(capacity=8, description="Box").box_no
    key = services.parts.create(description="Relay").key
    for loc_no in (1, *occupied):
        services.inventory.add(key, box_no=box_no, loc_no=loc_no, qty=1)
    with pytest.raises(CapacityInUse) as caught:
        services.boxes.update(box_no, capacity=2, description="Smaller")
    because = named.format(box_no)
    assert caught.value.detail == f"Cannot reduce box {box_no} to 2 locations because {because}"
    assert (caught.value.pointer, caught.value.extra) == ("/capacity", {"occupied_locations": len(occupied)})


def test_a_box_that_holds_parts_cannot_be_deleted(services: Services) -> None:
    box_no = services.boxes.create(capacity=3, description="Box").box_no
    first, second = (services.parts.create(description="Relay").key for _ in range(2))
    services.inventory.add(first, box_no=box_no, loc_no=1, qty=1)
    services.inventory.add(first, box_no=box_no, loc_no=2, qty=1)
    with pytest.raises(BoxNotEmpty) as caught:
        services.boxes.delete(box_no)
    assert caught.value.detail == f"Cannot delete box {box_no} because it holds 1 part"
    services.inventory.add(second, box_no=box_no, loc_no=2, qty=1)
    with pytest.raises(BoxNotEmpty) as caught:
        services.boxes.delete(box_no)
    assert caught.value.detail == f"Cannot delete box {box_no} because it holds 2 parts"


def test_an_empty_box_goes_with_its_locations_and_history_still_names_it(services: Services) -> None:
    box_no = services.boxes.create(capacity=3, description="Box").box_no
    key = services.parts.create(description="Relay").key
    services.inventory.add(key, box_no=box_no, loc_no=1, qty=1)
    services.inventory.remove(key, box_no=box_no, loc_no=1, qty=1)
    services.boxes.delete(box_no)
    assert services.boxes.list() == []
    with pytest.raises(LocationNotFound):
        services.locations.get(box_no, 1)
    assert [change.location_reference for change in services.parts.history(key, 10, 0).items] == [f"{box_no}-1"] * 2


def test_unknown_boxes_and_locations_are_not_found(services: Services) -> None:
    boxes = services.boxes
    for action in (boxes.get, boxes.update, boxes.delete, boxes.usage, boxes.locations):
        with pytest.raises(BoxNotFound) as caught:
            action(9)
        assert caught.value.detail == "Box 9 was not found"
    box_no = boxes.create(capacity=3, description="Box").box_no
    with pytest.raises(LocationNotFound) as missing:
        services.locations.get(box_no, 4)
    assert missing.value.detail == f"Location {box_no}-4 was not found"


def test_a_location_shows_what_lies_there_by_key(services: Services) -> None:
    box_no = services.boxes.create(capacity=3, description="Box").box_no
    parts = [services.parts.create(description=name, manufacturer_code="X1") for name in ("Relay", "Diode", "LED")]
    for qty, part in enumerate(parts, start=1):
        services.inventory.add(part.key, box_no=box_no, loc_no=2, qty=qty)
    there = services.locations.get(box_no, 2)
    expected = [StoredPart(part.key, part.description, "X1", qty) for qty, part in enumerate(parts, start=1)]
    assert (there.box_no, there.loc_no) == (box_no, 2)
    assert there.parts == sorted(expected, key=lambda stored: stored.key)
    assert services.locations.get(box_no, 1).parts == []


def test_nothing_is_put_into_a_location_while_it_is_taken_away(bench: Bench) -> None:
    with bench.writing() as services:
        key = services.parts.create(description="Relay").key
    for _ in range(5):
        with bench.writing() as services:
            box_no = services.boxes.create(capacity=2, description="Box").box_no
        added, shrunk = bench.at_once(
            [
                lambda services, box_no=box_no: services.inventory.add(key, box_no=box_no, loc_no=2, qty=1),  # type: ignore[misc]
                lambda services, box_no=box_no: services.boxes.update(box_no, capacity=1),  # type: ignore[misc]
            ]
        )
        assert (added, shrunk) in {("done", "CAPACITY_IN_USE"), ("LOCATION_NOT_FOUND", "done")}
    assert bench.stock() == bench.history()
