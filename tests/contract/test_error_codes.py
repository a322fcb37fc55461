"""Every code that a problem can carry, produced."""

import json
import socket
from collections.abc import Callable
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
from factories import make_box, make_part
from handlers.runtime.app import create_app
from services import Services
from services.kernel.errors import ErrorCode
from services.kernel.lifecycle import Phase
from services.kernel.settings import Settings
from support.process import ServerProcess
from support.reach import Reached
from support.recipes import IN_TEST_MODE, RECIPES, stocked
from support.testmode import sandboxed

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


BenchRecipe = Callable[[Bench], httpx.Response]
FROM_INSIDE: dict[ErrorCode, BenchRecipe] = {}
"""Codes that no request can bring about by itself."""


def recipe(made: BenchRecipe) -> BenchRecipe:
    """Register a function under the code that it is named for."""
    FROM_INSIDE[ErrorCode(made.__name__.upper())] = made
    return made


@recipe
def part_keys_exhausted(bench: Bench) -> httpx.Response:
    ids = runtime_of(bench.app).world.ids
    ids.seed(1)
    for _ in range(64):
        make_part(bench.api)
    ids.seed(1)
    return bench.api.post("/parts", {"description": "One more"})


@recipe
def quantity_limit(bench: Bench) -> httpx.Response:
    key = stocked(bench.api)
    world = runtime_of(bench.app).world
    with world.store.transaction() as session:
        Services(session, world).inventory.add(key, box_no=1, loc_no=1, qty=2_147_483_642)
    bench.execute("UPDATE parts SET total_quantity = 2147483647")
    return bench.api.post(f"/inventory/parts/{key}/stock", {"box_no": 1, "loc_no": 1, "qty": 1})


@recipe
def constraint_violation(bench: Bench) -> httpx.Response:
    bench.execute("CREATE UNIQUE INDEX one_capacity ON boxes (capacity)")
    make_box(bench.api, 2)
    return bench.api.post("/boxes", {"capacity": 2, "description": "Again"})


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
    ErrorCode.IMPORT_INVALID: ("the problem of a task, not of an answer", "api/test_imports.py"),
    ErrorCode.TASK_CANCELLED: ("the problem of a task, not of an answer", "e2e/test_tasks.py"),
    ErrorCode.INTERRUPTED: ("the problem of a task whose process was killed", "e2e/test_tasks.py"),
    ErrorCode.RESET_IN_PROGRESS: ("takes a reset that waits", "contract/test_refusals.py"),
    ErrorCode.SANDBOX_LIMIT: ("takes a server that allows few sandboxes", "contract/test_refusals.py"),
}
"""Codes that other tests produce, why, and where."""


def refused_with(response: httpx.Response, code: ErrorCode) -> dict[str, Any]:
    found = dict(problem(response, CODES[code.value]["status"], code.value))
    assert found["title"] == CODES[code.value]["title"]
    return found


@pytest.mark.parametrize("code", RECIPES, ids=str)
def test_the_code_is_produced(api: Api, code: ErrorCode) -> None:
    refused_with(RECIPES[code](api), code)


@pytest.mark.parametrize("code", FROM_INSIDE, ids=str)
def test_the_code_is_produced_from_inside(api: Api, app: flask.Flask, code: ErrorCode) -> None:
    refused_with(FROM_INSIDE[code](Bench(api, app)), code)


OVER_A_SOCKET = {**RECIPES, **IN_TEST_MODE}


@pytest.mark.parametrize("code", OVER_A_SOCKET, ids=str)
def test_the_code_is_produced_by_a_running_server(server: ServerProcess, reached: Reached, code: ErrorCode) -> None:
    with sandboxed(server) as api:
        answer = OVER_A_SOCKET[code](api)
        refused_with(answer, code)
        reached.see(answer)
        # Its tasks end with it; they would wait for ever and keep other tasks from running.
        assert api.delete(f"/testing/sandboxes/{api.http.headers['X-Test-Sandbox']}").status_code in {204, 404}


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
def test_the_code_is_produced_on_the_wire(server: ServerProcess, reached: Reached, code: ErrorCode) -> None:
    answer = exchange(server.url, WIRE_LEVEL[code])
    refused_with(answer, code)
    reached.see(answer)


@pytest.mark.parametrize("code", OTHER_APPLICATIONS, ids=str)
def test_the_code_is_produced_under_other_settings(fresh_url: str, code: ErrorCode) -> None:
    settings, method, path = OTHER_APPLICATIONS[code]
    app = create_app(Settings(**{"database_url": fresh_url, **settings}), enforce_contract=True)
    with Api.in_process(app) as api:
        refused_with(api.send(method, path), code)
    runtime_of(app).close()


@pytest.mark.parametrize("code", ELSEWHERE, ids=str)
def test_the_code_is_produced_elsewhere(code: ErrorCode) -> None:
    why, file = ELSEWHERE[code]
    assert why
    assert json.dumps(code.value) in (TESTS / file).read_text(), f"{file} no longer speaks of {code}"


def test_every_code_is_produced_by_a_test() -> None:
    here = {*RECIPES, *IN_TEST_MODE, *FROM_INSIDE, *WIRE_LEVEL, *OTHER_APPLICATIONS, *ELSEWHERE}
    assert sorted(here) == sorted(ErrorCode)
