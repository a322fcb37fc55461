"""The one adapter over flask-log-request-id: which id a request has, and where it is found again.

The extension calls our parser, generates an id where that finds none, and keeps it for the request. Its own
fetcher and log filter rely on a part of Flask that is gone since 2.3, so the fetcher is replaced here; outside a
request the id comes from the trace of the current work.
"""

from __future__ import annotations

import re
from contextvars import Token

import flask
from flask_log_request_id import RequestID, current_request_id
from flask_log_request_id.ctx_fetcher import ExecutedOutsideContext

from services.kernel.correlation import Trace, current_correlation_id, enter_trace, leave_trace
from services.kernel.ids import UuidSupply

HEADER = "X-Request-ID"
TRACE_KEY = "partsbench.trace"
"""Where the environ holds the marks of its request, for the server around the application."""

_ACCEPTED_HEADERS = ("HTTP_X_REQUEST_ID", "HTTP_X_CORRELATION_ID")
_PRINTABLE = re.compile(r"[\x20-\x7e]{1,128}")
_TRACEPARENT = re.compile(r"(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(?:-.*)?")


def acceptable(text: str) -> str | None:
    """The id a client proposes, trimmed, or None when it is not 1 to 128 printable ASCII characters."""
    trimmed = text.strip()
    return trimmed if _PRINTABLE.fullmatch(trimmed) else None


def proposed_id() -> str | None:
    """The id that the client of the current request proposes, by header or, on streams, in the query.

    W3C Trace Context, section 3.2: the trace-id of a valid ``traceparent`` serves when no other header does.
    """
    request = flask.request
    environ = request.environ
    for name in _ACCEPTED_HEADERS:
        sent = environ.get(name)
        accepted = acceptable(sent) if sent else None
        if accepted:
            return accepted
    traceparent = _TRACEPARENT.fullmatch(environ.get("HTTP_TRACEPARENT", "").strip())
    if traceparent:
        return traceparent.group(1)
    if environ.get("QUERY_STRING") and _takes_id_from_query():
        return acceptable(request.args.get("request_id", ""))
    return None


def _takes_id_from_query() -> bool:
    # EventSource cannot set headers, so streams declare the parameter; elsewhere it would be an unknown one.
    view = flask.current_app.view_functions.get(flask.request.endpoint or "")
    return "request_id" in getattr(view, "query_names", ())


def install(app: flask.Flask) -> None:
    """Give each request of ``app`` its id: in ``g``, in the trace of the thread, and on the response."""
    _replace_fetchers()
    RequestID(app, request_id_parser=proposed_id, request_id_generator=UuidSupply().draw)
    app.before_request(_enter_trace)
    app.after_request(_stamp_response)
    app.teardown_request(_leave_trace)


def _replace_fetchers() -> None:
    def from_flask() -> str | None:
        if not flask.has_app_context() or "log_request_id" not in flask.g:
            raise ExecutedOutsideContext
        return str(flask.g.log_request_id)

    current_request_id.ctx_fetchers[:] = [from_flask, current_correlation_id]


def _enter_trace() -> None:
    environ = flask.request.environ
    trace = Trace(
        correlation_id=current_request_id(),
        sandbox=environ.get("partsbench.sandbox"),
        test_id=environ.get("partsbench.test_id"),
    )
    environ[TRACE_KEY] = trace
    flask.g.trace_token = enter_trace(trace)


def _stamp_response(response: flask.Response) -> flask.Response:
    # The trace has it, unless the request failed before it got one.
    response.headers[HEADER] = current_correlation_id() or current_request_id()
    return response


def _leave_trace(_error: BaseException | None) -> None:
    token: Token[Trace] | None = flask.g.pop("trace_token", None)
    if token is not None:
        leave_trace(token)
