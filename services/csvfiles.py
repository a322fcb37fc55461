"""CSV as people have it: which encoding and delimiter a file is written in, and its rows (RFC 4180, loosely)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice

from services.kernel.errors import ImportUnreadable

MAX_ROWS = 20_000
"""Rows that a file may have below its header."""

MAX_COLUMNS = 100
MAX_HEADER_LENGTH = 200

ENCODINGS = {
    "utf-8": "utf-8-sig",
    "utf-16": "utf-16",
    "windows-1252": "cp1252",
    "iso-8859-1": "latin-1",
}
"""The encodings that can be asked for, by the names that answers use."""

DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}

FORMULA_STARTS = "=+-@\t\r"
"""What makes a spreadsheet take a cell for a formula."""

_GUARDED = re.compile(f"'*[{re.escape(FORMULA_STARTS)}]")
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n', re.IGNORECASE)
_HEADER_WITHIN = 20
_SAMPLE = 50
_END = "\0end"

_NOT_TEXT = {
    b"PK\x03\x04": "an Excel workbook or another archive",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF document",
}

CountKnown = Callable[[Sequence[str]], int]
"""How many cells of a row are headers that somebody knows."""


@dataclass(frozen=True, slots=True)
class CsvRow:
    """One record, numbered as a spreadsheet numbers it: the first record of the file is 1."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A file taken apart. ``header`` has no white space around its cells; rows without any text are left out."""

    encoding: str
    delimiter: str
    header: list[str]
    rows: list[CsvRow]


def read_csv(
    data: bytes, count_known: CountKnown, *, encoding: str | None = None, delimiter: str | None = None
) -> CsvFile:
    """Take a file apart; ``encoding`` and ``delimiter`` name what would otherwise be detected.

    The header is the record, among the first ones, with the most known cells: shops write notes above it.
    Raises ImportUnreadable when the bytes are no text, a quoted cell does not end, or there is too much of it.
    """
    text, encoding = decoded(data, encoding)
    skipped = 0
    declared = _SEPARATOR_LINE.match(text)
    if declared:
        # Excel writes and reads this line, which is not part of the table.
        text, skipped = text[declared.end() :], 1
        delimiter = delimiter or _name_of(declared.group(1))
    delimiter = delimiter or _detected_delimiter(text, count_known)
    records = list(islice(_records(text, DELIMITERS[delimiter]), MAX_ROWS + _HEADER_WITHIN + 1))
    top = _header_position(records, count_known)
    if top is None:
        raise ImportUnreadable("The file is empty", pointer="/file")
    header = _trimmed_header(records[top])
    rows = [
        CsvRow(number + skipped, cells)
        for number, cells in enumerate(records[top + 1 :], top + 2)
        if any(cell.strip() for cell in cells)
    ]
    if len(rows) > MAX_ROWS:
        raise ImportUnreadable(f"The file has more than {MAX_ROWS} rows; split it", pointer="/file")
    return CsvFile(encoding, delimiter, header, rows)


def decoded(data: bytes, encoding: str | None = None) -> tuple[str, str]:
    """The text of a file and the name of its encoding. Raises ImportUnreadable when it is no text.

    A byte order mark decides; without one, text that is valid UTF-8 is hardly ever anything else. What remains
    is taken for Windows-1252, which has a character for nearly every byte, and else for ISO 8859-1.
    """
    for start, kind in _NOT_TEXT.items():
        if data.startswith(start):
            raise ImportUnreadable(f"The file is {kind}, not CSV; save it as CSV and send that", pointer="/file")
    for name in [encoding] if encoding else _candidates(data):
        try:
            text = data.decode(_codec(name, data))
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise ImportUnreadable("The file is not text: it contains NUL characters", pointer="/file")
        return text, name
    raise ImportUnreadable(f"The file is not encoded as {encoding}", pointer="/file")


def _candidates(data: bytes) -> list[str]:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _utf16_codec(data) != "utf-16":
        return ["utf-16", "utf-8", "windows-1252", "iso-8859-1"]
    return ["utf-8", "windows-1252", "iso-8859-1"]


def _codec(name: str, data: bytes) -> str:
    return _utf16_codec(data) if name == "utf-16" else ENCODINGS[name]


def _utf16_codec(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: in Western text every other byte is mostly zero."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    start = data[:4096]
    zeros = [start[offset::2].count(0) * 4 for offset in (0, 1)]
    if zeros[1] > len(start) and zeros[0] * 8 < zeros[1]:
        return "utf-16-le"
    if zeros[0] > len(start) and zeros[1] * 8 < zeros[0]:
        return "utf-16-be"
    return "utf-16"


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    # Behind a quote that is never closed everything is one cell, the marker at the end included.
    reader = csv.reader(chain(StringIO(text, newline=""), [_END]), delimiter=delimiter)
    try:
        for record in reader:
            if record == [_END]:
                return
            if any(_END in cell for cell in record):
                break
            yield record
    except csv.Error as error:
        raise ImportUnreadable(f"The file is not CSV: {error} near line {reader.line_num}", pointer="/file") from error
    raise ImportUnreadable("The file is not CSV: a quoted cell does not end", pointer="/file")


def _detected_delimiter(text: str, count_known: CountKnown) -> str:
    """The delimiter under which the most headers are known, then the one that makes the most rows equally wide."""
    best, best_score = "comma", (0, 0, 0)
    for name, delimiter in DELIMITERS.items():
        try:
            sample = list(islice(_records(text, delimiter), _SAMPLE))
        except ImportUnreadable:
            continue
        top = _header_position(sample, count_known)
        if top is None:
            continue
        width = len(sample[top])
        equal = sum(len(record) == width for record in sample) if width > 1 else 0
        score = (count_known(sample[top]), equal, width)
        if score > best_score:
            best, best_score = name, score
    return best


def _header_position(records: Sequence[Sequence[str]], count_known: CountKnown) -> int | None:
    best, best_known = None, -1
    for position, record in enumerate(records[:_HEADER_WITHIN]):
        known = count_known(record)
        if known > best_known and any(map(str.isalnum, "".join(record))):
            best, best_known = position, known
    return best


def _trimmed_header(record: Sequence[str]) -> list[str]:
    header = [cell.strip() for cell in record]
    while header and not header[-1]:
        header.pop()
    if len(header) > MAX_COLUMNS:
        raise ImportUnreadable(f"The file has more than {MAX_COLUMNS} columns", pointer="/file")
    if any(len(cell) > MAX_HEADER_LENGTH for cell in header):
        raise ImportUnreadable(f"A column's header is longer than {MAX_HEADER_LENGTH} characters", pointer="/file")
    return header


def _name_of(delimiter: str) -> str | None:
    return next((name for name, character in DELIMITERS.items() if character == delimiter), None)


def guarded(cell: str) -> str:
    """The cell as it is written, so that no spreadsheet takes it for a formula: with an apostrophe before it.

    An apostrophe that stands there already gets a second one, so ``unguarded`` gives back every cell as it was.
    """
    return f"'{cell}" if _GUARDED.match(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the apostrophe that kept it from being a formula."""
    return cell[1:] if cell.startswith("'") and _GUARDED.match(cell) else cell
