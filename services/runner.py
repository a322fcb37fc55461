"""The pool that does the long work: a few named threads, and a plain way for a task to tell how far it is.

The runner's lock guards its queue and its set of jobs. A job's events are published by the thread that runs it alone.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from services import task_rows
from services.kernel.clock import monotonic
from services.kernel.correlation import Trace, tracing
from services.kernel.errors import BusinessLogicError, TaskCancelled, TaskInterrupted
from services.kernel.world import World
from services.task_rows import Outcome, Progress

TOPIC = "task:"
STARTED, PROGRESS = "task_started", "progress_update"
DONE, NOT_DONE = "task_completed", "task_failed"
LAST_EVENTS = frozenset({DONE, NOT_DONE})

PROGRESS_SECONDS = 0.5
"""The least time between two writings of a task's progress to the database; events are not held back."""

RETRY_SECONDS = 1.0

logger = logging.getLogger("partsbench.tasks")


def topic_of(task_id: str) -> str:
    """The topic on which a task tells what it does."""
    return TOPIC + task_id


@dataclass(slots=True, eq=False)
class Job:
    """A task that waits or runs in this process."""

    world: World
    task_id: str
    kind: str
    arguments: Mapping[str, Any]
    trace: Trace
    cancelled: threading.Event = field(default_factory=threading.Event)
    progress: Progress | None = None

    @property
    def key(self) -> tuple[str, str]:
        # Sandboxes with the same seed give out the same ids.
        return self.world.name, self.task_id


class TaskContext:
    """What the function of a task kind may use. Its return value, JSON types only, becomes the task's result."""

    def __init__(self, job: Job, stopping: threading.Event) -> None:
        self.world = job.world
        self.task_id = job.task_id
        self.arguments = job.arguments
        self._job = job
        self._stopping = stopping
        self._written_at = float("-inf")

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A writing session that commits at the end of the block; on SQLite nobody else writes meanwhile."""
        with self.world.store.transaction() as session:
            session.info["clock"] = self.world.clock
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A reading session for the length of the block."""
        with self.world.store.reading() as session:
            session.info["clock"] = self.world.clock
            yield session

    def progress(self, message: str, value: float) -> None:
        """Tell how far the work is, ``value`` from 0 to 1. Cheap enough to be called a hundred times a second."""
        self._job.progress = progress = Progress.of(message, value)
        data = {"message": progress.message, "value": progress.value}
        self.world.events.publish(topic_of(self.task_id), PROGRESS, data, retain=True)
        self._keep(progress)

    def check_cancelled(self) -> None:
        """Call this where the work may be left. Raises TaskCancelled, TaskInterrupted."""
        if self._job.cancelled.is_set():
            raise TaskCancelled
        if self._stopping.is_set():
            raise TaskInterrupted

    def _keep(self, progress: Progress) -> None:
        """Let other processes see it. SQLite has none, and its one writer may be this very task."""
        if self.world.store.dialect == "sqlite" or monotonic() - self._written_at < PROGRESS_SECONDS:
            return
        self._written_at = monotonic()
        try:
            with self.world.store.transaction() as session:
                if task_rows.keep_progress(session, self.task_id, progress, self.world.clock.now()):
                    self._job.cancelled.set()
        except DBAPIError as error:
            logger.warning("the progress of a task could not be written: %s", error.orig)


TaskFunction = Callable[[TaskContext], Mapping[str, Any] | None]
TaskKinds = Mapping[str, TaskFunction]


