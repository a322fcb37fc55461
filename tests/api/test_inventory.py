"""Stock: every piece that comes, goes or moves, and the history that always adds up to what is there."""

from typing import Any

import pytest

from clients import Api, problem, refuses
from factories import make_box, make_part, make_type, stock
from handlers.runtime.context import Runtime
from services import Services

MOST = 1_000_000
LIMIT = 2**31 - 1


@pytest.fixture
def key(api: Api) -> str:
    """The key of a part, beside box 1 with three locations and box 2 with two."""
    make_box(api, 3)
    make_box(api, 2)
    made: str = make_part(api)["key"]
    return made


def change(box_no: int, loc_no: int, qty: int) -> dict[str, int]:
    return {"box_no": box_no, "loc_no": loc_no, "qty": qty}


def move(source: tuple[int, int], target: tuple[int, int], qty: int) -> dict[str, int]:
    return {
        "from_box_no": source[0],
        "from_loc_no": source[1],
        "to_box_no": target[0],
        "to_loc_no": target[1],
        "qty": qty,
    }


def lying(api: Api, key: str) -> dict[str, int]:
    """Where pieces lie and how many, after checking that the history adds up to them."""
    places = {
        f"{place['box_no']}-{place['loc_no']}": place["qty"] for place in api.get(f"/parts/{key}/locations").json()
    }
    history = api.get(f"/parts/{key}/history?limit=500").json()
    assert sum(entry["delta_qty"] for entry in history) == sum(places.values())
    assert api.get(f"/parts/{key}").json()["total_quantity"] == sum(places.values())
    return places


def deltas(api: Api, key: str) -> list[tuple[int, str]]:
    history = api.get(f"/parts/{key}/history").json()
    return [(entry["delta_qty"], entry["location_reference"]) for entry in reversed(history)]


def test_adding_answers_how_many_lie_there_now(api: Api, key: str) -> None:
    first = api.post(f"/inventory/parts/{key}/stock", change(1, 3, 20))
    assert first.status_code == 201
    assert first.json() == {"key": key, **change(1, 3, 20)}
    assert first.headers["Location"] == "/api/locations/1/3"
    assert api.post(f"/inventory/parts/{key}/stock", change(1, 3, 5)).json()["qty"] == 25
    assert lying(api, key) == {"1-3": 25}
    assert deltas(api, key) == [(20, "1-3"), (5, "1-3")]


def test_removing_takes_pieces_out(api: Api, key: str) -> None:
    stock(api, key, 1, 1, 20)
    answer = api.post(f"/inventory/parts/{key}/remove", change(1, 1, 15))
    assert (answer.status_code, answer.content) == (204, b"")
    assert lying(api, key) == {"1-1": 5}
    assert deltas(api, key) == [(20, "1-1"), (-15, "1-1")]


def test_at_zero_the_location_is_free_again_and_the_part_stays(api: Api, key: str) -> None:
    stock(api, key, 1, 1, 20)
    api.post(f"/inventory/parts/{key}/remove", change(1, 1, 20))
    assert lying(api, key) == {}
    assert api.get("/locations/1/1").json()["parts"] == []
    assert api.get(f"/parts/{key}").json()["total_quantity"] == 0
    stock(api, key, 1, 1, 1)
    assert lying(api, key) == {"1-1": 1}


@pytest.mark.parametrize("qty", [7, 20])
def test_moving_takes_pieces_from_one_location_to_another(api: Api, key: str, qty: int) -> None:
    stock(api, key, 1, 1, 20)
    stock(api, key, 2, 2, 1)
    answer = api.post(f"/inventory/parts/{key}/move", move((1, 1), (2, 2), qty))
    assert (answer.status_code, answer.content) == (204, b"")
    left = {"1-1": 20 - qty} if qty < 20 else {}
    assert lying(api, key) == {**left, "2-2": 1 + qty}
    assert deltas(api, key) == [(20, "1-1"), (1, "2-2"), (-qty, "1-1"), (qty, "2-2")]


def test_a_move_can_lead_to_a_free_location(api: Api, key: str) -> None:
    stock(api, key, 1, 1, 2)
    api.post(f"/inventory/parts/{key}/move", move((1, 1), (1, 2), 2))
    assert lying(api, key) == {"1-2": 2}


