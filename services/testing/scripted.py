"""Tasks that follow a script, for tests of whatever shows the progress of long work."""

from __future__ import annotations

import queue
import threading
from collections.abc import Mapping
from typing import Any

from services.kernel.clock import monotonic
from services.kernel.errors import BusinessLogicError, ErrorCode, TaskFinished
from services.kernel.world import World
from services.models.task import Task
from services.runner import DONE, NOT_DONE, PROGRESS, TaskContext
from services.tasks import not_found

KIND = "scripted"
EVENTS = (PROGRESS, DONE, NOT_DONE)
_LOOK_SECONDS = 0.05

Command = Mapping[str, Any]


class ScriptedFailure(BusinessLogicError):
    """The end that the script asks for, with the code that the script names."""

    code = ErrorCode.INTERNAL

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = ErrorCode(code)  # type: ignore[misc]  # Every failure of a script has a code of its own.


class _Completed(Exception):
    """A command has completed the task."""

    def __init__(self, result: Mapping[str, Any]) -> None:
        super().__init__()
        self.result = result


class ScriptedTasks:
    """The function of the task kind, and a way to the tasks that run. The lock guards the set of inboxes."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._inboxes: dict[tuple[str, str], queue.Queue[Command]] = {}

    def prepare(self, world: World, task_id: str) -> None:
        """Let commands for a task be sent from now on, also before it begins."""
        with self._guard:
            self._inboxes[world.name, task_id] = queue.Queue()

    def send(self, world: World, task_id: str, command: Command) -> None:
        """Have a running task tell an event, or end. Raises TaskFinished, TaskNotFound."""
        with self._guard:
            inbox = self._inboxes.get((world.name, task_id))
        if inbox is None:
            with world.store.reading() as session:
                known = session.get(Task, task_id)
            if known is None:
                raise not_found(task_id)
            raise TaskFinished(f"Task {task_id} takes no events any more")
        inbox.put(command)

    def run(self, context: TaskContext) -> Mapping[str, Any] | None:
        """Go through the steps, then end as the script says, or when a command does."""
        key = (context.world.name, context.task_id)
        with self._guard:
            inbox = self._inboxes.setdefault(key, queue.Queue())
        try:
            return self._follow(context, inbox)
        except _Completed as end:
            return end.result
        finally:
            with self._guard:
                self._inboxes.pop(key, None)

    def _follow(self, context: TaskContext, inbox: queue.Queue[Command]) -> Mapping[str, Any] | None:
        script = context.arguments
        steps, delay_ms = script.get("steps", []), script.get("delay_ms", 0)
        for number, step in enumerate(steps, start=1):
            self._wait(context, inbox, step.get("delay_ms", delay_ms) / 1000)
            context.progress(step["message"], step.get("value", number / len(steps)))
        self._wait(context, inbox, delay_ms / 1000)
        while script.get("wait_for_event"):
            self._wait(context, inbox, _LOOK_SECONDS)
        failure = script.get("failure")
        if failure is not None:
            raise ScriptedFailure(failure.get("code", ErrorCode.INTERNAL), failure["detail"])
        result: Mapping[str, Any] | None = script.get("result")
        return result

    def _wait(self, context: TaskContext, inbox: queue.Queue[Command], seconds: float) -> None:
        """Let time pass, do what commands say meanwhile, and leave when the task is cancelled."""
        deadline = monotonic() + seconds
        while True:
            context.check_cancelled()
            try:
                command = inbox.get(timeout=max(0.0, min(_LOOK_SECONDS, deadline - monotonic())))
            except queue.Empty:
                command = None
            if command is not None:
                _obey(context, command)
            elif monotonic() >= deadline:
                return


def _obey(context: TaskContext, command: Command) -> None:
    name = command["event"]
    if name == PROGRESS:
        context.progress(command.get("message", ""), command.get("value", 0.0))
    elif name == DONE:
        raise _Completed(command.get("result", {}))
    else:
        failure = command.get("failure", {})
        raise ScriptedFailure(failure.get("code", ErrorCode.INTERNAL), failure.get("detail", "The test ended the task"))
