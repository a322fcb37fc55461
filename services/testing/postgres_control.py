"""The connection to PostgreSQL that test mode manages schemas with, and its mark on the database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

import psycopg
from sqlalchemy.engine import URL

from services.kernel.store import create_engine_for
from services.testing.errors import DatabaseRefused
from services.testing.postgres_schema import CONTROL, Connection, quoted

EXTENSION = "pg_trgm"
TEMPORARY = ("partsbench_sandbox_", "partsbench_snapshot_", "partsbench_build_", "partsbench_old_")
_ONE_SERVER = 0x70627465
_TAKEOVER_SECONDS = 5.0


class Control:
    """Runs what sessions of the application have no business with. Safe to share between threads."""

    def __init__(self, url: URL) -> None:
        self._url = url
        self.engine = create_engine_for(url)
        self._guard = threading.Lock()
        self._lock: Connection | None = None

    @cached_property
    def default_schema(self) -> str:
        """The schema in which a new connection to the database finds its tables."""
        self.prepare()
        # Not over the pool, whose connections may have been led to a sandbox.
        row = self._lock.execute("SELECT current_schema()").fetchone() if self._lock is not None else None
        return str(row[0]) if row and row[0] else "public"

    def prepare(self) -> None:
        """Mark the database and clear away what a killed process left; once. Raises DatabaseRefused."""
        with self._guard:
            if self._lock is not None:
                return
            self._lock = self._only_server()
            mark(self._lock)
            for name in self._names():
                if name.startswith(TEMPORARY):
                    self._lock.execute(f"DROP SCHEMA {quoted(name)} CASCADE".encode())

    def exists(self, schema: str) -> bool:
        """Whether there is such a schema."""
        with self.connection() as connection:
            found = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema]).fetchone()
        return found is not None

    def extensions(self, schema: str) -> list[str]:
        """The extensions installed in a schema."""
        query = "SELECT extname FROM pg_extension WHERE extnamespace = %s::regnamespace"
        with self.connection() as connection:
            return [name for (name,) in connection.execute(query, [quoted(schema)])]

    def run(self, statements: str) -> None:
        """Run statements outside a transaction, unless they begin one themselves."""
        with self.connection() as connection:
            connection.execute(statements.encode())

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """A pooled connection in autocommit mode."""
        pooled = self.engine.raw_connection()
        driver: Any = pooled.driver_connection
        try:
            driver.autocommit = True
            yield driver
        finally:
            if not driver.closed:
                driver.rollback()
                driver.autocommit = False
            pooled.close()

    @contextmanager
    def transaction(self, isolation: str = "READ COMMITTED") -> Iterator[Connection]:
        """A transaction over a pooled connection."""
        with self.connection() as connection:
            connection.execute(f"BEGIN ISOLATION LEVEL {isolation}".encode())
            yield connection
            connection.execute("COMMIT")

    def close(self) -> None:
        with self._guard:
            if self._lock is not None:
                self._lock.close()
            self._lock = None
        self.engine.dispose()

    def _names(self) -> list[str]:
        with self.connection() as connection:
            return [name for (name,) in connection.execute("SELECT nspname FROM pg_namespace ORDER BY 1")]

    def _only_server(self) -> Connection:
        """A connection that holds the database for this process. One that was killed may take a moment to let go."""
        plain = self._url.set(drivername="postgresql").render_as_string(hide_password=False)
        connection = psycopg.connect(plain, autocommit=True)
        milliseconds = int(_TAKEOVER_SECONDS * 1000)
        try:
            connection.execute(f"SET lock_timeout = {milliseconds}".encode())
            connection.execute("SELECT pg_advisory_lock(%s)", [_ONE_SERVER])
        except psycopg.errors.LockNotAvailable:
            connection.close()
            raise DatabaseRefused(
                f"The database {self._url.database} is used by another server in test mode: "
                "stop that one, or write another database into DATABASE_URL."
            ) from None
        return connection


def mark(connection: Connection) -> None:
    """Note in the database that test mode may reset it, and give extensions a schema that no reset touches."""
    connection.execute(f"CREATE SCHEMA IF NOT EXISTS {CONTROL}".encode())
    try:
        connection.execute(f"CREATE EXTENSION IF NOT EXISTS {EXTENSION} SCHEMA {CONTROL}".encode())
        connection.execute(f"ALTER EXTENSION {EXTENSION} SET SCHEMA {CONTROL}".encode())
    except psycopg.Error:
        # The migration does without it as well.
        return


def is_marked(connection: Connection) -> bool:
    """Whether ``mark`` was called on this database."""
    found = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [CONTROL]).fetchone()
    return found is not None
