"""A world: everything a request works on. Production has one; test mode gives each sandbox its own."""

from __future__ import annotations

from dataclasses import dataclass, field

from services.kernel.clock import Clock, SystemClock
from services.kernel.events import EventHub
from services.kernel.ids import Ids
from services.kernel.store import Store

DEFAULT_WORLD = "default"


@dataclass(slots=True)
class World:
    """Database, clock, ids and events that belong together. The one who creates a world disposes its store."""

    store: Store
    clock: Clock = field(default_factory=SystemClock)
    ids: Ids = field(default_factory=Ids)
    name: str = DEFAULT_WORLD
    events: EventHub = field(default_factory=EventHub)
