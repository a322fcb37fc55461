"""Health: for the orchestrator, the load balancer and the curious."""

from __future__ import annotations

from importlib.metadata import version
from types import SimpleNamespace
from typing import Any

from handlers.runtime.answers import Answer
from handlers.runtime.context import readiness, runtime
from handlers.runtime.drain import require_drain_key
from handlers.wire import dump
from services.kernel.lifecycle import Phase


def get_healthz() -> Any:
    return {"status": "alive"}


def get_readyz() -> Any:
    return dump("Readiness", SimpleNamespace(status="ready", checks=readiness().require()))


def get_health() -> Any:
    checks = readiness().checks()
    status = "ok" if checks.passed else "degraded"
    return dump("Health", SimpleNamespace(status=status, version=version("partsbench"), checks=checks))


def start_drain() -> Answer:
    require_drain_key()
    runtime().lifecycle.enter(Phase.DRAINING)
    return {"status": Phase.DRAINING.value}, 202, {}
