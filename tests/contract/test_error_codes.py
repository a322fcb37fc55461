"""Every code that a problem can carry, produced."""

import json
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import flask
import httpx
import pytest
from sqlalchemy import text

import openapi
from applications import runtime_of
from clients import Api, problem
from factories import make_box, make_part, make_seller, make_type, stock
from handlers.runtime.app import create_app
from services import Services
from services.kernel.errors import ErrorCode
from services.kernel.lifecycle import Phase
from services.kernel.settings import Settings
from support.process import running_server
from support.tasks import finished

CODES = openapi.load(testing=True)["components"]["schemas"]["ErrorCode"]["x-error-codes"]
TESTS = Path(__file__).parents[1]


@dataclass
class Bench:
    """The API, and the application behind it for what no request can bring about."""

    api: Api
    app: flask.Flask

    def execute(self, statement: str) -> None:
        with runtime_of(self.app).world.store.transaction() as session:
            session.execute(text(statement))


Recipe = Callable[[Bench], httpx.Response]
RECIPES: dict[ErrorCode, Recipe] = {}


def recipe(made: Recipe) -> Recipe:
    """Register a function under the code that it is named for."""
    RECIPES[ErrorCode(made.__name__.upper())] = made
    return made


@recipe
def validation_failed(bench: Bench) -> httpx.Response:
    return bench.api.post("/types", {})


@recipe
def malformed_json(bench: Bench) -> httpx.Response:
    return bench.api.raw("/types", b"{")


@recipe
def route_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/nothing")


@recipe
def method_not_allowed(bench: Bench) -> httpx.Response:
    return bench.api.delete("/types")


@recipe
def payload_too_large(bench: Bench) -> httpx.Response:
    return bench.api.raw("/types", b" " * 1_048_577)


@recipe
def unsupported_media_type(bench: Bench) -> httpx.Response:
    return bench.api.raw("/types", b"{}", "text/plain")


@recipe
def type_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/types/1")


@recipe
def seller_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/sellers/1")


@recipe
def part_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/parts/ABCD")


@recipe
def box_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/boxes/1")


@recipe
def location_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/locations/1/1")


@recipe
def type_name_taken(bench: Bench) -> httpx.Response:
    make_type(bench.api, "Relay")
    return bench.api.post("/types", {"name": "relay"})


@recipe
def type_in_use(bench: Bench) -> httpx.Response:
    make_type(bench.api)
    make_part(bench.api, type_id=1)
    return bench.api.delete("/types/1")


@recipe
def seller_name_taken(bench: Bench) -> httpx.Response:
    make_seller(bench.api, "Mouser")
    return bench.api.post("/sellers", {"name": "mouser", "website": "x"})


@recipe
def seller_in_use(bench: Bench) -> httpx.Response:
    make_seller(bench.api)
    make_part(bench.api, seller_id=1)
    return bench.api.delete("/sellers/1")


def stocked(bench: Bench) -> str:
    """The key of a part of which five pieces lie in the second location of box 1."""
    make_box(bench.api, 2)
    key: str = make_part(bench.api)["key"]
    stock(bench.api, key, 1, 2, 5)
    return key


@recipe
def part_has_stock(bench: Bench) -> httpx.Response:
    return bench.api.delete(f"/parts/{stocked(bench)}")


@recipe
def part_keys_exhausted(bench: Bench) -> httpx.Response:
    ids = runtime_of(bench.app).world.ids
    ids.seed(1)
    for _ in range(64):
        make_part(bench.api)
    ids.seed(1)
    return bench.api.post("/parts", {"description": "One more"})


@recipe
def box_not_empty(bench: Bench) -> httpx.Response:
    stocked(bench)
    return bench.api.delete("/boxes/1")


@recipe
def capacity_in_use(bench: Bench) -> httpx.Response:
    stocked(bench)
    return bench.api.put("/boxes/1", {"capacity": 1, "description": "Smaller"})


@recipe
def insufficient_quantity(bench: Bench) -> httpx.Response:
    key = stocked(bench)
    return bench.api.post(f"/inventory/parts/{key}/remove", {"box_no": 1, "loc_no": 2, "qty": 6})