class TaskRunner:
    """Runs tasks of the given kinds, ``size`` at a time. Its threads begin with the first task."""

    def __init__(self, kinds: TaskKinds, size: int) -> None:
        self.kinds = kinds
        # Not from the world's ids: two processes must differ even when both are seeded alike.
        self.owner = uuid4().hex
        self._size = size
        self._changed = threading.Condition(threading.Lock())
        self._queue: deque[Job] = deque()
        self._jobs: dict[tuple[str, str], Job] = {}
        self._threads: list[threading.Thread] = []
        self._stopping = threading.Event()

    def submit(self, job: Job) -> None:
        """Run a task whose row is committed. When the runner is stopping, the row is left to the next start."""
        with self._changed:
            if self._stopping.is_set():
                return
            self._queue.append(job)
            self._jobs[job.key] = job
            if len(self._threads) < min(self._size, len(self._jobs)):
                thread = threading.Thread(target=self._work, name=f"task-{len(self._threads)}", daemon=True)
                self._threads.append(thread)
                thread.start()
            self._changed.notify()

    def job(self, world: World, task_id: str) -> Job | None:
        """The task if it waits or runs here."""
        with self._changed:
            return self._jobs.get((world.name, task_id))

    def jobs(self, world: World | None = None) -> list[Job]:
        """What waits or runs here, of one world or of all."""
        with self._changed:
            return [job for job in self._jobs.values() if world is None or job.world is world]

    def cancel(self, world: World, task_id: str) -> bool:
        """Ask for the end of a task: at once when it waits, else at its next safe point. False when it is not here."""
        with self._changed:
            job = self._jobs.get((world.name, task_id))
            if job is None:
                return False
            job.cancelled.set()
            waits = job in self._queue
            if waits:
                self._queue.remove(job)
        if waits:
            with tracing(job.trace):
                self._finish(job, Outcome.refused(TaskCancelled()))
        return True

    def wait_until_idle(self, world: World | None, seconds: float) -> bool:
        """Wait until nothing of the world waits or runs here; False when something still does."""
        with self._changed:
            return self._changed.wait_for(
                lambda: not any(world is None or job.world is world for job in self._jobs.values()), seconds
            )

    def begin_stop(self) -> None:
        """Take nothing more; what waits is interrupted, what runs is asked to stop at a safe point."""
        with self._changed:
            self._stopping.set()
            waiting = list(self._queue)
            self._queue.clear()
            self._changed.notify_all()
        for job in waiting:
            with tracing(job.trace):
                self._finish(job, Outcome.refused(TaskInterrupted()))

    def stop(self, seconds: float) -> bool:
        """Stop and join the threads; False when some did not reach a safe point. Their rows await the next start."""
        self.begin_stop()
        deadline = monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, deadline - monotonic()))
        left = self.jobs()
        if left:
            logger.warning("%d tasks did not reach a safe point in time", len(left))
        return not left

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: bool(self._queue) or self._stopping.is_set())
                if not self._queue:
                    return
                job = self._queue.popleft()
            with tracing(job.trace):
                self._run(job)

    def _run(self, job: Job) -> None:
        if not self._written(job, lambda session: task_rows.start(session, job.task_id, job.world.clock.now())):
            self._finish(job, Outcome.refused(TaskCancelled()))
            return
        job.world.events.publish(topic_of(job.task_id), STARTED, {"kind": job.kind}, retain=True)
        logger.info("task %s (%s) started", job.task_id, job.kind)
        self._finish(job, self._outcome(job))

    def _outcome(self, job: Job) -> Outcome:
        try:
            return Outcome.completed(self.kinds[job.kind](TaskContext(job, self._stopping)))
        except BusinessLogicError as refusal:
            return Outcome.refused(refusal)
        except Exception:
            logger.exception("task %s (%s) failed", job.task_id, job.kind)
            return Outcome.broken()

    def _finish(self, job: Job, outcome: Outcome) -> None:
        self._written(
            job,
            lambda session: task_rows.finish(session, job.task_id, outcome, job.progress, job.world.clock.now()),
        )
        publish_end(job.world, job.task_id, job.trace.correlation_id, outcome)
        logger.info("task %s (%s) is %s", job.task_id, job.kind, outcome.status)
        with self._changed:
            self._jobs.pop(job.key, None)
            self._changed.notify_all()

    def _written(self, job: Job, change: Callable[[Session], bool]) -> bool:
        """Make a change of the row; while the database is away, keep trying until the process is to end."""
        while True:
            try:
                with job.world.store.transaction() as session:
                    return change(session)
            except DBAPIError as error:
                logger.warning("the state of task %s could not be written: %s", job.task_id, error.orig)
                if self._stopping.wait(RETRY_SECONDS):
                    return False


def publish_end(world: World, task_id: str, correlation_id: str | None, outcome: Outcome) -> None:
    """Tell the followers of a task how it ended."""
    if outcome.failure is None:
        data: dict[str, Any] = {"result": outcome.result}
        world.events.publish(topic_of(task_id), DONE, data, retain=True)
    else:
        data = {"failure": outcome.failure, "task_correlation_id": correlation_id}
        world.events.publish(topic_of(task_id), NOT_DONE, data, retain=True)
