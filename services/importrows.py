"""What the cells of one row say: the values of a part, and everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from services.csvfiles import CsvFile, CsvRow, unguarded
from services.importformats import Format, Headers, recognised
from services.kernel.errors import ImportUnreadable
from services.models import Part, Seller, Type

MAX_DESCRIPTION = 2000
MAX_PIN_COUNT = 10_000
MAX_QUANTITY = 1_000_000
MAX_TAGS = 50
MAX_TAG = 50

_KEY = re.compile(r"[A-Z]{4}")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BREAKS = re.compile(r"[\t\n\r\x0b\x0c]+")
_WHOLE = re.compile(r"([0-9]{1,10}|[0-9]{1,3}(?:[, \u00a0\u202f][0-9]{3}){1,3})(?:\.0{1,2})?")
_TAG = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^;,"]*))\s*(?:[;,]|$)')
_NOTHING = frozenset({"-", "--", "n/a"})

_TEXTS = (
    "manufacturer_code",
    "manufacturer",
    "product_page",
    "seller_link",
    "package",
    "pin_pitch",
    "voltage_rating",
    "input_voltage",
    "output_voltage",
    "mounting_type",
    "series",
    "dimensions",
)
_COLUMNS = Part.__table__.columns


def _length(column: Any) -> int:
    """The characters that a column of text holds."""
    return int(column.type.length)


LENGTHS: Mapping[str, int] = {
    "description": MAX_DESCRIPTION,
    "type": _length(Type.__table__.columns["name"]),
    "seller": _length(Seller.__table__.columns["name"]),
    "seller_website": _length(Seller.__table__.columns["website"]),
    "seller_part_number": 255,
    **{name: _length(_COLUMNS[name]) for name in _TEXTS},
}
"""The characters that each text may have."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say about a row; ``column`` is the header of the cell, None for the row as a whole."""

    column: str | None
    code: str
    message: str


@dataclass(slots=True)
class Draft:
    """A row as understood. ``values`` are those of the part, without its type and its seller."""

    number: int
    values: dict[str, Any] = field(default_factory=dict)
    key: str | None = None
    type_name: str | None = None
    seller_name: str | None = None
    seller_website: str | None = None
    quantity: int = 0
    skipped: str | None = None
    problems: list[Message] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Table:
    """A file as understood: its kind, the field of each column, and a draft for each row."""

    file: CsvFile
    format: Format
    columns: dict[str, int]
    drafts: list[Draft]


def understand(file: CsvFile, headers: Headers) -> Table:
    """Read every row. Raises ImportUnreadable when no column says what the parts are."""
    columns = headers.fields(file.header)
    if not {"description", "manufacturer_code"} & columns.keys():
        raise ImportUnreadable(
            "No column of the file is known to hold descriptions or manufacturer codes; name one in the mapping",
            pointer="/mapping",
        )
    kind = recognised(file.header)
    return Table(file, kind, columns, [_Reader(file, kind, columns, row).draft() for row in file.rows])


