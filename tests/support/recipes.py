"""How to get the codes that need nothing but requests, in an inventory that is empty but for the set-up types."""

from collections.abc import Callable

import httpx

from clients import Api
from factories import make_box, make_part, make_scattered_parts, make_seller, make_type, stock, stock_scattered
from services.kernel.errors import ErrorCode
from support.tasks import finished

NO_ID = 2_147_483_647
TASK_WORKERS = 2
NO_UUID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"

Recipe = Callable[[Api], httpx.Response]
RECIPES: dict[ErrorCode, Recipe] = {}
IN_TEST_MODE: dict[ErrorCode, Recipe] = {}
"""The same for codes that only a server in test mode can be brought to."""


def recipe(made: Recipe) -> Recipe:
    """Register a function under the code that it is named for."""
    RECIPES[ErrorCode(made.__name__.upper())] = made
    return made


def in_test_mode(made: Recipe) -> Recipe:
    """The same for ``IN_TEST_MODE``."""
    IN_TEST_MODE[ErrorCode(made.__name__.upper())] = made
    return made


@recipe
def validation_failed(api: Api) -> httpx.Response:
    return api.post("/types", {})


@recipe
def malformed_json(api: Api) -> httpx.Response:
    return api.raw("/types", b"{")


@recipe
def route_not_found(api: Api) -> httpx.Response:
    return api.get("/nothing")


@recipe
def method_not_allowed(api: Api) -> httpx.Response:
    return api.delete("/types")


@recipe
def payload_too_large(api: Api) -> httpx.Response:
    return api.raw("/types", b" " * 1_048_577)


@recipe
def unsupported_media_type(api: Api) -> httpx.Response:
    return api.raw("/types", b"{}", "text/plain")


@recipe
def type_not_found(api: Api) -> httpx.Response:
    return api.get(f"/types/{NO_ID}")


@recipe
def seller_not_found(api: Api) -> httpx.Response:
    return api.get(f"/sellers/{NO_ID}")


@recipe
def part_not_found(api: Api) -> httpx.Response:
    return api.get("/parts/ABCD")


@recipe
def box_not_found(api: Api) -> httpx.Response:
    return api.get("/boxes/1")


@recipe
def location_not_found(api: Api) -> httpx.Response:
    return api.get("/locations/1/1")


@recipe
def type_name_taken(api: Api) -> httpx.Response:
    make_type(api, "Gearbox")
    return api.post("/types", {"name": "gearbox"})


@recipe
def type_in_use(api: Api) -> httpx.Response:
    type_id = make_type(api)["id"]
    make_part(api, type_id=type_id)
    return api.delete(f"/types/{type_id}")


@recipe
def seller_name_taken(api: Api) -> httpx.Response:
    make_seller(api, "Mouser")
    return api.post("/sellers", {"name": "mouser", "website": "x"})


@recipe
def seller_in_use(api: Api) -> httpx.Response:
    seller_id = make_seller(api)["id"]
    make_part(api, seller_id=seller_id)
    return api.delete(f"/sellers/{seller_id}")


def stocked(api: Api) -> str:
    """The key of a part of which five pieces lie in the second location of box 1."""
    make_box(api, 2)
    key: str = make_part(api)["key"]
    stock(api, key, 1, 2, 5)
    return key


@recipe
def part_has_stock(api: Api) -> httpx.Response:
    return api.delete(f"/parts/{stocked(api)}")


@recipe
def box_not_empty(api: Api) -> httpx.Response:
    stocked(api)
    return api.delete("/boxes/1")


@recipe
def capacity_in_use(api: Api) -> httpx.Response:
    stocked(api)
    return api.put("/boxes/1", {"capacity": 1, "description": "Smaller"})


@recipe
def insufficient_quantity(api: Api) -> httpx.Response:
    key = stocked(api)
    return api.post(f"/inventory/parts/{key}/remove", {"box_no": 1, "loc_no": 2, "qty": 6})


@recipe
def same_location(api: Api) -> httpx.Response:
    place = {"from_box_no": 1, "from_loc_no": 2, "to_box_no": 1, "to_loc_no": 2}
    return api.post(f"/inventory/parts/{stocked(api)}/move", {**place, "qty": 1})


@recipe
def no_free_location(api: Api) -> httpx.Response:
    type_id = make_type(api)["id"]
    return api.get(f"/inventory/suggestions/{type_id}")


@recipe
def import_unreadable(api: Api) -> httpx.Response:
    return api.send("POST", "/imports", files={"file": ("empty.csv", b"")})


@recipe
def plan_not_found(api: Api) -> httpx.Response:
    return api.post(f"/inventory/reorganization-plans/{NO_UUID}/apply")


@recipe
def plan_outdated(api: Api) -> httpx.Response:
    _, kept = make_scattered_parts(api)
    task = finished(api, api.post("/inventory/reorganization-plans", {"max_moves": 10}))
    assert task["result"]["moves"]
    stock_scattered(api, kept, 1)
    return api.post(f"/inventory/reorganization-plans/{task['id']}/apply")


@recipe
def task_not_found(api: Api) -> httpx.Response:
    return api.get(f"/tasks/{NO_UUID}")


@recipe
def task_finished(api: Api) -> httpx.Response:
    task = finished(api, api.post("/inventory/reorganization-plans", {"max_moves": 1}))
    return api.post(f"/tasks/{task['id']}/cancel")


@in_test_mode
def part_keys_exhausted(api: Api) -> httpx.Response:
    api.put("/testing/ids", {"seed": 1})
    for _ in range(64):
        make_part(api)
    api.put("/testing/ids", {"seed": 1})
    return api.post("/parts", {"description": "One more"})


def waiting(api: Api) -> str:
    """The id of a task that waits for an event which nobody sends."""
    task_id: str = api.post("/testing/tasks", {"wait_for_event": True}).json()["id"]
    return task_id


@in_test_mode
def task_not_finished(api: Api) -> httpx.Response:
    return api.delete(f"/tasks/{waiting(api)}")


@in_test_mode
def plan_not_ready(api: Api) -> httpx.Response:
    for _ in range(TASK_WORKERS):
        waiting(api)
    plan_id = api.post("/inventory/reorganization-plans", {"max_moves": 1}).json()["id"]
    return api.post(f"/inventory/reorganization-plans/{plan_id}/apply")


@in_test_mode
def still_busy(api: Api) -> httpx.Response:
    waiting(api)
    return api.get("/testing/idle", params={"timeout_ms": 0})


@in_test_mode
def sandbox_not_found(api: Api) -> httpx.Response:
    return api.get("/testing/sandboxes/nowhere")


@in_test_mode
def sandbox_permanent(api: Api) -> httpx.Response:
    return api.delete("/testing/sandboxes/default")


@in_test_mode
def snapshot_not_found(api: Api) -> httpx.Response:
    return api.post("/testing/snapshots/nowhere/restore")


@in_test_mode
def snapshot_limit(api: Api) -> httpx.Response:
    for number in range(32):
        assert api.post(f"/testing/snapshots/kept-{number}").status_code == 201
    return api.post("/testing/snapshots/one-more")
