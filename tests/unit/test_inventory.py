"""Stock: what comes, goes and moves, and who gets the last piece."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest
from sqlalchemy import select
from unit.bench import NOON, Bench

from services import Services
from services.inventory import MAX_QUANTITY
from services.kernel.errors import (
    ErrorCode,
    InsufficientQuantity,
    LocationNotFound,
    NoFreeLocation,
    PartNotFound,
    QuantityLimit,
    SameLocation,
    TypeNotFound,
)
from services.models import PartLocation
from services.views import LocationRef, PartStock


@pytest.fixture
def box_no(services: Services) -> int:
    return services.boxes.create(capacity=4, description="Box").box_no


@pytest.fixture
def key(services: Services) -> str:
    return services.parts.create(description="Relay").key


def changes(services: Services, key: str) -> list[tuple[int, str | None]]:
    return [(change.delta_qty, change.location_reference) for change in services.parts.history(key, 50, 0).items]


def test_adding_says_how_many_lie_there_now(services: Services, box_no: int, key: str) -> None:
    assert services.inventory.add(key, box_no=box_no, loc_no=3, qty=5) == PartStock(key, box_no, 3, 5)
    assert services.inventory.add(key, box_no=box_no, loc_no=3, qty=2) == PartStock(key, box_no, 3, 7)
    assert services.parts.get(key).total_quantity == 7
    assert changes(services, key) == [(2, f"{box_no}-3"), (5, f"{box_no}-3")]
    assert services.parts.history(key, 1, 0).items[0].timestamp == NOON


def test_at_zero_the_location_is_free_again_and_the_part_stays(services: Services, box_no: int, key: str) -> None:
    services.inventory.add(key, box_no=box_no, loc_no=1, qty=5)
    services.inventory.remove(key, box_no=box_no, loc_no=1, qty=2)
    assert services.parts.locations(key) == [PartStock(key, box_no, 1, 3)]
    services.inventory.remove(key, box_no=box_no, loc_no=1, qty=3)
    assert services.parts.locations(key) == []
    assert services.boxes.usage(box_no).occupied_locations == 0
    assert services.parts.get(key).total_quantity == 0
    assert [delta for delta, _ in changes(services, key)] == [-3, -2, 5]


def test_a_move_is_two_changes_that_cancel_out(services: Services, box_no: int, key: str) -> None:
    services.inventory.add(key, box_no=box_no, loc_no=1, qty=5)
    for qty in (2, 3):
        services.inventory.move(key, from_box_no=box_no, from_loc_no=1, to_box_no=box_no, to_loc_no=2, qty=qty)
    assert services.parts.locations(key) == [PartStock(key, box_no, 2, 5)]
    first, second = f"{box_no}-1", f"{box_no}-2"
    assert changes(services, key) == [(3, second), (-3, first), (2, second), (-2, first), (5, first)]


@pytest.mark.parametrize(
    ("there", "qty", "words"),
    [
        (3, 4, "Cannot take 4 pieces of {key} from {place} because only 3 are there"),
        (1, 2, "Cannot take 2 pieces of {key} from {place} because only 1 is there"),
        (0, 1, "Cannot take 1 piece of {key} from {place} because none is there"),
    ],
)
def test_more_than_is_there_cannot_be_taken(
    services: Services, box_no: int, key: str, there: int, qty: int, words: str
) -> None:
    if there:
        services.inventory.add(key, box_no=box_no, loc_no=1, qty=there)
    services.inventory.add(key, box_no=box_no, loc_no=2, qty=50)
    inventory = services.inventory
    actions: list[Callable[[], object]] = [
        lambda: inventory.remove(key, box_no=box_no, loc_no=1, qty=qty),
        lambda: inventory.move(key, from_box_no=box_no, from_loc_no=1, to_box_no=box_no, to_loc_no=2, qty=qty),
    ]
    for action in actions:
        with pytest.raises(InsufficientQuantity) as caught:
            action()
        assert caught.value.detail == words.format(key=key, place=f"{box_no}-1")
        assert caught.value.extra == {"requested": qty, "available": there}
    assert services.parts.get(key).total_quantity == there + 50


def test_unknown_parts_and_places_are_not_found(services: Services, box_no: int, key: str) -> None:
    inventory = services.inventory
    with pytest.raises(PartNotFound):
        inventory.add("ZZZZ", box_no=box_no, loc_no=1, qty=1)
    places: list[tuple[Callable[[], object], str, str]] = [
        (lambda: inventory.add(key, box_no=box_no, loc_no=9, qty=1), f"{box_no}-9", "/loc_no"),
        (lambda: inventory.remove(key, box_no=99, loc_no=1, qty=1), "99-1", "/loc_no"),
        (
            lambda: inventory.move(key, from_box_no=99, from_loc_no=1, to_box_no=box_no, to_loc_no=1, qty=1),
            "99-1",
            "/from_loc_no",
        ),
        (
            lambda: inventory.move(key, from_box_no=box_no, from_loc_no=1, to_box_no=box_no, to_loc_no=9, qty=1),
            f"{box_no}-9",
            "/to_loc_no",
        ),
    ]
    for action, place, pointer in places:
        with pytest.raises(LocationNotFound) as caught:
            action()
        assert (caught.value.detail, caught.value.pointer) == (f"Location {place} was not found", pointer)


def test_a_move_to_where_the_pieces_are_is_refused(services: Services, box_no: int, key: str) -> None:
    services.inventory.add(key, box_no=box_no, loc_no=1, qty=5)
    with pytest.raises(SameLocation) as caught:
        services.inventory.move(key, from_box_no=box_no, from_loc_no=1, to_box_no=box_no, to_loc_no=1, qty=1)
    assert caught.value.detail == f"{box_no}-1 is where the pieces already are"
    assert len(changes(services, key)) == 1


def test_a_part_never_has_more_pieces_than_a_clients_integer_can_count(
    services: Services, box_no: int, key: str
) -> None:
    services.inventory.add(key, box_no=box_no, loc_no=1, qty=MAX_QUANTITY - 2)
    services.inventory.add(key, box_no=box_no, loc_no=2, qty=1)
    with pytest.raises(QuantityLimit) as caught:
        services.inventory.add(key, box_no=box_no, loc_no=3, qty=2)
    assert caught.value.extra == {"requested": 2, "available": 1}
    services.inventory.add(key, box_no=box_no, loc_no=3, qty=1)
    assert services.parts.get(key).total_quantity == MAX_QUANTITY
    services.inventory.move(key, from_box_no=box_no, from_loc_no=2, to_box_no=box_no, to_loc_no=1, qty=1)
    assert services.parts.get(key).total_quantity == MAX_QUANTITY


def test_a_new_part_is_put_beside_others_of_its_type_otherwise_into_the_first_free_place(services: Services) -> None:
    relay, diode = (services.types.create(name=name).id for name in ("Relay", "Diode"))
    first, second = (services.boxes.create(capacity=2, description="Box").box_no for _ in range(2))
    part = services.parts.create(description="Relay", type_id=relay).key
    assert services.inventory.suggest(relay) == LocationRef(first, 1)
    services.inventory.add(part, box_no=second, loc_no=1, qty=1)
    assert services.inventory.suggest(relay) == LocationRef(second, 2)
    assert services.inventory.suggest(diode) == LocationRef(first, 1)
    services.inventory.add(part, box_no=second, loc_no=2, qty=1)
    assert services.inventory.suggest(relay) == LocationRef(first, 1)
    for loc_no in (1, 2):
        services.inventory.add(part, box_no=first, loc_no=loc_no, qty=1)
    with pytest.raises(NoFreeLocation):
        services.inventory.suggest(relay)
    with pytest.raises(TypeNotFound):
        services.inventory.suggest(99)


def stocked(bench: Bench, qty: int) -> tuple[str, int]:
    """A part with pieces in the first location of a new box: its key, and the box's number."""
    with bench.writing() as services:
        key = services.parts.create(description="Relay").key
        box_no = services.boxes.create(capacity=6, description="Box").box_no
        services.inventory.add(key, box_no=box_no, loc_no=1, qty=qty)
    return key, box_no


