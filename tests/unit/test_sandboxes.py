"""Gates, the registry of sandboxes, and how much of a log one reader gets."""

import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

import openapi
from services.kernel.correlation import Trace, tracing
from services.testing.coverage import Inventory
from services.testing.errors import ResetInProgress, SandboxLimit, StillBusy
from services.testing.gate import Gate, SandboxGone
from services.testing.logs import Filter, LogBook, Throttle
from services.testing.places import Beginning
from services.testing.sandboxes import Sandboxes
from services.testing.sources import Sources
from services.testing.sqlite_places import FOLDER_PREFIX, SqlitePlaces, remove_stale_folders

INVENTORY = Inventory(openapi.load(testing=True))


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandboxes]:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    places = SqlitePlaces(make_url(f"sqlite:///{tmp_path / 'default.sqlite3'}"), Sources())
    made = Sandboxes(
        places,
        limit=3,
        idle_seconds=0.0,
        inventory=INVENTORY,
        prepare=lambda _sandbox: None,
        forget=lambda _sandbox: None,
    )
    yield made
    made.close()


def test_who_comes_to_a_closed_gate_is_refused_and_nobody_waits() -> None:
    gate = Gate()
    with gate.closed(0):
        with pytest.raises(ResetInProgress):
            gate.enter("a request")
        with pytest.raises(ResetInProgress), gate.closed(0):
            pass
    with gate.entered("a request"):
        assert gate.inside == ["a request"]


def test_a_gate_that_cannot_be_closed_in_time_is_open_again() -> None:
    gate = Gate()
    ticket = gate.enter("GET /api/parts")
    with pytest.raises(StillBusy) as refused, gate.closed(0.01):
        pass
    assert refused.value.extra["busy"] == ["GET /api/parts"]
    gate.leave(gate.enter("another"))
    gate.leave(ticket)
    gate.leave(ticket)
    with gate.closed(0):
        pass


def test_closing_waits_for_those_inside() -> None:
    gate = Gate()
    ticket = gate.enter("a request")
    closed = threading.Event()

    def close() -> None:
        with gate.closed(10):
            closed.set()

    closing = threading.Thread(target=close)
    closing.start()
    assert not closed.is_set()
    gate.leave(ticket)
    closing.join(10)
    assert closed.is_set()


def test_a_gate_closed_for_good_stays_closed_unless_the_closing_failed() -> None:
    gate = Gate()
    with pytest.raises(RuntimeError), gate.closed(0, for_good=True):
        raise RuntimeError
    gate.leave(gate.enter("still there"))
    with gate.closed(0, for_good=True):
        pass
    with pytest.raises(SandboxGone):
        gate.enter("too late")


def test_more_sandboxes_than_allowed_are_refused_while_all_are_in_use(registry: Sandboxes) -> None:
    tickets = [registry.enter(name, "work") for name in ("one", "two")]
    with pytest.raises(SandboxLimit):
        registry.use("three")
    sandbox, ticket = tickets[0]
    sandbox.gate.leave(ticket)
    assert registry.use("three").name == "three"
    assert [one.name for one in registry.all()] == ["default", "three", "two"]


def test_idle_sandboxes_go_and_busy_ones_and_the_default_one_stay(registry: Sandboxes) -> None:
    registry.use("idle")
    registry.enter("busy", "work")
    registry.expire()
    assert [one.name for one in registry.all()] == ["busy", "default"]


def test_the_files_of_sandboxes_are_private_and_go_with_them(registry: Sandboxes, tmp_path: Path) -> None:
    sandbox, opened = registry.put("filed", Beginning(seed=True))
    assert opened
    (folder,) = tmp_path.glob(f"{FOLDER_PREFIX}*")
    assert folder.stat().st_mode & 0o777 == 0o700
    assert list(folder.glob("*.sqlite3"))
    registry.delete("filed")
    assert not list(folder.glob("*.sqlite3*"))
    assert sandbox.gate is not registry.use("filed").gate
    registry.close()
    assert not folder.exists()


def test_the_folder_of_a_killed_process_is_removed_and_that_of_a_living_one_is_not(
    registry: Sandboxes, tmp_path: Path
) -> None:
    registry.use("alive")
    (living,) = tmp_path.glob(f"{FOLDER_PREFIX}*")
    stale = tmp_path / f"{FOLDER_PREFIX}stale"
    stale.mkdir()
    (stale / "lock").touch()
    (stale / "1.sqlite3").touch()
    remove_stale_folders()
    assert not stale.exists()
    assert living.exists()


def test_one_reader_gets_so_many_records_a_second_and_hears_how_many_were_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr("services.testing.logs.monotonic", lambda: now[0])
    throttle = Throttle(per_second=3)
    assert [throttle.take() for _ in range(5)] == [0, 0, 0, None, None]
    now[0] += 1.0
    assert [throttle.take() for _ in range(2)] == [2, 0]


def test_records_are_kept_by_sandbox_and_found_by_every_filter() -> None:
    book = LogBook()
    book.open("a")
    logger = logging.getLogger("partsbench.some.place")
    logger.addHandler(book)
    logger.propagate = False
    with tracing(Trace("id-1", "a", "the test")):
        logger.warning("in a", extra={"fact": 1})
    with tracing(Trace("id-2", "unknown")):
        logger.error("elsewhere")
    (entry,) = book.buffer("a").entries(Filter())
    assert (entry["message"], entry["level"], entry["extra"]) == ("in a", "WARNING", {"fact": 1})
    assert [one["message"] for one in book.buffer("default").entries(Filter())] == ["elsewhere"]
    assert [one["message"] for one in book.everywhere(Filter(test_id="the test"))] == ["in a"]
    unwanted = [Filter(level="ERROR"), Filter(logger="other"), Filter(correlation_id="id-2"), Filter(test_id="no")]
    assert [found for wanted in unwanted for found in book.buffer("a").entries(wanted)] == []
    wanted = [Filter(level="WARNING"), Filter(logger="partsbench.some"), Filter(correlation_id="id")]
    assert [len(book.buffer("a").entries(one)) for one in wanted] == [1, 1, 1]
