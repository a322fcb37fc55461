"""Test mode, wired: the sandboxes, and what is done around every request and every operation."""

from __future__ import annotations

import logging
import threading
from typing import Any, cast

import flask
import psycopg

from handlers.runtime.context import EXTENSION, Runtime
from handlers.runtime.errors import answer_as_unavailable
from handlers.runtime.injection import Intercepted
from handlers.runtime.operation import OperationView
from handlers.runtime.sandbox import NAME_KEY, REFUSAL_KEY, SANDBOX_KEY, SandboxMiddleware
from services.kernel.settings import Settings
from services.kernel.world import World
from services.runner import Job, TaskKinds, TaskRunner
from services.testing import scripted
from services.testing.coverage import Coverage, Inventory
from services.testing.databases import places_for
from services.testing.errors import SnapshotNotFound
from services.testing.faults import Declared
from services.testing.logs import LogBook, record_statements
from services.testing.places import Beginning, Snapshot
from services.testing.sandboxes import Sandbox, Sandboxes
from services.testing.scripted import ScriptedTasks

JANITOR_SECONDS = 30.0
LABORATORY = "partsbench.laboratory"

logger = logging.getLogger("partsbench.testing")


class Laboratory:
    """Everything that test mode adds to one application."""

    def __init__(self, settings: Settings, document: dict[str, Any]) -> None:
        self.declared = Declared(document)
        self.inventory = Inventory(document)
        self.coverage = Coverage(self.inventory)
        self.logs = LogBook()
        self.scripted = ScriptedTasks()
        self._runner: TaskRunner | None = None
        self.sandboxes = Sandboxes(
            places_for(settings.database_url),
            limit=settings.testing_max_sandboxes,
            idle_seconds=settings.testing_idle_seconds,
            inventory=self.inventory,
            prepare=self._equip,
            forget=lambda sandbox: self.logs.close_buffer(sandbox.name),
        )
        self._ending = threading.Event()
        self._janitor: threading.Thread | None = None

    @property
    def default_world(self) -> World:
        """The world of requests that name no sandbox."""
        return self.sandboxes.default.world

    def put(self, name: str, *, seed: bool = False, from_snapshot: str | None = None) -> tuple[Sandbox, bool]:
        """A sandbox as new. A snapshot is looked for in the sandbox that the request names, then in the default one."""
        held = None if from_snapshot is None else self._snapshot(from_snapshot)
        return self.sandboxes.put(name, Beginning(seed, held))

    def _snapshot(self, name: str) -> Snapshot:
        asking = self.sandboxes.known(flask.request.environ[NAME_KEY])
        for sandbox in (asking, self.sandboxes.default):
            if sandbox is not None and name in sandbox.held:
                return sandbox.held[name].held
        raise SnapshotNotFound(name)

    def coverage_of(self, scope: str, sandbox: Sandbox) -> dict[str, Any]:
        """The report of all sandboxes, or of one."""
        return self.coverage.report(None) if scope == "total" else sandbox.coverage.report(sandbox.name)

    def clear_coverage(self, scope: str, sandbox: Sandbox) -> None:
        """Begin to count anew: everywhere, or in one sandbox."""
        if scope == "total":
            self.coverage.clear()
        for one in self.sandboxes.all() if scope == "total" else [sandbox]:
            one.coverage.clear()

    def coverages(self, sandbox: Sandbox | None) -> list[Coverage]:
        """The counts that a request in this sandbox goes into."""
        return [self.coverage] if sandbox is None else [self.coverage, sandbox.coverage]

    def task_kinds(self) -> TaskKinds:
        """The kinds of tasks that only test mode has."""
        return {scripted.KIND: self.scripted.run}

    def install(self, app: flask.Flask) -> None:
        """Put the seam in front of ``app`` and look over the shoulder of each of its operations."""
        app.extensions[LABORATORY] = self
        for endpoint, view in app.view_functions.items():
            if isinstance(view, OperationView):
                app.view_functions[endpoint] = Intercepted(view, self)
        # What manages the schemas talks to the driver itself.
        answer_as_unavailable(app, psycopg.OperationalError)
        app.before_request_funcs.setdefault(None, []).append(_refuse_what_the_seam_refused)
        app.after_request(lambda response: Intercepted.note_response(self, response))
        app.wsgi_app = SandboxMiddleware(app.wsgi_app, self.sandboxes)  # type: ignore[method-assign]  # Flask says so
        logging.getLogger().addHandler(self.logs)
        runtime: Runtime = app.extensions[EXTENSION]
        self._runner = runtime.runner
        # Closed last of all: until then tasks may still write into their sandboxes.
        runtime.on_close.insert(0, self._close)

    def start(self) -> None:
        """Prepare the templates and begin the work in the background. Only a served process needs it."""
        self.sandboxes.places.start()
        self._janitor = threading.Thread(target=self._tidy, name="sandbox-janitor", daemon=True)
        self._janitor.start()

    def _equip(self, sandbox: Sandbox) -> None:
        self.logs.open(sandbox.name)
        sandbox.forget_logs = self.logs.buffer(sandbox.name).clear
        sandbox.quiet_down = lambda seconds: self._end_tasks(sandbox, seconds)
        sandbox.tasks_under_way = lambda: [f"the task {job.task_id}" for job in self._jobs(sandbox)]
        record_statements(sandbox.world.store.engine, self.logs)

    def _jobs(self, sandbox: Sandbox) -> list[Job]:
        return self._runner.jobs(sandbox.world) if self._runner is not None else []

    def _end_tasks(self, sandbox: Sandbox, seconds: float) -> list[str]:
        """Cancel the tasks of a sandbox; those that have not ended after ``seconds``."""
        for job in self._jobs(sandbox):
            cast(TaskRunner, self._runner).cancel(sandbox.world, job.task_id)
        if self._runner is None or self._runner.wait_until_idle(sandbox.world, seconds):
            return []
        return sandbox.tasks_under_way()

    def _tidy(self) -> None:
        while not self._ending.wait(JANITOR_SECONDS):
            self.sandboxes.expire()

    def _close(self) -> None:
        self._ending.set()
        if self._janitor is not None:
            self._janitor.join()
        self.sandboxes.close()
        logging.getLogger().removeHandler(self.logs)


def laboratory() -> Laboratory:
    """The laboratory of the current application."""
    return cast(Laboratory, flask.current_app.extensions[LABORATORY])


def current_sandbox() -> Sandbox:
    """The sandbox of the current request."""
    return cast(Sandbox, flask.request.environ[SANDBOX_KEY])


def _refuse_what_the_seam_refused() -> None:
    refusal = flask.request.environ.get(REFUSAL_KEY)
    if refusal is not None:
        # No view will say whose answer this is, and it counts as one of the operation.
        view = flask.current_app.view_functions.get(flask.request.endpoint or "")
        flask.g.operation_id = getattr(view, "operation_id", None)
        raise refusal
