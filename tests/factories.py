"""Things that tests need to be there, made through the API."""

from itertools import count
from typing import Any

from clients import Api

_serial = count(1)


def make_type(api: Api, name: str | None = None) -> dict[str, Any]:
    return _made(api, "/types", {"name": name or f"Type {next(_serial)}"})


def make_seller(api: Api, name: str | None = None, website: str = "https://example.com") -> dict[str, Any]:
    return _made(api, "/sellers", {"name": name or f"Seller {next(_serial)}", "website": website})


def make_part(api: Api, **fields: Any) -> dict[str, Any]:
    return _made(api, "/parts", {"description": f"Part {next(_serial)}", **fields})


def make_box(api: Api, capacity: int = 5, description: str = "Small parts") -> dict[str, Any]:
    return _made(api, "/boxes", {"capacity": capacity, "description": description})


def make_scattered_parts(api: Api) -> tuple[int, list[str]]:
    """A type, and four parts of it in two boxes; the last part lies alone, so that there is something to tidy up."""
    type_id = make_type(api)["id"]
    make_box(api, 4)
    make_box(api, 4)
    keys = [make_part(api, type_id=type_id)["key"] for _ in range(4)]
    stock_scattered(api, keys, 5)
    return type_id, keys


def stock_scattered(api: Api, keys: list[str], qty: int) -> None:
    for number, key in enumerate(keys):
        stock(api, key, 1 + number // 3, 1, qty)


def stock(api: Api, key: str, box_no: int, loc_no: int, qty: int) -> None:
    """Put pieces of a part into a location."""
    answer = api.post(f"/inventory/parts/{key}/stock", {"box_no": box_no, "loc_no": loc_no, "qty": qty})
    assert answer.status_code == 201, answer.text


def _made(api: Api, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = api.post(path, body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
