"""Connexion 3 on its own ASGI application, validating requests and responses, served by uvicorn."""

from __future__ import annotations

import connexion

from benchmarks.peers.document import measured_document

app = connexion.AsyncApp(__name__)
app.add_api(measured_document(), strict_validation=True, validate_responses=True, base_path="/api")
