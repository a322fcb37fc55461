"""Importing parts from CSV."""

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from clients import Api, problem
from factories import make_box, make_part, make_seller, make_type, stock
from support.tasks import finished, result

ORDERS = Path(__file__).parents[1] / "data" / "orders"


def send(api: Api, content: str | bytes, **fields: Any) -> httpx.Response:
    data = {name: value if isinstance(value, str) else json.dumps(value) for name, value in fields.items()}
    return api.send("POST", "/imports", files={"file": ("parts.csv", content)}, data=data)


def preview(api: Api, content: str | bytes, **fields: Any) -> dict[str, Any]:
    answer = send(api, content, dry_run=True, **fields)
    assert answer.status_code == 200, answer.text
    shown: dict[str, Any] = answer.json()
    return shown


def imported(api: Api, content: str | bytes, **fields: Any) -> dict[str, Any]:
    return result(api, send(api, content, **fields))


def parts(api: Api) -> list[dict[str, Any]]:
    listed: list[dict[str, Any]] = api.get("/parts/with-locations", params={"sort": "key", "limit": 500}).json()
    return sorted(listed, key=lambda part: (part["manufacturer_code"] or "", part["description"]))


def verdicts(shown: dict[str, Any]) -> list[tuple[int, str]]:
    return [(row["row"], row["verdict"]) for row in shown["rows"]]


def told(shown: dict[str, Any]) -> list[tuple[int, str | None, str]]:
    """The messages of the rows that have errors."""
    wrong = [row for row in shown["rows"] if row["verdict"] == "error"]
    return [(row["row"], message["column"], message["code"]) for row in wrong for message in row["messages"]]


def test_a_preview_tells_what_would_become_of_each_row_and_writes_nothing(api: Api) -> None:
    box = make_box(api, capacity=2)["box_no"]
    known = make_part(api, manufacturer_code="lm60430drpkr", manufacturer="TI")
    shown = preview(api, (ORDERS / "digikey_order.csv").read_bytes(), box_no=box)
    assert (shown["format"], shown["encoding"], shown["delimiter"]) == ("digikey", "utf-8", "comma")
    assert {column["column"]: column["field"] for column in shown["columns"] if column["field"]} == {
        "DigiKey Part #": "seller_part_number",
        "Manufacturer Part Number": "manufacturer_code",
        "Description": "description",
        "Quantity": "quantity",
    }
    assert verdicts(shown) == [(2, "existing"), (3, "create"), (4, "error"), (5, "skip")]
    assert [row["part_key"] for row in shown["rows"]] == [known["key"], None, None, None]
    assert [row["location"] for row in shown["rows"]] == [f"{box}-1", f"{box}-2", None, None]
    assert told(shown) == [(4, "Quantity", "no_free_location")]
    assert shown["counts"] == {"create": 1, "existing": 1, "skip": 1, "error": 1, "pieces": 750}
    assert shown["new_sellers"] == ["DigiKey"]
    assert shown["rows_left_out"] == 0
    assert (len(parts(api)), api.get("/sellers").json()) == (1, [])


@pytest.mark.parametrize(
    ("name", "count", "seller", "website"),
    [
        ("mouser_order.csv", 5, "Mouser", "https://www.mouser.com"),
        ("mouser_cart.csv", 3, "Mouser", "https://www.mouser.com"),
        ("digikey_order.csv", 3, "DigiKey", "https://www.digikey.com"),
        ("digikey_cart_2019.csv", 2, "DigiKey", "https://www.digikey.com"),
        ("lcsc_export.csv", 4, "LCSC", "https://www.lcsc.com"),
    ],
)
def test_order_files_become_parts_in_a_box(api: Api, name: str, count: int, seller: str, website: str) -> None:
    box = make_box(api, capacity=10)["box_no"]
    done = imported(api, (ORDERS / name).read_bytes(), box_no=box)
    made = parts(api)
    assert done["counts"]["create"] == len(made) == count
    assert done["counts"]["pieces"] == sum(part["total_quantity"] for part in made) > 0
    assert {(part["seller"]["name"], part["seller"]["website"]) for part in made} == {(seller, website)}
    assert sorted(place["loc_no"] for part in made for place in part["locations"]) == [*range(1, count + 1)]
    history = api.get(f"/parts/{made[0]['key']}/history").json()
    assert [entry["delta_qty"] for entry in history] == [made[0]["total_quantity"]]
    assert (
        api.get("/parts", params={"q": f"{seller} {made[0]['manufacturer_code']}"}).json()[0]["key"] == made[0]["key"]
    )


def test_importing_a_file_again_makes_nothing_twice(api: Api) -> None:
    content = (ORDERS / "lcsc_export.csv").read_bytes()
    imported(api, content)
    before = parts(api)
    again = imported(api, content)
    assert again["counts"] == {"create": 0, "existing": 4, "skip": 0, "error": 0, "pieces": 0}
    assert again["new_sellers"] == []
    assert parts(api) == before


