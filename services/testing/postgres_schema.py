"""Copying and comparing whole schemas of one PostgreSQL database with few round trips.

Everything is read from the system catalogues, so a new table needs no change here. What the copying does not know
(a trigger, a function) shows as a difference between two fingerprints, and then the real sequence is used instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256
from typing import Any

import psycopg
from psycopg.rows import dict_row

CONTROL = "partsbench_testing"
"""The schema that marks a database as one that test mode may reset; extensions live in it as well."""

Connection = psycopg.Connection[Any]

TABLES = """
SELECT c.relname AS name,
       array_agg(a.attname::text ORDER BY a.attnum) AS columns,
       array_agg(format_type(a.atttypid, NULL) ORDER BY a.attnum) AS types,
       ARRAY(SELECT k.attname::text FROM pg_index i JOIN pg_attribute k
               ON k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey)
              WHERE i.indrelid = c.oid AND i.indisprimary ORDER BY array_position(i.indkey, k.attnum)) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
 WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
   AND a.attgenerated = ''
 GROUP BY c.oid, c.relname ORDER BY c.relname
"""

CONSTRAINTS = """
SELECT r.relname AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
  FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
 WHERE c.connamespace = %(schema)s::regnamespace AND c.contype IN ('p', 'u', 'x', 'f')
 ORDER BY c.contype = 'f', r.relname, c.conname
"""

INDEXES = """
SELECT pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid
 WHERE r.relnamespace = %(schema)s::regnamespace AND r.relkind = 'r'
   AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u', 'x'))
 ORDER BY 1
"""

SEQUENCES = """
SELECT c.relname AS name, s.last_value AS last
  FROM pg_class c JOIN pg_sequences s ON s.schemaname = %(schema)s AND s.sequencename = c.relname
 WHERE c.relnamespace = %(schema)s::regnamespace AND c.relkind = 'S' ORDER BY c.relname
"""

DEFINITIONS = """
SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
       || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END || ' ' || a.attidentity::text || a.attgenerated::text
       || coalesce(' collate ' || a.attcollation::regcollation::text, '')
       || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') AS line
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
 WHERE c.relnamespace = {schema}::regnamespace AND c.relkind IN ('r', 'v', 'm', 'p')
   AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT 'relation ' || relkind::text || ' ' || relname FROM pg_class
 WHERE relnamespace = {schema}::regnamespace AND relkind NOT IN ('i', 'c', 't')
UNION ALL
SELECT 'constraint ' || conrelid::regclass::text || '.' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = {schema}::regnamespace AND contype <> 't'
UNION ALL
SELECT 'index ' || pg_get_indexdef(i.indexrelid)
  FROM pg_index i JOIN pg_class r ON r.oid = i.indrelid
 WHERE r.relnamespace = {schema}::regnamespace AND r.relkind <> 't'
UNION ALL
SELECT 'trigger ' || tgrelid::regclass::text || ' ' || pg_get_triggerdef(t.oid)
  FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid
 WHERE r.relnamespace = {schema}::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc
 WHERE pronamespace = {schema}::regnamespace AND prokind IN ('f', 'p')
UNION ALL
SELECT 'type ' || typname FROM pg_type
 WHERE typnamespace = {schema}::regnamespace AND typtype IN ('d', 'e', 'r')
