"""Tasks beyond a single request and process: following one wherever it runs, cancelling it, ending the orphaned.

On PostgreSQL several processes share the tasks. Each change is announced with NOTIFY; because an announcement may be
late or lost, the rows are also read again at intervals while somebody follows them.
"""

from __future__ import annotations

import logging
import threading

from sqlalchemy import select

from services import task_rows
from services.kernel.errors import TaskFinished
from services.kernel.world import World
from services.models.task import PENDING, UNFINISHED, Task
from services.runner import LAST_EVENTS, PROGRESS, STARTED, TOPIC, TaskRunner, publish_end, topic_of
from services.task_rows import Outcome
from services.tasks import TaskView, not_found, view_of

logger = logging.getLogger("partsbench.tasks")


class LiveTasks:
    """The lock keeps two threads from telling the same news of a task that another process runs."""

    def __init__(self, runner: TaskRunner) -> None:
        self._runner = runner
        self._telling = threading.Lock()

    def tell(self, world: World, task_id: str) -> None:
        """Publish what the row of a task says and its topic has not told yet. Raises TaskNotFound.

        A task that runs in this process tells everything by itself.
        """
        with self._telling:
            if self._runner.job(world, task_id) is not None:
                return
            with world.store.reading() as session:
                task = session.get(Task, task_id)
            if task is None:
                raise not_found(task_id)
            self._publish_news(world, view_of(task))

    def cancel(self, world: World, task_id: str) -> TaskView:
        """Ask for the end of a task at its next safe point. Raises TaskNotFound, TaskFinished.

        The task is told before the database is touched: on SQLite it may hold the lock that a writer waits for.
        """
        if self._runner.cancel(world, task_id):
            with world.store.reading() as session:
                task = session.get(Task, task_id)
            if task is None:
                raise not_found(task_id)
            return view_of(task, self._runner.job(world, task_id))
        with world.store.transaction() as session:
            session.info["clock"] = world.clock
            task = session.get(Task, task_id, with_for_update=True)
            if task is None:
                raise not_found(task_id)
            if task.status not in UNFINISHED:
                raise TaskFinished(f"Task {task_id} is {task.status} already")
            task.cancel_requested = True
            session.flush()
            task_rows.announce(session, task_id)
            return view_of(task)

    def notice(self, world: World, task_id: str) -> None:
        """Another process, or this one, has announced a change of a task."""
        if self._runner.job(world, task_id) is not None:
            self._pass_on_cancellations(world)
        elif topic_of(task_id) in world.events.listened_to(TOPIC):
            self.tell(world, task_id)

    def heal(self, world: World) -> None:
        """Read again what is followed here, and end what nobody runs any more."""
        self._pass_on_cancellations(world)
        self.recover(world)
        for topic in world.events.listened_to(TOPIC):
            self.tell(world, topic.removeprefix(TOPIC))

    def recover(self, world: World) -> None:
        """End the tasks of processes that are gone as failed, INTERRUPTED."""
        with world.store.transaction() as session:
            ended = task_rows.interrupt_orphans(session, self._runner.owner, world.clock.now())
        for task_id in ended:
            logger.warning("task %s was interrupted by the end of its process", task_id)

    def _pass_on_cancellations(self, world: World) -> None:
        running = [job.task_id for job in self._runner.jobs(world)]
        if not running:
            return
        with world.store.reading() as session:
            asked = session.scalars(select(Task.id).where(Task.id.in_(running), Task.cancel_requested.is_(True)))
            found = asked.all()
        for task_id in found:
            self._runner.cancel(world, task_id)

    def _publish_news(self, world: World, view: TaskView) -> None:
        topic = topic_of(view.id)
        if any(world.events.retained(topic, name) for name in LAST_EVENTS) or view.status == PENDING:
            return
        if world.events.retained(topic, STARTED) is None and view.started_at is not None:
            world.events.publish(topic, STARTED, {"kind": view.kind}, retain=True)
        if view.progress is not None:
            data = {"message": view.progress.message, "value": view.progress.value}
            last = world.events.retained(topic, PROGRESS)
            if last is None or last.data != data:
                world.events.publish(topic, PROGRESS, data, retain=True)
        if view.status not in UNFINISHED:
            publish_end(world, view.id, view.correlation_id, Outcome(view.status, view.result, view.failure))
