"""Types: the categories of parts."""

from datetime import timedelta

import pytest

from clients import Api, problem, refuses
from factories import make_part, make_type
from services.kernel.clock import ControlledClock

INSTANT = "2026-01-05T09:30:00Z"


def test_a_new_type_is_answered_with_its_address(api: Api, clock: ControlledClock) -> None:
    answer = api.post("/types", {"name": "Relay"})
    assert answer.status_code == 201
    made = answer.json()
    assert made == {"id": made["id"], "name": "Relay", "created_at": INSTANT, "updated_at": INSTANT}
    assert answer.headers["Location"] == f"/api/types/{made['id']}"
    assert api.get(f"/types/{made['id']}").json() == made


def test_spaces_around_a_name_are_dropped(api: Api) -> None:
    assert make_type(api, "  LED driver \u00a0")["name"] == "LED driver"


@pytest.mark.parametrize("name", ["R", "é" * 100, "抵抗器", "𝔘 <b>&amp;</b> %s {0}"])
def test_a_name_is_kept_as_it_is_written(api: Api, name: str) -> None:
    made = make_type(api, name)
    assert made["name"] == name
    assert api.get(f"/types/{made['id']}").json()["name"] == name


@pytest.mark.parametrize("method", ["POST", "PUT"])
def test_a_body_off_the_rules_is_refused_with_the_place(api: Api, method: str) -> None:
    path = "/types" if method == "POST" else f"/types/{make_type(api, 'Relay')['id']}"
    before = api.get("/types").json()
    for body, *expected in [
        ({}, ("/name", "required")),
        ({"name": ""}, ("/name", "min_length"), ("/name", "pattern")),
        ({"name": "   "}, ("/name", "pattern")),
        ({"name": "x" * 101}, ("/name", "max_length")),
        ({"name": None}, ("/name", "type")),
        ({"name": 7}, ("/name", "type")),
        ({"name": "a\0b"}, ("/name", "pattern")),
        ({"name": "a\nb"}, ("/name", "pattern")),
        ({"name": "Relay", "id": 3}, ("/id", "unexpected")),
        ({"colour": "red"}, ("/colour", "unexpected"), ("/name", "required")),
        ([], ("", "type")),
        ("Relay", ("", "type")),
        (None, ("", "required")),
    ]:
        refuses(api.send(method, path, json=body), *expected)
    assert api.get("/types").json() == before


@pytest.mark.parametrize("again", ["Relay", "relay", "RELAY", " rElAy ", "Ｒｅｌａｙ"])
def test_a_taken_name_is_refused_ignoring_case(api: Api, again: str) -> None:
    make_type(api, "Relay")
    refused = problem(api.post("/types", {"name": again}), 409, "TYPE_NAME_TAKEN")
    assert refused["detail"] == f"A type named {again.strip()} already exists"
    assert [error["pointer"] for error in refused["errors"]] == ["/name"]
    assert len(api.get("/types").json()) == 1


def test_letters_beyond_ascii_are_compared_ignoring_case_too(api: Api) -> None:
    make_type(api, "Überspannungsschutz")
    problem(api.post("/types", {"name": "ÜBERSPANNUNGSSCHUTZ"}), 409, "TYPE_NAME_TAKEN")


def test_the_list_has_all_types_by_name_ignoring_case(api: Api) -> None:
    for name in ["resistor", "LED", "Relay", "capacitor", "Äther", "Zener"]:
        make_type(api, name)
    answer = api.get("/types")
    assert [kind["name"] for kind in answer.json()] == ["capacitor", "LED", "Relay", "resistor", "Zener", "Äther"]
    assert answer.headers["X-Total-Count"] == "6"


def test_the_list_is_not_cut_into_pages(api: Api) -> None:
    for number in range(60):
        make_type(api, f"Type {number:03}")
    assert len(api.get("/types").json()) == 60
    refuses(api.get("/types?limit=5"), ("limit", "unexpected"))


def test_with_statistics_each_type_says_how_many_parts_it_has(api: Api) -> None:
    relay, led = make_type(api, "Relay"), make_type(api, "LED")
    make_part(api, type_id=relay["id"])
    make_part(api, type_id=relay["id"])
    make_part(api)
    counted = api.get("/types?include_stats=true").json()
    assert counted == [{**led, "part_count": 0}, {**relay, "part_count": 2}]
    assert api.get("/types?include_stats=false").json() == [led, relay]
    assert api.get("/types").json() == [led, relay]


