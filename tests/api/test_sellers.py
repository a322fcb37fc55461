"""Sellers: where parts are bought."""

from datetime import timedelta

import pytest

from clients import Api, problem, refuses
from factories import make_part, make_seller
from services.kernel.clock import ControlledClock

INSTANT = "2026-01-05T09:30:00Z"


def test_a_new_seller_is_answered_with_its_address(api: Api, clock: ControlledClock) -> None:
    answer = api.post("/sellers", {"name": "Mouser", "website": "https://www.mouser.com"})
    assert answer.status_code == 201
    assert answer.json() == {
        "id": 1,
        "name": "Mouser",
        "website": "https://www.mouser.com",
        "created_at": INSTANT,
        "updated_at": INSTANT,
    }
    assert answer.headers["Location"] == "/api/sellers/1"
    assert api.get("/sellers/1").json() == answer.json()


def test_spaces_around_name_and_website_are_dropped(api: Api) -> None:
    made = make_seller(api, "  Digi-Key ", " www.digikey.com\u00a0")
    assert (made["name"], made["website"]) == ("Digi-Key", "www.digikey.com")


def test_a_body_off_the_rules_is_refused_with_the_place(api: Api) -> None:
    for body, *expected in [
        ({}, ("/name", "required"), ("/website", "required")),
        ({"name": "Mouser"}, ("/website", "required")),
        ({"name": "Mouser", "website": ""}, ("/website", "min_length"), ("/website", "pattern")),
        ({"name": " \t", "website": "x"}, ("/name", "pattern")),
        ({"name": "x" * 256, "website": "x" * 501}, ("/name", "max_length"), ("/website", "max_length")),
        ({"name": None, "website": 3}, ("/name", "type"), ("/website", "type")),
        ({"name": "Mouser", "website": "x", "id": 3}, ("/id", "unexpected")),
    ]:
        refuses(api.post("/sellers", body), *expected)
    assert api.get("/sellers").json() == []


def test_the_longest_name_and_website_are_kept(api: Api) -> None:
    made = make_seller(api, "é" * 255, "w" * 500)
    assert api.get(f"/sellers/{made['id']}").json() == made
    assert (made["name"], made["website"]) == ("é" * 255, "w" * 500)


@pytest.mark.parametrize("again", ["Mouser", " mouser", "MOUSER "])
def test_a_taken_name_is_refused_ignoring_case(api: Api, again: str) -> None:
    make_seller(api, "Mouser")
    refused = problem(api.post("/sellers", {"name": again, "website": "x"}), 409, "SELLER_NAME_TAKEN")
    assert refused["detail"] == f"A seller named {again.strip()} already exists"
    assert [error["pointer"] for error in refused["errors"]] == ["/name"]
    assert len(api.get("/sellers").json()) == 1


def test_the_list_has_all_sellers_by_name_ignoring_case(api: Api) -> None:
    for name in ["reichelt", "Mouser", "Digi-Key", "LCSC"]:
        make_seller(api, name, f"{name}.example.com")
    answer = api.get("/sellers")
    assert answer.json() == [
        {"id": 3, "name": "Digi-Key", "website": "Digi-Key.example.com"},
        {"id": 4, "name": "LCSC", "website": "LCSC.example.com"},
        {"id": 2, "name": "Mouser", "website": "Mouser.example.com"},
        {"id": 1, "name": "reichelt", "website": "reichelt.example.com"},
    ]
    refuses(api.get("/sellers?offset=1"), ("offset", "unexpected"))


def test_members_that_are_absent_stay_as_they_are(api: Api, clock: ControlledClock) -> None:
    made = make_seller(api, "Mouser", "www.mouser.com")
    clock.advance(timedelta(hours=1))
    later = "2026-01-05T10:30:00Z"
    renamed = api.put("/sellers/1", {"name": " Mouser Electronics "}).json()
    assert renamed == {**made, "name": "Mouser Electronics", "updated_at": later}
    moved = api.put("/sellers/1", {"website": " eu.mouser.com "}).json()
    assert moved == {**renamed, "website": "eu.mouser.com"}
    assert api.get("/sellers/1").json() == moved


def test_changing_nothing_is_no_change(api: Api, clock: ControlledClock) -> None:
    made = make_seller(api, "Mouser", "www.mouser.com")
    clock.advance(timedelta(hours=1))
    for body in ({}, {"name": "Mouser", "website": "www.mouser.com"}):
        answer = api.put("/sellers/1", body)
        assert (answer.status_code, answer.json()) == (200, made)


def test_a_change_off_the_rules_is_refused_with_the_place(api: Api) -> None:
    made = make_seller(api)
    for body, *expected in [
        ({"name": None}, ("/name", "type")),
        ({"website": " "}, ("/website", "pattern")),
        ({"website": "a\0"}, ("/website", "pattern")),
        ({"created_at": "now"}, ("/created_at", "unexpected")),
        (None, ("", "required")),
    ]:
        refuses(api.put("/sellers/1", body), *expected)
    assert api.get("/sellers/1").json() == made


def test_renaming_to_a_taken_name_is_refused_and_changes_nothing(api: Api) -> None:
    make_seller(api, "Mouser")
    other = make_seller(api, "LCSC")
    refused = problem(api.put("/sellers/2", {"name": "MOUSER", "website": "new"}), 409, "SELLER_NAME_TAKEN")
    assert refused["detail"] == "A seller named MOUSER already exists"
    assert api.get("/sellers/2").json() == other


def test_the_search_finds_parts_by_the_new_name_of_their_seller(api: Api) -> None:
    make_seller(api, "Mouser")
    part = make_part(api, description="Red LED", seller_id=1)
    api.put("/sellers/1", {"name": "Farnell"})
    assert [found["key"] for found in api.get("/parts?q=farnell").json()] == [part["key"]]
    assert api.get("/parts?q=mouser").json() == []


def test_a_seller_that_no_part_names_can_be_deleted(api: Api) -> None:
    make_seller(api, "Mouser")
    answer = api.delete("/sellers/1")
    assert (answer.status_code, answer.content) == (204, b"")
    problem(api.get("/sellers/1"), 404, "SELLER_NOT_FOUND")
    assert make_seller(api, "Mouser")["id"] == 2


@pytest.mark.parametrize(("parts", "words"), [(1, "1 part uses"), (2, "2 parts use")])
def test_a_seller_that_parts_name_is_not_deleted(api: Api, parts: int, words: str) -> None:
    made = make_seller(api, "Mouser")
    for _ in range(parts):
        make_part(api, seller_id=1)
    refused = problem(api.delete("/sellers/1"), 409, "SELLER_IN_USE")
    assert refused["detail"] == f"Cannot delete seller 1 because {words} it"
    assert api.get("/sellers/1").json() == made


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_seller_that_is_not_there_is_said_not_to_be(api: Api, method: str) -> None:
    body = {"json": {"name": "Mouser"}} if method == "PUT" else {}
    refused = problem(api.send(method, "/sellers/9", **body), 404, "SELLER_NOT_FOUND")
    assert refused["detail"] == "Seller 9 was not found"
    refuses(api.send(method, f"/sellers/{2**31}", **body), ("seller_id", "maximum"))
