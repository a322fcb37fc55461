"""Schemathesis as tests run it: one phase at a time, with a check of our own, and its findings in one place."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import events, from_schema

from services.kernel.errors import ErrorCode

CONFIG = Path(__file__).parents[2] / "schemathesis.toml"
PHASES = ("examples", "coverage", "fuzzing", "stateful")
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


def configured(*, examples: int | None = None) -> SchemathesisConfig:
    """What schemathesis.toml says, with as many examples as are given here or as CONTRACT_EXAMPLES asks for."""
    config = SchemathesisConfig.from_path(CONFIG)
    wanted = int(os.environ["CONTRACT_EXAMPLES"]) if "CONTRACT_EXAMPLES" in os.environ else examples
    if wanted is not None:
        config.projects.default.generation.max_examples = wanted
        config.projects.default.phases.stateful.generation.max_examples = wanted
    return config


def run(schema: Any, phase: str) -> Findings:
    """Run one phase and no other over a schema that was loaded with ``configured()``."""
    for name in PHASES:
        getattr(schema.config.phases, name).enabled = name == phase
    findings = Findings()
    for event in from_schema(schema).execute():
        findings.take(event)
    return findings
