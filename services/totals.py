"""The numbers that repeat what others add up to: parts and pieces of each type, and how many parts share a location."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, bindparam, delete, func, insert, literal_column, select, text, update
from sqlalchemy.orm import Session

from services.kernel.rows import read_rows
from services.kernel.store import Store
from services.models import Location, Part, PartLocation, TypeTotal
from services.models.total import NO_TYPE

_ADD = text(
    "INSERT INTO type_totals (type_id, parts, pieces) VALUES (:type_id, :parts, :pieces) ON CONFLICT (type_id)"
    " DO UPDATE SET parts = type_totals.parts + excluded.parts, pieces = type_totals.pieces + excluded.pieces"
)
_HOLD = (
    update(Location.__table__)  # type: ignore[arg-type]
    .where(Location.id == bindparam("location"))
    .values(part_count=Location.part_count + bindparam("more"))
)
_KIND = func.coalesce(Part.type_id, literal_column(str(NO_TYPE)))
_BY_TYPE = select(_KIND, func.count(), func.coalesce(func.sum(Part.total_quantity), 0)).group_by(_KIND)
_NOTED = select(TypeTotal.type_id, TypeTotal.parts, TypeTotal.pieces)
_LYING_THERE = select(func.count()).where(PartLocation.location_id == Location.id).correlate(Location).scalar_subquery()
PIECES_LYING = (
    select(func.coalesce(func.sum(PartLocation.qty), 0))
    .where(PartLocation.part_id == Part.id)
    .correlate(Part)
    .scalar_subquery()
)
"""How many pieces of a part lie in its locations, for a query that reads or changes the part."""
_MISCOUNTED_LOCATIONS = select(Location.box_no, Location.loc_no, Location.part_count, _LYING_THERE).where(
    Location.part_count != _LYING_THERE
)
_MISCOUNTED_PARTS = select(Part.key, Part.total_quantity, PIECES_LYING).where(Part.total_quantity != PIECES_LYING)
PART_COUNT = select(func.coalesce(func.sum(TypeTotal.parts), 0))
"""The query for how many parts there are."""


class Totals:
    """The changes of one transaction to the totals of types.

    They are written once, after everything else and in the order of the types: whoever waits for a total holds
    nothing that another one who waits needs, and a total is held for no longer than the commit takes.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._parts: Counter[int] = Counter()
        self._pieces: Counter[int] = Counter()

    def add(self, type_id: int | None, *, parts: int = 0, pieces: int = 0) -> None:
        """So many more, or fewer, of a type; None are the parts without one."""
        self._parts[type_id or NO_TYPE] += parts
        self._pieces[type_id or NO_TYPE] += pieces

    def leave_out(self, chosen: ColumnElement[bool]) -> None:
        """Without these parts as they are. They are locked, and about to be changed and taken in again, or deleted."""
        for type_id, parts, pieces in read_rows(self._session, _BY_TYPE.where(chosen)):
            self.add(type_id, parts=-parts, pieces=-pieces)

    def take_in(self, chosen: ColumnElement[bool]) -> None:
        """With these parts as they are now."""
        for type_id, parts, pieces in read_rows(self._session, _BY_TYPE.where(chosen)):
            self.add(type_id, parts=parts, pieces=pieces)

    def write(self) -> None:
        """Add the changes to what is stored."""
        changed = sorted(kind for kind in {*self._parts, *self._pieces} if self._parts[kind] or self._pieces[kind])
        rows = [{"type_id": kind, "parts": self._parts[kind], "pieces": self._pieces[kind]} for kind in changed]
        if rows:
            self._session.execute(_ADD, rows)


def add_to_total(session: Session, type_id: int | None, *, parts: int = 0, pieces: int = 0) -> None:
    """The one change of a transaction: so many more, or fewer, of a type."""
    totals = Totals(session)
    totals.add(type_id, parts=parts, pieces=pieces)
    totals.write()


def parts_in_all(session: Session, type_id: int | None = None) -> int:
    """How many parts there are, or are of a type."""
    of_type = PART_COUNT if type_id is None else PART_COUNT.where(TypeTotal.type_id == bindparam("counted_type"))
    return int(read_rows(session, of_type, {"counted_type": type_id})[0][0])


def hold(session: Session, changes: Mapping[int, int]) -> None:
    """So many parts more, or fewer, lie in each location, by its id.

    In the order of the ids, as locations are locked everywhere, so that nobody waits in a ring.
    """
    rows = [{"location": location_id, "more": more} for location_id, more in sorted(changes.items()) if more]
    if rows:
        session.connection().execute(_HOLD, rows)


def rebuild(connection: Connection) -> None:
    """Work out every number anew, for an inventory that was filled past the services."""
    connection.execute(update(Part).where(Part.total_quantity != PIECES_LYING).values(total_quantity=PIECES_LYING))
    connection.execute(update(Location).where(Location.part_count != _LYING_THERE).values(part_count=_LYING_THERE))
    connection.execute(delete(TypeTotal))
    connection.execute(insert(TypeTotal).from_select(["type_id", "parts", "pieces"], _BY_TYPE))


def recount(store: Store) -> None:
    """Work out every number anew while nobody else writes."""
    with store.transaction() as session:
        if store.dialect == "postgresql":
            tables = "parts, locations, part_locations, type_totals"
            session.execute(text(f"LOCK TABLE {tables} IN SHARE ROW EXCLUSIVE MODE"))
        rebuild(session.connection())


def differences(session: Session) -> list[str]:
    """What does not add up, a sentence for each; nothing where only the services wrote."""
    noted = {kind: (parts, pieces) for kind, parts, pieces in read_rows(session, _NOTED)}
    there = {kind: (parts, pieces) for kind, parts, pieces in read_rows(session, _BY_TYPE)}
    found = []
    for kind in sorted(noted.keys() | there.keys()):
        (parts, pieces), (noted_parts, noted_pieces) = there.get(kind, (0, 0)), noted.get(kind, (0, 0))
        if (parts, pieces) != (noted_parts, noted_pieces):
            named = "no type" if kind == NO_TYPE else f"type {kind}"
            found.append(f"Of {named} there are {parts} parts, {pieces} pieces; noted: {noted_parts}, {noted_pieces}.")
    for box_no, loc_no, parts, lying in read_rows(session, _MISCOUNTED_LOCATIONS):
        found.append(f"In location {box_no}-{loc_no} there are {lying} parts; noted: {parts}.")
    for key, pieces, lying in read_rows(session, _MISCOUNTED_PARTS):
        found.append(f"Of part {key} there are {lying} pieces; noted: {pieces}.")
    return found
