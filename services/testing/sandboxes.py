"""The sandboxes of one process: found by name, made at first use, reset, and gone when nobody uses them."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from services import schema
from services.kernel.clock import ControlledClock, monotonic
from services.kernel.ids import Ids
from services.kernel.world import DEFAULT_WORLD, World
from services.runner import TOPIC as TASK_TOPIC
from services.testing.coverage import Coverage, Inventory
from services.testing.deployments import Deployments
from services.testing.errors import (
    OutOfTime,
    ResetInProgress,
    SandboxLimit,
    SandboxNotFound,
    SandboxPermanent,
    SnapshotLimit,
    SnapshotNotFound,
    StillBusy,
)
from services.testing.faults import Faults
from services.testing.gate import Gate, SandboxGone
from services.testing.places import Beginning, Contents, Place, Places, Snapshot

DRAIN_SECONDS = 10.0
"""How long a change of a whole sandbox waits for the requests inside it."""

MAX_SNAPSHOTS = 32
EARLIEST, LATEST = 1970, 2199
"""The years that a sandbox's clock may show."""

logger = logging.getLogger("partsbench.testing")


@dataclass(frozen=True, slots=True)
class Reset:
    """What a reset did."""

    status: str
    mode: str
    seeded: bool
    duration_ms: float
    template_hash: str
    generation: int
    migrations_applied: int


@dataclass(frozen=True, slots=True)
class KeptSnapshot:
    """A snapshot with what is told about it."""

    name: str
    created_at: datetime
    held: Snapshot


@dataclass(frozen=True, slots=True)
class ClockState:
    """Whether a clock stands still, and what it shows."""

    frozen: bool
    now: datetime


class Sandbox:
    """One world with what controls it. Whoever changes it as a whole closes its gate first."""

    def __init__(self, name: str, clock: ControlledClock, place: Place, coverage: Coverage) -> None:
        self.name = name
        self.controlled_clock = clock
        self.place = place
        self.coverage = coverage
        self.faults = Faults()
        self.quiet_down: Callable[[float], list[str]] = lambda _seconds: []
        """Ends the tasks of the sandbox; names those that did not end within the seconds."""
        self.gate = Gate()
        self.world = World(place.store, clock, Ids(), name)
        self.deployments = Deployments(self.world.events)
        self.tasks_under_way: Callable[[], list[str]] = list
        self.generation = 1
        self.created_at = datetime.now(UTC)
        self.last_used = monotonic()
        self.ids_seed: int | str | None = None
        self.held: dict[str, KeptSnapshot] = {}
        self.forget_logs: Callable[[], None] = lambda: None

    @property
    def clock(self) -> ClockState:
        """How the clock stands."""
        return ClockState(self.controlled_clock.frozen, self.controlled_clock.now())

    @property
    def snapshots(self) -> list[str]:
        """The names of the snapshots."""
        return sorted(self.held)

    @property
    def requests_in_flight(self) -> int:
        return len(self.gate.inside)

    def kept_snapshots(self) -> list[KeptSnapshot]:
        """The snapshots by name."""
        return [self.held[name] for name in sorted(self.held)]

    def busy_with(self) -> list[str]:
        """What is going on, each in a few words; nothing when the sandbox is quiet."""
        undelivered = self.world.events.traffic().undelivered
        events = [f"{undelivered} undelivered events"] if undelivered else []
        return [*self.gate.inside, *self.tasks_under_way(), *events]

    def set_clock(self, *, release: bool = False, freeze_at: datetime | None = None, advance_by: float = 0.0) -> None:
        """Release, freeze and advance the clock, in this order. Raises OutOfTime beyond the years it can show."""
        clock = self.controlled_clock
        if release:
            clock.release()
        if freeze_at is not None:
            clock.freeze(freeze_at)
        step = timedelta(seconds=advance_by)
        if not EARLIEST <= (clock.now() + step).year <= LATEST:
            raise OutOfTime(EARLIEST, LATEST)
        clock.advance(step)

    def seed_ids(self, seed: int | str | None) -> None:
        """Make keys and UUIDs reproducible, or random again with None."""
        self.ids_seed = seed
        self.world.ids.seed(seed)
        self.faults.seed(seed)

    def begin_anew(self) -> None:
        """Tell whoever keeps something for this sandbox that its contents were replaced."""
        self.generation += 1
        self.faults.replace([])
        self.deployments.forget()
        self.world.events.forget(TASK_TOPIC, "completed")
        if self.ids_seed is not None:
            self.seed_ids(self.ids_seed)


