"""What of the document a run has reached, and what is excused from that.

A *place* is a status or a code of one operation, such as ``delete_type 409`` and ``delete_type TYPE_IN_USE``, a whole
operation, or a code alone, which counts as reached wherever it was seen.
"""

import contextlib
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

import openapi
from clients import Api
from services.kernel.errors import ErrorCode
from support.process import ServerProcess

UNREACHED = Path(__file__).parents[1] / "contract" / "unreached.toml"


@dataclass(frozen=True, order=True)
class Place:
    """Something that the document declares; an empty operation or name stands for what has none."""

    kind: str
    operation: str
    name: str = ""

    def __str__(self) -> str:
        return " ".join(word for word in (self.operation, self.name) if word)


class Reached:
    """What servers counted and tests saw."""

    def __init__(self) -> None:
        self._alive: set[str] = set()
        self._reports: dict[str, Mapping[str, Any]] = {}
        self._codes: Counter[Place] = Counter()

    @contextlib.contextmanager
    def watching(self, server: ServerProcess) -> Iterator[ServerProcess]:
        """Have a server in test mode counted, until the end of the block."""
        self._alive.add(server.url)
        try:
            yield server
            self._ask(server.url)
        finally:
            self._alive.discard(server.url)

    def see(self, response: httpx.Response) -> None:
        """Count the code of an answer that may have come before an operation was chosen."""
        self.see_code(response.json()["code"])

    def see_code(self, code: str) -> None:
        """Count a code wherever it was."""
        self._codes[Place("code", "", ErrorCode(code).value)] += 1

    def counts(self) -> Counter[Place]:
        """How often each place was reached until now."""
        for url in self._alive:
            self._ask(url)
        counts = Counter(self._codes)
        for report in self._reports.values():
            for place, count in _counted(report):
                counts[place] += count
        return counts

    def _ask(self, url: str) -> None:
        with Api.over_socket(url, timeout=30) as api:
            answer = api.get("/testing/coverage")
        assert answer.status_code == 200, answer.text
        self._reports[url] = answer.json()


def _counted(report: Mapping[str, Any]) -> Iterator[tuple[Place, int]]:
    for operation in report["operations"]:
        name = operation["operation_id"]
        yield Place("operation", name), operation["calls"]
        for status in operation["statuses"]:
            yield Place("status", name, status["name"]), status["count"]
        for code in operation["codes"]:
            yield Place("code", name, code["name"]), code["count"]
            yield Place("code", "", code["name"]), code["count"]


def declared_by(document: Mapping[str, Any]) -> Iterator[Place]:
    """Every place of the document."""
    components = document["components"]
    for item in document["paths"].values():
        for operation in item.values():
            if not isinstance(operation, dict) or "operationId" not in operation:
                continue
            name = operation["operationId"]
            yield Place("operation", name)
            for status, response in operation["responses"].items():
                yield Place("status", name, status)
                followed = components["responses"][response["$ref"].rsplit("/", 1)[1]] if "$ref" in response else {}
                yield from (Place("code", name, code) for code in followed.get("x-codes", ()))
    yield from (Place("code", "", code) for code in components["schemas"]["ErrorCode"]["enum"])


@dataclass(frozen=True)
class Excuse:
    """Why some places are not reached. Without names it is about whole operations; ``*`` stands for all of them."""

    reason: str
    operations: frozenset[str]
    statuses: frozenset[str]
    codes: frozenset[str]

    def covers(self, place: Place) -> bool:
        if place.operation not in self.operations and not (place.operation and "*" in self.operations):
            return False
        return place.name in (self.statuses if place.kind == "status" else self.codes)


def excuses(path: Path = UNREACHED) -> list[Excuse]:
    """The table of what is not reached."""
    listed = tomllib.loads(path.read_text(encoding="utf-8"))["unreached"]
    return [
        Excuse(
            entry["reason"],
            frozenset(entry.get("operations", [""])),
            frozenset(entry.get("statuses", [])),
            frozenset(entry.get("codes", [])),
        )
        for entry in listed
    ]


def summary(counts: Mapping[Place, int]) -> list[str]:
    """A few lines for people: how much of each kind was reached, and what the excuses are."""
    declared = list(declared_by(openapi.load(testing=True)))
    listed = excuses()
    kinds = Counter(_kind(place) for place in declared)
    found = Counter(_kind(place) for place in declared if counts.get(place))
    lines = [f"{found[kind]:5} of {kinds[kind]:4} {kind}" for kind in kinds]
    missing = [place for place in declared if not counts.get(place)]
    for excuse in listed:
        lines.append(f"{sum(map(excuse.covers, missing)):5} not reached: {excuse.reason}")
    unlisted = [place for place in missing if not any(excuse.covers(place) for excuse in listed)]
    return [*lines, *(f"      not reached and not listed: {place}" for place in sorted(unlisted))]


def _kind(place: Place) -> str:
    if place.kind == "code":
        return "codes of operations" if place.operation else "error codes"
    return "statuses of operations" if place.kind == "status" else "operations"
