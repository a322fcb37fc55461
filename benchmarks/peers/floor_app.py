"""The floor: a bare WSGI function, a driver and orjson. It checks nothing; nothing useful could be faster."""

from __future__ import annotations

import os
import sqlite3
import threading
import unicodedata
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs

import orjson
import psycopg

from benchmarks.peers.queries import page_links

URL = os.environ["DATABASE_URL"]
ON_SQLITE = URL.startswith("sqlite")
MARK = "?" if ON_SQLITE else "%s"

TYPE = "t.id, t.name, t.created_at, t.updated_at"
PART = """p.key, p.description, p.manufacturer_code, p.manufacturer, p.product_page, p.seller_id,
 p.seller_link, p.type_id, p.tags, p.package, p.pin_count, p.pin_pitch, p.voltage_rating, p.input_voltage,
 p.output_voltage, p.mounting_type, p.series, p.dimensions, p.total_quantity, p.created_at, p.updated_at"""
PART_NAMES = [word.strip().removeprefix("p.") for word in PART.split(",")]
END = len(PART_NAMES)
FROM = "FROM parts p LEFT JOIN types t ON t.id = p.type_id LEFT JOIN sellers s ON s.id = p.seller_id"

Start = Callable[[str, list[tuple[str, str]]], Any]
per_thread = threading.local()


def connection() -> Any:
    if not hasattr(per_thread, "connection"):
        per_thread.connection = _connect()
    return per_thread.connection


def _connect() -> Any:
    if ON_SQLITE:
        opened = sqlite3.connect(URL.removeprefix("sqlite:///"), timeout=10, isolation_level=None)
        opened.execute("PRAGMA journal_mode=WAL")
        opened.execute("PRAGMA foreign_keys=ON")
        return opened
    return psycopg.connect(URL.replace("postgresql+psycopg", "postgresql"), autocommit=True)


def run(statement: str, *values: Any) -> Any:
    return connection().execute(statement.replace("?", MARK), values)


def instant(value: Any) -> str:
    text: str = value if isinstance(value, str) else value.astimezone(UTC).isoformat(timespec="microseconds")
    return text[:-6].removesuffix(".000000") + "Z"


def now() -> Any:
    moment = datetime.now(UTC)
    return moment.isoformat(timespec="microseconds") if ON_SQLITE else moment


def type_of(row: Any) -> dict[str, Any]:
    return {"id": row[0], "name": row[1], "created_at": instant(row[2]), "updated_at": instant(row[3])}


def part_of(row: Any) -> dict[str, Any]:
    out = dict(zip(PART_NAMES, row[:END], strict=True))
    if ON_SQLITE:
        out["tags"] = orjson.loads(out["tags"])
    out["created_at"] = instant(out["created_at"])
    out["updated_at"] = instant(out["updated_at"])
    if row[END] is not None:
        out["type"] = type_of(row[END : END + 4])
    if row[END + 4] is not None:
        out["seller"] = {"id": row[END + 4], "name": row[END + 5], "website": row[END + 6]}
    return out


