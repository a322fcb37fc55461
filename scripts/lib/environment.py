"""Builds the checkout's own environment in .venv, pinned by the lock files.

    environment.py run      what a server needs, and the project itself, editable
    environment.py dev      the same and everything the checks need
    environment.py --check run|dev    only say by the exit code whether it is ready

It needs nothing but a bare Python. An environment that is ready costs a few milliseconds to recognise.
Several of these may run at once: one builds, the others wait for it. A build that was interrupted leaves a
mark, and the next run starts it over, because a half-copied package can look installed.
"""

import argparse
import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = VENV / ".lock"
STAMP = VENV / "partsbench.json"

RUN_FILES = ("requirements.lock", "requirements-build.lock")
DEV_FILES = (*RUN_FILES, "requirements-dev.lock")
FILES = {"run": RUN_FILES, "dev": DEV_FILES}
# The development lock holds everything that the other two hold, in the same versions.
INSTALLED = {"run": RUN_FILES, "dev": ("requirements-dev.lock",)}

# Where packages come from is the user's business; where they go to and which ones is ours.
PIP_VARIABLES_KEPT = {
    "PIP_CACHE_DIR",
    "PIP_CERT",
    "PIP_CLIENT_CERT",
    "PIP_CONFIG_FILE",
    "PIP_DEFAULT_TIMEOUT",
    "PIP_EXTRA_INDEX_URL",
    "PIP_FIND_LINKS",
    "PIP_INDEX_URL",
    "PIP_KEYRING_PROVIDER",
    "PIP_NO_CACHE_DIR",
    "PIP_NO_INDEX",
    "PIP_PROXY",
    "PIP_RETRIES",
    "PIP_TIMEOUT",
    "PIP_TRUSTED_HOST",
}


class SetUpError(Exception):
    """The environment could not be built; the message says what to do."""


def main() -> int:
    parser = argparse.ArgumentParser(description="Builds the checkout's own environment in .venv.")
    parser.add_argument("kind", choices=FILES)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if is_ready(options.kind):
        return 0
    if options.check:
        return 1
    try:
        with only_one_builder():
            if not is_ready(options.kind):
                build(options.kind)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted; the next run starts the set-up over.", file=sys.stderr)
        return 130
    return 0


def is_ready(kind: str) -> bool:
    stamp = read_stamp()
    return (
        stamp_is_of_this_place(stamp)
        and locks_agree(stamp, FILES[kind])
        and stamp.get("project") == digest("pyproject.toml")
    )


def read_stamp() -> dict[str, object]:
    try:
        stamp = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def stamp_is_of_this_place(stamp: dict[str, object]) -> bool:
    """Scripts in an environment hold its absolute path, and its packages belong to one version of Python."""
    return bool(stamp) and stamp.get("root") == str(ROOT) and stamp.get("python") == venv_version()


def locks_agree(stamp: dict[str, object], files: tuple[str, ...]) -> bool:
    locks = stamp.get("locks")
    return isinstance(locks, dict) and all(locks.get(name) == digest(name) for name in files)


def digest(name: str) -> str:
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def venv_version() -> str | None:
    """The version of the environment's Python, or None when it has none that runs."""
    if Path(sys.prefix) == VENV:
        return "{}.{}".format(*sys.version_info)
    question = "import sys; print('{}.{}'.format(*sys.version_info))"
    try:
        answer = subprocess.run([PYTHON, "-I", "-c", question], capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    return answer.stdout.strip()


@contextlib.contextmanager
def only_one_builder() -> Iterator[None]:
    while True:
        VENV.mkdir(exist_ok=True)
        with LOCK.open("w") as handle:
            take(handle.fileno())
            # Someone may have deleted the folder while we waited; then this is a lock on nothing.
            if LOCK.exists() and os.path.samestat(os.fstat(handle.fileno()), LOCK.stat()):
                yield
                return


def take(descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another process is setting up .venv; waiting for it.")
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def build(kind: str) -> None:
    stamp = read_stamp()
    if not is_usable(stamp):
        say("Setting up .venv (once, and again when a lock file changes; this takes about a minute).")
        create()
        stamp = {}
    write_stamp({"unfinished": True})
    if not locks_agree(stamp, FILES[kind]):
        requirements = [word for name in INSTALLED[kind] for word in ("--requirement", str(ROOT / name))]
        say(f"Installing the packages of {' and '.join(INSTALLED[kind])}.")
        install("--require-hashes", *requirements, attempts=3)
    install("--no-deps", "--no-build-isolation", "--editable", str(ROOT), attempts=1)
    files = [name for name in DEV_FILES if name in FILES[kind] or locks_agree(stamp, (name,))]
    write_stamp(
        {
            "root": str(ROOT),
            "python": venv_version(),
            "locks": {name: digest(name) for name in files},
            "project": digest("pyproject.toml"),
        }
    )


def is_usable(stamp: dict[str, object]) -> bool:
    """Whether packages may be added to what is there.

    An environment that somebody made by hand has no stamp and is taken as it is. One that was built from
    other locks is not: packages that have left the lock would stay and hide that something imports them.
    """
    version = venv_version()
    if version is None or tuple(map(int, version.split("."))) < (3, 11):
        return False
    if not STAMP.exists():
        return True
    locks = stamp.get("locks")
    return stamp_is_of_this_place(stamp) and isinstance(locks, dict) and locks_agree(stamp, tuple(locks))


def create() -> None:
    for entry in VENV.iterdir():
        if entry == LOCK:
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()
    try:
        venv.EnvBuilder(symlinks=True, with_pip=True).create(VENV)
    except subprocess.CalledProcessError as error:
        raise SetUpError(f"Python's venv module could not create {VENV}: {error}") from error


def install(*arguments: str, attempts: int) -> None:
    command = [str(PYTHON), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PIP_") or name in PIP_VARIABLES_KEPT
    }
    environment.setdefault("PIP_DEFAULT_TIMEOUT", "60")
    environment.setdefault("PIP_RETRIES", "10")
    for attempt in range(1, attempts + 1):
        result = subprocess.run(
            [*command, *arguments],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        if result.returncode == 0:
            return
        if attempt == attempts or "DO NOT MATCH THE HASHES" in result.stdout:
            raise SetUpError(f"{result.stdout}\npip could not install the packages; its own words are above.")
        say(f"pip did not get through (attempt {attempt} of {attempts}); trying again.")
        time.sleep(2 * attempt)


def write_stamp(stamp: dict[str, object]) -> None:
    new = STAMP.with_suffix(".new")
    new.write_text(json.dumps(stamp, indent=2) + "\n")
    new.replace(STAMP)


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
