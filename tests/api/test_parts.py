"""Parts: what the inventory knows, whether it is in stock or not."""

import re
from datetime import timedelta
from typing import Any

import pytest

from clients import Api, problem, refuses
from factories import make_box, make_part, make_seller, make_type, stock
from handlers.runtime.context import Runtime
from services.kernel.clock import ControlledClock

INSTANT = "2026-01-05T09:30:00Z"
TEXTS = {
    "manufacturer_code": 255,
    "manufacturer": 255,
    "product_page": 500,
    "seller_link": 500,
    "package": 100,
    "pin_pitch": 50,
    "voltage_rating": 100,
    "input_voltage": 100,
    "output_voltage": 100,
    "mounting_type": 50,
    "series": 100,
    "dimensions": 100,
}
"""The optional texts, and how many characters each may have."""

EMPTY: dict[str, Any] = {
    **dict.fromkeys([*TEXTS, "seller_id", "type_id", "pin_count"]),
    "tags": [],
    "total_quantity": 0,
    "created_at": INSTANT,
    "updated_at": INSTANT,
}


def test_a_part_needs_no_more_than_a_description(api: Api, clock: ControlledClock) -> None:
    answer = api.post("/parts", {"description": " Red LED, 5 mm "})
    assert answer.status_code == 201
    made = answer.json()
    assert made == {**EMPTY, "key": made["key"], "description": "Red LED, 5 mm"}
    assert re.fullmatch("[A-Z]{4}", made["key"])
    assert answer.headers["Location"] == f"/api/parts/{made['key']}"
    assert api.get(f"/parts/{made['key']}").json() == made


def test_every_member_is_kept_as_it_was_sent(api: Api, clock: ControlledClock) -> None:
    kind, seller = make_type(api, "Relay"), make_seller(api, "Mouser", "https://www.mouser.com")
    sent = {
        "description": "Power relay\nSPDT, 10 A",
        "seller_id": 1,
        "type_id": 1,
        "tags": ["relay", "12V"],
        "pin_count": 5,
        **{name: f"the {name}" for name in TEXTS},
    }
    made = api.post("/parts", sent).json()
    assert made == {
        **EMPTY,
        **sent,
        "key": made["key"],
        "type": kind,
        "seller": {name: seller[name] for name in ("id", "name", "website")},
    }
    assert api.get(f"/parts/{made['key']}").json() == made
    assert api.get("/parts").json() == [made]
    assert api.get("/parts/with-locations").json() == [{**made, "locations": []}]


@pytest.mark.parametrize("nothing", ["", "   ", None])
def test_an_empty_text_means_null(api: Api, clock: ControlledClock, nothing: str | None) -> None:
    key = make_part(api, description="Relay", **dict.fromkeys(TEXTS, nothing))["key"]
    assert api.get(f"/parts/{key}").json() == {**EMPTY, "key": key, "description": "Relay"}
    api.put(f"/parts/{key}", dict.fromkeys(TEXTS, "x"))
    cleared = api.put(f"/parts/{key}", dict.fromkeys(TEXTS, nothing)).json()
    assert cleared == {**EMPTY, "key": key, "description": "Relay"}


def test_texts_are_trimmed_and_kept_to_their_longest(api: Api) -> None:
    made = make_part(api, description="d" * 2000, **{name: "é" * most for name, most in TEXTS.items()})
    assert made["description"] == "d" * 2000
    assert {name: len(made[name]) for name in TEXTS} == TEXTS
    assert make_part(api, series="  G5Q ")["series"] == "G5Q"


def test_tags_lose_spaces_and_repetitions_and_keep_their_order(api: Api) -> None:
    assert make_part(api, tags=[" relay", "12V", "relay ", "SPDT"])["tags"] == ["relay", "12V", "SPDT"]
    assert make_part(api, tags=None)["tags"] == []
    assert make_part(api, tags=[])["tags"] == []


