"""An index for the search box: trigrams of every part's search text."""

from __future__ import annotations

import logging

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

log = logging.getLogger("migrations.search")

# The text is folded before it is stored, so the tokenizer is told to leave it as it is.
SQLITE_UP = (
    """CREATE VIRTUAL TABLE parts_search USING fts5(
        search_text, content='parts', content_rowid='id', tokenize='trigram case_sensitive 1')""",
    """CREATE TRIGGER parts_search_insert AFTER INSERT ON parts BEGIN
        INSERT INTO parts_search(rowid, search_text) VALUES (new.id, new.search_text);
    END""",
    """CREATE TRIGGER parts_search_delete AFTER DELETE ON parts BEGIN
        INSERT INTO parts_search(parts_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);
    END""",
    """CREATE TRIGGER parts_search_update AFTER UPDATE OF search_text ON parts BEGIN
        INSERT INTO parts_search(parts_search, rowid, search_text) VALUES ('delete', old.id, old.search_text);
        INSERT INTO parts_search(rowid, search_text) VALUES (new.id, new.search_text);
    END""",
    "INSERT INTO parts_search(parts_search) VALUES ('rebuild')",
)
SQLITE_DOWN = (
    "DROP TRIGGER parts_search_update",
    "DROP TRIGGER parts_search_delete",
    "DROP TRIGGER parts_search_insert",
    "DROP TABLE parts_search",
)


def upgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for statement in SQLITE_UP:
            connection.exec_driver_sql(statement)
        return
    try:
        with connection.begin_nested():
            connection.exec_driver_sql("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            connection.exec_driver_sql("CREATE INDEX parts_search ON parts USING gin (search_text gin_trgm_ops)")
    except sa.exc.DBAPIError as error:
        # Searching answers the same without the index, only more slowly, so this is no reason to stop.
        log.warning("Parts are searched without an index, because pg_trgm cannot be had: %s", error.orig)


def downgrade() -> None:
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        for statement in SQLITE_DOWN:
            connection.exec_driver_sql(statement)
    else:
        # The extension stays: another schema of the same database may use it.
        connection.exec_driver_sql("DROP INDEX IF EXISTS parts_search")
