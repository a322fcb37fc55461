"""Form bodies: each field as the type that the document gives it, files as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import flask
import orjson

from handlers.runtime.parameters import convert

MEDIA_TYPES = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})

_JSON_TYPES = frozenset({"object", "array"})


class Form:
    """The fields of one operation's form, by OpenAPI 3.0.3, "Special Considerations for multipart Content"."""

    def __init__(self, properties: Mapping[str, Mapping[str, Any]]) -> None:
        self._properties = properties

    def read(self, request: flask.Request, problems: list[dict[str, str]]) -> dict[str, Any]:
        """The fields that were sent. Text that does not fit its type stays text, which the schema then refuses."""
        value: dict[str, Any] = {}
        for name, texts in request.form.lists():
            value[name] = self._from_text(name, texts[0])
            if len(texts) > 1:
                problems.append(_repeated(name))
        for name, uploads in request.files.lists():
            if name in value or len(uploads) > 1:
                problems.append(_repeated(name))
            content = uploads[0].read()
            value[name] = content if self._is_file(name) else self._from_text(name, content.decode("utf-8", "replace"))
        return value

    def _is_file(self, name: str) -> bool:
        return self._properties.get(name, {}).get("format") == "binary"

    def _from_text(self, name: str, text: str) -> Any:
        if self._is_file(name):
            # Somebody typed the content into a field, or pasted it; that is as good as a file.
            return text.encode()
        declared = self._properties.get(name, {}).get("type", "string")
        if declared in _JSON_TYPES:
            try:
                return orjson.loads(text)
            except orjson.JSONDecodeError:
                return text
        converted = convert(text, declared)
        return converted if isinstance(converted, int | float) else text


def without_files(value: Mapping[str, Any]) -> dict[str, Any]:
    """The fields as JSON types, an empty text for each file, as a schema sees them."""
    return {name: "" if isinstance(field, bytes) else field for name, field in value.items()}


def _repeated(name: str) -> dict[str, str]:
    return {"pointer": f"/{name}", "code": "repeated", "message": "This field may be given once."}
