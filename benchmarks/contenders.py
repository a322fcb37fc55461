"""Who is measured, how each is started, and what is asked of all of them."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.client import Connection, message
from benchmarks.data import key_of, place_of
from benchmarks.load import end
from support.children import end_with_parent
from support.postgres import free_port

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 30.0
HEALTHZ = message("GET", "/api/health/healthz")


@dataclass(frozen=True, slots=True)
class Contender:
    """One program to measure. ``command`` has ``{port}`` where the port goes."""

    name: str
    command: Sequence[str]
    databases: Sequence[str] = ("sqlite",)
    environment: dict[str, str] = field(default_factory=dict)


def contenders(connexion3_python: str) -> list[Contender]:
    """Everybody, in the order in which they take turns."""
    here = sys.executable
    on_both = ("sqlite", "postgresql")
    return [
        Contender(
            "partsbench",
            [str(Path(here).with_name("partsbench")), "serve", "--port", "{port}"],
            on_both,
            # Nobody stands before it who would have to notice that it is about to end.
            {"LOG_LEVEL": "WARNING", "FLASK_ENV": "production", "DRAIN_SECONDS": "0"},
        ),
        Contender("FastAPI", _uvicorn(here, "fastapi_app"), on_both),
        Contender("Connexion 2.15, stock", _waitress(here, "connexion2_app")),
        Contender("Connexion 3", _uvicorn(connexion3_python, "connexion3_app")),
        Contender("plain Flask", _waitress(here, "flask_app"), on_both),
        Contender("bare floor", _waitress(here, "floor_app"), on_both),
    ]


def _uvicorn(python: str, module: str) -> list[str]:
    quiet = ["--no-access-log", "--log-level", "warning"]
    return [python, "-m", "uvicorn", f"benchmarks.peers.{module}:app", "--port", "{port}", *quiet]


def _waitress(python: str, module: str) -> list[str]:
    return [python, "-m", "benchmarks.peers.serve_wsgi", f"benchmarks.peers.{module}:app", "{port}"]


@dataclass(frozen=True, slots=True)
class Running:
    """A contender that answers."""

    name: str
    port: int
    process: subprocess.Popen[bytes]

    @property
    def pid(self) -> int:
        return self.process.pid


@contextlib.contextmanager
def running(contender: Contender, database_url: str, scratch: Path) -> Iterator[Running]:
    """Serve the database for the length of the block, from the first answer on. Raises RuntimeError."""
    port = free_port()
    log_path = scratch / f"{contender.name.replace(' ', '-')}.log"
    with log_path.open("wb") as log:
        process = start(contender, database_url, port, scratch, log.fileno())
        try:
            if not answers(process, port):
                raise RuntimeError(f"{contender.name} did not start:\n{log_path.read_text()}")
            yield Running(contender.name, port, process)
        finally:
            end(process)


def start(contender: Contender, url: str, port: int, scratch: Path, log: int) -> subprocess.Popen[bytes]:
    """Start the program; it is not ready yet."""
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": url,
        "OPENAPI_DOCUMENT": str(scratch / "openapi.json"),
        **contender.environment,
    }
    command = [word.format(port=port) for word in contender.command]
    # The peers are modules of this checkout; partsbench itself is the installed wheel.
    folder = scratch if contender.name == "partsbench" else ROOT
    return subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=log,
        stderr=log,
        # A run that is killed leaves no server behind.
        preexec_fn=end_with_parent(signal.SIGKILL),
    )


def answers(process: subprocess.Popen[bytes], port: int) -> bool:
    """Wait until healthz answers 200: True; False when the process ended or took too long."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        with contextlib.suppress(OSError):
            connection = Connection(port, timeout=5)
            try:
                return connection.ask(HEALTHZ).status == 200
            finally:
                connection.close()
        time.sleep(0.005)
    return False


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that is asked, with enough different requests that no answer repeats at once."""

    name: str
    requests: Sequence[bytes]
    writes: bool = False


def reading_operations(type_ids: Sequence[int]) -> list[Operation]:
    """The operations that leave everything as it is."""
    words = ("relay 24v", "vishay", "sot-23 diode", "mouser capacitor", "regulator batch")
    searches = [message("GET", f"/api/parts?limit=50&q={word.replace(' ', '+')}") for word in words]
    return [
        Operation("GET healthz", [HEALTHZ]),
        Operation(f"GET types ({len(type_ids)} rows)", [message("GET", "/api/types")]),
        Operation("GET types/{id}", [message("GET", f"/api/types/{one}") for one in type_ids]),
        Operation("GET parts?limit=50", [message("GET", "/api/parts?limit=50")]),
        Operation("GET parts?q= (search)", searches),
    ]


def writing_operations(parts: int, count: int, mark: str) -> list[Operation]:
    """The operations that write; ``mark`` makes the names of new types new."""
    return [
        Operation("POST stock", [_stock_request(number % parts) for number in range(count)], writes=True),
        Operation(
            "POST types",
            [message("POST", "/api/types", json.dumps({"name": f"{mark} {n}"}).encode()) for n in range(count)],
            writes=True,
        ),
    ]


def _stock_request(number: int) -> bytes:
    box_no, loc_no = place_of(number)
    body = json.dumps({"box_no": box_no, "loc_no": loc_no, "qty": 1}).encode()
    return message("POST", f"/api/inventory/parts/{key_of(number)}/stock", body)
