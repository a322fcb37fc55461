"""Tasks on the wire: what went wrong with one is a problem, as with any answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.runtime.errors import problem_document
from handlers.wire import dump
from services.kernel.errors import ErrorCode
from services.kernel.events import Event
from services.runner import NOT_DONE
from services.tasks import TaskView


def task(view: TaskView) -> dict[str, Any]:
    """A task as the document has it."""
    out = dump("Task", view)
    if view.failure is not None:
        out["problem"] = _problem(view.failure, view.correlation_id)
    return out


def _task_failed(event: Event) -> Mapping[str, Any]:
    data = event.data
    return {"problem": _problem(data["failure"], data["task_correlation_id"])}


def _problem(failure: Mapping[str, Any], correlation_id: str | None) -> dict[str, Any]:
    return problem_document(ErrorCode(failure["code"]), failure["detail"], correlation_id, **failure["members"])


RENDERS = {NOT_DONE: _task_failed}