def test_more_of_a_known_part_goes_where_the_part_lies(api: Api) -> None:
    old, new = make_box(api)["box_no"], make_box(api)["box_no"]
    key = make_part(api, manufacturer_code="LM358P")["key"]
    stock(api, key, old, 3, 5)
    imported(api, "mpn,qty\nLM358P,10\nNE555,4\nlm358p,1\n", box_no=new)
    known, fresh = parts(api)
    assert known["locations"] == [{"box_no": old, "loc_no": 3, "qty": 16}]
    assert fresh["locations"] == [{"box_no": new, "loc_no": 1, "qty": 4}]
    history = api.get(f"/parts/{key}/history").json()
    assert [(entry["delta_qty"], entry["location_reference"]) for entry in history] == [
        (1, f"{old}-3"),
        (10, f"{old}-3"),
        (5, f"{old}-3"),
    ]


def test_a_seller_and_a_type_are_found_by_their_names_or_made(api: Api) -> None:
    shop, relay = make_seller(api, "mouser electronics"), make_type(api, "RELAY")
    done = imported(api, "Mouser #,Mfr. #,Category\nA-1,X1,Relay\nA-2,X2,Varistor\nA-3,X3,varistor\n")
    assert (done["new_sellers"], done["new_types"]) == ([], ["Varistor"])
    first, second, third = parts(api)
    assert {part["seller_id"] for part in (first, second, third)} == {shop["id"]}
    assert first["type_id"] == relay["id"]
    assert second["type"]["name"] == third["type"]["name"] == "Varistor"


def test_a_new_seller_needs_a_website(api: Api) -> None:
    content = (
        "mpn,seller,seller_website,seller_link\n"
        "X1,Reichelt,,\nX2,TME,https://www.tme.eu,\nX3,Farnell,,https://uk.farnell.com/x3?a=1\nX4,tme,,\n"
    )
    shown = preview(api, content)
    assert told(shown) == [(2, "seller", "seller_unknown")]
    assert shown["new_sellers"] == ["TME", "Farnell"]
    imported(api, content.replace("X1,Reichelt,,\n", ""))
    assert {seller["name"]: seller["website"] for seller in api.get("/sellers").json()} == {
        "TME": "https://www.tme.eu",
        "Farnell": "https://uk.farnell.com",
    }


def test_the_manufacturer_tells_parts_of_one_code_apart(api: Api) -> None:
    ti = make_part(api, manufacturer_code="LM358", manufacturer="TI")
    make_part(api, manufacturer_code="LM358", manufacturer="onsemi")
    nobody = make_part(api, manufacturer_code="NE555")
    shown = preview(api, "mpn,manufacturer\nlm358,ti\nLM358,ST\nLM358,\nNE555,TI\n")
    assert [(row["verdict"], row["part_key"]) for row in shown["rows"]] == [
        ("existing", ti["key"]),
        ("create", None),
        ("error", None),
        ("existing", nobody["key"]),
    ]
    assert told(shown) == [(4, "mpn", "ambiguous")]


def test_without_a_code_the_description_tells_parts_apart(api: Api) -> None:
    known = make_part(api, description="Red LED, 5 mm")
    make_part(api, description="Green LED", manufacturer_code="L-53GD")
    shown = preview(api, "description\nBlue LED\nRED LED, 5 mm\nGreen LED\n", delimiter="semicolon")
    assert [(row["verdict"], row["part_key"]) for row in shown["rows"]] == [
        ("create", None),
        ("existing", known["key"]),
        ("create", None),
    ]


def test_a_key_of_the_file_is_kept_unless_it_belongs_to_another_part(api: Api) -> None:
    taken = make_part(api, description="Fuse")["key"]
    content = f"key,description\n{taken},Relay\nQQQQ,Lamp\nQQQQ,Lamp\nZZZZ,fuse\n"
    shown = preview(api, content)
    assert told(shown) == [(2, "key", "key_taken"), (4, "key", "repeated")]
    assert [row["part_key"] for row in shown["rows"][3:]] == [taken]
    imported(api, "key,description\nQQQQ,Lamp\nWWWW,Lamp\n")
    assert sorted(part["key"] for part in parts(api)) == sorted([taken, "QQQQ", "WWWW"])


def test_one_wrong_row_keeps_every_row_out(api: Api) -> None:
    box = make_box(api)["box_no"]
    content = "mpn,qty,seller,seller_website\nX1,1,New,https://new.example\n,2,,\nX3,lots,,\n"
    task = finished(api, send(api, content, box_no=box))
    assert task["status"] == "failed"
    assert (task["problem"]["code"], task["problem"]["status"]) == ("IMPORT_INVALID", 422)
    assert task["problem"]["detail"] == "Nothing was imported because 2 rows have errors"
    assert [(error["row"], error.get("column"), error["code"]) for error in task["problem"]["errors"]] == [
        (3, None, "required"),
        (4, "qty", "type"),
    ]
    assert (parts(api), api.get("/sellers").json()) == ([], [])


def test_a_mapping_is_used_and_columns_may_be_ignored(api: Api) -> None:
    mapping = {"Bezeichnung": "description", "Hersteller-Nr.": "manufacturer_code", "Hersteller": "ignore"}
    shown = preview(api, (ORDERS / "own_list.csv").read_bytes(), mapping=mapping)
    assert [column["field"] for column in shown["columns"]] == ["description", "manufacturer_code", None, None, None]
    assert shown["rows"][0]["description"] == "Relais 12 V für Leiterplatte"


