"""Who may end the process by request: whoever knows the key it was started with (RFC 6750, section 2.1)."""

from __future__ import annotations

import hmac

import flask

from handlers.runtime.context import runtime
from handlers.runtime.errors import RequestRefused
from services.kernel.errors import DrainNotConfigured, ErrorCode


def require_drain_key() -> None:
    """Compare the bearer token in constant time. Raises DrainNotConfigured, RequestRefused (UNAUTHORIZED)."""
    key = runtime().settings.drain_auth_key
    if key is None:
        raise DrainNotConfigured("This service has no key for draining it")
    scheme, _, token = flask.request.headers.get("Authorization", "").partition(" ")
    is_right = hmac.compare_digest(token.strip().encode(), key.encode())
    if not is_right or scheme.lower() != "bearer":
        raise RequestRefused(ErrorCode.UNAUTHORIZED, "The bearer token is missing or wrong", WWW_Authenticate="Bearer")
