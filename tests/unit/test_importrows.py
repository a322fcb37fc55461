"""What the columns and cells of a file mean."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import openapi
from services.csvfiles import read_csv
from services.importformats import ALIASES, FIELDS, FORMATS, IGNORE, Headers, normal
from services.importrows import (
    LENGTHS,
    MAX_PIN_COUNT,
    MAX_QUANTITY,
    MAX_TAG,
    MAX_TAGS,
    Table,
    join_tags,
    split_tags,
    understand,
)
from services.kernel.errors import ImportUnreadable

ORDERS = Path(__file__).parents[1] / "data" / "orders"
SCHEMAS = openapi.load(testing=True)["components"]["schemas"]


def table(data: str | bytes, mapping: dict[str, str] | None = None) -> Table:
    headers = Headers(mapping)
    encoded = data.encode() if isinstance(data, str) else data
    return understand(read_csv(encoded, headers.count_known), headers)


def order(name: str, mapping: dict[str, str] | None = None) -> Table:
    return table((ORDERS / name).read_bytes(), mapping)


def problems(read: Table) -> list[tuple[int, str | None, str]]:
    return [(draft.number, told.column, told.code) for draft in read.drafts for told in draft.problems]


def test_the_order_of_mouser_is_read() -> None:
    read = order("mouser_order.csv")
    assert (read.format.name, read.file.encoding, read.file.delimiter) == ("mouser", "utf-8", "comma")
    first, *_, last, total = read.drafts
    assert first.number == 6
    assert first.values == {
        "manufacturer_code": "ATTINY3216-SNR",
        "description": "8-bit Microcontrollers - MCU 20MHz, 32KB, SOIC20, Ind 105C, Green, T&R",
        "seller_link": "https://www.mouser.com/c/?q=579-ATTINY3216-SNR",
        "tags": [],
    }
    assert (first.seller_name, first.seller_website) == ("Mouser", "https://www.mouser.com")
    assert [draft.quantity for draft in read.drafts] == [1, 1, 10, 2, 1000, 0]
    assert last.values["manufacturer_code"] == "22-28-8093"
    assert total.skipped == "No part, such as the line with the total"
    assert problems(read) == []


def test_the_cart_of_mouser_is_read() -> None:
    read = order("mouser_cart.csv")
    assert (read.format.name, read.file.encoding, read.file.delimiter) == ("mouser", "windows-1252", "semicolon")
    assert [draft.values["manufacturer"] for draft in read.drafts] == [
        "Torex Semiconductor",
        "Vishay / Dale",
        "Murata Electronics",
    ]
    assert read.drafts[2].values["description"] == "Multilayer Ceramic Capacitors MLCC 10 µF 10V X5R 0603"
    assert [draft.quantity for draft in read.drafts] == [4, 100, 50]
    assert problems(read) == []


def test_the_order_of_digikey_is_read() -> None:
    read = order("digikey_order.csv")
    assert (read.format.name, read.file.encoding) == ("digikey", "utf-8")
    assert [draft.quantity for draft in read.drafts] == [500, 250, 100, 0]
    assert read.drafts[1].values == {
        "manufacturer_code": "10132797-013100LF",
        "description": 'HEIGHT PLUG CONNECTOR, 0.5"',
        "seller_link": "https://www.digikey.com/en/products/result?keywords=609-10132797-013100LFCT-ND",
        "tags": [],
    }
    assert [bool(draft.skipped) for draft in read.drafts] == [False, False, False, True]
    assert problems(read) == []


def test_digikey_once_called_its_own_number_part_number() -> None:
    read = order("digikey_cart_2019.csv")
    assert read.format.name == "digikey"
    assert [draft.values["manufacturer_code"] for draft in read.drafts] == ["LM358P", "PJ-102A"]
    assert read.drafts[0].values["seller_link"].endswith("keywords=296-1395-5-ND")
    assert [draft.quantity for draft in read.drafts] == [10, 5]


def test_the_export_of_lcsc_is_read() -> None:
    read = order("lcsc_export.csv")
    assert read.format.name == "lcsc"
    assert [draft.values.get("package") for draft in read.drafts] == [
        "SMD,D6.3xL7.7mm",
        None,
        "QFN-24_4x4x05P",
        "SOIC-8_3.9x4.9x1.27P",
    ]
    # Where LCSC has no description, it writes a dash; the code says what the part is.
    assert read.drafts[1].values["description"] == "SWPA6045S101MT"
    assert read.drafts[3].values["seller_link"] == "https://www.lcsc.com/search?q=C5149"
    assert [draft.quantity for draft in read.drafts] == [50, 50, 10, 25]
    assert problems(read) == []


def test_the_unicode_text_of_a_spreadsheet_is_read_and_formulas_are_text() -> None:
    read = order("unicode_text.txt")
    assert (read.format.name, read.file.encoding, read.file.delimiter) == ("generic", "utf-16", "tab")
    relay, shunt = read.drafts
    assert relay.values["tags"] == ["relay", "12V"]
    assert (relay.type_name, relay.quantity, relay.seller_name) == ("Relay", 25, None)
    assert shunt.values["manufacturer_code"] == '=HYPERLINK("http://example.com")'
    assert shunt.values["manufacturer"] == "Ωmega"


def test_a_mapping_says_what_foreign_headers_mean() -> None:
    mapping = {"Bezeichnung": "description", "Hersteller-Nr.": "manufacturer_code", "Menge": "quantity"}
    read = order("own_list.csv", {**mapping, "Gehäuse": "package"})
    assert read.columns == {"description": 0, "manufacturer_code": 1, "quantity": 3, "package": 4}
    relay, resistor = read.drafts
    assert relay.values["description"] == "Relais 12 V für Leiterplatte"
    assert resistor.values == {"description": "Widerstand 10 kOhm\r\n1 %", "package": "0603", "tags": []}
    assert resistor.quantity == 1000


def test_a_mapping_goes_before_what_a_header_looks_like() -> None:
    read = table("Name,Description,Part Number\na,b,c\n", {"Name": "description", "Description": IGNORE})
    assert read.columns == {"description": 0, "manufacturer_code": 2}


@pytest.mark.parametrize(
    ("mapping", "reason"),
    [
        ({"Nmae": "description"}, "no column named Nmae"),
        ({"Name": "description", "Part Number": "description"}, "Two columns are mapped to description"),
    ],
)
def test_a_mapping_that_does_not_fit_is_refused(mapping: dict[str, str], reason: str) -> None:
    with pytest.raises(ImportUnreadable, match=reason) as refused:
        table("Name,Part Number\na,b\n", mapping)
    assert refused.value.pointer == "/mapping"


def test_a_file_that_does_not_say_what_the_parts_are_is_refused() -> None:
    with pytest.raises(ImportUnreadable, match="No column of the file is known"):
        table("a,b\n1,2\n")


def test_the_best_of_several_headers_decides() -> None:
    assert table("Part Number,MPN,Name,Description\n1,2,3,4\n").columns == {"manufacturer_code": 1, "description": 3}


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("description", "x" * 2001, "max_length"),
        ("manufacturer", "a\x07b", "pattern"),
        ("manufacturer", "x" * 256, "max_length"),
        ("pin_pitch", "x" * 51, "max_length"),
        ("key", "abcd", "pattern"),
        ("quantity", "many", "type"),
        ("quantity", "-1", "type"),
        ("quantity", "1.5", "type"),
        ("quantity", "1.000", "type"),
        ("quantity", "1000001", "range"),
        ("pin_count", "0", "range"),
        ("pin_count", "10001", "range"),
        ("tags", "x" * 51, "max_length"),
        ("tags", "\x01", "pattern"),
        ("tags", ";".join(map(str, range(51))), "max_items"),
    ],
)
def test_a_cell_that_the_inventory_cannot_hold_is_an_error(column: str, cell: str, code: str) -> None:
    header = ["manufacturer_code", column]
    assert problems(table(f'{",".join(header)}\nLM358,"{cell}"\n')) == [(2, column, code)]


@pytest.mark.parametrize(
    ("cell", "quantity"), [("0", 0), ("", 0), ("007", 7), ("1,000", 1000), ("1 000 000", 1_000_000), ("12.00", 12)]
)
def test_quantities_may_be_grouped(cell: str, quantity: int) -> None:
    (draft,) = table(f'mpn,qty\nLM358,"{cell}"\n').drafts
    assert (draft.quantity, draft.problems) == (quantity, [])


def test_rows_may_be_shorter_than_the_header_but_not_longer() -> None:
    read = table("mpn,description\nLM358\nLM317,regulator,extra\nNE555,timer,,\n")
    assert problems(read) == [(3, None, "too_many_cells")]


def test_a_row_without_a_name_is_an_error() -> None:
    assert problems(table("mpn,manufacturer,description\n,TI,\n")) == [(2, "description", "required")]


def test_a_header_in_the_middle_is_skipped() -> None:
    read = table("mpn,qty\nLM358,1\nmpn,qty\nNE555,2\n")
    assert [draft.skipped for draft in read.drafts] == [None, "The header again", None]


TAGS = st.lists(
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=8).map(str.strip).filter(bool),
    unique=True,
)


@given(tags=TAGS)
def test_tags_come_back_from_their_cell(tags: list[str]) -> None:
    assert split_tags(join_tags(tags)) == tags


@given(cell=st.text(max_size=20))
def test_any_cell_has_some_tags(cell: str) -> None:
    tags = split_tags(cell)
    assert all(tag and tag == tag.strip() for tag in tags)


def test_the_limits_are_those_of_the_document() -> None:
    members: dict[str, Any] = SCHEMAS["PartCreate"]["properties"]
    texts = {name: length for name, length in LENGTHS.items() if name in members}
    assert texts == {name: members[name]["maxLength"] for name in texts}
    assert LENGTHS["type"] == SCHEMAS["TypeCreate"]["properties"]["name"]["maxLength"]
    seller = SCHEMAS["SellerCreate"]["properties"]
    assert (LENGTHS["seller"], LENGTHS["seller_website"]) == (
        seller["name"]["maxLength"],
        seller["website"]["maxLength"],
    )
    assert members["pin_count"]["maximum"] == MAX_PIN_COUNT
    assert (members["tags"]["maxItems"], members["tags"]["items"]["maxLength"]) == (MAX_TAGS, MAX_TAG)
    assert SCHEMAS["StockChange"]["properties"]["qty"]["maximum"] == MAX_QUANTITY


def test_the_document_lists_every_field_and_format() -> None:
    assert SCHEMAS["ImportField"]["enum"] == [IGNORE, *FIELDS]
    assert SCHEMAS["ImportFormat"]["enum"] == [*FORMATS]


def test_every_field_is_known_by_its_own_name() -> None:
    assert [name for name in FIELDS if normal(name) not in ALIASES[name]] == []
