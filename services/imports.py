"""Importing parts from CSV: a preview of what would become of each row, and the import itself, all rows or none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from services.csvfiles import read_csv
from services.importformats import Headers
from services.importjudge import Judge, Judgement, Outcome, Verdict
from services.importrows import Message, Table, understand
from services.importwriter import ImportWriter
from services.inventory import reference
from services.kernel.errors import BoxNotFound, ImportInvalid
from services.kernel.names import counted
from services.kernel.world import World
from services.models import Box
from services.runner import TaskContext

KIND = "import_parts"
"""The kind of task that imports a file."""

PREVIEW_ROWS = 200
PREVIEW_ERRORS = 200
LISTED_ERRORS = 100

JUDGED_AT = 0.2
WRITTEN_AT = 0.95

_IMPORT_LOCK = 0x696D706F7274
_LOCK_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Source:
    """A file, and what people say about it; None is for the service to find out."""

    file: bytes
    mapping: Mapping[str, str] | None = None
    encoding: str | None = None
    delimiter: str | None = None
    box_no: int | None = None

    def table(self) -> Table:
        """The file taken apart. Raises ImportUnreadable."""
        headers = Headers(self.mapping)
        file = read_csv(self.file, headers.count_known, encoding=self.encoding, delimiter=self.delimiter)
        return understand(file, headers)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the file and the field that it fills, None for one that is left out."""

    column: str
    field: str | None


@dataclass(frozen=True, slots=True)
class RowPreview:
    """A row and what would become of it."""

    row: int
    verdict: str
    part_key: str | None
    manufacturer_code: str | None
    description: str | None
    quantity: int
    location: str | None
    messages: Sequence[Message]


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there are of each verdict, and how many pieces would be put somewhere."""

    create: int
    existing: int
    skip: int
    error: int
    pieces: int

    @classmethod
    def of(cls, judgement: Judgement) -> Counts:
        parts = {verdict.part for verdict in judgement.verdicts if verdict.part is not None}
        rows = {outcome.value: judgement.count(outcome) for outcome in Outcome}
        return cls(**rows, pieces=sum(part.added for part in parts))


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do."""

    format: str
    encoding: str
    delimiter: str
    columns: Sequence[Column]
    counts: Counts
    new_sellers: Sequence[str]
    new_types: Sequence[str]
    rows: Sequence[RowPreview]
    rows_left_out: int


class Imports:
    """Use cases of imports, as far as a request goes."""

    def __init__(self, session: Session, world: World) -> None:
        self._session = session
        self._world = world

    def prepare(self, source: Source) -> dict[str, Any]:
        """The arguments of the task that imports the file; what cannot become an import is refused at once.

        Raises ImportUnreadable, BoxNotFound.
        """
        if source.box_no is not None and self._session.get(Box, source.box_no) is None:
            raise BoxNotFound(f"Box {source.box_no} was not found", pointer="/box_no")
        return {"table": source.table(), "box_no": source.box_no}

    def preview(self, source: Source) -> Preview:
        """What an import of the file would do now; nothing is written.

        The first rows are shown, and those of the rest that have errors, up to a bound.
        Raises ImportUnreadable, BoxNotFound.
        """
        table = source.table()
        judgement = Judge(self._session, table, source.box_no, locking=False).judge()
        field_of = {position: name for name, position in table.columns.items()}
        shown = _shown(judgement.verdicts)
        return Preview(
            format=table.format.name,
            encoding=table.file.encoding,
            delimiter=table.file.delimiter,
            columns=[Column(name, field_of.get(position)) for position, name in enumerate(table.file.header)],
            counts=Counts.of(judgement),
            new_sellers=[name for name, _ in judgement.new_sellers.values()],
            new_types=[*judgement.new_types.values()],
            rows=[_row(verdict) for verdict in shown],
            rows_left_out=len(judgement.verdicts) - len(shown),
        )


def import_file(context: TaskContext) -> dict[str, Any]:
    """The task: import the file in the argument ``table``, all rows or none.

    Raises ImportInvalid when a row has an error, and what the task's context raises when it is to end.
    """
    table: Table = context.arguments["table"]
    context.progress(f"Checking {counted(len(table.drafts), 'row', 'rows')}", 0.0)
    with context.transaction() as session:
        _one_import_at_a_time(session, context.world)
        judgement = Judge(session, table, context.arguments["box_no"], locking=True).judge()
        _refuse_errors(judgement)
        context.check_cancelled()
        total = judgement.count(Outcome.CREATE)
        context.progress(f"Writing {counted(total, 'part', 'parts')}", JUDGED_AT)

        def report(done: int) -> None:
            context.check_cancelled()
            share = JUDGED_AT + (WRITTEN_AT - JUDGED_AT) * done / total
            context.progress(f"{done} of {counted(total, 'part', 'parts')} written", share)

        ImportWriter(session, context.world, judgement, report).write()
        context.check_cancelled()
    return {
        "format": table.format.name,
        "counts": asdict(Counts.of(judgement)),
        "new_sellers": [name for name, _ in judgement.new_sellers.values()],
        "new_types": [*judgement.new_types.values()],
    }


def _one_import_at_a_time(session: Session, world: World) -> None:
    """Keep two imports of the same file from making every part twice; SQLite has but one writer anyway."""
    if world.store.dialect == "postgresql":
        session.execute(text(f"SET LOCAL lock_timeout = '{_LOCK_SECONDS}s'"))
        session.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _IMPORT_LOCK})


def _refuse_errors(judgement: Judgement) -> None:
    wrong = [verdict for verdict in judgement.verdicts if verdict.outcome is Outcome.ERROR]
    if not wrong:
        return
    listed = [
        {"row": verdict.draft.number, **{name: value for name, value in asdict(message).items() if value is not None}}
        for verdict in wrong
        for message in verdict.messages
    ]
    have = counted(len(wrong), "row has an error", "rows have errors")
    raise ImportInvalid(f"Nothing was imported because {have}", errors=listed[:LISTED_ERRORS])


def _shown(verdicts: Sequence[Verdict]) -> list[Verdict]:
    rest = [verdict for verdict in verdicts[PREVIEW_ROWS:] if verdict.outcome is Outcome.ERROR]
    return [*verdicts[:PREVIEW_ROWS], *rest[:PREVIEW_ERRORS]]


def _row(verdict: Verdict) -> RowPreview:
    draft, part = verdict.draft, verdict.part
    lands = part is not None and part.place is not None and draft.quantity and verdict.outcome is not Outcome.ERROR
    return RowPreview(
        row=draft.number,
        verdict=verdict.outcome.value,
        part_key=part.key if part is not None else None,
        manufacturer_code=draft.values.get("manufacturer_code"),
        description=draft.values.get("description"),
        quantity=draft.quantity,
        location=reference(part.place) if lands and part is not None and part.place is not None else None,
        messages=verdict.messages,
    )