def test_parts_share_a_location_without_sharing_their_stock(api: Api, key: str) -> None:
    other = make_part(api)["key"]
    stock(api, key, 1, 1, 5)
    stock(api, other, 1, 1, 7)
    refused = problem(api.post(f"/inventory/parts/{key}/remove", change(1, 1, 6)), 409, "INSUFFICIENT_QUANTITY")
    assert refused["available"] == 5
    assert (lying(api, key), lying(api, other)) == ({"1-1": 5}, {"1-1": 7})


@pytest.mark.parametrize(
    ("there", "qty", "words"),
    [
        (4, 10, "Cannot take 10 pieces of {key} from 1-1 because only 4 are there"),
        (1, 2, "Cannot take 2 pieces of {key} from 1-1 because only 1 is there"),
        (0, 1, "Cannot take 1 piece of {key} from 1-1 because none is there"),
    ],
)
@pytest.mark.parametrize("verb", ["remove", "move"])
def test_more_than_lies_there_is_refused(api: Api, key: str, verb: str, there: int, qty: int, words: str) -> None:
    stock(api, key, 2, 1, 50)
    if there:
        stock(api, key, 1, 1, there)
    before = (lying(api, key), deltas(api, key))
    body = change(1, 1, qty) if verb == "remove" else move((1, 1), (2, 2), qty)
    refused = problem(api.post(f"/inventory/parts/{key}/{verb}", body), 409, "INSUFFICIENT_QUANTITY")
    assert refused["detail"] == words.format(key=key)
    assert (refused["requested"], refused["available"]) == (qty, there)
    assert [error["pointer"] for error in refused["errors"]] == ["/qty"]
    assert (lying(api, key), deltas(api, key)) == before


def test_a_move_to_where_the_pieces_are_is_refused(api: Api, key: str) -> None:
    stock(api, key, 1, 1, 5)
    refused = problem(api.post(f"/inventory/parts/{key}/move", move((1, 1), (1, 1), 5)), 409, "SAME_LOCATION")
    assert refused["detail"] == "1-1 is where the pieces already are"
    assert deltas(api, key) == [(5, "1-1")]


@pytest.mark.parametrize("verb", ["stock", "remove", "move"])
def test_a_part_that_is_not_there_is_said_not_to_be(api: Api, key: str, verb: str) -> None:
    body = move((1, 1), (1, 2), 1) if verb == "move" else change(1, 1, 1)
    refused = problem(api.post(f"/inventory/parts/ZZZZ/{verb}", body), 404, "PART_NOT_FOUND")
    assert refused["detail"] == "Part ZZZZ was not found"
    refuses(api.post(f"/inventory/parts/zzzz/{verb}", body), ("part_key", "pattern"))


@pytest.mark.parametrize(
    ("verb", "body", "place", "pointer"),
    [
        ("stock", change(1, 4, 1), "1-4", "/loc_no"),
        ("stock", change(9, 1, 1), "9-1", "/loc_no"),
        ("remove", change(1, 4, 1), "1-4", "/loc_no"),
        ("move", move((1, 4), (1, 1), 1), "1-4", "/from_loc_no"),
        ("move", move((1, 1), (2, 3), 1), "2-3", "/to_loc_no"),
    ],
)
def test_a_location_that_is_not_there_is_named(
    api: Api, key: str, verb: str, body: dict[str, int], place: str, pointer: str
) -> None:
    stock(api, key, 1, 1, 5)
    refused = problem(api.post(f"/inventory/parts/{key}/{verb}", body), 404, "LOCATION_NOT_FOUND")
    assert refused["detail"] == f"Location {place} was not found"
    assert [error["pointer"] for error in refused["errors"]] == [pointer]
    assert lying(api, key) == {"1-1": 5}


@pytest.mark.parametrize("verb", ["stock", "remove"])
def test_a_change_off_the_rules_is_refused_with_the_place(api: Api, key: str, verb: str) -> None:
    for body, *expected in _off_the_rules(change(1, 1, 1)):
        refuses(api.post(f"/inventory/parts/{key}/{verb}", body), *expected)
    assert deltas(api, key) == []


