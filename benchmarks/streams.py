"""What event streams cost everybody else: the same requests on the same server, without streams and with them held.

    python benchmarks/streams.py --streams 500 --requests 2000

Starts a server of its own on a SQLite file, measures GET /api/types one after the other on one connection, in turns
without and with the streams held, and prints both distributions side by side in milliseconds.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import os
import re
import select
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

STREAM = "/api/utils/version/stream"
REQUEST = "/api/types"
ROUNDS = 3
WARM_UP = 300
ADDRESS = re.compile(r"listening on http://([0-9.]+):(\d+)")


@contextlib.contextmanager
def server(streams: int, heartbeat: float) -> Iterator[tuple[int, str, int]]:
    """A server for the length of the block: its process id, host and port."""
    with tempfile.TemporaryDirectory() as folder:
        env = {
            **os.environ,
            "DATABASE_URL": f"sqlite:///{folder}/parts.sqlite3",
            "SSE_MAX_STREAMS": str(streams),
            "SSE_HEARTBEAT_SECONDS": str(heartbeat),
            "LOG_LEVEL": "WARNING",
            "DRAIN_SECONDS": "0",
        }
        command = [sys.executable, "-m", "handlers.runtime.cli", "serve", "--port", "0"]
        process = subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True)
        assert process.stdout is not None
        try:
            found = ADDRESS.search(process.stdout.readline())
            if found is None:
                raise SystemExit("the server did not start")
            yield process.pid, found[1], int(found[2])
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)
            process.stdout.close()


@contextlib.contextmanager
def held(host: str, port: int, count: int) -> Iterator[None]:
    """Keep ``count`` streams open, and read what they say, for the length of the block."""
    with contextlib.ExitStack() as stack:
        readers = [stack.enter_context(socket.create_connection((host, port))) for _ in range(count)]
        for reader in readers:
            reader.sendall(f"GET {STREAM} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        for reader in readers:
            seen = b""
            while b"event: version" not in seen:
                more = reader.recv(65_536)
                if not more:
                    raise SystemExit(f"a stream was refused: {seen!r}")
                seen += more
        done = threading.Event()
        thread = threading.Thread(target=drink, args=(readers, done))
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()


def drink(readers: list[socket.socket], done: threading.Event) -> None:
    """Take whatever the streams say."""
    poll = select.poll()
    by_descriptor = {reader.fileno(): reader for reader in readers}
    for descriptor in by_descriptor:
        poll.register(descriptor, select.POLLIN)
    while not done.is_set():
        for descriptor, _ in poll.poll(200):
            by_descriptor[descriptor].recv(65_536)


def measure(host: str, port: int, count: int) -> list[float]:
    """Milliseconds of each of ``count`` requests."""
    connection = http.client.HTTPConnection(host, port)
    taken = []
    for _ in range(count):
        began = time.perf_counter()
        connection.request("GET", REQUEST)
        response = connection.getresponse()
        response.read()
        taken.append((time.perf_counter() - began) * 1000)
        if response.status != 200:
            raise SystemExit(f"an ordinary request was answered {response.status}")
    connection.close()
    return taken


def row(name: str, taken: list[float]) -> str:
    cuts = statistics.quantiles(taken, n=1000)
    return f"{name:<16}{cuts[499]:>9.2f}{cuts[899]:>9.2f}{cuts[989]:>9.2f}{max(taken):>9.2f}"


def megabytes(process: int) -> float:
    status = Path(f"/proc/{process}/status")
    text = status.read_text() if status.exists() else "VmRSS: 0"
    return int(re.findall(r"VmRSS:\s+(\d+)", text)[0]) / 1024


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--streams", type=int, default=500)
    parser.add_argument("--requests", type=int, default=2000, help="in each round")
    parser.add_argument("--heartbeat", type=float, default=15.0, help="seconds")
    options = parser.parse_args()
    without: list[float] = []
    beside: list[float] = []
    with server(options.streams, options.heartbeat) as (process, host, port):
        measure(host, port, WARM_UP)
        resting = megabytes(process)
        for _ in range(ROUNDS):
            without += measure(host, port, options.requests)
            with held(host, port, options.streams):
                beside += measure(host, port, options.requests)
                loaded = megabytes(process)
    print(f"{'ms':<16}{'p50':>9}{'p90':>9}{'p99':>9}{'max':>9}")
    print(row("no streams", without))
    print(row(f"{options.streams} streams", beside))
    ratio = statistics.quantiles(beside, n=100)[98] / statistics.quantiles(without, n=100)[98]
    print(f"p99 is {ratio:.2f} times that without streams; memory {resting:.0f} MB, then {loaded:.0f} MB")
    return 0 if ratio <= 3 else 1


if __name__ == "__main__":
    sys.exit(main())
