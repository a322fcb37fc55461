"""What would become of each row of a file: a new part, one that is there already, nothing, or an error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar
from urllib.parse import urlsplit

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from services.importrows import Draft, Message, Table
from services.inventory import MAX_QUANTITY
from services.kernel.errors import BoxNotFound
from services.kernel.names import comparison_key, sort_key
from services.models import Box, Location, Part, PartLocation, Seller, Type

CHUNK = 500
"""Values that one query asks for, and rows that one statement writes."""

Item = TypeVar("Item")


class Outcome(StrEnum):
    """What becomes of a row."""

    CREATE = "create"
    EXISTING = "existing"
    SKIP = "skip"
    ERROR = "error"


@dataclass(slots=True, eq=False)
class Known:
    """A part that is there, or that an earlier row (``row``) makes."""

    code: str | None
    maker: str | None
    description: str
    key: str | None = None
    id: int | None = None
    row: int | None = None
    total: int = 0
    place: tuple[int, int] | None = None
    location_id: int | None = None
    added: int = 0

    @classmethod
    def of(cls, code: str | None, maker: str | None, description: str, **more: Any) -> Known:
        return cls(
            comparison_key(code) if code else None,
            comparison_key(maker) if maker else None,
            comparison_key(description),
            **more,
        )

    def may_be(self, other: Known) -> bool:
        """Whether both are called alike, and nothing that both say differs."""
        if self.code or other.code:
            return self.code == other.code and (not self.maker or not other.maker or self.maker == other.maker)
        return self.description == other.description


@dataclass(slots=True)
class Verdict:
    """A row, what becomes of it, and the part that it stands for."""

    draft: Draft
    outcome: Outcome
    part: Known | None = None
    messages: list[Message] = field(default_factory=list)


@dataclass(slots=True)
class Judgement:
    """Every row's verdict, and what has to be made beside the parts. The ids of sellers and types by their keys."""

    verdicts: list[Verdict]
    seller_ids: dict[str, int]
    type_ids: dict[str, int]
    new_sellers: dict[str, tuple[str, str]]
    new_types: dict[str, str]

    def count(self, outcome: Outcome) -> int:
        return sum(verdict.outcome is outcome for verdict in self.verdicts)


class AmbiguousPart(Exception):
    """Several parts have the code that a row names without a manufacturer."""


class _Shelf:
    """The parts that rows may stand for, found by key, by manufacturer code, or by description."""

    def __init__(self) -> None:
        self.by_key: dict[str, Known] = {}
        self._by_code: dict[str, list[Known]] = {}
        self._by_description: dict[str, list[Known]] = {}

    def add(self, part: Known) -> None:
        if part.key is not None:
            self.by_key[part.key] = part
        if part.code:
            self._by_code.setdefault(part.code, []).append(part)
        else:
            self._by_description.setdefault(part.description, []).append(part)

    def find(self, wanted: Known, *, stored_only: bool) -> Known | None:
        """The part that ``wanted`` is. Raises AmbiguousPart.

        With a code, that and the manufacturer decide, and where one of the two has no manufacturer the code alone;
        without a code, the description does among parts that have none either.
        """
        named = self._by_code if wanted.code else self._by_description
        alike = [
            part
            for part in named.get(wanted.code or wanted.description, [])
            if part.may_be(wanted) and not (stored_only and part.row is not None)
        ]
        exact = [part for part in alike if part.maker == wanted.maker]
        if exact or not alike:
            return exact[0] if exact else None
        if len({part.maker for part in alike}) > 1:
            raise AmbiguousPart
        return alike[0]


