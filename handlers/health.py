"""Health: for the orchestrator, the load balancer and the curious."""

from __future__ import annotations

from importlib.metadata import version
from types import SimpleNamespace
from typing import Any

from handlers.runtime.context import readiness
from handlers.wire import dump


def get_healthz() -> Any:
    return {"status": "alive"}


def get_readyz() -> Any:
    return dump("Readiness", SimpleNamespace(status="ready", checks=readiness().require()))


def get_health() -> Any:
    checks = readiness().checks()
    status = "ok" if checks.passed else "degraded"
    return dump("Health", SimpleNamespace(status=status, version=version("partsbench"), checks=checks))
