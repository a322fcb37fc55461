"""A page of a list that is too long to answer at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

Item = TypeVar("Item", covariant=True)


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """Some items of a totally ordered list, and how many the whole list has."""

    items: list[Item]
    total: int
