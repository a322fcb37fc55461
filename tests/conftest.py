"""Fixtures for every test: the PostgreSQL server, and an empty database of each kind."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.postgres import fresh_database, running_postgres


def pytest_configure() -> None:
    """Have SIGTERM end the tests as Ctrl-C does, so that servers and folders are cleaned up as well."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The administrator's URL of a PostgreSQL server that runs for the whole session, one for each worker."""
    with running_postgres() as admin_url:
        yield admin_url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of an empty database, once as SQLite and once as PostgreSQL."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'parts.sqlite3'}"
        return
    with fresh_database(request.getfixturevalue("postgres")) as url:
        yield url
