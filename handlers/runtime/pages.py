"""What is served beside the operations: the page for people, the document itself and Swagger UI."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import flask
import orjson
import swagger_ui_bundle

from handlers.runtime.answers import BASE_PATH
from openapi import TESTING

_SWAGGER_UI = Path(swagger_ui_bundle.swagger_ui_path)

_DOCS_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>partsbench API</title>
  <link rel="icon" href="docs/favicon-32x32.png">
  <link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
  <div id="swagger-ui"></div>
  <script src="docs/swagger-ui-bundle.js"></script>
  <script src="docs/start.js"></script>
</body>
</html>
"""

_DOCS_SCRIPT = """window.ui = SwaggerUIBundle({
  url: "openapi.json",
  dom_id: "#swagger-ui",
  deepLinking: true,
  tryItOutEnabled: true,
  displayRequestDuration: true,
  validatorUrl: null,
});
"""

_PAGE_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
}

_PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)

_MODE = b'name="partsbench-mode" content="%s"'


def install(app: flask.Flask, document: Mapping[str, Any]) -> None:
    """Serve the page at /, ``document`` at /api/openapi.json and Swagger UI at /api/docs."""
    testing = any(tag["name"] == TESTING for tag in document.get("tags", []))
    _install_page(app, testing=testing)
    _install_document(app, document)


def _install_page(app: flask.Flask, *, testing: bool) -> None:
    """Serve the built page. Only names that were built exist, so no name can lead out of the folder."""
    contents = dict(_built(files("handlers") / "page"))
    if testing:
        contents["index.html"] = contents["index.html"].replace(_MODE % b"production", _MODE % b"testing")

    def page_file(filename: str = "index.html") -> flask.Response:
        if filename not in contents:
            flask.abort(404)
        response = flask.Response(contents[filename], content_type=_PAGE_TYPES[Path(filename).suffix])
        response.headers["X-Content-Type-Options"] = "nosniff"
        if filename.startswith("assets/"):
            # The name carries a hash of the content, so what is behind it never changes (RFC 8246).
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
            return response
        response.headers["Cache-Control"] = "no-cache"
        response.headers["Content-Security-Policy"] = _PAGE_POLICY
        response.headers["Referrer-Policy"] = "no-referrer"
        response.add_etag()
        response.make_conditional(flask.request)
        return response

    def asset(name: str) -> flask.Response:
        return page_file(f"assets/{name}")

    app.add_url_rule("/", view_func=page_file)
    app.add_url_rule("/icon.svg", view_func=page_file, defaults={"filename": "icon.svg"})
    app.add_url_rule("/assets/<name>", view_func=asset)


def _built(folder: Traversable, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _built(entry, f"{prefix}{entry.name}/")
        elif Path(entry.name).suffix in _PAGE_TYPES:
            yield prefix + entry.name, entry.read_bytes()


def _install_document(app: flask.Flask, document: Mapping[str, Any]) -> None:
    encoded = orjson.dumps(document)

    def openapi_json() -> flask.Response:
        return flask.Response(encoded, content_type="application/json")

    def docs() -> flask.Response:
        return flask.Response(_DOCS_PAGE, content_type="text/html; charset=utf-8")

    def docs_script() -> flask.Response:
        return flask.Response(_DOCS_SCRIPT, content_type="text/javascript; charset=utf-8")

    def docs_file(filename: str) -> flask.Response:
        return flask.send_from_directory(_SWAGGER_UI, filename)

    app.add_url_rule(f"{BASE_PATH}/openapi.json", view_func=openapi_json)
    app.add_url_rule(f"{BASE_PATH}/docs", view_func=docs)
    app.add_url_rule(f"{BASE_PATH}/docs/start.js", view_func=docs_script)
    app.add_url_rule(f"{BASE_PATH}/docs/<path:filename>", view_func=docs_file)