class Judge:
    """Judges the rows of one file. ``box_no`` is the box that pieces go to; None leaves quantities out."""

    def __init__(self, session: Session, table: Table, box_no: int | None, *, locking: bool) -> None:
        self._session = session
        self._table = table
        self._box_no = box_no
        self._locking = locking
        self._shelf = _Shelf()
        self._keys_in_file: dict[str, int] = {}

    def judge(self) -> Judgement:
        """A verdict for each row. Raises BoxNotFound."""
        drafts = [draft for draft in self._table.drafts if not draft.skipped]
        self._load_parts(drafts)
        judgement = Judgement(
            [],
            self._names(Seller, [*self._table.format.seller_names, *(draft.seller_name or "" for draft in drafts)]),
            self._names(Type, [draft.type_name or "" for draft in drafts]),
            {},
            {},
        )
        for draft in self._table.drafts:
            judgement.verdicts.append(self._verdict(draft, judgement))
        if self._box_no is not None:
            self._place(self._box_no, judgement.verdicts)
        return judgement

    def _load_parts(self, drafts: Sequence[Draft]) -> None:
        codes = {sort_key(draft.values.get("manufacturer_code")) for draft in drafts} - {None}
        unnamed = {
            sort_key(draft.values["description"])
            for draft in drafts
            if "manufacturer_code" not in draft.values and "description" in draft.values
        }
        found: dict[int, Known] = {}
        for chunk in chunks(sorted({draft.key for draft in drafts if draft.key})):
            found.update(self._parts(Part.key.in_(chunk)))
        for chunk in chunks(sorted(code for code in codes if code)):
            found.update(self._parts(Part.manufacturer_code_key.in_(chunk)))
        for chunk in chunks(sorted(text for text in unnamed if text)):
            found.update(self._parts(Part.description_key.in_(chunk) & Part.manufacturer_code.is_(None)))
        for part_id in sorted(found):
            self._shelf.add(found[part_id])

    def _parts(self, chosen: ColumnElement[bool]) -> Iterator[tuple[int, Known]]:
        columns = select(Part.id, Part.key, Part.manufacturer_code, Part.manufacturer, Part.description)
        for row in self._session.execute(columns.where(chosen)):
            yield row.id, Known.of(row.manufacturer_code, row.manufacturer, row.description, key=row.key, id=row.id)

    def _names(self, model: type[Seller] | type[Type], names: Iterable[str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for chunk in chunks(sorted({comparison_key(name) for name in names if name})):
            rows = self._session.execute(select(model.name_key, model.id).where(model.name_key.in_(chunk)))
            found.update((row.name_key, row.id) for row in rows)
        return found

    def _verdict(self, draft: Draft, judgement: Judgement) -> Verdict:
        if draft.skipped:
            return Verdict(draft, Outcome.SKIP, messages=[_message("skipped", draft.skipped)])
        part = self._part(draft)
        if part is not None and part.row == draft.number:
            self._look_up_seller(draft, judgement)
            if draft.type_name and comparison_key(draft.type_name) not in judgement.type_ids:
                judgement.new_types.setdefault(comparison_key(draft.type_name), draft.type_name)
        if draft.problems or part is None:
            return Verdict(draft, Outcome.ERROR, part, draft.problems)
        if part.row == draft.number:
            return Verdict(draft, Outcome.CREATE, part)
        reason = f"Part {part.key} is this part already" if part.row is None else f"The same part as in row {part.row}"
        return Verdict(draft, Outcome.EXISTING, part, [_message("existing", reason)])

    def _part(self, draft: Draft) -> Known | None:
        """The part that the row stands for, a new one included; None when the row does not say."""
        if "description" not in draft.values:
            return None
        values = draft.values
        code, maker = values.get("manufacturer_code"), values.get("manufacturer")
        wanted = Known.of(code, maker, values["description"], key=draft.key, row=draft.number)
        if draft.key is not None and not self._may_have_key(draft, wanted):
            return None
        try:
            found = self._shelf.by_key.get(draft.key or "")
            found = found or self._shelf.find(wanted, stored_only=draft.key is not None)
        except AmbiguousPart:
            draft.problems.append(
                self._told(
                    "manufacturer_code", "ambiguous", f"Several manufacturers have a part {code} here; say which"
                )
            )
            return None
        if found is None:
            self._shelf.add(wanted)
        return found or wanted

    def _may_have_key(self, draft: Draft, wanted: Known) -> bool:
        key = draft.key or ""
        earlier = self._keys_in_file.setdefault(key, draft.number)
        known = self._shelf.by_key.get(key)
        if earlier != draft.number:
            draft.problems.append(self._told("key", "repeated", f"Row {earlier} has the key {key} already"))
        elif known is not None and not known.may_be(wanted):
            draft.problems.append(self._told("key", "key_taken", f"The key {key} belongs to another part here"))
        else:
            return True
        return False

    def _look_up_seller(self, draft: Draft, judgement: Judgement) -> None:
        if not draft.seller_name:
            return
        shop = self._table.format.seller_names
        if draft.seller_name in shop:
            draft.seller_name = next(
                (name for name in shop if comparison_key(name) in judgement.seller_ids), draft.seller_name
            )
        key = comparison_key(draft.seller_name)
        if key in judgement.seller_ids or key in judgement.new_sellers:
            return
        website = draft.seller_website or _origin(draft.values.get("seller_link", ""))
        if website:
            judgement.new_sellers[key] = (draft.seller_name, website)
            return
        said = f"There is no seller named {draft.seller_name}, and the row has no seller_website to make one with"
        draft.problems.append(self._told("seller", "seller_unknown", said))

    def _place(self, box_no: int, verdicts: Sequence[Verdict]) -> None:
        """Choose a location for the pieces of each row: where the part lies, otherwise a free one of the box."""
        receiving = [v for v in verdicts if v.part is not None and v.outcome is not Outcome.ERROR and v.draft.quantity]
        stored = {v.part.id: v.part for v in receiving if v.part is not None and v.part.id is not None}
        self._lock_parts(stored)
        free = iter(self._free_places(box_no))
        self._load_stock(stored, box_no)
        for verdict in receiving:
            part = verdict.part
            assert part is not None
            if part.total + verdict.draft.quantity > MAX_QUANTITY:
                self._fail(verdict, "quantity_limit", f"The part would have more than {MAX_QUANTITY} pieces")
                continue
            if part.place is None:
                row = next(free, None)
                if row is None:
                    self._fail(verdict, "no_free_location", f"No free location is left in box {box_no}")
                    continue
                part.location_id, part.place = row
            part.total += verdict.draft.quantity
            part.added += verdict.draft.quantity

    def _fail(self, verdict: Verdict, code: str, message: str) -> None:
        verdict.outcome = Outcome.ERROR
        verdict.messages = [self._told("quantity", code, message)]

    def _lock_parts(self, stored: dict[int, Known]) -> None:
        # In the order of their ids, as everyone does who locks several, so that nobody waits in a ring.
        if self._locking:
            for chunk in chunks(sorted(stored)):
                chosen = select(Part.id).where(Part.id.in_(chunk)).order_by(Part.id)
                self._session.execute(chosen.with_for_update())

    def _free_places(self, box_no: int) -> list[tuple[int, tuple[int, int]]]:
        chosen = select(Location.id, Location.box_no, Location.loc_no).where(Location.box_no == box_no)
        if self._session.scalar(select(Box.box_no).where(Box.box_no == box_no)) is None:
            raise BoxNotFound(f"Box {box_no} was not found", pointer="/box_no")
        if self._locking:
            chosen = chosen.with_for_update()
        rows = self._session.execute(chosen.order_by(Location.id)).all()
        taken = set(self._session.scalars(select(PartLocation.location_id).where(_in_box(box_no))))
        free = [(row.id, (row.box_no, row.loc_no)) for row in rows if row.id not in taken]
        return sorted(free, key=lambda entry: entry[1])

    def _load_stock(self, stored: dict[int, Known], box_no: int) -> None:
        for chunk in chunks(sorted(stored)):
            columns = select(PartLocation.part_id, PartLocation.qty, Location.id, Location.box_no, Location.loc_no)
            rows = self._session.execute(
                columns.join(Location, Location.id == PartLocation.location_id)
                .where(PartLocation.part_id.in_(chunk))
                .order_by((Location.box_no == box_no).desc(), Location.box_no, Location.loc_no)
            )
            for row in rows:
                part = stored[row.part_id]
                part.total += row.qty
                if part.place is None:
                    part.location_id, part.place = row.id, (row.box_no, row.loc_no)

    def _told(self, name: str, code: str, message: str) -> Message:
        position = self._table.columns.get(name)
        return _message(code, message, None if position is None else self._table.file.header[position])


def _in_box(box_no: int) -> ColumnElement[bool]:
    return PartLocation.location_id.in_(select(Location.id).where(Location.box_no == box_no))


def _message(code: str, message: str, column: str | None = None) -> Message:
    return Message(column, code, message)


def _origin(address: str) -> str | None:
    parts = urlsplit(address) if address.startswith(("http://", "https://")) else None
    return f"{parts.scheme}://{parts.netloc}" if parts and parts.netloc else None


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """The items, some at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]
