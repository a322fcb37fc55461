"""Plain Flask routes doing the same work by hand: no document, no validation of answers."""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any

import flask

from benchmarks.peers import queries
from benchmarks.peers.tables import Part, Type

app = flask.Flask(__name__, static_folder=None)
sessions = queries.open_database(os.environ["DATABASE_URL"])


def instant(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")


def type_of(row: Type) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "created_at": instant(row.created_at),
        "updated_at": instant(row.updated_at),
    }


def part_of(row: Part) -> dict[str, Any]:
    out: dict[str, Any] = {
        "key": row.key,
        "description": row.description,
        "manufacturer_code": row.manufacturer_code,
        "manufacturer": row.manufacturer,
        "product_page": row.product_page,
        "seller_id": row.seller_id,
        "seller_link": row.seller_link,
        "type_id": row.type_id,
        "tags": row.tags,
        "package": row.package,
        "pin_count": row.pin_count,
        "pin_pitch": row.pin_pitch,
        "voltage_rating": row.voltage_rating,
        "input_voltage": row.input_voltage,
        "output_voltage": row.output_voltage,
        "mounting_type": row.mounting_type,
        "series": row.series,
        "dimensions": row.dimensions,
        "total_quantity": row.total_quantity,
        "created_at": instant(row.created_at),
        "updated_at": instant(row.updated_at),
    }
    if row.type is not None:
        out["type"] = type_of(row.type)
    if row.seller is not None:
        out["seller"] = {"id": row.seller.id, "name": row.seller.name, "website": row.seller.website}
    return out


@app.errorhandler(queries.NotFound)
def not_found(error: Exception) -> tuple[flask.Response, int]:
    return flask.jsonify(detail=str(error)), 404


@app.errorhandler(queries.NameTaken)
def name_taken(error: Exception) -> tuple[flask.Response, int]:
    return flask.jsonify(detail=str(error)), 409


@app.get("/api/health/healthz")
def get_healthz() -> flask.Response:
    return flask.jsonify(status="alive")


@app.get("/api/types")
def list_types() -> tuple[flask.Response, dict[str, str]]:
    with sessions() as session:
        types = queries.list_types(session)
        return flask.jsonify([type_of(row) for row in types]), {"X-Total-Count": str(len(types))}


@app.get("/api/types/<int:type_id>")
def get_type(type_id: int) -> flask.Response:
    with sessions() as session:
        return flask.jsonify(type_of(queries.get_type(session, type_id)))


@app.post("/api/types")
def create_type() -> tuple[flask.Response, int, dict[str, str]]:
    with sessions() as session:
        made = queries.create_type(session, flask.request.json["name"])
        return flask.jsonify(type_of(made)), 201, {"Location": f"/api/types/{made.id}"}


@app.get("/api/parts")
def list_parts() -> tuple[flask.Response, dict[str, str]]:
    arguments = flask.request.args
    limit = arguments.get("limit", 50, type=int)
    offset = arguments.get("offset", 0, type=int)
    q = arguments.get("q")
    with sessions() as session:
        parts, total = queries.list_parts(session, limit, offset, q)
        links = queries.page_links("/api/parts", total, limit, offset, q)
        headers = {"X-Total-Count": str(total), "Link": links}
        return flask.jsonify([part_of(row) for row in parts]), headers


@app.post("/api/inventory/parts/<part_key>/stock")
def add_stock(part_key: str) -> tuple[flask.Response, int, dict[str, str]]:
    body = flask.request.json
    with sessions() as session:
        qty = queries.add_stock(session, part_key, body["box_no"], body["loc_no"], body["qty"])
        level = {"key": part_key, "box_no": body["box_no"], "loc_no": body["loc_no"], "qty": qty}
        address = f"/api/locations/{body['box_no']}/{body['loc_no']}"
        return flask.jsonify(level), 201, {"Location": address}
