"""The tables of a store, brought from any earlier version to the present one.

Alembic is imported where something is to be done: a server whose database is at head, as nearly every one finds it,
starts a tenth faster without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, text
from sqlalchemy.engine import Connection

from services.kernel.store import Store
from services.models import Base

if TYPE_CHECKING:
    from alembic.config import Config
    from alembic.script import ScriptDirectory

UNMODELLED = ("parts_search", "parts_by_code_descending")
"""What the names of the indexes and their helpers that no model describes begin with: a model has no words for the
search index, and none that Alembic compares for an index of one database alone."""

_UPGRADE_LOCK = 0x7061727473


def upgrade(store: Store) -> None:
    """Bring the store to head. Whoever comes second waits for the first and finds nothing left to do."""
    with store.engine.connect() as connection:
        if not pending(connection):
            return
    from alembic import command

    _run(store, lambda config: command.upgrade(config, "head"))


def downgrade(store: Store, step: str = "base") -> None:
    """Take the steps back to this one, or until nothing is left, rows included."""
    from alembic import command

    _run(store, lambda config: command.downgrade(config, step))


def draft(store: Store, message: str) -> None:
    """Write a new step from how the models differ from the store, for a person to read and correct."""
    from alembic import command

    number = f"{int(head()) + 1:04}"
    _run(store, lambda config: command.revision(config, message, autogenerate=True, rev_id=number))
    head.cache_clear()


@cache
def head() -> str:
    """The newest step: the files of the steps are named by their numbers, which are their revisions as well.

    The folder is read once: it does not change while the process runs.
    """
    names = [entry.name for entry in (files("migrations") / "versions").iterdir()]
    numbers = [name.partition("_")[0] for name in names if name.endswith(".py") and name[0].isdigit()]
    if not numbers:
        raise RuntimeError("the package of migrations is empty")
    return max(numbers)


def steps() -> int:
    """How many steps lead from an empty database to head."""
    return sum(1 for _ in scripts().walk_revisions())


def scripts() -> ScriptDirectory:
    """The steps as Alembic reads them."""
    from alembic.script import ScriptDirectory

    return ScriptDirectory.from_config(_config())


def current(connection: Connection) -> str | None:
    """The step at which the database stands, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    step: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return step


def pending(connection: Connection) -> bool:
    """Whether the database stands anywhere but at head."""
    return current(connection) != head()


def check(store: Store) -> list[Any]:
    """Every difference between the models and the database, as Alembic's autogenerate states them."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    options = {"include_object": is_described_by_models, "compare_type": True}
    with store.engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection, opts=options), Base.metadata))


def is_described_by_models(_object: Any, name: str | None, _kind: str, reflected: bool, _other: Any) -> bool:
    """Alembic's include_object: everything counts but what lives outside the models."""
    return not (reflected and name is not None and name.startswith(UNMODELLED))


def _run(store: Store, action: Callable[[Config], Any]) -> None:
    with _one_at_a_time(store) as connection:
        config = _config()
        config.attributes["connection"] = connection
        action(config)


@contextmanager
def _one_at_a_time(store: Store) -> Iterator[Connection]:
    """A transaction that no other migration runs beside: SQLite's write lock, or an advisory lock."""
    with store.engine.connect().execution_options(write=True) as connection, connection.begin():
        if store.dialect == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _UPGRADE_LOCK})
        yield connection


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    # Config reads its values as templates, in which a percent sign is doubled.
    config.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
