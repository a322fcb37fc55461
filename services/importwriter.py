"""Writing what was judged: sellers, types, parts in bulk, and their pieces with the history of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from services.importjudge import Judgement, Known, Outcome, Verdict, chunks
from services.inventory import recount, reference
from services.kernel.constraints import violates_unique
from services.kernel.errors import PartKeysExhausted
from services.kernel.names import comparison_key
from services.kernel.world import World
from services.models import Part, PartLocation, QuantityChange, Seller, Type
from services.parts import KEY_TRIES
from services.totals import Totals, hold

_INSERTED = [column.key for column in Part.__table__.columns if column.key not in {"id", "created_at", "updated_at"}]

Stored = tuple[int | None, int | None]
"""The ids of a part and of the location where it lies."""

Report = Callable[[int], None]
"""Is told after each piece of the work how many parts were written in all; may raise to end it."""


class ImportWriter:
    """Writes the verdicts of one file into one transaction."""

    def __init__(self, session: Session, world: World, judgement: Judgement, report: Report) -> None:
        self._session = session
        self._world = world
        self._judgement = judgement
        self._report = report
        self._taken: set[str] = set()
        self._now = world.clock.now()

    def write(self) -> None:
        """Everything that the verdicts say, in the order of the rows.

        Raises PartKeysExhausted, and whatever ``report`` raises.
        """
        self._make_sellers_and_types()
        self._taken = set(self._session.scalars(select(Part.key)))
        verdicts = self._judgement.verdicts
        # A key that a row brings along is not for another row to be given.
        self._taken.update(v.draft.key for v in verdicts if v.outcome is Outcome.CREATE and v.draft.key)
        creating = [verdict for verdict in verdicts if verdict.outcome is Outcome.CREATE]
        seller_names = self._names_of(Seller, self._judgement.seller_ids)
        type_names = self._names_of(Type, self._judgement.type_ids)
        done = 0
        for chunk in chunks(creating):
            self._insert([self._part(verdict, seller_names, type_names) for verdict in chunk], chunk)
            done += len(chunk)
            self._report(done)
        created = [verdict.part.id for verdict in creating if verdict.part is not None and verdict.part.id is not None]
        self._stock(created)

    def _make_sellers_and_types(self) -> None:
        judgement = self._judgement
        sellers = {key: Seller(name=n, website=site) for key, (n, site) in judgement.new_sellers.items()}
        types = {key: Type(name=name) for key, name in judgement.new_types.items()}
        self._session.add_all([*sellers.values(), *types.values()])
        self._session.flush()
        judgement.seller_ids.update((key, seller.id) for key, seller in sellers.items())
        judgement.type_ids.update((key, kind.id) for key, kind in types.items())

    def _names_of(self, model: type[Seller] | type[Type], ids: dict[str, int]) -> dict[int, str]:
        """The names that the search text of the parts repeats, which nobody changes before this is committed."""
        found: dict[int, str] = {}
        for chunk in chunks(sorted(ids.values())):
            chosen = select(model.id, model.name).where(model.id.in_(chunk)).order_by(model.id)
            rows = self._session.execute(chosen.with_for_update(read=True, key_share=True))
            found.update((row.id, row.name) for row in rows)
        return found

    def _part(self, verdict: Verdict, sellers: dict[int, str], types: dict[int, str]) -> Part:
        draft = verdict.draft
        seller_id = self._judgement.seller_ids[comparison_key(draft.seller_name)] if draft.seller_name else None
        type_id = self._judgement.type_ids[comparison_key(draft.type_name)] if draft.type_name else None
        part = Part(
            key=draft.key or self._free_key(),
            seller_id=seller_id,
            type_id=type_id,
            **draft.values,
        )
        part.search_text = part.composed(types.get(type_id or 0), sellers.get(seller_id or 0))
        return part

    def _free_key(self) -> str:
        for _ in range(KEY_TRIES):
            key = self._world.ids.part_key()
            if key not in self._taken:
                self._taken.add(key)
                return key
        raise PartKeysExhausted(f"No free part key was found in {KEY_TRIES} tries")

    def _insert(self, parts: Sequence[Part], verdicts: Sequence[Verdict]) -> None:
        """Insert the parts with few statements; a key that somebody took meanwhile is replaced by another one.

        The unit of work would ask for each id as it inserts, which on SQLite takes a statement for each part.
        """
        for _ in range(KEY_TRIES):
            try:
                with self._session.begin_nested():
                    self._session.execute(insert(Part), [self._row(part) for part in parts])
                break
            except IntegrityError as error:
                if not violates_unique(error, "parts", "key"):
                    raise
                self._replace_taken_keys(parts)
        else:
            raise PartKeysExhausted(f"No free part keys were found in {KEY_TRIES} tries")
        made = self._session.execute(select(Part.key, Part.id).where(Part.key.in_([part.key for part in parts])))
        ids = {row.key: row.id for row in made}
        for part, verdict in zip(parts, verdicts, strict=True):
            assert verdict.part is not None
            verdict.part.id, verdict.part.key = ids[part.key], part.key

    def _row(self, part: Part) -> dict[str, Any]:
        values = {name: getattr(part, name) for name in _INSERTED}
        return {**values, "created_at": self._now, "updated_at": self._now}

    def _replace_taken_keys(self, parts: Sequence[Part]) -> None:
        taken = set(self._session.scalars(select(Part.key).where(Part.key.in_([part.key for part in parts]))))
        self._taken |= taken
        for part in parts:
            if part.key in taken:
                old = part.key
                part.key = self._free_key()
                part.search_text = part.key.lower() + part.search_text.removeprefix(old.lower())

    def _stock(self, created: Sequence[int]) -> None:
        receiving = self._receiving()
        present = [part for part in receiving if part.row is None]
        lying = self._lying(present)
        totals = Totals(self._session)
        for parts in chunks(present):
            totals.leave_out(_among(parts))
        fresh: list[dict[str, Any]] = []
        more: list[dict[str, Any]] = []
        for part in receiving:
            there = lying.get((part.id, part.location_id))
            if there is None:
                fresh.append({"part_id": part.id, "location_id": part.location_id, "qty": part.added})
            else:
                row_id, qty = there
                more.append({"id": row_id, "qty": qty + part.added})
        for chunk in chunks(more):
            self._session.execute(update(PartLocation), chunk)
        for chunk in chunks(fresh):
            self._session.execute(insert(PartLocation), chunk)
        for history in chunks(self._history()):
            self._session.execute(insert(QuantityChange), history)
        for parts in chunks(receiving):
            recount(self._session, _among(parts))
        for parts in chunks(present):
            totals.take_in(_among(parts))
        for ids in chunks(created):
            totals.take_in(Part.id.in_(ids))
        hold(self._session, Counter(row["location_id"] for row in fresh))
        totals.write()

    def _receiving(self) -> list[Known]:
        parts = (verdict.part for verdict in self._judgement.verdicts)
        return list(dict.fromkeys(part for part in parts if part is not None and part.added))

    def _lying(self, parts: Sequence[Known]) -> dict[Stored, tuple[int, int]]:
        """The id and the pieces of each row of the parts' stock. The parts are locked, so nobody changes them now."""
        found: dict[Stored, tuple[int, int]] = {}
        columns = select(PartLocation.part_id, PartLocation.location_id, PartLocation.id, PartLocation.qty)
        for chunk in chunks(parts):
            rows = self._session.execute(columns.where(PartLocation.part_id.in_([part.id for part in chunk])))
            found.update(((row.part_id, row.location_id), (row.id, row.qty)) for row in rows)
        return found

    def _history(self) -> list[dict[str, Any]]:
        rows = []
        for verdict in self._judgement.verdicts:
            part, qty = verdict.part, verdict.draft.quantity
            if part is not None and part.place is not None and part.added and qty:
                place = reference(part.place)
                rows.append({"part_id": part.id, "delta_qty": qty, "location_reference": place, "timestamp": self._now})
        return rows


def _among(parts: Sequence[Known]) -> ColumnElement[bool]:
    return Part.id.in_([part.id for part in parts])
