"""Sixteen workers in sixteen sandboxes at once end where each would have ended alone."""

import os
import random
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from clients import Api
from support.process import ServerProcess
from support.testmode import database_of_kind, sandboxed, server_in_test_mode

WORKERS = 16
SECONDS = float(os.environ.get("PARTSBENCH_LONG_RUN_SECONDS", "8"))
FROZEN = "2026-03-01T12:00:00Z"


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, postgres: str, tmp_path: Path) -> Iterator[ServerProcess]:
    with (
        database_of_kind(request.param, postgres, tmp_path) as url,
        server_in_test_mode(url, LOG_LEVEL="WARNING") as running,
    ):
        yield running


class Script:
    """Mixed work that depends on nothing but its number: the same steps, whoever else is at it."""

    def __init__(self, number: int) -> None:
        self._random = random.Random(number)
        self._keys: list[str] = []

    def begin(self, api: Api, number: int) -> None:
        api.put("/testing/clock", {"freeze_at": FROZEN})
        api.put("/testing/ids", {"seed": number})
        assert api.post("/testing/reset?seed=true").status_code == 200
        self._keys = [part["key"] for part in api.get("/parts?limit=500").json()]

    def step(self, api: Api) -> None:
        self._random.choice([self._add_type, self._add_part, self._add_stock, self._rename, self._remove_part])(api)
        api.put("/testing/clock", {"advance_by": 60})

    def _add_type(self, api: Api) -> None:
        expect(api.post("/types", {"name": f"Type {self._random.randrange(10**9)}"}), 201, 409)

    def _add_part(self, api: Api) -> None:
        made = api.post("/parts", {"description": f"Part {self._random.random()}", "tags": ["made", "here"]})
        expect(made, 201)
        self._keys.append(made.json()["key"])

    def _add_stock(self, api: Api) -> None:
        place = {"box_no": self._random.randint(1, 8), "loc_no": self._random.randint(1, 8)}
        key = self._random.choice(self._keys)
        expect(api.post(f"/inventory/parts/{key}/stock", {**place, "qty": self._random.randint(1, 9)}), 201, 404)

    def _rename(self, api: Api) -> None:
        expect(api.put(f"/types/{self._random.randint(1, 40)}", {"name": f"N {self._random.random()}"}), 200, 404)

    def _remove_part(self, api: Api) -> None:
        expect(api.delete(f"/parts/{self._random.choice(self._keys)}"), 204, 404, 409)


def expect(answer: Any, *statuses: int) -> None:
    assert answer.status_code in statuses, answer.text


def final_contents(api: Api, number: int) -> dict[str, Any]:
    """Every row, by comparing with a snapshot of an empty inventory of the same name in each sandbox."""
    api.post("/testing/snapshots/end")
    api.put("/testing/clock", {"freeze_at": FROZEN})
    assert api.post("/testing/reset").status_code == 200
    contents: dict[str, Any] = api.get("/testing/snapshots/end/diff").json()
    return {"number": number, "tables": contents["tables"]}


@pytest.mark.timeout(900)
def test_sixteen_sandboxes_end_as_each_would_alone(server: ServerProcess) -> None:
    steps = [0] * WORKERS
    together: list[dict[str, Any]] = []
    began = threading.Barrier(WORKERS)

    def work(number: int) -> dict[str, Any]:
        script = Script(number)
        with sandboxed(server, f"worker-{number}") as api:
            script.begin(api, number)
            began.wait()
            deadline = time.monotonic() + SECONDS
            while time.monotonic() < deadline:
                script.step(api)
                steps[number] += 1
            return final_contents(api, number)

    with ThreadPoolExecutor(WORKERS) as pool:
        together = list(pool.map(work, range(WORKERS)))
    assert min(steps) > 0
    for number in range(WORKERS):
        script = Script(number)
        with sandboxed(server, f"alone-{number}") as api:
            script.begin(api, number)
            for _ in range(steps[number]):
                script.step(api)
            assert final_contents(api, number) == together[number]