def test_of_people_who_take_the_last_piece_at_once_one_gets_it(bench: Bench) -> None:
    for _ in range(3):
        key, box_no = stocked(bench, 1)
        outcomes = bench.at_once(
            [
                lambda services, key=key, box_no=box_no: services.inventory.remove(  # type: ignore[misc]
                    key, box_no=box_no, loc_no=1, qty=1
                )
            ]
            * 4
        )
        assert sorted(outcomes) == [ErrorCode.INSUFFICIENT_QUANTITY.value] * 3 + ["done"]
    assert bench.stock() == bench.history() == {}


def test_people_who_fill_a_part_up_at_once_stay_below_the_limit(bench: Bench) -> None:
    key, box_no = stocked(bench, MAX_QUANTITY - 2)
    adding = [
        lambda services, loc_no=loc_no: services.inventory.add(key, box_no=box_no, loc_no=loc_no, qty=1)
        for loc_no in (2, 3, 4, 5)
    ]
    assert sorted(bench.at_once(adding)) == ["QUANTITY_LIMIT"] * 2 + ["done"] * 2
    assert bench.stock() == bench.history() == {key: MAX_QUANTITY}


def test_eight_people_at_once_keep_history_and_stock_the_same(bench: Bench) -> None:
    parts = [stocked(bench, 10) for _ in range(2)]
    places = [(box_no, loc_no) for _, box_no in parts for loc_no in range(1, 4)]

    def busy(person: int) -> list[str]:
        chance = Random(person)
        return [bench.outcome(any_change(chance, [key for key, _ in parts], places)) for _ in range(25)]

    outcomes = bench.together(busy, 8)
    seen = {outcome for of_person in outcomes for outcome in of_person}
    assert seen == {"done", "INSUFFICIENT_QUANTITY", "SAME_LOCATION"}
    assert bench.stock() == bench.history() != {}
    with bench.world.store.reading() as session:
        assert min(session.scalars(select(PartLocation.qty))) > 0


def any_change(chance: Random, keys: list[str], places: list[tuple[int, int]]) -> Callable[[Services], object]:
    """An addition, a removal or a move, as chance has it."""
    key, qty = chance.choice(keys), chance.randint(1, 4)
    (box_no, loc_no), (to_box_no, to_loc_no) = chance.choice(places), chance.choice(places)
    kind = chance.choice(["add", "remove", "remove", "move", "move"])
    if kind == "add":
        return lambda services: services.inventory.add(key, box_no=box_no, loc_no=loc_no, qty=qty)
    if kind == "remove":
        return lambda services: services.inventory.remove(key, box_no=box_no, loc_no=loc_no, qty=qty)
    return lambda services: services.inventory.move(
        key, from_box_no=box_no, from_loc_no=loc_no, to_box_no=to_box_no, to_loc_no=to_loc_no, qty=qty
    )
