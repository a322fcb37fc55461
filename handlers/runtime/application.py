"""Flask, without what this service has no use for and would pay for on every request."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import flask
from flask.sessions import NullSession, SessionInterface, SessionMixin
from werkzeug.routing import MapAdapter


class NoSessions(SessionInterface):
    """The service keeps no sessions: every request has the same empty one, which refuses to be written."""

    _session = NullSession()

    def open_session(self, app: flask.Flask, request: flask.Request) -> SessionMixin:
        return self._session

    def is_null_session(self, obj: object) -> bool:
        return True


class App(flask.Flask):
    """An application that routes by path alone: no host, subdomain, session, redirect or coroutine."""

    session_interface = NoSessions()

    def __init__(self, import_name: str) -> None:
        super().__init__(import_name, static_folder=None)
        # An address with a slash too many is one that nobody declared, not one to be redirected from.
        self.url_map.merge_slashes = False

    def create_url_adapter(self, request: flask.Request | None) -> MapAdapter | None:
        """Routes the path of a request. Without redirects and ``url_for``, no host name is ever needed."""
        if request is None:
            return None
        return MapAdapter(self.url_map, "", "/", "", request.scheme, request.path, request.method)

    def ensure_sync(self, func: Callable[..., Any]) -> Callable[..., Any]:
        """No function here is a coroutine, which Flask otherwise finds out anew at each call."""
        return func
