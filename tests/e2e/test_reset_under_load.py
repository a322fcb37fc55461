"""Resets while others work: every other answer is right or says that a reset is going on, and nothing breaks."""

import random
import threading
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from clients import Api
from factories import make_type
from support.process import ServerProcess
from support.testmode import database_of_kind, sandboxed, server_in_test_mode
from support.wait import eventually

RESETS = 1000
CLIENTS = 8
KILLS = 4
SET_UP_TYPE = "Relay"


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, postgres: str, tmp_path: Path) -> Iterator[str]:
    with database_of_kind(request.param, postgres, tmp_path) as database_url:
        yield database_url


@pytest.fixture
def server(url: str) -> Iterator[ServerProcess]:
    with server_in_test_mode(url, LOG_LEVEL="WARNING") as running:
        yield running


class Worker:
    """Works in a sandbox until it is told to stop, and counts what it is answered."""

    def __init__(self, server: ServerProcess, number: int, seeded: int, stop: threading.Event) -> None:
        self._server = server
        self._stop = stop
        self._random = random.Random(number)
        self._number = number
        self._seeded = seeded
        self.answers: Counter[str] = Counter()

    def work(self) -> None:
        with sandboxed(self._server, "under-load") as api:
            while not self._stop.is_set():
                self._random.choice([self._list, self._create, self._page])(api)

    def _list(self, api: Api) -> None:
        answer = api.get("/types")
        if self._served(answer):
            assert SET_UP_TYPE in {entry["name"] for entry in answer.json()}

    def _page(self, api: Api) -> None:
        answer = api.get("/parts", params={"q": "resistor"})
        if self._served(answer):
            assert int(answer.headers["X-Total-Count"]) in {0, self._seeded}

    def _create(self, api: Api) -> None:
        answer = api.post("/types", {"name": f"Type {self._number} {self._random.random()}"})
        if self._served(answer, 201):
            assert answer.headers["Location"] == f"/api/types/{answer.json()['id']}"

    def _served(self, answer: httpx.Response, status: int = 200) -> bool:
        if answer.status_code == 503:
            assert answer.json()["code"] == "RESET_IN_PROGRESS", answer.text
            assert int(answer.headers["Retry-After"]) >= 1
            self.answers["RESET_IN_PROGRESS"] += 1
            return False
        assert answer.status_code == status, answer.text
        self.answers["served"] += 1
        return True


def resistors(api: Api) -> int:
    return int(api.get("/parts", params={"q": "resistor"}).headers["X-Total-Count"])


@pytest.mark.timeout(600)
def test_a_thousand_resets_under_eight_clients_break_nothing(server: ServerProcess) -> None:
    stop = threading.Event()
    with sandboxed(server, "under-load") as api:
        assert api.post("/testing/reset?seed=true").status_code == 200
        seeded = resistors(api)
        assert seeded > 0
        bystander = api.put("/testing/sandboxes/bystander", {"seed": True})
        assert bystander.status_code == 201
        workers = [Worker(server, number, seeded, stop) for number in range(CLIENTS)]
        outcomes: Counter[str] = Counter()
        with ThreadPoolExecutor(CLIENTS) as pool:
            running = [pool.submit(worker.work) for worker in workers]
            try:
                while outcomes["ok"] < RESETS:
                    answer = api.post(f"/testing/reset?seed={'true' if outcomes['ok'] % 2 else 'false'}")
                    outcomes[answer.json().get("status", answer.text)] += 1
                    assert set(outcomes) == {"ok"}, outcomes
            finally:
                stop.set()
            for one in running:
                one.result()
        served = sum((worker.answers for worker in workers), Counter[str]())
        assert served["served"] > CLIENTS
        # Afterwards the sandbox is what a new database is, and the others never noticed.
        api.put("/testing/clock", {"freeze_at": "2026-03-01T12:00:00Z"})
        api.post("/testing/reset?seed=true")
        api.post("/testing/snapshots/after")
        api.post("/testing/reset?seed=true&rebuild=true")
        assert api.get("/testing/snapshots/after/diff").json()["tables"] == []
        assert api.get("/testing/idle").status_code == 200
    with sandboxed(server, "bystander") as other:
        assert other.get("/testing/sandboxes/bystander").json()["generation"] == 1
        assert resistors(other) == seeded


def test_a_second_reset_meanwhile_is_told_so_and_a_reset_waits_for_what_is_in_flight(server: ServerProcess) -> None:
    with sandboxed(server) as api, ThreadPoolExecutor(2) as pool:
        api.put("/testing/faults", {"rules": [{"operation_id": "list_types", "times": 1, "delay_ms": 800}]})
        slow = pool.submit(api.get, "/types")
        eventually(lambda: api.get("/testing/idle?timeout_ms=0").status_code == 408)
        reset = pool.submit(api.post, "/testing/reset")
        eventually(lambda: slow.done() or api.get("/boxes").status_code == 503)
        second = api.post("/testing/reset")
        assert second.json().get("code") == "RESET_IN_PROGRESS"
        assert second.headers["Retry-After"]
        assert slow.result().status_code == 200
        assert reset.result().status_code == 200
        assert api.get("/boxes").status_code == 200


@pytest.mark.timeout(600)
def test_a_server_killed_in_the_middle_of_a_reset_is_healthy_after_its_restart(url: str) -> None:
    chance = random.Random(4)
    for _ in range(KILLS):
        with server_in_test_mode(url, LOG_LEVEL="WARNING") as server:
            _reset_until_killed(server, after=chance.uniform(0.05, 0.5))
        with server_in_test_mode(url, LOG_LEVEL="WARNING") as server, sandboxed(server, "default") as api:
            assert api.get("/health/readyz").status_code == 200
            made = make_type(api)
            assert api.get(f"/types/{made['id']}").json()["name"] == made["name"]
            api.put("/testing/clock", {"freeze_at": "2026-03-01T12:00:00Z"})
            assert api.post("/testing/reset?seed=true").status_code == 200
            api.post("/testing/snapshots/healthy")
            assert api.post("/testing/reset?seed=true&rebuild=true").status_code == 200
            assert api.get("/testing/snapshots/healthy/diff").json()["tables"] == []


def _reset_until_killed(server: ServerProcess, after: float) -> None:
    def reset(name: str) -> None:
        with sandboxed(server, name) as api:
            seed = False
            while True:
                seed = not seed
                try:
                    api.post(f"/testing/reset?seed={str(seed).lower()}")
                except httpx.TransportError:
                    return

    with ThreadPoolExecutor(3) as pool:
        for name in ("default", "one", "two"):
            pool.submit(reset, name)
        timer = threading.Timer(after, server.process.kill)
        timer.start()
        server.process.wait(30)
        timer.join()
