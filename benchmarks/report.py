"""RESULTS.md, from what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median

from benchmarks.goals import Goal, cpu, factor, rate, ratio
from benchmarks.growth_section import Growth
from benchmarks.load import CONNECTIONS
from benchmarks.plan import Plan
from benchmarks.profile_section import Shares
from benchmarks.reasons import reasons_for
from benchmarks.requests_section import Results
from benchmarks.start_section import Started

HOW_TO_READ = """\
Written by `benchmarks/run.sh`. Figures are medians; in brackets the lowest and the highest sample. Ratios
are medians of the ratios of neighbouring samples. Compare figures of one run with each other, never those of two
machines.
"""


@dataclass
class Report:
    """Everything that was measured."""

    plan: Plan
    commands: list[str]
    machine: list[tuple[str, str]]
    requests: dict[str, Results] = field(default_factory=dict)
    starts: dict[str, dict[str, Started]] = field(default_factory=dict)
    imports: list[float] = field(default_factory=list)
    wheel_kb: float = 0.0
    growth: dict[str, Growth] = field(default_factory=dict)
    statements: dict[str, dict[str, list[int]]] = field(default_factory=dict)
    profile: dict[str, tuple[Shares, Shares]] | str = "Not taken."
    others: dict[str, str] = field(default_factory=dict)
    """Sections that other programs wrote, by title."""
    goals: list[Goal] = field(default_factory=list)


def render(report: Report) -> str:
    """The whole document."""
    parts = [
        "# Results\n",
        HOW_TO_READ,
        _goals(report),
        _machine(report),
        *[_requests(kind, results, report.plan) for kind, results in report.requests.items()],
        _start(report),
        _growth(report),
        _profile(report),
        *[f"## {title}\n\n{text.strip()}\n" for title, text in report.others.items()],
    ]
    return "\n".join(part for part in parts if part)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table whose first column is text and whose others are figures."""
    rules = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, rules, *rows)) + "\n"


def spread(values: Sequence[float], digits: int) -> str:
    return f"{median(values):.{digits}f} [{min(values):.{digits}f}-{max(values):.{digits}f}]"


def _goals(report: Report) -> str:
    missed = [goal for goal in report.goals if not goal.met]
    rows = [
        [
            goal.text,
            f"{goal.measured:.2f}",
            f"{'at least' if goal.at_least else 'at most'} {goal.wanted:g}",
            goal.verdict,
        ]
        for goal in sorted(report.goals, key=lambda goal: goal.met)
    ]
    title = f"## Goals: {len(report.goals) - len(missed)} of {len(report.goals)} met\n"
    why = "".join(f"- {about.removeprefix('growth of ')}: {reason}\n" for about, reason in reasons_for(missed).items())
    explained = f"\nWhy some are missed:\n\n{why}" if why else ""
    return f"{title}\n{table(['Goal', 'measured', 'wanted', ''], rows)}{explained}"


def _machine(report: Report) -> str:
    rows = table(["", ""], report.machine)
    commands = "\n".join(f"    {line}" for line in report.commands)
    return f"## Machine, versions, commands\n\n{rows}\n{commands}\n"


def _requests(kind: str, results: Results, plan: Plan) -> str:
    title = f"## Requests, {kind}\n"
    explained = (
        f"{CONNECTIONS} connections, {plan.rounds} turns of {plan.seconds:g} s for each, access logs off, "
        f"{plan.parts} parts, a database of its own for each.\n"
        "Processor time is that of the server's process alone, per request.\n"
    )
    lines = [title, explained]
    for operation, by in results.items():
        lines.append(f"### {operation}\n")
        ours = by["partsbench"]
        head = ["", "requests/s", "p50 ms", "p99 ms", "CPU ms", "RSS MB", "our rate / its", "our CPU / its"]
        rows = [
            [
                name,
                spread([one.rate for one in samples], 0),
                f"{median(one.p50_ms for one in samples):.2f}",
                f"{median(one.p99_ms for one in samples):.1f}",
                spread([one.cpu_ms for one in samples], 2),
                f"{median(one.rss_mb for one in samples):.0f}",
                f"{ratio(ours, samples, rate):.2f}",
                f"{ratio(ours, samples, cpu):.2f}",
            ]
            for name, samples in by.items()
        ]
        lines.append(table(head, rows))
    return "\n".join(lines)


def _start(report: Report) -> str:
    if not report.starts:
        return ""
    lines = [
        "## Start\n",
        "From the start of the process to the first answer; partsbench's includes its readyz.\n",
    ]
    for kind, started in report.starts.items():
        rows = [[name, spread(one.seconds, 2), f"{median(one.rss_mb):.0f}"] for name, one in started.items()]
        lines.append(table([f"on {kind}", "seconds", "RSS MB"], rows))
    lines.append(
        f"Importing what `partsbench serve` needs: {spread(report.imports, 2)} s. Wheel: {report.wheel_kb:.0f} kB.\n"
    )
    return "\n".join(lines)


def _growth(report: Report) -> str:
    lines = ["## Growth\n", "Milliseconds for one request at a time, by the number of parts.\n"]
    for kind, growth in report.growth.items():
        sizes = sorted(next(iter(growth.values())))
        head = [f"on {kind}", *[f"{size:,}" for size in sizes], "largest / smallest"]
        rows = [
            [name, *[f"{by_size[size]:.2f}" for size in sizes], f"{factor(by_size):.1f}"]
            for name, by_size in growth.items()
        ]
        lines.append(table(head, rows))
        counts = [[f"`{name}`", *map(str, counted)] for name, counted in report.statements[kind].items()]
        lines.append(table([f"SQL statements on {kind}", "N=1", "N=10", "N=100"], counts))
    return "\n".join(lines)


def _profile(report: Report) -> str:
    lines = ["## Where the time goes\n"]
    if isinstance(report.profile, str):
        return "\n".join([*lines, report.profile + "\n"])
    lines.append("Share of the samples in which a place held the interpreter, by py-spy, on SQLite under load.\n")
    for operation, (packages, functions) in report.profile.items():
        lines += [
            f"**{operation}**, by package: {_shares(packages)}.\n",
            f"By function: {_shares(functions)}.\n",
        ]
    return "\n".join(lines)


def _shares(shares: Shares) -> str:
    return ", ".join(f"`{name}` {share:.0%}" for name, share in shares)
