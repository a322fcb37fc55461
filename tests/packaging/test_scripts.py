"""The scripts of the README, in a fresh clone, from a terminal that has just been opened."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from support.packaging import ROOT, machine, run
from support.process import running_server

NOT_IN_A_CLONE = shutil.ignore_patterns(
    ".git", ".venv", ".tox", ".*_cache", ".hypothesis", "__pycache__", "node_modules", "*.sqlite3*", "dist"
)
SET_UP_SECONDS = 600.0

# The first of these tests downloads what a server needs, which may take its time.
pytestmark = pytest.mark.timeout(2 * SET_UP_SECONDS)


@contextlib.contextmanager
def changed(path: Path, content: bytes) -> Iterator[None]:
    """Put other content into a file for the block."""
    before = path.read_bytes()
    path.write_bytes(content)
    try:
        yield
    finally:
        path.write_bytes(before)


def is_ready(clone: Path) -> bool:
    """Whether a next run would start the server without building anything."""
    check = clone / "scripts" / "lib" / "environment.py"
    return run([clone / ".venv" / "bin" / "python", "-I", check, "--check", "run"]).returncode == 0


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A copy of the checkout without anything that is made there, under a name that needs quoting."""
    folder = tmp_path_factory.mktemp("clones") / "parts bench"
    shutil.copytree(ROOT, folder, ignore=NOT_IN_A_CLONE, symlinks=True)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def served_clone(clone: Path) -> Path:
    """A clone in which two terminals have started the server for the first time at the same moment."""
    serve, env = str(clone / "scripts" / "serve.sh"), {**machine(), "DRAIN_SECONDS": "0"}
    with (
        subprocess.Popen([serve, "--help"], cwd="/", env=machine(), stdout=subprocess.PIPE, text=True) as other,
        running_server(env, ("--port", "0", "--seed"), command=[serve], within=SET_UP_SECONDS) as server,
    ):
        assert len(httpx.get(f"{server.url}/api/boxes").json()) >= 8
        usage, _ = other.communicate(timeout=SET_UP_SECONDS)
    assert other.returncode == 0
    assert usage.startswith("usage: partsbench serve")
    return clone


def test_the_first_run_builds_the_environment_and_serves(served_clone: Path) -> None:
    stamp = json.loads((served_clone / ".venv" / "partsbench.json").read_text())
    assert stamp["root"] == str(served_clone)
    assert sorted(stamp["locks"]) == ["requirements-build.lock", "requirements.lock"]


def test_the_second_run_starts_at_once_and_ends_by_ctrl_c(served_clone: Path) -> None:
    stamp = served_clone / ".venv" / "partsbench.json"
    before = stamp.stat().st_mtime_ns
    env = {"PATH": os.environ["PATH"], "DRAIN_SECONDS": "0"}
    with running_server(env, command=[str(served_clone / "scripts" / "serve.sh")]) as server:
        assert httpx.get(f"{server.url}/api/health/readyz").status_code == 200
        # Every line is one of the server's own: the script had nothing to say and replaced itself by the server.
        assert server.log_lines()
        server.process.send_signal(signal.SIGINT)
        assert server.wait() == 0, server.stderr.read_text()
    assert stamp.stat().st_mtime_ns == before


def test_an_environment_whose_building_was_interrupted_is_not_taken_for_ready(served_clone: Path) -> None:
    stamp = served_clone / ".venv" / "partsbench.json"
    with changed(stamp, b'{"unfinished": true}\n'):
        assert not is_ready(served_clone)
    assert is_ready(served_clone)


def test_a_changed_lock_makes_the_environment_out_of_date(served_clone: Path) -> None:
    lock = served_clone / "requirements.lock"
    with changed(lock, lock.read_bytes() + b"# changed\n"):
        assert not is_ready(served_clone)
    assert is_ready(served_clone)


def test_without_a_python_a_sentence_says_what_to_install(clone: Path, tmp_path: Path) -> None:
    for name in ("sh", "dirname", "readlink", "cat"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    # A name that is there and does not run, as version managers leave them.
    broken = tmp_path / "python3"
    broken.write_text("#!/bin/sh\nexit 127\n")
    broken.chmod(0o755)
    result = run(["sh", clone / "scripts" / "lib" / "find-python.sh"], env={"PATH": str(tmp_path)})
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("partsbench needs Python 3.11 or newer")
