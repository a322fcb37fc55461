"""One operation of the document as one Flask view.

The view is compiled once, when Connexion registers the operation: parameters and body are checked against the
document, the handler is called, its answer is checked, and the unit of work is settled by the answer's status.
Connexion's own chain of decorators does the same with a copy of the request and an interpreted schema per call;
docs/decisions/002 has the measurements.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

import flask
import orjson

from handlers.runtime import context
from handlers.runtime.bodies import JSON, MAX_BODY_BYTES, Body
from handlers.runtime.errors import RequestRefused
from handlers.runtime.parameters import Parameter, Parameters
from handlers.runtime.schemas import Direction, Validator, Validators
from services.kernel.errors import ErrorCode

logger = logging.getLogger("partsbench.contract")


class ContractMismatch(Exception):
    """The service is about to answer something that the document does not declare: a bug of ours."""


class OperationView:
    """The view of one operation; Flask calls it with the path parameters as text."""

    def __init__(
        self,
        operation_id: str,
        handler: Callable[..., Any],
        spec: Mapping[str, Any],
        path_parameters: list[Mapping[str, Any]],
        document: Mapping[str, Any],
        validators: Validators,
    ) -> None:
        self.__name__ = operation_id
        self.operation_id = operation_id
        self._handler = handler
        self._document = document
        self._validators = validators
        self._parameters = self._compile_parameters([*path_parameters, *spec.get("parameters", [])])
        self.query_names = self._parameters.query_names
        body = self._resolve(spec["requestBody"]) if "requestBody" in spec else None
        self._body = Body(body, validators, spec.get("x-max-body-bytes", MAX_BODY_BYTES)) if body else None
        self._responses = {
            int(status): self._response(self._resolve(response))
            for status, response in spec["responses"].items()
            if status.isdigit()
        }

    def __call__(self, **path: str) -> flask.Response:
        request = flask.request
        arguments, problems = self._parameters.read(path, request)
        if self._body is not None:
            arguments["body"] = self._body.read(request, problems)
        if problems:
            raise RequestRefused(ErrorCode.VALIDATION_FAILED, _summary(problems), problems)
        response = self._respond(self._handler(**arguments))
        context.settle(response.status_code)
        return response

    def _respond(self, answer: Any) -> flask.Response:
        if isinstance(answer, flask.Response):
            return answer
        value, status, headers = _unpack(answer)
        if status not in self._responses:
            self._mismatch(f"{self.operation_id} answered {status}, which the document does not declare")
        media_type, validator = self._responses.get(status, (JSON, None))
        if validator is not None and not validator.is_valid(value):
            reasons = "; ".join(f"{found.pointer or '/'}: {found.message}" for found in validator.violations(value))
            self._mismatch(f"{self.operation_id} answered {status} with a body that breaks the document: {reasons}")
        if value is None:
            response = flask.Response(status=status, headers=headers)
            del response.headers["Content-Type"]
            return response
        return flask.Response(orjson.dumps(value), status, headers, content_type=media_type)

    def _mismatch(self, message: str) -> None:
        """Fail where the contract is enforced; in production a person is better served by the answer."""
        runtime = context.runtime()
        if runtime.enforce_contract:
            raise ContractMismatch(message)
        runtime.contract_mismatches += 1
        logger.error("%s (mismatch %d of this process)", message, runtime.contract_mismatches)

    def _compile_parameters(self, specs: list[Mapping[str, Any]]) -> Parameters:
        compiled: dict[str, list[Parameter]] = {}
        for unresolved in specs:
            spec = self._resolve(unresolved)
            schema = self._resolve(spec["schema"])
            compiled.setdefault(spec["in"], []).append(Parameter.compile(spec, schema, self._validators))
        return Parameters(compiled)

    def _response(self, spec: Mapping[str, Any]) -> tuple[str | None, Validator | None]:
        content = spec.get("content", {})
        if not content:
            return None, None
        media_type, media = next(iter(content.items()))
        is_json = media_type == JSON or media_type.endswith("+json")
        return media_type, self._validators.compile(media["schema"], Direction.RESPONSE) if is_json else None

    def _resolve(self, spec: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in spec:
            target: Any = self._document
            for step in spec["$ref"].removeprefix("#/").split("/"):
                target = target[step]
            spec = target
        return spec


def _unpack(answer: Any) -> tuple[Any, int, Mapping[str, str] | None]:
    if not isinstance(answer, tuple):
        return answer, 200, None
    value, status, *headers = answer
    return value, status, headers[0] if headers else None


def _summary(problems: list[dict[str, str]]) -> str:
    found = list(dict.fromkeys(_place(problem) for problem in problems))
    more = f" and {len(found) - 5} more" if len(found) > 5 else ""
    return f"The request is not valid: look at {', '.join(found[:5])}{more}"


def _place(problem: dict[str, str]) -> str:
    if "parameter" in problem:
        return problem["parameter"] or "the parameter without a name"
    return problem["pointer"] or "the body"
