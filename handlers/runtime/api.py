"""The document, routed by Connexion to the handlers."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterable
from typing import Any

import flask
from werkzeug.routing import BaseConverter, Map

from handlers.runtime.answers import BASE_PATH
from handlers.runtime.connexion_for_flask import FlaskApi, Resolution, Resolver, flaskify_endpoint
from handlers.runtime.operation import OperationView
from handlers.runtime.schemas import Validators
from openapi import METHODS

_ANY_RESPONSE = {"default": {"description": "What the document declares."}}


class TagResolver(Resolver):  # type: ignore[misc]  # Connexion ships no types.
    """Finds the function of an operation: module handlers.<tag>, function <operationId>."""

    def resolve(self, operation: Any) -> Resolution:
        (tag,) = operation._operation["tags"]
        module = importlib.import_module(f"handlers.{tag}")
        return Resolution(getattr(module, operation.operation_id), operation.operation_id)


class StepBeside(BaseConverter):
    """One step of a path: any text but those that other paths of the document spell out in its place.

    Otherwise PUT /parts/with-locations, which nobody declared, would be taken for a change of the part of that name.
    """

    def __init__(self, url_map: Map, *spelled_out: str) -> None:
        super().__init__(url_map)
        if spelled_out:
            self.regex = f"(?!(?:{'|'.join(map(re.escape, spelled_out))})(?:/|$))[^/]+"


def rule_of(path: str, paths: Iterable[str]) -> str:
    """The rule for Werkzeug of a path of the document.

    Parameters stay text here, so that a malformed one is answered with 400 and its name, not with 404.
    """
    return "/".join(
        _step(place, path.split("/"), [other.split("/") for other in paths]) for place in range(path.count("/") + 1)
    )


def _step(place: int, own: list[str], others: list[list[str]]) -> str:
    if not own[place].startswith("{"):
        return own[place]
    beside = {other[place] for other in others if other[:place] == own[:place] and len(other) > place}
    spelled_out = ",".join(f'"{step}"' for step in sorted(beside) if not step.startswith("{"))
    return f"<beside({spelled_out}):{own[place][1:-1]}>"


class Api(FlaskApi):  # type: ignore[misc]  # Connexion ships no types.
    """Registers our view of each operation where Connexion would register its chain of decorators."""

    def __init__(self, document: dict[str, Any], **options: Any) -> None:
        self._document = document
        self._validators = Validators(document)
        super().__init__(_routes(document), **options)

    def add_openapi_json(self) -> None:
        """Left out: ``handlers.runtime.pages`` serves the document, encoded once."""

    def add_openapi_yaml(self) -> None:
        """Left out with the JSON form."""

    def _add_operation_internal(self, method: str, path: str, operation: Any) -> None:
        view = OperationView(
            operation.operation_id,
            operation._resolution.function,
            self._document["paths"][path][method],
            self._document["paths"][path].get("parameters", []),
            self._document,
            self._validators,
        )
        rule = rule_of(path, self._document["paths"])
        self.blueprint.add_url_rule(rule, flaskify_endpoint(operation.operation_id), view, methods=[method])


def _routes(document: dict[str, Any]) -> dict[str, Any]:
    """The document cut down to what Connexion needs in order to route.

    Connexion resolves every reference and checks the whole against the schema of OpenAPI, at every start and for a
    third of a second; the views compile the document itself, and ``tox -e spec`` checks it once for all.
    """
    kept = {
        path: {
            method: {"tags": operation["tags"], "operationId": operation["operationId"], "responses": _ANY_RESPONSE}
            for method, operation in item.items()
            if method in METHODS
        }
        for path, item in document["paths"].items()
    }
    return {"openapi": document["openapi"], "info": document["info"], "paths": kept}


def add_api(app: flask.Flask, document: dict[str, Any]) -> None:
    """Route every operation of ``document`` under /api of ``app``."""
    api = Api(
        document,
        base_path=BASE_PATH,
        resolver=TagResolver(),
        options={"swagger_ui": False, "serve_spec": False},
    )
    app.url_map.converters["beside"] = StepBeside
    app.register_blueprint(api.blueprint)


__all__ = ["add_api"]
