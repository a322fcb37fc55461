"""scripts/testing-daemon-ctl.sh, as a browser suite uses it."""

import os
import re
import signal
import socket
import stat
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from support.packaging import ROOT, run
from support.wait import eventually

# The first run in a checkout without an environment builds one.
pytestmark = pytest.mark.timeout(1200)

SCRIPT = ROOT / "scripts" / "testing-daemon-ctl.sh"


@dataclass(frozen=True)
class Control:
    """The script, with everything it keeps below ``folder``."""

    folder: Path

    def __call__(
        self, command: str, *options: str, env: dict[str, str] | None = None, port: int = 0
    ) -> "subprocess.CompletedProcess[str]":
        arguments: list[str | Path] = [SCRIPT, command, "--port", str(port), *options]
        return run(arguments, env={"XDG_RUNTIME_DIR": str(self.folder), **(env or {})})

    def private(self, leaf: str = "default-0") -> Path:
        return self.folder / f"partsbench-testing-{os.getuid()}" / leaf

    @property
    def pid_file(self) -> Path:
        return self.private() / "server.pid"


@dataclass(frozen=True)
class Running:
    """What the script prints of a server that runs."""

    said: str
    url: str
    pid: int
    log: Path

    @classmethod
    def printed(cls, result: "subprocess.CompletedProcess[str]") -> "Running":
        assert result.returncode == 0, result.stdout + result.stderr
        match = re.fullmatch(r"(.*)\naddress: (http://\S+)\npid: (\d+)\nlog: (.+)\n", result.stdout, re.DOTALL)
        assert match, result.stdout
        return cls(match[1], match[2], int(match[3]), Path(match[4]))


@pytest.fixture
def control(tmp_path: Path) -> Iterator[Control]:
    made = Control(tmp_path / "run")
    made.folder.mkdir(mode=0o700)
    yield made
    for pid_file in made.folder.glob("*/*/server.pid"):
        name, _, port = pid_file.parent.name.rpartition("-")
        made("stop", "--name", name, port=int(port))


