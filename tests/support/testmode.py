"""Servers in test mode, and a sandbox of its own for each test."""

import contextlib
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path

from clients import Api
from support.postgres import fresh_database
from support.process import ServerProcess, running_server

_serial = count(1)


@contextlib.contextmanager
def database_of_kind(kind: str, postgres: str, folder: Path) -> Iterator[str]:
    """The URL of an empty database: ``sqlite`` in the folder, or ``postgresql`` on the server."""
    if kind == "sqlite":
        yield f"sqlite:///{folder / 'testing.sqlite3'}"
        return
    with fresh_database(postgres) as url:
        yield url


@contextlib.contextmanager
def server_in_test_mode(url: str, **settings: str) -> Iterator[ServerProcess]:
    """A server in test mode on that database."""
    env: Mapping[str, str] = {"FLASK_ENV": "testing", "DATABASE_URL": url, "DRAIN_SECONDS": "0", **settings}
    with running_server(env) as server:
        yield server


@contextlib.contextmanager
def sandboxed(server: ServerProcess, name: str | None = None, **headers: str) -> Iterator[Api]:
    """A client whose requests name a sandbox, by default one that nobody else uses."""
    named = {
        "X-Test-Sandbox": name or f"test-{next(_serial)}",
        **{key.replace("_", "-"): headers[key] for key in headers},
    }
    api = Api.over_socket(server.url, headers=named, timeout=30)
    try:
        yield api
    finally:
        api.close()
