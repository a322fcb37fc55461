"""The databases of a run: migrated by partsbench, filled once, then copied for each contender."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.engine import make_url

from benchmarks.data import fill
from support import postgres

PARTSBENCH = str(Path(sys.executable).with_name("partsbench"))

# The tests' server may lose everything in a power cut; one that is measured has to write as a real one does.
DURABLE = {"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on"}


def command(*words: str, url: str = "") -> str:
    """Run one partsbench command and return what it printed."""
    environment = {"PATH": os.environ["PATH"], **({"DATABASE_URL": url} if url else {})}
    result = subprocess.run([PARTSBENCH, *words], env=environment, check=True, capture_output=True, text=True)
    return result.stdout


def write_document(scratch: Path) -> None:
    """Leave the OpenAPI document where the Connexion peers look for it."""
    (scratch / "openapi.json").write_text(json.dumps(json.loads(command("openapi"))))


@contextlib.contextmanager
def durable_postgres() -> Iterator[str]:
    """A private PostgreSQL server for the block; yields the URL of its administrator."""
    before = dict(postgres.SETTINGS)
    postgres.SETTINGS.update(DURABLE)
    try:
        with postgres.running_postgres() as admin_url:
            yield admin_url
    finally:
        postgres.SETTINGS.update(before)


class Databases:
    """Databases with a given number of parts, on SQLite or, given its administrator's URL, on PostgreSQL."""

    def __init__(self, scratch: Path, admin_url: str | None = None) -> None:
        self._scratch = scratch
        self._admin_url = admin_url
        self._templates: dict[int, str] = {}

    @property
    def kind(self) -> str:
        return "postgresql" if self._admin_url else "sqlite"

    def template(self, parts: int) -> str:
        """The URL of a database with so many parts, which nobody else changes."""
        if parts not in self._templates:
            url = self._empty(f"template_{parts}")
            command("upgrade", url=url)
            fill(url, parts)
            self._templates[parts] = url
        return self._templates[parts]

    def copy(self, parts: int) -> str:
        """The URL of a copy of the template of that size."""
        template = make_url(self.template(parts)).database
        name = f"copy_{uuid.uuid4().hex}"
        if self._admin_url is None:
            target = self._scratch / f"{name}.sqlite3"
            shutil.copyfile(str(template), target)
            return f"sqlite:///{target}"
        postgres.execute(self._admin_url, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return self._url(name)

    def _empty(self, name: str) -> str:
        if self._admin_url is None:
            return f"sqlite:///{self._scratch / name}.sqlite3"
        postgres.execute(self._admin_url, f'CREATE DATABASE "{name}" TEMPLATE template0')
        return self._url(name)

    def _url(self, name: str) -> str:
        assert self._admin_url is not None
        return make_url(self._admin_url).set(database=name).render_as_string(hide_password=False)
