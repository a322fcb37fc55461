"""Sellers: where parts are bought."""

from __future__ import annotations

from sqlalchemy import Identity, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from services.kernel.names import COMPARISON_KEY_LENGTH, comparison_key
from services.models.base import Base, Timestamped, sortable


class Seller(Timestamped, Base):
    """A shop. ``name_key`` is its name as compared: unique without regard to case."""

    __tablename__ = "sellers"
    __table_args__ = (UniqueConstraint("name_key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    name_key: Mapped[str] = mapped_column(sortable(COMPARISON_KEY_LENGTH))
    website: Mapped[str] = mapped_column(String(500))

    @validates("name")
    def _keep_key(self, _attribute: str, name: str) -> str:
        self.name_key = comparison_key(name)
        return name
