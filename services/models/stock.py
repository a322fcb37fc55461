"""What lies where, and every change that led to it."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from services.models.base import Base, UtcDateTime


class PartLocation(Base):
    """Pieces of a part at a location. The row goes when the last piece does."""

    __tablename__ = "part_locations"
    __table_args__ = (
        UniqueConstraint("part_id", "location_id"),
        CheckConstraint("qty > 0", name="qty_positive"),
        Index(None, "location_id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("parts.id", deferrable=True, initially="IMMEDIATE"))
    location_id: Mapped[int] = mapped_column(ForeignKey("locations.id", deferrable=True, initially="IMMEDIATE"))
    qty: Mapped[int]


class QuantityChange(Base):
    """A change of a part's stock. The sum over a part is its stock; the place is kept as text ("7-3")."""

    __tablename__ = "quantity_history"
    __table_args__ = (
        CheckConstraint("delta_qty != 0", name="delta_qty_not_zero"),
        Index(None, "part_id", "id"),
        Index(None, "timestamp", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    part_id: Mapped[int] = mapped_column(
        ForeignKey("parts.id", ondelete="CASCADE", deferrable=True, initially="IMMEDIATE")
    )
    delta_qty: Mapped[int]
    location_reference: Mapped[str | None] = mapped_column(String(30))
    timestamp: Mapped[datetime] = mapped_column(UtcDateTime)
