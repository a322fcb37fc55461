"""Boxes and their numbered locations."""

from datetime import timedelta
from typing import Any

import pytest

from clients import Api, problem, refuses
from factories import make_box, make_part, stock
from services.kernel.clock import ControlledClock

INSTANT = "2026-01-05T09:30:00Z"


def places(box_no: int, count: int) -> list[dict[str, int]]:
    return [{"box_no": box_no, "loc_no": number} for number in range(1, count + 1)]


def usage(box_no: int, total: int, occupied: int, percentage: float) -> dict[str, Any]:
    return {
        "box_no": box_no,
        "total_locations": total,
        "occupied_locations": occupied,
        "available_locations": total - occupied,
        "usage_percentage": percentage,
    }


def test_a_new_box_has_the_next_number_and_its_locations(api: Api, clock: ControlledClock) -> None:
    answer = api.post("/boxes", {"capacity": 3, "description": " Relays "})
    assert answer.status_code == 201
    assert answer.json() == {
        "box_no": 1,
        "capacity": 3,
        "description": "Relays",
        "locations": places(1, 3),
        "created_at": INSTANT,
        "updated_at": INSTANT,
    }
    assert answer.headers["Location"] == "/api/boxes/1"
    assert api.get("/boxes/1").json() == answer.json()
    assert api.get("/boxes/1/locations").json() == places(1, 3)
    assert make_box(api)["box_no"] == 2


def test_the_number_of_a_deleted_box_is_not_given_again(api: Api) -> None:
    make_box(api)
    make_box(api)
    assert api.delete("/boxes/2").status_code == 204
    assert make_box(api)["box_no"] == 3


@pytest.mark.parametrize("capacity", [1, 1000])
def test_the_smallest_and_the_largest_capacity_are_taken(api: Api, capacity: int) -> None:
    assert make_box(api, capacity)["locations"] == places(1, capacity)
    assert api.get("/boxes/1/usage").json() == usage(1, capacity, 0, 0)


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_body_off_the_rules_is_refused_with_the_place(api: Api, method: str) -> None:
    made = make_box(api)
    path = "/boxes" if method == "POST" else "/boxes/1"
    for body, *expected in [
        ({}, ("/capacity", "required"), ("/description", "required")),
        ({"capacity": 3}, ("/description", "required")),
        ({"description": "x"}, ("/capacity", "required")),
        ({"capacity": 0, "description": "x"}, ("/capacity", "minimum")),
        ({"capacity": -1, "description": "x"}, ("/capacity", "minimum")),
        ({"capacity": 1001, "description": "x"}, ("/capacity", "maximum")),
        ({"capacity": 2**31, "description": "x"}, ("/capacity", "maximum")),
        ({"capacity": 10**21, "description": "x"}, ("/capacity", "maximum"), ("/capacity", "type")),
        ({"capacity": 1.5, "description": "x"}, ("/capacity", "type")),
        ({"capacity": "3", "description": "x"}, ("/capacity", "type")),
        ({"capacity": True, "description": "x"}, ("/capacity", "type")),
        ({"capacity": None, "description": None}, ("/capacity", "type"), ("/description", "type")),
        ({"capacity": 3.0, "description": "x"}, ("/capacity", "type")),
        ({"capacity": 3, "description": " "}, ("/description", "pattern")),
        ({"capacity": 3, "description": "x" * 256}, ("/description", "max_length")),
        ({"capacity": 3, "description": "x", "box_no": 9}, ("/box_no", "unexpected")),
    ]:
        refuses(api.send(method, path, json=body), *expected)
    assert api.get("/boxes").json()[0]["total_locations"] == 5
    assert api.get("/boxes/1").json() == made
    assert len(api.get("/boxes").json()) == 1


def test_the_list_says_how_full_each_box_is(api: Api, clock: ControlledClock) -> None:
    make_box(api, 3, "Relays")
    make_box(api, 8, "LEDs")
    one, two = make_part(api), make_part(api)
    stock(api, one["key"], 1, 2, 5)
    stock(api, two["key"], 1, 2, 5)
    stock(api, one["key"], 2, 1, 5)
    stock(api, one["key"], 2, 8, 5)
    stamps = {"created_at": INSTANT, "updated_at": INSTANT}
    answer = api.get("/boxes")
    assert answer.json() == [
        {**usage(1, 3, 1, 33.33), "capacity": 3, "description": "Relays", **stamps},
        {**usage(2, 8, 2, 25.0), "capacity": 8, "description": "LEDs", **stamps},
    ]
    assert api.get("/boxes/1/usage").json() == usage(1, 3, 1, 33.33)
    assert api.get("/boxes/2/usage").json() == usage(2, 8, 2, 25.0)


def test_the_list_has_all_boxes_by_number(api: Api) -> None:
    for _ in range(55):
        make_box(api, 1)
    assert [box["box_no"] for box in api.get("/boxes").json()] == list(range(1, 56))
    refuses(api.get("/boxes?limit=5"), ("limit", "unexpected"))


