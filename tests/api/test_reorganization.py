"""Plans that tidy up, and carrying them out."""

from collections import Counter
from typing import Any

import flask
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clients import Api, problem
from factories import make_box, make_part, make_type, stock
from handlers.runtime.context import EXTENSION, Runtime
from services.models import Task
from services.reorganization import KIND
from support.tasks import finished, result

PLANS = "/inventory/reorganization-plans"


def plan(api: Api, max_moves: int = 1000, **wanted: Any) -> tuple[str, dict[str, Any]]:
    """The id of a plan, and the plan."""
    answer = api.post(PLANS, {"max_moves": max_moves, **wanted})
    made = result(api, answer)
    return answer.json()["id"], made


def places(api: Api) -> dict[str, list[tuple[int, int, int]]]:
    listed = api.get("/parts/with-locations", params={"limit": 500}).json()
    return {
        part["key"]: [(place["box_no"], place["loc_no"], place["qty"]) for place in part["locations"]]
        for part in listed
    }


@pytest.fixture
def workshop(api: Api) -> dict[str, Any]:
    """Two boxes, the relays and lamps in them mixed up; one lamp lies in two places."""
    lamp_type, relay_type = make_type(api, "Lamp")["id"], make_type(api, "Relay")["id"]
    first, second = make_box(api, capacity=3)["box_no"], make_box(api, capacity=3)["box_no"]
    lamps = [make_part(api, type_id=lamp_type)["key"] for _ in range(2)]
    relays = [make_part(api, type_id=relay_type)["key"] for _ in range(2)]
    stock(api, relays[0], first, 1, 4)
    stock(api, lamps[0], first, 2, 7)
    stock(api, lamps[1], second, 1, 1)
    stock(api, lamps[1], second, 3, 2)
    stock(api, relays[1], second, 2, 9)
    return {"lamps": lamps, "relays": relays, "boxes": (first, second), "types": (lamp_type, relay_type)}


def test_a_plan_puts_the_parts_of_a_type_together_from_the_first_location_on(
    api: Api, workshop: dict[str, Any]
) -> None:
    first, second = workshop["boxes"]
    plan_id, made = plan(api)
    assert made["remaining_moves"] == 0
    assert api.post(f"{PLANS}/{plan_id}/apply").status_code == 204
    after = places(api)
    assert after[workshop["lamps"][0]] == [(first, 2, 7)]
    assert after[workshop["lamps"][1]] == [(first, 1, 3)]
    # Which of the two comes first depends on their keys, which are random.
    relays = [place for key in sorted(workshop["relays"]) for place in after[key]]
    assert [place[:2] for place in relays] == [(first, 3), (second, 1)]
    assert sorted(qty for _, _, qty in relays) == [4, 9]
    assert plan(api)[1]["moves"] == []


def test_each_move_is_in_the_history(api: Api, workshop: dict[str, Any]) -> None:
    plan_id, made = plan(api)
    before = {key: len(api.get(f"/parts/{key}/history").json()) for key in places(api)}
    api.post(f"{PLANS}/{plan_id}/apply")
    moved = Counter(move["part_key"] for move in made["moves"])
    for key, held in places(api).items():
        history = api.get(f"/parts/{key}/history").json()
        assert len(history) == before[key] + 2 * moved[key]
        assert sum(entry["delta_qty"] for entry in history) == sum(qty for _, _, qty in held)


def test_the_same_stock_gives_the_same_plan(api: Api, workshop: dict[str, Any]) -> None:
    assert plan(api)[1] == plan(api)[1]


def test_a_plan_has_no_more_moves_than_it_may(api: Api, workshop: dict[str, Any]) -> None:
    whole = plan(api)[1]
    _, short = plan(api, max_moves=2)
    assert short["moves"] == whole["moves"][:2]
    assert short["remaining_moves"] == len(whole["moves"]) - 2


def test_only_parts_of_the_chosen_types_are_moved(api: Api, workshop: dict[str, Any]) -> None:
    lamp_type, _ = workshop["types"]
    _, made = plan(api, type_ids=[lamp_type])
    assert {move["part_key"] for move in made["moves"]} <= set(workshop["lamps"])
    assert made["moves"]


def test_a_plan_can_be_applied_once(api: Api, workshop: dict[str, Any]) -> None:
    plan_id, _ = plan(api)
    assert api.post(f"{PLANS}/{plan_id}/apply").status_code == 204
    before = places(api)
    problem(api.post(f"{PLANS}/{plan_id}/apply"), 409, "PLAN_OUTDATED")
    assert places(api) == before


