"""Parts: what the workshop knows, whether it lies there or not."""

from __future__ import annotations

from typing import Any

import flask

from handlers.runtime.answers import Answer, created, download, listed, paged
from handlers.runtime.context import current_world, services
from handlers.wire import dump, load
from services.exports import exported_parts


def list_parts(limit: int, offset: int, **chosen: Any) -> Answer:
    return paged("Part", services().parts.list(limit=limit, offset=offset, **chosen), limit, offset)


def list_parts_with_locations(limit: int, offset: int, **chosen: Any) -> Answer:
    page = services().parts.list_with_locations(limit=limit, offset=offset, **chosen)
    return paged("PartWithLocations", page, limit, offset)


def export_parts(**chosen: Any) -> flask.Response:
    chunks = exported_parts(current_world(), **chosen)
    return download(chunks, "text/csv; charset=utf-8; header=present", "parts.csv")


def create_part(body: dict[str, Any]) -> Answer:
    made = services().parts.create(**load("PartCreate", body))
    return created("Part", made, "parts", made.key)


def get_part(part_key: str) -> Any:
    return dump("Part", services().parts.get(part_key))


def update_part(part_key: str, body: dict[str, Any]) -> Any:
    return dump("Part", services().parts.update(part_key, **load("PartUpdate", body)))


def delete_part(part_key: str) -> Answer:
    services().parts.delete(part_key)
    return None, 204, {}


def list_part_locations(part_key: str) -> Answer:
    return listed("StockLevel", services().parts.locations(part_key))


def list_part_history(part_key: str, limit: int, offset: int) -> Answer:
    return paged("HistoryEntry", services().parts.history(part_key, limit=limit, offset=offset), limit, offset)
