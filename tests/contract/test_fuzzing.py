"""Schemathesis over every operation: in process as in production, and against a running server on each database.

It is deterministic; CONTRACT_EXAMPLES raises the number of examples for a longer look. What it finds becomes a plain
test in tests/api before it is mended.
"""

from collections.abc import Iterator
from typing import Any

import flask
import pytest
import schemathesis

import openapi
from applications import compiled_app, living_on, runtime_of
from clients import Api
from support.fuzzing import EXPECTED_CHECKS, PHASES, Findings, configured, run
from support.process import ServerProcess

SANDBOX = "contract"
SANDBOXES = (SANDBOX, "contract-controls", "contract-quiet")
"""Those that schemathesis.toml names."""

OVER_A_SOCKET = 15
"""Examples of each operation for each phase and database, of which there are two, behind those in process."""

LEFT_OUT = {"clear_coverage"}
"""Operations that schemathesis.toml leaves out, besides the streams."""

LINKED = {"POST /types", "GET /types/{type_id}", "DELETE /types/{type_id}"}
"""Operations that the stateful phase comes to by following links."""


def labels(document: dict[str, Any]) -> set[str]:
    """Every operation that schemathesis.toml does not leave out."""
    return {
        f"{method.upper()} {path}"
        for path, item in document["paths"].items()
        for method in openapi.METHODS & item.keys()
        if not item[method]["operationId"].startswith("stream_") and item[method]["operationId"] not in LEFT_OUT
    }


def judge(findings: Findings, phase: str, document: dict[str, Any]) -> None:
    assert not findings.failures, f"{len(findings.failures)} failures:\n\n" + "\n\n".join(findings.failures[:10])
    assert findings.checks >= EXPECTED_CHECKS
    if phase in {"coverage", "fuzzing"}:
        assert findings.labels == labels(document)
        assert findings.cases >= len(labels(document))
    if phase == "stateful":
        assert findings.labels >= LINKED


def only_fresh_sandboxes(api: Api) -> dict[str, Any]:
    """Leave none but ``SANDBOXES``, each new, so that a run repeats exactly; the one that the run lives in."""
    for other in api.get("/testing/sandboxes").json():
        if other["name"] != "default":
            assert api.delete(f"/testing/sandboxes/{other['name']}").status_code == 204
    made = [api.put(f"/testing/sandboxes/{name}") for name in SANDBOXES]
    assert [answer.status_code for answer in made] == [201] * len(SANDBOXES)
    first: dict[str, Any] = made[0].json()
    return first


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("phase", PHASES)
def test_a_running_server_keeps_its_contract(server: ServerProcess, phase: str) -> None:
    with Api.over_socket(server.url, timeout=30) as api:
        before = only_fresh_sandboxes(api)
        config = configured(examples=OVER_A_SOCKET)
        schema = schemathesis.openapi.from_url(f"{server.url}/api/openapi.json", config=config)
        judge(run(schema, phase), phase, openapi.load(testing=True))
        after = api.get(f"/testing/sandboxes/{SANDBOX}").json()
    assert (after["created_at"], after["generation"]) == (before["created_at"], before["generation"])
    assert [line for line in server.log_lines() if line["level"] == "ERROR"] == []


@pytest.fixture(scope="module")
def in_production() -> Iterator[flask.Flask]:
    """The application as production runs it, with a key for draining, so that a wrong one gets 401 and not 404."""
    app = compiled_app(drain_auth_key="nobody-guesses-this-key-by-chance")
    yield app
    runtime_of(app).close()


@pytest.mark.timeout(3600)
@pytest.mark.parametrize("phase", PHASES)
def test_an_application_in_production_keeps_its_contract(
    in_production: flask.Flask, fresh_url: str, phase: str
) -> None:
    with living_on(in_production, fresh_url):
        schema = schemathesis.openapi.from_wsgi("/api/openapi.json", in_production, config=configured())
        judge(run(schema, phase), phase, openapi.load())
