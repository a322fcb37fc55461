"""An application in process on a fresh SQLite file; PostgreSQL sees the same document in tests/api."""

from collections.abc import Iterator
from pathlib import Path

import flask
import pytest

from applications import compiled_app, living_on, migrate, runtime_of
from clients import Api


@pytest.fixture(scope="session")
def compiled() -> Iterator[flask.Flask]:
    app = compiled_app()
    yield app
    runtime_of(app).close()


@pytest.fixture
def fresh_url(tmp_path: Path) -> str:
    """The URL of a migrated, empty database."""
    url = f"sqlite:///{tmp_path}/parts.sqlite3"
    migrate(url)
    return url


@pytest.fixture
def app(compiled: flask.Flask, fresh_url: str) -> Iterator[flask.Flask]:
    with living_on(compiled, fresh_url):
        yield compiled


@pytest.fixture
def api(app: flask.Flask) -> Iterator[Api]:
    with Api.in_process(app) as client:
        yield client
