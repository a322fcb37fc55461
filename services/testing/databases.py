"""The database of a server in test mode: whether it may be reset, and where its sandboxes are kept."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import psycopg
from sqlalchemy.engine import URL, make_url

from services.kernel.names import comparison_key
from services.setup import setup_types
from services.testing import postgres_control, sqlite_places
from services.testing.errors import DatabaseRefused
from services.testing.places import Places
from services.testing.postgres_places import PostgresPlaces
from services.testing.sources import Sources

_WITHOUT_PEOPLES_DATA = frozenset({"alembic_version"})
_TYPES = "types"


def places_for(url: str) -> Places:
    """Where sandboxes are kept beside this database."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return sqlite_places.SqlitePlaces(parsed, Sources())
    return PostgresPlaces(parsed, Sources())


def claim(url: str, allow_reset_of: str) -> None:
    """Mark the database as one that test mode may reset.

    It may when it bears the mark already, when there is nothing in it that somebody could miss, or when
    ``allow_reset_of`` is its name. Raises DatabaseRefused otherwise.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        _claim_file(parsed, allow_reset_of)
    else:
        _claim_postgres(parsed, allow_reset_of)


def _claim_file(url: URL, allowed: str) -> None:
    if not url.database or url.database == ":memory:":
        raise DatabaseRefused("Test mode needs a file: write sqlite:///path/to/file.sqlite3 into DATABASE_URL.")
    path = Path(url.database).expanduser()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not sqlite_places.is_marked(path):
        with contextlib.closing(sqlite3.connect(path)) as connection:
            found = connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE 'parts_search%'"
            )
            missed = _missed(connection, [name for (name,) in found])
        _require(missed, path.name, allowed)
        sqlite_places.mark(path)


def _claim_postgres(url: URL, allowed: str) -> None:
    plain = url.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        if not postgres_control.is_marked(connection):
            found = connection.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                " AND relkind IN ('r', 'p', 'v', 'm', 'f') ORDER BY relname"
            )
            missed = _missed(connection, [name for (name,) in found])
            _require(missed, url.database or "", allowed)
            postgres_control.mark(connection)


def _missed(connection: sqlite3.Connection | psycopg.Connection[tuple[object, ...]], tables: list[str]) -> str | None:
    """A table with rows that migrations and set-up did not put there."""
    for table in sorted(tables):
        rows = connection.execute(f'SELECT {"name" if table == _TYPES else "1"} FROM "{table}"')
        if table == _TYPES:
            usual = {comparison_key(name) for name in setup_types()}
            if any(comparison_key(str(name)) not in usual for (name,) in rows):
                return table
        elif table not in _WITHOUT_PEOPLES_DATA and rows.fetchone() is not None:
            return table
    return None


def _require(missed: str | None, name: str, allowed: str) -> None:
    if missed is not None and allowed != name:
        raise DatabaseRefused(
            f"The database {name} holds data that test mode did not create (in the table {missed}), and test "
            f"mode would delete it. Write another database into DATABASE_URL, or, if it may be "
            f"deleted, ALLOW_RESET_OF={name}."
        )
