"""What is served beside the operations: the document itself and Swagger UI."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import flask
import orjson
import swagger_ui_bundle

from handlers.runtime.answers import BASE_PATH

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


def install(app: flask.Flask, document: Mapping[str, Any]) -> None:
    """Serve ``document`` at /api/openapi.json and Swagger UI at /api/docs."""
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
