"""Inventory: adding, removing and moving stock, and where to put more."""

from __future__ import annotations

from typing import Any

from handlers.runtime.answers import Answer, accepted, created
from handlers.runtime.context import services
from handlers.wire import dump, load
from handlers.wire.tasks import task
from services import reorganization


def add_stock(part_key: str, body: dict[str, Any]) -> Answer:
    level = services().inventory.add(part_key, **load("StockChange", body))
    return created("StockLevel", level, "locations", level.box_no, level.loc_no)


def remove_stock(part_key: str, body: dict[str, Any]) -> Answer:
    services().inventory.remove(part_key, **load("StockChange", body))
    return None, 204, {}


def move_stock(part_key: str, body: dict[str, Any]) -> Answer:
    services().inventory.move(part_key, **load("StockMove", body))
    return None, 204, {}


def suggest_location(type_id: int) -> Any:
    return dump("LocationRef", services().inventory.suggest(type_id))


def plan_reorganization(body: dict[str, Any]) -> Answer:
    wanted = {"type_ids": None, **load("ReorganizationPlanCreate", body)}
    services().reorganization.check(wanted["type_ids"])
    return accepted(task(services().tasks.start(reorganization.KIND, wanted)))


def apply_reorganization_plan(plan_id: str) -> Answer:
    services().reorganization.apply(plan_id)
    return None, 204, {}
