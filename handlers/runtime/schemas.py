"""Compiled validators for the schemas of the document.

jsonschema-rs knows JSON Schema Draft 4 but not what OpenAPI 3.0 adds to it (nullable, readOnly, writeOnly), so the
components are translated once per direction: what a client may send, and what we may answer.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import jsonschema_rs

_COMPONENT_REF = re.compile(r"#/components/schemas/([^/]+)")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ANNOTATIONS = frozenset(
    {"nullable", "readOnly", "writeOnly", "example", "xml", "externalDocs", "deprecated", "description"}
)


class Direction(Enum):
    """Which way a value travels: readOnly members may not be sent, writeOnly ones may not be answered."""

    REQUEST = "readOnly"
    RESPONSE = "writeOnly"


@dataclass(frozen=True, slots=True)
class Violation:
    """One way in which a value breaks its schema. ``path`` leads to the offending member."""

    path: tuple[str | int, ...]
    code: str
    message: str

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer (RFC 6901)."""
        return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in self.path)


class Validator:
    """A schema of the document, compiled. Safe to share between threads."""

    def __init__(self, schema: dict[str, Any]) -> None:
        self._compiled = jsonschema_rs.Draft4Validator(schema, validate_formats=True, mask="The value")

    def is_valid(self, value: object) -> bool:
        """Whether ``value``, made of JSON types only, keeps the schema. The fast question: no reasons."""
        return self._compiled.is_valid(value)

    def violations(self, value: object) -> list[Violation]:
        """Every way in which ``value`` breaks the schema, in the order of the schema."""
        return [found for error in self._compiled.iter_errors(value) for found in _explain(error)]


class Validators:
    """Compiles schemas of one document, each once. Safe to share between threads."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._schemas: Mapping[str, Any] = document.get("components", {}).get("schemas", {})
        self._compiled: dict[tuple[str, Direction], Validator] = {}
        self._guard = threading.Lock()

    def compile(self, schema: Mapping[str, Any], direction: Direction) -> Validator:
        """The validator of ``schema``, which may refer to components."""
        key = (repr(schema), direction)
        with self._guard:
            if key not in self._compiled:
                components = {name: _translate(self._schemas[name], direction) for name in self._reachable(schema)}
                rooted = {"allOf": [_translate(schema, direction)], "components": {"schemas": components}}
                self._compiled[key] = Validator(rooted)
            return self._compiled[key]

    def properties(self, schema: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
        """The members of an object's schema, references followed."""
        members = self._followed(schema).get("properties", {})
        return {name: self._followed(member) for name, member in members.items()}

    def _followed(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in schema:
            schema = self._schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema

    def _reachable(self, schema: Any) -> set[str]:
        found: set[str] = set()
        waiting = list(_references(schema))
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(_references(self._schemas[name]))
        return found


def _references(schema: Any) -> Iterator[str]:
    if isinstance(schema, Mapping):
        match = _COMPONENT_REF.fullmatch(schema["$ref"]) if isinstance(schema.get("$ref"), str) else None
        if match:
            yield match.group(1)
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


def _translate(schema: Mapping[str, Any], direction: Direction) -> dict[str, Any]:
    """One OpenAPI 3.0 schema object as a Draft 4 schema."""
    out: dict[str, Any] = {}
    for keyword, value in schema.items():
        if keyword in _ANNOTATIONS or keyword.startswith("x-"):
            continue
        if keyword in {"allOf", "anyOf", "oneOf"}:
            out[keyword] = [_translate(part, direction) for part in value]
        elif keyword in {"items", "not"} or (keyword == "additionalProperties" and isinstance(value, Mapping)):
            out[keyword] = _translate(value, direction)
        elif keyword == "properties":
            out[keyword] = {name: _translate(part, direction) for name, part in value.items()}
        else:
            out[keyword] = value
    if schema.get("nullable"):
        _allow_null(out)
    _forbid_other_direction(schema, out, direction)
    return out


def _allow_null(out: dict[str, Any]) -> None:
    if "type" in out:
        out["type"] = [out["type"], "null"]
    if "enum" in out and None not in out["enum"]:
        out["enum"] = [*out["enum"], None]


def _forbid_other_direction(schema: Mapping[str, Any], out: dict[str, Any], direction: Direction) -> None:
    # OpenAPI 3.0.3, "Schema Object": `required` on a readOnly or writeOnly member holds in its own direction only.
    foreign = {name for name, part in schema.get("properties", {}).items() if part.get(direction.value)}
    if foreign:
        out["properties"] = {name: {"not": {}} if name in foreign else part for name, part in out["properties"].items()}
        required = [name for name in out.get("required", []) if name not in foreign]
        out.pop("required", None)
        if required:
            out["required"] = required


def _explain(error: jsonschema_rs.ValidationError) -> Iterator[Violation]:
    path = tuple(error.instance_path)
    facts = error.kind.as_dict()
    keyword = str(error.kind.name)
    code = re.sub(r"(?<=[a-z])([A-Z])", r"_\1", keyword).lower()
    if keyword == "required":
        yield Violation((*path, str(facts["property"])), code, "This member is required.")
    elif keyword == "additionalProperties":
        for name in facts["unexpected"]:
            yield Violation((*path, str(name)), "unexpected", "This member is not known here.")
    elif keyword == "pattern":
        yield Violation(path, code, "The value contains characters, or has a form, that are not allowed here.")
    else:
        yield Violation(path, code, f"{error.message}.")
