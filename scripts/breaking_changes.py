"""What in a newer document would break a client that was written for an older one.

Redocly compares the two; here is added what this document promises beyond OpenAPI: each operation lists the error
codes it gives (``x-codes``), and clients are told to expect codes that they do not know.
"""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Document = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "patch", "head")
ROOT = Path(__file__).resolve().parents[1]


class ToolMissing(Exception):
    """A program that the check needs is not there; the message says how to get it."""


def redocly(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the Redocly of the checkout. Raises ToolMissing."""
    program = ROOT / "node_modules" / ".bin" / "redocly"
    if not program.exists():
        raise ToolMissing("Redocly is not installed: run `npm ci --ignore-scripts` in the checkout.")
    environment = {**os.environ, "REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    return subprocess.run(
        [str(program), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def breaking_changes(base: Document, revision: Document) -> list[str]:
    """One sentence for each breaking change, in a stable order; none when every client goes on working."""
    return sorted({*_structural(base, revision), *_codes_lost(base, revision)})


def _structural(base: Document, revision: Document) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        for name, document in (("base", base), ("revision", revision)):
            (Path(folder) / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
        ran = redocly("diff", "base.json", "revision.json", "--format", "json", folder=Path(folder))
    if ran.returncode not in (0, 1) or not ran.stdout.strip():
        raise ToolMissing(f"Redocly could not compare the documents: {ran.stderr.strip()}")
    for change in json.loads(ran.stdout)["changes"]:
        for verdict in change["verdicts"]:
            if verdict["impact"] == "major" and not _promised(verdict):
                yield f"{verdict['message']} ({change['path']})"


def _promised(verdict: dict[str, Any]) -> bool:
    """Whether clients were told to expect the change: the document says that new error codes may come."""
    pointer: str = verdict["location"]["pointer"]
    return verdict["ruleId"] == "enum-values-added" and pointer == "#/components/schemas/ErrorCode/enum"


def _codes_lost(base: Document, revision: Document) -> Iterator[str]:
    after = _codes(revision)
    for (operation, status), codes in _codes(base).items():
        for code in sorted(codes - after.get((operation, status), codes)):
            yield f"{operation} no longer answers {status} with the code {code}."


def _codes(document: Document) -> dict[tuple[str, str], set[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for item in document["paths"].values():
        for operation in (item[method] for method in METHODS if method in item):
            for status, response in operation["responses"].items():
                codes = _followed(document, response).get("x-codes")
                if codes:
                    found[operation["operationId"], status] = set(codes)
    return found


def _followed(document: Document, node: Document) -> Document:
    while "$ref" in node:
        _, section, name = node["$ref"].rsplit("/", 2)
        node = document["components"][section][name]
    return node
