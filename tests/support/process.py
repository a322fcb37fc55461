"""The server as a real process on a real socket, the way a person starts it."""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from support.children import end_with_parent, stop
from support.wait import eventually

START_SECONDS = 30.0
STOP_SECONDS = 40.0
ADDRESS = re.compile(r"^partsbench \S+ listening on (?P<url>http://\S+)$", re.MULTILINE)

_PRINT_MODULES = (
    "import sys, atexit;"
    "atexit.register(lambda: print('MODULES', *sorted(sys.modules), file=sys.stderr));"
    "from handlers.runtime.cli import main; sys.exit(main())"
)

CLI = (sys.executable, "-P", "-m", "handlers.runtime.cli")

# The developer's own DATABASE_URL or PORT must not reach a server under test.
INHERITED = ("PATH", "HOME", "LANG", "TMPDIR", "PYTHONPATH", "PYTHONDONTWRITEBYTECODE")


@dataclass(frozen=True)
class ServerProcess:
    """A running server; ``url`` has no slash at its end."""

    process: "subprocess.Popen[bytes]"
    url: str
    stdout: Path
    stderr: Path

    @property
    def pid(self) -> int:
        return self.process.pid

    def log_lines(self) -> list[dict[str, Any]]:
        """What the server logged until now, one object per line. Raises ValueError when one is no JSON."""
        # splitlines() would also split at characters that may stand in a message as they are, such as U+2028.
        lines = self.stderr.read_text(encoding="utf-8").split("\n")
        return [json.loads(line) for line in lines if line]

    def terminate(self) -> None:
        """Send SIGTERM and return at once."""
        self.process.send_signal(signal.SIGTERM)

    def wait(self, within: float = STOP_SECONDS) -> int:
        """The exit status, once it has ended. Raises subprocess.TimeoutExpired after ``within`` seconds."""
        return self.process.wait(within)


@contextlib.contextmanager
def running_server(
    env: Mapping[str, str],
    args: Sequence[str] = ("--port", "0"),
    *,
    command: Sequence[str] = (*CLI, "serve"),
    within: float = START_SECONDS,
) -> Iterator[ServerProcess]:
    """Run ``partsbench serve`` for the block, from the moment it has printed its address.

    ``env`` is its whole configuration. It works in a temporary folder of its own, so a relative SQLite path
    ends with the block. Raises AssertionError with the server's last words when it ends before it is ready.
    """
    with tempfile.TemporaryDirectory(prefix="partsbench-server-") as name:
        folder = Path(name)
        stdout, stderr = folder / "stdout", folder / "stderr"
        process = start([*command, *args], env, folder, stdout, stderr)
        try:
            url = address(process, stdout, stderr, within)
            yield ServerProcess(process, url, stdout, stderr)
        finally:
            stop(process, signal.SIGTERM, STOP_SECONDS)


def modules_after(env: Mapping[str, str], path: str) -> set[str]:
    """The modules that a server has imported when it has started, answered a GET of ``path`` and stopped."""
    command = (sys.executable, "-P", "-c", _PRINT_MODULES)
    with running_server(env, ("serve", "--port", "0"), command=command) as server:
        assert httpx.get(f"{server.url}{path}").status_code == 200
        server.terminate()
        assert server.wait() == 0
        (line,) = [one for one in server.stderr.read_text().splitlines() if one.startswith("MODULES")]
    return set(line.split()[1:])


def ran(env: dict[str, str], *arguments: str) -> tuple[int, str, str]:
    """Exit status, output and errors of a command that ends by itself."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        process = start([*CLI, *arguments], env, folder, folder / "stdout", folder / "stderr")
        try:
            status = process.wait(START_SECONDS * 2)
        finally:
            process.kill()
        return status, (folder / "stdout").read_text(), (folder / "stderr").read_text()


def start(
    command: Sequence[str], env: Mapping[str, str], folder: Path, stdout: Path, stderr: Path
) -> "subprocess.Popen[bytes]":
    inherited = {key: os.environ[key] for key in INHERITED if key in os.environ}
    with stdout.open("wb") as out, stderr.open("wb") as err:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**inherited, **env},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=err,
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGKILL),
        )


def address(process: "subprocess.Popen[bytes]", stdout: Path, stderr: Path, within: float) -> str:
    def printed_or_ended() -> bool:
        return process.poll() is not None or ADDRESS.search(stdout.read_text()) is not None

    eventually(printed_or_ended, within=within, what="the server printing its address")
    match = ADDRESS.search(stdout.read_text())
    if match is None:
        raise AssertionError(
            f"The server ended with status {process.returncode} before it was ready:\n"
            f"{stdout.read_text()}{stderr.read_text()}"
        )
    return match["url"]
