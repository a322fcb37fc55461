"""Types, sellers, parts, boxes, stock and its history."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True).with_variant(sa.String(32), "sqlite")


def _sortable(length: int) -> sa.String:
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def _number(name: str = "id") -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), sa.Identity(), nullable=False)


def _timestamps() -> list[sa.Column[Any]]:
    return [sa.Column(name, INSTANT, nullable=False) for name in ("created_at", "updated_at")]


def _reference(table: str, column: str, target: str, **options: Any) -> sa.ForeignKeyConstraint:
    referred = target.partition(".")[0]
    name = op.f(f"fk_{table}_{column}_{referred}")
    return sa.ForeignKeyConstraint([column], [target], name=name, deferrable=True, initially="IMMEDIATE", **options)


def _create_types_and_sellers() -> None:
    op.create_table(
        "types",
        _number(),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("name_key", _sortable(400), nullable=False),
        *_timestamps(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_types")),
        sa.UniqueConstraint("name_key", name=op.f("uq_types_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "sellers",
        _number(),
        sa.Column("name", sa.String(255), nullable=False),
        sa.Column("name_key", _sortable(400), nullable=False),
        sa.Column("website", sa.String(500), nullable=False),
        *_timestamps(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sellers")),
        sa.UniqueConstraint("name_key", name=op.f("uq_sellers_name_key")),
        sqlite_autoincrement=True,
    )


def _create_parts() -> None:
    op.create_table(
        "parts",
        _number(),
        sa.Column("key", _sortable(4), nullable=False),
        sa.Column("description", sa.String(2000), nullable=False),
        sa.Column("manufacturer_code", sa.String(255)),
        sa.Column("manufacturer", sa.String(255)),
        sa.Column("product_page", sa.String(500)),
        sa.Column("seller_id", sa.Integer()),
        sa.Column("seller_link", sa.String(500)),
        sa.Column("type_id", sa.Integer()),
        sa.Column("tags", sa.JSON(), nullable=False),
        sa.Column("package", sa.String(100)),
        sa.Column("pin_count", sa.Integer()),
        sa.Column("pin_pitch", sa.String(50)),
        sa.Column("voltage_rating", sa.String(100)),
        sa.Column("input_voltage", sa.String(100)),
        sa.Column("output_voltage", sa.String(100)),
        sa.Column("mounting_type", sa.String(50)),
        sa.Column("series", sa.String(100)),
        sa.Column("dimensions", sa.String(100)),
        sa.Column("total_quantity", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("description_key", _sortable(200), nullable=False),
        sa.Column("manufacturer_code_key", _sortable(200)),
        sa.Column("search_text", sa.Text(), nullable=False),
        *_timestamps(),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parts")),
        sa.UniqueConstraint("key", name=op.f("uq_parts_key")),
        sa.CheckConstraint("pin_count > 0", name=op.f("ck_parts_pin_count_positive")),
        sa.CheckConstraint("total_quantity >= 0", name=op.f("ck_parts_total_quantity_not_negative")),
        _reference("parts", "seller_id", "sellers.id"),
        _reference("parts", "type_id", "types.id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_parts_type_id"), "parts", ["type_id"])
    op.create_index(op.f("ix_parts_seller_id"), "parts", ["seller_id"])
    for column in ("created_at", "description_key", "manufacturer_code_key", "total_quantity"):
        op.create_index(op.f(f"ix_parts_{column}_id"), "parts", [column, "id"])


def _create_boxes() -> None:
    op.create_table(
        "boxes",
        _number("box_no"),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("description", sa.String(255), nullable=False),
        *_timestamps(),
        sa.PrimaryKeyConstraint("box_no", name=op.f("pk_boxes")),
        sa.CheckConstraint("capacity > 0", name=op.f("ck_boxes_capacity_positive")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "locations",
        _number(),
        sa.Column("box_no", sa.Integer(), nullable=False),
        sa.Column("loc_no", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_locations")),
        sa.UniqueConstraint("box_no", "loc_no", name=op.f("uq_locations_box_no_loc_no")),
        _reference("locations", "box_no", "boxes.box_no"),
        sqlite_autoincrement=True,
    )


def _create_stock() -> None:
    op.create_table(
        "part_locations",
        _number(),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("location_id", sa.Integer(), nullable=False),
        sa.Column("qty", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_part_locations")),
        sa.UniqueConstraint("part_id", "location_id", name=op.f("uq_part_locations_part_id_location_id")),
        sa.CheckConstraint("qty > 0", name=op.f("ck_part_locations_qty_positive")),
        _reference("part_locations", "part_id", "parts.id"),
        _reference("part_locations", "location_id", "locations.id"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_part_locations_location_id"), "part_locations", ["location_id"])
    op.create_table(
        "quantity_history",
        _number(),
        sa.Column("part_id", sa.Integer(), nullable=False),
        sa.Column("delta_qty", sa.Integer(), nullable=False),
        sa.Column("location_reference", sa.String(30)),
        sa.Column("timestamp", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quantity_history")),
        sa.CheckConstraint("delta_qty != 0", name=op.f("ck_quantity_history_delta_qty_not_zero")),
        _reference("quantity_history", "part_id", "parts.id", ondelete="CASCADE"),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_quantity_history_part_id_id"), "quantity_history", ["part_id", "id"])
    op.create_index(op.f("ix_quantity_history_timestamp_id"), "quantity_history", ["timestamp", "id"])


def upgrade() -> None:
    _create_types_and_sellers()
    _create_parts()
    _create_boxes()
    _create_stock()


def downgrade() -> None:
    for table in ("quantity_history", "part_locations", "locations", "boxes", "parts", "sellers", "types"):
        op.drop_table(table)
