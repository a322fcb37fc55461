"""Event streams on a real socket: what a slow, a vanished and a returning reader get, and how many are held."""

import contextlib
import http.server
import json
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import sseclient

from services.kernel.events import CAPACITY
from support.process import ServerProcess
from support.streams import connected, get, listening, post, state, task_server, told, until
from support.wait import eventually

VERSIONS = "/api/utils/version/stream"
HELD = 500


@pytest.fixture(scope="module")
def server() -> Iterator[ServerProcess]:
    with task_server(SSE_MAX_STREAMS=str(HELD), SSE_HEARTBEAT_SECONDS="60") as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_is_left_open(server: ServerProcess) -> Iterator[None]:
    yield
    eventually(lambda: state(server)["streams"] == 0, within=10, what="every stream being given back")


def connect(server: ServerProcess, path: str, receive_bytes: int | None = None) -> socket.socket:
    """Ask for a stream and read nothing."""
    reader = connected(server, receive_bytes)
    reader.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    return reader


def read_until(reader: socket.socket, pattern: bytes) -> bytes:
    seen = b""
    while not re.search(pattern, seen):
        more = reader.recv(65_536)
        assert more, f"the connection ended before {pattern!r}: {seen[-500:]!r}"
        seen += more
    return seen


def publish(server: ServerProcess, count: int, size: int = 10) -> None:
    assert post(server, "/test/publish", {"count": count, "size": size}).status_code == 200


def test_a_stream_opens_with_its_headers_its_retry_time_and_its_first_event(server: ServerProcess) -> None:
    headers = {"Origin": "http://localhost:3000"}
    url = f"{server.url}{VERSIONS}?request_id=from-the-query"
    with httpx.stream("GET", url, headers=headers, trust_env=False) as response:
        lines = response.iter_lines()
        first = [next(lines) for _ in range(9)]
    assert response.headers["content-type"] == "text/event-stream"
    assert response.headers["cache-control"] == "no-cache"
    assert response.headers["x-accel-buffering"] == "no"
    assert response.headers["x-request-id"] == "from-the-query"
    life = first[1].removeprefix("id: ").removesuffix("-0")
    assert first == [
        "retry: 2000",
        f"id: {life}-0",
        "event: connection_open",
        'data: {"correlation_id":"from-the-query"}',
        "",
        f"id: {life}-1",
        "event: version",
        'data: {"service":"0.1.0","frontend":null,"correlation_id":"from-the-query"}',
        "",
    ]


def test_a_parameter_that_no_stream_has_is_refused(server: ServerProcess) -> None:
    answer = get(server, f"{VERSIONS}?request=1")
    assert (answer.status_code, answer.json()["code"]) == (400, "VALIDATION_FAILED")


def test_sseclient_py_reads_a_stream(server: ServerProcess) -> None:
    with httpx.stream("GET", server.url + VERSIONS, trust_env=False) as response:
        events = sseclient.SSEClient(response.iter_bytes()).events()
        seen = [next(events), next(events)]
    assert [event.event for event in seen] == ["connection_open", "version"]
    assert seen[0].retry == "2000"
    assert json.loads(seen[1].data)["service"] == "0.1.0"


def test_httpx_sse_reads_a_stream(server: ServerProcess) -> None:
    with listening(server, VERSIONS) as events:
        first, second = next(events), next(events)
    assert (first.event, first.retry, second.event) == ("connection_open", 2000, "version")
    assert (first.id, second.id) == (f"{first.id[:-2]}-0", f"{first.id[:-2]}-1")


def test_a_reader_that_comes_back_gets_exactly_what_it_missed(server: ServerProcess) -> None:
    with listening(server, "/test/stream") as events:
        next(events)
        publish(server, 3)
        last = [next(events) for _ in range(3)][-1]
    publish(server, 4)
    with listening(server, "/test/stream", {"Last-Event-ID": last.id}) as events:
        seen = [next(events) for _ in range(5)]
    assert [event.event for event in seen] == ["connection_open", "news", "news", "news", "news"]
    assert [event.json()["number"] for event in seen[1:]] == [0, 1, 2, 3]
    with listening(server, f"/test/stream?last_event_id={seen[-2].id}") as events:
        assert [next(events).event, next(events).json()["number"]] == ["connection_open", 3]


