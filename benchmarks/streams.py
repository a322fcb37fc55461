"""Event streams: how soon an event is there, how many a second, what a stream holds, and what others notice of them.

    python -m benchmarks.streams [--readers 1 50 500] [--requests 1000]

Starts a server of its own in test mode on a SQLite file. An event is a record of the log, caused by a request and
stamped when it was made; its latency ends when the reader has it, on the same clock. Readers are sockets of this
process, so at many readers part of the latency is the client's own. Events a second are those of a task that tells its
progress a thousand times as fast as it can, added up over its readers.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import re
import select
import socket
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator

import orjson
from sqlalchemy.engine import make_url

from benchmarks.client import Connection, message
from benchmarks.load import rss_mb
from support.process import ServerProcess
from support.testmode import server_in_test_mode
from support.wait import eventually

LOG_STREAM = "/api/testing/logs/stream?logger=partsbench.access"
REQUEST = message("GET", "/api/types")
PROBE = message("GET", "/api/boxes")
PROBES = 40
ROUNDS = 3
WARM_UP = 300
STEPS = 1_000
TASK_READERS = 50
WAIT_SECONDS = 60.0
P99_LIMIT = 3.0
"""How many times as long the slowest ordinary requests may take beside 500 streams."""

DATA = re.compile(rb"^data: (.*)$", re.MULTILINE)


class Readers:
    """Streams that are read for the length of the block, by one thread that owns their sockets."""

    def __init__(self, port: int, path: str, count: int, heard: Callable[[bytes, float], None]) -> None:
        self._heard = heard
        self._done = threading.Event()
        self._sockets = [socket.create_connection(("127.0.0.1", port)) for _ in range(count)]
        for one in self._sockets:
            one.sendall(message("GET", path))
        self._rest = {one.fileno(): self._opened(one) for one in self._sockets}
        self._thread = threading.Thread(target=self._read, name="readers")

    def __enter__(self) -> Readers:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._done.set()
        self._thread.join()
        for one in self._sockets:
            one.close()

    @staticmethod
    def _opened(one: socket.socket) -> bytes:
        seen = b""
        while b"event: connection_open" not in seen or not seen.endswith(b"\n\r\n"):
            more = one.recv(65_536)
            if not more:
                raise SystemExit(f"a stream was refused: {seen[:300]!r}")
            seen += more
        return b""

    def _read(self) -> None:
        poll = select.poll()
        by_descriptor = {one.fileno(): one for one in self._sockets}
        for descriptor in by_descriptor:
            poll.register(descriptor, select.POLLIN)
        while not self._done.is_set():
            for descriptor, _ in poll.poll(100):
                chunk = by_descriptor[descriptor].recv(65_536)
                at = time.time()
                if not chunk:
                    poll.unregister(descriptor)
                whole, end, self._rest[descriptor] = (self._rest[descriptor] + chunk).rpartition(b"\n\n")
                for data in DATA.findall(whole + end):
                    self._heard(data, at)


def latencies(port: int, readers: int) -> list[float]:
    """Milliseconds from the making of a record to each of its readers."""
    taken: list[float] = []

    def heard(data: bytes, at: float) -> None:
        record = orjson.loads(data)
        if str(record.get("message", "")).startswith("GET /api/boxes"):
            made = datetime.datetime.fromisoformat(record["timestamp"]).timestamp()
            taken.append((at - made) * 1000)

    with Readers(port, LOG_STREAM, readers, heard):
        connection = Connection(port)
        for number in range(1, PROBES + 1):
            connection.ask(PROBE)
            eventually(lambda wanted=number * readers: len(taken) >= wanted, WAIT_SECONDS, f"record {number}")  # type: ignore[misc]
        connection.close()
    return taken


def events_a_second(port: int, readers: int) -> float:
    """How many events of one task reached its readers, all together, in a second."""
    times: list[float] = []
    steps = [{"message": "One more", "delay_ms": 1_500 if number == 0 else 0} for number in range(STEPS)]
    connection = Connection(port)
    started = orjson.loads(connection.ask(message("POST", "/api/testing/tasks", orjson.dumps({"steps": steps}))).body)
    task_id = started.get("id") or started["task_id"]

    def heard(data: bytes, at: float) -> None:
        if b'"One more"' in data:
            times.append(at)

    with Readers(port, f"/api/tasks/{task_id}/stream", readers, heard):
        eventually(lambda: len(times) >= STEPS * readers, WAIT_SECONDS, "the last event")
    connection.close()
    return (len(times) - readers) / (max(times) - min(times))


def measure(port: int, count: int) -> list[float]:
    """Milliseconds of each of ``count`` ordinary requests."""
    connection = Connection(port)
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        reply = connection.ask(REQUEST)
        taken.append((time.perf_counter() - began) * 1000)
        if reply.status != 200:
            raise SystemExit(f"an ordinary request was answered {reply.status}")
    connection.close()
    return taken


def row(name: str, taken: list[float]) -> str:
    cuts = statistics.quantiles(taken, n=1000, method="inclusive")
    return f"{name:<34}{cuts[499]:>9.2f}{cuts[899]:>9.2f}{cuts[989]:>9.2f}{max(taken):>9.2f}"


def beside(port: int, streams: int, requests: int, process: int) -> tuple[list[float], list[float], float]:
    """Ordinary requests without and with streams that are held, in turns; and the memory with them."""
    without: list[float] = []
    held: list[float] = []
    loaded = 0.0
    for _ in range(ROUNDS):
        without += measure(port, requests)
        with Readers(port, "/api/utils/version/stream", streams, lambda _data, _at: None):
            held += measure(port, requests)
            loaded = rss_mb(process)
    return without, held, loaded


@contextlib.contextmanager
def server(most: int) -> Iterator[ServerProcess]:
    with tempfile.TemporaryDirectory() as folder:
        settings = {"SSE_MAX_STREAMS": str(most + 10)}
        with server_in_test_mode(f"sqlite:///{folder}/parts.sqlite3", **settings) as running:
            yield running


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, nargs="+", default=[1, 50, 500])
    parser.add_argument("--requests", type=int, default=1000, help="ordinary ones, in each of three rounds")
    options = parser.parse_args()
    most = max(options.readers)
    with server(most) as running:
        port = make_url(running.url).port or 0
        measure(port, WARM_UP)
        resting = rss_mb(running.pid)
        print(f"{'ms':<34}{'p50':>9}{'p90':>9}{'p99':>9}{'max':>9}")
        for readers in options.readers:
            print(row(f"a record to {readers} readers", latencies(port, readers)), flush=True)
        without, held, loaded = beside(port, most, options.requests, running.pid)
        print(row("a request, no streams", without))
        print(row(f"a request, {most} streams held", held))
        for readers in sorted({1, min(TASK_READERS, most)}):
            print(f"events a second to {readers} readers of a task: {events_a_second(port, readers):,.0f}", flush=True)
    ratio = statistics.quantiles(held, n=100)[98] / statistics.quantiles(without, n=100)[98]
    print(f"p99 of a request beside {most} streams is {ratio:.2f} times that without (wanted: at most {P99_LIMIT:g})")
    print(
        f"memory {resting:.0f} MB, with {most} streams {loaded:.0f} MB: {(loaded - resting) / most * 1024:.0f} kB each"
    )
    return 0 if ratio <= P99_LIMIT else 1


if __name__ == "__main__":
    sys.exit(main())
