"""The document, routed by Connexion to the handlers."""

from __future__ import annotations

import functools
import importlib
import re
from typing import Any, NoReturn

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
        super().__init__(document, **options)
        self._refuse_methods_of_templates()

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
        self.blueprint.add_url_rule(rule, flaskify_endpoint(operation.operation_id), view, methods=[method])

    def _refuse_methods_of_templates(self) -> None:
        """Keep a concrete path from lending itself to a template that matches it as well, as /parts/{part_key} does
        /parts/with-locations (OpenAPI 3.0.3, "Paths Object": concrete ones are matched first).
        """
        paths = self._document["paths"]
        templates = [re.compile(re.sub(r"\{[^}]+\}", "[^/]+", path)) for path in paths if "{" in path]
        for path, item in paths.items():
            if "{" in path or not any(template.fullmatch(path) for template in templates):
                continue
            declared = {method.upper() for method in METHODS & item.keys()}
            others = {method.upper() for method in METHODS} - declared - {"HEAD", "OPTIONS"}
            view = functools.partial(_refuse_method, sorted(declared | {"HEAD", "OPTIONS"}))
            self.blueprint.add_url_rule(path, f"other_methods_of_{path[1:].replace('.', '_')}", view, methods=others)


def _refuse_method(allowed: list[str]) -> NoReturn:
    raise MethodNotAllowed(valid_methods=allowed)


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
