"""Locations: what lies where."""

from __future__ import annotations

from typing import Any

from handlers.runtime.context import services
from handlers.wire import dump


def get_location(box_no: int, loc_no: int) -> Any:
    return dump("Location", services().locations.get(box_no, loc_no))
