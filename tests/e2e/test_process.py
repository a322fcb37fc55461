"""The server as people run it: a process, a socket, its logs, its start and its end."""

import contextlib
import http.client
import signal
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from applications import name_of
from clients import Api, problem
from factories import make_box, make_part, make_type, stock
from services import schema
from services.kernel.store import Store
from services.setup import setup_types
from support.postgres import connect
from support.process import START_SECONDS, ServerProcess, ran, running_server
from support.testmode import database_of_kind
from support.wait import eventually

ORIGIN = "http://localhost:3000"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServerProcess]:
    path = tmp_path_factory.mktemp("server") / "parts.sqlite3"
    with running_server({"DATABASE_URL": f"sqlite:///{path}", "CORS_ORIGINS": ORIGIN}) as running:
        yield running


@pytest.fixture
def api(server: ServerProcess) -> Iterator[Api]:
    with Api.over_socket(server.url, timeout=30) as client:
        yield client


def lines_of(server: ServerProcess, correlation_id: str) -> list[dict[str, Any]]:
    return [line for line in server.log_lines() if line["correlation_id"] == correlation_id]


# Correlation


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"X-Request-ID": "by-request-id"}, "by-request-id"),
        ({"X-Correlation-ID": "by-correlation-id"}, "by-correlation-id"),
        (
            {"traceparent": "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"},
            "4bf92f3577b34da6a3ce929d0e0e4736",
        ),
        ({"X-Request-ID": 'quotes " and \\ and {braces}'}, 'quotes " and \\ and {braces}'),
    ],
)
def test_the_id_of_a_request_is_in_header_body_and_log(
    server: ServerProcess, api: Api, headers: dict[str, str], expected: str
) -> None:
    refused = problem(api.get("/types/2147483647", headers=headers), 404, "TYPE_NOT_FOUND")
    assert refused["correlation_id"] == expected
    (line,) = eventually(lambda: lines_of(server, expected), what="the log line of the request")
    assert (line["logger"], line["message"]) == ("partsbench.access", "GET /api/types/2147483647 404")


def test_an_id_that_is_none_is_replaced_everywhere(server: ServerProcess, api: Api) -> None:
    answer = api.get("/nothing", headers={"X-Request-ID": "x" * 129})
    made = problem(answer, 404, "ROUTE_NOT_FOUND")["correlation_id"]
    assert len(made) == 36
    (line,) = eventually(lambda: lines_of(server, made), what="the log line of the request")
    assert line["message"] == "GET /api/nothing 404"


def test_requests_at_once_do_not_mix_their_ids(server: ServerProcess, api: Api) -> None:
    numbers = range(1_000_000, 1_000_128)

    def ask(number: int) -> None:
        answer = api.get(f"/types/{number}", headers={"X-Request-ID": f"at-once-{number}"})
        refused = problem(answer, 404, "TYPE_NOT_FOUND")
        assert (refused["correlation_id"], refused["detail"]) == (f"at-once-{number}", f"Type {number} was not found")

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(ask, numbers))

    def logged() -> Counter[tuple[str, str]]:
        lines = [line for line in server.log_lines() if str(line["correlation_id"]).startswith("at-once-")]
        return Counter((line["correlation_id"], line["message"]) for line in lines)

    expected = Counter((f"at-once-{number}", f"GET /api/types/{number} 404") for number in numbers)
    eventually(lambda: logged() == expected, within=10, what="one line for each request")


def test_a_bug_leaves_its_traceback_in_the_log_under_the_id_of_the_request(tmp_path: Path) -> None:
    path = tmp_path / "parts.sqlite3"
    with running_server({"DATABASE_URL": f"sqlite:///{path}"}) as server, Api.over_socket(server.url) as api:
        store = Store(f"sqlite:///{path}")
        with store.transaction() as session:
            session.execute(text("DROP TABLE quantity_history"))
        store.dispose()
        answer = api.get("/dashboard/recent-activity", headers={"X-Request-ID": "a-bug"})
        assert problem(answer, 500, "INTERNAL")["correlation_id"] == "a-bug"
        bug, access = eventually(
            lambda: lines if len(lines := lines_of(server, "a-bug")) == 2 else None, what="both log lines"
        ) or ({}, {})
        assert (bug["level"], bug["logger"]) == ("ERROR", "partsbench.errors")
        assert "no such table: quantity_history" in bug["exception"]
        assert access["message"] == "GET /api/dashboard/recent-activity 500"
        assert "quantity_history" not in answer.text


# Connections


