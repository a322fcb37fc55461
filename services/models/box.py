"""Boxes and the numbered locations in them."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, ForeignKey, Identity, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from services.models.base import REPEATS, Base, Timestamped

_FREE = text("part_count = 0")


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
    """One compartment of a box.

    ``part_count`` repeats how many parts lie there, so that a free one is found without looking into every full one;
    whoever puts a part there, or takes the last piece of one, keeps it with services.totals.
    """

    __tablename__ = "locations"
    __table_args__ = (
        UniqueConstraint("box_no", "loc_no"),
        CheckConstraint("part_count >= 0", name="part_count_not_negative"),
        Index("locations_free", "box_no", "loc_no", sqlite_where=_FREE, postgresql_where=_FREE),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    box_no: Mapped[int] = mapped_column(ForeignKey("boxes.box_no", deferrable=True, initially="IMMEDIATE"))
    loc_no: Mapped[int]
    part_count: Mapped[int] = mapped_column(default=0, server_default="0", info=REPEATS)
