"""Single locations: what lies where."""

from __future__ import annotations

from sqlalchemy import ColumnElement, literal_column, select
from sqlalchemy.orm import Session

from services.kernel.errors import LocationNotFound
from services.models import Location, Part, PartLocation
from services.views import LocationDetail, StoredPart


class Locations:
    """Use cases of locations."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, box_no: int, loc_no: int) -> LocationDetail:
        """A location and what lies there, by part key. Raises LocationNotFound."""
        columns = select(Part.key, Part.description, Part.manufacturer_code, PartLocation.qty)
        rows = self._session.execute(
            columns.select_from(Location)
            .outerjoin(PartLocation, PartLocation.location_id == Location.id)
            .outerjoin(Part, Part.id == PartLocation.part_id)
            .where(Location.box_no == box_no, Location.loc_no == loc_no)
            .order_by(Part.key)
        ).all()
        if not rows:
            raise location_not_found(box_no, loc_no)
        return LocationDetail(box_no, loc_no, [StoredPart(*row) for row in rows if row.key is not None])


def is_free() -> ColumnElement[bool]:
    """The condition that nothing lies in a location, written as the index of free locations is."""
    return Location.part_count == literal_column("0")


def location_not_found(box_no: int, loc_no: int, *, pointer: str | None = None) -> LocationNotFound:
    """The refusal for a place that does not exist."""
    return LocationNotFound(f"Location {box_no}-{loc_no} was not found", pointer=pointer)