def test_errors_can_be_read_from_other_origins(api: Api) -> None:
    for method, path in [("GET", "/nothing"), ("PATCH", "/types"), ("POST", "/types"), ("GET", "/types/0")]:
        answer = api.send(method, path, headers={"Origin": ORIGIN})
        assert answer.status_code >= 400
        assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
        exposed = set(answer.headers["Access-Control-Expose-Headers"].split(", "))
        assert exposed == {
            "X-Request-ID",
            "Location",
            "Retry-After",
            "Link",
            "X-Total-Count",
            "X-Total-Count-Limited",
            "Content-Disposition",
        }
        stranger = api.send(method, path, headers={"Origin": "http://elsewhere.example"})
        assert "Access-Control-Allow-Origin" not in stranger.headers


def test_a_browser_may_ask_first(api: Api) -> None:
    asked = {"Origin": ORIGIN, "Access-Control-Request-Method": "PUT", "Access-Control-Request-Headers": "content-type"}
    answer = api.send("OPTIONS", "/types/1", headers=asked)
    assert answer.status_code == 200
    assert answer.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert "PUT" in answer.headers["Access-Control-Allow-Methods"]
    assert answer.headers["Access-Control-Allow-Headers"].lower() == "content-type"


def test_a_connection_survives_answers_without_a_body(server: ServerProcess, api: Api) -> None:
    numbers = [make_type(api)["id"] for _ in range(3)]
    place = urlsplit(server.url)
    connection = http.client.HTTPConnection(place.hostname or "", place.port, timeout=30)
    connection.connect()
    used = connection.sock
    for number in numbers:
        connection.request("DELETE", f"/api/types/{number}")
        answer = connection.getresponse()
        assert (answer.status, answer.read()) == (204, b"")
        assert connection.sock is used
    connection.request("GET", "/api/types/0")
    assert connection.getresponse().status == 400
    assert connection.sock is used
    connection.close()


# What is no HTTP, and headers without end, are in tests/contract/test_error_codes.py.


# Start


def test_a_port_that_is_taken_is_said_to_be(server: ServerProcess, tmp_path: Path) -> None:
    port = str(urlsplit(server.url).port)
    status, output, errors = ran({"DATABASE_URL": f"sqlite:///{tmp_path}/x.sqlite3"}, "serve", "--port", port)
    assert (status, output) == (1, "")
    assert errors.splitlines()[-1] == "partsbench: The address cannot be listened on: Address already in use."


def test_no_upgrade_refuses_a_database_that_is_not_at_head(database_url: str) -> None:
    env = {"DATABASE_URL": database_url}
    status, output, errors = ran(env, "serve", "--port", "0", "--no-upgrade")
    assert (status, output) == (1, "")
    head = schema.head()
    assert errors.splitlines()[-1] == (
        f"partsbench: The database is at no version, this version needs {head}: run partsbench upgrade."
    )
    assert ran(env, "check")[0] == 1
    types = len(setup_types())
    assert ran(env, "upgrade")[:2] == (0, f"The database is at {head}; {types} set-up types were added.\n")
    assert ran(env, "upgrade")[:2] == (0, f"The database is at {head}; 0 set-up types were added.\n")
    assert ran(env, "check")[0] == 0
    with running_server(env, ("--port", "0", "--no-upgrade")) as server, Api.over_socket(server.url) as api:
        assert len(api.get("/types").json()) == types


def test_sums_that_somebody_spoiled_by_hand_are_found_and_put_right(database_url: str) -> None:
    env = {"DATABASE_URL": database_url}
    assert ran(env, "recount")[0] == 1
    assert ran(env, "seed")[0] == 0
    assert ran(env, "check")[0] == 0
    store = Store(database_url)
    with store.engine.connect().execution_options(write=True) as connection, connection.begin():
        connection.execute(text("UPDATE type_totals SET pieces = pieces + 1 WHERE type_id = 0"))
        connection.execute(text("UPDATE locations SET part_count = part_count + 1"))
    status, output, errors = ran(env, "check")
    assert (status, output) == (1, "")
    assert errors.startswith("Of no type there are ")
    assert errors.endswith(" more. Somebody changed the tables by hand: run partsbench recount.\n")
    with store.engine.connect() as connection:
        totals = connection.execute(text("SELECT sum(parts), sum(pieces) - 1 FROM type_totals")).one()
    assert ran(env, "recount") == (0, "The sums are right.\n", "")
    assert ran(env, "check")[0] == 0
    with store.engine.connect() as connection:
        assert connection.execute(text("SELECT sum(parts), sum(pieces) FROM type_totals")).one() == totals
    store.dispose()


def test_an_older_database_is_brought_to_head_with_its_rows(database_url: str) -> None:
    store = Store(database_url)
    with store.engine.connect().execution_options(write=True) as connection, connection.begin():
        config = Config()
        config.set_main_option("script_location", str(files("migrations")))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        connection.execute(
            text(
                "INSERT INTO types (name, name_key, created_at, updated_at) "
                "VALUES ('Flux capacitor', 'flux capacitor', :at, :at)"
            ),
            {"at": "2026-01-05T09:30:00.000000+00:00"},
        )
    with running_server({"DATABASE_URL": database_url}) as server, Api.over_socket(server.url) as api:
        assert api.get("/health/readyz").status_code == 200
        (kept,) = [kind for kind in api.get("/types").json() if kind["name"] == "Flux capacitor"]
        assert kept["created_at"] == "2026-01-05T09:30:00Z"
    with store.engine.connect() as connection:
        assert schema.current(connection) == schema.head()
    store.dispose()