def test_a_body_off_the_rules_is_refused_with_the_place(api: Api) -> None:
    for body, *expected in [
        ({}, ("/description", "required")),
        ({"description": None}, ("/description", "type")),
        ({"description": " \n"}, ("/description", "pattern")),
        ({"description": "x" * 2001}, ("/description", "max_length")),
        ({"description": "a\0b"}, ("/description", "pattern")),
        ({"description": "x", "pin_count": 0}, ("/pin_count", "minimum")),
        ({"description": "x", "pin_count": 10001}, ("/pin_count", "maximum")),
        ({"description": "x", "pin_count": "5"}, ("/pin_count", "type")),
        ({"description": "x", "type_id": 0, "seller_id": 2**31}, ("/type_id", "minimum"), ("/seller_id", "maximum")),
        ({"description": "x", "tags": "relay"}, ("/tags", "type")),
        ({"description": "x", "tags": ["a", 3, " "]}, ("/tags/1", "type"), ("/tags/2", "pattern")),
        ({"description": "x", "tags": ["a"] * 51}, ("/tags", "max_items")),
        ({"description": "x", "tags": ["a" * 51]}, ("/tags/0", "max_length")),
        ({"description": "x", "series": "a\nb", "package": "\0"}, ("/series", "pattern"), ("/package", "pattern")),
        ({"description": "x", "key": "BZQP", "a/b~c": 1}, ("/key", "unexpected"), ("/a~1b~0c", "unexpected")),
        (
            {"description": "x", **{name: "x" * (most + 1) for name, most in TEXTS.items()}},
            *((f"/{name}", "max_length") for name in TEXTS),
        ),
    ]:
        refuses(api.post("/parts", body), *expected)
    assert api.get("/parts").json() == []


@pytest.mark.parametrize(("member", "code"), [("type_id", "TYPE_NOT_FOUND"), ("seller_id", "SELLER_NOT_FOUND")])
def test_a_type_or_seller_that_is_not_there_is_named(api: Api, member: str, code: str) -> None:
    made = make_part(api)
    noun = member.removesuffix("_id").capitalize()
    for answer in (
        api.post("/parts", {"description": "x", member: 9}),
        api.put(f"/parts/{made['key']}", {"description": "x", member: 9}),
    ):
        refused = problem(answer, 404, code)
        assert refused["detail"] == f"{noun} 9 was not found"
        assert [error["pointer"] for error in refused["errors"]] == [f"/{member}"]
    assert api.get("/parts").json() == [made]


def test_a_key_that_is_taken_is_passed_over(api: Api, runtime: Runtime) -> None:
    runtime.world.ids.seed(7)
    first, second = make_part(api)["key"], make_part(api)["key"]
    runtime.world.ids.seed(7)
    third = make_part(api)["key"]
    assert len({first, second, third}) == 3
    runtime.world.ids.seed(7)
    assert [runtime.world.ids.part_key() for _ in range(3)] == [first, second, third]


def test_members_that_are_absent_stay_as_they_are(api: Api, clock: ControlledClock) -> None:
    made = make_part(api, description="Relay", series="G5Q", tags=["relay"], pin_count=5)
    path = f"/parts/{made['key']}"
    clock.advance(timedelta(days=1))
    changed = api.put(path, {"package": "THT", "pin_count": None})
    assert changed.status_code == 200
    assert changed.json() == {**made, "package": "THT", "pin_count": None, "updated_at": "2026-01-06T09:30:00Z"}
    clock.advance(timedelta(days=1))
    assert api.put(path, {}).json() == api.put(path, {"package": "THT"}).json() == changed.json()
    assert api.get(path).json() == changed.json()


def test_type_and_seller_can_be_changed_and_cleared(api: Api) -> None:
    make_type(api, "Relay")
    led, seller = make_type(api, "LED"), make_seller(api, "Mouser")
    path = f"/parts/{make_part(api, type_id=1)['key']}"
    changed = api.put(path, {"type_id": 2, "seller_id": 1}).json()
    assert (changed["type"], changed["seller"]["name"]) == (led, seller["name"])
    cleared = api.put(path, {"type_id": None, "seller_id": None}).json()
    assert (cleared["type_id"], cleared["seller_id"]) == (None, None)
    assert "type" not in cleared
    assert "seller" not in cleared


def test_the_description_can_be_changed_but_not_cleared(api: Api) -> None:
    path = f"/parts/{make_part(api, description='Relay')['key']}"
    assert api.put(path, {"description": " LED "}).json()["description"] == "LED"
    for nothing, *rules in (("", "min_length", "pattern"), (" ", "pattern"), (None, "type")):
        refuses(api.put(path, {"description": nothing}), *(("/description", rule) for rule in rules))
    assert api.get(path).json()["description"] == "LED"


