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
    profiled: int | None = None
    """How many of the reading operations are profiled; None for all of them."""


FULL = Plan(seconds=2.0, warm_up=1.0, rounds=5, starts=7, sizes=(1_000, 10_000, 100_000), growth_seconds=30.0)
QUICK = Plan(seconds=0.2, warm_up=0.05, rounds=1, starts=1, sizes=(500, 1_000), growth_seconds=0.5, profiled=1)
