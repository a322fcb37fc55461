"""Between the wire and Python: marshmallow schemas derived from the document, so that each fact is written once.

The document and its validators decide what is valid; these schemas only convert (date-time and datetime, nested
objects), by the rules of OpenAPI 3.0.3, "Data Types".
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from operator import attrgetter
from typing import Any, cast

import marshmallow
import orjson
from marshmallow import fields

import openapi

Convert = Callable[[Any], Any]

_SCALARS: Mapping[tuple[str, str | None], type[fields.Field[Any]]] = {
    ("string", None): fields.String,
    ("string", "date-time"): fields.AwareDateTime,
    ("string", "uri-reference"): fields.String,
    ("string", "uri"): fields.String,
    ("string", "uuid"): fields.String,
    ("string", "binary"): fields.Raw,
    ("integer", None): fields.Integer,
    ("number", None): fields.Float,
    ("boolean", None): fields.Boolean,
    ("object", None): fields.Raw,
}


class UnknownWireType(TypeError):
    """The document uses a type and format that no conversion is known for."""


class WireSchema(marshmallow.Schema):
    """A component of the document; its ``dump`` follows a plan made once instead of asking each field again.

    What is dumped has an attribute for each member that is required or nullable in the document; any other member
    is left out when it is missing or None.
    """

    class Meta:
        unknown = marshmallow.RAISE

    @functools.cached_property
    def _plan(self) -> Plan:
        certain = [name for name, field in self.fields.items() if field.required or field.allow_none]
        conversions = {name: _conversion(field) for name, field in self.fields.items()}
        return Plan(
            certain=certain,
            read=attrgetter(*certain) if len(certain) > 1 else lambda obj: (getattr(obj, certain[0]),),
            convert=[(name, convert) for name in certain if (convert := conversions[name]) is not None],
            optional=[(name, conversions[name]) for name in self.fields if name not in certain],
        )

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """The JSON types of ``obj``, read attribute by attribute. Raises AttributeError when one is missing."""
        follow = self._plan.follow
        if many or (many is None and self.many):
            return [follow(one) for one in obj]
        return follow(obj)


@dataclass(frozen=True, slots=True)
class Plan:
    """How to turn an object into the members of a component."""

    certain: list[str]
    read: Callable[[Any], tuple[Any, ...]]
    convert: list[tuple[str, Convert]]
    optional: list[tuple[str, Convert | None]]
    known: dict[type, list[tuple[str, Convert | None]]] = field(default_factory=dict)

    def _optional_of(self, kind: type) -> list[tuple[str, Convert | None]]:
        """The optional members that objects of a class can have: one with slots says so itself."""
        if kind not in self.known:
            open_ended = not hasattr(kind, "__slots__")
            self.known[kind] = [entry for entry in self.optional if open_ended or hasattr(kind, entry[0])]
        return self.known[kind]

    def follow(self, obj: Any) -> dict[str, Any]:
        """The members of ``obj``."""
        out = dict(zip(self.certain, self.read(obj), strict=True))
        for name, convert in self.convert:
            value = out[name]
            if value is not None:
                out[name] = convert(value)
        for name, optional_convert in self._optional_of(type(obj)):
            value = getattr(obj, name, None)
            if value is not None:
                out[name] = value if optional_convert is None else optional_convert(value)
        return out


def _conversion(field: fields.Field[Any]) -> Convert | None:
    if isinstance(field, fields.AwareDateTime):
        return rfc3339
    if isinstance(field, fields.Nested):
        schema = field.schema
        return lambda value: schema.dump(value, many=field.many)
    if isinstance(field, fields.List):
        inner = _conversion(field.inner)
        return list if inner is None else lambda values: [inner(value) for value in values]
    return None


def rfc3339(moment: datetime) -> str:
    """An aware UTC instant in the form of RFC 3339, section 5.6."""
    return orjson.dumps(moment, None, orjson.OPT_UTC_Z)[1:-1].decode()


@functools.cache
def _components() -> Mapping[str, Any]:
    schemas: Mapping[str, Any] = openapi.load(testing=True)["components"]["schemas"]
    return schemas


def component(name: str) -> Mapping[str, Any]:
    """The schema of that name in the document, the operations of test mode included."""
    schema: Mapping[str, Any] = _components()[name]
    return schema


@functools.cache
def spec_schema(name: str) -> type[WireSchema]:
    """The marshmallow schema of a component. Raises UnknownWireType where the document asks for the unknown."""
    spec = component(name)
    required = set(spec.get("required", []))
    members = {key: _field(part, key in required) for key, part in spec["properties"].items()}
    # from_dict is typed as if it made plain schemas; it makes a subclass of the class it is called on.
    return cast(type[WireSchema], WireSchema.from_dict(members, name=name))


@functools.cache
def _instance(name: str) -> WireSchema:
    return spec_schema(name)()


def _field(part: Mapping[str, Any], required: bool) -> fields.Field[Any]:
    options: dict[str, Any] = {"required": required, "allow_none": bool(part.get("nullable", False))}
    target, part = _followed(part)
    options["allow_none"] = options["allow_none"] or bool(part.get("nullable", False))
    if target is not None and "properties" in part:
        return fields.Nested(lambda: spec_schema(target)(), **options)
    if part.get("type") == "array":
        return fields.List(_field(part["items"], True), **options)
    key = (part.get("type", "object"), part.get("format"))
    if key not in _SCALARS:
        raise UnknownWireType(f"no conversion for {key}")
    return _SCALARS[key](**options)


def _followed(part: Mapping[str, Any]) -> tuple[str | None, Mapping[str, Any]]:
    target = None
    while "$ref" in part:
        target = part["$ref"].rsplit("/", 1)[1]
        part = component(target)
    return target, part


def load(name: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """A validated body as keyword arguments for a service."""
    loaded: dict[str, Any] = _instance(name).load(body)
    return loaded


def dump(name: str, obj: Any) -> dict[str, Any]:
    """What a service returned, as the component's JSON types."""
    dumped: dict[str, Any] = _instance(name).dump(obj)
    return dumped


def dump_all(name: str, objects: Iterable[Any]) -> list[dict[str, Any]]:
    """Each of ``objects`` as the component's JSON types."""
    dumped: list[dict[str, Any]] = _instance(name).dump(objects, many=True)
    return dumped
