"""Tasks: long work, its progress, and its end."""

from __future__ import annotations

from typing import Any

import flask

from handlers.runtime import sse
from handlers.runtime.answers import Answer, page_of
from handlers.runtime.context import current_world, runtime, services
from handlers.wire.tasks import RENDERS, task
from services.runner import LAST_EVENTS, topic_of


def list_tasks(limit: int, offset: int, status: str | None = None) -> Answer:
    page = services().tasks.list(limit=limit, offset=offset, status=status)
    return page_of([task(one) for one in page.items], page, limit, offset)


def get_task(task_id: str) -> Any:
    return task(services().tasks.get(task_id))


def delete_task(task_id: str) -> Answer:
    services().tasks.delete(task_id)
    return None, 204, {}


def cancel_task(task_id: str) -> Answer:
    return task(runtime().live_tasks.cancel(current_world(), task_id)), 202, {}


def stream_task(task_id: str, **resume: Any) -> flask.Response:
    answer = sse.stream(topic_of(task_id), resume, renders=RENDERS, ends_with=LAST_EVENTS)
    runtime().live_tasks.tell(current_world(), task_id)
    return answer
