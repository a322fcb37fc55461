"""A migrated, empty store of each kind for every test, and what it takes to talk to its services."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url
from unit.bench import NOON, Bench

from services import Services, schema, totals
from services.kernel.clock import ControlledClock
from services.kernel.ids import Ids
from services.kernel.store import Store
from services.kernel.world import World
from support.postgres import cloned_database, fresh_database


@contextmanager
def opened(url: str) -> Iterator[Store]:
    store = Store(url)
    try:
        yield store
    finally:
        store.dispose()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    with opened(f"sqlite:///{path}") as store:
        schema.upgrade(store)
    return path


@pytest.fixture(scope="session")
def migrated_database(postgres: str) -> Iterator[str]:
    """The name of a migrated PostgreSQL database, to be cloned."""
    with fresh_database(postgres) as url:
        with opened(url) as store:
            schema.upgrade(store)
        yield make_url(url).database or ""


@pytest.fixture
def empty_store(database_url: str) -> Iterator[Store]:
    """A store without tables."""
    with opened(database_url) as store:
        yield store


def refuse_what_does_not_add_up(store: Store) -> None:
    """Fail the test whose services left a number that repeats what others say, and says something else."""
    with store.reading() as session:
        assert totals.differences(session) == []


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """A migrated store without rows."""
    if request.param == "sqlite":
        path = tmp_path / "parts.sqlite3"
        path.write_bytes(request.getfixturevalue("migrated_file").read_bytes())
        with opened(f"sqlite:///{path}") as store:
            yield store
            refuse_what_does_not_add_up(store)
        return
    template = request.getfixturevalue("migrated_database")
    with cloned_database(request.getfixturevalue("postgres"), template) as url, opened(url) as store:
        yield store
        refuse_what_does_not_add_up(store)


@pytest.fixture
def clock() -> ControlledClock:
    """A clock that stands at noon of 1 March 2026 until the test moves it."""
    clock = ControlledClock()
    clock.freeze(NOON)
    return clock


@pytest.fixture
def world(store: Store, clock: ControlledClock) -> World:
    ids = Ids()
    ids.seed("unit")
    return World(store, clock, ids)


@pytest.fixture
def services(world: World) -> Iterator[Services]:
    """The services over one writing session that is rolled back at the end."""
    with world.store.session(write=True) as session:
        yield Services(session, world)


@pytest.fixture
def bench(world: World) -> Bench:
    """The world as several people see it: each block is a transaction of its own."""
    return Bench(world)
