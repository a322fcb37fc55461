"""Lists that the database hands over in one piece: the same values in the same order as row by row."""

from __future__ import annotations

from sqlalchemy import select
from unit.bench import Bench

from services.kernel.rows import Listing, read_rows
from services.models import Part, QuantityChange, Task, Type
from services.seed import seed

ODD = 'Ω "quoted" \\ back\nline\ttab   \U0001f50c \x01 {"json": [1, null]}'


def test_a_list_in_one_piece_has_the_values_and_the_order_of_its_rows(bench: Bench) -> None:
    with bench.world.store.transaction() as session:
        seed(session, bench.world)
    with bench.writing() as services:
        kind = services.types.create(name="µ 'type'").id
        services.parts.create(description=ODD, tags=["a", "ü", '"', "[]"], type_id=kind, pin_count=2**31 - 1)
        services.parts.create(description="Nothing else")
    parts = select(*Part.__table__.columns)
    joined = select(Part.key, Part.tags, Part.created_at, Type.id, Type.name, Type.created_at).outerjoin(
        Type, Type.id == Part.type_id
    )
    queries = [
        parts.order_by(Part.description_key.desc(), Part.id),
        parts.order_by(Part.total_quantity, Part.id).limit(7).offset(3),
        joined.order_by(Part.key.desc()),
        select(QuantityChange.timestamp, QuantityChange.id).order_by(
            QuantityChange.timestamp.desc(), QuantityChange.id
        ),
        select(Task.id, Task.created_at),
    ]
    with bench.world.store.reading() as session:
        for query in queries:
            rows = [tuple(row) for row in read_rows(session, query)]
            listing = Listing(query)
            assert [tuple(row) for row in listing.read(session)] == rows
            assert [tuple(row) for row in listing.read(session)] == rows
        assert ODD in {row.description for row in read_rows(session, select(Part.description))}
        assert rows == []
