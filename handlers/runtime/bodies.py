"""Request bodies: media type, JSON and its mistakes, checked against the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import flask
import orjson

from handlers.runtime.errors import RequestRefused
from handlers.runtime.forms import MEDIA_TYPES, Form, without_files
from handlers.runtime.schemas import Direction, Validators
from services.kernel.errors import ErrorCode

JSON = "application/json"

MAX_BODY_BYTES = 1_048_576
"""What a body may have unless its operation declares ``x-max-body-bytes``."""


MAX_DEPTH = 100
"""How deep arrays and objects may lie in each other; the validator cannot explain itself much further down."""


class Body:
    """The request body of one operation, for its declared media types."""

    def __init__(self, spec: Mapping[str, Any], validators: Validators, max_bytes: int = MAX_BODY_BYTES) -> None:
        self._required = spec.get("required", False)
        self._max_bytes = max_bytes
        self._media_types = tuple(spec["content"])
        self._validators = {
            media_type: validators.compile(content["schema"], Direction.REQUEST)
            for media_type, content in spec["content"].items()
        }
        self._forms = {
            media_type: Form(validators.properties(content["schema"]))
            for media_type, content in spec["content"].items()
            if media_type in MEDIA_TYPES
        }

    def read(self, request: flask.Request, problems: list[dict[str, str]]) -> Any:
        """The body as JSON types, files as bytes; what breaks the schema goes to ``problems``.

        Raises RequestRefused.
        """
        request.max_content_length = self._max_bytes
        if request.mimetype not in self._validators:
            return self._without_known_type(request, problems)
        form = self._forms.get(request.mimetype)
        value = _parse_json(request) if form is None else form.read(request, problems)
        seen = value if form is None else without_files(value)
        validator = self._validators[request.mimetype]
        if not validator.is_valid(seen):
            _refuse_deep_nesting(seen)
            problems.extend(
                {"pointer": found.pointer, "code": found.code, "message": found.message}
                for found in validator.violations(seen)
            )
        return value

    def _without_known_type(self, request: flask.Request, problems: list[dict[str, str]]) -> Any:
        if not request.mimetype and not request.get_data():
            if self._required:
                problems.append({"pointer": "", "code": "required", "message": "A body is required."})
            return None
        raise RequestRefused(
            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
            f"The body has to be {' or '.join(self._media_types)}",
            Accept=", ".join(self._media_types),
        )


def _parse_json(request: flask.Request) -> Any:
    charset = request.mimetype_params.get("charset", "utf-8").lower()
    if charset not in {"utf-8", "utf8"}:
        # RFC 8259, section 8.1: JSON that is exchanged is UTF-8.
        raise RequestRefused(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "JSON has to be encoded as UTF-8", Accept=JSON)
    text = request.get_data(cache=False)
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        # What follows a colon and a space speaks of Python.
        reason = error.msg.split(": ")[0]
        raise RequestRefused(
            ErrorCode.MALFORMED_JSON,
            f"The body is not JSON: {reason} at {place}",
            [{"pointer": "", "code": "malformed", "message": f"{reason} at {place}"}],
        ) from error


def _refuse_deep_nesting(value: Any) -> None:
    layer = [value]
    for _ in range(MAX_DEPTH + 1):
        containers = [one for one in layer if isinstance(one, dict | list)]
        if not containers:
            return
        layer = [inner for one in containers for inner in (one.values() if isinstance(one, dict) else one)]
    # RFC 8259, section 9: an implementation may set limits on the maximum depth of nesting.
    reason = f"nested deeper than {MAX_DEPTH} levels"
    raise RequestRefused(
        ErrorCode.MALFORMED_JSON,
        f"The body is {reason}",
        [{"pointer": "", "code": "malformed", "message": f"The value is {reason}."}],
    )