def test_a_stream_that_said_nothing_yet_is_resumed_without_loss(server: ServerProcess) -> None:
    with listening(server, "/test/stream") as events:
        opened = next(events)
    publish(server, 2)
    with listening(server, "/test/stream", {"Last-Event-ID": opened.id}) as events:
        seen = [next(events) for _ in range(3)]
    assert [event.event for event in seen] == ["connection_open", "news", "news"]


def test_a_reader_that_comes_back_too_late_learns_how_many_events_are_lost(server: ServerProcess) -> None:
    with listening(server, "/test/stream") as events:
        opened = next(events)
    publish(server, CAPACITY + 44)
    with listening(server, "/test/stream", {"Last-Event-ID": opened.id}) as events:
        seen = [next(events) for _ in range(3)]
    assert told(seen[1]) == ("gap", {"missed": 44})
    assert seen[2].json()["number"] == 44


@pytest.mark.parametrize("unknown", ["0000-7", "nonsense", "-1", "0000-99999999999999999999"])
def test_an_id_from_another_life_of_the_service_is_a_gap_of_unknown_size(server: ServerProcess, unknown: str) -> None:
    with listening(server, VERSIONS, {"Last-Event-ID": unknown}) as events:
        seen = [next(events) for _ in range(3)]
    assert told(seen[1]) == ("gap", {"missed": None})
    assert seen[2].event == "version"


def test_a_reader_that_stops_reading_loses_the_oldest_events_and_is_told_how_many(server: ServerProcess) -> None:
    count, size, at_once = 1_000, 8_000, 20
    with contextlib.closing(connect(server, "/test/stream", receive_bytes=16_384)) as slow:
        with listening(server, "/test/stream") as events:
            next(events)
            for _ in range(count // at_once):
                publish(server, at_once, size)
                seen = [next(events) for _ in range(at_once)]
                assert [event.json()["number"] for event in seen] == list(range(at_once))
            assert state(server)["undelivered"] * size < 1_048_576
            post(server, "/test/publish", {"count": 1, "size": 0})
            received = read_until(slow, rb'"text":""')
        text = re.sub(rb"\r\n[0-9a-f]+\r\n", b"", received)
        dropped = [int(number) for number in re.findall(rb'event: dropped\s+data: {"count":(\d+)', text)]
        news = len(re.findall(rb"event: news", text))
    assert sum(dropped) > 0
    assert sum(dropped) + news == count + 1


def test_a_reader_that_is_killed_is_noticed_within_a_second(server: ServerProcess) -> None:
    script = (
        "import socket,sys; s=socket.create_connection((sys.argv[1], int(sys.argv[2])));"
        "s.sendall(b'GET /test/stream HTTP/1.1\\r\\nHost: x\\r\\n\\r\\n'); print(s.recv(9), flush=True); s.recv(10**6);"
        "sys.stdin.read()"
    )
    host, port = server.url.removeprefix("http://").split(":")
    reader = subprocess.Popen([sys.executable, "-c", script, host, port], stdout=subprocess.PIPE, stdin=subprocess.PIPE)
    with reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        assert state(server)["streams"] == 1
        reader.kill()
        reader.wait()
        eventually(lambda: state(server)["streams"] == 0, within=1, what="the dead reader being noticed")


def test_five_hundred_streams_are_held_while_ordinary_requests_are_served(server: ServerProcess) -> None:
    before = len(state(server)["threads"])
    with contextlib.ExitStack() as stack:
        readers = []
        for _ in range(HELD):
            reader = stack.enter_context(contextlib.closing(connect(server, "/test/stream")))
            readers.append(reader)
        for reader in readers:
            read_until(reader, rb"event: connection_open\n.*\n\n")
        assert state(server)["streams"] == HELD
        refused = get(server, "/test/stream")
        assert (refused.status_code, refused.json()["code"]) == (503, "STREAM_LIMIT")
        assert int(refused.headers["Retry-After"]) > 0
        assert get(server, "/api/types").status_code == 200
        publish(server, 1)
        for reader in readers:
            read_until(reader, rb'"number":0')
    eventually(lambda: state(server)["streams"] == 0, within=10, what="every stream being given back")
    eventually(lambda: len(state(server)["threads"]) <= before, within=10, what="the threads being given back")


def test_a_head_request_takes_no_place(server: ServerProcess) -> None:
    answer = httpx.head(f"{server.url}/test/stream", trust_env=False)
    assert (answer.status_code, answer.content) == (200, b"")


def test_a_quiet_stream_beats_and_is_closed_when_idle() -> None:
    with (
        task_server(SSE_HEARTBEAT_SECONDS="0.1", SSE_IDLE_SECONDS="0.35") as quick,
        listening(quick, "/test/stream?request_id=quiet") as events,
    ):
        seen = list(events)
    names = [event.event for event in seen]
    assert names[0] == "connection_open"
    assert names[1:-1] == ["heartbeat"] * 3
    assert told(seen[-1]) == ("connection_close", {"reason": "idle"})
    assert [event.json()["correlation_id"] for event in seen] == ["quiet"] * 5


def test_a_reader_that_takes_nothing_for_too_long_is_given_up() -> None:
    with (
        task_server(SSE_LAGGING_SECONDS="0.3") as quick,
        contextlib.closing(connect(quick, "/test/stream", receive_bytes=16_384)) as stuck,
    ):
        eventually(lambda: state(quick)["streams"] == 1, what="the stream being open")
        publish(quick, 500, 8_000)
        eventually(lambda: state(quick)["streams"] == 0, within=5, what="the stuck reader being given up")
        assert b'{"reason":"lagging"' in read_until(stuck, rb"event: connection_close\n.*\n\n")
        assert get(quick, "/api/types").status_code == 200


class Frontend(http.server.BaseHTTPRequestHandler):
    """Serves what was deployed last."""

    deployed: dict[str, Any] | None = None

    def do_GET(self) -> None:
        body = json.dumps(self.deployed).encode()
        self.send_response(200 if self.deployed else 503)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_arguments: object) -> None:
        pass