def test_two_servers_started_at_once_on_an_empty_database_both_come_up(database_url: str) -> None:
    def begin(_number: int) -> ServerProcess:
        return stack.enter_context(running_server({"DATABASE_URL": database_url}, within=START_SECONDS * 2))

    # A server ends with the thread that started it, so the threads have to outlive the servers.
    with ThreadPoolExecutor(2) as pool, contextlib.ExitStack() as stack:
        for server in list(pool.map(begin, range(2))):
            answer = httpx.get(f"{server.url}/api/types", timeout=30)
            assert sorted(kind["name"] for kind in answer.json()) == sorted(setup_types())
            assert httpx.get(f"{server.url}/api/health/readyz", timeout=30).status_code == 200


# Under load, and the end


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_a_burst_of_readiness_checks_takes_one_connection(postgres: str, kind: str, tmp_path: Path) -> None:
    with database_of_kind(kind, postgres, tmp_path) as url, running_server({"DATABASE_URL": url}) as server:
        seen = [open_connections(postgres, url)]
        over = threading.Event()

        def watch() -> None:
            while not over.is_set():
                seen.append(open_connections(postgres, url))

        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            statuses = burst(server.url, 64)
        finally:
            over.set()
            watcher.join()
        assert statuses == [200] * 64
        # One listens for tasks of other processes, one looks after those every other second, and one is for readiness.
        assert max(seen) <= 3


def burst(url: str, count: int) -> list[int]:
    together = threading.Barrier(count)

    def ask(_number: int) -> int:
        together.wait(timeout=30)
        return httpx.get(f"{url}/api/health/readyz", timeout=30).status_code

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(ask, range(count)))


def open_connections(postgres: str, url: str) -> int:
    """How many connections others have to the database; none are counted for a file."""
    if url.startswith("sqlite"):
        return 0
    with connect(postgres) as connection:
        row = connection.execute("SELECT count(*) FROM pg_stat_activity WHERE datname = %s", [name_of(url)]).fetchone()
    return int(row[0]) if row else 0


def test_ctrl_c_ends_the_process_with_status_zero(tmp_path: Path) -> None:
    env = {"DATABASE_URL": f"sqlite:///{tmp_path}/parts.sqlite3", "DRAIN_SECONDS": "0"}
    with running_server(env) as server:
        assert httpx.get(f"{server.url}/api/health/healthz").status_code == 200
        server.process.send_signal(signal.SIGINT)
        assert server.wait() == 0
        assert [line["message"] for line in server.log_lines()][-2:] == ["draining", "stopped"]
        place = urlsplit(server.url)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((place.hostname, place.port), timeout=5)


def test_a_killed_process_loses_nothing_that_it_acknowledged(database_url: str) -> None:
    env = {"DATABASE_URL": database_url}
    acknowledged: list[int] = []
    with running_server(env) as server, Api.over_socket(server.url, timeout=30) as api:
        make_box(api, 4)
        key = make_part(api)["key"]
        stock(api, key, 1, 1, 1_000_000)

        def write(worker: int) -> None:
            # Each change has a quantity of its own, by which it is found again in the history.
            for number in range(1, 10_000):
                qty = worker * 10_000 + number
                body = {"box_no": 1, "loc_no": worker, "qty": qty}
                try:
                    answer = api.post(f"/inventory/parts/{key}/stock", body)
                except httpx.TransportError:
                    return
                assert answer.status_code == 201
                acknowledged.append(qty)

        with ThreadPoolExecutor(4) as pool:
            writing = [pool.submit(write, worker) for worker in range(1, 5)]
            eventually(lambda: len(acknowledged) >= 40, within=60, what="forty acknowledged changes")
            server.process.kill()
            server.wait()
            for one in writing:
                one.result(timeout=60)
    with running_server(env) as server, Api.over_socket(server.url, timeout=30) as api:
        deltas = [entry["delta_qty"] for entry in everything(api, f"/parts/{key}/history")]
        assert set(acknowledged) <= set(deltas)
        assert len(set(deltas)) == len(deltas)
        lying = sum(place["qty"] for place in api.get(f"/parts/{key}/locations").json())
        assert sum(deltas) == lying == api.get(f"/parts/{key}").json()["total_quantity"]


def everything(api: Api, path: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    while len(page := api.get(f"{path}?limit=500&offset={len(found)}").json()) > 0:
        found.extend(page)
    return found
