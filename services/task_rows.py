"""The rows of tasks, and the only ways in which they change: pending, running, then finished once and for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from services.kernel.errors import BusinessLogicError, ErrorCode, TaskInterrupted
from services.models.task import CANCELLED, COMPLETED, FAILED, PENDING, RUNNING, UNFINISHED, Task

CHANNEL = "partsbench_tasks"
"""Where PostgreSQL's NOTIFY says which task changed."""

MESSAGE_LENGTH = 500


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a task is: what it does now, and how much of the whole is done, from 0 to 1."""

    message: str
    value: float

    @classmethod
    def of(cls, message: str, value: float) -> Progress:
        """Within the bounds of the document."""
        return cls(message[:MESSAGE_LENGTH], min(1.0, max(0.0, value)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a task ended: ``failure`` has the code, the sentence and further members of a problem."""

    status: str
    result: Mapping[str, Any] | None = None
    failure: Mapping[str, Any] | None = None

    @classmethod
    def completed(cls, result: Mapping[str, Any] | None) -> Outcome:
        return cls(COMPLETED, dict(result or {}))

    @classmethod
    def refused(cls, error: BusinessLogicError) -> Outcome:
        """The end by a refusal, also that of being cancelled."""
        status = CANCELLED if error.code is ErrorCode.TASK_CANCELLED else FAILED
        return cls(status, failure={"code": error.code.value, "detail": error.detail, "members": dict(error.extra)})

    @classmethod
    def broken(cls) -> Outcome:
        """The end by a bug of ours."""
        detail = "Something went wrong on our side; the correlation id leads to the details in the log"
        return cls(FAILED, failure={"code": ErrorCode.INTERNAL.value, "detail": detail, "members": {}})


def announce(session: Session, task_id: str) -> None:
    """Tell the other processes, when this transaction commits, that the task changed."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_notify(:channel, :task)"), {"channel": CHANNEL, "task": task_id})


def start(session: Session, task_id: str, now: datetime) -> bool:
    """Pending becomes running; False when it is not pending any more, or was cancelled before it began."""
    changed = session.scalar(
        update(Task)
        .where(Task.id == task_id, Task.status == PENDING, Task.cancel_requested.is_(False))
        .values(status=RUNNING, started_at=now, updated_at=now)
        .returning(Task.id)
    )
    announce(session, task_id)
    return changed is not None


def finish(session: Session, task_id: str, outcome: Outcome, progress: Progress | None, now: datetime) -> bool:
    """Unfinished becomes finished; False when the task is gone, or somebody else has ended it."""
    told = {"message": progress.message, "value": progress.value} if progress is not None else {}
    changed = session.scalar(
        update(Task)
        .where(Task.id == task_id, Task.status.in_(UNFINISHED))
        .values(
            status=outcome.status,
            result=outcome.result,
            failure=outcome.failure,
            finished_at=now,
            updated_at=now,
            **told,
        )
        .returning(Task.id)
    )
    announce(session, task_id)
    return changed is not None


def keep_progress(session: Session, task_id: str, progress: Progress, now: datetime) -> bool:
    """Write how far a running task is; whether somebody asked for its end meanwhile."""
    cancelled = session.scalar(
        update(Task)
        .where(Task.id == task_id, Task.status == RUNNING)
        .values(message=progress.message, value=progress.value, updated_at=now)
        .returning(Task.cancel_requested)
    )
    announce(session, task_id)
    return bool(cancelled)


def owner_key(owner: str) -> int:
    """The number of the advisory lock that a living owner holds."""
    return int.from_bytes(sha256(owner.encode()).digest()[:8], signed=True)


def interrupt_orphans(session: Session, own: str, now: datetime) -> list[str]:
    """End the unfinished tasks whose process is gone as INTERRUPTED; their ids.

    On PostgreSQL a process is alive as long as it holds its advisory lock. SQLite serves one process at a time, so
    there everybody else is gone.
    """
    owners = session.scalars(
        select(Task.owner).where(Task.status.in_(UNFINISHED), Task.owner != own).distinct().order_by(Task.owner)
    )
    outcome = Outcome.refused(TaskInterrupted())
    ended: list[str] = []
    for owner in owners.all():
        if _is_gone(session, owner):
            tasks = session.scalars(select(Task.id).where(Task.owner == owner, Task.status.in_(UNFINISHED)))
            ended += [task_id for task_id in tasks.all() if finish(session, task_id, outcome, None, now)]
    return ended


def _is_gone(session: Session, owner: str) -> bool:
    if session.get_bind().dialect.name != "postgresql":
        return True
    taken = session.scalar(text("SELECT pg_try_advisory_xact_lock(:key)"), {"key": owner_key(owner)})
    return bool(taken)
