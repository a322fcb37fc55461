"""Load on one server: how much it answers, how fast, and what that costs it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.client import write_requests

CONNECTIONS = 8
_TICKS = os.sysconf("SC_CLK_TCK")
_REPLAY = Path(__file__).with_name("replay.lua")


class LoadError(Exception):
    """A server refused or dropped requests of a measurement, which is therefore worth nothing."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One measurement of one operation of one server."""

    rate: float
    """Requests answered per second."""
    p50_ms: float
    p99_ms: float
    cpu_ms: float
    """Processor time of the server's process for each request, user and system, in milliseconds."""
    rss_mb: float


def generator() -> str:
    """What makes the load."""
    return "wrk" if shutil.which("wrk") else "benchmarks/client.py"


def measure(port: int, pid: int, requests: list[bytes], seconds: float, scratch: Path) -> Sample:
    """Replay the requests for some seconds. Raises LoadError unless every answer is a success."""
    path = scratch / "requests.bin"
    write_requests(path, requests)
    before = cpu_seconds(pid)
    line = _replay(port, seconds, path)
    spent = cpu_seconds(pid) - before
    words = line.split()
    if len(words) != 7 or words[0] != "RESULT":
        raise LoadError(f"the load generator said: {line}")
    count, microseconds, refused, failed, middle, tail = map(int, words[1:])
    if refused or failed:
        raise LoadError(f"{refused} of {count} requests were refused and {failed} failed")
    return Sample(
        rate=count / (microseconds / 1e6),
        p50_ms=middle / 1e3,
        p99_ms=tail / 1e3,
        cpu_ms=spent / max(count, 1) * 1e3,
        rss_mb=rss_mb(pid),
    )


def _replay(port: int, seconds: float, path: Path) -> str:
    if generator() != "wrk":
        command = [
            sys.executable,
            "-m",
            "benchmarks.client",
            str(port),
            str(CONNECTIONS),
            str(seconds),
            str(path),
        ]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    command = [
        "wrk",
        "-t1",
        f"-c{CONNECTIONS}",
        "-d600s",
        "-s",
        str(_REPLAY),
        f"http://127.0.0.1:{port}",
        str(path),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        # wrk counts in whole seconds, but an interrupt ends it at any time with its results.
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=30)
    return next((line for line in output.splitlines() if line.startswith("RESULT")), output)


def cpu_seconds(pid: int) -> float:
    """Processor time the process has used so far, all threads, user and system."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def rss_mb(pid: int) -> float:
    """Memory the process holds, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def end(process: subprocess.Popen[bytes]) -> None:
    """Stop a server that this program started."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)
        return
    process.kill()
    process.wait()
