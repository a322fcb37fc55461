"""For each operation one request that would succeed in a small workshop, so that each can be made to fail in turn."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

import openapi
from clients import Api
from factories import make_box, make_part, make_scattered_parts, make_seller, make_type
from support.tasks import finished

DOCUMENT = openapi.load(testing=True)
NOWHERE = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff"

BODIES: Mapping[str, Any] = {
    "create_type": {"name": "Wanted"},
    "update_type": {"name": "Renamed"},
    "create_seller": {"name": "Wanted", "website": "https://example.com"},
    "update_seller": {"name": "Renamed"},
    "create_part": {"description": "Wanted"},
    "update_part": {"description": "Renamed"},
    "create_box": {"capacity": 2, "description": "Wanted"},
    "update_box": {"capacity": 6, "description": "Larger"},
    "add_stock": {"box_no": 1, "loc_no": 1, "qty": 1},
    "remove_stock": {"box_no": 1, "loc_no": 1, "qty": 1},
    "move_stock": {"from_box_no": 1, "from_loc_no": 1, "to_box_no": 1, "to_loc_no": 2, "qty": 1},
    "plan_reorganization": {"max_moves": 5},
    "put_sandbox": {"seed": False},
    "set_clock": {"release": True},
    "set_ids": {"seed": None},
    "set_faults": {"rules": []},
    "start_scripted_task": {"steps": []},
    "send_task_event": {"event": "progress_update", "message": "Nearly there", "value": 0.9},
    "announce_version": {"version": "2.5.0"},
}
PARAMETERS: Mapping[str, Mapping[str, str]] = {
    # Otherwise it would wipe out what the whole run has reached.
    "clear_coverage": {"scope": "sandbox"},
    "get_idle": {"timeout_ms": "0"},
}
FILE = b"Description,Quantity\nWanted,1\n"


@dataclass(frozen=True)
class Workshop:
    """What the requests speak of."""

    type_id: int
    seller_id: int
    part_key: str
    plan_id: str
    task_id: str
    box_no: int = 1
    loc_no: int = 1
    name: str = "kept"
    to_delete: "Workshop | None" = None
    """What nothing depends on."""


@dataclass(frozen=True)
class Wanted:
    """A request for one operation."""

    operation_id: str
    method: str
    path: str
    params: Mapping[str, Any]
    spec: Mapping[str, Any] = field(repr=False)

    @property
    def takes_json(self) -> bool:
        return self.operation_id in BODIES

    @property
    def takes_a_body(self) -> bool:
        return "requestBody" in self.spec

    @property
    def is_stream(self) -> bool:
        return self.operation_id.startswith("stream_")

    def send(self, api: Api) -> httpx.Response:
        """Ask, and read the answer up to its end; a stream that begins is hung up on."""
        options: dict[str, Any] = {"params": self.params}
        if self.takes_json:
            options["json"] = BODIES[self.operation_id]
        elif self.takes_a_body:
            options["files"] = {"file": ("parts.csv", FILE)}
        with api.http.stream(self.method, self.path, **options) as response:
            if response.headers.get("Content-Type", "").startswith("text/event-stream"):
                return response
            response.read()
            return response

    def send_content(self, api: Api, content: bytes, content_type: str | None) -> httpx.Response:
        headers = {} if content_type is None else {"Content-Type": content_type}
        return api.send(self.method, self.path, content=content, headers=headers)


def workshop(api: Api, sandbox: str = "kept") -> Workshop:
    """Set up what ``wanted`` asks for: in the database of the client, and a sandbox beside it."""
    type_id, keys = make_scattered_parts(api)
    seller_id = make_seller(api)["id"]
    plan = finished(api, api.post("/inventory/reorganization-plans", {"max_moves": 5}))
    assert plan["result"]["moves"]
    task = api.post("/testing/tasks", {"wait_for_event": True}).json()
    assert api.post("/testing/snapshots/kept").status_code in {200, 201}
    assert api.put(f"/testing/sandboxes/{sandbox}").status_code in {200, 201}
    spare_type, spare_seller, spare_box = make_type(api)["id"], make_seller(api)["id"], make_box(api)["box_no"]
    spare = Workshop(spare_type, spare_seller, make_part(api)["key"], plan["id"], plan["id"], spare_box)
    return Workshop(type_id, seller_id, keys[0], plan["id"], task["id"], to_delete=spare)


NO_WORKSHOP = Workshop(1, 1, "ABCD", NOWHERE, NOWHERE)
"""For requests that are refused before anybody looks for what they speak of."""


def wanted(shop: Workshop = NO_WORKSHOP) -> Iterator[Wanted]:
    """A request for each operation of the document, test mode included."""
    for path, item in DOCUMENT["paths"].items():
        for method in sorted(openapi.METHODS & item.keys()):
            spec = item[method]
            parameters = map(_followed, [*item.get("parameters", []), *spec.get("parameters", [])])
            needed = {one["name"]: one["example"] for one in parameters if one["in"] == "query" and "required" in one}
            params = {**needed, **PARAMETERS.get(spec["operationId"], {})}
            about = (shop.to_delete if method == "delete" else None) or shop
            yield Wanted(spec["operationId"], method.upper(), path.format(**vars(about)), params, spec)


def _followed(node: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        _, section, name = node["$ref"].rsplit("/", 2)
        node = DOCUMENT["components"][section][name]
    return node


def wanted_with(code: str, shop: Workshop = NO_WORKSHOP) -> list[tuple[Wanted, int]]:
    """The requests whose operations declare the code, with the status that goes with it; deletions come last."""
    return [
        (request, int(status))
        for request in sorted(wanted(shop), key=lambda request: request.method == "DELETE")
        for status, response in request.spec["responses"].items()
        if code in _followed(response).get("x-codes", ())
    ]
