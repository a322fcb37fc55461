"""The correlation id by value, from the wire to the last log line, over a real socket."""

import json
import re
import socket
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from httpx_sse import EventSource

from support.process import ServerProcess
from support.testmode import server_in_test_mode
from support.wait import eventually

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
TRACE = "0af7651916cd43dd8448eb211c80319c"
TRACEPARENT = f"00-{TRACE}-b7ad6b7169203331-01"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    file = tmp_path_factory.mktemp("correlation") / "parts.sqlite3"
    with server_in_test_mode(f"sqlite:///{file}", CORS_ORIGINS="http://localhost:3000") as running:
        yield running


def ask(server: ServerProcess, path: str = "/types", method: str = "GET", **options: Any) -> httpx.Response:
    return httpx.request(method, f"{server.url}/api{path}", timeout=15, **options)


def lines_of(server: ServerProcess, correlation_id: str) -> list[dict[str, Any]]:
    """The log lines with this id, once there are any."""
    return eventually(
        lambda: [line for line in server.log_lines() if line.get("correlation_id") == correlation_id],
        what=f"a log line of {correlation_id}",
    )


@pytest.mark.parametrize("header", ["X-Request-ID", "X-Correlation-ID", "x-request-id"])
def test_the_id_of_the_client_comes_back_and_is_on_the_log_line(server: ServerProcess, header: str) -> None:
    sent = f"from-{header}-{header.islower()}"
    answer = ask(server, headers={header: sent})
    assert answer.headers["X-Request-ID"] == sent
    (line,) = [one for one in lines_of(server, sent) if one["logger"] == "partsbench.access"]
    assert line["message"] == "GET /api/types 200"


@pytest.mark.parametrize("sent", ["a", "x" * 128, "with space inside", "!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~"])
def test_what_is_printable_and_short_enough_is_taken(server: ServerProcess, sent: str) -> None:
    assert ask(server, headers={"X-Request-ID": sent}).headers["X-Request-ID"] == sent


@pytest.mark.parametrize("sent", [b"", b"x" * 129, "é".encode(), b"tab\tinside", b"\x7f", b"\x80abc"])
def test_what_is_not_is_replaced_by_a_uuid(server: ServerProcess, sent: bytes) -> None:
    given = ask(server, headers=[(b"X-Request-ID", sent)]).headers["X-Request-ID"]
    assert UUID.fullmatch(given)


def test_every_request_without_an_id_gets_one_of_its_own(server: ServerProcess) -> None:
    given = [ask(server).headers["X-Request-ID"] for _ in range(5)]
    assert len(set(given)) == 5
    assert all(UUID.fullmatch(one) for one in given)


def test_a_traceparent_gives_its_trace_id(server: ServerProcess) -> None:
    assert ask(server, headers={"traceparent": TRACEPARENT}).headers["X-Request-ID"] == TRACE


@pytest.mark.parametrize(
    "sent",
    [
        f"ff-{TRACE}-b7ad6b7169203331-01",
        f"00-{'0' * 32}-b7ad6b7169203331-01",
        f"00-{TRACE}-{'0' * 16}-01",
        f"00-{TRACE.upper()}-b7ad6b7169203331-01",
        "nonsense",
    ],
)
def test_a_malformed_traceparent_gives_nothing(server: ServerProcess, sent: str) -> None:
    assert UUID.fullmatch(ask(server, headers={"traceparent": sent}).headers["X-Request-ID"])


def test_the_first_of_several_headers_that_can_be_used_counts(server: ServerProcess) -> None:
    everything = {"X-Request-ID": "first", "X-Correlation-ID": "second", "traceparent": TRACEPARENT}
    assert ask(server, headers=everything).headers["X-Request-ID"] == "first"
    assert ask(server, headers={**everything, "X-Request-ID": "x" * 200}).headers["X-Request-ID"] == "second"


REFUSALS: list[tuple[str, str, dict[str, Any], int]] = [
    ("GET", "/types/424242", {}, 404),
    ("GET", "/no-such-address", {}, 404),
    ("PATCH", "/types", {}, 405),
    ("GET", "/types?unknown=1", {}, 400),
    ("POST", "/types", {"content": b"{", "headers": {"Content-Type": "application/json"}}, 400),
    ("POST", "/types", {"content": b"a", "headers": {"Content-Type": "text/plain"}}, 415),
    (
        "POST",
        "/types",
        {"content": b'"' + b"x" * 1_100_000 + b'"', "headers": {"Content-Type": "application/json"}},
        413,
    ),
]


@pytest.mark.parametrize(
    ("method", "path", "options", "status"), REFUSALS, ids=[f"{case[3]} {case[0]} {case[1]}" for case in REFUSALS]
)
def test_a_refusal_carries_the_id_in_header_body_and_log(
    server: ServerProcess, method: str, path: str, options: dict[str, Any], status: int
) -> None:
    sent = f"refused-{status}-{method}-{len(path)}"
    headers = {**options.get("headers", {}), "X-Request-ID": sent, "Origin": "http://localhost:3000"}
    answer = ask(server, path, method, **{**options, "headers": headers})
    assert answer.status_code == status
    assert answer.headers["X-Request-ID"] == sent
    assert answer.json()["correlation_id"] == sent
    assert "X-Request-ID" in answer.headers["Access-Control-Expose-Headers"]
    assert {line["message"].rsplit(" ", 1)[1] for line in lines_of(server, sent)} == {str(status)}


