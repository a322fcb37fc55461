"""Boxes: numbered, each with numbered locations."""

from __future__ import annotations

from typing import Any

from handlers.runtime.answers import Answer, created, listed
from handlers.runtime.context import services
from handlers.wire import dump, load


def list_boxes() -> Answer:
    return listed("BoxSummary", services().boxes.list())


def create_box(body: dict[str, Any]) -> Answer:
    made = services().boxes.create(**load("BoxCreate", body))
    return created("Box", made, "boxes", made.box_no)


def get_box(box_no: int) -> Any:
    return dump("Box", services().boxes.get(box_no))


def update_box(box_no: int, body: dict[str, Any]) -> Any:
    return dump("Box", services().boxes.update(box_no, **load("BoxUpdate", body)))


def delete_box(box_no: int) -> Answer:
    services().boxes.delete(box_no)
    return None, 204, {}


def get_box_usage(box_no: int) -> Any:
    return dump("BoxUsage", services().boxes.usage(box_no))


def list_box_locations(box_no: int) -> Answer:
    return listed("LocationRef", services().boxes.locations(box_no))
