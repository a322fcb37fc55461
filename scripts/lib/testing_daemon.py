"""Starts, stops and looks after a server in test mode that runs in the background.

scripts/testing-daemon-ctl.sh is how people call it; that script describes the commands and the exit codes.
"""

import argparse
import contextlib
import fcntl
import os
import re
import select
import signal
import stat
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTSBENCH = ROOT / ".venv" / "bin" / "partsbench"

OK, FAILED, USAGE = 0, 1, 2
DEAD_WITH_PID_FILE, NOT_RUNNING, UNKNOWN = 1, 3, 4

ADDRESS = re.compile(r"^partsbench \S+ listening on (?P<url>http://\S+)$", re.MULTILINE)
INTERVAL = 0.05
PROBE_SECONDS = 2.0
KILL_SECONDS = 10.0
LAST_LINES = 20


class DaemonError(Exception):
    """The command could not do its work; the message is a sentence for the person who typed it."""


def main() -> int:
    options = parser().parse_args()
    os.umask(0o077)
    # Being told to end is no reason to leave a half-started server behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        daemon = Daemon(private_folder(f"{options.name}-{options.port}"))
        if options.command == "status":
            return daemon.status()
        with daemon.locked():
            return run(daemon, options)
    except DaemonError as error:
        print(f"testing-daemon-ctl: {error}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(
        prog="testing-daemon-ctl.sh",
        description="Runs partsbench in test mode in the background.",
        epilog="--name and --port together say which server is meant, so several run side by side.",
    )
    made.add_argument("command", choices=("start", "stop", "status", "restart"))
    made.add_argument("--name", type=name, default="default", help="letters, digits, '.', '_', '-' (default: default)")
    made.add_argument("--port", type=port, default=5001, help="0 takes any free port (default: 5001)")
    made.add_argument("--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1)")
    made.add_argument(
        "--database-url", help="otherwise DATABASE_URL, otherwise a new SQLite file in the private folder"
    )
    made.add_argument("--start-seconds", type=float, default=60, help="how long to wait for readyz (default: 60)")
    made.add_argument("--stop-seconds", type=float, default=35, help="how long to wait for its end (default: 35)")
    return made


