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


def stock(api: Api, key: str, box_no: int, loc_no: int, qty: int) -> None:
    """Put pieces of a part into a location."""
    answer = api.post(f"/inventory/parts/{key}/stock", {"box_no": box_no, "loc_no": loc_no, "qty": qty})
    assert answer.status_code == 201, answer.text


def _made(api: Api, path: str, body: dict[str, Any]) -> dict[str, Any]:
    answer = api.post(path, body)
    assert answer.status_code == 201, answer.text
    made: dict[str, Any] = answer.json()
    return made
