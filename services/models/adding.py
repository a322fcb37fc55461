"""Inserting a row whose value for a unique column may be taken."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.models.part import Part
from services.models.seller import Seller
from services.models.type import Type

_INSERT: dict[str, Callable[..., Any]] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


def add_if_free(session: Session, row: Part | Seller | Type, column: str) -> bool:
    """Insert a new row, now by the session's clock, unless another one has its value in ``column``; whether it was.

    One statement, after which the session is as usable as before: an insertion that may fail would take a savepoint
    around it. Asking first whether the value is free would not do: another session may take it between the question
    and the writing. The row has its id then, but the session does not follow it: later changes of it are not written.
    """
    session.flush()
    row.created_at = row.updated_at = session.info["clock"].now()
    columns = type(row).__table__.columns
    values = {name: value for name, value in vars(row).items() if name in columns}
    connection = session.connection()
    made: int | None = connection.execute(_insertion(type(row), column, connection.dialect.name), values).scalar()
    if made is None:
        return False
    row.id = made
    return True


@cache
def _insertion(model: type[Part | Seller | Type], column: str, dialect: str) -> Insert:
    table = model.__table__
    statement = _INSERT[dialect](table).on_conflict_do_nothing(index_elements=[column])
    returning: Insert = statement.returning(table.c.id)
    return returning
