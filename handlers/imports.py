"""Imports: parts from CSV files."""

from __future__ import annotations

from typing import Any

from handlers.runtime.answers import Answer, accepted
from handlers.runtime.context import services
from handlers.wire import dump, load
from handlers.wire.tasks import task
from services import imports


def import_parts(body: dict[str, Any]) -> Any:
    wanted = load("ImportRequest", body)
    dry_run = wanted.pop("dry_run", False)
    source = imports.Source(**wanted)
    return dump("ImportPreview", services().imports.preview(source)) if dry_run else _start(source)


def _start(source: imports.Source) -> Answer:
    return accepted(task(services().tasks.start(imports.KIND, services().imports.prepare(source))))
