"""Tasks of a real process, and of two processes on one database."""

import signal
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from support.postgres import fresh_database
from support.process import ServerProcess
from support.streams import get, listening, post, start, task_server, told, until
from support.wait import eventually


@pytest.fixture(scope="module")
def server() -> Iterator[ServerProcess]:
    with task_server(TASK_WORKERS="2") as running:
        yield running


def status(server: ServerProcess, task_id: str) -> str:
    found: str = get(server, f"/api/tasks/{task_id}").json()["status"]
    return found


def lines_about(server: ServerProcess, task_id: str) -> list[dict[str, Any]]:
    """What the runner logged about a task."""
    mine = [line for line in server.log_lines() if line["logger"] == "partsbench.tasks"]
    return [line for line in mine if task_id in line["message"]]


def wait_for(server: ServerProcess, task_id: str, wanted: str) -> None:
    eventually(lambda: status(server, task_id) == wanted, within=10, what=f"the task being {wanted}")


def test_a_task_tells_its_start_its_progress_and_its_end(server: ServerProcess) -> None:
    task_id = start(server, "gated", "tells", **{"X-Request-ID": "starter-1"})
    with listening(server, f"/api/tasks/{task_id}/stream?request_id=reader-1") as events:
        seen = until(events, "progress_update")
        post(server, "/test/gates/tells")
        seen += list(events)
    assert [told(event) for event in seen] == [
        ("connection_open", {}),
        ("task_started", {"kind": "gated"}),
        ("progress_update", {"message": "waiting", "value": 0.25}),
        ("progress_update", {"message": "let through", "value": 0.75}),
        ("task_completed", {"result": {"gate": "tells"}}),
        ("connection_close", {"reason": "completed"}),
    ]
    assert {event.json()["correlation_id"] for event in seen} == {"reader-1"}
    task = get(server, f"/api/tasks/{task_id}").json()
    assert (task["status"], task["result"], task["correlation_id"]) == ("completed", {"gate": "tells"}, "starter-1")
    assert task["progress"] == {"message": "let through", "value": 0.75}


def test_the_log_lines_of_a_task_carry_the_correlation_id_of_its_request(server: ServerProcess) -> None:
    task_id = start(server, "broken", **{"X-Request-ID": "starter-2"})
    wait_for(server, task_id, "failed")
    lines = lines_about(server, task_id)
    assert {line["correlation_id"] for line in lines} == {"starter-2"}
    assert any("RuntimeError: a bug" in line.get("exception", "") for line in lines)


def test_a_late_subscriber_gets_the_present_state_first(server: ServerProcess) -> None:
    task_id = start(server, "gated", "late")
    post(server, "/test/gates/late")
    wait_for(server, task_id, "completed")
    with listening(server, f"/api/tasks/{task_id}/stream") as events:
        assert [told(event) for event in events] == [
            ("connection_open", {}),
            ("task_started", {"kind": "gated"}),
            ("progress_update", {"message": "let through", "value": 0.75}),
            ("task_completed", {"result": {"gate": "late"}}),
            ("connection_close", {"reason": "completed"}),
        ]


def test_a_task_that_is_refused_fails_with_the_code_of_the_refusal(server: ServerProcess) -> None:
    task_id = start(server, "refused", **{"X-Request-ID": "starter-3"})
    with listening(server, f"/api/tasks/{task_id}/stream") as events:
        failed = until(events, "task_failed")[-1].json()["problem"]
    assert (failed["code"], failed["detail"], failed["status"]) == ("TASK_FINISHED", "It cannot be done", 409)
    assert failed["correlation_id"] == "starter-3"
    assert get(server, f"/api/tasks/{task_id}").json()["problem"] == failed


def test_a_bug_in_a_task_is_told_without_its_traceback(server: ServerProcess) -> None:
    task_id = start(server, "broken")
    wait_for(server, task_id, "failed")
    problem = get(server, f"/api/tasks/{task_id}").json()["problem"]
    assert (problem["code"], problem["status"]) == ("INTERNAL", 500)
    assert "bug" not in problem["detail"]


def test_a_running_task_is_cancelled_at_its_next_safe_point(server: ServerProcess) -> None:
    task_id = start(server, "gated", "never")
    with listening(server, f"/api/tasks/{task_id}/stream") as events:
        until(events, "progress_update")
        answer = post(server, f"/api/tasks/{task_id}/cancel")
        assert answer.status_code == 202
        name, data = told(until(events, "task_failed")[-1])
        assert (name, data["problem"]["code"]) == ("task_failed", "TASK_CANCELLED")
        assert [told(event) for event in events] == [("connection_close", {"reason": "completed"})]
    wait_for(server, task_id, "cancelled")
    again = post(server, f"/api/tasks/{task_id}/cancel")
    assert (again.status_code, again.json()["code"]) == (409, "TASK_FINISHED")


def test_a_task_that_holds_the_write_lock_can_be_cancelled(server: ServerProcess) -> None:
    task_id = start(server, "writing", "never")
    with listening(server, f"/api/tasks/{task_id}/stream") as events:
        until(events, "progress_update")
        assert post(server, f"/api/tasks/{task_id}/cancel").status_code == 202
    wait_for(server, task_id, "cancelled")


