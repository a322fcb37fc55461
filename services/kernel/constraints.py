"""Which constraint of the database a statement ran into."""

from __future__ import annotations

from sqlalchemy.exc import IntegrityError


def violates_unique(error: IntegrityError, table: str, column: str) -> bool:
    """Whether the statement failed because the column's value is taken.

    PostgreSQL names the constraint; SQLite has only a message, whose wording is part of its tests.
    """
    diagnosis = getattr(error.orig, "diag", None)
    if diagnosis is not None:
        return bool(diagnosis.constraint_name == f"uq_{table}_{column}")
    return str(error.orig) == f"UNIQUE constraint failed: {table}.{column}"
