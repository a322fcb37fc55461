"""``partsbench serve``: from the settings to a listening process, and to its end."""

from __future__ import annotations

import gc
import sqlite3
import sys
from collections.abc import Callable
from importlib.metadata import version

import flask

from handlers.runtime import database
from handlers.runtime.app import create_app
from handlers.runtime.cli import CommandFailed
from handlers.runtime.context import EXTENSION, Runtime
from handlers.runtime.server import Server
from services.kernel.logs import configure_logging
from services.kernel.settings import Settings
from services.kernel.world import World
from services.runner import TaskKinds


def serve(settings: Settings, *, seed: bool, upgrade: bool, more_task_kinds: TaskKinds | None = None) -> int:
    """Serve until a signal ends it; the exit status of the process. Raises CommandFailed when it cannot start.

    ``more_task_kinds`` go to ``create_app``.
    """
    configure_logging(settings.log_level)
    if settings.testing:
        _in_test_mode(settings, lambda: _claim(settings))
    app = create_app(settings, more_task_kinds=more_task_kinds)
    runtime: Runtime = app.extensions[EXTENSION]
    try:
        _prepare(settings, runtime.world, seed=seed, upgrade=upgrade)
        if settings.testing:
            _in_test_mode(settings, app.extensions["partsbench.laboratory"].start)
        server = _bind(app)
        sys.stdout.write(f"partsbench {version('partsbench')} listening on {server.url}\n")
        sys.stdout.flush()
        _collect_garbage_from_here_on()
        server.run()
    finally:
        runtime.close()
    return 0


def _prepare(settings: Settings, world: World, *, seed: bool, upgrade: bool) -> None:
    with database.opened(settings, world):
        if upgrade:
            database.bring_up_to_date(world)
        else:
            problem = database.difference(world)
            if problem:
                raise CommandFailed(problem)
            database.synchronise(world)
        if seed:
            database.seed(world)


def _in_test_mode(settings: Settings, action: Callable[[], None]) -> None:
    """Do what only test mode does at the start. Production does not import any of this. Raises CommandFailed."""
    import psycopg

    from services.testing.errors import DatabaseRefused

    try:
        action()
    except DatabaseRefused as refusal:
        raise CommandFailed(str(refusal)) from refusal
    except (psycopg.Error, sqlite3.Error, OSError) as error:
        raise CommandFailed(f"The database {database.describe(settings)} cannot be used: {error}") from error


def _claim(settings: Settings) -> None:
    """Make sure that nobody misses what test mode is going to delete."""
    from services.testing.databases import claim

    claim(settings.database_url, settings.allow_reset_of)


def _collect_garbage_from_here_on() -> None:
    """Leave what the start has made out of every later collection: it stays as long as the process does."""
    gc.freeze()
    gc.enable()


def _bind(app: flask.Flask) -> Server:
    try:
        return Server(app)
    except OSError as error:
        raise CommandFailed(f"The address cannot be listened on: {error.strerror or error}.") from error
