"""Which constraint of the database a statement ran into."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session


def violates_unique(error: IntegrityError, table: str, column: str) -> bool:
    """Whether the statement failed because the column's value is taken.

    PostgreSQL names the constraint; SQLite has only a message, whose wording is part of its tests.
    """
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return bool(diagnosis.constraint_name == f"uq_{table}_{column}")
    return str(error.orig) == f"UNIQUE constraint failed: {table}.{column}"


@contextmanager
def unique(session: Session, table: str, column: str, otherwise: Exception) -> Iterator[None]:
    """Flush what the block writes; raise ``otherwise`` when the value of the column is taken.

    The block runs in a savepoint, so the session stays usable. Asking first whether the value is free would not
    do: another session may take it between the question and the writing.
    """
    try:
        with session.begin_nested():
            yield
            session.flush()
    except IntegrityError as error:
        if violates_unique(error, table, column):
            raise otherwise from error
        raise
