"""What the process logs, kept apart by sandbox, to be looked at afterwards or listened to."""

from __future__ import annotations

import logging
import threading
from collections import deque
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import Connection

from services.kernel.clock import monotonic
from services.kernel.correlation import current_trace
from services.kernel.events import EventHub
from services.kernel.logs import TraceFilter, record_extra, record_time
from services.kernel.world import DEFAULT_WORLD

KEPT = 5_000
"""How many records a sandbox remembers."""

TOPIC = "log"
EVENT = "log"
STREAM_RATE = 500
"""How many records a second one stream carries."""

SQL_LOGGER = "partsbench.sql"
MAX_TEXT = 4_000

Entry = dict[str, Any]

_formatter = logging.Formatter()


@dataclass(frozen=True, slots=True)
class Filter:
    """Which records are wanted. Prefixes for the logger and the correlation id; the level is the lowest one."""

    level: str = "DEBUG"
    logger: str | None = None
    correlation_id: str | None = None
    test_id: str | None = None
    sql: bool = False

    def wants(self, entry: Entry) -> bool:
        """Whether a record is wanted."""
        if entry["logger"] == SQL_LOGGER:
            if not self.sql:
                return False
        elif _number(entry["level"]) < _number(self.level):
            return False
        return (
            _begins(entry["logger"], self.logger)
            and _begins(entry["correlation_id"], self.correlation_id)
            and (self.test_id is None or entry["test_id"] == self.test_id)
        )


class LogBuffer:
    """The records of one sandbox: the last of them, and a hub for those who want to hear of new ones."""

    def __init__(self) -> None:
        # Reentrant, as the locks of the hub are: see services.kernel.events.
        self._guard = threading.RLock()
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        # Not the hub of the world: a record on its way to a reader does not make the sandbox busy.
        self.hub = EventHub(capacity=KEPT)

    def append(self, entry: Entry) -> None:
        """Keep a record and tell whoever listens."""
        with self._guard:
            self._entries.append(entry)
        self.hub.publish(TOPIC, EVENT, entry)

    def entries(self, wanted: Filter) -> list[Entry]:
        """The records that are wanted, the oldest first."""
        with self._guard:
            kept = list(self._entries)
        return [entry for entry in kept if wanted.wants(entry)]

    def clear(self) -> None:
        """Forget the records; whoever listens stays."""
        with self._guard:
            self._entries.clear()


class Throttle:
    """Lets through so many records a second for one reader, and counts the others."""

    def __init__(self, per_second: int = STREAM_RATE) -> None:
        self._per_second = per_second
        self._window = float("-inf")
        self._passed = 0
        self._dropped = 0

    def take(self) -> int | None:
        """How many records were left out before this one, None to leave this one out as well."""
        now = monotonic()
        if now - self._window >= 1.0:
            self._window, self._passed = now, 0
        if self._passed >= self._per_second:
            self._dropped += 1
            return None
        self._passed += 1
        dropped, self._dropped = self._dropped, 0
        return dropped


class LogBook(logging.Handler):
    """A handler for the root logger that gives each record to the buffer of its sandbox."""

    def __init__(self) -> None:
        super().__init__()
        self.addFilter(TraceFilter())
        self._buffers: dict[str, LogBuffer] = {DEFAULT_WORLD: LogBuffer()}

    def open(self, sandbox: str) -> None:
        """Keep a buffer for this sandbox. One that is there already loses its records and keeps its listeners."""
        if sandbox in self._buffers:
            self._buffers[sandbox].clear()
        else:
            self._buffers[sandbox] = LogBuffer()

    def close_buffer(self, sandbox: str) -> None:
        """Forget a sandbox. Whoever listens has heard all that there will be."""
        buffer = self._buffers.pop(sandbox, None) if sandbox != DEFAULT_WORLD else None
        if buffer is not None:
            buffer.hub.close("completed")

    def buffer(self, sandbox: str | None) -> LogBuffer:
        """The buffer of a sandbox; what belongs to none that exists goes to the default one."""
        return self._buffers.get(sandbox or DEFAULT_WORLD) or self._buffers[DEFAULT_WORLD]

    def everywhere(self, wanted: Filter) -> list[Entry]:
        """The records of all sandboxes that are wanted, in the order of time."""
        found = [entry for buffer in list(self._buffers.values()) for entry in buffer.entries(wanted)]
        return sorted(found, key=lambda entry: str(entry["timestamp"]))

    def emit(self, record: logging.LogRecord) -> None:
        sandbox = getattr(record, "sandbox", None)
        self.buffer(sandbox).append(_entry(record))


def record_statements(engine: Engine, book: LogBook) -> None:
    """Write down each SQL statement that a piece of traced work runs on ``engine``."""

    def before(connection: Connection, *_rest: Any) -> None:
        connection.info["statement_began_at"] = monotonic()

    def after(
        connection: Connection, _cursor: Any, statement: str, parameters: Any, _context: Any, _many: bool
    ) -> None:
        trace = current_trace()
        if trace.correlation_id is None:
            return
        record = logging.makeLogRecord({"name": SQL_LOGGER, "levelname": "DEBUG", "levelno": logging.DEBUG})
        record.msg = " ".join(statement.split())[:MAX_TEXT]
        record.correlation_id = trace.correlation_id
        record.sandbox = trace.sandbox
        record.test_id = trace.test_id
        record.parameters = repr(parameters)[:MAX_TEXT]
        record.duration_ms = round((monotonic() - connection.info.get("statement_began_at", monotonic())) * 1000, 3)
        book.buffer(trace.sandbox).append(_entry(record))

    event.listen(engine, "before_cursor_execute", before)
    event.listen(engine, "after_cursor_execute", after)


def _entry(record: logging.LogRecord) -> Entry:
    exception = _formatter.formatException(record.exc_info) if record.exc_info else None
    return {
        "timestamp": record_time(record),
        "level": record.levelname,
        "logger": record.name,
        "message": record.getMessage()[:MAX_TEXT],
        "correlation_id": getattr(record, "correlation_id", None),
        "sandbox": getattr(record, "sandbox", None) or DEFAULT_WORLD,
        "test_id": getattr(record, "test_id", None),
        "exception": exception[: MAX_TEXT * 4] if exception else None,
        "extra": {name: _plain(value) for name, value in record_extra(record).items()},
    }


def _plain(value: Any) -> Any:
    return value if isinstance(value, (str, int, float, bool, type(None))) else str(value)[:MAX_TEXT]


def _number(level: str) -> int:
    return logging.getLevelNamesMapping().get(level, 0)


def _begins(text: str | None, prefix: str | None) -> bool:
    return prefix is None or (text is not None and text.startswith(prefix))
