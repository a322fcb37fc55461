"""What every table shares: constraint names, time in UTC, and when a row was made and last changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, String, event, inspect
from sqlalchemy.orm import DeclarativeBase, Mapped, Mapper, mapped_column, object_session
from sqlalchemy.types import TypeDecorator, TypeEngine

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

UTC_TEXT_LENGTH = 32

REPEATS = {"repeats": True}
"""Marks a table, or a column, that says no more than the others do."""


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware, in UTC, in both directions.

    SQLite has no type for it, so there it is text of one fixed form, whose order is the order of time.
    """

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(UTC_TEXT_LENGTH))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        utc = value.astimezone(UTC)
        return utc.isoformat(timespec="microseconds") if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return _from_text(value) if dialect.name == "sqlite" else _in_utc(value)

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        # What a TypeDecorator does here by itself calls process_result_value through two more functions, for each
        # instant of each row.
        return _from_text if dialect.name == "sqlite" else _in_utc


def _from_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _in_utc(instant: datetime | None) -> datetime | None:
    return None if instant is None else instant.astimezone(UTC)


def sortable(length: int) -> String:
    """Text ordered by code point on every database, whatever locale the server was set up with."""
    return String(length).with_variant(String(length, collation="C"), "postgresql")


class Base(DeclarativeBase):
    """The base of every model. Models have no relationships, so nothing is ever loaded behind one's back."""

    metadata = MetaData(naming_convention=NAMING)


class Timestamped:
    """A row that knows when it was made and last changed, by the clock of the session that wrote it."""

    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


@event.listens_for(Timestamped, "before_insert", propagate=True)
def _stamp_new(_mapper: Mapper[Any], _connection: Any, row: Timestamped) -> None:
    if row.created_at is None:
        row.created_at = _now(row)
    if row.updated_at is None:
        row.updated_at = row.created_at


@event.listens_for(Timestamped, "before_update", propagate=True)
def _stamp_changed(_mapper: Mapper[Any], _connection: Any, row: Timestamped) -> None:
    session = object_session(row)
    if session is not None and session.is_modified(row) and not inspect(row).attrs.updated_at.history.added:
        row.updated_at = _now(row)


def _now(row: Timestamped) -> datetime:
    session = object_session(row)
    if session is None:
        raise RuntimeError("a row is written through a session, which brings the clock")
    instant: datetime = session.info["clock"].now()
    return instant
