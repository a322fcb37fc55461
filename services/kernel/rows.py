"""Plain rows for lists: what a query selects, without the work the ORM does to keep track of objects."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeVarTuple

import orjson
from sqlalchemy import (
    ARRAY,
    JSON,
    ColumnElement,
    Integer,
    Row,
    Select,
    Text,
    bindparam,
    cast,
    func,
    literal_column,
    select,
)
from sqlalchemy.dialects import sqlite
from sqlalchemy.orm import InstrumentedAttribute, Session

Columns = TypeVarTuple("Columns")


def read_rows(
    session: Session, query: Select[*Columns], values: Mapping[str, object] | None = None
) -> Sequence[Row[*Columns]]:
    """Every row of a query for columns, in the session's transaction, with its pending changes written first.

    ``values`` are those of the query's own parameters: one that is made once and asked often saves the making.

    It takes about half the time of ``session.execute``; a query for whole models belongs there.
    """
    session.flush()
    return session.connection().execute(query, values).all()


PAGE_LIMIT = bindparam("page_limit", type_=Integer)
PAGE_OFFSET = bindparam("page_offset", type_=Integer)
"""What a listing calls the bounds of its page."""


class Listing:
    """A query for a list, made once and asked often.

    SQLite's driver lets go of the interpreter for each row that it fetches, and with a few threads at work most of the
    time of a request went into getting hold of it again. So SQLite writes the whole list as one JSON text, which is
    one row. Its columns may be text, integers, instants and JSON.
    """

    def __init__(self, query: Select[*tuple[Any, ...]]) -> None:
        self._query = query

    def read(self, session: Session, **values: object) -> Sequence[Sequence[Any]]:
        """The rows as ``read_rows`` reads them, but without names."""
        session.flush()
        connection = session.connection()
        if connection.dialect.name != "sqlite":
            return connection.execute(self._query, values).all()
        query, conversions = self._in_one
        ((text,),) = connection.execute(query, values)
        rows: list[list[Any]] = orjson.loads(text)
        for place, convert in conversions:
            for row in rows:
                row[place] = convert(row[place])
        return rows

    @cached_property
    def _in_one(self) -> tuple[Select[str], list[tuple[int, Callable[[Any], Any]]]]:
        """The query for the text, and what is made of the values at some places of each row."""
        # A bound, even one that bounds nothing, has SQLite keep to the order of what it puts together.
        bounded = self._query if self._query._limit_clause is not None else self._query.limit(-1)
        listed = bounded.subquery()
        columns = list(listed.columns)
        members = [func.json(column) if isinstance(column.type, JSON) else column for column in columns]
        query: Select[str] = select(func.json_group_array(func.json_array(*members))).select_from(listed)
        dialect = sqlite.dialect()
        conversions = [
            (place, column.type.dialect_impl(dialect).result_processor(dialect, None))
            for place, column in enumerate(columns)
            if not isinstance(column.type, JSON)
        ]
        return query, [(place, convert) for place, convert in conversions if convert is not None]


def among(dialect: str, column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """The condition that a column is one of ``ids``, a parameter of the query, which is the same for any number."""
    if dialect == "sqlite":
        each = func.json_each(bindparam("ids")).table_valued("value")
        return column.in_(select(literal_column("value")).select_from(each))
    # As a set, which PostgreSQL reads from the text once, and not anew for each row.
    return column.in_(select(func.unnest(cast(bindparam("ids", type_=Text), ARRAY(Integer)))))


def gathered_ids(session: Session, dialect: str, query: Select[int]) -> tuple[str | None, int]:
    """The ids that a query finds, as a value of ``ids``, and how many they are.

    The database writes them into one text and reads them from it again: a thousand of them need not be made into
    Python's numbers on the way.
    """
    found = query.subquery()
    (column,) = found.columns
    text = func.json_group_array(column) if dialect == "sqlite" else cast(func.array_agg(column), Text)
    ((ids, count),) = read_rows(session, select(text, func.count()).select_from(found))
    return ids, count