def test_statistics_are_asked_for_by_true_or_false_alone(api: Api) -> None:
    for value in ("yes", "1", "True", ""):
        refuses(api.get(f"/types?include_stats={value}"), ("include_stats", "type"))


def test_renaming_changes_the_name_and_the_time_of_change(api: Api, clock: ControlledClock) -> None:
    made = make_type(api, "Relay")
    clock.advance(timedelta(minutes=5))
    answer = api.put(f"/types/{made['id']}", {"name": " Power relay "})
    assert answer.status_code == 200
    assert answer.json() == {**made, "name": "Power relay", "updated_at": "2026-01-05T09:35:00Z"}
    assert api.get(f"/types/{made['id']}").json() == answer.json()


def test_a_type_may_change_the_case_of_its_own_name(api: Api) -> None:
    made = make_type(api, "relay")
    assert api.put(f"/types/{made['id']}", {"name": "RELAY"}).json()["name"] == "RELAY"


def test_renaming_to_a_taken_name_is_refused_and_changes_nothing(api: Api) -> None:
    make_type(api, "Relay")
    led = make_type(api, "LED")
    refused = problem(api.put(f"/types/{led['id']}", {"name": "relay"}), 409, "TYPE_NAME_TAKEN")
    assert refused["detail"] == "A type named relay already exists"
    assert api.get(f"/types/{led['id']}").json() == led


def test_the_search_finds_parts_by_the_new_name_of_their_type(api: Api) -> None:
    relay = make_type(api, "Relay")
    part = make_part(api, description="Omron G5Q", type_id=relay["id"])
    api.put(f"/types/{relay['id']}", {"name": "Contactor"})
    assert [found["key"] for found in api.get("/parts?q=contactor").json()] == [part["key"]]
    assert api.get("/parts?q=relay").json() == []


def test_an_unused_type_can_be_deleted(api: Api) -> None:
    made = make_type(api, "Relay")
    answer = api.delete(f"/types/{made['id']}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert "Content-Type" not in answer.headers
    problem(api.get(f"/types/{made['id']}"), 404, "TYPE_NOT_FOUND")
    assert make_type(api, "Relay")["id"] != made["id"]


@pytest.mark.parametrize(("parts", "words"), [(1, "1 part uses"), (3, "3 parts use")])
def test_a_type_that_parts_use_is_not_deleted(api: Api, parts: int, words: str) -> None:
    made = make_type(api, "Relay")
    for _ in range(parts):
        make_part(api, type_id=made["id"])
    refused = problem(api.delete(f"/types/{made['id']}"), 409, "TYPE_IN_USE")
    assert refused["detail"] == f"Cannot delete type {made['id']} because {words} it"
    assert api.get(f"/types/{made['id']}").json() == made


def test_a_type_can_be_deleted_once_no_part_uses_it(api: Api) -> None:
    made = make_type(api)
    part = make_part(api, type_id=made["id"])
    api.put(f"/parts/{part['key']}", {"type_id": None})
    assert api.delete(f"/types/{made['id']}").status_code == 204


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_type_that_is_not_there_is_said_not_to_be(api: Api, method: str) -> None:
    body = {"json": {"name": "Relay"}} if method == "PUT" else {}
    refused = problem(api.send(method, "/types/9", **body), 404, "TYPE_NOT_FOUND")
    assert refused["detail"] == "Type 9 was not found"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_an_id_that_cannot_be_one_is_refused(api: Api, method: str) -> None:
    body = {"json": {"name": "Relay"}} if method == "PUT" else {}
    for number in ("1.5", "one", "1_0", "01", "+1", "1e3", "١", " 1", "0x1", "null", "1" * 41):
        refuses(api.send(method, f"/types/{number}", **body), ("type_id", "type"))
    for number in (0, -1):
        refuses(api.send(method, f"/types/{number}", **body), ("type_id", "minimum"))
    for number in (2**31, 10**21):
        refuses(api.send(method, f"/types/{number}", **body), ("type_id", "maximum"))


def test_the_largest_id_is_looked_up(api: Api) -> None:
    problem(api.get("/types/2147483647"), 404, "TYPE_NOT_FOUND")
