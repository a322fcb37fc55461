"""Where everything should lie, and the moves that lead there: pure reckoning, without a database."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import groupby

Place = tuple[int, int]
"""A box number and a location number."""

Stock = Mapping[Place, Mapping[str, int]]
"""Pieces by place and part key."""


@dataclass(frozen=True, slots=True)
class Move:
    """All the pieces of a part that lie in a location go to another one."""

    part_key: str
    from_box_no: int
    from_loc_no: int
    to_box_no: int
    to_loc_no: int
    qty: int

    @property
    def source(self) -> Place:
        return self.from_box_no, self.from_loc_no

    @property
    def target(self) -> Place:
        return self.to_box_no, self.to_loc_no


def plan_moves(places: Iterable[Place], stock: Stock, groups: Mapping[str, tuple[int, str]]) -> list[Move]:
    """The moves, in the order in which to make them, after which every part has its home.

    ``places`` are all locations, ``groups`` gives each part that may be moved what its group is sorted by; parts
    that are not in it stay where they are, and so does what lies beside them. Each group gets a run of
    consecutive locations, in the order of the groups, and each part one location in the run of its group, the
    one where it lies when that is in the run.

    No move puts a part beside another one. A location is a target when it is free by then or holds the same
    part. What cannot be brought home for want of a free location stays; the same stock gives the same moves, and
    where they lead nothing is left to do.
    """
    shelves = _Shelves(places, stock, groups)
    runs = shelves.runs()
    shelves.gather(runs)
    shelves.settle(shelves.homes(runs))
    return shelves.moves


class _Shelves:
    """The stock while it is being moved about."""

    def __init__(self, places: Iterable[Place], stock: Stock, groups: Mapping[str, tuple[int, str]]) -> None:
        self._contents: dict[Place, dict[str, int]] = {place: dict(stock.get(place, {})) for place in sorted(places)}
        self._lies: dict[str, set[Place]] = {}
        for place, held in self._contents.items():
            for key in held:
                self._lies.setdefault(key, set()).add(place)
        movable = (key for key in self._lies if key in groups)
        self._keys = sorted(movable, key=lambda key: (groups[key], key))
        self._groups = groups
        # Where a part lies that must stay, no other one is brought.
        self._slots = [place for place, held in self._contents.items() if groups.keys() >= held.keys()]
        self.moves: list[Move] = []

    def runs(self) -> list[tuple[list[str], list[Place]]]:
        """The parts of each group, and the locations that are to be theirs; the last groups may get too few."""
        found = []
        start = 0
        for _, members in groupby(self._keys, key=self._groups.__getitem__):
            keys = list(members)
            found.append((keys, self._slots[start : start + len(keys)]))
            start += len(keys)
        return found

    def gather(self, runs: Sequence[tuple[list[str], list[Place]]]) -> None:
        """Bring the pieces of each part together where some of them lie already."""
        for keys, run in runs:
            own = set(run)
            for key in keys:
                if len(self._lies[key]) > 1:
                    self._gather(key, own)

    def _gather(self, key: str, run: set[Place]) -> None:
        def preference(place: Place) -> tuple[bool, bool, int, Place]:
            held = self._contents[place]
            return place not in run, len(held) > 1, -held[key], place

        first, *others = sorted(self._lies[key], key=preference)
        for place in sorted(others):
            self._move(key, place, first)

    def homes(self, runs: Sequence[tuple[list[str], list[Place]]]) -> dict[Place, str]:
        """The part that belongs in each location. Each part lies in one place by now."""
        found: dict[Place, str] = {}
        for keys, run in runs:
            members = set(keys)
            staying: dict[Place, str] = {}
            for place in run:
                here = sorted(members & self._contents[place].keys())
                if here:
                    staying[place] = here[0]
            settled = set(staying.values())
            coming = iter(key for key in keys if key not in settled)
            found.update(staying)
            found.update(zip((place for place in run if place not in staying), coming, strict=False))
        return found

    def settle(self, homes: Mapping[Place, str]) -> None:
        """Bring the parts home; where they stand in each other's way, by a location that is free for the while."""
        waiting = {place: key for place, key in sorted(homes.items()) if place not in self._lies[key]}
        spare = [place for place in self._slots if not self._contents[place] and place not in waiting]
        heapify(spare)
        self._enter((place for place in waiting if not self._contents[place]), waiting, spare)
        while True:
            blocked = next((place for place in waiting if len(self._contents[place]) <= len(spare)), None)
            if blocked is None:
                return
            for key in sorted(self._contents[blocked]):
                self._move(key, blocked, heappop(spare))
            self._enter([blocked], waiting, spare)

    def _enter(self, free: Iterable[Place], waiting: dict[Place, str], spare: list[Place]) -> None:
        """Fill free homes, then those that become free by that, and so on."""
        ready = deque(free)
        while ready:
            home = ready.popleft()
            key = waiting.pop(home)
            (left,) = self._lies[key]
            self._move(key, left, home)
            if not self._contents[left]:
                if left in waiting:
                    ready.append(left)
                else:
                    heappush(spare, left)

    def _move(self, key: str, source: Place, target: Place) -> None:
        qty = self._contents[source].pop(key)
        self._contents[target][key] = self._contents[target].get(key, 0) + qty
        self._lies[key].discard(source)
        self._lies[key].add(target)
        self.moves.append(Move(key, *source, *target, qty))
