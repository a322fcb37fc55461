"""What every peer that uses SQLAlchemy asks of the database, each in one unit of work."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from sqlalchemy import ColumnElement, create_engine, event, func, select, text, update
from sqlalchemy.engine import make_url
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload, sessionmaker

from benchmarks.peers.tables import Location, Part, PartLocation, QuantityChange, Type


class NotFound(Exception):
    """No such type, part or location."""


class NameTaken(Exception):
    """Another type has the name."""


def open_database(url: str) -> sessionmaker[Session]:
    """Sessions on the database, with the settings that partsbench uses too."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        engine = create_engine(address, pool_size=8, max_overflow=40, connect_args={"timeout": 10})
        event.listen(engine, "connect", _prepare_sqlite)
    else:
        engine = create_engine(address, pool_size=8, max_overflow=40, pool_pre_ping=True)
    return sessionmaker(engine, expire_on_commit=False)


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA foreign_keys=ON")


def fold(text_: str) -> str:
    return unicodedata.normalize("NFKC", text_).casefold()


def list_types(session: Session) -> Sequence[Type]:
    return session.scalars(select(Type).order_by(Type.name_key, Type.id)).all()


def get_type(session: Session, type_id: int) -> Type:
    found = session.get(Type, type_id)
    if found is None:
        raise NotFound(f"Type {type_id} was not found")
    return found


def create_type(session: Session, name: str) -> Type:
    made = Type(name=name.strip(), name_key=fold(name).strip())
    session.add(made)
    try:
        session.commit()
    except IntegrityError as error:
        session.rollback()
        raise NameTaken(f"A type named {name} already exists") from error
    return made


def list_parts(session: Session, limit: int, offset: int, q: str | None) -> tuple[Sequence[Part], int]:
    conditions = _matching(q, session.get_bind().dialect.name)
    page = (
        select(Part)
        .options(joinedload(Part.type), joinedload(Part.seller))
        .where(*conditions)
        .order_by(Part.key)
        .limit(limit)
        .offset(offset)
    )
    total = session.scalar(select(func.count()).select_from(Part).where(*conditions)) or 0
    return session.scalars(page).all(), total


def _matching(q: str | None, dialect: str) -> list[ColumnElement[bool]]:
    words = fold(q or "").split()
    indexed = [word for word in words if len(word) >= 3]
    if dialect == "sqlite" and indexed:
        phrases = " ".join('"' + word.replace('"', '""') + '"' for word in indexed)
        found = text("SELECT rowid FROM parts_search WHERE parts_search MATCH :phrases")
        short = [Part.search_text.contains(word, autoescape=True) for word in words if len(word) < 3]
        return [Part.id.in_(found.bindparams(phrases=phrases)), *short]
    return [Part.search_text.contains(word, autoescape=True) for word in words]


def add_stock(session: Session, key: str, box_no: int, loc_no: int, qty: int) -> int:
    """How many pieces lie there now."""
    part_id = session.scalar(select(Part.id).where(Part.key == key).with_for_update())
    if part_id is None:
        raise NotFound(f"Part {key} was not found")
    place = (Location.box_no == box_no, Location.loc_no == loc_no)
    location_id = session.scalar(select(Location.id).where(*place))
    if location_id is None:
        raise NotFound(f"Location {box_no}-{loc_no} was not found")
    here = (PartLocation.part_id == part_id, PartLocation.location_id == location_id)
    more = update(PartLocation).where(*here).values(qty=PartLocation.qty + qty).returning(PartLocation.qty)
    there = session.scalar(more.execution_options(synchronize_session=False))
    if there is None:
        session.add(PartLocation(part_id=part_id, location_id=location_id, qty=qty))
        there = qty
    change = QuantityChange(part_id=part_id, delta_qty=qty, location_reference=f"{box_no}-{loc_no}")
    session.add(change)
    total = update(Part).where(Part.id == part_id).values(total_quantity=Part.total_quantity + qty)
    session.execute(total.execution_options(synchronize_session=False))
    session.commit()
    return there


def page_links(path: str, total: int, limit: int, offset: int, q: str | None) -> str:
    """The Link header of a page (RFC 8288)."""
    last = max(0, (total - 1) // limit * limit)
    targets = {"first": 0, "last": last}
    if offset > 0:
        targets["prev"] = max(0, offset - limit)
    if offset + limit < total:
        targets["next"] = offset + limit
    kept = {"q": q} if q else {}
    return ", ".join(
        f'<{path}?{urlencode(kept | {"limit": limit, "offset": target})}>; rel="{relation}"'
        for relation, target in targets.items()
    )
