"""Boxes and the numbered locations in them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Identity, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from services.models.base import Base, Timestamped


class Box(Timestamped, Base):
    """A box with ``capacity`` locations, numbered from 1. Its own number is never given to another box."""

    __tablename__ = "boxes"
    __table_args__ = (
        CheckConstraint("capacity > 0", name="capacity_positive"),
        {"sqlite_autoincrement": True},
    )

    box_no: Mapped[int] = mapped_column(Identity(), primary_key=True)
    capacity: Mapped[int]
    description: Mapped[str] = mapped_column(String(255))


class Location(Base):
    """One compartment of a box."""

    __tablename__ = "locations"
    __table_args__ = (UniqueConstraint("box_no", "loc_no"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    box_no: Mapped[int] = mapped_column(ForeignKey("boxes.box_no", deferrable=True, initially="IMMEDIATE"))
    loc_no: Mapped[int]
