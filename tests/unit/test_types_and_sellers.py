"""Types and sellers: names unique for every alphabet, and refusals that say why."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from unit.bench import NOON, Bench

from services import Services
from services.kernel.clock import ControlledClock
from services.kernel.errors import (
    BlankText,
    BusinessLogicError,
    ErrorCode,
    SellerNameTaken,
    SellerNotFound,
    TypeNameTaken,
    TypeNotFound,
)
from services.sellers import Sellers
from services.types import Types
from services.views import TypeView, TypeWithStats

Action = Callable[[Services], object]


def refused(action: Callable[[], object]) -> BusinessLogicError:
    with pytest.raises(BusinessLogicError) as caught:
        action()
    return caught.value


def test_a_new_type_has_a_trimmed_name_and_the_time_of_the_worlds_clock(services: Services) -> None:
    made = services.types.create(name="  Relay \t")
    assert (made.name, made.created_at, made.updated_at) == ("Relay", NOON, NOON)
    assert services.types.get(made.id) == TypeView(made.id, "Relay", NOON, NOON)


def test_types_are_listed_by_name_ignoring_case(services: Services) -> None:
    for name in ("resistor", "Relay", "ÄNDERUNG", "zener", "Diode"):
        services.types.create(name=name)
    assert [kind.name for kind in services.types.list()] == ["Diode", "Relay", "resistor", "zener", "ÄNDERUNG"]


def test_the_list_of_types_counts_parts_when_asked(services: Services) -> None:
    relay = services.types.create(name="Relay")
    services.types.create(name="Diode")
    for _ in range(2):
        services.parts.create(description="Relay", type_id=relay.id)
    rows = services.types.list(include_stats=True)
    assert [(row.name, row.part_count) for row in rows if isinstance(row, TypeWithStats)] == [
        ("Diode", 0),
        ("Relay", 2),
    ]
    assert not hasattr(services.types.list()[0], "part_count")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Relay", " rELAY "),
        ("Größe", "GRÖSSE"),
        ("РЕЛЕ", "реле"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("İnduktör", "i̇nduktör"),
        ("Ω", "\N{OHM SIGN}"),
        ("LED", "\N{FULLWIDTH LATIN CAPITAL LETTER L}ed"),
        ("é", "e\N{COMBINING ACUTE ACCENT}"),
    ],
)
def test_a_name_is_taken_in_every_way_of_writing_it(services: Services, first: str, second: str) -> None:
    services.types.create(name=first)
    refusal = refused(lambda: services.types.create(name=second))
    assert type(refusal) is TypeNameTaken
    assert (refusal.detail, refusal.pointer) == (f"A type named {second.strip()} already exists", "/name")
    services.sellers.create(name=first, website="https://a.example")
    refusal = refused(lambda: services.sellers.create(name=second, website="https://b.example"))
    assert type(refusal) is SellerNameTaken
    assert refusal.detail == f"A seller named {second.strip()} already exists"
    assert len(services.types.list()) == len(services.sellers.list()) == 1


def test_very_long_names_that_differ_at_the_end_are_different(services: Services) -> None:
    widest = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}"
    for last in "ab":
        services.sellers.create(name=widest * 254 + last, website="https://a.example")
    assert type(refused(lambda: services.sellers.create(name=widest * 254 + "A", website="w"))) is SellerNameTaken


def test_the_session_stays_usable_after_a_taken_name(services: Services) -> None:
    kept = services.types.create(name="Relay")
    other = services.types.create(name="Diode")
    refused(lambda: services.types.create(name="relay"))
    refused(lambda: services.types.update(other.id, name="RELAY"))
    assert (services.types.get(other.id).name, services.types.get(kept.id).name) == ("Diode", "Relay")
    services.types.create(name="Triac")
    assert [kind.name for kind in services.types.list()] == ["Diode", "Relay", "Triac"]


def test_a_type_can_be_renamed_to_its_own_name_in_another_case(services: Services, clock: ControlledClock) -> None:
    made = services.types.create(name="relay")
    clock.advance(timedelta(hours=1))
    renamed = services.types.update(made.id, name="Relay")
    assert (renamed.name, renamed.created_at, renamed.updated_at) == ("Relay", NOON, NOON + timedelta(hours=1))


def test_an_update_without_change_leaves_the_time_of_the_last_one(services: Services, clock: ControlledClock) -> None:
    made = services.sellers.create(name="Mouser", website="https://www.mouser.com")
    clock.advance(timedelta(hours=1))
    same = services.sellers.update(made.id, name="Mouser", website=" https://www.mouser.com ")
    assert same.updated_at == NOON
    assert services.sellers.update(made.id).updated_at == NOON


def test_a_sellers_website_changes_alone(services: Services) -> None:
    made = services.sellers.create(name="Mouser", website="https://old.example")
    changed = services.sellers.update(made.id, website="https://www.mouser.com")
    assert (changed.name, changed.website) == ("Mouser", "https://www.mouser.com")


def test_blank_names_are_refused(services: Services) -> None:
    for action, pointer in (
        (lambda: services.types.create(name=" \u3000 "), "/name"),
        (lambda: services.sellers.create(name="Mouser", website="  "), "/website"),
        (lambda: services.parts.create(description="\t"), "/description"),
        (lambda: services.boxes.create(capacity=1, description=" "), "/description"),
    ):
        refusal = refused(action)
        assert type(refusal) is BlankText
        assert (refusal.code, refusal.pointer) == (ErrorCode.VALIDATION_FAILED, pointer)


def test_unknown_types_and_sellers_are_not_found(services: Services) -> None:
    def each(noun: Types | Sellers, refusal: type[BusinessLogicError], detail: str) -> None:
        for action in (noun.get, noun.update, noun.delete):
            caught = refused(partial(action, 9))
            assert (type(caught), caught.detail) == (refusal, detail)

    each(services.types, TypeNotFound, "Type 9 was not found")
    each(services.sellers, SellerNotFound, "Seller 9 was not found")


def test_what_parts_use_cannot_be_deleted(services: Services) -> None:
    kind = services.types.create(name="Relay")
    seller = services.sellers.create(name="Mouser", website="https://www.mouser.com")
    fields: dict[str, Any] = {"description": "Relay", "type_id": kind.id, "seller_id": seller.id}
    first = services.parts.create(**fields)
    refusal = refused(lambda: services.types.delete(kind.id))
    assert (refusal.code, refusal.detail) == (
        ErrorCode.TYPE_IN_USE,
        f"Cannot delete type {kind.id} because 1 part uses it",
    )
    second = services.parts.create(**fields)
    refusal = refused(lambda: services.sellers.delete(seller.id))
    assert (refusal.code, refusal.detail) == (
        ErrorCode.SELLER_IN_USE,
        f"Cannot delete seller {seller.id} because 2 parts use it",
    )
    for part in (first, second):
        services.parts.delete(part.key)
    services.types.delete(kind.id)
    services.sellers.delete(seller.id)
    assert (services.types.list(), services.sellers.list()) == ([], [])


def test_the_number_of_a_deleted_type_is_never_given_again(bench: Bench) -> None:
    with bench.writing() as services:
        gone = services.types.create(name="Relay").id
        services.types.delete(gone)
    with bench.writing() as services:
        assert services.types.create(name="Diode").id > gone


def test_of_eight_people_who_take_one_name_at_once_one_gets_it(bench: Bench) -> None:
    names = ["Relay", "RELAY", "relay", "rElAy"] * 2
    actions: list[Action] = [lambda services, name=name: services.types.create(name=name) for name in names]  # type: ignore[misc]
    assert sorted(bench.at_once(actions)) == ["TYPE_NAME_TAKEN"] * 7 + ["done"]


def test_a_part_never_names_a_type_that_was_deleted_at_the_same_time(bench: Bench) -> None:
    for _ in range(5):
        with bench.writing() as services:
            type_id = services.types.create(name="Relay").id
        deleted, created = bench.at_once(
            [
                lambda services, type_id=type_id: services.types.delete(type_id),  # type: ignore[misc]
                lambda services, type_id=type_id: services.parts.create(description="Relay", type_id=type_id),  # type: ignore[misc]
            ]
        )
        assert (deleted, created) in {("done", "TYPE_NOT_FOUND"), ("TYPE_IN_USE", "done")}
        with bench.writing() as services:
            for part in services.parts.list(50, 0).items:
                services.parts.delete(part.key)
            if created == "done":
                services.types.delete(type_id)
