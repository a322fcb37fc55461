"""Applications under test. Compiling the document takes longer than most tests, so it is done once a session."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import flask
from sqlalchemy.engine import make_url

from handlers.runtime.app import create_app, make_runtime, task_kinds
from handlers.runtime.context import EXTENSION, Runtime
from services import schema
from services.kernel.lifecycle import Phase
from services.kernel.settings import Settings
from services.kernel.store import Store
from services.kernel.world import World
from services.models import Base
from support.postgres import execute

NOWHERE = "postgresql+psycopg://nobody@127.0.0.1:1/nowhere"


def migrate(url: str) -> None:
    """Bring the database to head and let go of it."""
    store = Store(url)
    schema.upgrade(store)
    store.dispose()


def name_of(url: str) -> str:
    """The name of the database at the URL."""
    return make_url(url).database or ""


def empty(url: str) -> None:
    """Take every row out of the PostgreSQL database and begin its numbers at 1 again."""
    tables = ", ".join(table.name for table in Base.metadata.sorted_tables)
    execute(url, f"TRUNCATE {tables} RESTART IDENTITY")


def compiled_app(**settings: Any) -> flask.Flask:
    """An application in production mode, except that an answer off the contract fails the request."""
    return create_app(Settings(database_url=NOWHERE, **settings), enforce_contract=True)


def runtime_of(app: flask.Flask) -> Runtime:
    runtime: Runtime = app.extensions[EXTENSION]
    return runtime


@contextmanager
def living_on(app: flask.Flask, url: str) -> Iterator[flask.Flask]:
    """The application with a runtime of its own on the database, ready, for the length of the block."""
    before = runtime_of(app)
    settings = replace(before.settings, database_url=url)
    runtime = make_runtime(settings, before.document, World(Store(url)), before.enforce_contract, task_kinds())
    runtime.lifecycle.enter(Phase.READY)
    app.extensions[EXTENSION] = runtime
    try:
        yield app
    finally:
        app.extensions[EXTENSION] = before
        runtime.close()
