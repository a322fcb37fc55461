"""The search box: every word of the query occurs somewhere in a part's search text, in any case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Integer,
    Select,
    Text,
    TextClause,
    bindparam,
    false,
    func,
    literal_column,
    select,
    table,
    text,
    update,
)
from sqlalchemy.orm import Session

from services.kernel.names import fold
from services.models import Part, Seller, Type

TRIGRAM = 3
"""Characters below which an index of trigrams knows nothing about a word."""

# PostgreSQL keeps the trigrams of letters and digits. For a word without any it would read its whole index.
_KNOWN_TO_POSTGRESQL = re.compile(r"[^\W_]{3}")

_ESCAPE = "\\"
_INDEX = table("parts_search")
_ROWID: ColumnElement[int] = literal_column("parts_search.rowid", Integer)


def words_of(query: str) -> list[str]:
    """The words to look for, each once, folded as the search text is."""
    return list(dict.fromkeys(fold(query).split()))


def matching(query: str, dialect: str) -> list[ColumnElement[bool]]:
    """The conditions under which a part answers the query; none for a query without words."""
    words = words_of(query)
    if dialect == "postgresql" and not _impossible(words):
        return [_like(word) if _KNOWN_TO_POSTGRESQL.search(word) else _occurs(word, dialect) for word in words]
    conditions, index = deciding(query, dialect), _match(words)
    if index is not None:
        found: Select[int] = select(_ROWID).select_from(_INDEX).where(index)
        conditions.append(Part.id.in_(found))
    return conditions


def deciding(query: str, dialect: str) -> list[ColumnElement[bool]]:
    """The same conditions as a test of one part after another, for which no database takes an index."""
    words = words_of(query)
    return [false()] if _impossible(words) else [_occurs(word, dialect) for word in words]


def occurring(words: int, dialect: str) -> list[ColumnElement[bool]]:
    """The test of one part after another for so many words, which are parameters of the query: see ``bound_words``."""
    return [_occurs(bindparam(f"word_{number}", type_=Text), dialect) for number in range(words)]


def bound_words(words: Sequence[str]) -> dict[str, str]:
    """The words as values of those parameters."""
    return {f"word_{number}": word for number, word in enumerate(words)}


def finding(query: str, dialect: str, others: Sequence[ColumnElement[bool]]) -> Select[int]:
    """The ids of the parts that answer the query and the other conditions, in no order: the first ones come soon."""
    words = words_of(query)
    index = _match(words) if dialect == "sqlite" else None
    if index is None or others:
        # Other conditions have an index of their own, to which that of the words is asked for a set.
        return select(Part.id).where(*matching(query, dialect), *others)
    # Read from the index, which hands its rows out one by one; as a set it would be read to its end first.
    if all(word.isascii() and len(word) >= TRIGRAM for word in words):
        # Nothing else is taken for an ASCII character, so there is nothing to look up in the text.
        return select(_ROWID.label("id")).select_from(_INDEX).where(index)
    return select(Part.id).select_from(_INDEX).join(Part, Part.id == _ROWID).where(index, *deciding(query, dialect))


def _impossible(words: list[str]) -> bool:
    # Neither database keeps the character in text, and SQLite would read the word only up to it.
    return any("\0" in word for word in words)


def _occurs(word: str | BindParameter[str], dialect: str) -> ColumnElement[bool]:
    place = func.instr if dialect == "sqlite" else func.strpos
    return place(Part.search_text, word) > 0


def _match(words: list[str]) -> TextClause | None:
    """What SQLite's index says of the words, None where it knows nothing about them.

    The index narrows the rows down and the text decides: the tokenizer confuses some odd characters.
    """
    indexed = [word for word in words if len(word) >= TRIGRAM]
    if not indexed or _impossible(words):
        return None
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in indexed)
    return text("parts_search MATCH :phrases").bindparams(bindparam("phrases", phrases))


def _like(word: str) -> ColumnElement[bool]:
    return Part.search_text.like(f"%{_literally(word)}%", escape=_ESCAPE)


def _literally(word: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return word


def rewrite_search_text(session: Session, chosen: ColumnElement[bool]) -> None:
    """Bring the search text of the chosen parts up to date with the names of their types and sellers.

    The parts are locked before the names are read, so that a part changed at the same time is not overtaken.
    """
    session.flush()
    locked = select(Part).where(chosen).order_by(Part.id).with_for_update()
    parts = session.scalars(locked.execution_options(populate_existing=True)).all()
    if not parts:
        return
    types = _names(session, Type, {part.type_id for part in parts})
    sellers = _names(session, Seller, {part.seller_id for part in parts})
    texts = [
        {"id": part.id, "search_text": part.composed(types.get(part.type_id), sellers.get(part.seller_id))}
        for part in parts
    ]
    # Past the mapper, which would stamp a change of parts that say of themselves what they said before.
    session.execute(update(Part), texts)


def _names(session: Session, model: type[Type] | type[Seller], ids: set[int | None]) -> dict[int | None, str]:
    rows = session.execute(select(model.id, model.name).where(model.id.in_(ids - {None})))
    return {row.id: row.name for row in rows}
