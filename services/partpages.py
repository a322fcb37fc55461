"""Pages of parts in any order, of a type or with some words, at a cost that does not follow the number of parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, UnaryExpression, bindparam, case, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from services.kernel.paging import Page, page_of
from services.kernel.rows import PAGE_LIMIT, PAGE_OFFSET, Listing, among, gathered_ids, read_rows
from services.models import Part, Seller, Type
from services.search import bound_words, finding, occurring, words_of
from services.totals import PART_COUNT, parts_in_all
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
    words = words_of(q or "")
    of_type = [] if type_id is None else [Part.type_id == type_id]
    window = _Window(session, sort, limit, offset)
    if words:
        gathering = finding(q or "", dialect, of_type)
    else:
        total = parts_in_all(session, type_id)
        if type_id is None:
            return Page(window.of_all(total), total)
        if sort in _OF_TYPE:
            return Page(window.of_type(type_id), total)
        if total > GATHERED_AT_MOST:
            return Page(window.walked(dialect, words, type_id)[:limit], total)
        gathering = select(Part.id).where(*of_type)
    found, count = gathered_ids(session, dialect, gathering.limit(GATHERED_AT_MOST + 1))
    if count <= GATHERED_AT_MOST:
        return Page(window.gathered(dialect, found) if offset < count else [], count)
    # To count further would be to look at every part that the index of words names.
    return page_of(window.walked(dialect, words, type_id), limit, offset, count, GATHERED_AT_MOST)


@dataclass(frozen=True, slots=True)
class _Window:
    """A page of one order."""

    session: Session
    sort: str
    limit: int
    offset: int

    def of_all(self, total: int) -> list[Values]:
        """A page of all parts, walked to from the end that is nearer."""
        if self.offset >= total:
            return []
        backwards = self.offset > total // 2
        return self._read(_PAGES[self.sort, backwards], page_limit=self.limit, page_offset=self.offset)

    def of_type(self, type_id: int) -> list[Values]:
        """A page of the parts of a type by their keys."""
        return self._read(_OF_TYPE[self.sort], page_limit=self.limit, page_offset=self.offset, of_type=type_id)

    def gathered(self, dialect: str, ids: object) -> list[Values]:
        """A page of the parts with these ids."""
        return self._read(_GATHERED[dialect, self.sort], page_limit=self.limit, page_offset=self.offset, ids=ids)

    def walked(self, dialect: str, words: Sequence[str], type_id: int | None) -> list[Values]:
        """A page, and one part more where there is one, of those with the words and of the type; each is tested."""
        listing = _walk(dialect, self.sort, len(words), type_id is not None)
        bounds = {"page_limit": self.limit + 1, "page_offset": self.offset}
        return self._read(listing, **bounds, **bound_words(words), of_type=type_id)

    def _read(self, listing: Listing, **values: object) -> list[Values]:
        return [_values(row) for row in listing.read(self.session, **values)]


@lru_cache(maxsize=64)
def _walk(dialect: str, sort: str, words: int, of_a_type: bool) -> Listing:
    # The type as an expression, so that no database takes the index of types and sorts what it finds there.
    tests = [Part.type_id + 0 == bindparam("of_type")] if of_a_type else []
    return Listing(_page(sort, [*tests, *occurring(words, dialect)]))


def _values(row: Sequence[Any]) -> Values:
    kind, seller = row[_OWN_END:_TYPE_END], row[_TYPE_END:]
    return (
        *row[:_OWN_END],
        None if kind[0] is None else TypeView(*kind),
        None if seller[0] is None else SellerSummary(*seller),
    )


def _order(sort: str, backwards: bool = False) -> Sequence[UnaryExpression[Any]]:
    name = sort.removeprefix("-")
    key = _SORT_KEYS[name]
    # Both in one direction, so that one index serves both; PostgreSQL has an index of its own for codes, of which
    # those that are missing come last in either direction. A key has no ties.
    down = sort.startswith("-") is not backwards
    first, then = (key.desc(), Part.id.desc()) if down else (key.asc(), Part.id.asc())
    if name == "key":
        return (first,)
    if name == "manufacturer_code":
        first = first.nulls_first() if backwards else first.nulls_last()
    return first, then


def _page(sort: str, wanted: Sequence[ColumnElement[bool]], backwards: bool = False) -> Select[*tuple[Any, ...]]:
    """A page of parts. They are chosen from the index first and looked at only then, so a deep page costs little.

    ``backwards`` walks the order from its end, where everything is wanted. How far the page is from there is asked in
    the same statement, which sees one state of the inventory: no part is skipped because another one came meanwhile.
    """
    chosen = select(Part.id).where(*wanted).order_by(*_order(sort, backwards))
    if backwards:
        behind = PART_COUNT.scalar_subquery() - PAGE_OFFSET
        chosen = chosen.limit(case((behind < 0, 0), (behind < PAGE_LIMIT, behind), else_=PAGE_LIMIT))
        nearest = chosen.offset(case((behind > PAGE_LIMIT, behind - PAGE_LIMIT), else_=0)).subquery()
        # The plain limit tells PostgreSQL, which cannot know the other one, that this is little.
        chosen = select(nearest.c.id).limit(PAGE_LIMIT)
    else:
        chosen = chosen.limit(PAGE_LIMIT).offset(PAGE_OFFSET)
    ids = chosen.subquery()
    return _VIEW.join(ids, ids.c.id == Part.id).order_by(*_order(sort))


# Made once: making a statement takes longer than most of them take to run.
_ONE = _VIEW.where(Part.key == bindparam("part_key"))
_PAGES = {(sort, backwards): Listing(_page(sort, (), backwards)) for sort in SORTS for backwards in (False, True)}
_OF_TYPE = {sort: Listing(_page(sort, (Part.type_id == bindparam("of_type"),))) for sort in ("key", "-key")}
_GATHERED = {
    (dialect, sort): Listing(_page(sort, (among(dialect, Part.id),)))
    for dialect in ("sqlite", "postgresql")
    for sort in SORTS
}
