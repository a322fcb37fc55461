"""How a process ends: nothing that is under way is dropped."""

import signal
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from support.process import ServerProcess
from support.streams import get, listening, post, start, state, task_server, told, until
from support.wait import eventually

KEY = "a-key-of-enough-length"
AUTHORIZED = {"Authorization": f"Bearer {KEY}"}


def wait_until_closed(server: ServerProcess) -> None:
    host, port = server.url.removeprefix("http://").split(":")

    def is_closed() -> bool:
        with socket.socket() as probe:
            return probe.connect_ex((host, int(port))) != 0

    eventually(is_closed, within=10, what="the socket being closed")


def test_a_request_of_two_seconds_that_is_under_way_completes() -> None:
    with task_server() as server, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(get, server, "/test/slow?seconds=2")
        eventually(lambda: state(server)["slow_began"], what="the slow request being under way")
        server.terminate()
        assert answer.result().json() == {"done": True}
        assert server.wait(10) == 0


def test_streams_are_told_and_end_cleanly() -> None:
    with task_server() as server:
        with listening(server, "/test/stream") as events, listening(server, "/api/utils/version/stream") as others:
            next(events)
            next(others)
            server.terminate()
            # httpx raises when a chunked body ends without its last chunk.
            assert [told(event) for event in events] == [("connection_close", {"reason": "server_shutdown"})]
            assert told(list(others)[-1]) == ("connection_close", {"reason": "server_shutdown"})
        assert server.wait(10) == 0


def test_a_task_that_is_under_way_stops_at_a_safe_point_and_says_so(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'parts.sqlite3'}"
    with task_server(DATABASE_URL=url, TASK_WORKERS="1") as server:
        running, waiting = start(server, "gated", "never"), start(server, "gated", "never")
        with listening(server, f"/api/tasks/{running}/stream") as events:
            until(events, "progress_update")
            server.terminate()
            assert told(list(events)[-1])[0] == "connection_close"
        assert server.wait(10) == 0
    with task_server(DATABASE_URL=url) as server:
        for task_id in (running, waiting):
            task = get(server, f"/api/tasks/{task_id}").json()
            assert (task["status"], task["problem"]["code"]) == ("failed", "INTERRUPTED")


def test_a_task_that_cannot_stop_is_given_time_to_complete(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'parts.sqlite3'}"
    with task_server(DATABASE_URL=url, DRAIN_SECONDS="1.5") as server:
        task_id = start(server, "stubborn", "time")
        eventually(lambda: get(server, f"/api/tasks/{task_id}").json()["status"] == "running", what="it running")
        server.terminate()
        post(server, "/test/gates/time")
        assert server.wait(10) == 0
    with task_server(DATABASE_URL=url) as server:
        assert get(server, f"/api/tasks/{task_id}").json()["result"] == {"stopped": False}


def test_a_task_of_a_killed_process_is_interrupted_at_the_next_start(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'parts.sqlite3'}"
    with task_server(DATABASE_URL=url) as server:
        task_id = start(server, "gated", "never")
        eventually(lambda: get(server, f"/api/tasks/{task_id}").json()["status"] == "running", what="it running")
        server.process.send_signal(signal.SIGKILL)
        server.wait(10)
    with task_server(DATABASE_URL=url) as server:
        task = get(server, f"/api/tasks/{task_id}").json()
        assert (task["status"], task["problem"]["code"]) == ("failed", "INTERRUPTED")
        assert task["finished_at"] is not None
        with listening(server, f"/api/tasks/{task_id}/stream") as events:
            assert [event.event for event in events][-2:] == ["task_failed", "connection_close"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_while_draining_readyz_says_no_and_ordinary_requests_are_served(number: signal.Signals) -> None:
    with task_server(DRAIN_SECONDS="3") as server:
        server.process.send_signal(number)
        refused = eventually(
            lambda: (answer := get(server, "/api/health/readyz")).status_code == 503 and answer,
            within=2,
            what="readyz saying no",
        )
        assert refused.json()["checks"]["lifecycle"] == "draining"
        assert get(server, "/api/types").status_code == 200
        assert server.wait(10) == 0


def test_a_second_signal_ends_the_process_now() -> None:
    with task_server(GRACEFUL_SHUTDOWN_SECONDS="60") as server, ThreadPoolExecutor(1) as pool:
        answer = pool.submit(get, server, "/test/slow?seconds=50")
        eventually(lambda: state(server)["slow_began"], what="the slow request being under way")
        server.terminate()
        wait_until_closed(server)
        server.terminate()
        assert server.wait(2) == -signal.SIGTERM
        with pytest.raises(httpx.TransportError):
            answer.result()


def test_a_reader_that_takes_nothing_does_not_hold_the_end_up() -> None:
    with task_server(GRACEFUL_SHUTDOWN_SECONDS="60") as server:
        host, port = server.url.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port))) as stuck:
            stuck.sendall(b"GET /test/stream HTTP/1.1\r\nHost: x\r\n\r\n")
            eventually(lambda: state(server)["streams"] == 1, what="the stream being open")
            assert post(server, "/test/publish", {"count": 500, "size": 20_000}).status_code == 200
            server.terminate()
            assert server.wait(15) == 0


def test_the_drain_operation_needs_the_key_and_ends_the_process() -> None:
    with task_server(DRAIN_AUTH_KEY=KEY) as server:
        for headers in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": f"Basic {KEY}"}):
            refused = post(server, "/api/health/drain", headers=headers)
            assert (refused.status_code, refused.json()["code"]) == (401, "UNAUTHORIZED")
            assert refused.headers["WWW-Authenticate"] == "Bearer"
        assert get(server, "/api/health/readyz").status_code == 200
        accepted = post(server, "/api/health/drain", headers=AUTHORIZED)
        assert (accepted.status_code, accepted.json()) == (202, {"status": "draining"})
        assert server.wait(10) == 0


def test_without_a_key_there_is_no_drain_operation() -> None:
    with task_server() as server:
        refused = post(server, "/api/health/drain", headers=AUTHORIZED)
        assert (refused.status_code, refused.json()["code"]) == (404, "DRAIN_NOT_CONFIGURED")
        assert get(server, "/api/health/readyz").status_code == 200


def test_every_thread_has_a_name_of_its_own_and_ends() -> None:
    with task_server(FRONTEND_VERSION_URL="http://127.0.0.1:9/", TASK_WORKERS="1") as server:
        start(server, "refused")
        names = state(server)["threads"]
        server.terminate()
        assert server.wait(10) == 0
    assert [name for name in names if name.startswith("Thread-")] == []
    assert {"MainThread", "frontend-version", "task-0", "request-0"} <= set(names)
