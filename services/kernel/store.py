"""The database: one engine, its sessions, and the settings that make SQLite and PostgreSQL behave alike."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import orjson
from sqlalchemy import Engine, create_engine, event, text
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import DisconnectionError, OperationalError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry

from services.kernel.clock import Clock, SystemClock, monotonic

BUSY_TIMEOUT_MS = 10_000
"""How long a SQLite writer waits for another one, in milliseconds."""

LOCK_TIMEOUT_MS = 10_000
"""How long a PostgreSQL statement waits for a lock, in milliseconds."""

POOL_SIZE = 8
POOL_OVERFLOW = 8
POOL_TIMEOUT_SECONDS = 10

ASKED_AFTER_SECONDS = 1.0
"""For how long a pooled connection to PostgreSQL is taken to be alive without asking."""

_RELEASE = "release_writer"
_RETURNED = "returned_at"


class Store:
    """Owns one engine and hands out sessions on it. Whoever opened a session closes it.

    A session opened with ``write=True`` takes SQLite's write lock at once (BEGIN IMMEDIATE), so that two writers
    queue instead of failing with SQLITE_BUSY when the second one upgrades its lock. Before that it takes the store's
    own lock, which it owns until its connection goes back to the pool: a writer of this process is woken by the one
    before it, while SQLite would have it look again and again, and sleep longer each time.
    """

    def __init__(
        self,
        url: str | URL,
        *,
        clock: Clock | None = None,
        engine: Engine | None = None,
        durable: bool = True,
        writer_timeout_ms: int = BUSY_TIMEOUT_MS,
    ) -> None:
        """``engine`` is used instead of an own one, and disposed by whoever made it. What is not ``durable`` may be
        lost when the machine loses power (SQLite only). A writer of SQLite waits for the others of this process as
        long as ``writer_timeout_ms``."""
        self.url = make_url(url)
        self.clock = clock or SystemClock()
        self._owns_engine = engine is None
        self.engine = create_engine_for(self.url, durable=durable) if engine is None else engine
        self._sessions = sessionmaker(self.engine, expire_on_commit=False, info={"clock": self.clock})
        # On PostgreSQL each statement sees what is committed when it begins, in a transaction or not, so a request that
        # only reads spares itself the way there and back for BEGIN and ROLLBACK.
        self._readers = self._sessions
        if self.dialect == "postgresql":
            at_once = self.engine.execution_options(isolation_level="AUTOCOMMIT")
            self._readers = sessionmaker(at_once, expire_on_commit=False, info={"clock": self.clock})
            event.listen(self._readers, "before_flush", _refuse_to_write)
        self._writer = threading.Lock()
        self._writer_timeout = writer_timeout_ms / 1000

    @property
    def dialect(self) -> str:
        """``sqlite`` or ``postgresql``."""
        return self.engine.dialect.name

    def session(self, *, write: bool) -> Session:
        """A new session. It begins at the first statement, but for one that writes to SQLite, which begins here.

        Raises sqlalchemy.exc.OperationalError when other writers keep SQLite to themselves for too long.
        """
        session = self._sessions() if write else self._readers()
        if write and self.dialect == "sqlite":
            self._begin_writing(session)
        return session

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A writing session that commits at the end of the block and rolls back when the block raises."""
        with self.session(write=True) as session:
            yield session
            session.commit()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A reading session in a transaction of its own, closed at the end of the block."""
        with self._sessions() as session:
            yield session

    def _begin_writing(self, session: Session) -> None:
        if not self._writer.acquire(timeout=self._writer_timeout):
            raise _busy()
        try:
            connection = session.connection(execution_options={"write": True})
        except BaseException:
            self._writer.release()
            raise
        connection.info[_RELEASE] = self._writer.release

    def ping(self, connection: Connection) -> None:
        """Ask the database for an answer. Raises sqlalchemy.exc.SQLAlchemyError when there is none."""
        connection.execute(text("SELECT 1"))

    def dispose(self) -> None:
        """Close every pooled connection, unless the engine belongs to somebody else."""
        if self._owns_engine:
            self.engine.dispose()


def confined(engine: Engine, statement: str) -> Engine:
    """The same PostgreSQL engine and pool, for sessions that look for tables elsewhere.

    ``statement`` sets the search path. It runs when a connection begins a transaction, and only when another one ran
    on that connection last.
    """
    part = engine.execution_options()

    def set_path(connection: Connection) -> None:
        pooled = connection.connection
        if pooled.info.get("search_path") != statement:
            # Outside a transaction, because a rollback would take the setting back without our knowing.
            driver: Any = pooled.driver_connection
            autocommit, driver.autocommit = driver.autocommit, True
            driver.execute(statement)
            driver.autocommit = autocommit
            pooled.info["search_path"] = statement

    event.listen(part, "begin", set_path)
    return part


def create_engine_for(url: URL, *, durable: bool = True) -> Engine:
    """An engine with the settings that make SQLite and PostgreSQL behave alike."""
    if url.get_backend_name() == "sqlite":
        return _sqlite_engine(url, durable)
    return _postgresql_engine(url)


def _postgresql_engine(url: URL) -> Engine:
    engine = create_engine(
        url,
        json_deserializer=orjson.loads,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        connect_args={"options": f"-c lock_timeout={LOCK_TIMEOUT_MS} -c timezone=UTC"},
    )

    def ask_after_a_rest(connection: Any, record: ConnectionPoolEntry, _proxy: Any) -> None:
        # Has the pool open another connection where this one broke while nobody used it. SQLAlchemy's own pre-ping
        # asks each time, which for most requests is one statement more beside one or two.
        if monotonic() - record.info.get(_RETURNED, float("inf")) > ASKED_AFTER_SECONDS:
            try:
                engine.dialect.do_ping(connection)
            except engine.dialect.loaded_dbapi.Error as error:
                raise DisconnectionError from error

    event.listen(engine, "checkout", ask_after_a_rest)
    event.listen(engine, "checkin", _note_return)
    return engine


def _note_return(_connection: Any, record: ConnectionPoolEntry) -> None:
    record.info[_RETURNED] = monotonic()


def _refuse_to_write(_session: Session, _context: Any, _objects: Any) -> None:
    raise RuntimeError("a session that reads was given something to write")


def _sqlite_engine(url: URL, durable: bool) -> Engine:
    engine = create_engine(
        url,
        json_deserializer=orjson.loads,
        pool_size=POOL_SIZE,
        max_overflow=POOL_OVERFLOW,
        pool_timeout=POOL_TIMEOUT_SECONDS,
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
    )
    event.listen(engine, "do_connect", _make_folder)
    event.listen(engine, "connect", _prepare_sqlite)
    if not durable:
        event.listen(engine, "connect", _spare_the_disk)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "checkin", _end_writing)
    return engine


def _make_folder(_dialect: Any, _record: Any, arguments: Sequence[Any], _options: dict[str, Any]) -> None:
    if arguments[0] != ":memory:":
        Path(arguments[0]).parent.mkdir(parents=True, exist_ok=True)


def _prepare_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    # The driver would otherwise begin transactions by itself, before some statements and not before others.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
    cursor.close()


def _spare_the_disk(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute("PRAGMA synchronous=OFF").close()


def _begin_sqlite(connection: Connection) -> None:
    if connection.get_execution_options().get("write", False):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        return
    # Straight to the driver: this takes no lock, so it cannot fail, and SQLAlchemy's way of executing costs more than
    # the statement.
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute("BEGIN")


def _end_writing(connection: sqlite3.Connection | None, record: ConnectionPoolEntry) -> None:
    release = record.info.pop(_RELEASE, None)
    try:
        # A commit that a deferred constraint refuses leaves SQLite's transaction open, and SQLAlchemy takes it as
        # ended.
        if connection is not None and connection.in_transaction:
            connection.rollback()
    finally:
        if release is not None:
            release()


def _busy() -> OperationalError:
    """What SQLite raises when the file stays locked."""
    busy = sqlite3.OperationalError("database is locked")
    busy.sqlite_errorcode, busy.sqlite_errorname = sqlite3.SQLITE_BUSY, "SQLITE_BUSY"
    return OperationalError("BEGIN IMMEDIATE", None, busy)
