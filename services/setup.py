"""Set-up data: the types that every inventory begins with."""

from __future__ import annotations

from importlib.resources import files

from sqlalchemy import Insert, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from services.kernel.names import comparison_key
from services.kernel.world import World
from services.models import Type


def synchronise_types(session: Session, world: World) -> int:
    """Add the set-up types that are missing, ignoring case; how many those were. Others are left as they are."""
    present = set(session.scalars(select(Type.name_key)))
    now = world.clock.now()
    missing = [
        {"name": name, "name_key": comparison_key(name), "created_at": now, "updated_at": now}
        for name in setup_types()
        if comparison_key(name) not in present
    ]
    if not missing:
        return 0
    added = session.scalars(_insert_unless_there(session, missing).returning(Type.id))
    return len(added.all())


def setup_types() -> list[str]:
    """The names in the set-up file, in its order."""
    lines = files("services.data").joinpath("types.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def _insert_unless_there(session: Session, rows: list[dict[str, object]]) -> Insert:
    """Two servers that start at once both find the types missing; the second one's rows are passed over."""
    if session.get_bind().dialect.name == "postgresql":
        return postgresql.insert(Type).values(rows).on_conflict_do_nothing(index_elements=["name_key"])
    return sqlite.insert(Type).values(rows).on_conflict_do_nothing(index_elements=["name_key"])
