"""The dashboard: the inventory at a glance."""

from datetime import timedelta
from typing import Any

import pytest

from clients import Api, refuses
from factories import make_box, make_part, make_type, stock
from services.kernel.clock import ControlledClock


def remove(api: Api, key: str, box_no: int, loc_no: int, qty: int) -> None:
    body = {"box_no": box_no, "loc_no": loc_no, "qty": qty}
    assert api.post(f"/inventory/parts/{key}/remove", body).status_code == 204


def test_an_empty_inventory_has_nothing_but_zeros(api: Api) -> None:
    assert api.get("/dashboard/stats").json() == dict.fromkeys(
        [
            "total_parts",
            "total_quantity",
            "total_boxes",
            "total_types",
            "changes_7d",
            "changes_30d",
            "low_stock_count",
        ],
        0,
    )
    for path in ("recent-activity", "storage-summary", "low-stock", "category-distribution"):
        assert api.get(f"/dashboard/{path}").json() == []
    assert api.get("/dashboard/parts-without-documents").json() == {"count": 0, "sample_parts": []}


def test_the_stats_count_what_there_is_and_what_changed_lately(api: Api, clock: ControlledClock) -> None:
    make_type(api)
    make_box(api, 3)
    make_box(api, 3)
    key, low = make_part(api)["key"], make_part(api)["key"]
    make_part(api)
    stock(api, key, 1, 1, 100)
    clock.advance(timedelta(days=20))
    stock(api, low, 1, 2, 6)
    clock.advance(timedelta(days=9))
    remove(api, low, 1, 2, 1)
    assert api.get("/dashboard/stats").json() == {
        "total_parts": 3,
        "total_quantity": 105,
        "total_boxes": 2,
        "total_types": 1,
        "changes_7d": 1,
        "changes_30d": 3,
        "low_stock_count": 2,
    }
    clock.advance(timedelta(days=1, seconds=1))
    later = api.get("/dashboard/stats").json()
    assert (later["changes_7d"], later["changes_30d"]) == (1, 2)


def test_recent_activity_tells_changes_of_all_parts_the_newest_first(api: Api, clock: ControlledClock) -> None:
    make_box(api, 3)
    one, two = make_part(api), make_part(api)
    stock(api, one["key"], 1, 1, 5)
    clock.advance(timedelta(minutes=1))
    stock(api, two["key"], 1, 2, 6)
    clock.advance(timedelta(minutes=1))
    remove(api, one["key"], 1, 1, 2)
    expected = [(one, -2, "1-1", "09:32:00Z"), (two, 6, "1-2", "09:31:00Z"), (one, 5, "1-1", "09:30:00Z")]
    answer = api.get("/dashboard/recent-activity")
    assert answer.json() == [
        {
            "part_key": part["key"],
            "part_description": part["description"],
            "delta_qty": delta,
            "location_reference": place,
            "timestamp": f"2026-01-05T{moment}",
        }
        for part, delta, place, moment in expected
    ]
    assert answer.headers["X-Total-Count"] == "3"
    page = api.get("/dashboard/recent-activity?limit=1&offset=1")
    assert (page.json(), page.headers["X-Total-Count"]) == (answer.json()[1:2], "3")
    assert page.links["next"]["url"] == "/api/dashboard/recent-activity?limit=1&offset=2"


def test_the_storage_summary_says_how_full_each_box_is(api: Api) -> None:
    make_box(api, 3, "Relays")
    make_box(api, 4, "LEDs")
    key = make_part(api)["key"]
    stock(api, key, 1, 1, 1)
    stock(api, key, 1, 3, 1)
    assert api.get("/dashboard/storage-summary").json() == [
        _summary(1, "Relays", 3, 2, 66.67),
        _summary(2, "LEDs", 4, 0, 0),
    ]


def _summary(box_no: int, description: str, total: int, occupied: int, percentage: float) -> dict[str, Any]:
    return {
        "box_no": box_no,
        "description": description,
        "total_locations": total,
        "occupied_locations": occupied,
        "usage_percentage": percentage,
    }


def test_low_stock_lists_the_fewest_first_and_ties_by_age(api: Api) -> None:
    make_box(api, 1)
    make_type(api, "Relay")
    gone = make_part(api, type_id=1)
    few = [make_part(api), make_part(api)]
    many = make_part(api)
    for part, qty in ((few[0], 5), (few[1], 5), (many, 6)):
        stock(api, part["key"], 1, 1, qty)
    expected = [_low(gone, "Relay", 0), _low(few[0], None, 5), _low(few[1], None, 5), _low(many, None, 6)]
    default = api.get("/dashboard/low-stock")
    assert (default.json(), default.headers["X-Total-Count"]) == (expected[:3], "3")
    assert api.get("/dashboard/low-stock?threshold=0").json() == expected[:1]
    assert api.get("/dashboard/low-stock?threshold=2147483647").json() == expected
    page = api.get("/dashboard/low-stock?threshold=6&limit=2&offset=1")
    assert (page.json(), page.headers["X-Total-Count"]) == (expected[1:3], "4")
    assert page.links["next"]["url"] == "/api/dashboard/low-stock?threshold=6&limit=2&offset=3"


def _low(part: dict[str, Any], type_name: str | None, quantity: int) -> dict[str, Any]:
    return {
        "part_key": part["key"],
        "description": part["description"],
        "type_name": type_name,
        "current_quantity": quantity,
    }


def test_a_threshold_off_the_rules_is_refused(api: Api) -> None:
    refuses(api.get("/dashboard/low-stock?threshold=-1"), ("threshold", "minimum"))
    refuses(api.get("/dashboard/low-stock?threshold=2147483648"), ("threshold", "maximum"))
    refuses(api.get("/dashboard/low-stock?threshold=few"), ("threshold", "type"))
    refuses(api.get("/dashboard/stats?threshold=1"), ("threshold", "unexpected"))


def test_the_distribution_has_the_most_frequent_type_first_and_ties_by_name(api: Api) -> None:
    for name in ("relay", "LED", "Capacitor", "Unused"):
        make_type(api, name)
    for type_id in (1, 2, 2, 3, None):
        make_part(api, type_id=type_id)
    assert api.get("/dashboard/category-distribution").json() == [
        {"type_name": "LED", "part_count": 2},
        {"type_name": "Capacitor", "part_count": 1},
        {"type_name": "relay", "part_count": 1},
    ]


@pytest.mark.parametrize("count", [2, 12])
def test_no_part_has_a_document_yet(api: Api, count: int) -> None:
    make_type(api, "Relay")
    made = sorted((make_part(api, type_id=1) for _ in range(count)), key=lambda part: part["key"])
    samples = [
        {"part_key": part["key"], "description": part["description"], "type_name": "Relay"} for part in made[:10]
    ]
    assert api.get("/dashboard/parts-without-documents").json() == {"count": count, "sample_parts": samples}