@recipe
def quantity_limit(bench: Bench) -> httpx.Response:
    key = stocked(bench)
    world = runtime_of(bench.app).world
    with world.store.transaction() as session:
        Services(session, world).inventory.add(key, box_no=1, loc_no=1, qty=2_147_483_642)
    bench.execute("UPDATE parts SET total_quantity = 2147483647")
    return bench.api.post(f"/inventory/parts/{key}/stock", {"box_no": 1, "loc_no": 1, "qty": 1})


@recipe
def same_location(bench: Bench) -> httpx.Response:
    place = {"from_box_no": 1, "from_loc_no": 2, "to_box_no": 1, "to_loc_no": 2}
    return bench.api.post(f"/inventory/parts/{stocked(bench)}/move", {**place, "qty": 1})


@recipe
def no_free_location(bench: Bench) -> httpx.Response:
    make_type(bench.api)
    return bench.api.get("/inventory/suggestions/1")


@recipe
def import_unreadable(bench: Bench) -> httpx.Response:
    return bench.api.send("POST", "/imports", files={"file": ("empty.csv", b"")})


@recipe
def plan_not_found(bench: Bench) -> httpx.Response:
    return bench.api.post("/inventory/reorganization-plans/6f9619ff-8b86-4d01-b42d-00cf4fc964ff/apply")


