"""Every order of the parts has an index that PostgreSQL walks in it; SQLite walks those it has in any of them."""

from __future__ import annotations

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# With the id beside it, any page is found in the index of keys alone. Codes that are missing come last in either
# direction, and PostgreSQL walks an index for that in one of them.
UP = (
    "ALTER TABLE parts DROP CONSTRAINT uq_parts_key, ADD CONSTRAINT uq_parts_key UNIQUE (key) INCLUDE (id)",
    "CREATE INDEX parts_by_code_descending ON parts (manufacturer_code_key DESC NULLS LAST, id DESC)",
)
DOWN = (
    "DROP INDEX parts_by_code_descending",
    "ALTER TABLE parts DROP CONSTRAINT uq_parts_key, ADD CONSTRAINT uq_parts_key UNIQUE (key)",
)


def _run(statements: tuple[str, ...]) -> None:
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for statement in statements:
            connection.exec_driver_sql(statement)


def upgrade() -> None:
    _run(UP)


def downgrade() -> None:
    _run(DOWN)
