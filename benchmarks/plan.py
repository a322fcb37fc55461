"""How much is measured."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, how often and how large."""

    seconds: float
    """The length of one sample."""
    warm_up: float
    rounds: int
    """How many samples each contender gives for each operation."""
    starts: int
    """How many times each contender is started."""
    sizes: Sequence[int]
    """The numbers of parts between which growth is looked for."""
    growth_seconds: float
    """How long the growing requests are asked in turns at each size."""
    parts: int = 1_000


FULL = Plan(seconds=2.0, warm_up=1.0, rounds=5, starts=7, sizes=(1_000, 10_000, 100_000), growth_seconds=30.0)
QUICK = Plan(seconds=0.3, warm_up=0.1, rounds=1, starts=1, sizes=(1_000, 4_000), growth_seconds=1.0)
