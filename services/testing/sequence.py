"""The real sequence: what a new database goes through before it is used."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from services import schema
from services.kernel.clock import ControlledClock
from services.kernel.store import Store
from services.kernel.world import World
from services.seed import seed as plant_seed
from services.setup import synchronise_types

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
"""The instant at which templates are made. A restore moves their instants on from here."""

_GRAIN = timedelta(hours=1)


def run(store: Store, clock: ControlledClock, *, seed: bool) -> None:
    """Migrate an empty database, synchronise the types and, on request, plant the seed."""
    world = World(store, clock)
    schema.upgrade(store)
    with store.transaction() as session:
        session.info["clock"] = clock
        synchronise_types(session, world)
        if seed:
            plant_seed(session, world)


def at_epoch() -> ControlledClock:
    """A clock that stands still at EPOCH."""
    clock = ControlledClock()
    clock.freeze(EPOCH)
    return clock


def shift_for(clock: ControlledClock) -> timedelta:
    """How far the instants of a template are moved for a sandbox with this clock.

    Frozen: exactly to where it stands, so that the result is what the real sequence would write at that instant.
    Running: to the last full hour, so that most restores find the instants as they want them already.
    """
    now = clock.now()
    if clock.frozen:
        return now - EPOCH
    return (now - EPOCH) // _GRAIN * _GRAIN
