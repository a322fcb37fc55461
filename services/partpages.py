"""Pages of parts in any order, of a type or with some words, at a cost that does not follow the number of parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, UnaryExpression, bindparam, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from services.kernel.paging import COUNT_LIMIT, Page, count_rows, counting, page_of
from services.kernel.rows import among, bound_ids, read_rows
from services.models import Part, Seller, Type
from services.search import deciding, finding
from services.views import SellerSummary, TypeView

GATHERED_AT_MOST = 1_000
"""Parts that answer a filter up to which they are gathered from the filter's index and then sorted. Of more than that
any page is found sooner by walking the order's index and testing each part."""

DEFAULT_SORT = "key"

_OWN = (
    Part.key,
    Part.description,
    Part.manufacturer_code,
    Part.manufacturer,
    Part.product_page,
    Part.seller_id,
    Part.seller_link,
    Part.type_id,
    Part.tags,
    Part.package,
    Part.pin_count,
    Part.pin_pitch,
    Part.voltage_rating,
    Part.input_voltage,
    Part.output_voltage,
    Part.mounting_type,
    Part.series,
    Part.dimensions,
    Part.created_at,
    Part.updated_at,
    Part.total_quantity,
)
_TYPE = (Type.id, Type.name, Type.created_at, Type.updated_at)
_SELLER = (Seller.id, Seller.name, Seller.website)
_OWN_END = len(_OWN)
_TYPE_END = _OWN_END + len(_TYPE)

_VIEW: Select[*tuple[Any, ...]] = (
    select(*_OWN, *_TYPE, *_SELLER)
    .select_from(Part)
    .outerjoin(Type, Type.id == Part.type_id)
    .outerjoin(Seller, Seller.id == Part.seller_id)
)

_SORT_KEYS: dict[str, InstrumentedAttribute[Any] | ColumnElement[Any]] = {
    "key": Part.key,
    "description": Part.description_key,
    "manufacturer_code": Part.manufacturer_code_key,
    "created_at": Part.created_at,
    "total_quantity": Part.total_quantity,
}
SORTS = tuple(sign + name for name in _SORT_KEYS for sign in ("", "-"))
"""The orders in which parts can be listed; a minus sign turns one round. Ties are in the order of making."""

Values = tuple[Any, ...]
"""The members of PartView."""


def one_part(session: Session, key: str) -> Values | None:
    """The part with this key, None where there is none."""
    found = read_rows(session, _ONE, {"part_key": key})
    return _values(found[0]) if found else None


def page_of_parts(
    session: Session, limit: int, offset: int, *, type_id: int | None, q: str | None, sort: str
) -> Page[Values]:
    """The parts of a type, or all of them, that contain every word of ``q``; ``sort`` is one of SORTS."""
    dialect = session.get_bind().dialect.name
    window = {"page_limit": limit + 1, "page_offset": offset}
    words = deciding(q or "", dialect)
    of_type = [] if type_id is None else [Part.type_id == type_id]
    if not words and not of_type:
        rows = read_rows(session, _PAGES[sort], window)
        return _cut(rows, limit, offset, *read_rows(session, _COUNT)[0])
    gathering = finding(q or "", dialect, of_type) if words else select(Part.id).where(*of_type)
    found = [row[0] for row in read_rows(session, gathering.limit(GATHERED_AT_MOST + 1))]
    if len(found) <= GATHERED_AT_MOST:
        named = {**window, "ids": bound_ids(dialect, found)}
        rows = read_rows(session, _GATHERED[dialect, sort], named) if found else ()
        return _cut(rows, limit, offset, len(found))
    # The type as an expression, so that no database takes the index of types and sorts what it finds there.
    tests = words if type_id is None else [Part.type_id + 0 == type_id, *words]
    rows = read_rows(session, _page(sort, tests), window)
    if words:
        # To count further would be to look at every part that the index names.
        return _cut(rows, limit, offset, len(found), GATHERED_AT_MOST)
    return _cut(rows, limit, offset, count_rows(session, gathering))


def _cut(rows: Sequence[Sequence[Any]], limit: int, offset: int, counted: int, most: int = COUNT_LIMIT) -> Page[Values]:
    return page_of([_values(row) for row in rows], limit, offset, counted, most)


def _values(row: Sequence[Any]) -> Values:
    kind, seller = row[_OWN_END:_TYPE_END], row[_TYPE_END:]
    return (
        *row[:_OWN_END],
        None if kind[0] is None else TypeView(*kind),
        None if seller[0] is None else SellerSummary(*seller),
    )


def _order(sort: str) -> Sequence[UnaryExpression[Any]]:
    name = sort.removeprefix("-")
    key = _SORT_KEYS[name]
    # Both in one direction, so that one index serves both; PostgreSQL has an index of its own for codes, of which
    # those that are missing come last in either direction. A key has no ties.
    first, then = (key.desc(), Part.id.desc()) if sort.startswith("-") else (key.asc(), Part.id.asc())
    if name == "key":
        return (first,)
    return (first.nulls_last() if name == "manufacturer_code" else first), then


def _page(sort: str, wanted: Sequence[ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    """A page of parts. They are chosen from the index first and looked at only then, so a deep page costs little."""
    order = _order(sort)
    limit, offset = bindparam("page_limit", type_=Integer), bindparam("page_offset", type_=Integer)
    chosen = select(Part.id).where(*wanted).order_by(*order).limit(limit).offset(offset).subquery()
    return _VIEW.join(chosen, chosen.c.id == Part.id).order_by(*order)


# Made once: making a statement takes longer than most of them take to run.
_ONE = _VIEW.where(Part.key == bindparam("part_key"))
_COUNT = counting(select(Part.id))
_PAGES = {sort: _page(sort, ()) for sort in SORTS}
_GATHERED = {
    (dialect, sort): _page(sort, (among(dialect, Part.id),)) for dialect in ("sqlite", "postgresql") for sort in SORTS
}
