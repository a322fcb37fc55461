"""What was worked out for each answer: parts and pieces of each type, what lies in each location, a type in order."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "type_totals",
        sa.Column("type_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("pieces", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("type_id", name=op.f("pk_type_totals")),
    )
    op.execute(
        "INSERT INTO type_totals (type_id, parts, pieces)"
        " SELECT coalesce(type_id, 0), count(*), sum(total_quantity) FROM parts GROUP BY coalesce(type_id, 0)"
    )
    # With its check at once: SQLite adds none to a table that exists.
    op.execute(
        "ALTER TABLE locations ADD COLUMN part_count INTEGER DEFAULT 0 NOT NULL"
        " CONSTRAINT ck_locations_part_count_not_negative CHECK (part_count >= 0)"
    )
    op.execute(
        "UPDATE locations SET part_count ="
        " (SELECT count(*) FROM part_locations WHERE part_locations.location_id = locations.id)"
    )
    op.execute("CREATE INDEX locations_free ON locations (box_no, loc_no) WHERE part_count = 0")
    # With the key and the id beside it, any page of a type is found in the index alone.
    op.drop_index("ix_parts_type_id", "parts")
    op.create_index("ix_parts_type_id_key_id", "parts", ["type_id", "key", "id"])


def downgrade() -> None:
    op.drop_index("ix_parts_type_id_key_id", "parts")
    op.create_index("ix_parts_type_id", "parts", ["type_id"])
    op.drop_index("locations_free", "locations")
    op.drop_column("locations", "part_count")
    op.drop_table("type_totals")
