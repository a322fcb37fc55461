"""The settings of streams, tasks and the end of the process."""

import pytest

from services.kernel.settings import Settings, SettingsError


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("SSE_MAX_STREAMS", "5000", "SSE_MAX_STREAMS is '5000': write a whole number from 0 to 4000, such as 256."),
        (
            "SSE_HEARTBEAT_SECONDS",
            "0",
            "SSE_HEARTBEAT_SECONDS is '0': write seconds from 0.05 to 90, such as 15.",
        ),
        ("TASK_WORKERS", "0", "TASK_WORKERS is '0': write a whole number from 1 to 64, such as 2."),
        (
            "FRONTEND_VERSION_URL",
            "file:///etc/passwd",
            "FRONTEND_VERSION_URL is 'file:///etc/passwd': write an address such as https://parts.example/version.json.",
        ),
        (
            "DRAIN_AUTH_KEY",
            "too-short",
            "DRAIN_AUTH_KEY cannot be used: write at least 16 visible ASCII characters without spaces.",
        ),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_with_what_to_write(name: str, text: str, sentence: str) -> None:
    with pytest.raises(SettingsError) as refused:
        Settings.from_env({name: text})
    assert str(refused.value) == sentence


def test_what_is_written_is_what_counts() -> None:
    settings = Settings.from_env(
        {
            "SSE_MAX_STREAMS": "500",
            "SSE_HEARTBEAT_SECONDS": "0.5",
            "TASK_WORKERS": "4",
            "DRAIN_AUTH_KEY": "0123456789abcdef",
            "FRONTEND_VERSION_URL": "http://localhost:3000/version.json",
        }
    )
    assert (settings.sse_max_streams, settings.sse_heartbeat_seconds, settings.task_workers) == (500, 0.5, 4)
    assert settings.drain_auth_key == "0123456789abcdef"
    assert settings.frontend_version_url == "http://localhost:3000/version.json"
