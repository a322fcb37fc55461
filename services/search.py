"""The search box: every word of the query occurs somewhere in a part's search text, in any case."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
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

_ESCAPE = "\\"
_INDEX = table("parts_search")
_ROWID: ColumnElement[int] = literal_column("parts_search.rowid", Integer)


def words_of(query: str) -> list[str]:
    """The words to look for, each once, folded as the search text is."""
    return list(dict.fromkeys(fold(query).split()))


def matching(query: str, dialect: str) -> list[ColumnElement[bool]]:
    """The conditions under which a part answers the query; none for a query without words."""
    conditions = deciding(query, dialect)
    index = _match(query) if dialect == "sqlite" else None
    if index is not None:
        found: Select[int] = select(_ROWID).select_from(_INDEX).where(index)
        conditions.append(Part.id.in_(found))
    return conditions


def deciding(query: str, dialect: str) -> list[ColumnElement[bool]]:
    """The same conditions as a test of one part after another, for which SQLite takes no index."""
    words = words_of(query)
    if any("\0" in word for word in words):
        # Neither database keeps the character in text, and SQLite would read the word only up to it.
        return [false()]
    if dialect == "sqlite":
        return [func.instr(Part.search_text, word) > 0 for word in words]
    return [Part.search_text.like(f"%{_literally(word)}%", escape=_ESCAPE) for word in words]


def finding(query: str, dialect: str, others: Sequence[ColumnElement[bool]]) -> Select[int]:
    """The ids of the parts that answer the query and the other conditions, in no order: the first ones come soon."""
    index = _match(query) if dialect == "sqlite" else None
    if index is None or others:
        # Other conditions have an index of their own, to which that of the words is asked for a set.
        return select(Part.id).where(*matching(query, dialect), *others)
    # Read from the index, which hands its rows out one by one; as a set it would be read to its end first.
    return select(Part.id).select_from(_INDEX).join(Part, Part.id == _ROWID).where(index, *deciding(query, dialect))


def _match(query: str) -> TextClause | None:
    """What SQLite's index says of the query, None where all words are too short for it.

    The index narrows the rows down and the text decides: the tokenizer confuses some odd characters.
    """
    indexed = [word for word in words_of(query) if len(word) >= TRIGRAM and "\0" not in word]
    if not indexed:
        return None
    phrases = " ".join('"' + word.replace('"', '""') + '"' for word in indexed)
    return text("parts_search MATCH :phrases").bindparams(bindparam("phrases", phrases))


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