@pytest.mark.parametrize("change", ["add", "remove", "occupy", "shrink"])
def test_a_plan_is_outdated_when_its_locations_have_changed(api: Api, workshop: dict[str, Any], change: str) -> None:
    first, _ = workshop["boxes"]
    relay = workshop["relays"][0]
    plan_id, made = plan(api)
    touched = {(move["to_box_no"], move["to_loc_no"]) for move in made["moves"]}
    assert (first, 3) in touched
    if change == "add":
        stock(api, relay, first, 1, 1)
    elif change == "remove":
        api.post(f"/inventory/parts/{relay}/remove", {"box_no": first, "loc_no": 1, "qty": 1})
    elif change == "occupy":
        stock(api, make_part(api)["key"], first, 3, 1)
    else:
        api.put(f"/boxes/{first}", {"capacity": 2, "description": "Small"})
    before = places(api)
    problem(api.post(f"{PLANS}/{plan_id}/apply"), 409, "PLAN_OUTDATED")
    assert places(api) == before


def test_a_change_elsewhere_leaves_a_plan_as_good_as_it_was(api: Api, workshop: dict[str, Any]) -> None:
    elsewhere = make_box(api)["box_no"]
    plan_id, _ = plan(api)
    stock(api, make_part(api)["key"], elsewhere, 1, 1)
    assert api.post(f"{PLANS}/{plan_id}/apply").status_code == 204


def test_a_plan_for_an_empty_inventory_has_no_moves_and_can_be_applied(api: Api) -> None:
    plan_id, made = plan(api)
    assert made["moves"] == []
    assert api.post(f"{PLANS}/{plan_id}/apply").status_code == 204


def test_a_type_that_does_not_exist_is_refused(api: Api) -> None:
    refused = problem(api.post(PLANS, {"max_moves": 5, "type_ids": [make_type(api)["id"], 99]}), 404, "TYPE_NOT_FOUND")
    assert refused["errors"][0]["pointer"] == "/type_ids/1"


@pytest.mark.parametrize(
    "body",
    [{}, {"max_moves": 0}, {"max_moves": 1001}, {"max_moves": 5, "type_ids": []}, {"max_moves": 5, "type_ids": [1, 1]}],
)
def test_a_plan_without_bounds_is_refused(api: Api, body: dict[str, Any]) -> None:
    problem(api.post(PLANS, body), 400, "VALIDATION_FAILED")


def test_only_a_plan_can_be_applied(api: Api) -> None:
    problem(api.post(f"{PLANS}/{'0' * 8}-0000-4000-8000-{'0' * 12}/apply"), 404, "PLAN_NOT_FOUND")
    problem(api.post(f"{PLANS}/plan/apply"), 400, "VALIDATION_FAILED")
    imported = finished(api, api.send("POST", "/imports", files={"file": b"mpn\nX1\n"}))
    problem(api.post(f"{PLANS}/{imported['id']}/apply"), 404, "PLAN_NOT_FOUND")


def test_a_plan_cannot_be_applied_while_it_is_made(app: flask.Flask, api: Api) -> None:
    runtime: Runtime = app.extensions[EXTENSION]
    with runtime.world.store.transaction() as session:
        session.info["clock"] = runtime.world.clock
        task = Task(id=runtime.world.ids.uuid(), kind=KIND, owner="another process")
        session.add(task)
    problem(api.post(f"{PLANS}/{task.id}/apply"), 409, "PLAN_NOT_READY")


STOCKS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(0, 7), st.integers(1, 9)), max_size=10, unique_by=lambda one: one[:2]
)


@given(held=STOCKS, max_moves=st.integers(1, 20))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_piece_is_lost_by_applying_a_plan(api: Api, held: list[tuple[int, int, int]], max_moves: int) -> None:
    types = [make_type(api)["id"], None]
    boxes = [make_box(api, capacity=4)["box_no"] for _ in range(2)]
    keys = [make_part(api, type_id=types[number % 2])["key"] for number in range(6)]
    for part, place, qty in held:
        stock(api, keys[part], boxes[place // 4], place % 4 + 1, qty)
    before = {key: sum(qty for *_, qty in lying) for key, lying in places(api).items()}
    plan_id, made = plan(api, max_moves=max_moves)
    assert len(made["moves"]) <= max_moves
    assert api.post(f"{PLANS}/{plan_id}/apply").status_code == 204
    assert {key: sum(qty for *_, qty in lying) for key, lying in places(api).items()} == before
    plan_id, made = plan(api)
    assert api.post(f"{PLANS}/{plan_id}/apply").status_code == 204
    assert plan(api)[1]["moves"] == []
    assert {key: sum(qty for *_, qty in lying) for key, lying in places(api).items()} == before
