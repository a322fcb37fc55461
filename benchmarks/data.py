"""An inventory of any size, the same for everyone: generated from a fixed seed, inserted in bulk."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, create_engine, insert, select, text
from sqlalchemy.orm import DeclarativeBase

from services.kernel.names import fold, sort_key
from services.models import Box, Location, Part, PartLocation, QuantityChange, Seller, Type
from services.totals import rebuild

BEGIN = datetime(2026, 1, 5, 9, 30, tzinfo=UTC)
BOX_CAPACITY = 200
CHANGES_PER_PART = 3
CHUNK = 5_000
RARE_WORD = "zirconia"
RARE_PARTS = 5
"""How many parts have the rare word, whatever the number of parts."""

MAKERS = ("Omron", "Texas Instruments", "Vishay", "Murata", "Bourns", "Infineon", "Nexperia", "Wuerth")
NOUNS = ("relay", "resistor", "capacitor", "driver", "regulator", "connector", "diode", "transistor")
PACKAGES = ("DIP-8", "SOT-23", "TO-220", "0805", "SOIC-16", "QFN-32")
MOUNTINGS = ("through-hole", "surface mount")
SHOPS = ("Mouser", "Digi-Key", "Farnell", "Reichelt", "LCSC")


def key_of(number: int) -> str:
    """The key of the part with this number, from 0: scattered over AAAA to ZZZZ, each different."""
    letters = (number * 104_729) % 26**4
    return "".join(chr(65 + letters // 26**place % 26) for place in (3, 2, 1, 0))


def place_of(number: int) -> tuple[int, int]:
    """The box and the location where the part with this number lies."""
    return number // BOX_CAPACITY + 1, number % BOX_CAPACITY + 1


def quantity_of(number: int) -> int:
    """How many pieces of the part with this number there are."""
    return number % 90 + CHANGES_PER_PART


def fill(url: str, parts: int) -> None:
    """Fill a migrated inventory that has only its set-up types with ``parts`` parts, each in stock."""
    engine = create_engine(url)
    with engine.begin() as connection:
        types = {row.id: row.name for row in connection.execute(select(Type.id, Type.name).order_by(Type.id))}
        moments = {"created_at": BEGIN, "updated_at": BEGIN}
        shops = [
            {
                "id": number,
                "name": name,
                "name_key": fold(name),
                "website": f"https://{fold(name)}.com",
                **moments,
            }
            for number, name in enumerate(SHOPS, 1)
        ]
        _insert(connection, Seller, shops)
        _insert(connection, Part, [_part(number, types) for number in range(parts)])
        _insert_stock(connection, parts, moments)
        rebuild(connection)
        if engine.dialect.name == "postgresql":
            _follow_ids(connection)
    with engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection:
        # What autovacuum and PRAGMA optimize would do sooner or later.
        connection.execute(text("VACUUM ANALYZE" if engine.dialect.name == "postgresql" else "ANALYZE"))
    engine.dispose()


def _insert(connection: Connection, model: type[DeclarativeBase], rows: list[dict[str, Any]]) -> None:
    for begin in range(0, len(rows), CHUNK):
        connection.execute(insert(model), rows[begin : begin + CHUNK])


def _part(number: int, types: dict[int, str]) -> dict[str, Any]:
    chance = random.Random(number)
    noun, maker, package = chance.choice(NOUNS), chance.choice(MAKERS), chance.choice(PACKAGES)
    type_id = chance.choice(list(types))
    seller_id = chance.randrange(len(SHOPS)) + 1
    volts = chance.choice((3, 5, 12, 24, 48))
    code = f"{maker[:2].upper()}{chance.randrange(10**6):06}-{volts}"
    rare = f", {RARE_WORD}" if number < RARE_PARTS else ""
    description = f"{noun.capitalize()}, {volts} V, {package}, batch {chance.randrange(10**5)}{rare}"
    tags = [noun, f"{volts}V"]
    key = key_of(number)
    searched = (key, code, maker, types[type_id], *tags, description, SHOPS[seller_id - 1])
    moment = BEGIN + timedelta(minutes=number)
    return {
        "id": number + 1,
        "key": key,
        "description": description,
        "manufacturer_code": code,
        "manufacturer": maker,
        "product_page": f"https://example.com/{code}",
        "seller_id": seller_id,
        "seller_link": f"https://example.com/buy/{code}",
        "type_id": type_id,
        "tags": tags,
        "package": package,
        "pin_count": chance.choice((2, 3, 8, 16)),
        "pin_pitch": "2.54 mm",
        "voltage_rating": f"{volts} V",
        "input_voltage": None,
        "output_voltage": None,
        "mounting_type": chance.choice(MOUNTINGS),
        "series": code[:4],
        "dimensions": None,
        "total_quantity": quantity_of(number),
        "description_key": sort_key(description),
        "manufacturer_code_key": sort_key(code),
        "search_text": "\n".join(fold(word) for word in searched),
        "created_at": moment,
        "updated_at": moment,
    }


def _insert_stock(connection: Connection, parts: int, moments: dict[str, datetime]) -> None:
    # One box more than they fill, so that there is a free location.
    boxes = (parts + BOX_CAPACITY - 1) // BOX_CAPACITY + 1
    box_rows = [
        {"box_no": box_no, "capacity": BOX_CAPACITY, "description": f"Box {box_no}", **moments}
        for box_no in range(1, boxes + 1)
    ]
    places = [place_of(number) for number in range(boxes * BOX_CAPACITY)]
    _insert(connection, Box, box_rows)
    located = [{"id": index, "box_no": box_no, "loc_no": loc_no} for index, (box_no, loc_no) in enumerate(places, 1)]
    _insert(connection, Location, located)
    stock = [
        {"id": one, "part_id": one, "location_id": one, "qty": quantity_of(one - 1)} for one in range(1, parts + 1)
    ]
    _insert(connection, PartLocation, stock)
    _insert(connection, QuantityChange, [change for one in stock for change in _changes(one)])


def _changes(stock: dict[str, int]) -> list[dict[str, Any]]:
    """A history that adds up to what is there."""
    number = stock["part_id"] - 1
    box_no, loc_no = place_of(number)
    deltas = [stock["qty"] - CHANGES_PER_PART + 1] + [1] * (CHANGES_PER_PART - 1)
    return [
        {
            "part_id": stock["part_id"],
            "delta_qty": delta,
            "location_reference": f"{box_no}-{loc_no}",
            "timestamp": BEGIN + timedelta(minutes=number + turn),
        }
        for turn, delta in enumerate(deltas)
    ]


def _follow_ids(connection: Connection) -> None:
    """Let PostgreSQL's sequences continue after the ids that were given."""
    for table, column in (
        ("sellers", "id"),
        ("parts", "id"),
        ("boxes", "box_no"),
        ("locations", "id"),
        ("part_locations", "id"),
    ):
        sequence = f"pg_get_serial_sequence('{table}', '{column}')"
        connection.execute(text(f"SELECT setval({sequence}, (SELECT max({column}) FROM {table}))"))
