"""The handlers of both Connexion peers: SQLAlchemy below, marshmallow at the edge."""

from __future__ import annotations

import os
from typing import Any

from marshmallow import Schema, fields

from benchmarks.peers import queries

Answer = tuple[Any, int, dict[str, str]]

sessions = queries.open_database(os.environ["DATABASE_URL"])


class UtcDateTime(fields.AwareDateTime):
    """RFC 3339 with Z for UTC."""

    def _serialize(self, value: Any, attr: str | None, obj: Any, **options: Any) -> Any:
        return value.isoformat().replace("+00:00", "Z")


class TypeSchema(Schema):
    id = fields.Integer()
    name = fields.String()
    created_at = UtcDateTime()
    updated_at = UtcDateTime()


class SellerSchema(Schema):
    id = fields.Integer()
    name = fields.String()
    website = fields.String()


class PartSchema(Schema):
    key = fields.String()
    description = fields.String()
    manufacturer_code = fields.String()
    manufacturer = fields.String()
    product_page = fields.String()
    seller_id = fields.Integer()
    seller_link = fields.String()
    type_id = fields.Integer()
    tags = fields.List(fields.String())
    package = fields.String()
    pin_count = fields.Integer()
    pin_pitch = fields.String()
    voltage_rating = fields.String()
    input_voltage = fields.String()
    output_voltage = fields.String()
    mounting_type = fields.String()
    series = fields.String()
    dimensions = fields.String()
    total_quantity = fields.Integer()
    type = fields.Nested(TypeSchema)
    seller = fields.Nested(SellerSchema)
    created_at = UtcDateTime()
    updated_at = UtcDateTime()


type_schema, types_schema, parts_schema = TypeSchema(), TypeSchema(many=True), PartSchema(many=True)


def get_healthz() -> Any:
    return {"status": "alive"}


def list_types(include_stats: bool = False) -> Answer:
    with sessions() as session:
        types = queries.list_types(session)
        return types_schema.dump(types), 200, {"X-Total-Count": str(len(types))}


def get_type(type_id: int) -> Any:
    with sessions() as session:
        try:
            return type_schema.dump(queries.get_type(session, type_id))
        except queries.NotFound as error:
            return problem(404, error)


def create_type(body: dict[str, Any]) -> Answer:
    with sessions() as session:
        try:
            made = queries.create_type(session, body["name"])
        except queries.NameTaken as error:
            return problem(409, error)
        return type_schema.dump(made), 201, {"Location": f"/api/types/{made.id}"}


def list_parts(limit: int = 50, offset: int = 0, q: str | None = None) -> Answer:
    with sessions() as session:
        parts, total = queries.list_parts(session, limit, offset, q)
        links = queries.page_links("/api/parts", total, limit, offset, q)
        return parts_schema.dump(parts), 200, {"X-Total-Count": str(total), "Link": links}


def add_stock(part_key: str, body: dict[str, Any]) -> Answer:
    with sessions() as session:
        try:
            qty = queries.add_stock(session, part_key, body["box_no"], body["loc_no"], body["qty"])
        except queries.NotFound as error:
            return problem(404, error)
        place = {"box_no": body["box_no"], "loc_no": body["loc_no"]}
        address = f"/api/locations/{body['box_no']}/{body['loc_no']}"
        return {"key": part_key, **place, "qty": qty}, 201, {"Location": address}


def problem(status: int, error: Exception) -> Answer:
    return {"title": "Refused", "status": status, "detail": str(error)}, status, {}
