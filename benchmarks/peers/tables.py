"""The tables as the peers see them: declarative models with relationships, the usual way of SQLAlchemy."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship
from sqlalchemy.types import TypeDecorator, TypeEngine


class Instant(TypeDecorator[datetime]):
    """An aware instant in UTC, which SQLite keeps as text."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(32) if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is not None and dialect.name == "sqlite":
            return value.isoformat(timespec="microseconds")
        return value

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return datetime.fromisoformat(value) if isinstance(value, str) else value


def now() -> datetime:
    return datetime.now(UTC)


class Base(DeclarativeBase):
    pass


class Type(Base):
    __tablename__ = "types"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(100))
    name_key: Mapped[str] = mapped_column(String(400))
    created_at: Mapped[datetime] = mapped_column(Instant, default=now)
    updated_at: Mapped[datetime] = mapped_column(Instant, default=now, onupdate=now)


class Seller(Base):
    __tablename__ = "sellers"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(255))
    website: Mapped[str] = mapped_column(String(500))


class Location(Base):
    __tablename__ = "locations"

    id: Mapped[int] = mapped_column(primary_key=True)
    box_no: Mapped[int]
    loc_no: Mapped[int]


class PartLocation(Base):
    __tablename__ = "part_locations"

    id: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("parts.id"))
    location_id: Mapped[int] = mapped_column(ForeignKey("locations.id"))
    qty: Mapped[int]


class QuantityChange(Base):
    __tablename__ = "quantity_history"

    id: Mapped[int] = mapped_column(primary_key=True)
    part_id: Mapped[int] = mapped_column(ForeignKey("parts.id"))
    delta_qty: Mapped[int]
    location_reference: Mapped[str | None] = mapped_column(String(30))
    timestamp: Mapped[datetime] = mapped_column(Instant, default=now)


class Part(Base):
    __tablename__ = "parts"

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(4))
    description: Mapped[str] = mapped_column(String(2000))
    manufacturer_code: Mapped[str | None] = mapped_column(String(255))
    manufacturer: Mapped[str | None] = mapped_column(String(255))
    product_page: Mapped[str | None] = mapped_column(String(500))
    seller_id: Mapped[int | None] = mapped_column(ForeignKey("sellers.id"))
    seller_link: Mapped[str | None] = mapped_column(String(500))
    type_id: Mapped[int | None] = mapped_column(ForeignKey("types.id"))
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
    total_quantity: Mapped[int]
    search_text: Mapped[str] = mapped_column(Text, deferred=True)
    created_at: Mapped[datetime] = mapped_column(Instant, default=now)
    updated_at: Mapped[datetime] = mapped_column(Instant, default=now, onupdate=now)
    type: Mapped[Type | None] = relationship(lazy="raise")
    seller: Mapped[Seller | None] = relationship(lazy="raise")
