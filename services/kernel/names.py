"""Text that people write, brought into the forms in which it is kept, compared and searched."""

from __future__ import annotations

import unicodedata
from hashlib import sha256

from services.kernel.errors import BlankText

COMPARISON_KEY_LENGTH = 400
"""Characters a comparison key may have: its index entry stays below PostgreSQL's limit of 2704 bytes."""

SORT_KEY_LENGTH = 200
"""Characters of a long text that decide its place in a sorted list."""

_KEPT = COMPARISON_KEY_LENGTH - 64


def fold(text: str) -> str:
    """The text without regard to case and to compatibility forms (NFKC, Unicode case folding).

    The databases fold letters differently, SQLite only the ASCII ones; folding here makes them agree.
    """
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def comparison_key(name: str) -> str:
    """What two names have in common when people would call them the same."""
    key = fold(name).strip()
    if len(key) <= COMPARISON_KEY_LENGTH:
        return key
    # One character can fold to eighteen; the rest is told apart by its digest.
    return key[:_KEPT] + sha256(key.encode()).hexdigest()


def sort_key(text: str | None) -> str | None:
    """What decides the place of a text in a sorted list, None for no text."""
    return None if text is None else fold(text)[:SORT_KEY_LENGTH]


def required(text: str, member: str) -> str:
    """The text without white space around it. Raises BlankText, naming ``member``, when nothing is left."""
    trimmed = text.strip()
    if not trimmed:
        raise BlankText(f"The {member.replace('_', ' ')} must not be blank", pointer=f"/{member}")
    return trimmed


def optional(text: str | None) -> str | None:
    """The text without white space around it, None when nothing is left."""
    return (text or "").strip() or None


def counted(count: int, singular: str, plural: str) -> str:
    """A count with the words that go with it: ``1 part uses``, ``12 parts use``."""
    return f"{count} {singular if count == 1 else plural}"
