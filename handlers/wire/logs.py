"""Log records on their way to one reader: those it wants, and not more than it can take."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from services.kernel.events import Event
from services.testing.logs import EVENT, Filter, Throttle

Renders = Mapping[str, Any]


def log_renders(wanted: Filter) -> Renders:
    """The renders of one log stream. ``dropped`` says how many wanted records were left out before this one."""
    throttle = Throttle()

    def render(event: Event) -> Mapping[str, Any] | None:
        entry = event.data
        dropped = throttle.take() if wanted.wants(entry) else None
        return None if dropped is None else {**entry, "dropped": dropped}

    return {EVENT: render}
