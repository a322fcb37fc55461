"""What a handler may ask for: the services of the current request, in the world it lives in.

One unit of work per request: the session opens at its first use, the operation's status settles it, and the end of
the request closes it. Nobody else commits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, cast

import flask

from handlers.runtime.streams import Streams
from services import Services
from services.health import Readiness
from services.kernel.lifecycle import Lifecycle
from services.kernel.settings import Settings
from services.kernel.world import World
from services.live_tasks import LiveTasks
from services.runner import TaskRunner
from services.task_rows import CHANNEL, owner_key
from services.versions import FrontendWatch, VersionFeed

EXTENSION = "partsbench"
WORLD_KEY = "partsbench.world"
_READING_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(slots=True)
class Runtime:
    """What one application owns. Made by ``create_app``, never global."""

    settings: Settings
    document: dict[str, Any]
    world: World
    lifecycle: Lifecycle
    readiness: Readiness
    enforce_contract: bool
    streams: Streams
    runner: TaskRunner
    live_tasks: LiveTasks
    versions: VersionFeed
    on_close: list[Callable[[], object]] = field(default_factory=list)
    contract_mismatches: int = 0

    def start(self) -> None:
        """Begin what goes on beside the requests: called by the server, before it takes the first one."""
        if self.world.store.dialect == "postgresql":
            # Only PostgreSQL announces anything, so only there is its driver worth the time that its import takes.
            from services.kernel.notices import Notices

            notices = Notices(
                self.world.store,
                CHANNEL,
                owner_key(self.runner.owner),
                on_notice=lambda task_id: self.live_tasks.notice(self.world, task_id),
                heal=lambda: self.live_tasks.heal(self.world),
            )
            self.on_close.append(notices.stop)
            notices.start()
        else:
            self.live_tasks.recover(self.world)
        url, seconds = self.settings.frontend_version_url, self.settings.frontend_version_seconds
        if url is not None:
            watch = FrontendWatch(self.versions, self.world, url, seconds)
            self.on_close.append(watch.stop)
            watch.start()

    def close(self) -> None:
        """Give back everything the application holds, last taken first."""
        while self.on_close:
            self.on_close.pop()()
        self.world.store.dispose()


def runtime() -> Runtime:
    """The runtime of the current application."""
    return cast(Runtime, flask.current_app.extensions[EXTENSION])


def current_world() -> World:
    """The world of the current request: the one the middleware chose, else the only one there is."""
    chosen = flask.request.environ.get(WORLD_KEY)
    return cast(World, chosen) if chosen is not None else runtime().world


def readiness() -> Readiness:
    """Whether this process is ready."""
    return runtime().readiness


def services() -> Services:
    """The services of the current request, on a session that begins at its first statement."""
    if "services" not in flask.g:
        world = current_world()
        session = world.store.session(write=flask.request.method not in _READING_METHODS)
        flask.g.services = Services(session, world, runtime().runner)
    return cast(Services, flask.g.services)


def settle(status: int) -> None:
    """Commit what the operation did when its status is below 400, take it back otherwise.

    What only read has nothing to commit, and ends when its session is closed. Raises whatever the database raises
    at commit: the request is then answered as failed.
    """
    current = cast(Services | None, flask.g.get("services"))
    if current is None or flask.request.method in _READING_METHODS:
        return
    if status < 400:
        current.session.commit()
    else:
        current.session.rollback()


def close_session(_error: BaseException | None = None) -> None:
    """Give the connection back. What was not settled is rolled back with it."""
    current = cast(Services | None, flask.g.pop("services", None))
    if current is not None:
        current.session.close()
