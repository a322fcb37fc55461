"""Parts: what the inventory knows, whether it is in stock or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Select, bindparam, delete, func, select
from sqlalchemy.orm import Session

from services.kernel.errors import (
    PartHasStock,
    PartKeysExhausted,
    PartNotFound,
    SellerNotFound,
    TypeNotFound,
)
from services.kernel.names import counted, optional, required
from services.kernel.paging import Page, count_rows, page_of
from services.kernel.rows import PAGE_LIMIT, PAGE_OFFSET, Listing, read_rows
from services.kernel.world import World
from services.models import Location, Part, PartLocation, QuantityChange, Seller, Type
from services.models.adding import add_if_free
from services.partpages import DEFAULT_SORT, one_part, page_of_parts
from services.totals import Totals, add_to_total
from services.views import (
    LocationStock,
    PartStock,
    PartView,
    PartWithLocations,
    QuantityChangeView,
)

_HISTORY = Listing(
    select(
        QuantityChange.id,
        QuantityChange.delta_qty,
        QuantityChange.location_reference,
        QuantityChange.timestamp,
    )
    .where(QuantityChange.part_id == bindparam("of_part"))
    .order_by(QuantityChange.id.desc())
    .limit(PAGE_LIMIT)
    .offset(PAGE_OFFSET)
)

KEY_TRIES = 64
"""How many generated keys may be taken before a part is refused. With half of all keys given out, all 64 are
taken once in 10^19 times."""


class PartFields(TypedDict, total=False):
    """What people may say about a part. None, or a text of white space, clears an optional member."""

    description: str | None
    manufacturer_code: str | None
    manufacturer: str | None
    product_page: str | None
    seller_id: int | None
    seller_link: str | None
    type_id: int | None
    tags: list[str] | None
    package: str | None
    pin_count: int | None
    pin_pitch: str | None
    voltage_rating: str | None
    input_voltage: str | None
    output_voltage: str | None
    mounting_type: str | None
    series: str | None
    dimensions: str | None


class Parts:
    """Use cases of parts."""

    def __init__(self, session: Session, world: World) -> None:
        self._session = session
        self._world = world

    def list(
        self,
        limit: int,
        offset: int,
        type_id: int | None = None,
        q: str | None = None,
        sort: str = DEFAULT_SORT,
    ) -> Page[PartView]:
        """The parts of a type, or all of them, that contain every word of ``q``; ``sort`` is one of SORTS."""
        page = page_of_parts(self._session, limit, offset, type_id=type_id, q=q, sort=sort)
        return page.mapped(lambda values: PartView(*values))

    def list_with_locations(
        self,
        limit: int,
        offset: int,
        type_id: int | None = None,
        q: str | None = None,
        sort: str = DEFAULT_SORT,
    ) -> Page[PartWithLocations]:
        """The same list, each part with where its pieces lie."""
        page = page_of_parts(self._session, limit, offset, type_id=type_id, q=q, sort=sort)
        places: dict[str, list[LocationStock]] = {values[0]: [] for values in page.items}
        for place in self._stock(Part.key.in_(places)):
            places[place.key].append(LocationStock(place.box_no, place.loc_no, place.qty))
        return page.mapped(lambda values: PartWithLocations(*(*values, places[values[0]])))

    def create(self, **fields: Unpack[PartFields]) -> PartView:
        """A new part under a generated key.

        Raises BlankText, TypeNotFound, SellerNotFound, PartKeysExhausted.
        """
        required(fields.get("description") or "", "description")
        values = {"tags": [], **_cleaned(fields)}
        type_name = self._type_name(values.get("type_id"), keep=True)
        seller_name = self._seller_name(values.get("seller_id"), keep=True)
        for _ in range(KEY_TRIES):
            part = Part(key=self._world.ids.part_key(), **values)
            part.search_text = part.composed(type_name, seller_name)
            if add_if_free(self._session, part, "key"):
                add_to_total(self._session, part.type_id, parts=1)
                return self.get(part.key)
        raise PartKeysExhausted(f"No free part key was found in {KEY_TRIES} tries")

    def get(self, key: str) -> PartView:
        """One part. Raises PartNotFound."""
        values = one_part(self._session, key)
        if values is None:
            raise _not_found(key)
        return PartView(*values)

    def update(self, key: str, **changes: Unpack[PartFields]) -> PartView:
        """Change the members that are given and keep the others; a description of None is kept too.

        Raises PartNotFound, BlankText, TypeNotFound, SellerNotFound.
        """
        part = self._locked(key)
        values = {member: value for member, value in _cleaned(changes).items() if getattr(part, member) != value}
        # Only what the part newly names is kept. A renaming of what it names already waits for the part's row and
        # would wait for ever if the part waited for it; it rewrites the search text when its turn comes.
        type_name = self._type_name(values.get("type_id", part.type_id), keep="type_id" in values)
        seller_name = self._seller_name(values.get("seller_id", part.seller_id), keep="seller_id" in values)
        totals = Totals(self._session)
        totals.add(part.type_id, parts=-1, pieces=-part.total_quantity)
        for member, value in values.items():
            setattr(part, member, value)
        part.search_text = part.composed(type_name, seller_name)
        self._session.flush()
        totals.add(part.type_id, parts=1, pieces=part.total_quantity)
        totals.write()
        return self.get(key)

    def delete(self, key: str) -> None:
        """Delete a part of which nothing is in stock, and its history. Raises PartNotFound, PartHasStock."""
        part = self._locked(key)
        stock = self._session.scalar(
            select(func.coalesce(func.sum(PartLocation.qty), 0)).where(PartLocation.part_id == part.id)
        )
        if stock:
            pieces = counted(stock, "piece is", "pieces are")
            raise PartHasStock(f"Cannot delete part {key} because {pieces} in stock", available=stock)
        self._session.execute(delete(Part).where(Part.id == part.id))
        add_to_total(self._session, part.type_id, parts=-1)

    def locations(self, key: str) -> Sequence[PartStock]:
        """Where the pieces of a part lie, by box and location. Raises PartNotFound."""
        self._id(key)
        return self._stock(Part.key == key)

    def history(self, key: str, limit: int, offset: int) -> Page[QuantityChangeView]:
        """Every change of a part's stock, the latest first. Raises PartNotFound."""
        part_id = self._id(key)
        rows = _HISTORY.read(self._session, of_part=part_id, page_limit=limit + 1, page_offset=offset)
        changes = select(QuantityChange.id).where(QuantityChange.part_id == part_id)
        return page_of([QuantityChangeView(*row) for row in rows], limit, offset, count_rows(self._session, changes))

    def _stock(self, chosen: ColumnElement[bool]) -> Sequence[PartStock]:
        columns = select(Part.key, Location.box_no, Location.loc_no, PartLocation.qty)
        joined = columns.join(PartLocation, PartLocation.part_id == Part.id).join(
            Location, Location.id == PartLocation.location_id
        )
        rows = read_rows(self._session, joined.where(chosen).order_by(Location.box_no, Location.loc_no, Part.key))
        return [PartStock(*row) for row in rows]

    def _id(self, key: str) -> int:
        part_id = self._session.scalar(select(Part.id).where(Part.key == key))
        if part_id is None:
            raise _not_found(key)
        return part_id

    def _locked(self, key: str) -> Part:
        chosen = select(Part).where(Part.key == key).with_for_update()
        part = self._session.scalar(chosen.execution_options(populate_existing=True))
        if part is None:
            raise _not_found(key)
        return part

    def _type_name(self, type_id: int | None, *, keep: bool) -> str | None:
        if type_id is None:
            return None
        name = self._session.scalar(_kept(select(Type.name).where(Type.id == type_id), keep))
        if name is None:
            raise TypeNotFound(f"Type {type_id} was not found", pointer="/type_id")
        return name

    def _seller_name(self, seller_id: int | None, *, keep: bool) -> str | None:
        if seller_id is None:
            return None
        name = self._session.scalar(_kept(select(Seller.name).where(Seller.id == seller_id), keep))
        if name is None:
            raise SellerNotFound(f"Seller {seller_id} was not found", pointer="/seller_id")
        return name


def _kept(chosen: Select[str], keep: bool) -> Select[str]:
    """The same query, which with ``keep`` also keeps the row from being renamed or deleted in the meantime."""
    return chosen.with_for_update(read=True, key_share=True) if keep else chosen


def _tags(tags: Any) -> list[str]:
    """The tags in their order, without blank and repeated ones; none for None."""
    trimmed = (str(tag).strip() for tag in tags or ())
    return list(dict.fromkeys(tag for tag in trimmed if tag))


def _cleaned(fields: PartFields) -> dict[str, Any]:
    """The members as they are stored: trimmed, and blank ones as None."""
    values: dict[str, Any] = {}
    for member, value in fields.items():
        if member == "description":
            if value is not None:
                values[member] = required(str(value), member)
        elif isinstance(value, str):
            values[member] = optional(value)
        elif member == "tags":
            values[member] = _tags(value)
        else:
            values[member] = value
    return values


def _not_found(key: str) -> PartNotFound:
    return PartNotFound(f"Part {key} was not found")
