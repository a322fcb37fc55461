"""An application in process, its responses held to the document, on each database."""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import flask
import pytest

from applications import compiled_app, empty, living_on, migrate, name_of, runtime_of
from clients import Api
from handlers.runtime.context import Runtime
from services import totals
from services.kernel.clock import ControlledClock
from support.postgres import cloned_database, fresh_database


@pytest.fixture(scope="session")
def compiled() -> Iterator[flask.Flask]:
    app = compiled_app()
    yield app
    runtime_of(app).close()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_database(postgres: str) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database, to be cloned."""
    with fresh_database(postgres) as url:
        migrate(url)
        yield url


def _copied(template: Path, folder: Path) -> str:
    path = folder / "parts.sqlite3"
    path.write_bytes(template.read_bytes())
    return f"sqlite:///{path}"


@pytest.fixture(scope="session")
def emptied_database(postgres: str, migrated_database: str) -> Iterator[str]:
    """The URL of a database that is emptied for each test, which takes a third of the time of a new one."""
    with cloned_database(postgres, name_of(migrated_database)) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a migrated, empty database whose tables the test leaves as they are."""
    if request.param == "sqlite":
        return _copied(request.getfixturevalue("migrated_file"), tmp_path)
    url: str = request.getfixturevalue("emptied_database")
    empty(url)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def own_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated, empty database that the test may alter as it likes."""
    if request.param == "sqlite":
        yield _copied(request.getfixturevalue("migrated_file"), tmp_path)
        return
    template = name_of(request.getfixturevalue("migrated_database"))
    with cloned_database(request.getfixturevalue("postgres"), template) as url:
        yield url


@pytest.fixture
def app(compiled: flask.Flask, migrated_url: str) -> Iterator[flask.Flask]:
    """The application in production mode, except that an answer off the contract fails the request."""
    with living_on(compiled, migrated_url):
        yield compiled


@pytest.fixture
def runtime(app: flask.Flask) -> Runtime:
    return runtime_of(app)


@pytest.fixture
def clock(runtime: Runtime) -> ControlledClock:
    """The application's clock, standing at 2026-01-05T09:30:00Z."""
    frozen = ControlledClock()
    frozen.freeze(datetime(2026, 1, 5, 9, 30, tzinfo=UTC))
    runtime.world.clock = frozen
    return frozen


@pytest.fixture
def api(app: flask.Flask, caplog: pytest.LogCaptureFixture) -> Iterator[Api]:
    caplog.set_level(logging.INFO)
    with Api.in_process(app) as client:
        yield client
    with runtime_of(app).world.store.reading() as session:
        assert totals.differences(session) == []
