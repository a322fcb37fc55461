"""Every refusal and every failure becomes one shape: a problem (RFC 9457) with a code and a correlation id."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

import flask
import orjson
from flask_log_request_id import current_request_id
from sqlalchemy.exc import DBAPIError, IntegrityError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from werkzeug.exceptions import HTTPException, InternalServerError

from handlers.wire import component
from services.kernel.errors import BusinessLogicError, ErrorCode

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 1
MAX_LISTED_ERRORS = 100

logger = logging.getLogger("partsbench.errors")

STATUS: Mapping[ErrorCode, HTTPStatus] = {
    ErrorCode.VALIDATION_FAILED: HTTPStatus.BAD_REQUEST,
    ErrorCode.MALFORMED_JSON: HTTPStatus.BAD_REQUEST,
    ErrorCode.BAD_REQUEST: HTTPStatus.BAD_REQUEST,
    ErrorCode.ROUTE_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.METHOD_NOT_ALLOWED: HTTPStatus.METHOD_NOT_ALLOWED,
    ErrorCode.PAYLOAD_TOO_LARGE: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    ErrorCode.HEADERS_TOO_LARGE: HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
    ErrorCode.UNSUPPORTED_MEDIA_TYPE: HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
    ErrorCode.TYPE_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.SELLER_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.PART_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.BOX_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.LOCATION_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.TYPE_NAME_TAKEN: HTTPStatus.CONFLICT,
    ErrorCode.TYPE_IN_USE: HTTPStatus.CONFLICT,
    ErrorCode.SELLER_NAME_TAKEN: HTTPStatus.CONFLICT,
    ErrorCode.SELLER_IN_USE: HTTPStatus.CONFLICT,
    ErrorCode.PART_HAS_STOCK: HTTPStatus.CONFLICT,
    ErrorCode.PART_KEYS_EXHAUSTED: HTTPStatus.CONFLICT,
    ErrorCode.BOX_NOT_EMPTY: HTTPStatus.CONFLICT,
    ErrorCode.CAPACITY_IN_USE: HTTPStatus.CONFLICT,
    ErrorCode.INSUFFICIENT_QUANTITY: HTTPStatus.CONFLICT,
    ErrorCode.QUANTITY_LIMIT: HTTPStatus.CONFLICT,
    ErrorCode.SAME_LOCATION: HTTPStatus.CONFLICT,
    ErrorCode.NO_FREE_LOCATION: HTTPStatus.CONFLICT,
    ErrorCode.IMPORT_UNREADABLE: HTTPStatus.UNPROCESSABLE_ENTITY,
    ErrorCode.IMPORT_INVALID: HTTPStatus.UNPROCESSABLE_ENTITY,
    ErrorCode.PLAN_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.PLAN_NOT_READY: HTTPStatus.CONFLICT,
    ErrorCode.PLAN_OUTDATED: HTTPStatus.CONFLICT,
    ErrorCode.CONSTRAINT_VIOLATION: HTTPStatus.CONFLICT,
    ErrorCode.TASK_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.TASK_FINISHED: HTTPStatus.CONFLICT,
    ErrorCode.TASK_NOT_FINISHED: HTTPStatus.CONFLICT,
    ErrorCode.TASK_CANCELLED: HTTPStatus.CONFLICT,
    ErrorCode.INTERRUPTED: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.DRAIN_NOT_CONFIGURED: HTTPStatus.NOT_FOUND,
    ErrorCode.UNAUTHORIZED: HTTPStatus.UNAUTHORIZED,
    ErrorCode.STREAM_LIMIT: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.SANDBOX_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.SANDBOX_PERMANENT: HTTPStatus.CONFLICT,
    ErrorCode.SNAPSHOT_NOT_FOUND: HTTPStatus.NOT_FOUND,
    ErrorCode.SNAPSHOT_LIMIT: HTTPStatus.CONFLICT,
    ErrorCode.STILL_BUSY: HTTPStatus.REQUEST_TIMEOUT,
    ErrorCode.RESET_IN_PROGRESS: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.SANDBOX_LIMIT: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.NOT_READY: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.DATABASE_UNAVAILABLE: HTTPStatus.SERVICE_UNAVAILABLE,
    ErrorCode.INTERNAL: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""The one place where an error code meets an HTTP status."""

_CODE_OF_HTTP_STATUS: Mapping[int, ErrorCode] = {
    404: ErrorCode.ROUTE_NOT_FOUND,
    405: ErrorCode.METHOD_NOT_ALLOWED,
    413: ErrorCode.PAYLOAD_TOO_LARGE,
    415: ErrorCode.UNSUPPORTED_MEDIA_TYPE,
    431: ErrorCode.HEADERS_TOO_LARGE,
}

_SENTENCES: Mapping[ErrorCode, str] = {
    ErrorCode.ROUTE_NOT_FOUND: "There is nothing at this address",
    ErrorCode.METHOD_NOT_ALLOWED: "This address does not take the method {method}",
    ErrorCode.PAYLOAD_TOO_LARGE: "The body is larger than the {limit} bytes that are taken here",
    ErrorCode.INTERNAL: "Something went wrong on our side; the correlation id leads to the details in the log",
}


