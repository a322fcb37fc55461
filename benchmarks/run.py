"""Run every section and write RESULTS.md; ``benchmarks/run.sh`` prepares the environments and calls this."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import goals
from benchmarks.contenders import Contender, contenders, reading_operations
from benchmarks.databases import Databases, durable_postgres, write_document
from benchmarks.growth_section import run_growth, statements
from benchmarks.machine import describe
from benchmarks.plan import FULL, QUICK
from benchmarks.profile_section import run_profile
from benchmarks.report import Report, render
from benchmarks.requests_section import run_requests
from benchmarks.start_section import import_seconds, run_start
from services.setup import setup_types
from support import postgres

HERE = Path(__file__).resolve().parent
SECTIONS = ("requests", "start", "growth", "profile", "validation", "reset", "streams")
OTHER_SECONDS = 900.0


@dataclass(frozen=True, slots=True)
class OtherProgram:
    """A section that is a program of its own; what it prints goes into the results as it is."""

    title: str
    full: tuple[str, ...]
    quick: tuple[str, ...]


OTHER_PROGRAMS = {
    "validation": OtherProgram("What validation costs", (), ("--rounds", "1", "--requests", "10")),
    "reset": OtherProgram("Reset and sandboxes", ("--rounds", "200"), ("--rounds", "3")),
    "streams": OtherProgram("Streams", (), ("--readers", "10", "--requests", "50")),
}


class Run:
    """One run over both databases."""

    def __init__(self, options: argparse.Namespace, scratch: Path, admin_url: str) -> None:
        self.options = options
        self.sections = options.only or SECTIONS
        self.plan = QUICK if options.quick else FULL
        self.scratch = scratch
        self.admin_url = admin_url
        self.everybody = contenders(options.connexion3)
        self._begin = time.monotonic()
        with postgres.connect(admin_url) as connection:
            postgres_version = str(connection.info.server_version // 10_000)
        self.report = Report(
            plan=self.plan,
            commands=[
                f"benchmarks/run.sh{' --quick' if options.quick else ''}",
                *_without_places(self.everybody),
            ],
            machine=describe(options.connexion3, postgres_version),
        )

    def say(self, text: str) -> None:
        print(f"{time.monotonic() - self._begin:6.0f} s  {text}", file=sys.stderr, flush=True)

    def everything(self) -> Report:
        """Every section, on SQLite and then on PostgreSQL."""
        for databases in (Databases(self.scratch), Databases(self.scratch, self.admin_url)):
            self._measure(databases)
        for name, program in OTHER_PROGRAMS.items():
            if name in self.sections:
                self._call(name, program)
        return self.report

    def _measure(self, databases: Databases) -> None:
        kind, partsbench, report = databases.kind, self.everybody[0], self.report
        shared = (self.plan, self.scratch, self.say)
        if "requests" in self.sections:
            report.requests[kind] = run_requests(databases, self.everybody, *shared)
            report.goals += goals.request_goals(kind, report.requests[kind])
        if "start" in self.sections:
            # The database makes little of a difference to the others.
            starting = [partsbench] if self.options.quick and report.starts else self.everybody
            report.starts[kind] = run_start(databases, starting, *shared)
            report.goals.append(goals.start_goal(kind, report.starts[kind]["partsbench"].seconds))
            report.imports = report.imports or import_seconds(self.plan.starts, self.scratch)
            report.wheel_kb = Path(self.options.wheel).stat().st_size / 1024
        if "growth" in self.sections:
            report.growth[kind] = run_growth(databases, partsbench, *shared)
            report.statements[kind] = statements(databases.copy(self.plan.parts))
            report.goals += goals.growth_goals(kind, report.growth[kind])
            report.goals += goals.statement_goals(kind, report.statements[kind])
        if "profile" in self.sections and kind == "sqlite":
            operations = reading_operations(range(1, len(setup_types()) + 1))[: self.plan.profiled]
            report.profile = run_profile(databases, partsbench, operations, *shared)

    def _call(self, name: str, program: OtherProgram) -> None:
        """Run the program of a section and keep what it prints."""
        arguments = program.quick if self.options.quick else program.full
        command = [sys.executable, "-m", f"benchmarks.{name}", *arguments]
        outcome = subprocess.run(command, cwd=HERE.parent, stdout=subprocess.PIPE, text=True, timeout=OTHER_SECONDS)
        if outcome.returncode:
            raise RuntimeError(f"benchmarks/{name}.py ended with {outcome.returncode}")
        shown = " ".join(["python -m", f"benchmarks.{name}", *arguments])
        self.report.others[program.title] = f"`{shown}`\n\n```text\n{outcome.stdout.strip()}\n```"
        self.say(name)


def _without_places(everybody: Sequence[Contender]) -> list[str]:
    """The commands of the contenders, without the folders of this machine."""
    return [" ".join([Path(one.command[0]).name, *one.command[1:]]) for one in everybody]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure partsbench beside its peers.")
    parser.add_argument("--quick", action="store_true", help="a rough picture in under two minutes")
    parser.add_argument("--only", action="append", choices=SECTIONS, help="one section (may be repeated)")
    parser.add_argument("--output", type=Path, default=HERE / "RESULTS.md", help="where the results go")
    parser.add_argument("--connexion3", required=True, help="the interpreter of Connexion 3's environment")
    parser.add_argument("--wheel", required=True, help="the wheel that is installed")
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory(prefix="partsbench-benchmarks-") as folder,
        durable_postgres() as admin_url,
    ):
        scratch = Path(folder)
        write_document(scratch)
        report = Run(options, scratch, admin_url).everything()
    options.output.write_text(render(report))
    met = sum(goal.met for goal in report.goals)
    print(f"{met} of {len(report.goals)} goals met: see {options.output.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
