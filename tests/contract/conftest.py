"""A running server in test mode on each database, an application in process, and what all of them have reached."""

from collections.abc import Iterator
from pathlib import Path

import flask
import pytest

from applications import compiled_app, living_on, migrate, runtime_of
from clients import Api
from support.process import ServerProcess
from support.reach import Reached, summary
from support.testmode import database_of_kind, server_in_test_mode

HERE = Path(__file__).parent
REACHED = pytest.StashKey[Reached]()
JUDGES = "judges_the_whole_run"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", f"{JUDGES}: needs all of tests/contract to have run in this process before it")
    config.stash[REACHED] = Reached()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the judges last, and take them out of a run that is only a part of the whole."""
    judges = [item for item in items if item.get_closest_marker(JUDGES)]
    others = [item for item in items if item not in judges]
    if _is_whole(config, others):
        items[:] = [*others, *judges]
    else:
        config.hook.pytest_deselected(items=judges)
        items[:] = others


def _is_whole(config: pytest.Config, items: list[pytest.Item]) -> bool:
    chosen = {item.path.name for item in items if item.path.parent == HERE}
    is_narrowed = bool(config.option.keyword or config.option.markexpr) or hasattr(config, "workerinput")
    names_tests = any("::" in argument for argument in config.args)
    return not is_narrowed and not names_tests and chosen >= {path.name for path in HERE.glob("test_*.py")}


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Show in a few lines what was reached of the document."""
    counts = config.stash[REACHED].counts()
    if counts:
        terminalreporter.section("coverage of the document")
        for line in summary(counts):
            terminalreporter.line(line)


@pytest.fixture(scope="session")
def reached(pytestconfig: pytest.Config) -> Reached:
    """What the whole run has reached of the document."""
    return pytestconfig.stash[REACHED]


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def server(
    request: pytest.FixtureRequest, postgres: str, tmp_path_factory: pytest.TempPathFactory, reached: Reached
) -> Iterator[ServerProcess]:
    """A server in test mode; what it counted is added up at its end."""
    folder = tmp_path_factory.mktemp("server")
    settings = {
        "DRAIN_AUTH_KEY": "nobody-guesses-this-key-by-chance",
        "SSE_HEARTBEAT_SECONDS": "0.3",
        "TESTING_MAX_SANDBOXES": "1000",
    }
    with (
        database_of_kind(request.param, postgres, folder) as url,
        server_in_test_mode(url, **settings) as running,
        reached.watching(running),
    ):
        yield running


@pytest.fixture(scope="session")
def compiled() -> Iterator[flask.Flask]:
    app = compiled_app()
    yield app
    runtime_of(app).close()


@pytest.fixture
def fresh_url(tmp_path: Path) -> str:
    """The URL of a migrated, empty database."""
    url = f"sqlite:///{tmp_path}/parts.sqlite3"
    migrate(url)
    return url


@pytest.fixture
def app(compiled: flask.Flask, fresh_url: str) -> Iterator[flask.Flask]:
    with living_on(compiled, fresh_url):
        yield compiled


@pytest.fixture
def api(app: flask.Flask) -> Iterator[Api]:
    with Api.in_process(app) as client:
        yield client