"""

STAMP = """
WITH relation AS MATERIALIZED (SELECT oid, xmin FROM pg_class WHERE relnamespace = %(schema)s::regnamespace)
SELECT count(*), sum(stamp::text::bigint) FROM (
SELECT xmin AS stamp FROM relation
UNION ALL
SELECT a.xmin FROM relation JOIN pg_attribute a ON a.attrelid = relation.oid
UNION ALL
SELECT d.xmin FROM relation JOIN pg_attrdef d ON d.adrelid = relation.oid
UNION ALL
SELECT t.xmin FROM relation JOIN pg_trigger t ON t.tgrelid = relation.oid
UNION ALL
SELECT xmin FROM pg_constraint WHERE connamespace = %(schema)s::regnamespace
UNION ALL
SELECT xmin FROM pg_proc WHERE pronamespace = %(schema)s::regnamespace
UNION ALL
SELECT xmin FROM pg_type WHERE typnamespace = %(schema)s::regnamespace) AS noted
"""


@dataclass(frozen=True, slots=True)
class Table:
    """What copying and comparing need to know of a table."""

    name: str
    columns: list[str]
    types: list[str]
    key: list[str]

    @property
    def listed(self) -> str:
        return ", ".join(quoted(column) for column in self.columns)

    def moved(self, alias: str, shift: str) -> list[str]:
        """Each column of a row of the template, instants moved."""
        return [
            f"{alias}.{quoted(column)} + {shift}" if kind == "timestamp with time zone" else f"{alias}.{quoted(column)}"
            for column, kind in zip(self.columns, self.types, strict=True)
        ]

    def comparable(self, values: list[str]) -> str:
        """A row value that can be compared: JSON has no equality of its own, its text has."""
        compared = [
            f"({value})::text" if kind == "json" else value for value, kind in zip(values, self.types, strict=True)
        ]
        return f"ROW({', '.join(compared)})"


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Everything about a schema that a copy of it needs."""

    schema: str
    tables: list[Table]
    constraints: list[tuple[str, str, str]]
    indexes: list[str]
    sequences: dict[str, int | None]
    fingerprint: str


