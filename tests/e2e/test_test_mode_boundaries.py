"""Where test mode ends: production knows nothing of it, and it touches no data that it did not create."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import httpx
import psycopg
import pytest
from sqlalchemy.engine import make_url

import openapi
from clients import problem
from support.process import ServerProcess, modules_after, running_server
from support.testmode import database_of_kind, server_in_test_mode

WHOLE = openapi.load(testing=True)
PRODUCTION = openapi.load()
TESTING = [
    (method, path)
    for path, item in WHOLE["paths"].items()
    for method in sorted(openapi.METHODS & item.keys())
    if item[method]["tags"] == ["testing"]
]


@pytest.fixture(scope="module")
def production(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    file = tmp_path_factory.mktemp("production") / "parts.sqlite3"
    env = {"DATABASE_URL": f"sqlite:///{file}", "DRAIN_SECONDS": "0"}
    with running_server(env) as server:
        yield server


def test_there_are_testing_operations_to_look_for() -> None:
    assert len(TESTING) > 20


@pytest.mark.parametrize(("method", "path"), TESTING, ids=[f"{method} {path}" for method, path in TESTING])
def test_production_has_no_such_address(production: ServerProcess, method: str, path: str) -> None:
    address = f"{production.url}/api{path.replace('{name}', 'some-name').replace('{task_id}', 'some-task')}"
    problem(httpx.request(method, address), 404, "ROUTE_NOT_FOUND")


def test_the_document_of_production_does_not_speak_of_test_mode(production: ServerProcess) -> None:
    served = httpx.get(f"{production.url}/api/openapi.json").json()
    assert served == PRODUCTION
    assert not [path for path in served["paths"] if path.startswith("/testing")]
    assert "testing" not in {tag["name"] for tag in served["tags"]}
    codes = WHOLE["components"]["schemas"]["ErrorCode"]["x-testing-codes"]
    assert codes
    text = httpx.get(f"{production.url}/api/openapi.json").text
    assert [code for code in codes if code in text] == []


def test_production_ignores_the_names_of_sandboxes(production: ServerProcess) -> None:
    made = httpx.post(
        f"{production.url}/api/types", json={"name": "Real"}, headers={"X-Test-Sandbox": "a", "X-Test-Id": "t"}
    )
    assert made.status_code == 201
    for headers in ({"X-Test-Sandbox": "b"}, {"X-Test-Sandbox": "not/a name"}, {"Cookie": "test_sandbox=b"}):
        assert "Real" in httpx.get(f"{production.url}/api/types", headers=headers).text
    refused = httpx.get(f"{production.url}/api/types?test_sandbox=b")
    assert problem(refused, 400, "VALIDATION_FAILED")["errors"][0]["parameter"] == "test_sandbox"
    preferred = httpx.get(f"{production.url}/api/types", headers={"Prefer": "code=500"})
    assert preferred.status_code == 200


def test_production_imports_nothing_of_test_mode(tmp_path: Path) -> None:
    env = {"DATABASE_URL": f"sqlite:///{tmp_path / 'parts.sqlite3'}", "DRAIN_SECONDS": "0"}
    modules = modules_after(env, "/api/types")
    assert "handlers.types" in modules
    wired = {
        "handlers.testing",
        "handlers.runtime.laboratory",
        "handlers.runtime.sandbox",
        "handlers.runtime.injection",
    }
    assert [name for name in modules if name in wired or name.startswith("services.testing")] == []


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, postgres: str, tmp_path: Path) -> Iterator[str]:
    with database_of_kind(request.param, postgres, tmp_path) as database_url:
        yield database_url


def write_by_hand(url: str) -> None:
    """Somebody's own table with a row in it."""
    statements = ["CREATE TABLE diary (line TEXT)", "INSERT INTO diary VALUES ('dear')"]
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        connection = sqlite3.connect(str(parsed.database))
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()
        return
    plain = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as postgres:
        for statement in statements:
            postgres.execute(statement.encode())


def name_of(url: str) -> str:
    return Path(str(make_url(url).database)).name


def refusal(url: str, **settings: str) -> str:
    with pytest.raises(AssertionError) as caught, server_in_test_mode(url, **settings):
        pass
    return str(caught.value)


def test_a_database_with_data_of_somebody_else_is_refused(url: str) -> None:
    write_by_hand(url)
    said = refusal(url)
    assert f"ALLOW_RESET_OF={name_of(url)}" in said
    assert "diary" in said
    assert "Traceback" not in said
    assert "ALLOW_RESET_OF" in refusal(url, ALLOW_RESET_OF="another")


def test_a_database_that_production_has_filled_is_refused_until_it_is_named(url: str) -> None:
    with running_server({"DATABASE_URL": url, "DRAIN_SECONDS": "0"}, ("--port", "0", "--seed")) as server:
        assert httpx.get(f"{server.url}/api/parts").json() != []
    assert "ALLOW_RESET_OF" in refusal(url)
    with server_in_test_mode(url, ALLOW_RESET_OF=name_of(url)) as server:
        assert httpx.get(f"{server.url}/api/parts").json() != []
        assert httpx.post(f"{server.url}/api/testing/reset").status_code == 200
        assert httpx.get(f"{server.url}/api/parts").json() == []
    with server_in_test_mode(url) as server:
        assert httpx.get(f"{server.url}/api/health/readyz").status_code == 200


def test_a_database_that_was_only_set_up_is_taken(url: str) -> None:
    with running_server({"DATABASE_URL": url, "DRAIN_SECONDS": "0"}):
        pass
    with server_in_test_mode(url) as server:
        assert httpx.post(f"{server.url}/api/types", json={"name": "Mine"}).status_code == 201
    with server_in_test_mode(url) as server:
        assert "Mine" in httpx.get(f"{server.url}/api/types").text


def test_test_mode_listens_on_loopback(url: str) -> None:
    with server_in_test_mode(url) as server:
        assert server.url.startswith("http://127.0.0.1:")
