"""The document, routed by Connexion to the handlers."""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Mapping
from typing import Any

import flask
from connexion.apis.flask_api import FlaskApi
from connexion.apis.flask_utils import flaskify_endpoint, flaskify_path
from connexion.resolver import Resolution, Resolver
from werkzeug.exceptions import MethodNotAllowed

from handlers.runtime.answers import BASE_PATH
from handlers.runtime.operation import OperationView
from handlers.runtime.schemas import Validators
from openapi import METHODS


class TagResolver(Resolver):  # type: ignore[misc]  # Connexion ships no types.
    """Finds the function of an operation: module handlers.<tag>, function <operationId>."""

    def resolve(self, operation: Any) -> Resolution:
        (tag,) = operation._operation["tags"]
        module = importlib.import_module(f"handlers.{tag}")
        return Resolution(getattr(module, operation.operation_id), operation.operation_id)


class Api(FlaskApi):  # type: ignore[misc]  # Connexion ships no types.
    """Registers our view of each operation where Connexion would register its chain of decorators."""

    def __init__(self, document: dict[str, Any], **options: Any) -> None:
        self._document = document
        self._validators = Validators(document)
        self._beside_templates = _beside_templates(document["paths"])
        super().__init__(document, **options)
        for path in self._beside_templates:
            self._answer_other_methods(path)

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
        # Path parameters stay text here, so that a malformed one is answered with 400 and its name, not with 404.
        rule = flaskify_path(path, {})
        options = {"provide_automatic_options": False} if path in self._beside_templates else {}
        self.blueprint.add_url_rule(rule, flaskify_endpoint(operation.operation_id), view, methods=[method], **options)

    def _answer_other_methods(self, path: str) -> None:
        """Answer what Flask would otherwise answer for the template as well: OPTIONS, and methods there are none of."""
        declared = {method.upper() for method in METHODS & self._document["paths"][path].keys()} | {"OPTIONS"}
        allowed = sorted(declared | {"HEAD"} if "GET" in declared else declared)
        others = {method.upper() for method in METHODS} - set(allowed) | {"OPTIONS"}
        endpoint = f"other_methods_of_{path[1:].translate(_UNDOTTED)}"
        view = functools.partial(_answer_other_method, allowed)
        self.blueprint.add_url_rule(path, endpoint, view, methods=others, provide_automatic_options=False)


_UNDOTTED = str.maketrans("/.", "__")


def _beside_templates(paths: Mapping[str, Any]) -> set[str]:
    """The concrete paths that a template matches too, as /parts/{part_key} does /parts/with-locations.

    OpenAPI 3.0.3, "Paths Object": such a path is concrete and nothing else, so it has no methods of the template.
    """
    templates = [re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)) for path in paths if "{" in path]
    concrete = [path for path in paths if "{" not in path]
    return {path for path in concrete if any(template.fullmatch(path) for template in templates)}


def _answer_other_method(allowed: list[str]) -> flask.Response:
    if flask.request.method != "OPTIONS":
        raise MethodNotAllowed(valid_methods=allowed)
    response = flask.Response()
    response.allow.update(allowed)
    return response


def add_api(app: flask.Flask, document: dict[str, Any]) -> None:
    """Route every operation of ``document`` under /api of ``app``."""
    api = Api(
        document,
        base_path=BASE_PATH,
        resolver=TagResolver(),
        options={"swagger_ui": False, "serve_spec": False},
    )
    app.register_blueprint(api.blueprint)


__all__ = ["add_api"]
