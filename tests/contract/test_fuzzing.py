"""Schemathesis over every operation, in process, each phase on a fresh store.

It is deterministic; CONTRACT_EXAMPLES raises the number of examples for a longer look. What it finds becomes a plain
test in tests/api before it is mended.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import flask
import pytest
import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

import openapi
from applications import compiled_app, living_on, runtime_of
from services.kernel.errors import ErrorCode

CONFIG = Path(__file__).parents[2] / "schemathesis.toml"
PHASES = ("examples", "coverage", "fuzzing", "stateful")
EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "50"))
PROBLEM = "application/problem+json"
EXPECTED_CHECKS = {
    "not_a_server_error",
    "status_code_conformance",
    "content_type_conformance",
    "response_headers_conformance",
    "response_schema_conformance",
    "negative_data_rejection",
    "positive_data_acceptance",
    "missing_required_header",
    "unsupported_method",
    "allow_header_conformance",
    "use_after_free",
    "ensure_resource_availability",
    "errors_are_problems",
}


@schemathesis.check
def errors_are_problems(_ctx: Any, response: Any, _case: Any) -> None:
    """Every refusal and failure is a problem, and carries the id that its header has."""
    if response.status_code < 400 or response.request.method == "HEAD":
        return
    assert response.headers["content-type"] == [PROBLEM]
    body = response.json()
    assert [body["correlation_id"]] == response.headers["x-request-id"]
    assert body["status"] == response.status_code
    assert ErrorCode(body["code"])


@dataclass
class Findings:
    """What a run tried and what it found."""

    cases: int = 0
    labels: set[str] = field(default_factory=set)
    checks: set[str] = field(default_factory=set)
    failures: list[str] = field(default_factory=list)

    def take(self, event: events.EngineEvent) -> None:
        if isinstance(event, events.ScenarioFinished):
            self._take_scenario(event)
        elif isinstance(event, events.NonFatalError):
            self.failures.append(f"{event.label}: {event.value!r}")
        elif isinstance(event, events.FatalError):
            self.failures.append(repr(event.exception))

    def _take_scenario(self, event: events.ScenarioFinished) -> None:
        self.cases += len(event.recorder.cases)
        for case in event.recorder.cases.values():
            self.labels.add(case.value.operation.label)
        for nodes in event.recorder.checks.values():
            for node in nodes:
                self.checks.add(node.name)
                if node.failure_info is not None:
                    found = node.failure_info
                    self.failures.append(f"{found.failure.title}\n{found.failure.message}\n{found.code_sample}")


@pytest.fixture(scope="module")
def fuzzed() -> Iterator[flask.Flask]:
    """The application with a key for draining, so that 401 and not 404 is what a wrong one gets."""
    app = compiled_app(drain_auth_key="nobody-guesses-this-key-by-chance")
    yield app
    runtime_of(app).close()


def run(app: flask.Flask, phase: str) -> Findings:
    schema = schemathesis.openapi.from_wsgi("/api/openapi.json", app, config=SchemathesisConfig.from_path(CONFIG))
    schema.config.generation.max_examples = EXAMPLES
    schema.config.phases.stateful.generation.max_examples = EXAMPLES
    for name in PHASES:
        getattr(schema.config.phases, name).enabled = name == phase
    findings = Findings()
    for event in from_schema(schema).execute():
        findings.take(event)
    return findings


def labels() -> set[str]:
    """Every operation but the streams, which have no end."""
    document = openapi.load()
    return {
        f"{method.upper()} {path}"
        for path, item in document["paths"].items()
        for method in openapi.METHODS & item.keys()
        if not item[method]["operationId"].startswith("stream_")
    }


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("phase", PHASES)
def test_every_operation_keeps_its_contract(fuzzed: flask.Flask, fresh_url: str, phase: str) -> None:
    with living_on(fuzzed, fresh_url):
        findings = run(fuzzed, phase)
    assert not findings.failures, f"{len(findings.failures)} failures:\n\n" + "\n\n".join(findings.failures[:10])
    assert findings.checks >= EXPECTED_CHECKS
    if phase in {"coverage", "fuzzing"}:
        assert findings.labels >= labels()
    assert findings.cases >= len(labels())