def test_a_move_off_the_rules_is_refused_with_the_place(api: Api, key: str) -> None:
    for body, *expected in _off_the_rules(move((1, 1), (1, 2), 1)):
        refuses(api.post(f"/inventory/parts/{key}/move", body), *expected)
    assert deltas(api, key) == []


def _off_the_rules(good: dict[str, int]) -> list[tuple[Any, ...]]:
    one = next(iter(good))
    return [
        ({}, *((f"/{name}", "required") for name in good)),
        ({**good, "qty": 0}, ("/qty", "minimum")),
        ({**good, "qty": -3}, ("/qty", "minimum")),
        ({**good, "qty": MOST + 1}, ("/qty", "maximum")),
        ({**good, "qty": 2.5}, ("/qty", "type")),
        ({**good, "qty": "3"}, ("/qty", "type")),
        ({**good, one: 0}, (f"/{one}", "minimum")),
        ({**good, one: 2**31}, (f"/{one}", "maximum")),
        ({**good, one: None}, (f"/{one}", "type")),
        ({**good, "note": "x"}, ("/note", "unexpected")),
        (None, ("", "required")),
    ]


def test_the_largest_quantity_at_once_is_taken(api: Api, key: str) -> None:
    stock(api, key, 1, 1, MOST)
    assert lying(api, key) == {"1-1": MOST}


def test_the_pieces_of_a_part_never_pass_what_a_client_can_hold(api: Api, key: str, runtime: Runtime) -> None:
    have = LIMIT - 5
    with runtime.world.store.transaction() as session:
        Services(session, runtime.world).inventory.add(key, **change(1, 1, have))
    refused = problem(api.post(f"/inventory/parts/{key}/stock", change(2, 1, 6)), 409, "QUANTITY_LIMIT")
    assert refused["detail"] == f"Cannot add 6 pieces of {key}: with the {have} in stock they would be over {LIMIT}"
    stock(api, key, 2, 1, 5)
    assert lying(api, key) == {"1-1": have, "2-1": 5}
    problem(api.post(f"/inventory/parts/{key}/stock", change(1, 1, 1)), 409, "QUANTITY_LIMIT")
    assert api.get("/dashboard/stats").json()["total_quantity"] == LIMIT


def test_the_suggestion_is_a_free_location_beside_parts_of_that_type(api: Api, key: str) -> None:
    make_type(api, "Relay")
    make_type(api, "LED")
    relay = make_part(api, type_id=1)["key"]
    assert api.get("/inventory/suggestions/1").json() == {"box_no": 1, "loc_no": 1}
    stock(api, relay, 2, 1, 1)
    assert api.get("/inventory/suggestions/1").json() == {"box_no": 2, "loc_no": 2}
    assert api.get("/inventory/suggestions/2").json() == {"box_no": 1, "loc_no": 1}
    stock(api, key, 2, 2, 1)
    assert api.get("/inventory/suggestions/1").json() == {"box_no": 1, "loc_no": 1}
    stock(api, key, 1, 1, 1)
    assert api.get("/inventory/suggestions/1").json() == {"box_no": 1, "loc_no": 2}
    api.post(f"/inventory/parts/{key}/remove", change(2, 2, 1))
    assert api.get("/inventory/suggestions/1").json() == {"box_no": 2, "loc_no": 2}


def test_no_free_location_is_said_so(api: Api, key: str) -> None:
    make_type(api)
    for box_no, loc_no in [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)]:
        stock(api, key, box_no, loc_no, 1)
    refused = problem(api.get("/inventory/suggestions/1"), 409, "NO_FREE_LOCATION")
    assert refused["detail"] == "Every location of every box holds something already"


def test_without_boxes_there_is_no_free_location(api: Api) -> None:
    make_type(api)
    problem(api.get("/inventory/suggestions/1"), 409, "NO_FREE_LOCATION")


def test_a_suggestion_for_no_type_is_refused(api: Api) -> None:
    refused = problem(api.get("/inventory/suggestions/9"), 404, "TYPE_NOT_FOUND")
    assert refused["detail"] == "Type 9 was not found"
    refuses(api.get("/inventory/suggestions/0"), ("type_id", "minimum"))
