"""The one seam of test mode: which sandbox a request lives in, decided before the application sees the request."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from waitress.channel import ClientDisconnected

from handlers.runtime.answers import BASE_PATH
from handlers.runtime.context import WORLD_KEY
from handlers.runtime.errors import RequestRefused
from services.kernel.errors import ErrorCode
from services.kernel.world import DEFAULT_WORLD
from services.testing.faults import StreamFault
from services.testing.sandboxes import Sandbox, Sandboxes

HEADER = "X-Test-Sandbox"
PARAMETER = "test_sandbox"
TEST_ID_HEADER = "X-Test-Id"

NAME_KEY = "partsbench.sandbox"
TEST_ID_KEY = "partsbench.test_id"
SANDBOX_KEY = "partsbench.testing.sandbox"
REFUSAL_KEY = "partsbench.testing.refusal"
HANG_UP_KEY = "partsbench.testing.hang_up"
STREAM_FAULT_KEY = "partsbench.testing.stream_fault"

_NAME = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_TEST_ID = re.compile(r"[\x20-\x7e]{1,200}")
_EVENT_STREAM = "text/event-stream"
_WITHOUT_SANDBOX = tuple(f"{BASE_PATH}/{part}" for part in ("health", "docs", "openapi.json", "testing/sandboxes"))
_AROUND_THE_GATE = f"{BASE_PATH}/testing/"

Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Application = Callable[[Environ, StartResponse], Iterable[bytes]]


@dataclass(slots=True)
class _Visit:
    """A request inside a sandbox. Leaving twice does no harm."""

    sandbox: Sandbox | None = None
    ticket: int | None = None

    def leave(self) -> None:
        if self.sandbox is not None and self.ticket is not None:
            self.sandbox.gate.leave(self.ticket)


class SandboxMiddleware:
    """Puts the world of the request into its environ, and keeps count of who is inside.

    Streams are let through the gate and counted out as soon as they begin: one that stays open must not keep a reset
    waiting, and it goes on after the reset. What controls test mode goes around the gate.
    """

    def __init__(self, application: Application, sandboxes: Sandboxes) -> None:
        self._application = application
        self._sandboxes = sandboxes

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        visit = self._enter(environ)
        answering = _Answering(environ, start_response)
        try:
            body = self._application(environ, answering.start)
        except BaseException:
            visit.leave()
            raise
        if answering.is_stream:
            visit.leave()
        if environ.get(HANG_UP_KEY):
            visit.leave()
            _close(body)
            # Waitress closes the connection without a word when it meets this.
            raise ClientDisconnected
        fault = environ.get(STREAM_FAULT_KEY)
        if answering.is_stream and fault is not None:
            body = FaultyStream(body, fault, environ.get("waitress.client_disconnected", lambda: False))
        return _Leaving(body, visit)

    def _enter(self, environ: Environ) -> _Visit:
        try:
            name = _name_of(environ)
            environ[TEST_ID_KEY] = _test_id_of(environ)
            environ[NAME_KEY] = name
            path = environ.get("PATH_INFO", "")
            if path.startswith(_WITHOUT_SANDBOX):
                return _Visit()
            if path.startswith(_AROUND_THE_GATE):
                sandbox, ticket = self._sandboxes.use(name), None
            else:
                sandbox, ticket = self._sandboxes.enter(name, f"{environ['REQUEST_METHOD']} {path}")
        except Exception as error:  # noqa: BLE001  # Whatever it is, the application answers it as one of its own.
            environ[REFUSAL_KEY] = error
            return _Visit()
        environ[SANDBOX_KEY] = sandbox
        environ[WORLD_KEY] = sandbox.world
        return _Visit(sandbox, ticket)


class _Answering:
    """Looks at the head of the answer on its way out, and holds it back when the connection is to be cut."""

    def __init__(self, environ: Environ, start_response: StartResponse) -> None:
        self._environ = environ
        self._start_response = start_response
        self.is_stream = False

    def start(self, status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
        self.is_stream = any(
            name.lower() == "content-type" and value.startswith(_EVENT_STREAM) for name, value in headers
        )
        if self._environ.get(HANG_UP_KEY):
            return lambda _data: None
        return self._start_response(status, headers, *rest)


class _Leaving:
    """A body whose end is the end of the visit."""

    def __init__(self, body: Iterable[bytes], visit: _Visit) -> None:
        self._body = body
        self._visit = visit

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._body)

    def close(self) -> None:
        try:
            _close(self._body)
        finally:
            self._visit.leave()


class FaultyStream:
    """A stream of events that breaks off, falls silent or says things twice, as a fault rule wants it.

    The stream behind it is read on while this one is silent, so that it notices its own end.
    """

    def __init__(self, body: Iterable[bytes], fault: StreamFault, lost: Callable[[], bool]) -> None:
        self._body = body
        self._fault = fault
        self._lost = lost

    def __iter__(self) -> Iterator[bytes]:
        count = 0
        for event in _events(self._body):
            if self._fault.stall is not None and count >= self._fault.stall:
                if self._lost():
                    return
                continue
            count += 1
            yield event
            if self._fault.duplicate is not None and count <= self._fault.duplicate:
                yield event
            if self._fault.close_after is not None and count >= self._fault.close_after:
                # The connection ends here, without the end of the body, as when a network breaks.
                raise ClientDisconnected

    def close(self) -> None:
        _close(self._body)


def _events(body: Iterable[bytes]) -> Iterator[bytes]:
    """Whole events, whatever pieces they come in."""
    waiting = b""
    for chunk in body:
        waiting += chunk
        *whole, waiting = waiting.split(b"\n\n")
        for event in whole:
            yield event + b"\n\n"


def _close(body: Iterable[bytes]) -> None:
    close = getattr(body, "close", None)
    if close is not None:
        close()


def _name_of(environ: Environ) -> str:
    """The name that the request gives, by header, query or cookie; taken out of the query, which nobody declared."""
    from_query = _taken_from_query(environ)
    named = environ.get("HTTP_X_TEST_SANDBOX") or from_query or _from_cookie(environ)
    if not named:
        return DEFAULT_WORLD
    if not _NAME.fullmatch(named):
        raise _refusal(
            HEADER, "pattern", "The name of a sandbox is 1 to 64 letters, digits, dots, hyphens and underscores."
        )
    return str(named)


def _taken_from_query(environ: Environ) -> str | None:
    query = environ.get("QUERY_STRING", "")
    if PARAMETER not in query:
        return None
    pairs = query.split("&")
    ours = [pair for pair in pairs if unquote_plus(pair.split("=", 1)[0]) == PARAMETER]
    environ["QUERY_STRING"] = "&".join(pair for pair in pairs if pair not in ours)
    found = parse_qsl("&".join(ours))
    return found[-1][1] if found else None


def _from_cookie(environ: Environ) -> str | None:
    header = environ.get("HTTP_COOKIE", "")
    if PARAMETER not in header:
        return None
    try:
        cookie = SimpleCookie(header).get(PARAMETER)
    except CookieError:
        return None
    return cookie.value if cookie is not None else None


def _test_id_of(environ: Environ) -> str | None:
    given = environ.get("HTTP_X_TEST_ID", "").strip()
    if not given:
        return None
    if not _TEST_ID.fullmatch(given):
        raise _refusal(TEST_ID_HEADER, "pattern", "The id of a test is 1 to 200 printable ASCII characters.")
    return str(given)


def _refusal(parameter: str, code: str, message: str) -> RequestRefused:
    problems = [{"parameter": parameter, "code": code, "message": message}]
    return RequestRefused(ErrorCode.VALIDATION_FAILED, f"The request is not valid: look at {parameter}", problems)
