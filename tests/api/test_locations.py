"""Single locations, and what lies there."""

from clients import Api, problem, refuses
from factories import make_box, make_part, stock


def test_a_free_location_holds_nothing(api: Api) -> None:
    make_box(api, 2)
    assert api.get("/locations/1/2").json() == {"box_no": 1, "loc_no": 2, "parts": []}


def test_a_location_says_what_lies_there_by_key(api: Api) -> None:
    make_box(api, 2)
    made = sorted((make_part(api) for _ in range(5)), key=lambda part: part["key"])
    for qty, part in enumerate(reversed(made), start=1):
        stock(api, part["key"], 1, 2, qty)
    stock(api, made[0]["key"], 1, 1, 9)
    assert api.get("/locations/1/2").json() == {
        "box_no": 1,
        "loc_no": 2,
        "parts": [
            {"key": part["key"], "description": part["description"], "qty": 5 - place}
            for place, part in enumerate(made)
        ],
    }


def test_the_last_piece_leaves_the_location_free(api: Api) -> None:
    make_box(api, 1)
    key = make_part(api)["key"]
    stock(api, key, 1, 1, 4)
    api.post(f"/inventory/parts/{key}/remove", {"box_no": 1, "loc_no": 1, "qty": 4})
    assert api.get("/locations/1/1").json()["parts"] == []


def test_a_location_that_is_not_there_is_said_not_to_be(api: Api) -> None:
    make_box(api, 2)
    for place in ("1/3", "2/1", f"1/{2**31 - 1}"):
        refused = problem(api.get(f"/locations/{place}"), 404, "LOCATION_NOT_FOUND")
        assert refused["detail"] == f"Location {place.replace('/', '-')} was not found"


def test_a_place_that_cannot_be_one_is_refused(api: Api) -> None:
    refuses(api.get("/locations/0/x"), ("box_no", "minimum"), ("loc_no", "type"))
    refuses(api.get(f"/locations/1/{2**31}"), ("loc_no", "maximum"))
    refuses(api.get("/locations/1/1?q=x"), ("q", "unexpected"))
