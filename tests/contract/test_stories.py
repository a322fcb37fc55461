"""What schemathesis hardly ever comes to, because several things have to fit together."""

from typing import Any

import pytest

from clients import Api, problem
from factories import make_box, make_part, stock
from support.process import ServerProcess
from support.reach import Reached
from support.tasks import finished
from support.testmode import sandboxed

NOWHERE = {"box_no": 9999, "loc_no": 1}
NO_UUID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"


@pytest.fixture
def story(server: ServerProcess) -> Any:
    with sandboxed(server) as api:
        yield api


def test_pieces_come_go_and_move(story: Api) -> None:
    make_box(story, 2)
    key = make_part(story)["key"]
    path = f"/inventory/parts/{key}"
    stock(story, key, 1, 1, 5)
    move = {"from_box_no": 1, "from_loc_no": 1, "to_box_no": 1, "to_loc_no": 2}
    assert story.post(f"{path}/move", {**move, "qty": 2}).status_code == 204
    assert story.post(f"{path}/remove", {"box_no": 1, "loc_no": 2, "qty": 2}).status_code == 204
    problem(story.post(f"{path}/move", {**move, "qty": 4}), 409, "INSUFFICIENT_QUANTITY")
    problem(story.post(f"{path}/move", {**move, "to_box_no": 9999, "qty": 1}), 404, "LOCATION_NOT_FOUND")
    problem(story.post(f"{path}/stock", {**NOWHERE, "qty": 1}), 404, "LOCATION_NOT_FOUND")
    problem(story.post(f"{path}/remove", {**NOWHERE, "qty": 1}), 404, "LOCATION_NOT_FOUND")


def test_a_task_that_is_not_there_has_no_stream(story: Api) -> None:
    problem(story.get(f"/tasks/{NO_UUID}/stream"), 404, "TASK_NOT_FOUND")


def test_a_task_that_is_cancelled_says_so(story: Api, reached: Reached) -> None:
    started = story.post("/testing/tasks", {"wait_for_event": True})
    assert story.post(f"/tasks/{started.json()['id']}/cancel").status_code == 202
    reached.see_code(finished(story, started)["problem"]["code"])
    assert finished(story, started)["problem"]["code"] == "TASK_CANCELLED"


def test_an_import_with_wrong_rows_says_so(story: Api, reached: Reached) -> None:
    file = ("parts.csv", b"Description,Quantity\nRelay,many\n")
    task = finished(story, story.send("POST", "/imports", files={"file": file}))
    assert task["problem"]["code"] == "IMPORT_INVALID"
    reached.see_code(task["problem"]["code"])


def test_a_plan_is_applied(story: Api) -> None:
    plan = finished(story, story.post("/inventory/reorganization-plans", {"max_moves": 1}))
    assert story.post(f"/inventory/reorganization-plans/{plan['id']}/apply").status_code == 204
