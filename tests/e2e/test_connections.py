"""Connections of people who do not wait their turn, on a server whose main thread looks after them only when woken."""

import contextlib
import http.client
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar
from urllib.parse import urlsplit

import pytest

from support.process import ServerProcess
from support.streams import connected, state, task_server
from support.wait import eventually

Result = TypeVar("Result")

AT_ONCE = 8
ROUNDS = 10
PATIENCE_SECONDS = 20.0
SMALL = "/api/health/healthz"
LARGE = "/api/openapi.json"


@pytest.fixture(scope="module")
def server() -> Iterator[ServerProcess]:
    # A connection that is forgotten waits for an hour, and its reader gives up.
    with task_server(TEST_LOOP_SECONDS="3600") as running:
        yield running


class Raw:
    """A connection over which one says what one likes; no piece of an answer may take 20 s."""

    def __init__(self, server: ServerProcess, receive_bytes: int | None = None) -> None:
        self.host = urlsplit(server.url).netloc
        self.socket = connected(server, receive_bytes)
        self.received = self.socket.makefile("rb")

    def __enter__(self) -> "Raw":
        return self

    def __exit__(self, *_error: object) -> None:
        self.received.close()
        self.socket.close()

    def request(self, path: str, request_id: str, *headers: str, method: str = "GET") -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.host}", f"X-Request-ID: {request_id}", *headers]
        return "".join(f"{line}\r\n" for line in [*lines, ""]).encode()

    def answer(self, method: str = "GET") -> tuple[int, str | None, bytes]:
        """Status, correlation id and body of the next answer."""
        status = int(self.received.readline().split()[1])
        headers = http.client.parse_headers(self.received)
        length = 0 if method == "HEAD" else int(headers["Content-Length"])
        return status, headers["X-Request-ID"], self.received.read(length)


def names(mark: str, count: int) -> list[str]:
    return [f"{mark}-{number}" for number in range(count)]


def at_once(use: Callable[[str], Result], mark: str, times: int) -> list[Result]:
    """Use so many connections, ``AT_ONCE`` of them at a time, each with a name of its own. Raises what one raises."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(use, names(mark, times)))


def asked_at_once(
    server: ServerProcess, mark: str, paths: Sequence[str], receive_bytes: int | None = None
) -> list[bytes]:
    """Ask for all of it before reading any of it; the bodies of the answers, which have to come in this order."""
    with Raw(server, receive_bytes) as raw:
        ids = names(mark, len(paths))
        raw.socket.sendall(b"".join(raw.request(path, one) for path, one in zip(paths, ids, strict=True)))
        answers = [raw.answer() for _ in paths]
        assert [(status, request_id) for status, request_id, _ in answers] == [(200, one) for one in ids]
        return [body for _, _, body in answers]


def test_requests_sent_at_once_are_answered_in_their_order(server: ServerProcess) -> None:
    several = at_once(lambda mark: asked_at_once(server, mark, [SMALL] * 40), "small", AT_ONCE * ROUNDS)
    assert {body for bodies in several for body in bodies} == {b'{"status":"alive"}'}


def test_answers_larger_than_the_buffers_between_come_whole(server: ServerProcess) -> None:
    with Raw(server) as raw:
        raw.socket.sendall(raw.request(LARGE, "whole"))
        whole = raw.answer()[2]
    paths = [LARGE, SMALL, LARGE, LARGE, SMALL, LARGE] * 4
    for bodies in at_once(lambda mark: asked_at_once(server, mark, paths, 4_096), "large", AT_ONCE):
        assert [body == whole for body in bodies] == [path == LARGE for path in paths]


def in_pieces(server: ServerProcess, mark: str) -> None:
    """The end of each request is sent while the one before it is answered."""
    with Raw(server) as raw:
        ids = names(mark, 20)
        asked = [raw.request(SMALL, one) for one in ids]
        raw.socket.sendall(asked[0][:10])
        for this, following in zip(asked, [*asked[1:], b""], strict=True):
            raw.socket.sendall(this[10:] + following[:10])
        assert [raw.answer()[:2] for _ in ids] == [(200, one) for one in ids]


def test_requests_that_come_in_pieces_are_answered(server: ServerProcess) -> None:
    at_once(lambda mark: in_pieces(server, mark), "pieces", AT_ONCE * ROUNDS)


def ends(server: ServerProcess, mark: str) -> None:
    """Answers without a body leave the connection open, and ``Connection: close`` ends it."""
    with Raw(server) as raw:
        raw.socket.sendall(raw.request(SMALL, f"{mark}-head", method="HEAD"))
        assert raw.answer("HEAD") == (200, f"{mark}-head", b"")
        raw.socket.sendall(raw.request(SMALL, f"{mark}-close", "Connection: close"))
        assert raw.answer()[:2] == (200, f"{mark}-close")
        assert raw.received.read(1) == b""


def test_a_connection_ends_where_its_reader_asks_for_it(server: ServerProcess) -> None:
    at_once(lambda mark: ends(server, mark), "end", AT_ONCE * ROUNDS)


def test_who_asks_whether_to_go_on_is_told(server: ServerProcess) -> None:
    body = b'{"name":"told to go on"}'
    headers = ("Content-Type: application/json", f"Content-Length: {len(body)}", "Expect: 100-continue")
    with Raw(server) as raw:
        # The first is still being answered when the second asks.
        raw.socket.sendall(raw.request(SMALL, "before") + raw.request("/api/types", "go-on", *headers, method="POST"))
        assert raw.answer()[:2] == (200, "before")
        assert raw.received.readline() + raw.received.readline() == b"HTTP/1.1 100 Continue\r\n\r\n"
        raw.socket.sendall(body)
        assert raw.answer("POST")[:2] == (201, "go-on")


def test_a_crowd_of_readers_that_leaves_is_noticed(server: ServerProcess) -> None:
    with contextlib.ExitStack() as crowd:
        readers = [crowd.enter_context(Raw(server)) for _ in range(50)]
        for reader, name in zip(readers, names("leaves", 50), strict=True):
            reader.socket.sendall(reader.request("/test/stream", name))
        for reader in readers:
            assert reader.received.readline() == b"HTTP/1.1 200 OK\r\n"
        assert state(server)["streams"] == 50
    eventually(lambda: state(server)["streams"] == 0, within=PATIENCE_SECONDS, what="the streams being given back")


def test_head_and_body_go_out_together(server: ServerProcess) -> None:
    with contextlib.closing(http.client.HTTPConnection(urlsplit(server.url).netloc, timeout=PATIENCE_SECONDS)) as one:
        seen = []
        for asked in ("/test/sends", SMALL, "/test/sends"):
            one.request("GET", asked)
            seen.append(one.getresponse().read())
    # That of the first answer, which could not count itself, and that of the second.
    assert int(seen[2]) - int(seen[0]) == 2
