"""An application in process, its responses held to the document, on each database."""

import logging
from collections.abc import Iterator
from pathlib import Path

import flask
import pytest
from sqlalchemy.engine import make_url
from support.postgres import cloned_database, fresh_database

from clients import Api
from handlers.runtime.app import create_app
from handlers.runtime.context import EXTENSION, Runtime
from services import schema
from services.kernel.lifecycle import Phase
from services.kernel.settings import Settings
from services.kernel.store import Store


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("template") / "template.sqlite3"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_database(postgres: str) -> Iterator[str]:
    """The URL of a migrated PostgreSQL database, to be cloned."""
    with fresh_database(postgres) as url:
        _migrate(url)
        yield url


def _migrate(url: str) -> None:
    store = Store(url)
    schema.upgrade(store)
    store.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def migrated_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a migrated, empty database of this test's own."""
    if request.param == "sqlite":
        path = tmp_path / "parts.sqlite3"
        path.write_bytes(request.getfixturevalue("migrated_file").read_bytes())
        yield f"sqlite:///{path}"
        return
    template = make_url(request.getfixturevalue("migrated_database")).database
    with cloned_database(request.getfixturevalue("postgres"), template) as url:
        yield url


@pytest.fixture
def app(migrated_url: str) -> Iterator[flask.Flask]:
    """The application in production mode, except that an answer off the contract fails the request."""
    made = create_app(Settings(database_url=migrated_url), enforce_contract=True)
    runtime: Runtime = made.extensions[EXTENSION]
    runtime.lifecycle.enter(Phase.READY)
    yield made
    runtime.close()


@pytest.fixture
def api(app: flask.Flask, caplog: pytest.LogCaptureFixture) -> Iterator[Api]:
    caplog.set_level(logging.INFO)
    client = Api.in_process(app)
    yield client
    client.close()
