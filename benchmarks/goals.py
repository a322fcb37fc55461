"""The goals, each beside what was measured."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median

from benchmarks.growth_section import FLAT, Growth, cases
from benchmarks.load import Sample
from benchmarks.requests_section import Results

READS = ("GET types", "GET types/{id}", "GET parts?limit=50", "GET parts?q=")
LISTS = ("GET types (", "GET parts?limit=50")
START_LIMIT = 1.5


@dataclass(frozen=True, slots=True)
class Goal:
    """One aim: met when the measured figure is on the right side of the wanted one."""

    text: str
    measured: float
    wanted: float
    at_least: bool

    @property
    def met(self) -> bool:
        return self.measured >= self.wanted if self.at_least else self.measured <= self.wanted

    @property
    def verdict(self) -> str:
        """``met``, or by how much it was missed."""
        if self.met:
            return "met"
        missed = abs(self.measured - self.wanted) / self.wanted
        return f"**missed by {missed:.0%}**"


def rate(sample: Sample) -> float:
    return sample.rate


def cpu(sample: Sample) -> float:
    return sample.cpu_ms


def ratio(of: list[Sample], to: list[Sample], what: Callable[[Sample], float]) -> float:
    """The median of the ratios of neighbouring samples, which met the same disturbances of the machine."""
    return median(what(one) / max(what(other), 1e-9) for one, other in zip(of, to, strict=True))


def request_goals(kind: str, results: Results) -> list[Goal]:
    """The goals about requests on one kind of database."""
    goals: list[Goal] = []
    healthz = next(by for name, by in results.items() if name.startswith("GET healthz"))
    for name, by in results.items():
        ours, label = by["partsbench"], f"{name}, {kind}"
        if name.startswith(READS) and "FastAPI" in by:
            goals.append(Goal(f"{label}: rate / FastAPI's", ratio(ours, by["FastAPI"], rate), 1.0, True))
        if name.startswith("GET healthz"):
            goals.append(Goal(f"{label}: rate / the floor's", ratio(ours, by["bare floor"], rate), 0.6, True))
        if name.startswith(LISTS):
            goals.append(Goal(f"{label}: rate / the floor's", ratio(ours, by["bare floor"], rate), 0.35, True))
            own_healthz = ratio(ours, healthz["partsbench"], rate)
            goals.append(Goal(f"{label}: rate / our healthz rate", own_healthz, 0.25, True))
        if "plain Flask" in by:
            goals.append(
                Goal(
                    f"{label}: processor time / plain Flask's",
                    ratio(ours, by["plain Flask"], cpu),
                    2.5,
                    False,
                )
            )
    return goals


def start_goal(kind: str, seconds: list[float]) -> Goal:
    return Goal(f"start to ready on a migrated database, {kind}: seconds", median(seconds), START_LIMIT, False)


def growth_goals(kind: str, growth: Growth) -> list[Goal]:
    """Each list and search whose answer does not grow may not cost more in a large inventory."""
    bounded = {case.name for case in cases(1_000) if case.bounded}
    return [
        Goal(f"growth of {name}, {kind}: largest / smallest", factor(by_size), FLAT, False)
        for name, by_size in growth.items()
        if name in bounded
    ]


def factor(by_size: Mapping[int, float]) -> float:
    """How many times more the largest inventory costs than the smallest."""
    return by_size[max(by_size)] / by_size[min(by_size)]


def statement_goals(kind: str, statements: Mapping[str, list[int]]) -> list[Goal]:
    return [
        Goal(f"statements of {name}, {kind}: most / fewest", max(counts) / min(counts), 1.0, False)
        for name, counts in statements.items()
    ]
