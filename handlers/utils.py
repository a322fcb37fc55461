"""Utilities: what a frontend wants to know about the deployment."""

from __future__ import annotations

from typing import Any

import flask

from handlers.runtime import sse
from handlers.runtime.context import current_world, runtime
from services.versions import TOPIC


def stream_versions(**resume: Any) -> flask.Response:
    runtime().versions.tell_first(current_world())
    return sse.stream(TOPIC, resume)
