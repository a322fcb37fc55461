"""The parts as CSV (RFC 4180, UTF-8), one after another, under headers that the import reads back."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from sqlalchemy import select

from services.csvfiles import guarded
from services.importrows import join_tags
from services.kernel.world import World
from services.models import Part, Seller, Type
from services.search import matching

ROWS_AT_ONCE = 500

_COLUMNS = {
    "key": Part.key,
    "description": Part.description,
    "manufacturer_code": Part.manufacturer_code,
    "manufacturer": Part.manufacturer,
    "type": Type.name,
    "quantity": Part.total_quantity,
    "package": Part.package,
    "pin_count": Part.pin_count,
    "pin_pitch": Part.pin_pitch,
    "voltage_rating": Part.voltage_rating,
    "input_voltage": Part.input_voltage,
    "output_voltage": Part.output_voltage,
    "mounting_type": Part.mounting_type,
    "series": Part.series,
    "dimensions": Part.dimensions,
    "tags": Part.tags,
    "seller": Seller.name,
    "seller_website": Seller.website,
    "seller_link": Part.seller_link,
    "product_page": Part.product_page,
}
HEADER = tuple(_COLUMNS)


def exported_parts(world: World, *, type_id: int | None = None, q: str | None = None) -> Iterator[bytes]:
    """The header and the parts, in the order in which they were made, some hundred rows in each piece.

    The rows come from one statement, so they show one moment, however long the reader takes. The session opens
    with the first piece and is closed with the generator. Cells that a spreadsheet would take for formulas have an
    apostrophe before them, which the import takes off again.
    """
    wanted = matching(q or "", world.store.dialect)
    if type_id is not None:
        wanted.append(Part.type_id == type_id)
    query = (
        select(*_COLUMNS.values())
        .select_from(Part)
        .outerjoin(Type, Type.id == Part.type_id)
        .outerjoin(Seller, Seller.id == Part.seller_id)
        .where(*wanted)
        .order_by(Part.id)
    )
    with world.store.reading() as session, session.execute(query.execution_options(yield_per=ROWS_AT_ONCE)) as rows:
        yield _written([HEADER])
        for some in rows.partitions():
            yield _written([[_cell(value) for value in row] for row in some])


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return guarded(join_tags(value))
    return guarded(str(value))


def _written(rows: Sequence[Sequence[str]]) -> bytes:
    buffer = StringIO(newline="")
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode()