def test_a_preview_stays_small_but_shows_errors_from_further_down(api: Api) -> None:
    rows = "".join(f"X{number},{'1' if number % 5 else 'some'}\n" for number in range(1, 2001))
    shown = preview(api, f"mpn,qty\n{rows}")
    assert shown["counts"] == {"create": 1600, "existing": 0, "skip": 0, "error": 400, "pieces": 0}
    assert [row["row"] for row in shown["rows"][:200]] == [*range(2, 202)]
    assert {row["verdict"] for row in shown["rows"][200:]} == {"error"}
    assert (len(shown["rows"]), shown["rows_left_out"]) == (400, 1600)


def test_formulas_are_text(api: Api) -> None:
    imported(api, (ORDERS / "unicode_text.txt").read_bytes())
    assert [part["manufacturer_code"] for part in parts(api)] == ['=HYPERLINK("http://example.com")', "G5Q-1A4 DC12"]


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_is_no_table_is_refused_at_once(api: Api, dry_run: bool) -> None:
    refused = problem(send(api, b"PK\x03\x04...", dry_run=dry_run), 422, "IMPORT_UNREADABLE")
    assert refused["errors"][0]["pointer"] == "/file"


@pytest.mark.parametrize("dry_run", [True, False])
def test_a_box_that_does_not_exist_is_refused_at_once(api: Api, dry_run: bool) -> None:
    problem(send(api, "mpn\nX1\n", dry_run=dry_run, box_no=99), 404, "BOX_NOT_FOUND")


@pytest.mark.parametrize(
    ("fields", "pointer", "code"),
    [
        ({"dry_run": "yes"}, "/dry_run", "type"),
        ({"box_no": "seven"}, "/box_no", "type"),
        ({"box_no": 0}, "/box_no", "minimum"),
        ({"encoding": "ebcdic"}, "/encoding", "enum"),
        ({"delimiter": ","}, "/delimiter", "enum"),
        ({"mapping": "{"}, "/mapping", "type"),
        ({"mapping": ["mpn"]}, "/mapping", "type"),
        ({"mapping": {"mpn": "price"}}, "/mapping/mpn", "enum"),
        ({"colour": "red"}, "/colour", "unexpected"),
    ],
)
def test_a_field_that_breaks_the_document_is_refused(api: Api, fields: dict[str, Any], pointer: str, code: str) -> None:
    refused = problem(send(api, "mpn\nX1\n", **fields), 400, "VALIDATION_FAILED")
    assert [(error["pointer"], error["code"]) for error in refused["errors"]] == [(pointer, code)]


def test_a_mapping_that_does_not_fit_the_file_is_refused(api: Api) -> None:
    refused = problem(send(api, "mpn\nX1\n", mapping={"MPN": "manufacturer_code"}), 422, "IMPORT_UNREADABLE")
    assert refused["detail"] == "The file has no column named MPN"
    assert refused["errors"][0]["pointer"] == "/mapping"


def test_a_form_without_a_file_and_one_with_two_are_refused(api: Api) -> None:
    none = problem(api.send("POST", "/imports", data={"a": "b"}, files={"c": b""}), 400, "VALIDATION_FAILED")
    assert {(error["pointer"], error["code"]) for error in none["errors"]} >= {("/file", "required")}
    two = problem(api.send("POST", "/imports", files=[("file", b"mpn\nX\n")] * 2), 400, "VALIDATION_FAILED")
    assert [(error["pointer"], error["code"]) for error in two["errors"]] == [("/file", "repeated")]


def test_a_body_that_is_no_form_is_refused(api: Api) -> None:
    problem(api.raw("/imports", b"mpn\nX1\n", "text/csv"), 415, "UNSUPPORTED_MEDIA_TYPE")
    problem(api.raw("/imports", b"rubbish", "multipart/form-data"), 400, "VALIDATION_FAILED")
    problem(api.raw("/imports", b"rubbish", "multipart/form-data; boundary=x"), 400, "VALIDATION_FAILED")


def test_a_file_of_more_than_ten_mebibytes_is_refused(api: Api) -> None:
    problem(send(api, b"mpn\n" + b"X1\n" * 3_495_254), 413, "PAYLOAD_TOO_LARGE")


def test_a_file_of_just_under_ten_mebibytes_is_read(api: Api) -> None:
    long = b"mpn,notes\n" + b"X1," + b"n" * 100_000 + b"\n"
    assert preview(api, long + b"X1," + b"\n" * 10_300_000)["counts"]["existing"] == 1


def test_a_part_never_has_more_pieces_than_can_be_counted(api: Api) -> None:
    box = make_box(api)["box_no"]
    rows = "".join("X1,1000000\n" for _ in range(2148))
    shown = preview(api, f"mpn,qty\n{rows}", box_no=box)
    assert shown["counts"]["error"] == 1
    assert told(shown) == [(2149, "qty", "quantity_limit")]
