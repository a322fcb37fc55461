"""Where sandboxes are kept: what comes out is what the real sequence makes, also when the tables were changed."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from services.kernel.clock import ControlledClock
from services.testing import postgres_schema
from services.testing.databases import places_for
from services.testing.places import Beginning, Place, Places
from support.testmode import database_of_kind

MOMENT = datetime(2026, 3, 4, 5, 6, 7, 891234, tzinfo=UTC)


@pytest.fixture(params=["sqlite", "postgresql"])
def places(request: pytest.FixtureRequest, postgres: str, tmp_path: Path) -> Iterator[Places]:
    with database_of_kind(request.param, postgres, tmp_path) as url:
        made = places_for(url)
        yield made
        made.close()


def frozen() -> ControlledClock:
    clock = ControlledClock()
    clock.freeze(MOMENT)
    return clock


def everything(place: Place) -> tuple[object, object, object]:
    return place.schema(), place.contents(), place.sequences()


@pytest.mark.parametrize("seed", [False, True])
def test_a_fresh_place_a_restored_and_a_rebuilt_one_are_equal_in_schema_rows_and_sequences(
    places: Places, seed: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    place = places.open(frozen(), Beginning(seed=seed))
    try:
        fresh = everything(place)
        place.rebuild(seed=seed)
        assert everything(place) == fresh
        place.restore(Beginning(seed=not seed))
        assert everything(place) != fresh
        place.restore(Beginning(seed=seed))
        assert everything(place) == fresh
    finally:
        place.close()
    # Otherwise each sandbox goes through the migrations, which is right and slow.
    assert not [record for record in caplog.records if "cannot be copied" in record.message]


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE types ADD COLUMN colour VARCHAR(20)",
        "CREATE TABLE extra (id INTEGER PRIMARY KEY)",
        "DROP INDEX ix_parts_seller_id",
        "UPDATE alembic_version SET version_num = 'older'",
    ],
)
def test_a_restore_is_right_also_when_somebody_changed_the_tables(places: Places, change: str) -> None:
    place = places.open(frozen(), Beginning(seed=True))
    try:
        fresh = everything(place)
        with place.store.transaction() as session:
            session.execute(text(change))
        assert everything(place) != fresh
        place.restore(Beginning(seed=True))
        assert everything(place) == fresh
    finally:
        place.close()


@pytest.mark.parametrize(
    "change",
    [
        "ALTER TABLE boxes ALTER COLUMN description SET DEFAULT 'a box'",
        "ALTER TABLE locations ALTER COLUMN part_count SET DEFAULT 1",
        "ALTER TABLE locations ALTER COLUMN part_count DROP DEFAULT",
        "ALTER TABLE boxes ALTER COLUMN description DROP NOT NULL",
        "ALTER TABLE boxes ALTER COLUMN description TYPE TEXT",
        "ALTER TABLE boxes RENAME COLUMN description TO purpose",
        "ALTER TABLE boxes DROP COLUMN description",
        "ALTER TABLE boxes ADD CHECK (capacity < 100)",
        "ALTER TABLE boxes DROP CONSTRAINT ck_boxes_capacity_positive",
        "ALTER TABLE boxes RENAME CONSTRAINT ck_boxes_capacity_positive TO other",
        "ALTER TABLE locations ALTER CONSTRAINT fk_locations_box_no_boxes NOT DEFERRABLE",
        "ALTER INDEX ix_parts_seller_id RENAME TO other",
        "ALTER INDEX ix_parts_seller_id SET (fillfactor = 50)",
        "CREATE SEQUENCE other",
        "CREATE VIEW other AS SELECT * FROM boxes",
        "CREATE TYPE other AS ENUM ('a', 'b')",
        "CREATE FUNCTION other() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        """
        CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER other BEFORE INSERT ON boxes FOR EACH ROW EXECUTE FUNCTION other()
        """,
    ],
)
def test_postgresql_notices_each_change_of_a_definition_after_a_restore_that_found_none(
    postgres: str, tmp_path: Path, change: str
) -> None:
    with database_of_kind("postgresql", postgres, tmp_path) as url:
        places = places_for(url)
        place = places.open(frozen(), Beginning(seed=True))
        try:
            place.restore(Beginning(seed=True))
            fresh = everything(place)
            with place.store.transaction() as session:
                session.connection().exec_driver_sql(change)
            assert place.schema() != fresh[0]
            place.restore(Beginning(seed=True))
            assert everything(place) == fresh
        finally:
            place.close()
            places.close()


def test_postgresql_looks_at_the_definitions_once_as_long_as_only_rows_change(
    postgres: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    definitions = postgres_schema.definitions

    def noted(connection: postgres_schema.Connection, schema: str) -> list[str]:
        looked_at.append(schema)
        return definitions(connection, schema)

    with database_of_kind("postgresql", postgres, tmp_path) as url:
        places = places_for(url)
        place = places.open(frozen(), Beginning(seed=True))
        try:
            place.restore(Beginning(seed=True))
            monkeypatch.setattr(postgres_schema, "definitions", noted)
            for statement in (
                "DELETE FROM quantity_history",
                "ANALYZE boxes",
                "INSERT INTO type_totals VALUES (99, 1, 1)",
            ):
                with place.store.transaction() as session:
                    session.execute(text(statement))
                place.restore(Beginning(seed=True))
            assert looked_at == []
        finally:
            place.close()
            places.close()


def test_a_snapshot_holds_schema_rows_and_sequences(places: Places) -> None:
    place = places.open(frozen(), Beginning(seed=True))
    try:
        with place.store.transaction() as session:
            session.execute(text("DELETE FROM quantity_history"))
        before = everything(place)
        snapshot = place.snapshot()
        assert place.contents(snapshot) == before[1]
        place.restore(Beginning())
        place.restore(Beginning(snapshot=snapshot))
        assert everything(place) == before
        other = places.open(frozen(), Beginning(snapshot=snapshot))
        assert everything(other) == before
        other.close()
        snapshot.discard()
    finally:
        place.close()
