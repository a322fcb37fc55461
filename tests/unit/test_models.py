"""What the tables keep: instants in UTC, keys by which names are compared, and limits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError, StatementError
from unit.bench import NOON, Bench

from services import Services
from services.kernel.names import COMPARISON_KEY_LENGTH, comparison_key, fold, sort_key
from services.kernel.store import Store
from services.kernel.world import World
from services.models import Part, PartLocation, QuantityChange, Seller, Type


def test_an_instant_comes_back_in_utc_whatever_zone_it_was_given_in(world: World) -> None:
    tokyo = datetime(2026, 1, 1, 8, 30, 0, 5, tzinfo=timezone(timedelta(hours=9)))
    with world.store.transaction() as session:
        session.add(Type(name="Relay", created_at=tokyo, updated_at=tokyo))
    with world.store.reading() as session:
        read = session.scalars(select(Type.created_at)).one()
    assert (read, read.tzinfo) == (datetime(2025, 12, 31, 23, 30, 0, 5, tzinfo=UTC), UTC)


def test_an_instant_without_a_zone_is_refused(world: World) -> None:
    naive = datetime(2026, 1, 1)
    with world.store.session(write=True) as session:
        session.add(Type(name="Relay", created_at=naive, updated_at=naive))
        with pytest.raises(StatementError, match="an instant needs a time zone"):
            session.flush()


def test_instants_are_ordered_by_time_to_the_microsecond(world: World) -> None:
    instants = [NOON, NOON + timedelta(microseconds=1), NOON + timedelta(seconds=1), NOON + timedelta(days=400)]
    with world.store.transaction() as session:
        for number, instant in enumerate(reversed(instants)):
            session.add(Type(name=str(number), created_at=instant, updated_at=instant))
    with world.store.reading() as session:
        assert session.scalars(select(Type.created_at).order_by(Type.created_at)).all() == instants
        later = select(Type.created_at).where(Type.created_at > NOON).order_by(Type.created_at)
        assert session.scalars(later).all() == instants[1:]


def test_the_key_of_a_name_follows_the_name(world: World) -> None:
    seller = Seller(name="Größe", website="w")
    assert seller.name_key == "grösse"
    seller.name = "Other"
    assert seller.name_key == "other"


def test_keys_are_short_enough_for_an_index_and_tell_long_names_apart() -> None:
    widest = "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 255
    assert len(comparison_key(widest)) == COMPARISON_KEY_LENGTH
    assert comparison_key(widest) != comparison_key(widest + "x")
    assert comparison_key(widest + "x") == comparison_key(widest + "X")
    assert sort_key("B" * 500) == "b" * 200
    assert sort_key(None) is None
    assert fold("10 k\N{OHM SIGN}") == fold("10 K\N{GREEK CAPITAL LETTER OMEGA}")


def furnished(bench: Bench) -> str:
    with bench.writing() as services:
        box_no = services.boxes.create(capacity=1, description="Box").box_no
        key = services.parts.create(description="Relay", pin_count=4).key
        services.inventory.add(key, box_no=box_no, loc_no=1, qty=1)
    return key


def test_the_database_itself_refuses_what_must_never_be(bench: Bench) -> None:
    furnished(bench)
    twice = select(PartLocation.part_id, PartLocation.location_id, 1 + PartLocation.qty)
    for statement in (
        update(PartLocation).values(qty=0),
        update(QuantityChange).values(delta_qty=0),
        update(Part).values(pin_count=0),
        update(Part).values(type_id=99),
        insert(PartLocation).from_select(["part_id", "location_id", "qty"], twice),
    ):
        with bench.world.store.session(write=True) as session, pytest.raises(IntegrityError):
            session.execute(statement)


def test_what_is_written_is_stamped_by_the_clock_of_the_world(store: Store, world: World) -> None:
    with store.transaction() as session:
        assert session.info["clock"] is store.clock
        assert Services(session, world).types.create(name="Relay").created_at == NOON
