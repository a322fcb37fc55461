"""partsbench's own document, cut down to the operations that are measured, for the Connexion peers."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

HANDLERS = "benchmarks.peers.marshmallow_handlers"
KEPT = {
    "/health/healthz": {"get"},
    "/types": {"get", "post"},
    "/types/{type_id}": {"get"},
    "/parts": {"get"},
    "/inventory/parts/{part_key}/stock": {"post"},
}


def measured_document() -> dict[str, Any]:
    """The document at OPENAPI_DOCUMENT without the other paths, its handlers named."""
    document: dict[str, Any] = json.loads(Path(os.environ["OPENAPI_DOCUMENT"]).read_text())
    document["paths"] = {path: _kept(item, KEPT[path]) for path, item in document["paths"].items() if path in KEPT}
    return document


def _kept(item: dict[str, Any], methods: set[str]) -> dict[str, Any]:
    kept = {name: part for name, part in item.items() if name in methods or name == "parameters"}
    for method in methods:
        kept[method] = {**kept[method], "operationId": f"{HANDLERS}.{kept[method]['operationId']}"}
        # The peers have errors of their own, which are not measured.
        successes = {
            status: _without_correlation(response)
            for status, response in kept[method]["responses"].items()
            if status.startswith("2")
        }
        kept[method]["responses"] = successes
    return kept


def _without_correlation(response: dict[str, Any]) -> dict[str, Any]:
    """The response without the correlation id, which the peers do without, and without links."""
    headers = {name: one for name, one in response.get("headers", {}).items() if name != "X-Request-ID"}
    return {name: part for name, part in response.items() if name != "links"} | {"headers": headers}