def name(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", text):
        raise argparse.ArgumentTypeError(f"{text!r}: write letters, digits, '.', '_' and '-', 64 at the most")
    return text


def port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise argparse.ArgumentTypeError(f"{text!r}: write a whole number from 0 to 65535")
    return int(text)


def run(daemon: "Daemon", options: argparse.Namespace) -> int:
    if options.command == "stop":
        return daemon.stop(options.stop_seconds)
    if options.command == "restart":
        # One that had to be killed is gone as well, so the new one may start.
        daemon.stop(options.stop_seconds)
    return daemon.start(options)


def private_folder(leaf: str) -> Path:
    """The folder of one server, which nobody else can look into. Raises DaemonError when it is not ours alone."""
    base = Path(os.environ.get("XDG_RUNTIME_DIR") or tempfile.gettempdir())
    parent = base / f"partsbench-testing-{os.getuid()}"
    for folder in (parent, parent / leaf):
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            found = folder.lstat()
        except OSError as error:
            raise DaemonError(f"{folder} cannot be made: {error.strerror}.") from error
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
            raise DaemonError(f"{folder} is open to others; remove it, or set XDG_RUNTIME_DIR to a private folder.")
    return parent / leaf


@dataclass(frozen=True)
class Record:
    """What the PID file says: the PID on a line of its own, then how to know that process again, then its address."""

    pid: int
    identity: str = ""
    url: str = ""

    @classmethod
    def read(cls, path: Path) -> "Record | None":
        """The record, with PID 0 when the file makes no sense; None when there is no file."""
        try:
            lines = path.read_text().splitlines()
        except FileNotFoundError:
            return None
        pid, identity, url = [*lines, "", "", ""][:3]
        return cls(int(pid) if pid.isascii() and pid.isdigit() else 0, identity, url)

    def write(self, path: Path) -> None:
        new = path.with_suffix(".new")
        new.write_text(f"{self.pid}\n{self.identity}\n{self.url}\n")
        new.replace(path)

    @property
    def is_alive(self) -> bool:
        """Whether the process that was recorded still runs; another program with its PID is not it."""
        return bool(self.pid and self.identity) and identity_of(self.pid) == self.identity


def identity_of(pid: int) -> str | None:
    """What tells this process from every other one that has had or will have its PID; None when it has ended.

    One that has ended and that nobody has waited for, as happens where PID 1 does not, counts as ended.
    """
    status = Path(f"/proc/{pid}/stat")
    boot = Path("/proc/sys/kernel/random/boot_id")
    if boot.exists():
        try:
            # The name of the program, in brackets, may hold anything; state and start time come after it.
            state, *fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            return None
        return None if state in "ZX" else f"{boot.read_text().strip()} {fields[18]}"
    listing = subprocess.run(
        ["ps", "-o", "stat=", "-o", "lstart=", "-p", str(pid)],
        env={**os.environ, "LC_ALL": "C"},
        capture_output=True,
        text=True,
    ).stdout.strip()
    state, _, started = listing.partition(" ")
    return None if not state or state.startswith("Z") else started.strip()


class Daemon:
    """One server and the files in its private folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pid_file = folder / "server.pid"
        self.log = folder / "server.log"
        self.output = folder / "server.out"
        self.database = folder / "parts.sqlite3"

    @contextlib.contextmanager
    def locked(self) -> Iterator[None]:
        """Let one command at a time start or stop this server; others wait."""
        with (self.folder / "lock").open("w") as handle:
            fcntl.flock(handle.fileno(), fcntl.LOCK_EX)
            yield

    def status(self) -> int:
        record = Record.read(self.pid_file)
        if record is None:
            print("not running")
            return NOT_RUNNING
        if not record.is_alive:
            print(f"not running, but {self.pid_file} is still there{self.owner_of(record)}")
            return DEAD_WITH_PID_FILE
        readiness = probe(record.url)
        print("running" if readiness == "ready" else f"running, but {readiness}")
        self.describe(record)
        return OK if readiness == "ready" else UNKNOWN

    def owner_of(self, record: Record) -> str:
        another = record.pid and identity_of(record.pid) is not None
        return f"; PID {record.pid} belongs to another program now" if another else ""

    def describe(self, record: Record) -> None:
        print(f"address: {record.url}\npid: {record.pid}\nlog: {self.log}", flush=True)

    def start(self, options: argparse.Namespace) -> int:
        record = Record.read(self.pid_file)
        if record and record.is_alive:
            print("already running")
            self.describe(record)
            return OK
        if record:
            print(f"The PID file of a server that is gone is replaced{self.owner_of(record)}.", file=sys.stderr)
        process = self.spawn(options)
        try:
            ready = self.wait_until_ready(process, options.start_seconds)
        except BaseException:
            self.end(process)
            raise
        print("started")
        self.describe(ready)
        return OK

    def spawn(self, options: argparse.Namespace) -> "subprocess.Popen[bytes]":
        environment = {"DRAIN_SECONDS": "0", **os.environ, "FLASK_ENV": "testing"}
        environment["DATABASE_URL"] = options.database_url or os.environ.get("DATABASE_URL") or self.new_database()
        if self.log.exists():
            self.log.replace(self.log.with_suffix(".log.1"))
        command = [PARTSBENCH, "serve", "--host", options.host, "--port", str(options.port)]
        with self.log.open("wb") as log, self.output.open("wb") as output:
            process = subprocess.Popen(
                command,
                cwd=self.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=log,
                # Neither Ctrl-C nor closing the terminal reaches it.
                start_new_session=True,
            )
        Record(process.pid, identity_of(process.pid) or "").write(self.pid_file)
        return process

    def new_database(self) -> str:
        for leftover in self.folder.glob(f"{self.database.name}*"):
            leftover.unlink()
        return f"sqlite:///{self.database}"

    def wait_until_ready(self, process: "subprocess.Popen[bytes]", seconds: float) -> Record:
        deadline = time.monotonic() + seconds
        readiness = "it has not printed its address"
        while time.monotonic() < deadline:
            if process.poll() is not None:
                raise DaemonError(f"The server ended with status {process.returncode}.\n{self.last_words()}")
            match = ADDRESS.search(self.output.read_text())
            if match:
                record = Record(process.pid, identity_of(process.pid) or "", match["url"])
                record.write(self.pid_file)
                readiness = probe(record.url)
                if readiness == "ready":
                    return record
            time.sleep(INTERVAL)
        raise DaemonError(f"The server was not ready within {seconds:g} s: {readiness}.\n{self.last_words()}")

    def last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()[-LAST_LINES:]
        return "\n".join([f"The end of {self.log}:", *lines])

    def end(self, process: "subprocess.Popen[bytes]") -> None:
        """End a child that did not get ready; nothing is in flight in it."""
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        process.wait()
        self.pid_file.unlink(missing_ok=True)

    def stop(self, seconds: float) -> int:
        record = Record.read(self.pid_file)
        if record is None:
            print("not running")
            return OK
        if not record.is_alive:
            print(f"was not running any more{self.owner_of(record)}; its PID file is removed")
            self.pid_file.unlink()
            return OK
        with Signals(record) as signals:
            signals.send(signal.SIGTERM)
            graceful = signals.wait(seconds)
            if not graceful:
                signals.send(signal.SIGKILL)
                if not signals.wait(KILL_SECONDS):
                    raise DaemonError(f"PID {record.pid} does not end, not even when killed.")
        self.pid_file.unlink()
        print("stopped" if graceful else f"killed, because it had not ended within {seconds:g} s")
        return OK if graceful else FAILED


class Signals:
    """Signals to one process and to no other, even if it ends and its PID is given to a new one meanwhile."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.handle: int | None = None

    def __enter__(self) -> "Signals":
        if hasattr(os, "pidfd_open"):
            with contextlib.suppress(ProcessLookupError):
                self.handle = os.pidfd_open(self.record.pid)
        return self

    def __exit__(self, *_: object) -> None:
        if self.handle is not None:
            os.close(self.handle)

    def send(self, number: signal.Signals) -> None:
        # The handle was opened by PID, so ask who that is once more: from here on it cannot become another one.
        if not self.record.is_alive:
            return
        with contextlib.suppress(ProcessLookupError):
            if self.handle is not None:
                signal.pidfd_send_signal(self.handle, number)
            else:
                os.kill(self.record.pid, number)

    def wait(self, seconds: float) -> bool:
        """Whether the process ended within that time."""
        deadline = time.monotonic() + seconds
        while self.record.is_alive:
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            if self.handle is not None:
                select.select([self.handle], [], [], left)
            else:
                time.sleep(min(left, INTERVAL))
        return True


def probe(url: str) -> str:
    """``ready``, or what is missing, as the end of a sentence."""
    if not url:
        return "it has not printed its address"
    # A proxy that this terminal is configured with has no business between us and our own server.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(f"{url}/api/health/readyz", timeout=PROBE_SECONDS):
            return "ready"
    except urllib.error.HTTPError as error:
        error.close()
        return f"readyz answers {error.code}"
    except OSError as error:
        return f"readyz does not answer ({error})"


if __name__ == "__main__":
    sys.exit(main())