def has_ended(pid: int) -> bool:
    """Whether the process is gone, or has ended and only waits to be buried by its parent."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except OSError:
        return True


def test_it_starts_a_server_in_test_mode_that_is_ready_and_outlives_the_script(control: Control) -> None:
    running = Running.printed(control("start"))
    assert running.said == "started"
    assert httpx.get(f"{running.url}/api/health/readyz").status_code == 200
    assert b"FLASK_ENV=testing" in Path(f"/proc/{running.pid}/environ").read_bytes().split(b"\0")
    assert running.log.is_file()


def test_its_files_are_in_a_folder_that_nobody_else_can_enter(control: Control) -> None:
    running = Running.printed(control("start"))
    assert running.log.parent == control.private()
    for folder in (control.private(), control.private().parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert control.pid_file.read_text().splitlines()[0] == str(running.pid)


def test_a_folder_that_is_open_to_others_is_refused(control: Control) -> None:
    control.private().mkdir(parents=True)
    control.private().chmod(0o755)
    control.private().parent.chmod(0o700)
    result = control("start")
    assert result.returncode == 1
    assert "is open to others" in result.stderr


def test_starting_twice_leaves_one_server(control: Control) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(lambda _: Running.printed(control("start")), range(2))
    assert {one.said, other.said} == {"started", "already running"}
    assert (one.pid, one.url) == (other.pid, other.url)


def test_status_tells_a_running_server_from_none(control: Control) -> None:
    before = control("status")
    assert (before.returncode, before.stdout) == (3, "not running\n")
    started = Running.printed(control("start"))
    status = Running.printed(control("status"))
    assert (status.said, status.pid, status.url) == ("running", started.pid, started.url)
    control("stop")
    assert control("status").returncode == 3


def test_status_tells_a_server_that_is_not_ready(control: Control) -> None:
    running = Running.printed(control("start"))
    os.kill(running.pid, signal.SIGSTOP)
    try:
        status = control("status")
    finally:
        os.kill(running.pid, signal.SIGCONT)
    assert status.returncode == 4
    assert status.stdout.startswith("running, but readyz does not answer")


def test_stop_ends_the_server_gracefully(control: Control) -> None:
    running = Running.printed(control("start"))
    stopped = control("stop")
    assert (stopped.returncode, stopped.stdout) == (0, "stopped\n")
    assert has_ended(running.pid)
    assert not control.pid_file.exists()
    again = control("stop")
    assert (again.returncode, again.stdout) == (0, "not running\n")


def test_a_server_that_does_not_end_in_time_is_killed_and_that_is_said(control: Control) -> None:
    running = Running.printed(control("start"))
    os.kill(running.pid, signal.SIGSTOP)
    stopped = control("stop", "--stop-seconds", "0.3")
    assert (stopped.returncode, stopped.stdout) == (1, "killed, because it had not ended within 0.3 s\n")
    assert has_ended(running.pid)


def test_restart_replaces_the_server(control: Control) -> None:
    first = Running.printed(control("restart"))
    assert first.said == "not running\nstarted"
    second = Running.printed(control("restart"))
    assert second.said == "stopped\nstarted"
    assert second.pid != first.pid
    assert has_ended(first.pid)
    assert httpx.get(f"{second.url}/api/health/readyz").status_code == 200


def test_servers_of_other_names_run_beside_each_other(control: Control) -> None:
    one = Running.printed(control("start", "--name", "one"))
    other = Running.printed(control("start", "--name", "other"))
    assert one.url != other.url
    created = httpx.post(f"{one.url}/api/types", json={"name": "Only in one"})
    assert created.status_code == 201
    assert "Only in one" not in {entry["name"] for entry in httpx.get(f"{other.url}/api/types").json()}
    assert control("stop", "--name", "one").returncode == 0
    assert httpx.get(f"{other.url}/api/health/readyz").status_code == 200


def test_a_server_that_was_killed_is_recognised_and_replaced(control: Control) -> None:
    first = Running.printed(control("start"))
    os.kill(first.pid, signal.SIGKILL)
    eventually(lambda: has_ended(first.pid), what="the server's end")
    status = control("status")
    assert status.returncode == 1
    assert status.stdout == f"not running, but {control.pid_file} is still there\n"
    second = Running.printed(control("start"))
    assert second.pid != first.pid


@pytest.mark.parametrize("identity", ["", "00000000-0000-0000-0000-000000000000 1"])
def test_a_pid_that_belongs_to_another_program_is_left_alone(control: Control, identity: str) -> None:
    control.private().mkdir(parents=True, mode=0o700)
    control.private().parent.chmod(0o700)
    with subprocess.Popen(["sleep", "600"]) as another:
        try:
            control.pid_file.write_text(f"{another.pid}\n{identity}\nhttp://127.0.0.1:1\n")
            status = control("status")
            stopped = control("stop")
            assert another.poll() is None
        finally:
            another.kill()
    sentence = f"PID {another.pid} belongs to another program now"
    assert status.returncode == 1
    assert sentence in status.stdout
    assert stopped.returncode == 0
    assert sentence in stopped.stdout
    assert not control.pid_file.exists()


def test_a_pid_file_without_sense_counts_as_a_stale_one(control: Control) -> None:
    control.private().mkdir(parents=True, mode=0o700)
    control.private().parent.chmod(0o700)
    control.pid_file.write_text("not a number\n")
    assert control("status").returncode == 1
    assert Running.printed(control("start")).said == "started"


def test_a_port_that_is_taken_is_reported_with_the_servers_own_words(control: Control) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        result = control("start", port=taken.getsockname()[1])
    assert result.returncode == 1
    assert "The server ended with status 1." in result.stderr
    assert "Address already in use" in result.stderr
    assert not list(control.folder.glob("*/*/server.pid"))


def test_a_server_that_is_not_ready_in_time_is_not_left_behind(control: Control) -> None:
    result = control("start", "--start-seconds", "0.01")
    assert result.returncode == 1
    assert "was not ready within 0.01 s" in result.stderr
    assert control("status").returncode == 3


def test_the_database_can_be_chosen(control: Control, database_url: str) -> None:
    with_option = Running.printed(control("start", "--database-url", database_url))
    assert httpx.post(f"{with_option.url}/api/types", json={"name": "Kept"}).status_code == 201
    control("stop")
    with_variable = Running.printed(control("start", env={"DATABASE_URL": database_url}))
    assert "Kept" in {entry["name"] for entry in httpx.get(f"{with_variable.url}/api/types").json()}
    control("stop")
    afresh = Running.printed(control("start"))
    assert "Kept" not in {entry["name"] for entry in httpx.get(f"{afresh.url}/api/types").json()}


@pytest.mark.parametrize("arguments", [(), ("fly",), ("start", "--name", "../up"), ("start", "--port", "70000")])
def test_wrong_arguments_are_explained(control: Control, arguments: tuple[str, ...]) -> None:
    result = run([SCRIPT, *arguments], env={"XDG_RUNTIME_DIR": str(control.folder)})
    assert result.returncode == 2
    assert result.stderr.startswith("usage: testing-daemon-ctl.sh")