def test_a_waiting_task_is_cancelled_at_once(server: ServerProcess) -> None:
    busy = [start(server, "gated", "busy") for _ in range(2)]
    for task_id in busy:
        wait_for(server, task_id, "running")
    waiting = start(server, "gated", "busy")
    assert status(server, waiting) == "pending"
    assert post(server, f"/api/tasks/{waiting}/cancel").json()["status"] == "cancelled"
    post(server, "/test/gates/busy")
    for task_id in busy:
        wait_for(server, task_id, "completed")
    assert status(server, waiting) == "cancelled"


def test_only_a_finished_task_can_be_deleted(server: ServerProcess) -> None:
    task_id = start(server, "gated", "delete")
    wait_for(server, task_id, "running")
    url = f"{server.url}/api/tasks/{task_id}"
    refused = _delete(url)
    assert (refused[0], refused[1]["code"]) == (409, "TASK_NOT_FINISHED")
    post(server, "/test/gates/delete")
    wait_for(server, task_id, "completed")
    assert _delete(url)[0] == 204
    assert _delete(url)[1]["code"] == "TASK_NOT_FOUND"
    assert get(server, f"/api/tasks/{task_id}/stream").json()["code"] == "TASK_NOT_FOUND"
    assert post(server, f"/api/tasks/{task_id}/cancel").json()["code"] == "TASK_NOT_FOUND"


def _delete(url: str) -> tuple[int, dict[str, str]]:
    answer = httpx.delete(url, timeout=15, trust_env=False)
    return answer.status_code, answer.json() if answer.content else {}


def test_a_task_begins_only_when_its_request_is_committed(server: ServerProcess) -> None:
    answer = post(server, "/test/tasks", {"kind": "gated", "gate": "fails", "fails": True})
    assert get(server, f"/api/tasks/{answer.json()['id']}").status_code == 404
    marker = start(server, "refused")
    wait_for(server, marker, "failed")
    assert lines_about(server, answer.json()["id"]) == []


def test_tasks_are_listed_newest_first_and_by_status(server: ServerProcess) -> None:
    first, second = start(server, "refused"), start(server, "refused")
    for task_id in (first, second):
        wait_for(server, task_id, "failed")
    answer = get(server, "/api/tasks?limit=2&status=failed")
    assert [task["id"] for task in answer.json()] == [second, first]
    assert {task["status"] for task in answer.json()} == {"failed"}
    assert 'rel="next"' in answer.headers["Link"]


@pytest.fixture
def shared(postgres: str) -> Iterator[str]:
    with fresh_database(postgres) as url:
        yield url


def test_a_stream_follows_a_task_that_another_process_runs(shared: str) -> None:
    with task_server(DATABASE_URL=shared) as runs, task_server(DATABASE_URL=shared) as follows:
        task_id = start(runs, "gated", "shared")
        with listening(follows, f"/api/tasks/{task_id}/stream") as events:
            seen = until(events, "progress_update")
            post(runs, "/test/gates/shared")
            seen += list(events)
    assert [told(event) for event in seen][:3] == [
        ("connection_open", {}),
        ("task_started", {"kind": "gated"}),
        ("progress_update", {"message": "waiting", "value": 0.25}),
    ]
    assert [told(event) for event in seen][-3:] == [
        ("progress_update", {"message": "let through", "value": 0.75}),
        ("task_completed", {"result": {"gate": "shared"}}),
        ("connection_close", {"reason": "completed"}),
    ]


def test_a_task_is_cancelled_through_another_process(shared: str) -> None:
    with task_server(DATABASE_URL=shared) as runs, task_server(DATABASE_URL=shared) as asks:
        task_id = start(runs, "gated", "never")
        wait_for(asks, task_id, "running")
        assert post(asks, f"/api/tasks/{task_id}/cancel").status_code == 202
        wait_for(asks, task_id, "cancelled")


def test_a_restart_of_one_process_leaves_the_tasks_of_the_other_alone(shared: str) -> None:
    with task_server(DATABASE_URL=shared) as runs:
        task_id = start(runs, "gated", "on")
        wait_for(runs, task_id, "running")
        with task_server(DATABASE_URL=shared) as restarted:
            assert status(restarted, task_id) == "running"
        post(runs, "/test/gates/on")
        wait_for(runs, task_id, "completed")


def test_the_tasks_of_a_killed_process_are_told_as_interrupted_by_the_other(shared: str) -> None:
    with task_server(DATABASE_URL=shared) as runs, task_server(DATABASE_URL=shared) as follows:
        task_id = start(runs, "gated", "never")
        with listening(follows, f"/api/tasks/{task_id}/stream") as events:
            until(events, "task_started")
            runs.process.send_signal(signal.SIGKILL)
            problem = told(until(events, "task_failed")[-1])[1]["problem"]
        assert problem["code"] == "INTERRUPTED"
        assert status(follows, task_id) == "failed"
