"""Faults on purpose: rules that make an operation answer what the document says it may, late, or not at all."""

from __future__ import annotations

import random
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from services.testing.errors import NotDeclared


@dataclass(frozen=True, slots=True)
class StreamFault:
    """After how many events a stream breaks off or falls silent, and how many of the first are sent twice."""

    close_after: int | None = None
    stall: int | None = None
    duplicate: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A refusal to give in place of the real answer."""

    status: int
    code: str


@dataclass(slots=True)
class Rule:
    """What happens to an operation, and how often: ``times`` counts down, None is for ever."""

    operation_id: str
    phase: str = "before"
    times: int | None = None
    probability: float | None = None
    respond: Answer | None = None
    delay_ms: int | None = None
    drop_connection: bool = False
    stream: StreamFault | None = None
    injected: int = 0
    number: int = 0


class Declared:
    """Which refusals each operation of the document may give."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self._codes: dict[str, dict[int, list[str]]] = {}
        self._streams: set[str] = set()
        for item in document["paths"].values():
            for operation in item.values():
                if isinstance(operation, dict) and "testing" not in operation.get("tags", ["testing"]):
                    self._read(operation)

    def knows(self, operation_id: str) -> bool:
        """Whether faults may be injected into this operation: not into those of test mode itself."""
        return operation_id in self._codes

    def answer(self, operation_id: str, status: int, code: str | None, pointer: str | None) -> Answer:
        """The refusal with that status, and by default the first of its codes. Raises NotDeclared."""
        codes = self._codes.get(operation_id, {}).get(status, [])
        if code is None and codes:
            return Answer(status, codes[0])
        if code is not None and code in codes:
            return Answer(status, code)
        asked = f"{status} {code}" if code else str(status)
        raise NotDeclared(f"The document does not declare {asked} for {operation_id}", pointer=pointer)

    def require(self, operation_id: str, pointer: str, *, stream: bool) -> None:
        """Raises NotDeclared unless there is such an operation, and with ``stream`` one that streams events."""
        if operation_id not in self._codes:
            raise NotDeclared(f"There is no operation {operation_id} that faults can be injected into", pointer=pointer)
        if stream and operation_id not in self._streams:
            raise NotDeclared(f"{operation_id} does not stream events", pointer=pointer)

    def _read(self, operation: Mapping[str, Any]) -> None:
        name = operation["operationId"]
        codes = self._codes[name] = {}
        for status, response in operation["responses"].items():
            followed = self._follow(response)
            if "text/event-stream" in followed.get("content", {}):
                self._streams.add(name)
            if status.isdigit() and int(status) >= 400:
                codes[int(status)] = list(followed.get("x-codes", []))

    def _follow(self, node: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in node:
            _, _, section, name = node["$ref"].split("/")
            node = self._document["components"][section][name]
        return node


class Faults:
    """The rules of one sandbox. Safe to share between threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._rules: list[Rule] = []
        self._random = random.Random()

    def replace(self, rules: list[Rule]) -> None:
        """These rules instead of those there were."""
        with self._guard:
            self._rules = rules
            for number, rule in enumerate(rules):
                rule.number = number

    def seed(self, seed: int | str | None) -> None:
        """Make what depends on probability reproducible, or random again with None."""
        with self._guard:
            self._random = random.Random(seed)

    def rules(self) -> list[dict[str, Any]]:
        """The rules as they stand, each with how often it was injected."""
        with self._guard:
            return [_told(asdict(rule)) for rule in self._rules]

    def due(self, operation_id: str) -> list[Rule]:
        """The rules that apply to this call of the operation, which uses them up by one."""
        with self._guard:
            due = [rule for rule in self._rules if rule.operation_id == operation_id and self._applies(rule)]
            for rule in due:
                rule.injected += 1
            return due

    def _applies(self, rule: Rule) -> bool:
        if rule.times is not None and rule.injected >= rule.times:
            return False
        return rule.probability is None or self._random.random() < rule.probability


def rules_from(body: Mapping[str, Any], declared: Declared) -> list[Rule]:
    """The rules of a request's body. Raises NotDeclared where one asks for what the document does not declare."""
    return [_rule(f"/rules/{number}", entry, declared) for number, entry in enumerate(body["rules"])]


def _rule(pointer: str, entry: Mapping[str, Any], declared: Declared) -> Rule:
    values = dict(entry)
    respond, stream = values.pop("respond", None), values.pop("stream", None)
    name = values["operation_id"]
    declared.require(name, f"{pointer}/operation_id", stream=stream is not None)
    if respond is not None:
        where = f"{pointer}/respond"
        values["respond"] = declared.answer(name, respond["status"], respond.get("code"), where)
    if stream is not None:
        values["stream"] = StreamFault(**stream)
    return Rule(**values)


def _told(rule: dict[str, Any]) -> dict[str, Any]:
    """What a rule says; what it does not say is left out."""
    del rule["number"]
    return {
        name: {inner: part for inner, part in value.items() if part is not None} if isinstance(value, dict) else value
        for name, value in rule.items()
        if value is not None
    }
