"""The configuration of one process: read once from the environment, checked, frozen, handed down."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

DEFAULT_DATABASE_URL = "sqlite:///partsbench.sqlite3"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
ENVIRONMENTS = ("production", "testing")
MIN_KEY_LENGTH = 16

MAX_DIGITS = 10

_DECIMAL = re.compile(r"[0-9]{1,6}(?:\.[0-9]{1,6})?")


class SettingsError(ValueError):
    """A setting is malformed. The message is a sentence that says what to write instead."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the environment may decide. Each field is read from the variable of its name in capitals."""

    database_url: str = DEFAULT_DATABASE_URL
    host: str = "127.0.0.1"
    port: int = 5000
    flask_env: str = "production"
    cors_origins: tuple[str, ...] = ()
    log_level: str = "INFO"
    drain_seconds: float = 2.0
    graceful_shutdown_seconds: float = 30.0
    drain_auth_key: str | None = None
    sse_max_streams: int = 256
    sse_heartbeat_seconds: float = 15.0
    sse_idle_seconds: float = 3600.0
    sse_lagging_seconds: float = 30.0
    task_workers: int = 2
    frontend_version_url: str | None = None
    frontend_version_seconds: float = 60.0
    testing_max_sandboxes: int = 64
    testing_idle_seconds: float = 1800.0
    allow_reset_of: str = ""

    @property
    def testing(self) -> bool:
        """Whether the process runs in test mode."""
        return self.flask_env == "testing"

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> Settings:
        """Read and check every setting; an empty variable counts as absent. Raises SettingsError."""
        values = {name: parse(env[name.upper()]) for name, parse in _PARSERS.items() if env.get(name.upper())}
        return cls(**values)  # type: ignore[arg-type]  # each parser returns the type of its field


def _database_url(text: str) -> str:
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        url = None
    backend = url.get_backend_name() if url is not None else None
    # A database in memory would be gone with the connection that made it.
    is_file = backend == "sqlite" and url is not None and url.database not in {None, "", ":memory:"}
    if url is None or not (is_file or backend == "postgresql"):
        raise SettingsError(
            "DATABASE_URL is not a database address: write sqlite:///path/to/file.sqlite3 "
            "or postgresql://user:password@host:5432/name."
        )
    url = url.set(drivername="sqlite" if is_file else "postgresql+psycopg")
    return url.render_as_string(hide_password=False)


def _host(text: str) -> str:
    if not text.strip() or any(character.isspace() or character == "/" for character in text):
        raise SettingsError(f"HOST is {text!r}: write a host name or an address, such as 127.0.0.1 or 0.0.0.0.")
    return text


def _integer(name: str, low: int, high: int, example: str) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not (text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS and low <= int(text) <= high):
            raise SettingsError(f"{name} is {text!r}: write a whole number from {low} to {high}, such as {example}.")
        return int(text)

    return parse


def _seconds(name: str, high: float, example: str, low: float = 0) -> Callable[[str], float]:
    def parse(text: str) -> float:
        if not (_DECIMAL.fullmatch(text) and low <= float(text) <= high):
            raise SettingsError(f"{name} is {text!r}: write seconds from {low:g} to {high:g}, such as {example}.")
        return float(text)

    return parse


def _one_of(name: str, allowed: tuple[str, ...], fold: Callable[[str], str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        value = fold(text)
        if value not in allowed:
            raise SettingsError(f"{name} is {text!r}: write one of {', '.join(allowed)}.")
        return value

    return parse


def _origins(text: str) -> tuple[str, ...]:
    origins = tuple(part.strip().rstrip("/") for part in text.split(",") if part.strip())
    for origin in origins:
        if origin != "*" and (not _is_http(origin) or urlsplit(origin).path):
            raise SettingsError(
                f"CORS_ORIGINS has {origin!r}: write origins such as http://localhost:3000, "
                "separated by commas, or * for every origin."
            )
    return origins


def _is_http(text: str) -> bool:
    try:
        parts = urlsplit(text)
        parts.port  # noqa: B018  # Reading it raises ValueError when it is no port.
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not any(map(str.isspace, text))


def _auth_key(text: str) -> str:
    # The key itself stays out of the message: messages end up in logs.
    if len(text) < MIN_KEY_LENGTH or not text.isascii() or not text.isprintable() or " " in text:
        raise SettingsError(
            f"DRAIN_AUTH_KEY cannot be used: write at least {MIN_KEY_LENGTH} visible ASCII characters without spaces."
        )
    return text


def _http_url(name: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if not _is_http(text):
            raise SettingsError(f"{name} is {text!r}: write an address such as https://parts.example/version.json.")
        return text

    return parse


_PARSERS: Mapping[str, Callable[[str], object]] = {
    "database_url": _database_url,
    "host": _host,
    "port": _integer("PORT", 0, 65535, "5000"),
    "flask_env": _one_of("FLASK_ENV", ENVIRONMENTS, str.lower),
    "cors_origins": _origins,
    "log_level": _one_of("LOG_LEVEL", LOG_LEVELS, str.upper),
    "drain_seconds": _seconds("DRAIN_SECONDS", 3600, "2"),
    "graceful_shutdown_seconds": _seconds("GRACEFUL_SHUTDOWN_SECONDS", 3600, "30"),
    "drain_auth_key": _auth_key,
    "sse_max_streams": _integer("SSE_MAX_STREAMS", 0, 4000, "256"),
    "sse_heartbeat_seconds": _seconds("SSE_HEARTBEAT_SECONDS", 90, "15", low=0.05),
    "sse_idle_seconds": _seconds("SSE_IDLE_SECONDS", 86_400, "3600", low=0.1),
    "sse_lagging_seconds": _seconds("SSE_LAGGING_SECONDS", 3600, "30", low=0.1),
    "task_workers": _integer("TASK_WORKERS", 1, 64, "2"),
    "frontend_version_url": _http_url("FRONTEND_VERSION_URL"),
    "frontend_version_seconds": _seconds("FRONTEND_VERSION_SECONDS", 86_400, "60", low=0.05),
    "testing_max_sandboxes": _integer("TESTING_MAX_SANDBOXES", 1, 1000, "64"),
    "testing_idle_seconds": _seconds("TESTING_IDLE_SECONDS", 604_800, "1800"),
    "allow_reset_of": str,
}
