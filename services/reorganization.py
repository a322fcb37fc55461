"""Reorganising the stock: a plan of moves, made by a task, and carrying it out at once or not at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, insert, select, tuple_
from sqlalchemy.orm import Session

from services.inventory import reference
from services.kernel.errors import PlanNotFound, PlanNotReady, PlanOutdated, TypeNotFound
from services.kernel.world import World
from services.models import Location, Part, PartLocation, QuantityChange, Task, Type
from services.models.task import CANCELLED, FAILED
from services.planning import Move, Place, plan_moves
from services.runner import TaskContext
from services.totals import hold

KIND = "plan_reorganization"
"""The kind of task that makes a plan."""

Contents = dict[Place, dict[str, int]]

_NO_TYPE = (1, "")


def make_plan(context: TaskContext) -> dict[str, Any]:
    """The task: at most ``max_moves`` moves for the parts of ``type_ids``, or of every type when that is None.

    ``stock_digest`` says what lay in the locations that the moves touch.
    """
    max_moves: int = context.arguments["max_moves"]
    type_ids: Collection[int] | None = context.arguments["type_ids"]
    context.progress("Looking through the boxes", 0.0)
    with context.reading() as session:
        groups = _groups(session, type_ids)
        stock = _stock(session)
    context.check_cancelled()
    context.progress("Finding a place for each part", 0.2)
    moves = plan_moves(stock, stock, groups)
    kept = moves[:max_moves]
    return {
        "moves": [asdict(move) for move in kept],
        "remaining_moves": len(moves) - len(kept),
        "stock_digest": _digest({place: stock[place] for place in _touched(kept)}),
    }


class Reorganization:
    """Use cases of reorganising, as far as a request goes."""

    def __init__(self, session: Session, world: World) -> None:
        self._session = session
        self._world = world

    def check(self, type_ids: Sequence[int] | None) -> None:
        """Refuse types that do not exist. Raises TypeNotFound."""
        if type_ids is None:
            return
        there = set(self._session.scalars(select(Type.id).where(Type.id.in_(type_ids))))
        for position, type_id in enumerate(type_ids):
            if type_id not in there:
                raise TypeNotFound(f"Type {type_id} was not found", pointer=f"/type_ids/{position}")

    def apply(self, plan_id: str) -> None:
        """Make every move of a plan.

        Raises PlanNotFound, PlanNotReady, and PlanOutdated when what lies in one of its locations has changed since
        it was made; nothing is moved then.
        """
        task = self._session.get(Task, plan_id)
        if task is None or task.kind != KIND or task.status in (FAILED, CANCELLED):
            raise PlanNotFound(f"Plan {plan_id} was not found")
        if task.result is None:
            raise PlanNotReady(f"Plan {plan_id} is still being made")
        moves = [Move(**move) for move in task.result["moves"]]
        part_ids = self._locked_parts({move.part_key for move in moves})
        location_ids = self._locked_locations(_touched(moves))
        rows = self._rows(location_ids)
        before = _contents(location_ids, ((place, key, qty) for (place, key), (_, qty) in rows.items()))
        if _digest(before) != task.result["stock_digest"]:
            raise PlanOutdated("The stock has changed since the plan was made; make a new plan")
        self._replace(
            moves, before, {place_key: row_id for place_key, (row_id, _) in rows.items()}, part_ids, location_ids
        )
        self._record(moves, part_ids)

    def _locked_parts(self, keys: Collection[str]) -> dict[str, int]:
        # Parts before locations and each in the order of their ids, as everywhere, so that nobody waits in a ring.
        chosen = select(Part.key, Part.id).where(Part.key.in_(keys)).order_by(Part.id).with_for_update()
        return {row.key: row.id for row in self._session.execute(chosen)}

    def _locked_locations(self, places: Collection[Place]) -> dict[Place, int]:
        columns = select(Location.id, Location.box_no, Location.loc_no)
        chosen = columns.where(tuple_(Location.box_no, Location.loc_no).in_(sorted(places)))
        rows = self._session.execute(chosen.order_by(Location.id).with_for_update())
        return {(row.box_no, row.loc_no): row.id for row in rows}

    def _rows(self, location_ids: Mapping[Place, int]) -> dict[tuple[Place, str], tuple[int, int]]:
        """The id and the pieces of each row of stock in the locations."""
        places = {location_id: place for place, location_id in location_ids.items()}
        columns = select(PartLocation.id, PartLocation.location_id, PartLocation.qty, Part.key)
        rows = self._session.execute(
            columns.join(Part, Part.id == PartLocation.part_id).where(PartLocation.location_id.in_(places))
        )
        return {(places[row.location_id], row.key): (row.id, row.qty) for row in rows}

    def _replace(
        self,
        moves: Sequence[Move],
        before: Contents,
        row_ids: Mapping[tuple[Place, str], int],
        part_ids: Mapping[str, int],
        location_ids: Mapping[Place, int],
    ) -> None:
        after = {(place, key): qty for place, held in made(before, moves).items() for key, qty in held.items()}
        was = {(place, key): qty for place, held in before.items() for key, qty in held.items()}
        gone = [row_ids[entry] for entry, qty in was.items() if after.get(entry) != qty]
        new = [
            {"part_id": part_ids[key], "location_id": location_ids[place], "qty": qty}
            for (place, key), qty in after.items()
            if was.get((place, key)) != qty
        ]
        if gone:
            self._session.execute(delete(PartLocation).where(PartLocation.id.in_(gone)))
        if new:
            self._session.execute(insert(PartLocation), new)
        held = Counter(location_ids[place] for place, _key in after)
        held.subtract(location_ids[place] for place, _key in was)
        hold(self._session, held)

    def _record(self, moves: Sequence[Move], part_ids: Mapping[str, int]) -> None:
        now = self._world.clock.now()
        rows = [
            {
                "part_id": part_ids[move.part_key],
                "delta_qty": delta,
                "location_reference": reference(place),
                "timestamp": now,
            }
            for move in moves
            for place, delta in ((move.source, -move.qty), (move.target, move.qty))
        ]
        if rows:
            self._session.execute(insert(QuantityChange), rows)


def made(before: Contents, moves: Iterable[Move]) -> Contents:
    """What lies where after the moves."""
    now = {place: dict(held) for place, held in before.items()}
    for move in moves:
        qty = now[move.source].pop(move.part_key)
        now[move.target][move.part_key] = now[move.target].get(move.part_key, 0) + qty
    return now


def _groups(session: Session, type_ids: Collection[int] | None) -> dict[str, tuple[int, str]]:
    """What each part is sorted by: the name of its type; parts without a type come last."""
    chosen = select(Part.key, Type.name_key).outerjoin(Type, Type.id == Part.type_id)
    if type_ids is not None:
        chosen = chosen.where(Part.type_id.in_(type_ids))
    return {row.key: _NO_TYPE if row.name_key is None else (0, row.name_key) for row in session.execute(chosen)}


def _stock(session: Session) -> Contents:
    """What lies in each location, the empty ones included."""
    rows = session.execute(
        select(Location.box_no, Location.loc_no, Part.key, PartLocation.qty)
        .outerjoin(PartLocation, PartLocation.location_id == Location.id)
        .outerjoin(Part, Part.id == PartLocation.part_id)
        .order_by(Location.box_no, Location.loc_no, Part.key)
    ).all()
    there = [(row.box_no, row.loc_no) for row in rows]
    held = (((row.box_no, row.loc_no), row.key, row.qty) for row in rows if row.key is not None)
    return _contents(there, held)


def _contents(places: Iterable[Place], held: Iterable[tuple[Place, str, int]]) -> Contents:
    found: Contents = {place: {} for place in places}
    for place, key, qty in held:
        found[place][key] = qty
    return found


def _touched(moves: Iterable[Move]) -> set[Place]:
    return {place for move in moves for place in (move.source, move.target)}


def _digest(contents: Contents) -> str:
    """The SHA-256, in hexadecimal, of what lies where; the same contents give the same digest."""
    lines = [
        f"{reference(place)} {' '.join(f'{key}:{qty}' for key, qty in sorted(held.items()))}"
        for place, held in sorted(contents.items())
    ]
    return sha256("\n".join(lines).encode()).hexdigest()
