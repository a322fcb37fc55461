"""What test mode tells of itself: log streams, scripted tasks, announced versions, faulty streams, idle, coverage."""

import contextlib
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from httpx_sse import EventSource, ServerSentEvent

from clients import Api, problem
from factories import make_type
from support.process import ServerProcess
from support.tasks import finished
from support.testmode import database_of_kind, sandboxed, server_in_test_mode
from support.wait import eventually


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(
    request: pytest.FixtureRequest, postgres: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("testing")
    with database_of_kind(request.param, postgres, folder) as url, server_in_test_mode(url) as running:
        yield running


@pytest.fixture
def api(server: ServerProcess) -> Iterator[Api]:
    with sandboxed(server) as client:
        yield client


@contextlib.contextmanager
def listening(api: Api, path: str, **options: Any) -> Iterator[Iterator[ServerSentEvent]]:
    """The events of a stream behind its connection_open."""
    with api.http.stream("GET", path, **options) as response:
        assert response.status_code == 200, response.read()
        events = EventSource(response).iter_sse()
        assert next(events).event == "connection_open"
        yield events


def next_log(events: Iterator[ServerSentEvent], ending: str) -> dict[str, Any]:
    for event in events:
        if event.event == "log" and (data := json.loads(event.data))["message"].endswith(ending):
            found: dict[str, Any] = data
            return found
    raise AssertionError(f"the stream ended without {ending}")


def test_a_log_stream_tells_what_this_sandbox_logs_and_survives_resets(server: ServerProcess, api: Api) -> None:
    with sandboxed(server) as other, listening(api, "/testing/logs/stream") as events:
        other.get("/boxes")
        answer = api.get("/types/424242", headers={"X-Test-Id": "the test", "X-Request-ID": "this-request"})
        assert answer.status_code == 404
        told = next_log(events, "/types/424242 404")
        assert told["correlation_id"] == "this-request"
        assert told["test_id"] == "the test"
        assert told["sandbox"] == api.http.headers["X-Test-Sandbox"]
        assert told["dropped"] == 0
        api.post("/testing/reset?seed=true")
        api.post("/testing/reset?rebuild=true")
        api.get("/types/434343")
        next_log(events, "/types/434343 404")


def test_a_log_stream_is_filtered(api: Api) -> None:
    path = "/testing/logs/stream?sql=true&level=WARNING&correlation_id=want"
    with listening(api, path) as events:
        api.get("/types", headers={"X-Request-ID": "other-1"})
        api.get("/types", headers={"X-Request-ID": "wanted-1"})
        first = next(events)
        entry = json.loads(first.data)
        assert (first.event, entry["correlation_id"], entry["logger"]) == ("log", "wanted-1", "partsbench.sql")


def test_a_log_stream_goes_on_from_where_the_client_was(api: Api) -> None:
    with listening(api, "/testing/logs/stream?logger=partsbench.access") as events:
        api.get("/types/11111111")
        seen = next(event for event in events if "11111111" in event.data)
    api.get("/types/22222222")
    resumed = {"headers": {"Last-Event-ID": seen.id}}
    with listening(api, "/testing/logs/stream?logger=partsbench.access", **resumed) as events:
        next_log(events, "/types/22222222 404")


def test_a_log_stream_ends_with_its_sandbox(api: Api) -> None:
    with listening(api, "/testing/logs/stream?level=CRITICAL") as events:
        api.delete(f"/testing/sandboxes/{api.http.headers['X-Test-Sandbox']}")
        last = next(event for event in events if event.event != "heartbeat")
    assert (last.event, json.loads(last.data)["reason"]) == ("connection_close", "completed")


def test_a_scripted_task_follows_its_script(api: Api) -> None:
    script = {"steps": [{"message": "One"}, {"message": "Two"}], "delay_ms": 30, "result": {"made": 2}}
    started = api.post("/testing/tasks", script, headers={"X-Request-ID": "starter", "X-Test-Id": "scripted"})
    task = finished(api, started)
    assert (task["status"], task["result"]) == ("completed", {"made": 2})
    assert task["progress"] == {"message": "Two", "value": 1}
    assert task["correlation_id"] == "starter"
    entries = api.get("/testing/logs?test_id=scripted&logger=partsbench.tasks").json()["entries"]
    assert {entry["correlation_id"] for entry in entries} == {"starter"}
    assert len(entries) >= 2


def test_a_scripted_task_fails_as_it_is_told(api: Api) -> None:
    failure = {"code": "CONSTRAINT_VIOLATION", "detail": "Somebody was faster"}
    task = finished(api, api.post("/testing/tasks", {"failure": failure}))
    assert task["status"] == "failed"
    assert (task["problem"]["code"], task["problem"]["detail"]) == ("CONSTRAINT_VIOLATION", "Somebody was faster")


def test_a_test_directs_a_task_event_by_event(api: Api) -> None:
    started = api.post("/testing/tasks", {"wait_for_event": True})
    task_id = started.json()["id"]
    with listening(api, f"/tasks/{task_id}/stream") as events:
        assert next(events).event == "task_started"
        command = {"event": "progress_update", "message": "Nearly", "value": 0.9}
        assert api.post(f"/testing/tasks/{task_id}/events", command).status_code == 204
        update = next(events)
        assert update.event == "progress_update"
        assert json.loads(update.data)["message"] == "Nearly"
        busy = problem(api.get("/testing/idle?timeout_ms=0"), 408, "STILL_BUSY")
        assert f"the task {task_id}" in busy["busy"]
        api.post(f"/testing/tasks/{task_id}/events", {"event": "task_completed", "result": {"made": 1}})
        end = next(events)
        assert (end.event, json.loads(end.data)["result"]) == ("task_completed", {"made": 1})
    assert api.get("/testing/idle").status_code == 200
    problem(api.post(f"/testing/tasks/{task_id}/events", command), 409, "TASK_FINISHED")
    unknown = "00000000-0000-4000-8000-000000000000"
    problem(api.post(f"/testing/tasks/{unknown}/events", command), 404, "TASK_NOT_FOUND")


def test_a_reset_ends_the_tasks_of_its_sandbox_alone(server: ServerProcess, api: Api) -> None:
    with sandboxed(server) as other:
        theirs = other.post("/testing/tasks", {"wait_for_event": True}).json()["id"]
        ours = api.post("/testing/tasks", {"wait_for_event": True}).json()["id"]
        eventually(lambda: api.get(f"/tasks/{ours}").json()["status"] == "running")
        eventually(lambda: other.get(f"/tasks/{theirs}").json()["status"] == "running")
        with listening(api, f"/tasks/{ours}/stream") as events:
            assert api.post("/testing/reset").status_code == 200
            assert [event.event for event in events][-2:] == ["task_failed", "connection_close"]
        assert api.get("/tasks").json() == []
        assert other.get(f"/tasks/{theirs}").json()["status"] == "running"
        other.post(f"/testing/tasks/{theirs}/events", {"event": "task_failed"})
        eventually(lambda: other.get(f"/tasks/{theirs}").json()["status"] == "failed")


def test_a_version_is_announced_to_every_stream_of_the_sandbox(server: ServerProcess, api: Api) -> None:
    assert api.post("/testing/deployments/version", {"version": "1.0.0"}).json() == {
        "request_id": None,
        "delivered": False,
        "status": "queued",
    }
    with sandboxed(server) as other, listening(api, "/utils/version/stream") as events:
        assert json.loads(next(events).data)["frontend"] == "1.0.0"
        with listening(other, "/utils/version/stream?request_id=elsewhere"):
            told = api.post("/testing/deployments/version", {"version": "2.0.0", "changelog": "Faster search"})
            assert told.status_code == 202
            assert told.json() == {"request_id": None, "delivered": True, "status": "delivered"}
            data = json.loads(next(events).data)
            assert (data["frontend"], data["changelog"]) == ("2.0.0", "Faster search")


def test_a_version_for_one_stream_waits_for_it_and_is_delivered_once(api: Api) -> None:
    announced = api.post("/testing/deployments/version", {"version": "3.0.0", "request_id": "tab-1"})
    assert announced.json() == {"request_id": "tab-1", "delivered": False, "status": "queued"}
    with listening(api, "/utils/version/stream?request_id=tab-2") as bystander:
        with listening(api, "/utils/version/stream?request_id=tab-1") as events:
            assert json.loads(next(events).data)["frontend"] == "3.0.0"
            now = api.post("/testing/deployments/version", {"version": "3.1.0", "request_id": "tab-1"}).json()
            assert now == {"request_id": "tab-1", "delivered": True, "status": "delivered"}
            assert json.loads(next(events).data)["frontend"] == "3.1.0"
        with listening(api, "/utils/version/stream?request_id=tab-1") as events:
            api.post("/testing/deployments/version", {"version": "4.0.0"})
            assert json.loads(next(events).data)["frontend"] == "4.0.0"
        assert json.loads(next(bystander).data)["frontend"] == "4.0.0"


def faulty_stream(api: Api, **fault: int) -> None:
    api.put("/testing/faults", {"rules": [{"operation_id": "stream_versions", "times": 1, "stream": fault}]})


def announce(api: Api, *versions: str) -> None:
    for one in versions:
        api.post("/testing/deployments/version", {"version": one})


def test_a_stream_breaks_off_where_a_fault_wants_it(api: Api) -> None:
    faulty_stream(api, close_after=2)
    with listening(api, "/utils/version/stream") as events:
        announce(api, "1", "2")
        assert json.loads(next(events).data)["frontend"] == "1"
        with pytest.raises(httpx.RemoteProtocolError):
            next(events)
    with listening(api, "/utils/version/stream") as events:
        assert json.loads(next(events).data)["frontend"] == "2"


def test_a_stream_says_things_twice_where_a_fault_wants_it(api: Api) -> None:
    faulty_stream(api, duplicate=2)
    with listening(api, "/utils/version/stream") as events:
        assert next(events).event == "connection_open"
        announce(api, "1", "2")
        assert [json.loads(next(events).data)["frontend"] for _ in range(3)] == ["1", "1", "2"]


def test_a_stream_falls_silent_where_a_fault_wants_it(api: Api) -> None:
    faulty_stream(api, stall=1)
    with listening(api, "/utils/version/stream", timeout=0.5) as events:
        announce(api, "1")
        with pytest.raises(httpx.ReadTimeout):
            next(events)
    eventually(lambda: api.get("/testing/idle?timeout_ms=0").status_code == 200)


def test_an_open_stream_does_not_keep_a_sandbox_busy(api: Api) -> None:
    with listening(api, "/utils/version/stream"):
        make_type(api)
        assert api.get("/testing/idle").status_code == 200
        assert api.post("/testing/reset").status_code == 200


# Idle, coverage, content


def test_a_quiet_sandbox_is_idle_and_a_busy_one_says_with_what(api: Api) -> None:
    assert api.get("/testing/idle").json()["status"] == "idle"
    api.put("/testing/faults", {"rules": [{"operation_id": "list_types", "delay_ms": 700}]})
    with ThreadPoolExecutor(1) as pool:
        slow = pool.submit(api.get, "/types")
        busy: list[str] = []
        while not busy and not slow.done():
            answer = api.get("/testing/idle?timeout_ms=0")
            busy = answer.json().get("busy", [])
        assert busy == ["GET /api/types"]
        assert answer.status_code == 408
        assert answer.json()["code"] == "STILL_BUSY"
        assert api.get("/testing/idle?timeout_ms=5000").json()["waited_ms"] > 0
        assert slow.result().status_code == 200


def test_coverage_tells_what_was_touched_and_what_never(api: Api) -> None:
    made = make_type(api)
    api.get("/types?include_stats=true")
    api.get(f"/types/{made['id'] + 1000}")
    report = api.get("/testing/coverage?scope=sandbox").json()
    assert report["sandbox"] == api.http.headers["X-Test-Sandbox"]
    operations = {operation["operation_id"]: operation for operation in report["operations"]}

    def counts(operation_id: str, kind: str) -> dict[str, int]:
        return {entry["name"]: entry["count"] for entry in operations[operation_id][kind]}

    assert operations["create_type"]["calls"] == 1
    assert counts("create_type", "statuses")["201"] == 1
    assert counts("create_type", "statuses")["409"] == 0
    assert counts("create_type", "request_properties") == {"name": 1}
    assert counts("get_type", "codes")["TYPE_NOT_FOUND"] == 1
    assert counts("list_types", "parameters") == {"include_stats": 1}
    assert counts("list_types", "response_properties")["part_count"] == 1
    assert operations["delete_type"]["calls"] == 0
    assert report["summary"]["operations"]["touched"] >= 3
    page = api.get("/testing/coverage?format=html")
    assert page.headers["Content-Type"].startswith("text/html")
    assert "Contract coverage of all sandboxes" in page.text
    assert api.delete("/testing/coverage?scope=sandbox").status_code == 204
    cleared = api.get("/testing/coverage?scope=sandbox").json()
    assert cleared["summary"]["statuses"]["touched"] <= 1


def test_what_is_refused_before_the_operation_counts_as_its_answer(server: ServerProcess, api: Api) -> None:
    def refused() -> int:
        report = api.get("/testing/coverage").json()
        (found,) = [one for one in report["operations"] if one["operation_id"] == "list_sellers"]
        return sum(status["count"] for status in found["statuses"] if status["name"] == "400")

    before = refused()
    problem(api.get("/sellers", headers={"X-Test-Sandbox": "no such name"}), 400, "VALIDATION_FAILED")
    assert refused() == before + 1


def test_content_is_deterministic(api: Api) -> None:
    image = api.get("/testing/content/image", params={"text": "LED driver"})
    assert image.headers["Content-Type"] == "image/png"
    assert image.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert image.content[16:24] == (400).to_bytes(4, "big") + (100).to_bytes(4, "big")
    assert image.content == api.get("/testing/content/image", params={"text": "LED driver"}).content
    assert image.content != api.get("/testing/content/image", params={"text": "LED drivers"}).content
    pdf = api.get("/testing/content/pdf", params={"text": "Data (sheet)"})
    assert pdf.content.startswith(b"%PDF-1.4")
    assert rb"(Data \(sheet\)) Tj" in pdf.content
    page = api.get("/testing/content/html", params={"title": "<Data> & sheet"})
    assert "<title>&lt;Data&gt; &amp; sheet</title>" in page.text
    problem(api.get("/testing/content/image"), 400, "VALIDATION_FAILED")
