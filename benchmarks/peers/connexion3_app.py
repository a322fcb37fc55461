"""Connexion 3 on its own ASGI application, validating requests and responses, served by uvicorn."""

from __future__ import annotations

import connexion
from connexion.options import SwaggerUIOptions

from benchmarks.peers.document import measured_document

app = connexion.AsyncApp(__name__, swagger_ui_options=SwaggerUIOptions(swagger_ui=False))
app.add_api(measured_document(), strict_validation=True, validate_responses=True, base_path="/api")