class _Reader:
    """Reads one row."""

    def __init__(self, file: CsvFile, kind: Format, columns: Mapping[str, int], row: CsvRow) -> None:
        self._file = file
        self._kind = kind
        self._columns = columns
        self._row = row
        self._draft = Draft(row.number)

    def draft(self) -> Draft:
        draft = self._draft
        draft.skipped = self._reason_to_skip()
        if draft.skipped:
            return draft
        if any(cell.strip() for cell in self._row.cells[len(self._file.header) :]):
            self._problem(None, "too_many_cells", "The row has more cells than the header")
        draft.values = {
            name: text for name in _TEXTS if name in self._columns and (text := self._text(name)) is not None
        }
        draft.key = self._key()
        draft.quantity = self._number("quantity", 0, MAX_QUANTITY) or 0
        self._describe()
        self._name_seller()
        draft.type_name = self._text("type")
        pin_count = self._number("pin_count", 1, MAX_PIN_COUNT)
        if pin_count is not None:
            draft.values["pin_count"] = pin_count
        draft.values["tags"] = self._tags()
        return draft

    def _reason_to_skip(self) -> str | None:
        if [cell.strip() for cell in self._row.cells[: len(self._file.header)]] == self._file.header:
            return "The header again"
        if self._kind.is_order and not (self._cell("manufacturer_code") or self._cell("seller_part_number")):
            return "No part, such as the line with the total"
        return None

    def _cell(self, name: str) -> str:
        position = self._columns.get(name)
        if position is None or position >= len(self._row.cells):
            return ""
        cell = unguarded(self._row.cells[position].strip()).strip()
        return "" if self._kind.is_order and cell.lower() in _NOTHING else cell

    def _text(self, name: str) -> str | None:
        """One line of text, None when there is none."""
        return self._checked(name, _BREAKS.sub(" ", self._cell(name)))

    def _checked(self, name: str, text: str) -> str | None:
        if _CONTROL.search(text):
            self._problem(name, "pattern", "The cell contains a control character")
        elif len(text) > LENGTHS[name]:
            self._problem(name, "max_length", f"The text has {len(text)} characters; {LENGTHS[name]} are allowed")
        else:
            return text or None
        return None

    def _describe(self) -> None:
        description = self._checked("description", self._cell("description"))
        description = description or self._draft.values.get("manufacturer_code")
        if description is not None:
            self._draft.values["description"] = description
        elif not self._draft.problems:
            self._problem("description", "required", "The row has neither a description nor a manufacturer code")

    def _name_seller(self) -> None:
        """The seller that the row names, otherwise the shop that the file comes from."""
        draft = self._draft
        draft.seller_name, draft.seller_website = self._text("seller"), self._text("seller_website")
        sold_as = self._text("seller_part_number")
        if draft.seller_name is None and self._kind.is_order:
            draft.seller_name, draft.seller_website = self._kind.seller_names[0], self._kind.website
            if sold_as and "seller_link" not in draft.values:
                draft.values["seller_link"] = self._kind.link(sold_as)

    def _key(self) -> str | None:
        key = self._cell("key")
        if key and not _KEY.fullmatch(key):
            self._problem("key", "pattern", "A part's key is four capital letters")
            return None
        return key or None

    def _number(self, name: str, low: int, high: int) -> int | None:
        text = self._cell(name)
        if not text:
            return None
        match = _WHOLE.fullmatch(text)
        if not match:
            self._problem(name, "type", f"{text[:40]} is not a whole number")
            return None
        number = int(re.sub(r"\D", "", match.group(1)))
        if not low <= number <= high:
            self._problem(name, "range", f"{number} is not from {low} to {high}")
            return None
        return number

    def _tags(self) -> list[str]:
        tags = split_tags(self._text_of_any_length("tags"))
        if len(tags) > MAX_TAGS:
            self._problem("tags", "max_items", f"There are {len(tags)} tags; {MAX_TAGS} are allowed")
        elif any(len(tag) > MAX_TAG for tag in tags):
            self._problem("tags", "max_length", f"A tag has more than {MAX_TAG} characters")
        else:
            return tags
        return []

    def _text_of_any_length(self, name: str) -> str:
        text = _BREAKS.sub(" ", self._cell(name))
        if _CONTROL.search(text):
            self._problem(name, "pattern", "The cell contains a control character")
            return ""
        return text

    def _problem(self, name: str | None, code: str, message: str) -> None:
        position = None if name is None else self._columns.get(name)
        column = None if position is None else self._file.header[position]
        self._draft.problems.append(Message(column, code, message))


def join_tags(tags: Sequence[str]) -> str:
    """Tags in one cell, with semicolons between them; one with a separator or a quote in it is quoted."""
    return "; ".join('"' + tag.replace('"', '""') + '"' if re.search('[;,"]', tag) else tag for tag in tags)


def split_tags(cell: str) -> list[str]:
    """The tags in a cell, separated by semicolons or commas, each once."""
    found: list[str] = []
    position = 0
    while position < len(cell):
        match = _TAG.match(cell, position)
        if match is None:
            # A quote where none belongs: what is left is one tag.
            found.append(cell[position:].strip())
            break
        quoted, plain = match.groups()
        found.append(plain.strip() if quoted is None else quoted.replace('""', '"').strip())
        position = match.end()
    return list(dict.fromkeys(tag for tag in found if tag))
