"""What of the document a run has reached, and what is excused from that.

A *place* is a status or a code of one operation, such as ``delete_type 409`` and ``delete_type TYPE_IN_USE``, a whole
operation, or a code alone, which counts as reached wherever it was seen.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from clients import Api
from services.kernel.errors import ErrorCode

KINDS = {"status": "statuses", "code": "codes"}
UNREACHED = Path(__file__).parents[1] / "contract" / "unreached.toml"


@dataclass(frozen=True, order=True)
class Place:
    """Something that the document declares; an empty operation or name stands for what has none."""

    kind: str
    operation: str
    name: str = ""

    def __str__(self) -> str:
        return " ".join(word for word in (self.operation, self.name) if word)


@dataclass
class Reached:
    """Adds up what servers counted and what tests saw."""

    counts: Counter[Place] = field(default_factory=Counter)
    servers: int = 0

    def take_report(self, report: Mapping[str, Any]) -> None:
        """Add what one server tells about all of its sandboxes."""
        self.servers += 1
        for operation in report["operations"]:
            self.counts[Place("operation", operation["operation_id"])] += operation["calls"]
            for kind, key in KINDS.items():
                for counted in operation[key]:
                    self.counts[Place(kind, operation["operation_id"], counted["name"])] += counted["count"]
                    if kind == "code":
                        self.counts[Place("code", "", counted["name"])] += counted["count"]

    def take_code(self, code: str) -> None:
        """Add a code that no operation declares: the answer came before one was chosen, or a task carried it."""
        self.counts[Place("code", "", ErrorCode(code).value)] += 1

    def ask(self, url: str) -> None:
        """Add what the server at the URL has counted."""
        with Api.over_socket(url, timeout=30) as api:
            answer = api.get("/testing/coverage")
        assert answer.status_code == 200, answer.text
        self.take_report(answer.json())

    def see(self, response: httpx.Response) -> None:
        """Add the code of an answer that belongs to no operation."""
        self.take_code(response.json()["code"])

    def missing(self, declared: Iterable[Place]) -> list[Place]:
        return [place for place in declared if not self.counts[place]]


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
