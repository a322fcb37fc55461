"""Every refusal that has nothing to do with what an operation is for, given by every operation that declares it.

A running server in test mode is asked; where a refusal needs a database that fails, it is PostgreSQL, from outside.
"""

import contextlib
import threading
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from applications import name_of
from clients import Api, problem
from support.postgres import connect, execute, fresh_database
from support.process import ServerProcess
from support.reach import Reached
from support.testmode import sandboxed, server_in_test_mode
from support.wait import eventually
from support.wanted import NO_WORKSHOP, Workshop, wanted, wanted_with, workshop

KEY = "nobody-guesses-this-key-by-chance"
TOO_LATE = """
CREATE FUNCTION public.too_late() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'somebody was faster' USING ERRCODE = 'unique_violation'; END $$;
"""

THAT_MEND_TABLES = {"put_sandbox", "reset_sandbox", "restore_snapshot", "take_snapshot", "diff_snapshot"}
"""Operations that bring back tables that are lost, or take them as they find them."""


def sweep(api: Api, code: str, shop: Workshop = NO_WORKSHOP, leave_out: Collection[str] = ()) -> set[str]:
    """Ask every operation that declares the code, and name those that answer with it.

    An answer of the same status has to be a proper problem; what else the others answer is not looked at here.
    tests/contract/unreached.toml says which of them cannot answer with it, and why.
    """
    gave = set()
    for request, status in wanted_with(code, shop):
        if request.operation_id in leave_out:
            continue
        answer = request.send(api)
        if answer.status_code == status and answer.json()["code"] == code:
            problem(answer, status, code)
            gave.add(request.operation_id)
    return gave


@pytest.fixture(scope="module")
def database(postgres: str) -> Iterator[str]:
    with fresh_database(postgres) as url:
        yield url


@pytest.fixture(scope="module")
def shaky(database: str, reached: Reached) -> Iterator[ServerProcess]:
    """A server whose database is about to fail; requests that name no sandbox work on the database as it is."""
    with server_in_test_mode(database, LOG_LEVEL="CRITICAL") as running, reached.watching(running):
        yield running


@pytest.fixture(scope="module")
def api(shaky: ServerProcess) -> Iterator[Api]:
    with Api.over_socket(shaky.url, timeout=30) as client:
        yield client


@pytest.fixture
def shop(api: Api) -> Workshop:
    """A fresh workshop, whatever the test before did to the tables."""
    assert api.post("/testing/reset", params={"rebuild": True}).status_code == 200
    return workshop(api)


@pytest.fixture
def shop_at_rest(api: Api, shop: Workshop) -> Workshop:
    """The workshop without a task at work, which could not end without its database."""
    assert api.post(f"/tasks/{shop.task_id}/cancel").status_code == 202
    assert api.get("/testing/idle").status_code == 200
    return shop


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, reached: Reached) -> Iterator[ServerProcess]:
    """A server that allows no stream and no sandbox beside the default one, and knows no key for draining."""
    url = f"sqlite:///{tmp_path_factory.mktemp('small')}/parts.sqlite3"
    settings = {"LOG_LEVEL": "CRITICAL", "SSE_MAX_STREAMS": "0", "TESTING_MAX_SANDBOXES": "1"}
    with server_in_test_mode(url, **settings) as running, reached.watching(running):
        yield running


def test_an_unknown_parameter_is_refused_by_every_operation(server: ServerProcess) -> None:
    with sandboxed(server) as api:
        for request in wanted():
            answer = api.send(request.method, request.path, params={**request.params, "unheard_of": "1"})
            assert answer.status_code == 400, request
            assert problem(answer, 400, "VALIDATION_FAILED")["errors"]


