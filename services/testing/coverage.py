"""Which parts of the document a run has touched, and which it never did."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

KINDS = ("statuses", "codes", "parameters", "request_properties", "response_properties")
_METHODS = frozenset({"get", "put", "post", "delete", "patch"})
_DEPTH = 6

Schema = Mapping[str, Any]


@dataclass(slots=True)
class Operation:
    """What there is to touch of one operation. Properties are named by where they stand: ``seller.name``."""

    operation_id: str
    method: str
    path: str
    tag: str
    declared: dict[str, list[str]]
    request_schema: Schema | None = None
    response_schemas: dict[int, Schema] = field(default_factory=dict)
    header_names: list[str] = field(default_factory=list)


class Inventory:
    """Everything there is to touch in a document; made once, shared by every count."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document
        self.operations = {operation.operation_id: operation for operation in self._read()}

    def header_names(self, operation_id: str) -> list[str]:
        """The headers that an operation takes as parameters."""
        return self.operations[operation_id].header_names

    def properties(self, schema: Schema | None, prefix: str = "", depth: int = _DEPTH) -> Iterator[str]:
        """The name of every property that a schema describes, those of its parts included."""
        if schema is None or depth == 0:
            return
        schema = self._follow(schema)
        for part in schema.get("allOf", ()):
            yield from self.properties(part, prefix, depth)
        if "items" in schema:
            yield from self.properties(schema["items"], prefix, depth)
        for name, part in schema.get("properties", {}).items():
            yield f"{prefix}{name}"
            yield from self.properties(part, f"{prefix}{name}.", depth - 1)

    def _read(self) -> Iterator[Operation]:
        for path, item in self._document["paths"].items():
            for method in sorted(_METHODS & item.keys()):
                yield self._operation(method, path, item.get("parameters", []), item[method])

    def _operation(self, method: str, path: str, shared: list[Any], spec: Mapping[str, Any]) -> Operation:
        parameters = [self._follow(parameter) for parameter in [*shared, *spec.get("parameters", [])]]
        answers = {status: self._follow(response) for status, response in spec["responses"].items()}
        body = self._follow(spec["requestBody"]) if "requestBody" in spec else {}
        request_schema = body.get("content", {}).get("application/json", {}).get("schema")
        schemas = {
            int(status): answer["content"]["application/json"]["schema"]
            for status, answer in answers.items()
            if "application/json" in answer.get("content", {})
        }
        declared = {
            "statuses": list(answers),
            "codes": list(dict.fromkeys(code for answer in answers.values() for code in answer.get("x-codes", []))),
            "parameters": [parameter["name"] for parameter in parameters],
            "request_properties": list(dict.fromkeys(self.properties(request_schema))),
            "response_properties": list(
                dict.fromkeys(name for schema in schemas.values() for name in self.properties(schema))
            ),
        }
        headers = [parameter["name"] for parameter in parameters if parameter["in"] == "header"]
        return Operation(
            spec["operationId"], method.upper(), path, spec["tags"][0], declared, request_schema, schemas, headers
        )

    def _follow(self, node: Any) -> Any:
        while "$ref" in node:
            _, _, section, name = node["$ref"].split("/")
            node = self._document["components"][section][name]
        return node


class Coverage:
    """Counts touches. Safe to share between threads."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._guard = threading.Lock()
        self._calls: Counter[str] = Counter()
        self._touched: dict[str, dict[str, Counter[str]]] = {}

    def clear(self) -> None:
        """Begin to count anew."""
        with self._guard:
            self._calls.clear()
            self._touched.clear()

    def note_request(self, operation_id: str, parameters: Iterable[str], body: Any) -> None:
        """An operation was called with these parameters and this body."""
        members = set(_members(body))
        with self._guard:
            self._calls[operation_id] += 1
            self._count(operation_id, "parameters", parameters)
            self._count(operation_id, "request_properties", members)

    def note_response(self, operation_id: str, status: int, body: Any) -> None:
        """An operation answered."""
        with self._guard:
            self._count(operation_id, "statuses", [str(status)])
            if status >= 400 and isinstance(body, dict) and "code" in body:
                self._count(operation_id, "codes", [body["code"]])
            elif status < 400:
                self._count(operation_id, "response_properties", set(_members(body)))

    def report(self, sandbox: str | None) -> dict[str, Any]:
        """Every operation with what was touched of it and how often; 0 is never. Sandbox None is all of them."""
        with self._guard:
            operations = [self._report(operation) for operation in self._inventory.operations.values()]
        kinds = {kind: _share([entry for one in operations for entry in one[kind]]) for kind in KINDS}
        called = {"touched": sum(one["calls"] > 0 for one in operations), "declared": len(operations)}
        return {"sandbox": sandbox, "summary": {"operations": called, **kinds}, "operations": operations}

    def _report(self, operation: Operation) -> dict[str, Any]:
        touched = self._touched.get(operation.operation_id, {})
        counted = {
            kind: [{"name": name, "count": touched.get(kind, Counter())[name]} for name in operation.declared[kind]]
            for kind in KINDS
        }
        return {
            "operation_id": operation.operation_id,
            "method": operation.method,
            "path": operation.path,
            "tag": operation.tag,
            "calls": self._calls[operation.operation_id],
            **counted,
        }

    def _count(self, operation_id: str, kind: str, names: Iterable[str]) -> None:
        self._touched.setdefault(operation_id, {}).setdefault(kind, Counter()).update(names)


def _share(entries: list[dict[str, Any]]) -> dict[str, int]:
    return {"touched": sum(entry["count"] > 0 for entry in entries), "declared": len(entries)}


def _members(value: Any, prefix: str = "", depth: int = _DEPTH) -> Iterator[str]:
    """The names of the members of a JSON value, as ``Inventory.properties`` writes them."""
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _members(item, prefix, depth)
    elif isinstance(value, dict):
        for name, part in value.items():
            yield f"{prefix}{name}"
            if isinstance(part, (dict, list)):
                yield from _members(part, f"{prefix}{name}.", depth - 1)