@pytest.fixture
def frontend() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Frontend) as serving:
        thread = threading.Thread(target=serving.serve_forever, args=(0.05,))
        thread.start()
        yield f"http://127.0.0.1:{serving.server_port}/version.json"
        serving.shutdown()
        thread.join()
        Frontend.deployed = None


def test_the_version_stream_tells_each_version_of_the_frontend_once(frontend: str) -> None:
    with (
        task_server(FRONTEND_VERSION_URL=frontend, FRONTEND_VERSION_SECONDS="0.05") as quick,
        listening(quick, VERSIONS) as events,
    ):
        seen = until(events, "version")
        Frontend.deployed = {"version": "2.4.1", "changelog": "Faster search"}
        seen += until(events, "version")
        Frontend.deployed = {"version": "2.4.2"}
        seen += until(events, "version")
    assert [told(event)[1] for event in seen[1:]] == [
        {"service": "0.1.0", "frontend": None},
        {"service": "0.1.0", "frontend": "2.4.1", "changelog": "Faster search"},
        {"service": "0.1.0", "frontend": "2.4.2"},
    ]


def test_the_version_stream_of_test_mode_is_silent_without_a_frontend() -> None:
    with (
        task_server(FLASK_ENV="testing", SSE_HEARTBEAT_SECONDS="0.1") as quick,
        listening(quick, VERSIONS) as events,
    ):
        assert [next(events).event, next(events).event] == ["connection_open", "heartbeat"]


def test_a_slow_reader_delays_nobody_else(server: ServerProcess) -> None:
    with contextlib.closing(connect(server, "/test/stream", receive_bytes=16_384)):
        eventually(lambda: state(server)["streams"] == 1, what="the stream being open")
        publish(server, 500, 8_000)
        began = time.monotonic()
        with listening(server, "/test/stream") as events:
            next(events)
            publish(server, 1)
            assert next(events).json()["number"] == 0
        assert time.monotonic() - began < 2
