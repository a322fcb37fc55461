"""What changed between two states of a sandbox."""

from __future__ import annotations

from typing import Any

from services.testing.places import Contents


def difference(before: Contents, after: Contents) -> list[dict[str, Any]]:
    """The rows added, changed and removed, by table and key. Tables without a difference are left out."""
    found = [_table(name, before.get(name, {}), after.get(name, {})) for name in sorted({*before, *after})]
    return [table for table in found if table["added"] or table["changed"] or table["removed"]]


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
