"""What the services answer: plain records whose attributes are named as on the wire.

Nobody changes one after it was made. They are not frozen all the same: a list makes hundreds of them, and making a
frozen one takes three times as long.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class TypeView:
    """A type as lists and parts show it."""

    id: int
    name: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class TypeWithStats(TypeView):
    """A type and how many parts are of it."""

    part_count: int


@dataclass(slots=True)
class SellerView:
    """A seller as the list shows it."""

    id: int
    name: str
    website: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class SellerSummary:
    """A seller as a part shows it."""

    id: int
    name: str
    website: str


@dataclass(slots=True)
class LocationRef:
    """The place of one location."""

    box_no: int
    loc_no: int


@dataclass(slots=True)
class LocationStock:
    """How many pieces of a part lie at one location."""

    box_no: int
    loc_no: int
    qty: int


@dataclass(slots=True)
class PartStock:
    """How many pieces of which part lie at one location."""

    key: str
    box_no: int
    loc_no: int
    qty: int


@dataclass(slots=True)
class StoredPart:
    """A part as the location shows it in which it lies."""

    key: str
    description: str
    manufacturer_code: str | None
    qty: int


@dataclass(slots=True)
class LocationDetail:
    """A location and what lies there."""

    box_no: int
    loc_no: int
    parts: list[StoredPart]


@dataclass(slots=True)
class PartView:
    """A part with its type, its seller and its stock over all locations."""

    key: str
    description: str
    manufacturer_code: str | None
    manufacturer: str | None
    product_page: str | None
    seller_id: int | None
    seller_link: str | None
    type_id: int | None
    tags: list[str]
    package: str | None
    pin_count: int | None
    pin_pitch: str | None
    voltage_rating: str | None
    input_voltage: str | None
    output_voltage: str | None
    mounting_type: str | None
    series: str | None
    dimensions: str | None
    created_at: datetime
    updated_at: datetime
    total_quantity: int
    type: TypeView | None
    seller: SellerSummary | None


@dataclass(slots=True)
class PartWithLocations(PartView):
    """A part and where its pieces lie."""

    locations: list[LocationStock]


@dataclass(slots=True)
class QuantityChangeView:
    """One change of a part's stock."""

    id: int
    delta_qty: int
    location_reference: str | None
    timestamp: datetime


@dataclass(slots=True)
class BoxDetail:
    """A box and its locations."""

    box_no: int
    capacity: int
    description: str
    created_at: datetime
    updated_at: datetime
    locations: list[LocationRef]


@dataclass(slots=True)
class BoxUsage:
    """How full a box is. ``usage_percentage`` is between 0 and 100, with at most two decimals."""

    box_no: int
    total_locations: int
    occupied_locations: int
    available_locations: int
    usage_percentage: float


@dataclass(slots=True)
class BoxOverview(BoxUsage):
    """A box as the list shows it."""

    capacity: int
    description: str
    created_at: datetime
    updated_at: datetime


@dataclass(slots=True)
class StorageSummary:
    """How full a box is, as the dashboard shows it."""

    box_no: int
    description: str
    total_locations: int
    occupied_locations: int
    usage_percentage: float


@dataclass(slots=True)
class DashboardStats:
    """The inventory in figures."""

    total_parts: int
    total_quantity: int
    total_boxes: int
    total_types: int
    changes_7d: int
    changes_30d: int
    low_stock_count: int


@dataclass(slots=True)
class Activity:
    """One change of stock and the part it concerns."""

    part_key: str
    part_description: str
    delta_qty: int
    location_reference: str | None
    timestamp: datetime


@dataclass(slots=True)
class LowStock:
    """A part of which few pieces are left."""

    part_key: str
    description: str
    type_name: str | None
    current_quantity: int


@dataclass(slots=True)
class CategoryCount:
    """How many parts are of a type."""

    type_name: str
    part_count: int


@dataclass(slots=True)
class PartSample:
    """A part in a few words."""

    part_key: str
    description: str
    type_name: str | None


@dataclass(slots=True)
class PartsWithoutDocuments:
    """How many parts have no document, and some of them."""

    count: int
    sample_parts: list[PartSample]
