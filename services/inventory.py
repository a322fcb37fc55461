"""Stock: every piece that comes, goes or moves, and the history that always adds up to what is there."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from services.kernel.errors import (
    InsufficientQuantity,
    NoFreeLocation,
    PartNotFound,
    QuantityLimit,
    SameLocation,
    TypeNotFound,
)
from services.kernel.names import counted
from services.kernel.rows import read_rows
from services.kernel.world import World
from services.locations import is_free, location_not_found
from services.models import Location, Part, PartLocation, QuantityChange, Type
from services.totals import PIECES_LYING, add_to_total, hold
from services.views import LocationRef, PartStock

MAX_QUANTITY = 2**31 - 1
"""Pieces of one part that the inventory can hold: what a client's 32-bit integer can."""

Place = tuple[int, int]
"""A box number and a location number."""

Held = Counter[int]
"""How many parts more, or fewer, lie in each location, by its id."""

_BOXES_OF_TYPE = (
    select(Location.box_no)
    .join(PartLocation, PartLocation.location_id == Location.id)
    .join(Part, Part.id == PartLocation.part_id)
    .where(Part.type_id == bindparam("type_id"))
    .distinct()
    .subquery()
)
_FREE = select(Location.box_no, Location.loc_no).where(is_free()).order_by(Location.box_no, Location.loc_no).limit(1)
# Box by box, so that no database looks for the boxes of the type anew at each free location.
_FIRST_FREE_IN = (
    select(func.min(Location.loc_no)).where(is_free(), Location.box_no == _BOXES_OF_TYPE.c.box_no).scalar_subquery()
)
_FREE_BESIDE_TYPE = (
    select(_BOXES_OF_TYPE.c.box_no, _FIRST_FREE_IN)
    .where(_FIRST_FREE_IN.is_not(None))
    .order_by(_BOXES_OF_TYPE.c.box_no)
    .limit(1)
)
_PART = select(Part.id, Part.type_id, Part.total_quantity).where(Part.key == bindparam("part_key")).with_for_update()


def _kept(count: int) -> Select[int, int, int]:
    """The query for so many locations, which keeps them from being taken away.

    They are locked in the order of their ids, as they are when a box shrinks, so that nobody waits in a ring.
    """
    wanted = [
        (Location.box_no == bindparam(f"box_{number}")) & (Location.loc_no == bindparam(f"loc_{number}"))
        for number in range(count)
    ]
    chosen = select(Location.id, Location.box_no, Location.loc_no).where(or_(*wanted)).order_by(Location.id)
    return chosen.with_for_update(read=True, key_share=True)


_KEPT_LOCATIONS = {count: _kept(count) for count in (1, 2)}
_STOCK: Any = PartLocation.__table__
_HERE = (_STOCK.c.part_id == bindparam("part")) & (_STOCK.c.location_id == bindparam("location"))
_THERE = select(_STOCK.c.qty).where(_HERE)
_ADD_SOME = update(_STOCK).where(_HERE).values(qty=_STOCK.c.qty + bindparam("more")).returning(_STOCK.c.qty)
_ADD_FIRST = insert(_STOCK)
_TAKE_SOME = (
    update(_STOCK)
    .where(_HERE, _STOCK.c.qty > bindparam("less"))
    .values(qty=_STOCK.c.qty - bindparam("less"))
    .returning(_STOCK.c.qty)
)
_TAKE_ALL = delete(_STOCK).where(_HERE)
_NOTE_CHANGE = insert(QuantityChange.__table__)  # type: ignore[arg-type]
_RECOUNT = update(Part.__table__).values(total_quantity=PIECES_LYING)  # type: ignore[arg-type]
_RECOUNT_PART = _RECOUNT.where(Part.id == bindparam("recounted"))


class _Locked(NamedTuple):
    """A part that nobody else changes now."""

    id: int
    type_id: int | None
    stock: int