def test_the_quantity_is_what_lies_in_all_locations_together(api: Api) -> None:
    make_box(api, 3)
    part = make_part(api)
    stock(api, part["key"], 1, 3, 20)
    stock(api, part["key"], 1, 1, 5)
    locations = [{"box_no": 1, "loc_no": 1, "qty": 5}, {"box_no": 1, "loc_no": 3, "qty": 20}]
    whole = {**part, "total_quantity": 25}
    assert api.get(f"/parts/{part['key']}").json() == whole
    assert api.get("/parts").json() == [whole]
    assert api.get("/parts/with-locations").json() == [{**whole, "locations": locations}]
    stored = [{"key": part["key"], **place} for place in locations]
    assert api.get(f"/parts/{part['key']}/locations").json() == stored


def test_a_part_without_stock_lies_nowhere_and_has_no_history(api: Api) -> None:
    key = make_part(api)["key"]
    assert api.get(f"/parts/{key}/locations").json() == []
    answer = api.get(f"/parts/{key}/history")
    assert (answer.json(), answer.headers["X-Total-Count"]) == ([], "0")


def test_the_history_tells_every_change_the_newest_first(api: Api, clock: ControlledClock) -> None:
    make_box(api, 3)
    key, other = make_part(api)["key"], make_part(api)["key"]
    stock(api, key, 1, 3, 20)
    clock.advance(timedelta(minutes=1))
    api.post(f"/inventory/parts/{key}/remove", {"box_no": 1, "loc_no": 3, "qty": 4})
    stock(api, other, 1, 3, 7)
    history = api.get(f"/parts/{key}/history").json()
    assert [{name: entry[name] for name in entry if name != "id"} for entry in history] == [
        {"delta_qty": -4, "location_reference": "1-3", "timestamp": "2026-01-05T09:31:00Z"},
        {"delta_qty": 20, "location_reference": "1-3", "timestamp": INSTANT},
    ]
    assert history[0]["id"] > history[1]["id"]


def test_a_part_that_is_not_in_stock_is_deleted_with_its_history(api: Api) -> None:
    make_box(api, 1)
    key = make_part(api)["key"]
    stock(api, key, 1, 1, 4)
    api.post(f"/inventory/parts/{key}/remove", {"box_no": 1, "loc_no": 1, "qty": 4})
    answer = api.delete(f"/parts/{key}")
    assert (answer.status_code, answer.content) == (204, b"")
    problem(api.get(f"/parts/{key}"), 404, "PART_NOT_FOUND")
    assert api.get("/dashboard/recent-activity").json() == []


@pytest.mark.parametrize(("qty", "pieces"), [(1, "1 piece is"), (5, "5 pieces are")])
def test_a_part_in_stock_is_not_deleted(api: Api, qty: int, pieces: str) -> None:
    make_box(api, 1)
    key = make_part(api)["key"]
    stock(api, key, 1, 1, qty)
    refused = problem(api.delete(f"/parts/{key}"), 409, "PART_HAS_STOCK")
    assert refused["detail"] == f"Cannot delete part {key} because {pieces} in stock"
    assert api.get(f"/parts/{key}").json()["total_quantity"] == qty


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/parts/{}"),
        ("PUT", "/parts/{}"),
        ("DELETE", "/parts/{}"),
        ("GET", "/parts/{}/locations"),
        ("GET", "/parts/{}/history"),
    ],
)
def test_a_part_that_is_not_there_is_said_not_to_be(api: Api, method: str, path: str) -> None:
    body = {"json": {"description": "x"}} if method == "PUT" else {}
    refused = problem(api.send(method, path.format("ZZZZ"), **body), 404, "PART_NOT_FOUND")
    assert refused["detail"] == "Part ZZZZ was not found"
    for key in ("abcd", "ABC1", "ÄBCD"):
        refuses(api.send(method, path.format(key), **body), ("part_key", "pattern"))
    refuses(api.send(method, path.format("ABCDE"), **body), ("part_key", "max_length"), ("part_key", "pattern"))
