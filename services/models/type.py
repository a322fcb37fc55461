"""Types of parts: the categories of the inventory."""

from __future__ import annotations

from sqlalchemy import Identity, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from services.kernel.names import COMPARISON_KEY_LENGTH, comparison_key
from services.models.base import Base, Timestamped, sortable


class Type(Timestamped, Base):
    """A category such as Relay. ``name_key`` is its name as compared: unique without regard to case."""

    __tablename__ = "types"
    __table_args__ = (UniqueConstraint("name_key"), {"sqlite_autoincrement": True})

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    name_key: Mapped[str] = mapped_column(sortable(COMPARISON_KEY_LENGTH))

    @validates("name")
    def _keep_key(self, _attribute: str, name: str) -> str:
        self.name_key = comparison_key(name)
        return name