class RequestRefused(Exception):
    """The edge refuses a request before any service saw it."""

    def __init__(
        self, code: ErrorCode, detail: str, errors: list[dict[str, str]] | None = None, **headers: str
    ) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail
        self.errors = errors[:MAX_LISTED_ERRORS] if errors else None
        self.headers = headers


def title_of(code: ErrorCode) -> str:
    """A short human-readable summary of the kind of problem; it does not change between occurrences."""
    title: str = component("ErrorCode")["x-error-codes"][code.value]["title"]
    return title


def type_of(code: ErrorCode) -> str:
    """The URI that identifies the kind of problem; there is one for each code."""
    return f"urn:partsbench:problem:{code.value.lower().replace('_', '-')}"


def problem_document(code: ErrorCode, detail: str, correlation_id: str | None, **members: Any) -> dict[str, Any]:
    """The members of a problem (RFC 9457, section 3.1) and our own (section 3.2)."""
    return {
        "type": type_of(code),
        "title": title_of(code),
        "status": STATUS[code].value,
        "detail": detail,
        "code": code.value,
        "correlation_id": correlation_id,
        **members,
    }


def problem_response(
    code: ErrorCode, detail: str, *, headers: Iterable[tuple[str, str]] = (), **members: Any
) -> flask.Response:
    """A problem as the answer to the current request."""
    body = problem_document(code, detail, current_request_id(), **members)
    response = flask.Response(orjson.dumps(body), status=body["status"], content_type=MEDIA_TYPE)
    response.headers.extend(list(headers))
    if STATUS[code] is HTTPStatus.SERVICE_UNAVAILABLE:
        response.headers.setdefault("Retry-After", str(RETRY_AFTER_SECONDS))
    return response


def install(app: flask.Flask) -> None:
    """Answer every exception of ``app`` as a problem."""
    app.register_error_handler(BusinessLogicError, _on_business_logic_error)
    app.register_error_handler(RequestRefused, _on_request_refused)
    app.register_error_handler(IntegrityError, _on_integrity_error)
    for unavailable in (OperationalError, InterfaceError, PoolTimeout):
        app.register_error_handler(unavailable, _on_database_unavailable)
    app.register_error_handler(HTTPException, _on_http_exception)
    app.register_error_handler(Exception, _on_bug)


def answer_as_unavailable(app: flask.Flask, kind: type[Exception]) -> None:
    """Take exceptions of this kind for a database that does not answer; SQLAlchemy's own are known already."""
    app.register_error_handler(kind, _on_database_unavailable)


def _on_business_logic_error(error: BusinessLogicError) -> flask.Response:
    members: dict[str, Any] = dict(error.extra)
    if error.pointer is not None:
        members["errors"] = [{"pointer": error.pointer, "code": error.code.value.lower(), "message": error.detail}]
    return problem_response(error.code, error.detail, **members)


def _on_request_refused(error: RequestRefused) -> flask.Response:
    members = {"errors": error.errors} if error.errors else {}
    headers = [(name.replace("_", "-"), value) for name, value in error.headers.items()]
    return problem_response(error.code, error.detail, headers=headers, **members)


def _on_integrity_error(error: IntegrityError) -> flask.Response:
    # What the services foresee has a code of its own; this is the race that only the database saw.
    logger.warning("a constraint of the database refused the change: %s", error.orig)
    return problem_response(
        ErrorCode.CONSTRAINT_VIOLATION,
        "The change contradicts another one that was made at the same time; look at the records again",
    )


def _on_database_unavailable(error: Exception) -> flask.Response:
    if isinstance(error, DBAPIError) and getattr(error.orig, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
        # SQLite reports a statement that is wrong as it reports a file that is locked; only the latter passes.
        return _on_bug(error)
    logger.error("the database did not serve the request", exc_info=error)
    return problem_response(
        ErrorCode.DATABASE_UNAVAILABLE, "The database does not answer at the moment; try again shortly"
    )


def _on_http_exception(error: HTTPException) -> flask.Response:
    status = error.code or 500
    if status >= 500:
        original = error.original_exception if isinstance(error, InternalServerError) else None
        return _on_bug(original or error)
    code = _CODE_OF_HTTP_STATUS.get(status, ErrorCode.BAD_REQUEST)
    detail = _SENTENCES.get(code, error.description or error.name).format(
        method=flask.request.method, limit=flask.request.max_content_length
    )
    # Allow on a 405 and the like must survive (RFC 9110, section 15.5.6).
    kept = [(k, v) for k, v in error.get_headers() if k.lower() not in {"content-type", "content-length"}]
    return problem_response(code, detail, headers=kept)


def _on_bug(error: BaseException) -> flask.Response:
    logger.error(
        "unhandled %s while serving %s %s",
        type(error).__name__,
        flask.request.method,
        flask.request.path,
        exc_info=error,
    )
    return problem_response(ErrorCode.INTERNAL, _SENTENCES[ErrorCode.INTERNAL])
