"""Dashboard: the workshop at a glance."""

from __future__ import annotations

from typing import Any

from handlers.runtime.answers import Answer, listed, paged
from handlers.runtime.context import services
from handlers.wire import dump


def get_stats() -> Any:
    return dump("Stats", services().dashboard.stats())


def list_recent_activity(limit: int, offset: int) -> Answer:
    return paged("Activity", services().dashboard.recent_activity(limit=limit, offset=offset), limit, offset)


def get_storage_summary() -> Answer:
    return listed("StorageSummary", services().dashboard.storage_summary())


def list_low_stock(threshold: int, limit: int, offset: int) -> Answer:
    page = services().dashboard.low_stock(threshold=threshold, limit=limit, offset=offset)
    return paged("LowStockPart", page, limit, offset)


def get_category_distribution() -> Answer:
    return listed("CategoryCount", services().dashboard.category_distribution())


def get_parts_without_documents() -> Any:
    return dump("PartsWithoutDocuments", services().dashboard.parts_without_documents())
