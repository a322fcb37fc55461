"""The server as a real process, as tests start it."""

import httpx
import pytest

from support.process import running_server


def test_a_server_is_reachable_while_the_block_lasts_and_its_log_can_be_read() -> None:
    env = {"DATABASE_URL": "sqlite:///parts.sqlite3", "DRAIN_SECONDS": "0"}
    with running_server(env) as server:
        answer = httpx.get(f"{server.url}/api/health/healthz", headers={"X-Request-ID": "from-the-test"})
        assert answer.status_code == 200
        httpx.get(f"{server.url}/api/a\N{LINE SEPARATOR}separator")
        assert "from-the-test" in {line.get("correlation_id") for line in server.log_lines()}
    assert server.process.returncode == 0
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{server.url}/api/health/healthz")


def test_the_last_words_of_a_server_that_cannot_start_are_shown() -> None:
    with (
        pytest.raises(AssertionError, match=r"ended with status 2 before it was ready:\n.*PORT is 'many'"),
        running_server({"PORT": "many"}, ()),
    ):
        pass


def test_the_developers_own_settings_do_not_reach_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "nonsense")
    with running_server({"DATABASE_URL": "sqlite:///parts.sqlite3", "DRAIN_SECONDS": "0"}) as server:
        assert httpx.get(f"{server.url}/api/health/healthz").status_code == 200
