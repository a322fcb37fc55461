"""CSV files as people have them: their encodings, delimiters and oddities."""

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.csvfiles import (
    DELIMITERS,
    ENCODINGS,
    MAX_COLUMNS,
    MAX_ROWS,
    CsvFile,
    CsvRow,
    guarded,
    read_csv,
    unguarded,
)
from services.kernel.errors import ImportUnreadable


def count_known(cells: Sequence[str]) -> int:
    return sum(cell.strip().lower() in {"name", "größe", "qty"} for cell in cells)


def read(data: bytes, **options: str) -> CsvFile:
    return read_csv(data, count_known, **options)


TEXT = "Name;Größe;Qty\nPotentiometer 10 kOhm, lin;±20 %;5\n"
ROWS = [CsvRow(2, ["Potentiometer 10 kOhm, lin", "±20 %", "5"])]


@pytest.mark.parametrize(
    ("codec", "detected"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
def test_the_encoding_is_detected(codec: str, detected: str) -> None:
    file = read(TEXT.encode(codec))
    assert file == CsvFile(detected, "semicolon", ["Name", "Größe", "Qty"], ROWS)


def test_bytes_that_windows_1252_does_not_have_are_iso_8859_1() -> None:
    file = read(b"Name,Qty\n\x81\xb5,1\n")
    assert (file.encoding, file.rows) == ("iso-8859-1", [CsvRow(2, ["\x81µ", "1"])])


def test_an_encoding_that_is_given_is_used() -> None:
    assert read("Name,Qty\nµ,1\n".encode(), encoding="windows-1252").rows == [CsvRow(2, ["Âµ", "1"])]


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ImportUnreadable, match="not encoded as utf-8"):
        read("Name,Qty\nµ,1\n".encode("cp1252"), encoding="utf-8")


@pytest.mark.parametrize("name", DELIMITERS)
def test_the_delimiter_is_detected(name: str) -> None:
    delimiter = DELIMITERS[name]
    text = f"Name{delimiter}Qty\nRed, or green; or | blue{delimiter}1\n".replace(
        f"Red, or green; or | blue{delimiter}", f'"Red, or green; or | blue"{delimiter}'
    )
    file = read(text.encode())
    assert (file.delimiter, file.rows) == (name, [CsvRow(2, ["Red, or green; or | blue", "1"])])


def test_a_delimiter_that_is_given_is_used() -> None:
    assert read(b"Name,Qty\na;b,1\n", delimiter="semicolon").header == ["Name,Qty"]


def test_the_line_that_excel_writes_names_the_delimiter() -> None:
    file = read(b"sep=|\r\nName|Qty\r\na,b|1\r\n")
    assert (file.delimiter, file.header, file.rows) == ("pipe", ["Name", "Qty"], [CsvRow(3, ["a,b", "1"])])


def test_notes_above_the_header_are_passed_over_and_blank_rows_are_left_out() -> None:
    file = read(b"Order,123\n\nName,Qty,,\na,1\n,,\n\nb,2\n")
    assert (file.header, file.rows) == (["Name", "Qty"], [CsvRow(4, ["a", "1"]), CsvRow(7, ["b", "2"])])


def test_quoted_cells_may_have_delimiters_quotes_and_line_breaks() -> None:
    file = read(b'Name,Qty\r\n"a ""b"",\r\nc",1\r\n')
    assert file.rows == [CsvRow(2, ['a "b",\r\nc', "1"])]


def test_a_quote_inside_a_cell_is_a_quote() -> None:
    assert read(b'Name,Qty\n3.5" display,1\n').rows == [CsvRow(2, ['3.5" display', "1"])]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_line_end_is_understood_and_a_form_feed_is_none(line_end: str) -> None:
    file = read(f"Name,Qty{line_end}a\fb\u2028c,1".encode())
    assert file.rows == [CsvRow(2, ["a\fb\u2028c", "1"])]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\n\n , \n", "empty"),
        (b"PK\x03\x04rest of a workbook", "Excel workbook"),
        (b"\xd0\xcf\x11\xe0rest of a workbook", "old Excel workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"Name,Qty\na\0b,1\n", "NUL"),
        (b'Name,Qty\n"a,1\nb,2\n', "quoted cell does not end"),
        (b"Name,Qty\n" + b"a" * 200_000 + b",1\n", "field larger than field limit"),
        (b"Name," + b"," * MAX_COLUMNS + b"x\n", "100 columns"),
        (b"Name," + b"q" * 201, "200 characters"),
        (b"Name,Qty\n" + b"a,1\n" * (MAX_ROWS + 1), "20000 rows"),
    ],
    ids=["empty", "blank", "xlsx", "xls", "pdf", "nul", "quote", "long cell", "wide", "long header", "long"],
)
def test_what_is_no_table_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ImportUnreadable, match=reason):
        read(data)


def test_a_file_with_as_many_rows_as_may_be_is_read() -> None:
    assert len(read(b"Name,Qty\n" + b"a,1\n" * MAX_ROWS).rows) == MAX_ROWS


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ImportUnreadable):
        assert read(data).encoding in ENCODINGS


@pytest.mark.parametrize("cell", ["=1+1", "+49 30", "-40 °C", "@home", "\tx", "'=1", "''-"])
def test_cells_that_look_like_formulas_are_written_as_text(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "a=b", "'quoted'", "5'", "'"])
def test_other_cells_are_written_as_they_are(cell: str) -> None:
    assert guarded(cell) == cell


@given(cell=st.text(alphabet="'=+-@\ta"))
def test_reading_takes_off_what_writing_put_on(cell: str) -> None:
    assert unguarded(guarded(cell)) == cell
