"""The inventory at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import BigInteger, ScalarSelect, bindparam, cast, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from services.boxes import box_usage, usage_of
from services.kernel.paging import Page, count_rows, page_of
from services.kernel.rows import PAGE_LIMIT, PAGE_OFFSET, Listing, read_rows
from services.kernel.world import World
from services.models import Base, Box, Part, QuantityChange, Type, TypeTotal
from services.totals import parts_in_all
from services.views import (
    Activity,
    CategoryCount,
    DashboardStats,
    LowStock,
    PartSample,
    PartsWithoutDocuments,
    StorageSummary,
)

LOW_STOCK_THRESHOLD = 5
"""Pieces at or below which a part counts as low, unless the question says otherwise."""

_SAMPLES = 10

_RECENT = Listing(
    select(
        Part.key,
        Part.description,
        QuantityChange.delta_qty,
        QuantityChange.location_reference,
        QuantityChange.timestamp,
    )
    .join(Part, Part.id == QuantityChange.part_id)
    .order_by(QuantityChange.timestamp.desc(), QuantityChange.id.desc())
    .limit(PAGE_LIMIT)
    .offset(PAGE_OFFSET)
)
_LOW = Listing(
    select(Part.key, Part.description, Type.name, Part.total_quantity)
    .outerjoin(Type, Type.id == Part.type_id)
    .where(Part.total_quantity <= bindparam("at_most"))
    .order_by(Part.total_quantity, Part.id)
    .limit(PAGE_LIMIT)
    .offset(PAGE_OFFSET)
)


class Dashboard:
    """Use cases of the dashboard. All of them only read."""

    def __init__(self, session: Session, world: World) -> None:
        self._session = session
        self._world = world

    def stats(self) -> DashboardStats:
        """The inventory in figures; a part counts as low at LOW_STOCK_THRESHOLD pieces or fewer."""
        row = self._session.execute(
            select(
                _added(TypeTotal.parts),
                _added(TypeTotal.pieces),
                _count_of(Box),
                _count_of(Type),
                self._changes_since(7),
                self._changes_since(30),
                select(func.count()).where(Part.total_quantity <= LOW_STOCK_THRESHOLD).scalar_subquery(),
            )
        ).one()
        return DashboardStats(*row)

    def recent_activity(self, limit: int, offset: int) -> Page[Activity]:
        """Changes of stock, the latest first."""
        rows = _RECENT.read(self._session, page_limit=limit + 1, page_offset=offset)
        items = [Activity(*row) for row in rows]
        return page_of(items, limit, offset, count_rows(self._session, select(QuantityChange.id)))

    def storage_summary(self) -> Sequence[StorageSummary]:
        """How full every box is, by number."""
        rows = read_rows(self._session, box_usage().add_columns(Box.description))
        summaries = []
        for row in rows:
            box_no, total, occupied, _available, percentage = usage_of(row.box_no, row.capacity, row.occupied)
            summaries.append(StorageSummary(box_no, row.description, total, occupied, percentage))
        return summaries

    def low_stock(self, threshold: int = LOW_STOCK_THRESHOLD, limit: int = 50, offset: int = 0) -> Page[LowStock]:
        """Parts of which ``threshold`` pieces or fewer are left, those at zero included, the fewest first."""
        rows = _LOW.read(self._session, at_most=threshold, page_limit=limit + 1, page_offset=offset)
        items = [LowStock(*row) for row in rows]
        counted = count_rows(self._session, select(Part.id).where(Part.total_quantity <= threshold))
        return page_of(items, limit, offset, counted)

    def category_distribution(self) -> Sequence[CategoryCount]:
        """The types that parts are of, the commonest first. Parts without a type are not counted."""
        rows = self._session.execute(
            select(Type.name, TypeTotal.parts)
            .join(TypeTotal, TypeTotal.type_id == Type.id)
            .where(TypeTotal.parts > 0)
            .order_by(TypeTotal.parts.desc(), Type.name_key)
        )
        return [CategoryCount(*row) for row in rows]

    def parts_without_documents(self) -> PartsWithoutDocuments:
        """How many parts have no document, and the first few by key. No part can have one yet."""
        count = parts_in_all(self._session)
        samples = select(Part.key, Part.description, Type.name).outerjoin(Type, Type.id == Part.type_id)
        rows = self._session.execute(samples.order_by(Part.key).limit(_SAMPLES))
        return PartsWithoutDocuments(count, [PartSample(*row) for row in rows])

    def _changes_since(self, days: int) -> ScalarSelect[int]:
        since = self._world.clock.now() - timedelta(days=days)
        return select(func.count()).where(QuantityChange.timestamp >= since).scalar_subquery()


def _count_of(model: type[Base]) -> ScalarSelect[int]:
    # Of rows, not of a column: SQLite then counts without reading them.
    return select(func.count()).select_from(model).scalar_subquery()


def _added(column: InstrumentedAttribute[int]) -> ScalarSelect[int]:
    # PostgreSQL adds large integers up to a decimal.
    return select(cast(func.coalesce(func.sum(column), 0), BigInteger)).scalar_subquery()
