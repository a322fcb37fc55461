"""A throw-away PostgreSQL server for the tests of this folder."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

SAFE_TO_LOSE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off"


def _program(name: str) -> str:
    for candidate in [shutil.which(name), *map(str, Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))]:
        if candidate:
            return candidate
    raise RuntimeError(f"{name} was not found: install PostgreSQL's server programs")


def _as_ordinary_user(command: list[str]) -> list[str]:
    if os.geteuid() != 0:
        return command
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", *command]


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def running_postgres() -> Iterator[str]:
    """A server for the length of the block; yields the URL of its administrator."""
    folder = Path(tempfile.mkdtemp(prefix="partsbench-pg-"))
    data = folder / "data"
    port = _free_port()
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    control = _program("pg_ctl")
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} {SAFE_TO_LOSE}"
    initdb = [_program("initdb"), "-D", str(data), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]
    start = [control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start"]
    try:
        for step in (initdb, start):
            subprocess.run(_as_ordinary_user(step), check=True, stdout=subprocess.DEVNULL, cwd="/")
        yield f"postgresql+psycopg://postgres@127.0.0.1:{port}/postgres"
    finally:
        stop = _as_ordinary_user([control, "-D", str(data), "-m", "immediate", "-w", "stop"])
        subprocess.run(stop, check=False, stdout=subprocess.DEVNULL, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def fresh_database(admin_url: str) -> Iterator[str]:
    """An empty database for the length of the block; yields its URL."""
    with cloned_database(admin_url, "template1") as url:
        yield url


@contextmanager
def cloned_database(admin_url: str, template: str) -> Iterator[str]:
    """A copy of a database for the length of the block; yields its URL."""
    name = f"test_{uuid4().hex}"
    engine = create_engine(admin_url, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
        yield make_url(admin_url).set(database=name).render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()
