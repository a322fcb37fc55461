"""A running server in test mode on each database, an application in process, and what all of them have reached."""

from collections.abc import Iterator
from pathlib import Path

import flask
import pytest

from applications import compiled_app, living_on, migrate, runtime_of
from clients import Api
from support.process import ServerProcess
from support.reach import Reached
from support.testmode import database_of_kind, server_in_test_mode


@pytest.fixture(scope="session")
def reached() -> Reached:
    """What the whole run has reached of the document."""
    return Reached()


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def server(
    request: pytest.FixtureRequest, postgres: str, tmp_path_factory: pytest.TempPathFactory, reached: Reached
) -> Iterator[ServerProcess]:
    """A server in test mode; what it counted is added up at its end."""
    folder = tmp_path_factory.mktemp("server")
    settings = {
        "DRAIN_AUTH_KEY": "nobody-guesses-this-key-by-chance",
        "LOG_LEVEL": "WARNING",
        "SSE_HEARTBEAT_SECONDS": "1",
        "TESTING_MAX_SANDBOXES": "1000",
    }
    with database_of_kind(request.param, postgres, folder) as url, server_in_test_mode(url, **settings) as running:
        yield running
        reached.ask(running.url)


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
