"""The pool of tasks, its rows and its clock, on each database."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from services import Services, schema
from services.kernel.clock import ControlledClock
from services.kernel.correlation import Trace, current_trace, tracing
from services.kernel.errors import ErrorCode, TaskNotFinished, TaskNotFound
from services.kernel.store import Store
from services.kernel.world import World
from services.live_tasks import LiveTasks
from services.models import Task
from services.runner import TaskContext, TaskRunner
from services.tasks import TaskView

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


@pytest.fixture
def world(database_url: str) -> Iterator[World]:
    clock = ControlledClock()
    clock.freeze(NOON)
    made = World(Store(database_url), clock)
    schema.upgrade(made.store)
    yield made
    made.store.dispose()


@contextmanager
def running(size: int = 1) -> Iterator[tuple[TaskRunner, threading.Event, list[Trace]]]:
    """A runner whose tasks wait for the event and note their marks."""
    gate = threading.Event()
    traces: list[Trace] = []

    def gated(context: TaskContext) -> dict[str, int]:
        traces.append(current_trace())
        context.progress("waiting", 0.5)
        while not gate.wait(0.01):
            context.check_cancelled()
        return {"answer": context.arguments["number"]}

    def growing(context: TaskContext) -> dict[str, int]:
        with context.transaction() as session:
            kind = Services(session, context.world).types.create(name=context.arguments["name"])
        context.progress("x" * 600, 7.0)
        return {"type_id": kind.id}

    runner = TaskRunner({"gated": gated, "growing": growing}, size)
    try:
        yield runner, gate, traces
    finally:
        gate.set()
        assert runner.stop(10)


def start(world: World, runner: TaskRunner, kind: str = "gated", **arguments: object) -> TaskView:
    with world.store.transaction() as session:
        return Services(session, world, runner).tasks.start(kind, arguments or {"number": 42})


def get(world: World, runner: TaskRunner, task_id: str) -> TaskView:
    with world.store.reading() as session:
        return Services(session, world, runner).tasks.get(task_id)


def test_a_task_runs_under_the_marks_and_the_clock_of_its_starter(world: World) -> None:
    with running() as (runner, gate, traces):
        with tracing(Trace("cid", "box", "a test")):
            task = start(world, runner)
        assert (task.status, task.created_at) == ("pending", NOON)
        world.clock.advance(timedelta(hours=1))  # type: ignore[attr-defined]  # the fixture's clock is controlled
        gate.set()
        assert runner.wait_until_idle(world, 10)
        done = get(world, runner, task.id)
    assert (done.status, done.result, done.correlation_id) == ("completed", {"answer": 42}, "cid")
    assert done.finished_at == NOON + timedelta(hours=1)
    assert traces == [Trace("cid", "box", "a test")]


def test_a_task_writes_through_transactions_of_its_own(world: World) -> None:
    with running() as (runner, _gate, _traces):
        task = start(world, runner, "growing", name="Relay")
        assert runner.wait_until_idle(world, 10)
        done = get(world, runner, task.id)
        with world.store.reading() as session:
            assert Services(session, world).types.get(done.result["type_id"]).name == "Relay"  # type: ignore[index]
    assert done.progress is not None
    assert (len(done.progress.message), done.progress.value) == (500, 1.0)


def test_a_refusal_inside_a_task_is_its_failure(world: World) -> None:
    with running() as (runner, _gate, _traces):
        for _ in range(2):
            task = start(world, runner, "growing", name="Relay")
        assert runner.wait_until_idle(world, 10)
        done = get(world, runner, task.id)
    assert (done.status, done.result) == ("failed", None)
    assert done.failure == {"code": "TYPE_NAME_TAKEN", "detail": "A type named Relay already exists", "members": {}}


def test_a_task_does_not_begin_when_its_session_is_rolled_back_or_only_a_savepoint_ends(world: World) -> None:
    with running() as (runner, _gate, _traces):
        with world.store.session(write=True) as session:
            tasks = Services(session, world, runner).tasks
            with session.begin_nested():
                task = tasks.start("gated", {"number": 1})
            assert runner.jobs() == []
            session.rollback()
            session.commit()
        assert runner.jobs() == []
        with pytest.raises(TaskNotFound):
            get(world, runner, task.id)


def test_an_unknown_kind_is_a_mistake_of_the_program(world: World) -> None:
    with running() as (runner, _gate, _traces), pytest.raises(KeyError):
        start(world, runner, "unknown")


def test_at_most_as_many_tasks_run_as_there_are_workers(world: World) -> None:
    with running(size=2) as (runner, gate, traces):
        tasks = [start(world, runner) for _ in range(5)]
        statuses = sorted(get(world, runner, task.id).status for task in tasks)
        assert statuses.count("pending") >= 3
        gate.set()
        assert runner.wait_until_idle(world, 10)
        assert {get(world, runner, task.id).status for task in tasks} == {"completed"}
    assert len(traces) == 5


def test_the_tasks_of_a_process_that_is_gone_are_interrupted_and_those_of_this_one_are_not(world: World) -> None:
    with running() as (runner, _gate, _traces):
        mine = start(world, runner)
        with world.store.transaction() as session:
            session.info["clock"] = world.clock
            session.add(Task(id="0" * 36, kind="gated", owner="gone"))
        LiveTasks(runner).recover(world)
        orphan = get(world, runner, "0" * 36)
        assert (orphan.status, orphan.finished_at) == ("failed", NOON)
        assert orphan.failure is not None
        assert orphan.failure["code"] == ErrorCode.INTERRUPTED
        assert get(world, runner, mine.id).status in {"pending", "running"}


def test_only_finished_tasks_are_deleted(world: World) -> None:
    with running() as (runner, gate, _traces):
        task = start(world, runner)
        with world.store.transaction() as session, pytest.raises(TaskNotFinished):
            Services(session, world, runner).tasks.delete(task.id)
        gate.set()
        assert runner.wait_until_idle(world, 10)
        with world.store.transaction() as session:
            Services(session, world, runner).tasks.delete(task.id)
        with pytest.raises(TaskNotFound):
            get(world, runner, task.id)


def test_two_worlds_with_the_same_seed_do_not_meet(world: World, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = World(Store(f"sqlite:///{tmp_path_factory.mktemp('other') / 'parts.sqlite3'}"), name="other")
    schema.upgrade(other.store)
    with running(size=2) as (runner, gate, _traces):
        for one in (world, other):
            one.ids.seed(7)
        first, second = start(world, runner), start(other, runner)
        assert first.id == second.id
        LiveTasks(runner).cancel(other, second.id)
        assert runner.wait_until_idle(other, 10)
        assert len(runner.jobs(world)) == 1
        gate.set()
        assert runner.wait_until_idle(None, 10)
        assert get(world, runner, first.id).status == "completed"
        assert get(other, runner, second.id).status == "cancelled"
    other.store.dispose()
