"""The dashboard: figures that a person could have counted."""

from __future__ import annotations

from datetime import timedelta

import pytest
from unit.bench import NOON

from services import Services
from services.kernel.clock import ControlledClock
from services.views import Activity, CategoryCount, DashboardStats, LowStock, PartSample, StorageSummary


@pytest.fixture
def keys(services: Services, clock: ControlledClock) -> list[str]:
    """Three parts: 6 relays and 5 diodes in box 1, no LED; changes 40, 20 and 3 days ago."""
    relay, diode = (services.types.create(name=name).id for name in ("Relay", "Diode"))
    box_no = services.boxes.create(capacity=3, description="First").box_no
    services.boxes.create(capacity=2, description="Second")
    keys = [
        services.parts.create(description="Relay 5 V", type_id=relay).key,
        services.parts.create(description="Diode", type_id=diode).key,
        services.parts.create(description="LED").key,
    ]
    services.parts.create(description="Relay 12 V", type_id=relay)
    clock.freeze(NOON - timedelta(days=40))
    services.inventory.add(keys[0], box_no=box_no, loc_no=1, qty=6)
    clock.freeze(NOON - timedelta(days=20))
    services.inventory.add(keys[1], box_no=box_no, loc_no=1, qty=7)
    clock.freeze(NOON - timedelta(days=3))
    services.inventory.remove(keys[1], box_no=box_no, loc_no=1, qty=2)
    clock.freeze(NOON)
    return keys


@pytest.mark.usefixtures("keys")
def test_the_figures_of_the_inventory(services: Services) -> None:
    assert services.dashboard.stats() == DashboardStats(
        total_parts=4,
        total_quantity=11,
        total_boxes=2,
        total_types=2,
        changes_7d=1,
        changes_30d=2,
        low_stock_count=3,
    )
    assert services.dashboard.low_stock().total == 3


def test_the_figures_of_an_empty_inventory_are_zero(services: Services) -> None:
    assert services.dashboard.stats() == DashboardStats(0, 0, 0, 0, 0, 0, 0)
    assert services.dashboard.recent_activity(10, 0).items == []
    assert services.dashboard.storage_summary() == []
    assert services.dashboard.category_distribution() == []
    assert services.dashboard.parts_without_documents().sample_parts == []


@pytest.mark.usefixtures("keys")
def test_a_change_exactly_seven_days_old_still_counts(services: Services, clock: ControlledClock) -> None:
    clock.freeze(NOON + timedelta(days=4))
    assert services.dashboard.stats().changes_7d == 1
    clock.advance(timedelta(microseconds=1))
    assert services.dashboard.stats().changes_7d == 0


def test_recent_activity_begins_with_the_latest_change(services: Services, keys: list[str]) -> None:
    page = services.dashboard.recent_activity(2, 0)
    assert page.total == 3
    assert page.items == [
        Activity(keys[1], "Diode", -2, "1-1", NOON - timedelta(days=3)),
        Activity(keys[1], "Diode", 7, "1-1", NOON - timedelta(days=20)),
    ]
    assert services.dashboard.recent_activity(2, 2).items == [
        Activity(keys[0], "Relay 5 V", 6, "1-1", NOON - timedelta(days=40))
    ]


@pytest.mark.usefixtures("keys")
def test_the_storage_summary_counts_a_shared_location_once(services: Services) -> None:
    assert services.dashboard.storage_summary() == [
        StorageSummary(1, "First", 3, 1, 33.33),
        StorageSummary(2, "Second", 2, 0, 0.0),
    ]


def test_low_stock_begins_with_the_fewest_and_includes_none_at_all(services: Services, keys: list[str]) -> None:
    at_zero = sorted(
        [(part.key, part.description) for part in services.parts.list(9, 0).items if part.total_quantity == 0]
    )
    page = services.dashboard.low_stock(threshold=5)
    names = {"LED": None, "Relay 12 V": "Relay"}
    assert page.items == [
        *(LowStock(key, description, names[description], 0) for key, description in at_zero),
        LowStock(keys[1], "Diode", "Diode", 5),
    ]
    assert services.dashboard.low_stock(threshold=4).total == 2
    assert services.dashboard.low_stock(threshold=6).total == 4
    second = services.dashboard.low_stock(threshold=6, limit=1, offset=2)
    assert ([part.part_key for part in second.items], second.total) == ([keys[1]], 4)


@pytest.mark.usefixtures("keys")
def test_categories_begin_with_the_commonest(services: Services) -> None:
    assert services.dashboard.category_distribution() == [CategoryCount("Relay", 2), CategoryCount("Diode", 1)]


@pytest.mark.usefixtures("keys")
def test_every_part_is_without_documents_and_ten_are_shown(services: Services) -> None:
    for _ in range(9):
        services.parts.create(description="More")
    answer = services.dashboard.parts_without_documents()
    assert answer.count == 13
    first = services.parts.list(10, 0, sort="key").items
    assert answer.sample_parts == [
        PartSample(part.key, part.description, part.type.name if part.type else None) for part in first
    ]
