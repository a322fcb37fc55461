"""What the contents of a fresh sandbox are made from, and its hash."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from services import schema

_LAYOUT = "1"
"""Changes when templates are kept in another way than before."""


class Sources:
    """The files that decide what a migrated, synchronised and seeded database contains. Safe to share."""

    def __init__(self) -> None:
        services = str(files("services"))
        migrations = str(files("migrations"))
        self._folders = (f"{migrations}/versions", f"{services}/data", f"{services}/models")
        self._files = (
            f"{migrations}/env.py",
            f"{services}/kernel/names.py",
            f"{services}/schema.py",
            f"{services}/seed.py",
            f"{services}/setup.py",
            f"{services}/totals.py",
        )
        self._guard = threading.Lock()
        self._signature: list[tuple[str, int, int]] = []
        self._hash = ""

    def hash(self) -> str:
        """Sixteen hexadecimal digits that change whenever one of the files does, also while the process runs."""
        with self._guard:
            signature = sorted(self._stamps())
            if signature != self._signature:
                self._hash = _digest([Path(path) for path, _, _ in signature])
                self._signature = signature
                schema.head.cache_clear()
            return self._hash

    def _stamps(self) -> Iterator[tuple[str, int, int]]:
        """Path, time of change and size of each file. Every reset looks, so it is done in as few calls as can be."""
        for folder in self._folders:
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.is_file():
                        yield _stamp(entry.path, entry.stat())
        for path in self._files:
            yield _stamp(path, os.stat(path))


def _stamp(path: str, stat: os.stat_result) -> tuple[str, int, int]:
    return path, stat.st_mtime_ns, stat.st_size


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256(_LAYOUT.encode())
    for path in paths:
        content = path.read_bytes()
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]
