"""A small HTTP/1.1 client on raw sockets: for one request at a time, and for load where wrk is missing.

As a program it replays a file of requests (see replay.lua) over several connections and prints what
wrk would:
``python -m benchmarks.client PORT CONNECTIONS SECONDS FILE``.
"""

from __future__ import annotations

import itertools
import selectors
import socket
import sys
import time
from pathlib import Path

CHUNK = 1 << 20


class Reply:
    """Collects the bytes of one answer that states its length."""

    def __init__(self) -> None:
        self._data = b""
        self._missing: int | None = None
        self.status = 0
        self.body_begin = 0

    def feed(self, chunk: bytes) -> bool:
        """Take what arrived; True when the answer is complete."""
        self._data += chunk
        if self._missing is None:
            end = self._data.find(b"\r\n\r\n")
            if end < 0:
                return False
            head = self._data[:end].lower()
            self.status = int(head[9:12])
            self.body_begin = end + 4
            _before, found, after = head.partition(b"\r\ncontent-length:")
            length = int(after.split(b"\r\n", 1)[0]) if found else 0
            self._missing = self.body_begin + length
        return len(self._data) >= self._missing

    @property
    def body(self) -> bytes:
        return self._data[self.body_begin :]

    @property
    def head(self) -> str:
        return self._data[: self.body_begin].decode("latin-1")


class Connection:
    """One connection, one request at a time."""

    def __init__(self, port: int, timeout: float = 60) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, request: bytes) -> Reply:
        """Send a request and wait for its answer. Raises OSError when the server hangs up."""
        self.socket.sendall(request)
        reply = Reply()
        while not reply.feed(self._receive()):
            pass
        return reply

    def _receive(self) -> bytes:
        chunk = self.socket.recv(CHUNK)
        if not chunk:
            raise ConnectionError("the server closed the connection")
        return chunk

    def close(self) -> None:
        self.socket.close()


def message(method: str, target: str, body: bytes = b"") -> bytes:
    """The bytes of a request with a JSON body, or with none."""
    head = f"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n"
    if body:
        head += f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n"
    return head.encode() + b"\r\n" + body


def read_requests(path: Path) -> list[bytes]:
    """The requests in a file that ``write_requests`` made."""
    with path.open("rb") as file:
        return [file.read(int(line)) for line in iter(file.readline, b"")]


def write_requests(path: Path, requests: list[bytes]) -> None:
    """Each request after a line with its length."""
    path.write_bytes(b"".join(b"%d\n%s" % (len(one), one) for one in requests))


def replay(port: int, connections: int, seconds: float, requests: list[bytes]) -> str:
    """Keep every connection busy for some seconds; the line that replay.lua prints."""
    upcoming = itertools.cycle(requests)
    selector = selectors.DefaultSelector()
    latencies: list[float] = []
    refused = 0
    opened = [Connection(port) for _ in range(connections)]
    begin = time.perf_counter()
    for one in opened:
        one.socket.sendall(next(upcoming))
        selector.register(one.socket, selectors.EVENT_READ, [Reply(), time.perf_counter()])
    while (now := time.perf_counter()) < begin + seconds:
        for ready, _ in selector.select(1):
            connection: socket.socket = ready.fileobj  # type: ignore[assignment]  # it is what was registered
            state = ready.data
            if state[0].feed(connection.recv(CHUNK)):
                now = time.perf_counter()
                latencies.append(now - state[1])
                refused += state[0].status >= 400
                state[:] = [Reply(), now]
                connection.sendall(next(upcoming))
    elapsed = now - begin
    for one in opened:
        one.close()
    latencies.sort()
    middle, tail = latencies[len(latencies) // 2], latencies[int(len(latencies) * 0.99)]
    return f"RESULT {len(latencies)} {elapsed * 1e6:.0f} {refused} 0 {middle * 1e6:.0f} {tail * 1e6:.0f}"


if __name__ == "__main__":
    print(replay(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), read_requests(Path(sys.argv[4]))))