@recipe
def plan_outdated(bench: Bench) -> httpx.Response:
    make_type(bench.api)
    make_box(bench.api, 4)
    make_box(bench.api, 4)
    kept = [make_part(bench.api, type_id=1)["key"] for _ in range(4)]
    for number, key in enumerate(kept):
        stock(bench.api, key, 1 + number // 3, 1, 5)
    task = finished(bench.api, bench.api.post("/inventory/reorganization-plans", {"max_moves": 10}))
    assert task["result"]["moves"]
    for number, key in enumerate(kept):
        stock(bench.api, key, 1 + number // 3, 1, 1)
    return bench.api.post(f"/inventory/reorganization-plans/{task['id']}/apply")


@recipe
def constraint_violation(bench: Bench) -> httpx.Response:
    bench.execute("CREATE UNIQUE INDEX one_capacity ON boxes (capacity)")
    make_box(bench.api, 2)
    return bench.api.post("/boxes", {"capacity": 2, "description": "Again"})


@recipe
def task_not_found(bench: Bench) -> httpx.Response:
    return bench.api.get("/tasks/6f9619ff-8b86-4d01-b42d-00cf4fc964ff")


@recipe
def task_finished(bench: Bench) -> httpx.Response:
    task = finished(bench.api, bench.api.post("/inventory/reorganization-plans", {"max_moves": 1}))
    return bench.api.post(f"/tasks/{task['id']}/cancel")


@recipe
def drain_not_configured(bench: Bench) -> httpx.Response:
    return bench.api.post("/health/drain")


@recipe
def not_ready(bench: Bench) -> httpx.Response:
    runtime_of(bench.app).lifecycle.enter(Phase.DRAINING)
    return bench.api.get("/health/readyz")


@recipe
def internal(bench: Bench) -> httpx.Response:
    bench.execute("DROP TABLE quantity_history")
    return bench.api.get("/dashboard/recent-activity")


WIRE_LEVEL = {
    ErrorCode.BAD_REQUEST: b"GET /api/types HTTP/1.1\r\nHost: x\r\nno colon here\r\n\r\n",
    ErrorCode.HEADERS_TOO_LARGE: b"GET /api/types HTTP/1.1\r\nHost: x\r\nX-Large: " + b"x" * 65_536 + b"\r\n\r\n",
}
"""What the server itself refuses, before there is a request."""

OTHER_APPLICATIONS = {
    ErrorCode.UNAUTHORIZED: ({"drain_auth_key": "open-sesame-open-sesame"}, "POST", "/health/drain"),
    ErrorCode.STREAM_LIMIT: ({"sse_max_streams": 0}, "GET", "/utils/version/stream"),
    ErrorCode.DATABASE_UNAVAILABLE: (
        {"database_url": "postgresql+psycopg://nobody@127.0.0.1:1/nowhere"},
        "GET",
        "/types",
    ),
}
"""Codes that need other settings: those, and the request that is refused."""

ELSEWHERE = {
    ErrorCode.PLAN_NOT_READY: (
        "takes a task that is still at work, or one that failed",
        "api/test_reorganization.py",
    ),
    ErrorCode.IMPORT_INVALID: (
        "the problem of a task, not of an answer",
        "api/test_imports.py",
    ),
    ErrorCode.TASK_CANCELLED: ("the problem of a task, not of an answer", "e2e/test_tasks.py"),
    ErrorCode.INTERRUPTED: ("the problem of a task whose process was killed", "e2e/test_tasks.py"),
    ErrorCode.TASK_NOT_FINISHED: ("needs a kind of task that waits for the test", "e2e/test_tasks.py"),
    ErrorCode.SANDBOX_NOT_FOUND: ("exists in test mode alone", "api/test_testing.py"),
    ErrorCode.SANDBOX_PERMANENT: ("exists in test mode alone", "api/test_testing.py"),
    ErrorCode.SNAPSHOT_NOT_FOUND: ("exists in test mode alone", "api/test_testing.py"),
    ErrorCode.SNAPSHOT_LIMIT: ("exists in test mode alone", "api/test_testing.py"),
    ErrorCode.STILL_BUSY: ("exists in test mode alone", "api/test_testing.py"),
    ErrorCode.RESET_IN_PROGRESS: ("exists in test mode alone", "e2e/test_reset_under_load.py"),
}
"""Codes that other tests produce, why, and where."""


def refused_with(response: httpx.Response, code: ErrorCode) -> dict[str, Any]:
    found = dict(problem(response, CODES[code.value]["status"], code.value))
    assert found["title"] == CODES[code.value]["title"]
    return found


@pytest.mark.parametrize("code", RECIPES, ids=str)
def test_the_code_is_produced(api: Api, app: flask.Flask, code: ErrorCode) -> None:
    refused_with(RECIPES[code](Bench(api, app)), code)


@pytest.fixture(scope="module")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("server") / "parts.sqlite3"
    with running_server({"DATABASE_URL": f"sqlite:///{path}"}) as server:
        yield server.url


def exchange(url: str, request: bytes) -> httpx.Response:
    """Send bytes and read the answer until the server closes the connection."""
    place = urlsplit(url)
    with socket.create_connection((place.hostname, place.port or 80), timeout=10) as connection:
        connection.sendall(request)
        head, _, body = b"".join(iter(lambda: connection.recv(65536), b"")).partition(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = [tuple(line.split(": ", 1)) for line in lines]
    return httpx.Response(int(status.split()[1]), headers=headers, content=body)


@pytest.mark.parametrize("code", WIRE_LEVEL, ids=str)
def test_the_code_is_produced_by_the_server(server_url: str, code: ErrorCode) -> None:
    refused_with(exchange(server_url, WIRE_LEVEL[code]), code)


@pytest.mark.parametrize("code", OTHER_APPLICATIONS, ids=str)
def test_the_code_is_produced_under_other_settings(fresh_url: str, code: ErrorCode) -> None:
    settings, method, path = OTHER_APPLICATIONS[code]
    app = create_app(Settings(**{"database_url": fresh_url, **settings}), enforce_contract=True)
    with Api.in_process(app) as api:
        refused_with(api.send(method, path), code)
    runtime_of(app).close()


def test_too_many_sandboxes_are_refused(tmp_path: Path) -> None:
    env = {
        "DATABASE_URL": f"sqlite:///{tmp_path}/parts.sqlite3",
        "FLASK_ENV": "testing",
        "TESTING_MAX_SANDBOXES": "1",
    }
    with running_server(env) as server, Api.over_socket(server.url) as api:
        refused_with(api.send("PUT", "/testing/sandboxes/second"), ErrorCode.SANDBOX_LIMIT)


@pytest.mark.parametrize("code", ELSEWHERE, ids=str)
def test_the_code_is_produced_elsewhere(code: ErrorCode) -> None:
    why, file = ELSEWHERE[code]
    assert why
    assert json.dumps(code.value) in (TESTS / file).read_text(), f"{file} no longer speaks of {code}"


def test_every_code_is_produced_by_a_test() -> None:
    here = [*RECIPES, *WIRE_LEVEL, *OTHER_APPLICATIONS, *ELSEWHERE, ErrorCode.SANDBOX_LIMIT]
    assert sorted(here) == sorted(ErrorCode)