def test_a_full_box_is_at_one_hundred_percent_until_the_last_piece_goes(api: Api) -> None:
    make_box(api, 1)
    part = make_part(api)
    stock(api, part["key"], 1, 1, 2)
    assert api.get("/boxes/1/usage").json() == usage(1, 1, 1, 100.0)
    api.post(f"/inventory/parts/{part['key']}/remove", {"box_no": 1, "loc_no": 1, "qty": 2})
    assert api.get("/boxes/1/usage").json() == usage(1, 1, 0, 0)


def test_a_larger_capacity_adds_locations(api: Api, clock: ControlledClock) -> None:
    made = make_box(api, 2)
    clock.advance(timedelta(seconds=90))
    answer = api.put("/boxes/1", {"capacity": 4, "description": "More"})
    assert answer.status_code == 200
    expected = {"capacity": 4, "description": "More", "locations": places(1, 4), "updated_at": "2026-01-05T09:31:30Z"}
    assert answer.json() == {**made, **expected}
    assert api.get("/boxes/1").json() == answer.json()
    stock(api, make_part(api)["key"], 1, 4, 1)


def test_a_smaller_capacity_removes_the_locations_with_the_highest_numbers(api: Api) -> None:
    make_box(api, 5)
    key = make_part(api)["key"]
    stock(api, key, 1, 2, 1)
    answer = api.put("/boxes/1", {"capacity": 2, "description": "Small parts"})
    assert answer.json()["locations"] == places(1, 2)
    problem(api.get("/locations/1/3"), 404, "LOCATION_NOT_FOUND")
    assert api.get(f"/parts/{key}/locations").json() == [{"key": key, "box_no": 1, "loc_no": 2, "qty": 1}]


@pytest.mark.parametrize(
    ("occupied", "words"),
    [
        ([5], "1-5 holds stock"),
        ([4, 5], "1-4 and 1-5 hold stock"),
        ([3, 4, 5], "1-3, 1-4 and 1-5 hold stock"),
        ([3, 4, 5, 6, 7], "1-3, 1-4, 1-5 and 2 more hold stock"),
    ],
)
def test_locations_that_hold_stock_are_not_removed(api: Api, occupied: list[int], words: str) -> None:
    made = make_box(api, 7)
    key = make_part(api)["key"]
    for loc_no in occupied:
        stock(api, key, 1, loc_no, 1)
    refused = problem(api.put("/boxes/1", {"capacity": 2, "description": "Other"}), 409, "CAPACITY_IN_USE")
    assert refused["detail"] == f"Cannot reduce box 1 to 2 locations because {words}"
    assert [error["pointer"] for error in refused["errors"]] == ["/capacity"]
    assert api.get("/boxes/1").json() == made


def test_an_empty_box_is_deleted_with_its_locations(api: Api) -> None:
    make_box(api, 2)
    key = make_part(api)["key"]
    stock(api, key, 1, 1, 1)
    api.post(f"/inventory/parts/{key}/remove", {"box_no": 1, "loc_no": 1, "qty": 1})
    answer = api.delete("/boxes/1")
    assert (answer.status_code, answer.content) == (204, b"")
    problem(api.get("/locations/1/1"), 404, "LOCATION_NOT_FOUND")
    assert api.get("/boxes").json() == []
    history = api.get(f"/parts/{key}/history").json()
    assert [entry["location_reference"] for entry in history] == ["1-1", "1-1"]


@pytest.mark.parametrize(("parts", "held"), [(1, "1 part"), (2, "2 parts")])
def test_a_box_that_holds_parts_is_not_deleted(api: Api, parts: int, held: str) -> None:
    make_box(api)
    for _ in range(parts):
        key = make_part(api)["key"]
        stock(api, key, 1, 1, 3)
        stock(api, key, 1, 2, 3)
    refused = problem(api.delete("/boxes/1"), 409, "BOX_NOT_EMPTY")
    assert refused["detail"] == f"Cannot delete box 1 because it holds {held}"
    assert len(api.get("/boxes/1/locations").json()) == 5


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/boxes/{}"),
        ("PUT", "/boxes/{}"),
        ("DELETE", "/boxes/{}"),
        ("GET", "/boxes/{}/usage"),
        ("GET", "/boxes/{}/locations"),
    ],
)
def test_a_box_that_is_not_there_is_said_not_to_be(api: Api, method: str, path: str) -> None:
    body = {"json": {"capacity": 2, "description": "x"}} if method == "PUT" else {}
    refused = problem(api.send(method, path.format(9), **body), 404, "BOX_NOT_FOUND")
    assert refused["detail"] == "Box 9 was not found"
    refuses(api.send(method, path.format(0), **body), ("box_no", "minimum"))
    refuses(api.send(method, path.format(2**31), **body), ("box_no", "maximum"))
    refuses(api.send(method, path.format("A"), **body), ("box_no", "type"))
