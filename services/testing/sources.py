"""What the contents of a fresh sandbox are made from, and its hash."""

from __future__ import annotations

import hashlib
import os
import threading
from importlib.resources import files
from pathlib import Path

from services import schema

_LAYOUT = "1"
"""Changes when templates are kept in another way than before."""


class Sources:
    """The files that decide what a migrated, synchronised and seeded database contains. Safe to share."""

    def __init__(self) -> None:
        services = Path(str(files("services")))
        migrations = Path(str(files("migrations")))
        self._places = [
            (migrations, "env.py"),
            (migrations / "versions", "*.py"),
            (services / "data", "*"),
            (services / "models", "*.py"),
            (services / "kernel", "names.py"),
            (services, "schema.py"),
            (services, "seed.py"),
            (services, "setup.py"),
        ]
        self._guard = threading.Lock()
        self._signature: list[tuple[str, int, int]] = []
        self._hash = ""

    def hash(self) -> str:
        """Sixteen hexadecimal digits that change whenever one of the files does, also while the process runs."""
        with self._guard:
            found = self._files()
            signature = [(str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found]
            if signature != self._signature:
                self._hash = _digest([path for path, _ in found])
                self._signature = signature
                schema.head.cache_clear()
            return self._hash

    def _files(self) -> list[tuple[Path, os.stat_result]]:
        return [
            (path, path.stat())
            for folder, pattern in self._places
            for path in sorted(folder.glob(pattern))
            if path.is_file()
        ]


def _digest(paths: list[Path]) -> str:
    digest = hashlib.sha256(_LAYOUT.encode())
    for path in paths:
        content = path.read_bytes()
        digest.update(f"\0{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:16]
