"""Health: what the process says of itself, whatever becomes of its database."""

from importlib.metadata import version

import flask
import pytest
from sqlalchemy import text

from applications import living_on, runtime_of
from clients import Api, problem, refuses
from handlers.runtime.context import Runtime
from services import schema
from services.kernel.lifecycle import Phase

AWAY = "postgresql+psycopg://nobody@127.0.0.1:1/nowhere"
OK = {"database": "ok", "migrations": "ok", "lifecycle": "ready"}


def test_a_healthy_process_says_so(api: Api) -> None:
    assert api.get("/health/healthz").json() == {"status": "alive"}
    assert api.get("/health/readyz").json() == {"status": "ready", "checks": OK}
    assert api.get("/health").json() == {"status": "ok", "version": version("partsbench"), "checks": OK}


@pytest.mark.parametrize("phase", [Phase.DRAINING, Phase.STOPPED])
def test_a_process_about_to_end_takes_no_work(api: Api, runtime: Runtime, phase: Phase) -> None:
    runtime.lifecycle.enter(phase)
    checks = {**OK, "lifecycle": phase.value}
    answer = api.get("/health/readyz")
    refused = problem(answer, 503, "NOT_READY")
    assert (refused["detail"], refused["checks"]) == ("Not ready: lifecycle", checks)
    assert answer.headers["Retry-After"] == "1"
    assert api.get("/health/healthz").json() == {"status": "alive"}
    assert api.get("/health").json() == {"status": "degraded", "version": version("partsbench"), "checks": checks}


def test_a_database_behind_this_version_is_not_ready(compiled: flask.Flask, own_url: str) -> None:
    with living_on(compiled, own_url) as app, Api.in_process(app) as api:
        store = runtime_of(app).world.store
        with store.transaction() as session:
            session.execute(text("UPDATE alembic_version SET version_num = '0001'"))
        refused = problem(api.get("/health/readyz"), 503, "NOT_READY")
        assert (refused["detail"], refused["checks"]) == ("Not ready: migrations", {**OK, "migrations": "failed"})
        with store.transaction() as session:
            session.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": schema.head()})
        assert api.get("/health/readyz").status_code == 200


def test_a_database_without_tables_is_not_ready(compiled: flask.Flask, database_url: str) -> None:
    with living_on(compiled, database_url) as app, Api.in_process(app) as api:
        assert problem(api.get("/health/readyz"), 503, "NOT_READY")["checks"] == {**OK, "migrations": "failed"}


def test_a_database_that_is_away_is_not_ready_while_the_process_is_alive(compiled: flask.Flask) -> None:
    with living_on(compiled, AWAY) as app, Api.in_process(app) as api:
        checks = {"database": "failed", "migrations": "unknown", "lifecycle": "ready"}
        refused = problem(api.get("/health/readyz"), 503, "NOT_READY")
        assert (refused["detail"], refused["checks"]) == ("Not ready: database, migrations", checks)
        assert api.get("/health/healthz").json() == {"status": "alive"}
        assert api.get("/health").json()["status"] == "degraded"
        assert api.get("/health").json()["checks"] == checks


def test_health_takes_no_parameters(api: Api) -> None:
    for path in ("/health", "/health/healthz", "/health/readyz"):
        refuses(api.get(f"{path}?verbose=1"), ("verbose", "unexpected"))
