"""Where the contents of sandboxes are kept: what SQLite and PostgreSQL each do in their own way."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import JSON

from services.kernel.clock import ControlledClock
from services.kernel.store import Store
from services.models import Base

Row = dict[str, Any]
Contents = dict[str, dict[str, Row]]
"""The rows of every table, by their key as text (the parts of a longer key separated by commas)."""


class Snapshot(Protocol):
    """The contents of a sandbox as they were once."""

    def discard(self) -> None:
        """Give back what holds the snapshot."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a sandbox begins with: a snapshot, or else a new database, with or without the seed."""

    seed: bool = False
    snapshot: Snapshot | None = None


class Place(Protocol):
    """The database of one sandbox. Nobody may use its store while it is changed; its gate sees to that."""

    @property
    def store(self) -> Store: ...

    def restore(self, beginning: Beginning) -> None:
        """Make the contents those of ``beginning``, sequences included, in one step that happens or does not."""

    def rebuild(self, *, seed: bool) -> None:
        """Make the contents those of the real sequence, by going through it in a new place and moving in."""

    def snapshot(self) -> Snapshot:
        """Keep the present contents."""

    def contents(self, snapshot: Snapshot | None = None) -> Contents:
        """The present rows, or those of a snapshot of this place."""

    def sequences(self) -> dict[str, int | None]:
        """The last number that each table gave out, None for none."""

    def schema(self) -> list[str]:
        """The definition of every table, index and constraint."""

    def close(self) -> None:
        """Give back the place with everything in it."""


class Places(Protocol):
    """Opens the databases of sandboxes."""

    def start(self) -> None:
        """Clear away what a killed process left behind and prepare for work, in the background where possible."""

    def default(self, clock: ControlledClock) -> Place:
        """The database that DATABASE_URL names."""

    def open(self, clock: ControlledClock, beginning: Beginning) -> Place:
        """A new database with the given contents."""

    def template_hash(self) -> str:
        """What the contents of new databases are made from, as a hash."""

    def close(self) -> None:
        """Close whatever is open, and remove what belongs to this process alone."""


def key_text(row: Row, key: Iterable[str]) -> str:
    """The key of a row as text."""
    return ",".join(str(row[column]) for column in key)


def readable(table: str, row: Row) -> Row:
    """A row in types that JSON has, the same on both databases."""
    known = Base.metadata.tables.get(table)
    return {
        name: _plain(value, known is not None and name in known.c and known.c[name].type) for name, value in row.items()
    }


def _plain(value: Any, column_type: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(column_type, JSON) and isinstance(value, str):
        return json.loads(value)
    return value
