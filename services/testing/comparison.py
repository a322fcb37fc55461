"""What changed between two states of a sandbox."""

from __future__ import annotations

from typing import Any

from services.models import Base
from services.models.base import REPEATS
from services.testing.places import Contents, Row

_TABLES = Base.metadata.tables.values()
_REPEATING = {table.name for table in _TABLES if REPEATS.items() <= table.info.items()}
_REPEATED = {
    table.name: {column.name for column in table.columns if REPEATS.items() <= column.info.items()} for table in _TABLES
}


def difference(before: Contents, after: Contents) -> list[dict[str, Any]]:
    """The rows added, changed and removed, by table and key. Tables without a difference are left out.

    So is what only repeats the rest: a test that asks what its click changed would find it there twice.
    """
    names = sorted({*before, *after} - _REPEATING)
    found = [_table(name, _telling(name, before), _telling(name, after)) for name in names]
    return [table for table in found if table["added"] or table["changed"] or table["removed"]]


def _telling(table: str, contents: Contents) -> dict[str, Row]:
    rows, repeated = contents.get(table, {}), _REPEATED.get(table)
    if not repeated:
        return rows
    return {key: {name: value for name, value in row.items() if name not in repeated} for key, row in rows.items()}


def _table(name: str, before: dict[str, Any], after: dict[str, Any]) -> dict[str, Any]:
    return {
        "table": name,
        "added": [{"key": key, "row": after[key]} for key in _sorted(after.keys() - before.keys())],
        "changed": [
            {"key": key, "before": _only(before[key], after[key]), "after": _only(after[key], before[key])}
            for key in _sorted(before.keys() & after.keys())
            if before[key] != after[key]
        ],
        "removed": [{"key": key, "row": before[key]} for key in _sorted(before.keys() - after.keys())],
    }


def _only(row: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """The columns in which a row differs from another."""
    return {column: value for column, value in row.items() if other.get(column) != value}


def _sorted(keys: set[str]) -> list[str]:
    """Numbers in the order of their size, other keys by length first."""
    return sorted(keys, key=lambda key: (len(key), key))
