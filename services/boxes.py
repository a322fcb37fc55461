"""Boxes and the numbered locations in them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Label, Select, delete, func, insert, select
from sqlalchemy.orm import Session

from services.kernel.errors import BoxNotEmpty, BoxNotFound, CapacityInUse
from services.kernel.names import counted, required
from services.kernel.rows import read_rows
from services.locations import is_free
from services.models import Box, Location, PartLocation
from services.views import BoxDetail, BoxOverview, BoxUsage, LocationRef

_NAMED_AT_MOST = 3


class Boxes:
    """Use cases of boxes."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> Sequence[BoxOverview]:
        """Every box by number, with how full it is."""
        columns = (Box.capacity, Box.description, Box.created_at, Box.updated_at)
        rows = read_rows(self._session, box_usage().add_columns(*columns))
        return [BoxOverview(*usage_of(row.box_no, row.capacity, row.occupied), *row[3:]) for row in rows]

    def create(self, *, capacity: int, description: str) -> BoxDetail:
        """A new box and its locations. Raises BlankText."""
        box = Box(capacity=capacity, description=required(description, "description"))
        self._session.add(box)
        self._session.flush()
        self._add_locations(box.box_no, 1, capacity)
        return self._detail(box)

    def get(self, box_no: int) -> BoxDetail:
        """One box and its locations. Raises BoxNotFound."""
        box = self._session.get(Box, box_no)
        if box is None:
            raise _not_found(box_no)
        return self._detail(box)

    def update(self, box_no: int, *, capacity: int | None = None, description: str | None = None) -> BoxDetail:
        """Change a box; None keeps what is there. The highest-numbered locations are added or removed.

        Raises BoxNotFound, BlankText, and CapacityInUse when something lies in a location that would go.
        """
        box = self._locked(box_no)
        if description is not None:
            box.description = required(description, "description")
        if capacity is not None:
            self._resize(box, capacity)
        self._session.flush()
        return self._detail(box)

    def delete(self, box_no: int) -> None:
        """Delete an empty box and its locations. Raises BoxNotFound, BoxNotEmpty."""
        box = self._locked(box_no)
        locations = self._locked_locations(box_no, above=0)
        parts = self._session.scalar(
            select(func.count(PartLocation.part_id.distinct())).where(PartLocation.location_id.in_(locations))
        )
        if parts:
            held = counted(parts, "part", "parts")
            raise BoxNotEmpty(f"Cannot delete box {box_no} because it holds {held}", part_count=parts)
        self._session.execute(delete(Location).where(Location.box_no == box_no))
        self._session.delete(box)
        self._session.flush()

    def usage(self, box_no: int) -> BoxUsage:
        """How full a box is. Raises BoxNotFound."""
        row = self._session.execute(box_usage(box_no)).first()
        if row is None:
            raise _not_found(box_no)
        return BoxUsage(*usage_of(row.box_no, row.capacity, row.occupied))

    def locations(self, box_no: int) -> Sequence[LocationRef]:
        """The locations of a box by number. Raises BoxNotFound."""
        locations = self._refs(box_no)
        if not locations:
            # Every box has at least one location.
            raise _not_found(box_no)
        return locations

    def _detail(self, box: Box) -> BoxDetail:
        own = (box.box_no, box.capacity, box.description, box.created_at, box.updated_at)
        return BoxDetail(*own, [*self._refs(box.box_no)])

    def _refs(self, box_no: int) -> Sequence[LocationRef]:
        columns = select(Location.box_no, Location.loc_no).where(Location.box_no == box_no)
        return [LocationRef(*row) for row in read_rows(self._session, columns.order_by(Location.loc_no))]

    def _locked(self, box_no: int) -> Box:
        box = self._session.get(Box, box_no, with_for_update=True, populate_existing=True)
        if box is None:
            raise _not_found(box_no)
        return box

    def _locked_locations(self, box_no: int, *, above: int) -> Sequence[int]:
        """The ids of locations that are about to go. Nothing can be put there while they are locked."""
        chosen = select(Location.id).where(Location.box_no == box_no, Location.loc_no > above)
        return self._session.scalars(chosen.order_by(Location.id).with_for_update()).all()

    def _resize(self, box: Box, capacity: int) -> None:
        if capacity < box.capacity:
            self._remove_locations(box.box_no, above=capacity)
        elif capacity > box.capacity:
            self._add_locations(box.box_no, box.capacity + 1, capacity)
        box.capacity = capacity

    def _add_locations(self, box_no: int, first: int, last: int) -> None:
        numbers = range(first, last + 1)
        self._session.execute(insert(Location), [{"box_no": box_no, "loc_no": number} for number in numbers])

    def _remove_locations(self, box_no: int, *, above: int) -> None:
        self._locked_locations(box_no, above=above)
        in_use = self._session.scalars(
            select(Location.loc_no)
            .join(PartLocation, PartLocation.location_id == Location.id)
            .where(Location.box_no == box_no, Location.loc_no > above)
            .distinct()
            .order_by(Location.loc_no)
        ).all()
        if in_use:
            named = _enumerated([f"{box_no}-{number}" for number in in_use])
            verb = "holds" if len(in_use) == 1 else "hold"
            places = counted(above, "location", "locations")
            raise CapacityInUse(
                f"Cannot reduce box {box_no} to {places} because {named} {verb} stock",
                pointer="/capacity",
                occupied_locations=len(in_use),
            )
        self._session.execute(delete(Location).where(Location.box_no == box_no, Location.loc_no > above))


def box_usage(box_no: int | None = None) -> Select[int, int, int]:
    """Number, capacity and occupied locations of every box, by number, or of one."""
    # The free ones are counted, which an index names.
    free = select(Location.box_no, func.count().label("free")).where(is_free()).group_by(Location.box_no)
    if box_no is not None:
        # Said here too: SQLite would count in every box and then look for this one.
        free = free.where(Location.box_no == box_no)
    counts = free.subquery()
    occupied: Label[int] = (Box.capacity - func.coalesce(counts.c.free, 0)).label("occupied")
    joined = select(Box.box_no, Box.capacity, occupied).outerjoin(counts, counts.c.box_no == Box.box_no)
    return (joined if box_no is None else joined.where(Box.box_no == box_no)).order_by(Box.box_no)


def usage_of(box_no: int, capacity: int, occupied: int) -> tuple[int, int, int, int, float]:
    """The members of BoxUsage. A box has as many locations as its capacity says."""
    return box_no, capacity, occupied, capacity - occupied, round(100 * occupied / capacity, 2)


def _enumerated(places: Sequence[str]) -> str:
    """``7-3``, ``7-3 and 7-4``, ``7-3, 7-4, 7-5 and 2 more``."""
    shown = [*places[:_NAMED_AT_MOST]]
    if len(places) > _NAMED_AT_MOST:
        shown.append(f"{len(places) - _NAMED_AT_MOST} more")
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _not_found(box_no: int) -> BoxNotFound:
    return BoxNotFound(f"Box {box_no} was not found")
