"""The tables. Importing this package imports every one of them, which is what Alembic needs."""

from services.models.base import Base, UtcDateTime
from services.models.box import Box, Location
from services.models.part import Part
from services.models.seller import Seller
from services.models.stock import PartLocation, QuantityChange
from services.models.task import Task
from services.models.total import TypeTotal
from services.models.type import Type

__all__ = [
    "Base",
    "Box",
    "Location",
    "Part",
    "PartLocation",
    "QuantityChange",
    "Seller",
    "Task",
    "Type",
    "TypeTotal",
    "UtcDateTime",
]
