"""Tasks: starting long work from a request, and looking at what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from services.kernel.commits import on_commit
from services.kernel.correlation import current_trace
from services.kernel.errors import TaskNotFinished, TaskNotFound
from services.kernel.paging import Page, count_rows, page_of
from services.kernel.world import World
from services.models.task import UNFINISHED, Task
from services.runner import Job, TaskRunner
from services.task_rows import Progress


@dataclass(frozen=True, slots=True)
class TaskView:
    """A task as it is now: with the progress that the running one has in memory."""

    id: str
    kind: str
    status: str
    progress: Progress | None
    result: Mapping[str, Any] | None
    failure: Mapping[str, Any] | None
    correlation_id: str | None
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None


def view_of(task: Task, job: Job | None = None) -> TaskView:
    """``job`` is the same task where it runs in this process."""
    progress = Progress(task.message, task.value) if task.message is not None and task.value is not None else None
    return TaskView(
        id=task.id,
        kind=task.kind,
        status=task.status,
        progress=(job.progress if job is not None else None) or progress,
        result=task.result,
        failure=task.failure,
        correlation_id=task.correlation_id,
        created_at=task.created_at,
        started_at=task.started_at,
        finished_at=task.finished_at,
    )


def not_found(task_id: str) -> TaskNotFound:
    return TaskNotFound(f"Task {task_id} was not found")


class Tasks:
    """Use cases of tasks. Following and cancelling go beyond a request and live in ``services.live_tasks``."""

    def __init__(self, session: Session, world: World, runner: TaskRunner) -> None:
        self._session = session
        self._world = world
        self._runner = runner

    def start(self, kind: str, arguments: Mapping[str, Any]) -> TaskView:
        """A new task under the marks of the current work; it begins once this session's transaction is committed.

        ``arguments`` are kept in memory, not in the database. Raises KeyError for a kind that is not registered.
        """
        self._runner.kinds[kind]
        trace = current_trace()
        task = Task(
            id=self._world.ids.uuid(),
            kind=kind,
            correlation_id=trace.correlation_id,
            test_id=trace.test_id,
            owner=self._runner.owner,
        )
        self._session.add(task)
        self._session.flush()
        job = Job(self._world, task.id, kind, arguments, trace)
        on_commit(self._session, lambda: self._runner.submit(job))
        return view_of(task)

    def list(self, *, limit: int, offset: int, status: str | None = None) -> Page[TaskView]:
        """The newest first, of one status when given."""
        conditions = [] if status is None else [Task.status == status]
        newest_first = select(Task).where(*conditions).order_by(Task.created_at.desc(), Task.id.desc())
        rows = self._session.scalars(newest_first.limit(limit + 1).offset(offset))
        items = [view_of(row, self._runner.job(self._world, row.id)) for row in rows]
        return page_of(items, limit, offset, count_rows(self._session, select(Task.id).where(*conditions)))

    def get(self, task_id: str) -> TaskView:
        """One task. Raises TaskNotFound."""
        task = self._session.get(Task, task_id)
        if task is None:
            raise not_found(task_id)
        return view_of(task, self._runner.job(self._world, task_id))

    def delete(self, task_id: str) -> None:
        """Forget a finished task. Raises TaskNotFound, TaskNotFinished."""
        task = self._session.get(Task, task_id, with_for_update=True)
        if task is None:
            raise not_found(task_id)
        if task.status in UNFINISHED:
            raise TaskNotFinished(f"Task {task_id} is {task.status}; cancel it before you delete it")
        self._session.delete(task)
        self._session.flush()
