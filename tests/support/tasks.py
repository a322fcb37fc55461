"""Tasks as tests see them: waiting for the end, and holding the result to the document."""

from typing import Any

import httpx
from openapi_schema_validator import OAS30Validator, oas30_format_checker

import openapi
from clients import Api
from support.wait import eventually

COMPONENTS = openapi.load(testing=True)["components"]
RESULTS = COMPONENTS["schemas"]["TaskResult"]["x-results"]

FINISHED = {"completed", "failed", "cancelled"}


def finished(api: Api, answer: httpx.Response, within: float = 30.0) -> dict[str, Any]:
    """The task that the answer says was started, once it has ended."""
    assert answer.status_code == 202, answer.text
    task: dict[str, Any] = answer.json()
    assert answer.headers["Location"] == f"/api/tasks/{task['id']}"

    def ended() -> dict[str, Any] | None:
        now: dict[str, Any] = api.get(f"/tasks/{task['id']}").json()
        return now if now["status"] in FINISHED else None

    return eventually(ended, within=within, what=f"the end of task {task['id']}") or {}


def result(api: Api, answer: httpx.Response, within: float = 30.0) -> dict[str, Any]:
    """The result of the task, which has to be completed and to fit the component for its kind."""
    task = finished(api, answer, within)
    assert task["status"] == "completed", task
    schema = {"$ref": f"#/components/schemas/{RESULTS[task['kind']]}", "components": COMPONENTS}
    faults = OAS30Validator(schema, format_checker=oas30_format_checker).iter_errors(task["result"])
    assert [fault.message for fault in faults] == []
    made: dict[str, Any] = task["result"]
    return made
