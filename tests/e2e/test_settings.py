"""Settings and arguments: each wrong one stops the start with a sentence that says what to write."""

from collections.abc import Sequence

import pytest

from services.kernel.settings import Settings, SettingsError
from support.process import ran

WRONG = {
    "DATABASE_URL": ("mysql://localhost/parts", "DATABASE_URL is not a database address: write sqlite:///"),
    "HOST": ("local host", "HOST is 'local host': write a host name or an address, such as 127.0.0.1"),
    "PORT": ("65536", "PORT is '65536': write a whole number from 0 to 65535, such as 5000."),
    "FLASK_ENV": ("staging", "FLASK_ENV is 'staging': write one of production, testing."),
    "CORS_ORIGINS": ("localhost:3000", "CORS_ORIGINS has 'localhost:3000': write origins such as http://localhost"),
    "LOG_LEVEL": ("loud", "LOG_LEVEL is 'loud': write one of DEBUG, INFO, WARNING, ERROR, CRITICAL."),
    "DRAIN_SECONDS": ("soon", "DRAIN_SECONDS is 'soon': write seconds from 0 to 3600, such as 2."),
    "GRACEFUL_SHUTDOWN_SECONDS": ("-1", "GRACEFUL_SHUTDOWN_SECONDS is '-1': write seconds from 0 to 3600"),
    "DRAIN_AUTH_KEY": ("short", "DRAIN_AUTH_KEY cannot be used: write at least"),
    "SSE_MAX_STREAMS": ("many", "SSE_MAX_STREAMS is 'many': write a whole number from 0 to 4000"),
    "SSE_HEARTBEAT_SECONDS": ("0", "SSE_HEARTBEAT_SECONDS is '0': write seconds from 0.05 to 90"),
    "SSE_IDLE_SECONDS": ("x", "SSE_IDLE_SECONDS is 'x': write seconds from 0.1 to 86400"),
    "SSE_LAGGING_SECONDS": ("x", "SSE_LAGGING_SECONDS is 'x': write seconds from 0.1 to 3600"),
    "TASK_WORKERS": ("0", "TASK_WORKERS is '0': write a whole number from 1 to 64"),
    "FRONTEND_VERSION_URL": ("ftp://x/y", "FRONTEND_VERSION_URL is 'ftp://x/y': write an address such as https://"),
    "FRONTEND_VERSION_SECONDS": ("0", "FRONTEND_VERSION_SECONDS is '0': write seconds from 0.05 to 86400"),
    "TESTING_MAX_SANDBOXES": ("0", "TESTING_MAX_SANDBOXES is '0': write a whole number from 1 to 1000"),
    "TESTING_IDLE_SECONDS": ("1e3", "TESTING_IDLE_SECONDS is '1e3': write seconds from 0 to 604800"),
}
"""A wrong value for each setting, and how the sentence about it begins."""

ANY_TEXT_WILL_DO = {"ALLOW_RESET_OF"}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_setting_stops_the_start_with_a_sentence(name: str) -> None:
    value, sentence = WRONG[name]
    status, output, errors = ran({name: value}, "serve", "--port", "0")
    assert (status, output) == (2, "")
    assert errors.startswith(f"partsbench: {sentence}"), errors
    assert errors.endswith(".\n")
    assert len(errors.splitlines()) == 1


def test_every_setting_has_a_wrong_value_above() -> None:
    assert {name.upper() for name in Settings.__dataclass_fields__} == WRONG.keys() | ANY_TEXT_WILL_DO


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "parts.sqlite3"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "postgresql://host:port/name"),
        ("PORT", "1" * 5000),
        ("PORT", "٥٠٠٠"),
        ("CORS_ORIGINS", "http://localhost:3000/path"),
        ("CORS_ORIGINS", "http://["),
        ("CORS_ORIGINS", "http://localhost:port"),
        ("FRONTEND_VERSION_URL", "http://["),
        ("FRONTEND_VERSION_URL", "https://"),
    ],
)
def test_a_malformed_value_is_refused_with_what_to_write(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"^{name} .*: write .*\\.$"):
        Settings.from_env({name: value})


def test_an_odd_driver_is_the_one_that_is_there() -> None:
    assert Settings.from_env({"DATABASE_URL": "sqlite+aiosqlite:///x.db"}).database_url == "sqlite:///x.db"
    url = Settings.from_env({"DATABASE_URL": "postgresql+asyncpg://u:p@h/x"}).database_url
    assert url == "postgresql+psycopg://u:p@h/x"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--port", "http"), "PORT is 'http': write a whole number from 0 to 65535"),
        (("--host", "a b"), "HOST is 'a b': write a host name or an address"),
    ],
)
def test_a_wrong_argument_stops_the_start_with_a_sentence(arguments: Sequence[str], sentence: str) -> None:
    status, output, errors = ran({}, "serve", *arguments)
    assert (status, output) == (2, "")
    assert errors.startswith(f"partsbench: {sentence}")


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("postgresql://nobody@127.0.0.1:1/nowhere", "The database postgresql+psycopg://nobody@127.0.0.1:1/nowhere"),
        ("postgresql://a:secret@127.0.0.1:1/x", "The database postgresql+psycopg://a:***@127.0.0.1:1/x"),
        ("sqlite:////dev/null/parts.sqlite3", "The database sqlite:////dev/null/parts.sqlite3 cannot be opened"),
    ],
)
def test_a_database_that_is_away_stops_the_start_with_a_sentence(url: str, sentence: str) -> None:
    status, output, errors = ran({"DATABASE_URL": url}, "serve", "--port", "0")
    assert (status, output) == (1, "")
    assert errors.startswith(f"partsbench: {sentence}"), errors
    assert "Traceback" not in errors
    assert "secret" not in errors
