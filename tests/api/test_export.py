"""Exporting parts as CSV, and reading them back."""

import csv
import io
from typing import Any

import flask
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clients import Api, problem
from factories import make_box, make_part, make_seller, make_type, stock
from handlers.runtime.context import EXTENSION, Runtime
from services.exports import HEADER, ROWS_AT_ONCE, exported_parts
from services.importformats import FIELDS
from support.tasks import result

TEXTS = ("manufacturer_code", "manufacturer", "package", "series", "dimensions", "product_page")


def exported(api: Api, **params: Any) -> list[dict[str, str]]:
    answer = api.get("/parts/export.csv", params=params)
    assert answer.status_code == 200, answer.text
    return [*csv.DictReader(io.StringIO(answer.content.decode(), newline=""))]


def facts(part: dict[str, Any]) -> dict[str, Any]:
    """What an export and an import keep: everything but ids, times and stock."""
    kept = {name: value for name, value in part.items() if not name.endswith(("_id", "_at"))}
    kept["type"] = part["type"]["name"] if "type" in part else None
    kept["seller"] = (part["seller"]["name"], part["seller"]["website"]) if "seller" in part else None
    del kept["total_quantity"]
    return kept


def everything(api: Api) -> list[dict[str, Any]]:
    return [facts(part) for part in api.get("/parts", params={"sort": "key", "limit": 500}).json()]


def forget_everything(api: Api) -> None:
    for part in api.get("/parts", params={"limit": 500}).json():
        assert api.delete(f"/parts/{part['key']}").status_code == 204


def test_the_export_is_a_csv_file_with_a_name(api: Api) -> None:
    answer = api.get("/parts/export.csv")
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="parts.csv"'
    assert answer.headers["X-Request-ID"]
    assert answer.content == (",".join(HEADER) + "\r\n").encode()


def test_each_part_is_a_row_in_the_order_in_which_they_were_made(api: Api) -> None:
    kind, shop, box = make_type(api, "Relay"), make_seller(api, "Mouser", "https://www.mouser.com"), make_box(api)
    relay = make_part(
        api,
        description='Power relay,\n12 V "coil"',
        manufacturer_code="G5Q-1A4",
        type_id=kind["id"],
        seller_id=shop["id"],
        tags=["relay", "a;b", 'say "hi"'],
        pin_count=5,
    )
    lamp = make_part(api, description="Lamp")
    stock(api, relay["key"], box["box_no"], 1, 20)
    stock(api, relay["key"], box["box_no"], 2, 5)
    first, second = exported(api)
    assert (first["key"], second["key"]) == (relay["key"], lamp["key"])
    assert first["description"] == 'Power relay,\n12 V "coil"'
    assert (first["type"], first["quantity"], first["pin_count"]) == ("Relay", "25", "5")
    assert first["tags"] == 'relay; "a;b"; "say ""hi"""'
    assert (first["seller"], first["seller_website"]) == ("Mouser", "https://www.mouser.com")
    assert {name: value for name, value in second.items() if value} == {
        "key": lamp["key"],
        "description": "Lamp",
        "quantity": "0",
    }


def test_the_export_may_be_narrowed_down(api: Api) -> None:
    kind = make_type(api)["id"]
    wanted = make_part(api, description="Red lamp", type_id=kind)
    make_part(api, description="Green lamp", type_id=kind)
    make_part(api, description="Red button")
    assert [row["key"] for row in exported(api, q="red", type_id=kind)] == [wanted["key"]]


def test_the_address_of_the_export_is_not_taken_for_a_part(api: Api) -> None:
    problem(api.get("/parts/export.cs"), 400, "VALIDATION_FAILED")
    assert api.send("HEAD", "/parts/export.csv").status_code == 200
    for method in ("PUT", "DELETE", "POST"):
        refused = api.send(method, "/parts/export.csv")
        problem(refused, 405, "METHOD_NOT_ALLOWED")
        assert set(refused.headers["Allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    asked = api.send("OPTIONS", "/parts/export.csv")
    assert (asked.status_code, set(asked.headers["Allow"].split(", "))) == (200, {"GET", "HEAD", "OPTIONS"})


@pytest.mark.parametrize("text", ["=1+1", "+49", "-5 V", "@x", "'=1", "''-", "'quoted'", "\u00a0x", "a  b"])
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(api: Api, text: str) -> None:
    make_part(api, description=text, series=text, tags=[text])
    before = everything(api)
    file = api.get("/parts/export.csv").content
    (row,) = exported(api)
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row.values())
    forget_everything(api)
    result(api, api.send("POST", "/imports", files={"file": file}))
    assert everything(api) == before


LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
PARTS = st.lists(
    st.fixed_dictionaries(
        {"description": LINE.filter(lambda text: any(map(str.isalnum, text)))},
        optional={
            **dict.fromkeys(TEXTS, LINE),
            "pin_count": st.integers(1, 10_000),
            "tags": st.lists(LINE.filter(lambda text: any(map(str.isalnum, text))), max_size=4),
        },
    ),
    min_size=1,
    max_size=5,
)


@given(made=PARTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_an_import_reads_back_what_the_export_wrote(api: Api, made: list[dict[str, Any]]) -> None:
    forget_everything(api)
    for fields in made:
        make_part(api, **fields)
    before = everything(api)
    file = api.get("/parts/export.csv").content
    again = result(api, api.send("POST", "/imports", files={"file": file}))
    assert (again["counts"]["existing"], everything(api)) == (len(made), before)
    forget_everything(api)
    fresh = result(api, api.send("POST", "/imports", files={"file": file}))
    assert (fresh["counts"]["create"], everything(api)) == (len(made), before)
    assert api.get("/parts/export.csv").content == file


def test_every_header_of_the_export_is_a_field_of_the_import() -> None:
    assert set(HEADER) == set(FIELDS) - {"seller_part_number"}


def test_an_export_shows_one_moment_and_holds_nothing_when_it_is_left(app: flask.Flask, api: Api) -> None:
    rows = "".join(f"X{number}\n" for number in range(3 * ROWS_AT_ONCE))
    result(api, api.send("POST", "/imports", files={"file": f"mpn\n{rows}"}))
    runtime: Runtime = app.extensions[EXTENSION]
    pool = runtime.world.store.engine.pool
    chunks = exported_parts(runtime.world)
    seen = [next(chunks), next(chunks)]
    result(api, api.send("POST", "/imports", files={"file": "mpn\nLATE\n"}))
    seen += chunks
    assert len(seen) == 4
    assert b"".join(seen).count(b"\r\n") == 3 * ROWS_AT_ONCE + 1
    left = exported_parts(runtime.world)
    next(left)
    assert pool.checkedout() == 1  # type: ignore[attr-defined]  # Pool leaves it to its kinds.
    left.close()  # type: ignore[attr-defined]  # An iterator here, a generator in fact.
    assert pool.checkedout() == 0  # type: ignore[attr-defined]