def test_a_failure_carries_the_id_also_where_none_was_sent(server: ServerProcess) -> None:
    answer = ask(server, headers={"Prefer": "code=500"})
    assert answer.status_code == 500
    assert UUID.fullmatch(answer.headers["X-Request-ID"])
    assert answer.json()["correlation_id"] == answer.headers["X-Request-ID"]


def on_the_wire(server: ServerProcess, request: bytes) -> httpx.Response:
    """What the server answers to bytes that no HTTP client would send."""
    place = urlsplit(server.url)
    with socket.create_connection((place.hostname, place.port), timeout=10) as connection:
        connection.sendall(request)
        received = b""
        while part := connection.recv(65_536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    status, *headers = head.decode("latin-1").split("\r\n")
    fields = [tuple(header.split(": ", 1)) for header in headers]
    return httpx.Response(int(status.split()[1]), headers=fields, content=body)  # type: ignore[arg-type]


def test_what_the_server_refuses_before_the_application_carries_an_id(server: ServerProcess) -> None:
    huge = b"X-Huge: " + b"x" * 65_536
    request = b"GET /api/types HTTP/1.1\r\nHost: a\r\nX-Request-ID: on-the-wire\r\n" + huge + b"\r\n\r\n"
    answer = on_the_wire(server, request)
    assert answer.status_code == 431
    assert answer.json()["correlation_id"] == answer.headers["X-Request-ID"]
    malformed = on_the_wire(server, b"GET /api/types HTTP/1.1\r\nHost: a\r\nno colon here\r\n\r\n")
    assert malformed.status_code == 400
    assert UUID.fullmatch(malformed.headers["X-Request-ID"])
    assert malformed.json()["correlation_id"] == malformed.headers["X-Request-ID"]
    lines_of(server, malformed.headers["X-Request-ID"])


def test_a_task_and_every_line_of_its_thread_carry_the_id_of_the_request_that_started_it(
    server: ServerProcess,
) -> None:
    sent = "started-the-task"
    script = {"steps": [{"message": "One"}]}
    started = ask(server, "/testing/tasks", "POST", json=script, headers={"X-Request-ID": sent})
    task_id = started.json()["id"]
    assert started.json()["correlation_id"] == sent
    eventually(lambda: ask(server, f"/tasks/{task_id}").json()["status"] == "completed")
    said = [line["message"] for line in lines_of(server, sent) if line["logger"] == "partsbench.tasks"]
    assert any("started" in message for message in said)
    assert any("completed" in message for message in said)
    assert ask(server, f"/tasks/{task_id}").json()["correlation_id"] == sent


@pytest.mark.parametrize(
    ("query", "headers", "expected"),
    [
        ("", {"X-Request-ID": "stream-by-header"}, "stream-by-header"),
        ("?request_id=stream-by-query", {}, "stream-by-query"),
        ("?request_id=query", {"X-Request-ID": "the-header-counts-more"}, "the-header-counts-more"),
    ],
)
def test_a_stream_carries_the_id_in_its_header_and_in_every_event(
    server: ServerProcess, query: str, headers: dict[str, str], expected: str
) -> None:
    ask(server, "/testing/deployments/version", "POST", json={"version": "1.0.0"})
    address = f"{server.url}/api/utils/version/stream{query}"
    with httpx.stream("GET", address, headers=headers, timeout=10) as response:
        assert response.headers["X-Request-ID"] == expected
        events = EventSource(response).iter_sse()
        first, second = next(events), next(events)
    assert [first.event, second.event] == ["connection_open", "version"]
    assert {json.loads(event.data)["correlation_id"] for event in (first, second)} == {expected}


def test_the_line_about_a_reader_that_left_carries_the_id_of_its_request(server: ServerProcess) -> None:
    address = f"{server.url}/api/utils/version/stream"
    with httpx.stream("GET", address, headers={"X-Request-ID": "leaves-early"}, timeout=10) as response:
        next(EventSource(response).iter_sse())

    def told() -> bool:
        return any("disconnected" in line["message"] for line in lines_of(server, "leaves-early"))

    eventually(told, within=30, what="the line about the reader that left")
    assert [line for line in server.log_lines() if line["logger"] == "waitress" and not line["correlation_id"]] == []


def test_the_query_gives_no_id_outside_streams(server: ServerProcess) -> None:
    answer = ask(server, "/types?request_id=sneaked-in")
    assert answer.status_code == 400
    assert UUID.fullmatch(answer.headers["X-Request-ID"])


def test_ids_do_not_run_into_each_other_on_one_connection(server: ServerProcess) -> None:
    with httpx.Client(base_url=f"{server.url}/api") as client:
        for number in range(20):
            answer = client.get("/types", headers={"X-Request-ID": f"n-{number}"})
            assert answer.headers["X-Request-ID"] == f"n-{number}"
        assert UUID.fullmatch(client.get("/types").headers["X-Request-ID"])