def get_healthz(_environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    return answer(start, "200 OK", {"status": "alive"})


def list_types(_environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    rows = run(f"SELECT {TYPE} FROM types t ORDER BY t.name_key, t.id").fetchall()
    return answer(start, "200 OK", [type_of(row) for row in rows], ("X-Total-Count", str(len(rows))))


def get_type(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    type_id = int(environ["PATH_INFO"].rpartition("/")[2])
    row = run(f"SELECT {TYPE} FROM types t WHERE t.id = ?", type_id).fetchone()
    return answer(start, "200 OK", type_of(row)) if row else answer(start, "404 Not Found", None)


def create_type(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    name = orjson.loads(environ["wsgi.input"].read())["name"].strip()
    moment = now()
    values = (name, unicodedata.normalize("NFKC", name).casefold(), moment, moment)
    columns = "name, name_key, created_at, updated_at"
    insert = f"INSERT INTO types ({columns}) VALUES (?, ?, ?, ?) RETURNING id, {columns.replace('name_key, ', '')}"
    # fetchall runs the statement to its end, and with it SQLite's own commit.
    (row,) = run(insert, *values).fetchall()
    return answer(start, "201 Created", type_of(row), ("Location", f"/api/types/{row[0]}"))


def list_parts(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    query = {name: values[0] for name, values in parse_qs(environ["QUERY_STRING"]).items()}
    limit, offset, q = int(query.get("limit", 50)), int(query.get("offset", 0)), query.get("q")
    where, values = matching(q) if q else ("", [])
    page = f"SELECT {PART}, {TYPE}, s.id, s.name, s.website {FROM} {where} ORDER BY p.key LIMIT ? OFFSET ?"
    rows = run(page, *values, limit, offset).fetchall()
    (total,) = run(f"SELECT count(*) FROM parts p {where}", *values).fetchone()
    links = page_links("/api/parts", total, limit, offset, q)
    return answer(start, "200 OK", [part_of(row) for row in rows], ("X-Total-Count", str(total)), ("Link", links))


def matching(q: str) -> tuple[str, list[str]]:
    words = unicodedata.normalize("NFKC", q).casefold().split()
    if ON_SQLITE:
        found = "SELECT rowid FROM parts_search WHERE parts_search MATCH ?"
        return f"WHERE p.id IN ({found})", [" ".join(f'"{word}"' for word in words)]
    return "WHERE " + " AND ".join("p.search_text LIKE ?" for _ in words), [f"%{word}%" for word in words]


def add_stock(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    key = environ["PATH_INFO"].split("/")[4]
    body = orjson.loads(environ["wsgi.input"].read())
    box_no, loc_no, qty = body["box_no"], body["loc_no"], body["qty"]
    run("BEGIN IMMEDIATE" if ON_SQLITE else "BEGIN")
    (part_id,) = run("SELECT id FROM parts WHERE key = ?" + ("" if ON_SQLITE else " FOR UPDATE"), key).fetchone()
    (location_id,) = run("SELECT id FROM locations WHERE box_no = ? AND loc_no = ?", box_no, loc_no).fetchone()
    put = """INSERT INTO part_locations (part_id, location_id, qty) VALUES (?, ?, ?)
     ON CONFLICT (part_id, location_id) DO UPDATE SET qty = part_locations.qty + excluded.qty RETURNING qty"""
    ((there,),) = run(put, part_id, location_id, qty).fetchall()
    record = "INSERT INTO quantity_history (part_id, delta_qty, location_reference, timestamp) VALUES (?, ?, ?, ?)"
    run(record, part_id, qty, f"{box_no}-{loc_no}", now())
    run("UPDATE parts SET total_quantity = total_quantity + ? WHERE id = ?", qty, part_id)
    run("COMMIT")
    level = {"key": key, "box_no": box_no, "loc_no": loc_no, "qty": there}
    return answer(start, "201 Created", level, ("Location", f"/api/locations/{box_no}/{loc_no}"))


def answer(start: Start, status: str, value: Any, *headers: tuple[str, str]) -> Iterable[bytes]:
    body = orjson.dumps(value)
    start(status, [("Content-Type", "application/json"), ("Content-Length", str(len(body))), *headers])
    return [body]


ROUTES = {
    ("GET", "/api/health/healthz"): get_healthz,
    ("GET", "/api/types"): list_types,
    ("POST", "/api/types"): create_type,
    ("GET", "/api/parts"): list_parts,
}


def app(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    route = ROUTES.get((method, path))
    if route is None:
        if method == "GET" and path.startswith("/api/types/"):
            route = get_type
        elif method == "POST" and path.startswith("/api/inventory/parts/"):
            route = add_stock
        else:
            return answer(start, "404 Not Found", None)
    return route(environ, start)
