"""What the commands do to the database: open it, bring it up to date, compare it, fill it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, OperationalError

from handlers.runtime.cli import CommandFailed
from services import schema, totals
from services.kernel.settings import Settings
from services.kernel.store import Store
from services.kernel.world import World
from services.seed import seed as plant_seed
from services.setup import synchronise_types

_SHOWN = 5
"""How many wrong sums are named."""


@contextmanager
def opened(settings: Settings, world: World | None = None) -> Iterator[World]:
    """A world on the configured database, which lets go of it at the end.

    Raises CommandFailed when it cannot be reached or written.
    """
    try:
        world = world or World(Store(settings.database_url))
        try:
            yield world
        finally:
            world.store.dispose()
    except OperationalError as error:
        raise CommandFailed(f"The database {describe(settings)} cannot be used: {error.orig}") from error
    except OSError as error:
        raise CommandFailed(f"The database {describe(settings)} cannot be opened: {error}") from error
    except DBAPIError as error:
        raise CommandFailed(f"The database {describe(settings)} refused: {error.orig}") from error


def describe(settings: Settings) -> str:
    """The address of the database, without its password."""
    from sqlalchemy.engine import make_url

    return make_url(settings.database_url).render_as_string(hide_password=True)


def head() -> str:
    """The newest migration of this version."""
    return schema.head()


def bring_up_to_date(world: World) -> int:
    """Migrate to head and add the set-up types that are missing; how many those were."""
    schema.upgrade(world.store)
    return synchronise(world)


def synchronise(world: World) -> int:
    """Add the set-up types that are missing; how many those were."""
    with world.store.transaction() as session:
        return synchronise_types(session, world)


def seed(world: World) -> bool:
    """Fill an inventory that has no parts; False when it has some."""
    with world.store.transaction() as session:
        return plant_seed(session, world)


def difference(world: World) -> str | None:
    """What separates the database from this version, in a sentence; None when nothing does."""
    with world.store.engine.connect() as connection:
        current = schema.current(connection)
    if current != schema.head():
        return (
            f"The database is at {current or 'no version'}, this version needs {schema.head()}: run partsbench upgrade."
        )
    differences = schema.check(world.store)
    return f"The tables differ from this version: {differences}" if differences else None


def miscounted(world: World) -> str | None:
    """Which sums that the database keeps are wrong, in a few sentences; None when none is."""
    with world.store.reading() as session:
        found = totals.differences(session)
    if not found:
        return None
    more = [f"And {len(found) - _SHOWN} more."] if len(found) > _SHOWN else []
    return " ".join([*found[:_SHOWN], *more, "Somebody changed the tables by hand: run partsbench recount."])


def recount(world: World) -> None:
    """Work out anew the sums that the database keeps. Raises CommandFailed where it is not at head."""
    problem = difference(world)
    if problem:
        raise CommandFailed(problem)
    totals.recount(world.store)
