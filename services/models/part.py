"""Parts, and the text they are found by."""

from __future__ import annotations

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Identity, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, validates

from services.kernel.names import SORT_KEY_LENGTH, fold, sort_key
from services.models.base import Base, Timestamped, sortable


class Part(Timestamped, Base):
    """A kind of component that the inventory knows, in stock or not.

    ``search_text`` is what the search box looks through: it repeats the names of the part's type and seller,
    so whoever changes one of those rewrites it. The columns ending in ``_key`` are what lists are sorted by.
    ``total_quantity`` repeats what lies in the part's locations, so that lists need not add it up; whoever changes
    stock recounts it.
    """

    __tablename__ = "parts"
    __table_args__ = (
        # With the id beside it PostgreSQL finds any page of the list in the index alone, as SQLite does anyway.
        UniqueConstraint("key", postgresql_include=["id"]),
        CheckConstraint("pin_count > 0", name="pin_count_positive"),
        CheckConstraint("total_quantity >= 0", name="total_quantity_not_negative"),
        Index(None, "type_id", "key", "id"),
        Index(None, "seller_id"),
        Index(None, "created_at", "id"),
        Index(None, "description_key", "id"),
        Index(None, "manufacturer_code_key", "id"),
        Index(None, "total_quantity", "id"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    key: Mapped[str] = mapped_column(sortable(4))
    description: Mapped[str] = mapped_column(String(2000))
    manufacturer_code: Mapped[str | None] = mapped_column(String(255))
    manufacturer: Mapped[str | None] = mapped_column(String(255))
    product_page: Mapped[str | None] = mapped_column(String(500))
    seller_id: Mapped[int | None] = mapped_column(ForeignKey("sellers.id", deferrable=True, initially="IMMEDIATE"))
    seller_link: Mapped[str | None] = mapped_column(String(500))
    type_id: Mapped[int | None] = mapped_column(ForeignKey("types.id", deferrable=True, initially="IMMEDIATE"))
    tags: Mapped[list[str]] = mapped_column(JSON)
    package: Mapped[str | None] = mapped_column(String(100))
    pin_count: Mapped[int | None]
    pin_pitch: Mapped[str | None] = mapped_column(String(50))
    voltage_rating: Mapped[str | None] = mapped_column(String(100))
    input_voltage: Mapped[str | None] = mapped_column(String(100))
    output_voltage: Mapped[str | None] = mapped_column(String(100))
    mounting_type: Mapped[str | None] = mapped_column(String(50))
    series: Mapped[str | None] = mapped_column(String(100))
    dimensions: Mapped[str | None] = mapped_column(String(100))
    total_quantity: Mapped[int] = mapped_column(default=0, server_default="0")
    description_key: Mapped[str] = mapped_column(sortable(SORT_KEY_LENGTH))
    manufacturer_code_key: Mapped[str | None] = mapped_column(sortable(SORT_KEY_LENGTH))
    search_text: Mapped[str] = mapped_column(Text)

    @validates("description", "manufacturer_code")
    def _keep_sort_key(self, attribute: str, text: str | None) -> str | None:
        setattr(self, f"{attribute}_key", sort_key(text))
        return text

    def composed(self, type_name: str | None, seller_name: str | None) -> str:
        """The text that the part is to be found by, given the present names of its type and seller."""
        own = (self.key, self.manufacturer_code, self.manufacturer, type_name, *self.tags)
        # A searched word has no white space in it, so it never reaches from one line into the next.
        return "\n".join(fold(text) for text in (*own, self.description, seller_name) if text)
