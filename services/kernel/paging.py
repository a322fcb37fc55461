"""A page of a list that is too long to answer at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from services.kernel.rows import read_rows

COUNT_LIMIT = 10_000
"""Entries up to which a list is counted. Counting takes as long as the list is, so of a longer one it is only said
that it is longer."""

Item = TypeVar("Item", covariant=True)
Other = TypeVar("Other")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a totally ordered list, and how many the whole list has.

    A ``limited`` total is where the counting stopped: the list has more. Then ``more`` says whether anything comes
    after these items; otherwise the total does.
    """

    items: list[Item]
    total: int
    limited: bool = False
    more: bool = False

    def mapped(self, into: Callable[[Item], Other]) -> Page[Other]:
        """The same page of something else."""
        return Page([into(item) for item in self.items], self.total, self.limited, self.more)


def page_of(items: list[Item], limit: int, offset: int, counted: int, most: int = COUNT_LIMIT) -> Page[Item]:
    """The page of ``limit`` items after ``offset``, from one item more, where there is one.

    ``counted`` is how many the list has; anything above ``most`` means that the counting stopped there.
    """
    if counted <= most:
        return Page(items[:limit], counted)
    more = len(items) > limit
    if items and not more:
        # The end is in sight, so its place is known without counting.
        return Page(items, offset + len(items))
    return Page(items[:limit], most, limited=True, more=more)


def counting(rows: Select[*tuple[Any, ...]], most: int = COUNT_LIMIT) -> Select[int]:
    """The query for how many rows there are, which stops at ``most`` and one more."""
    return select(func.count()).select_from(rows.limit(most + 1).subquery())


def count_rows(session: Session, rows: Select[*tuple[Any, ...]]) -> int:
    """How many rows there are, as ``page_of`` takes it."""
    return read_rows(session, counting(rows))[0][0]
