"""Logging: one place that configures it, lines that machines can read, and the marks of the current work on each."""

from __future__ import annotations

import logging
import sys
from datetime import UTC, datetime
from typing import IO, Any

import orjson

from services.kernel.correlation import current_trace

_STANDARD_ATTRIBUTES = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_OWN_ATTRIBUTES = frozenset({"correlation_id", "sandbox", "test_id", "request_id"})


class TraceFilter(logging.Filter):
    """Copies the marks of the current work onto the record, in the thread that wrote it.

    A record that carries its own (because it speaks of work done elsewhere) keeps it.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        trace = current_trace()
        for name in ("correlation_id", "sandbox", "test_id"):
            if not hasattr(record, name):
                setattr(record, name, getattr(trace, name))
        return True


def record_extra(record: logging.LogRecord) -> dict[str, Any]:
    """What the caller passed as ``extra=``."""
    known = _STANDARD_ATTRIBUTES | _OWN_ATTRIBUTES
    return {name: value for name, value in vars(record).items() if name not in known}


def record_time(record: logging.LogRecord) -> str:
    """The instant of the record as RFC 3339 in UTC, with microseconds."""
    moment = datetime.fromtimestamp(record.created, UTC)
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


class JsonFormatter(logging.Formatter):
    """One JSON object on one line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "timestamp": record_time(record),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            "correlation_id": getattr(record, "correlation_id", None),
        }
        for name in ("sandbox", "test_id"):
            if getattr(record, name, None) is not None:
                line[name] = getattr(record, name)
        if record.exc_info:
            line["exception"] = self.formatException(record.exc_info)
        line.update({name: value for name, value in record_extra(record).items() if name not in line})
        return orjson.dumps(line, default=str, option=orjson.OPT_NON_STR_KEYS).decode()


class TerminalFormatter(logging.Formatter):
    """One line for a person, the traceback below it."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created).strftime("%H:%M:%S.%f")[:-3]
        correlation_id = getattr(record, "correlation_id", None)
        mark = f" [{correlation_id}]" if correlation_id else ""
        line = f"{moment} {record.levelname:<8}{record.name}: {record.getMessage()}{mark}"
        return f"{line}\n{self.formatException(record.exc_info)}" if record.exc_info else line


def configure_logging(level: str, stream: IO[str] | None = None) -> None:
    """Send the logs of the process to ``stream`` (stderr by default); called once, by the command line."""
    target = stream or sys.stderr
    handler = logging.StreamHandler(target)
    handler.addFilter(TraceFilter())
    handler.setFormatter(TerminalFormatter() if target.isatty() else JsonFormatter())
    root = logging.getLogger()
    for present in list(root.handlers):
        root.removeHandler(present)
    root.addHandler(handler)
    root.setLevel(level)
    logging.captureWarnings(True)
    # Waitress warns at each request that waits for a thread, which under load is most of them.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    for talkative in ("connexion", "openapi_spec_validator", "alembic"):
        logging.getLogger(talkative).setLevel(max(logging.WARNING, logging.getLevelName(level)))
