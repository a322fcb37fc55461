"""What would otherwise be added up again and again."""

from __future__ import annotations

from sqlalchemy import BigInteger
from sqlalchemy.orm import Mapped, mapped_column

from services.models.base import REPEATS, Base

NO_TYPE = 0
"""Stands for the parts that have no type. Types are numbered from 1."""


class TypeTotal(Base):
    """How many parts are of a type and how many pieces of them are in stock, so that no answer need add them up.

    It repeats what the parts say; whoever makes or deletes parts, or changes their type or stock, keeps it with
    services.totals.
    """

    __tablename__ = "type_totals"
    __table_args__ = ({"info": REPEATS},)

    type_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    parts: Mapped[int]
    pieces: Mapped[int] = mapped_column(BigInteger)
