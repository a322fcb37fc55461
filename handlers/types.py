"""Types: the categories that parts belong to."""

from __future__ import annotations

from typing import Any

from handlers.runtime.answers import Answer, created, listed
from handlers.runtime.context import services
from handlers.wire import dump, load


def list_types(include_stats: bool) -> Answer:
    return listed("Type", services().types.list(include_stats=include_stats))


def create_type(body: dict[str, Any]) -> Answer:
    made = services().types.create(**load("TypeCreate", body))
    return created("Type", made, "types", made.id)


def get_type(type_id: int) -> Any:
    return dump("Type", services().types.get(type_id))


def update_type(type_id: int, body: dict[str, Any]) -> Any:
    return dump("Type", services().types.update(type_id, **load("TypeUpdate", body)))


def delete_type(type_id: int) -> Answer:
    services().types.delete(type_id)
    return None, 204, {}