def test_bodies_of_the_wrong_form_are_refused_by_every_operation_that_takes_one(server: ServerProcess) -> None:
    with sandboxed(server) as api:
        for request in wanted():
            if not request.takes_a_body:
                continue
            limit = request.spec.get("x-max-body-bytes", 1_048_576)
            media_type = "application/json" if request.takes_json else "multipart/form-data; boundary=x"
            problem(request.send_content(api, b"x", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE")
            problem(request.send_content(api, b" " * (limit + 1), media_type), 413, "PAYLOAD_TOO_LARGE")
            if request.takes_json:
                problem(request.send_content(api, b"{", media_type), 400, "MALFORMED_JSON")


def test_a_sandbox_too_many_is_refused_by_what_lives_in_one(small: ServerProcess) -> None:
    with sandboxed(small) as api:
        assert sweep(api, "SANDBOX_LIMIT") > {"list_types", "stream_task", "put_sandbox", "get_clock"}


def test_a_stream_too_many_is_refused(small: ServerProcess) -> None:
    with Api.over_socket(small.url, timeout=30) as api:
        task = api.post("/testing/tasks", {"wait_for_event": True}).json()
        gave = sweep(api, "STREAM_LIMIT", replace(NO_WORKSHOP, task_id=task["id"]))
        assert gave == {"stream_task", "stream_versions", "stream_logs"}


def test_a_server_without_a_key_cannot_be_drained(small: ServerProcess) -> None:
    with Api.over_socket(small.url, timeout=30) as api:
        assert sweep(api, "DRAIN_NOT_CONFIGURED") == {"start_drain"}


def test_a_server_can_be_drained_by_who_has_the_key(tmp_path: Path, reached: Reached) -> None:
    settings = {"DRAIN_AUTH_KEY": KEY, "DRAIN_SECONDS": "3", "LOG_LEVEL": "CRITICAL"}
    with (
        server_in_test_mode(f"sqlite:///{tmp_path}/parts.sqlite3", **settings) as server,
        reached.watching(server),
        Api.over_socket(server.url) as api,
    ):
        problem(api.post("/health/drain"), 401, "UNAUTHORIZED")
        answer = api.post("/health/drain", headers={"Authorization": f"Bearer {KEY}"})
        assert (answer.status_code, answer.json()) == (202, {"status": "draining"})
        problem(api.get("/health/readyz"), 503, "NOT_READY")


@contextlib.contextmanager
def being_reset(api: Api, database: str) -> Iterator[None]:
    """A block in which a reset waits for a request that a lock in the database holds up."""
    held = threading.Thread(target=api.get, args=("/types",))
    reset = threading.Thread(target=api.post, args=("/testing/reset",))
    with connect(database) as connection:
        with connection.transaction():
            connection.execute("LOCK TABLE types IN ACCESS EXCLUSIVE MODE")
            held.start()
            eventually(lambda: api.get("/testing/idle?timeout_ms=0").status_code == 408, what="the held request")
            reset.start()
            eventually(lambda: api.get("/boxes").status_code == 503, what="the reset")
            yield
        held.join()
        reset.join()


def test_whoever_comes_during_a_reset_is_told_so(api: Api, shop: Workshop, database: str) -> None:
    with being_reset(api, database):
        gave = sweep(api, "RESET_IN_PROGRESS", shop)
        problem(api.put("/testing/sandboxes/default"), 503, "RESET_IN_PROGRESS")
    assert gave > {"list_types", "stream_task", "take_snapshot", "reset_sandbox"}


def tables(connection: psycopg.Connection[Any]) -> list[str]:
    found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return [name for (name,) in found.fetchall() if name != "alembic_version"]


def test_what_somebody_faster_did_is_a_conflict(api: Api, shop: Workshop, database: str) -> None:
    with connect(database) as connection:
        connection.execute(TOO_LATE)
        for name in tables(connection):
            change = f'BEFORE INSERT OR UPDATE OR DELETE ON "{name}" FOR EACH ROW'
            connection.execute(f"CREATE TRIGGER too_late {change} EXECUTE FUNCTION public.too_late()".encode())
        gave = sweep(api, "CONSTRAINT_VIOLATION", shop)
        connection.execute("DROP FUNCTION public.too_late() CASCADE")
    assert gave > {"create_type", "add_stock", "delete_box"}


def test_a_fault_of_ours_is_told_as_one(api: Api, shop_at_rest: Workshop, database: str) -> None:
    with connect(database) as connection:
        for name in tables(connection):
            connection.execute(f'DROP TABLE "{name}" CASCADE'.encode())
    gave = sweep(api, "INTERNAL", shop_at_rest, leave_out=THAT_MEND_TABLES)
    assert gave > {"list_types", "create_part", "get_stats", "start_scripted_task"}


def test_a_part_does_not_hold_more_pieces_than_it_can_count(api: Api, shop: Workshop, database: str) -> None:
    with connect(database) as connection:
        connection.execute("UPDATE parts SET total_quantity = 2147483647")
        assert sweep(api, "QUANTITY_LIMIT", shop) == {"add_stock"}


def test_a_database_that_is_gone_is_told_as_unavailable(
    api: Api, shop_at_rest: Workshop, postgres: str, database: str
) -> None:
    name = name_of(database)
    execute(postgres, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
    execute(postgres, f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    gave = sweep(api, "DATABASE_UNAVAILABLE", shop_at_rest) | sweep(api, "NOT_READY")
    execute(postgres, f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    assert gave > {"list_types", "create_part", "get_stats", "get_readyz", "take_snapshot", "restore_snapshot"}
