"""The tables: migrated up and down, by one server or several, and equal to the models."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

from sqlalchemy import UniqueConstraint, inspect, text

from services import schema
from services.kernel.store import Store
from services.models import Base, Part


def test_the_migrations_go_up_and_down_and_up_again(empty_store: Store) -> None:
    for _ in range(2):
        schema.upgrade(empty_store)
        assert schema.check(empty_store) == []
        with empty_store.engine.connect() as connection:
            assert schema.current(connection) == schema.head() == "0005"
            assert not schema.pending(connection)
        schema.downgrade(empty_store)
        assert inspect(empty_store.engine).get_table_names() == ["alembic_version"]
        with empty_store.engine.connect() as connection:
            assert schema.current(connection) is None
            assert schema.pending(connection)


def test_the_numbers_of_the_files_are_the_revisions() -> None:
    scripts = schema.scripts()
    assert scripts.get_heads() == [schema.head()]
    for step in scripts.walk_revisions():
        assert Path(step.path).name.startswith(f"{step.revision}_")


def test_upgrading_a_migrated_store_changes_nothing(store: Store) -> None:
    tables = inspect(store.engine).get_table_names()
    schema.upgrade(store)
    assert inspect(store.engine).get_table_names() == tables


def test_two_servers_that_start_at_once_on_an_empty_database_both_work(empty_store: Store) -> None:
    url = empty_store.url.render_as_string(hide_password=False)
    start = Barrier(4)

    def server(_number: int) -> str | None:
        own = Store(url)
        try:
            start.wait(timeout=30)
            schema.upgrade(own)
            with own.engine.connect() as connection:
                return schema.current(connection)
        finally:
            own.dispose()

    with ThreadPoolExecutor(4) as servers:
        assert list(servers.map(server, range(4))) == ["0005"] * 4
    assert schema.check(empty_store) == []


def test_a_difference_between_models_and_tables_is_found(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("ALTER TABLE parts ADD COLUMN colour VARCHAR(20)"))
    differences = schema.check(store)
    assert [(change[0], change[3].name) for change in differences] == [("remove_column", "colour")]


def test_the_models_have_no_relationships_that_could_load_behind_ones_back() -> None:
    assert [mapper.relationships.keys() for mapper in Base.registry.mappers] == [[]] * 9
    assert "search_text" in inspect(Part).columns


def test_every_foreign_key_has_an_index_that_begins_with_it() -> None:
    for table in Base.metadata.tables.values():
        first_columns = {next(iter(index.columns)).name for index in table.indexes}
        first_columns |= {
            next(iter(constraint.columns)).name
            for constraint in table.constraints
            if isinstance(constraint, UniqueConstraint)
        }
        for key in table.foreign_keys:
            assert key.parent.name in first_columns, f"{table.name}.{key.parent.name}"