class Sandboxes:
    """The registry. ``prepare`` is called for every new sandbox before anybody sees it, ``forget`` when it is gone."""

    def __init__(
        self,
        places: Places,
        *,
        limit: int,
        idle_seconds: float,
        inventory: Inventory,
        prepare: Callable[[Sandbox], None],
        forget: Callable[[Sandbox], None],
    ) -> None:
        self.places = places
        self._limit = limit
        self._idle_seconds = idle_seconds
        self._inventory = inventory
        self._prepare = prepare
        self._on_forget = forget
        self._guard = threading.Lock()
        self._open: dict[str, Sandbox] = {}
        self._opening: dict[str, threading.Lock] = {}
        clock = ControlledClock()
        self.default = self._made(DEFAULT_WORLD, clock, places.default(clock))
        self._open[DEFAULT_WORLD] = self.default

    def all(self) -> list[Sandbox]:
        """Every sandbox, by name."""
        with self._guard:
            return sorted(self._open.values(), key=lambda sandbox: sandbox.name)

    def find(self, name: str) -> Sandbox:
        """The sandbox of that name. Raises SandboxNotFound."""
        with self._guard:
            if name not in self._open:
                raise SandboxNotFound(name)
            return self._open[name]

    def known(self, name: str) -> Sandbox | None:
        """The sandbox of that name, None when there is none."""
        with self._guard:
            return self._open.get(name)

    def enter(self, name: str, what: str) -> tuple[Sandbox, int]:
        """Come into a sandbox, made of the clean template at its first use. Raises ResetInProgress, SandboxLimit."""
        while True:
            sandbox, _ = self._find_or_open(name, Beginning())
            try:
                ticket = sandbox.gate.enter(what)
            except SandboxGone:
                continue
            sandbox.last_used = monotonic()
            return sandbox, ticket

    def use(self, name: str) -> Sandbox:
        """The sandbox of that name without coming in, made at its first use."""
        sandbox, _ = self._find_or_open(name, Beginning())
        sandbox.last_used = monotonic()
        return sandbox

    def put(self, name: str, beginning: Beginning) -> tuple[Sandbox, bool]:
        """A sandbox as new: opened, or made anew in everything when it exists. The second value: whether opened.

        Raises ResetInProgress, StillBusy, SandboxLimit.
        """
        while True:
            sandbox, opened = self._find_or_open(name, beginning)
            if opened:
                return sandbox, True
            try:
                with self._alone(sandbox):
                    sandbox.controlled_clock.release()
                    sandbox.seed_ids(None)
                    sandbox.place.restore(beginning)
                    sandbox.begin_anew()
                    self._discard_snapshots(sandbox)
                    sandbox.forget_logs()
                    sandbox.last_used = monotonic()
            except SandboxGone:
                continue
            return sandbox, False

    def delete(self, name: str) -> None:
        """Close a sandbox and forget it. Raises SandboxNotFound, SandboxPermanent, ResetInProgress, StillBusy."""
        sandbox = self.find(name)
        if sandbox is self.default:
            raise SandboxPermanent
        try:
            with self._alone(sandbox, for_good=True):
                self._forget(sandbox)
        except SandboxGone:
            raise SandboxNotFound(name) from None

    def reset(self, sandbox: Sandbox, *, seed: bool, rebuild: bool) -> Reset:
        """Return the contents to those of a new database. Raises ResetInProgress, StillBusy."""
        began = monotonic()
        with self._alone(sandbox):
            if rebuild:
                sandbox.place.rebuild(seed=seed)
            else:
                sandbox.place.restore(Beginning(seed))
            sandbox.begin_anew()
            return Reset(
                status="ok",
                mode="rebuild" if rebuild else "template",
                seeded=seed,
                duration_ms=round((monotonic() - began) * 1000, 3),
                template_hash=self.places.template_hash(),
                generation=sandbox.generation,
                migrations_applied=schema.steps() if rebuild else 0,
            )

    def take_snapshot(self, sandbox: Sandbox, name: str) -> tuple[KeptSnapshot, bool]:
        """Keep the present contents under a name; the second value: whether the name is new. Raises SnapshotLimit."""
        with sandbox.gate.entered(f"the snapshot {name}"):
            replaced = sandbox.held.get(name)
            if replaced is None and len(sandbox.held) >= MAX_SNAPSHOTS:
                raise SnapshotLimit(MAX_SNAPSHOTS)
            kept = KeptSnapshot(name, datetime.now(UTC), sandbox.place.snapshot())
            sandbox.held[name] = kept
        if replaced is not None:
            replaced.held.discard()
        return kept, replaced is None

    def restore_snapshot(self, sandbox: Sandbox, name: str) -> Reset:
        """Return the contents to those of a snapshot. Raises SnapshotNotFound, ResetInProgress, StillBusy."""
        began = monotonic()
        with self._alone(sandbox):
            sandbox.place.restore(Beginning(snapshot=snapshot_of(sandbox, name).held))
            sandbox.begin_anew()
            return Reset(
                status="ok",
                mode="snapshot",
                seeded=False,
                duration_ms=round((monotonic() - began) * 1000, 3),
                template_hash=self.places.template_hash(),
                generation=sandbox.generation,
                migrations_applied=0,
            )

    def contents_since(self, sandbox: Sandbox, name: str) -> tuple[Contents, Contents]:
        """The rows of a snapshot, and the present ones. Raises SnapshotNotFound."""
        with sandbox.gate.entered(f"the comparison with {name}"):
            held = snapshot_of(sandbox, name).held
            return sandbox.place.contents(held), sandbox.place.contents()

    def delete_snapshot(self, sandbox: Sandbox, name: str) -> None:
        """Forget a snapshot. Raises SnapshotNotFound."""
        with sandbox.gate.entered(f"the end of the snapshot {name}"):
            kept = snapshot_of(sandbox, name)
            del sandbox.held[name]
        kept.held.discard()

    def expire(self) -> None:
        """Close the sandboxes that nobody has used for a while."""
        oldest = monotonic() - self._idle_seconds
        for sandbox in self.all():
            if sandbox is self.default or sandbox.last_used > oldest or sandbox.busy_with():
                continue
            try:
                with sandbox.gate.closed(0, for_good=True):
                    self._forget(sandbox)
                logger.info("the sandbox %s was idle and is closed", sandbox.name)
            except (ResetInProgress, StillBusy):
                continue

    def close(self) -> None:
        """Close every sandbox and the databases behind them."""
        with self._guard:
            closing = list(self._open.values())
            self._open.clear()
        for sandbox in closing:
            self._discard_snapshots(sandbox)
            sandbox.place.close()
        self.places.close()

    @contextmanager
    def _alone(self, sandbox: Sandbox, *, for_good: bool = False) -> Iterator[None]:
        """Have a sandbox to oneself, its tasks ended. Raises ResetInProgress, StillBusy, SandboxGone."""
        with sandbox.gate.closed(DRAIN_SECONDS, for_good=for_good):
            still = sandbox.quiet_down(DRAIN_SECONDS)
            if still:
                raise StillBusy(still)
            yield

    def _find_or_open(self, name: str, beginning: Beginning) -> tuple[Sandbox, bool]:
        with self._guard:
            if name in self._open:
                return self._open[name], False
            opening = self._opening.setdefault(name, threading.Lock())
        with opening:
            with self._guard:
                if name in self._open:
                    return self._open[name], False
            try:
                sandbox = self._open_new(name, beginning)
                with self._guard:
                    kept = self._open.setdefault(name, sandbox)
            finally:
                with self._guard:
                    self._opening.pop(name, None)
        if kept is not sandbox:
            # Only after an opening that failed can two be at it at once.
            sandbox.place.close()
        return kept, kept is sandbox

    def _open_new(self, name: str, beginning: Beginning) -> Sandbox:
        if self._count() > self._limit:
            self.expire()
        if self._count() > self._limit:
            raise SandboxLimit(self._limit)
        clock = ControlledClock()
        return self._made(name, clock, self.places.open(clock, beginning))

    def _made(self, name: str, clock: ControlledClock, place: Place) -> Sandbox:
        sandbox = Sandbox(name, clock, place, Coverage(self._inventory))
        self._prepare(sandbox)
        return sandbox

    def _count(self) -> int:
        with self._guard:
            return len(self._open) + len(self._opening)

    def _forget(self, sandbox: Sandbox) -> None:
        with self._guard:
            self._open.pop(sandbox.name, None)
        self._on_forget(sandbox)
        sandbox.world.events.close("completed")
        self._discard_snapshots(sandbox)
        sandbox.place.close()

    def _discard_snapshots(self, sandbox: Sandbox) -> None:
        for kept in sandbox.held.values():
            kept.held.discard()
        sandbox.held.clear()


def snapshot_of(sandbox: Sandbox, name: str) -> KeptSnapshot:
    """The snapshot of that name. Raises SnapshotNotFound."""
    if name not in sandbox.held:
        raise SnapshotNotFound(name)
    return sandbox.held[name]
