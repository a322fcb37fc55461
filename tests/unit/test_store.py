"""The store: writers of one process come one after another, and none of them stands in the way for good."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from psycopg.pq import TransactionStatus
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.orm import Session
from unit.bench import Bench

from services.kernel import store as store_module
from services.kernel.store import Store
from services.kernel.world import World
from services.models import Box
from support.postgres import cloned_database, connect

ADD = text("INSERT INTO boxes (capacity, description, created_at, updated_at) VALUES (1, 'Box', '', '')")
ADD_NOW = text("INSERT INTO boxes (capacity, description, created_at, updated_at) VALUES (1, 'Box', now(), now())")
BOXES = text("SELECT count(*) FROM boxes")
# Checked when the transaction is committed, and refused then.
DEFER = text("PRAGMA defer_foreign_keys = ON")
NOWHERE = text("INSERT INTO locations (box_no, loc_no) VALUES (9, 1)")


@pytest.fixture
def hasty(migrated_file: Path, tmp_path: Path) -> Iterator[Store]:
    """A store on SQLite whose writers wait for no longer than a moment."""
    path = tmp_path / "hasty.sqlite3"
    path.write_bytes(migrated_file.read_bytes())
    store = Store(f"sqlite:///{path}", writer_timeout_ms=100)
    try:
        yield store
    finally:
        store.dispose()


def boxes(store: Store) -> int:
    with store.reading() as session:
        return session.scalar(BOXES) or 0


def add_one(store: Store) -> None:
    with store.transaction() as session:
        session.execute(ADD)


def test_eight_writers_at_once_lose_nothing(world: World) -> None:
    bench = Bench(world)

    def add(person: int) -> None:
        for _ in range(10):
            with bench.writing() as services:
                services.boxes.create(capacity=1, description=f"Box of {person}")

    bench.together(add, 8)
    assert boxes(world.store) == 80


def add_and_fail(store: Store) -> None:
    with store.transaction() as session:
        session.execute(ADD)
        raise RuntimeError("not after all")


def add_to_nowhere(store: Store) -> None:
    with store.transaction() as session:
        session.execute(DEFER)
        session.execute(NOWHERE)


def test_a_writer_that_fails_lets_the_next_one_in(hasty: Store) -> None:
    with pytest.raises(RuntimeError, match="after all"):
        add_and_fail(hasty)
    add_one(hasty)
    assert boxes(hasty) == 1


def test_a_writer_whose_commit_is_refused_lets_the_next_one_in(hasty: Store) -> None:
    with pytest.raises(IntegrityError):
        add_to_nowhere(hasty)
    add_one(hasty)
    assert boxes(hasty) == 1


@pytest.mark.parametrize("end", [Session.commit, Session.rollback, Session.close, Session.invalidate])
def test_the_next_writer_comes_when_a_session_ends_in_whatever_way(hasty: Store, end: object) -> None:
    session = hasty.session(write=True)
    assert callable(end)
    end(session)
    add_one(hasty)
    session.close()
    add_one(hasty)
    assert boxes(hasty) == 2


def test_a_writer_that_waits_too_long_is_refused_as_by_a_busy_database(hasty: Store) -> None:
    with hasty.transaction() as session:
        session.execute(ADD)
        # In the same thread too: it would otherwise wait for itself for ever.
        with pytest.raises(OperationalError, match="database is locked") as refused:
            hasty.session(write=True)
        assert refused.value.orig is not None
        assert refused.value.orig.sqlite_errorname == "SQLITE_BUSY"  # type: ignore[attr-defined]
    add_one(hasty)
    assert boxes(hasty) == 2


def test_a_writer_that_cannot_begin_lets_the_next_one_in(tmp_path: Path) -> None:
    (tmp_path / "parts.sqlite3").mkdir()
    store = Store(f"sqlite:///{tmp_path / 'parts.sqlite3'}", writer_timeout_ms=100)
    for _ in range(2):
        with pytest.raises(OperationalError, match="unable to open database file"):
            store.session(write=True)
    store.dispose()


def test_readers_do_not_wait_for_a_writer(hasty: Store) -> None:
    begun, done = Event(), Event()

    def write() -> None:
        with hasty.transaction() as session:
            session.execute(ADD)
            begun.set()
            assert done.wait(30)

    with ThreadPoolExecutor(1) as person:
        writing = person.submit(write)
        assert begun.wait(30)
        assert boxes(hasty) == 0
        done.set()
        writing.result(30)
    assert boxes(hasty) == 1


@pytest.fixture
def on_postgres(postgres: str, migrated_database: str) -> Iterator[Store]:
    """A migrated store on PostgreSQL."""
    with cloned_database(postgres, migrated_database) as url:
        store = Store(url)
        try:
            yield store
        finally:
            store.dispose()


def backend_of(session: Session) -> int:
    found: int = session.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return found


def test_a_connection_that_broke_while_it_rested_is_replaced(
    on_postgres: Store, postgres: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_module, "ASKED_AFTER_SECONDS", -1.0)
    with on_postgres.session(write=False) as session:
        broken = backend_of(session)
    with connect(postgres) as admin:
        admin.execute("SELECT pg_terminate_backend(%s, 10000)", (broken,))
    with on_postgres.session(write=False) as session:
        assert backend_of(session) != broken
    with on_postgres.transaction() as session:
        session.execute(ADD_NOW)
    assert boxes(on_postgres) == 1


def test_a_request_that_reads_opens_no_transaction_and_one_that_writes_does(on_postgres: Store) -> None:
    for write, status in ((False, TransactionStatus.IDLE), (True, TransactionStatus.INTRANS)):
        with on_postgres.session(write=write) as session:
            backend_of(session)
            driver: Any = session.connection().connection.driver_connection
            assert driver.info.transaction_status == status


def test_a_session_that_reads_refuses_to_write(on_postgres: Store) -> None:
    with on_postgres.session(write=False) as session:
        session.add(Box(capacity=1, description="Box"))
        with pytest.raises(RuntimeError, match="given something to write"):
            session.flush()
    assert boxes(on_postgres) == 0