def quoted(name: str) -> str:
    """A name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def literal(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


def read(connection: Connection, schema: str, search_path: str) -> Blueprint:
    """Describe a schema. Names inside it come out bare, because it is first on the search path while we ask."""
    wanted = {"schema": schema}
    connection.execute(f"SET LOCAL search_path TO {search_path}")
    with connection.cursor(row_factory=dict_row) as cursor:
        tables = [Table(**row) for row in cursor.execute(TABLES, wanted)]
        constraints = [(row["table"], row["name"], row["definition"]) for row in cursor.execute(CONSTRAINTS, wanted)]
        bare = re.compile(rf" ON {re.escape(schema)}\.|(?<=\W){re.escape(quoted(schema))}\.")
        indexes = [bare.sub(" ON ", row["definition"], count=1) for row in cursor.execute(INDEXES, wanted)]
        numbers = {row["name"]: row["last"] for row in cursor.execute(SEQUENCES, wanted)}
    return Blueprint(schema, tables, constraints, indexes, numbers, fingerprint(connection, schema))


def definitions(connection: Connection, schema: str) -> list[str]:
    """Every definition in a schema as text, the schema's own name taken out.

    The search path decides which names PostgreSQL writes out in full, so it is the same for every schema here. Wants a
    connection in autocommit mode, in or outside a transaction, and takes one round trip.
    """
    begin, commit = ("", "") if in_transaction(connection) else ("BEGIN;", "; COMMIT")
    query = f"{begin} SET LOCAL search_path TO {CONTROL}; {DEFINITIONS.format(schema=literal(schema))} {commit}"
    cursor = connection.execute(query.encode())
    while cursor.description is None:
        cursor.nextset()
    return sorted(line.replace(f"{quoted(schema)}.", "").replace(f"{schema}.", "") for (line,) in cursor)


def fingerprint(connection: Connection, schema: str) -> str:
    """A hash of every definition in a schema; equal for equal ones, whatever the schemas are called."""
    return sha256("\n".join(definitions(connection, schema)).encode()).hexdigest()


def stamp(connection: Connection, schema: str) -> tuple[Any, ...]:
    """What changes with every change of a definition, at a fifth of what writing the definitions out costs.

    Rows of the catalogues are never changed in place by such a statement: each leaves with the transaction that made
    it, or comes with a new one. Statistics are written in place and do not count.
    """
    row = connection.execute(STAMP, {"schema": schema}).fetchone()
    return tuple(row or ())


def in_transaction(connection: Connection) -> bool:
    """Whether the connection is inside a transaction."""
    return connection.info.transaction_status is not psycopg.pq.TransactionStatus.IDLE


def copy_script(source: Blueprint, target: str, search_path: str, shift: timedelta) -> str:
    """One batch of statements that makes ``target`` a copy of the source, its instants moved."""
    origin = quoted(source.schema)
    parts = [f"CREATE SCHEMA {quoted(target)}", f"SET LOCAL search_path TO {search_path}"]
    # Checks are copied here as well: written out and read again, some come out as another expression.
    kept = ("DEFAULTS", "IDENTITY", "GENERATED", "STORAGE", "COMMENTS", "CONSTRAINTS")
    including = " ".join(f"INCLUDING {kind}" for kind in kept)
    for table in source.tables:
        name = quoted(table.name)
        moved = ", ".join(table.moved("t", interval(shift)))
        parts.append(f"CREATE TABLE {name} (LIKE {origin}.{name} {including})")
        parts.append(
            f"INSERT INTO {name} ({table.listed}) OVERRIDING SYSTEM VALUE SELECT {moved} FROM {origin}.{name} AS t"
        )
    first = [entry for entry in source.constraints if not entry[2].startswith("FOREIGN")]
    last = [entry for entry in source.constraints if entry[2].startswith("FOREIGN")]
    for table_name, name, definition in [*first, *last]:
        parts.append(f"ALTER TABLE {quoted(table_name)} ADD CONSTRAINT {quoted(name)} {definition}")
    parts += source.indexes
    parts.append(sequences_script(source, target))
    return ";\n".join(part for part in parts if part)


def restore_script(source: Blueprint, target: str, shift: timedelta, lock_timeout_ms: int) -> str:
    """One batch of statements that makes the rows of ``target`` those of the source, in one transaction.

    Only what differs is touched. The foreign keys are checked at the end, so no order of tables is needed; rows that
    a cascade takes along are missing afterwards, and put back with the others. Sequences follow after the commit:
    they know no rollback, and one that is ahead does no harm, while one that is behind does.
    """
    parts = ["BEGIN", f"SET LOCAL lock_timeout = {lock_timeout_ms}", "SET CONSTRAINTS ALL DEFERRED"]
    parts += [_delete_differing(source, table, target, shift) for table in source.tables]
    parts += [_insert_missing(source, table, target, shift) for table in source.tables]
    parts += ["COMMIT", sequences_script(source, target)]
    return ";\n".join(part for part in parts if part)


def _delete_differing(source: Blueprint, table: Table, target: str, shift: timedelta) -> str:
    place, origin = f"{quoted(target)}.{quoted(table.name)}", f"{quoted(source.schema)}.{quoted(table.name)}"
    if not table.key:
        return f"DELETE FROM {place}"
    theirs = table.comparable(table.moved("t", interval(shift)))
    ours = table.comparable([f"a.{quoted(column)}" for column in table.columns])
    return (
        f"DELETE FROM {place} AS a WHERE NOT EXISTS (SELECT 1 FROM {origin} AS t"
        f" WHERE {_same_key(table)} AND {theirs} IS NOT DISTINCT FROM {ours})"
    )


def _insert_missing(source: Blueprint, table: Table, target: str, shift: timedelta) -> str:
    place, origin = f"{quoted(target)}.{quoted(table.name)}", f"{quoted(source.schema)}.{quoted(table.name)}"
    moved = ", ".join(table.moved("t", interval(shift)))
    missing = f" WHERE NOT EXISTS (SELECT 1 FROM {place} AS a WHERE {_same_key(table)})" if table.key else ""
    return f"INSERT INTO {place} ({table.listed}) OVERRIDING SYSTEM VALUE SELECT {moved} FROM {origin} AS t{missing}"


def _same_key(table: Table) -> str:
    return " AND ".join(f"t.{quoted(column)} = a.{quoted(column)}" for column in table.key)


def sequences_script(source: Blueprint, target: str) -> str:
    """One statement that sets every sequence of ``target`` to where it stands in the source."""
    settings = [
        f"setval({literal(f'{quoted(target)}.{quoted(name)}')}, {last or 1}, {'true' if last else 'false'})"
        for name, last in source.sequences.items()
    ]
    return f"SELECT {', '.join(settings)}" if settings else ""


def interval(shift: timedelta) -> str:
    """A length of time as an SQL literal, exact to the microsecond."""
    return f"interval '{shift // timedelta(microseconds=1)} microseconds'"
