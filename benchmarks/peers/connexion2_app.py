"""Stock Connexion 2.15: the document validates requests and responses, served by waitress."""

from __future__ import annotations

import connexion

from benchmarks.peers.document import measured_document

wrapped = connexion.FlaskApp(__name__, options={"swagger_ui": False})
wrapped.add_api(measured_document(), strict_validation=True, validate_responses=True, base_path="/api")
app = wrapped.app