class Inventory:
    """Use cases of stock.

    Each change locks the part's row first, so changes of one part happen one after another; SQLite's writing
    session holds the lock on the whole database anyway.
    """

    def __init__(self, session: Session, world: World) -> None:
        self._session = session
        self._world = world

    def add(self, key: str, *, box_no: int, loc_no: int, qty: int) -> PartStock:
        """Put pieces into a location; answers how many lie there now.

        Raises PartNotFound, LocationNotFound, QuantityLimit.
        """
        part = self._locked_part(key)
        location_id = self._kept_locations({"/loc_no": (box_no, loc_no)})[box_no, loc_no]
        _refuse_above_limit(key, part.stock, qty)
        held: Held = Counter()
        now_there = self._put(part.id, location_id, qty, held)
        self._record(part, {(box_no, loc_no): qty}, held)
        return PartStock(key, box_no, loc_no, now_there)

    def remove(self, key: str, *, box_no: int, loc_no: int, qty: int) -> None:
        """Take pieces out of a location. Raises PartNotFound, LocationNotFound, InsufficientQuantity."""
        part = self._locked_part(key)
        place = (box_no, loc_no)
        location_id = self._kept_locations({"/loc_no": place})[place]
        held: Held = Counter()
        self._take(key, part.id, location_id, place, qty, held)
        self._record(part, {place: -qty}, held)

    def move(self, key: str, *, from_box_no: int, from_loc_no: int, to_box_no: int, to_loc_no: int, qty: int) -> None:
        """Move pieces from one location to another.

        Raises PartNotFound, LocationNotFound, SameLocation, InsufficientQuantity.
        """
        source, target = (from_box_no, from_loc_no), (to_box_no, to_loc_no)
        part = self._locked_part(key)
        ids = self._kept_locations({"/from_loc_no": source, "/to_loc_no": target})
        if source == target:
            raise SameLocation(f"{reference(source)} is where the pieces already are", pointer="/to_loc_no")
        held: Held = Counter()
        self._take(key, part.id, ids[source], source, qty, held)
        self._put(part.id, ids[target], qty, held)
        self._record(part, {source: -qty, target: qty}, held)

    def suggest(self, type_id: int) -> LocationRef:
        """Where to put a new part of a type: the first free location in a box that holds the type already,
        otherwise the first free one anywhere. Raises TypeNotFound, NoFreeLocation.
        """
        if self._session.scalar(select(Type.id).where(Type.id == type_id)) is None:
            raise TypeNotFound(f"Type {type_id} was not found")
        found = read_rows(self._session, _FREE_BESIDE_TYPE, {"type_id": type_id}) or read_rows(self._session, _FREE)
        if not found:
            raise NoFreeLocation("Every location of every box holds something already")
        return LocationRef(*found[0])

    def _locked_part(self, key: str) -> _Locked:
        rows = read_rows(self._session, _PART, {"part_key": key})
        if not rows:
            raise PartNotFound(f"Part {key} was not found")
        return _Locked(*rows[0])

    def _kept_locations(self, places: dict[str, Place]) -> dict[Place, int]:
        """The ids of places, which nobody can take away now. ``places`` has the member that names each."""
        wanted: dict[str, object] = {}
        for number, (box_no, loc_no) in enumerate(places.values()):
            wanted |= {f"box_{number}": box_no, f"loc_{number}": loc_no}
        rows = read_rows(self._session, _KEPT_LOCATIONS[len(places)], wanted)
        found = {(row.box_no, row.loc_no): row.id for row in rows}
        for pointer, place in places.items():
            if place not in found:
                raise location_not_found(*place, pointer=pointer)
        return found

    def _put(self, part_id: int, location_id: int, qty: int, held: Held) -> int:
        connection = self._session.connection()
        here = {"part": part_id, "location": location_id, "more": qty}
        now_there: int | None = connection.execute(_ADD_SOME, here).scalar()
        if now_there is not None:
            return now_there
        connection.execute(_ADD_FIRST, {"part_id": part_id, "location_id": location_id, "qty": qty})
        held[location_id] += 1
        return qty

    def _take(self, key: str, part_id: int, location_id: int, place: Place, qty: int, held: Held) -> None:
        connection = self._session.connection()
        here = {"part": part_id, "location": location_id}
        if connection.execute(_TAKE_SOME, {**here, "less": qty}).scalar() is not None:
            return
        there = connection.execute(_THERE, here).scalar() or 0
        if there < qty:
            raise InsufficientQuantity(_too_few(key, place, qty, there), pointer="/qty", requested=qty, available=there)
        connection.execute(_TAKE_ALL, here)
        held[location_id] -= 1

    def _record(self, part: _Locked, changes: dict[Place, int], held: Held) -> None:
        now = self._world.clock.now()
        rows = [
            {
                "part_id": part.id,
                "delta_qty": delta,
                "location_reference": reference(place),
                "timestamp": now,
            }
            for place, delta in changes.items()
        ]
        self._session.connection().execute(_NOTE_CHANGE, rows)
        hold(self._session, held)
        more = sum(changes.values())
        if more:
            self._session.connection().execute(_RECOUNT_PART, {"recounted": part.id})
            add_to_total(self._session, part.type_id, pieces=more)


def recount(session: Session, chosen: ColumnElement[bool]) -> None:
    """Bring the total of the chosen parts to what lies in their locations. Whoever changes stock calls this."""
    session.flush()
    session.connection().execute(_RECOUNT.where(chosen))


def reference(place: Place) -> str:
    """A place as people and the history write it, such as 7-3."""
    return f"{place[0]}-{place[1]}"


def _refuse_above_limit(key: str, stock: int, qty: int) -> None:
    if stock + qty > MAX_QUANTITY:
        raise QuantityLimit(
            f"Cannot add {qty} pieces of {key}: with the {stock} in stock they would be over {MAX_QUANTITY}",
            pointer="/qty",
            requested=qty,
            available=MAX_QUANTITY - stock,
        )


def _too_few(key: str, place: Place, qty: int, there: int) -> str:
    pieces = counted(qty, "piece", "pieces")
    left = "none is there" if there == 0 else f"only {counted(there, 'is', 'are')} there"
    return f"Cannot take {pieces} of {key} from {reference(place)} because {left}"
