"""Path, query, header and cookie parameters: from text to values, checked against the document."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import flask

from handlers.runtime.schemas import Direction, Validator, Validators

_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?")
_BOOLEANS = {"true": True, "false": False}
_ABSENT = object()

Problems = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter object of the document (OpenAPI 3.0.3), compiled."""

    name: str
    argument: str
    required: bool
    default: Any
    schema_type: str
    validator: Validator

    @classmethod
    def compile(cls, spec: Mapping[str, Any], schema: Mapping[str, Any], validators: Validators) -> Parameter:
        """``schema`` is the parameter's schema with a reference at its top already followed."""
        return cls(
            name=spec["name"],
            argument=spec["name"].replace("-", "_").lower(),
            required=spec.get("required", False),
            default=schema.get("default", _ABSENT),
            schema_type=schema.get("type", "string"),
            validator=validators.compile(schema, Direction.REQUEST),
        )

    def read(self, text: str | None, arguments: dict[str, Any], problems: Problems) -> None:
        """Put the value of ``text`` (None: not sent) into ``arguments``, or what is wrong with it into ``problems``."""
        if text is None:
            if self.required:
                problems.append(self._problem("required", "This parameter is required."))
            elif self.default is not _ABSENT:
                arguments[self.argument] = self.default
            return
        value = convert(text, self.schema_type)
        if value is _ABSENT:
            problems.append(self._problem("type", f"The value is not {_ARTICLES[self.schema_type]}."))
        elif self.validator.is_valid(value):
            arguments[self.argument] = value
        else:
            problems.extend(self._problem(found.code, found.message) for found in self.validator.violations(value))

    def _problem(self, code: str, message: str) -> dict[str, str]:
        return {"parameter": self.name, "code": code, "message": message}


_ARTICLES = {"integer": "a whole number", "number": "a number", "boolean": "true or false"}


def convert(text: str, schema_type: str) -> Any:
    """The value that ``text`` stands for, or a marker that equals nothing when it stands for none."""
    if schema_type == "integer":
        return int(text) if len(text) <= 40 and _INTEGER.fullmatch(text) else _ABSENT
    if schema_type == "number":
        return float(text) if len(text) <= 40 and _NUMBER.fullmatch(text) else _ABSENT
    if schema_type == "boolean":
        return _BOOLEANS.get(text, _ABSENT)
    return text


class Parameters:
    """All parameters of one operation."""

    def __init__(self, compiled: Mapping[str, list[Parameter]]) -> None:
        self._path = compiled.get("path", [])
        self._query = {parameter.name: parameter for parameter in compiled.get("query", [])}
        self._headers = compiled.get("header", [])
        self._cookies = compiled.get("cookie", [])
        self.query_names = frozenset(self._query)

    def read(self, path: Mapping[str, str], request: flask.Request) -> tuple[dict[str, Any], Problems]:
        """The arguments for the handler, and what is wrong with the request."""
        arguments: dict[str, Any] = {}
        problems: Problems = []
        for parameter in self._path:
            parameter.read(path[parameter.name], arguments, problems)
        if self._query or request.query_string:
            self._read_query(request, arguments, problems)
        for parameter in self._headers:
            parameter.read(request.headers.get(parameter.name), arguments, problems)
        for parameter in self._cookies:
            parameter.read(request.cookies.get(parameter.name), arguments, problems)
        return arguments, problems

    def _read_query(self, request: flask.Request, arguments: dict[str, Any], problems: Problems) -> None:
        if not request.query_string:
            for parameter in self._query.values():
                parameter.read(None, arguments, problems)
            return
        sent = request.args.to_dict(flat=False)
        for name, values in sent.items():
            if name not in self._query:
                problems.append(
                    {"parameter": name, "code": "unexpected", "message": "This parameter is not known here."}
                )
            elif len(values) > 1:
                problems.append({"parameter": name, "code": "repeated", "message": "This parameter may be given once."})
        for name, parameter in self._query.items():
            values = sent.get(name, [])
            if len(values) <= 1:
                parameter.read(values[0] if values else None, arguments, problems)
