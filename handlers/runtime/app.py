"""The composition root: settings in, a Flask application out."""

from __future__ import annotations

import logging
import time
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

import flask
import flask_cors

import openapi
from handlers.runtime import correlation, errors, pages
from handlers.runtime.api import add_api
from handlers.runtime.application import App
from handlers.runtime.bodies import MAX_BODY_BYTES
from handlers.runtime.context import EXTENSION, Runtime, close_session
from handlers.runtime.streams import Streams
from services import imports, reorganization
from services.health import Readiness
from services.kernel.lifecycle import Lifecycle
from services.kernel.settings import Settings
from services.kernel.store import Store
from services.kernel.world import World
from services.live_tasks import LiveTasks
from services.runner import TaskKinds, TaskRunner
from services.versions import VersionFeed

if TYPE_CHECKING:
    from handlers.runtime.laboratory import Laboratory

EXPOSED_HEADERS = [
    "X-Request-ID",
    "Location",
    "Retry-After",
    "Link",
    "X-Total-Count",
    "X-Total-Count-Limited",
    "Content-Disposition",
]


access_log = logging.getLogger("partsbench.access")


def create_app(
    settings: Settings, *, enforce_contract: bool | None = None, more_task_kinds: TaskKinds | None = None
) -> flask.Flask:
    """An application of its own: calling this twice gives two that share nothing.

    ``enforce_contract`` decides what becomes of an answer that breaks the document: True fails the request, False
    logs and counts it. By default test mode enforces and production does not. ``more_task_kinds`` are registered
    beside those of the application.

    It opens no connection and starts no thread. ``app.extensions["partsbench"]`` is its Runtime; close that at
    the end.
    """
    document = openapi.load(testing=settings.testing)
    laboratory = _laboratory(settings, document)
    app = App("partsbench")
    app.config["MAX_CONTENT_LENGTH"] = MAX_BODY_BYTES
    world = World(Store(settings.database_url)) if laboratory is None else laboratory.default_world
    app.extensions[EXTENSION] = make_runtime(
        settings,
        document,
        world,
        settings.testing if enforce_contract is None else enforce_contract,
        {**task_kinds(), **(laboratory.task_kinds() if laboratory else {}), **(more_task_kinds or {})},
    )
    # The order matters: the correlation id is there before anything that can fail, and stamped after everything.
    correlation.install(app)
    _log_requests(app)
    errors.install(app)
    if settings.cors_origins:
        flask_cors.CORS(app, origins=list(settings.cors_origins), expose_headers=EXPOSED_HEADERS)
    add_api(app, document)
    pages.install(app, document)
    app.teardown_request(close_session)
    if laboratory is not None:
        laboratory.install(app)
    return app


def task_kinds() -> TaskKinds:
    """Every kind of task that the application offers, by its name."""
    return {imports.KIND: imports.import_file, reorganization.KIND: reorganization.make_plan}


def _laboratory(settings: Settings, document: dict[str, Any]) -> Laboratory | None:
    """What test mode adds. Production does not even import it."""
    if not settings.testing:
        return None
    from handlers.runtime.laboratory import Laboratory

    return Laboratory(settings, document)


def make_runtime(
    settings: Settings, document: dict[str, Any], world: World, enforce_contract: bool, kinds: TaskKinds
) -> Runtime:
    """What an application owns, in a world of its own; the application is put on it under ``EXTENSION``."""
    lifecycle = Lifecycle()
    runner = TaskRunner(kinds, settings.task_workers)
    runtime = Runtime(
        settings,
        document,
        world,
        lifecycle,
        Readiness(world.store, lifecycle),
        enforce_contract,
        Streams(settings.sse_max_streams),
        runner,
        LiveTasks(runner),
        VersionFeed(version("partsbench"), waits_for_frontend=settings.testing),
    )
    runtime.on_close.append(lambda: runner.stop(settings.graceful_shutdown_seconds))
    return runtime


def _log_requests(app: flask.Flask) -> None:
    def begin() -> None:
        flask.g.began_at = time.perf_counter()

    def log(response: flask.Response) -> flask.Response:
        if access_log.isEnabledFor(logging.INFO):
            request = flask.request
            milliseconds = round((time.perf_counter() - flask.g.began_at) * 1000, 2)
            access_log.info(
                "%s %s %d",
                request.method,
                request.path,
                response.status_code,
                extra={"status": response.status_code, "duration_ms": milliseconds},
            )
        return response

    app.before_request(begin)
    app.after_request(log)
