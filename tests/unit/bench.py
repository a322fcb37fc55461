"""Ways to put a world into a state and to ask what state it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from threading import Barrier
from typing import TypeVar

from sqlalchemy import event, func, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import InstrumentedAttribute

from services import Services
from services.kernel.errors import BusinessLogicError
from services.kernel.world import World
from services.models import Part, PartLocation, QuantityChange

Answer = TypeVar("Answer")

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""What the clock of a test shows until the test moves it."""


@dataclass(frozen=True)
class Bench:
    """A world, and transactions in it that commit like a request does."""

    world: World

    @contextmanager
    def writing(self) -> Iterator[Services]:
        with self.world.store.transaction() as session:
            yield Services(session, self.world)

    @contextmanager
    def reading(self) -> Iterator[Services]:
        with self.world.store.reading() as session:
            yield Services(session, self.world)

    def outcome(self, action: Callable[[Services], object]) -> str:
        """``done``, or the code of the refusal; one transaction, as a request is."""
        try:
            with self.writing() as services:
                action(services)
        except BusinessLogicError as refusal:
            return refusal.code.value
        return "done"

    def at_once(self, actions: Sequence[Callable[[Services], object]]) -> list[str]:
        """The outcome of each action, all begun at the same moment by a person of their own."""
        return self.together(lambda person: self.outcome(actions[person]), len(actions))

    def together(self, work: Callable[[int], Answer], people: int) -> list[Answer]:
        """What each of several people, numbered from 0, brings back from work begun at the same moment."""
        start = Barrier(people)

        def person(number: int) -> Answer:
            start.wait(timeout=30)
            return work(number)

        with ThreadPoolExecutor(people) as crowd:
            return list(crowd.map(person, range(people)))

    def stock(self) -> dict[str, int]:
        """Pieces by part key, as the locations have them; parts without any are left out."""
        return self._totals(PartLocation, PartLocation.qty)

    def history(self) -> dict[str, int]:
        """Pieces by part key, as the history adds up; parts whose history adds up to nothing are left out."""
        return self._totals(QuantityChange, QuantityChange.delta_qty)

    def _totals(
        self, table: type[PartLocation] | type[QuantityChange], column: InstrumentedAttribute[int]
    ) -> dict[str, int]:
        total = func.sum(column)
        with self.world.store.reading() as session:
            rows = session.execute(select(Part.key, total).join(table, table.part_id == Part.id).group_by(Part.key))
            return {key: pieces for key, pieces in rows if pieces}


@contextmanager
def statements_of(engine: Engine) -> Iterator[list[str]]:
    """The statements that the engine runs during the block, but for the beginning of a transaction."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        if not statement.startswith("BEGIN"):
            statements.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
