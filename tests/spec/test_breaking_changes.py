"""The comparison with the released document: it finds what breaks clients, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import openapi
from scripts.breaking_changes import breaking_changes
from scripts.check_document import newest_section, raised

Document = dict[str, Any]
Change = Callable[[Document], object]


def schema(document: Document, name: str) -> Document:
    found: Document = document["components"]["schemas"][name]
    return found


def parameters(document: Document) -> list[Document]:
    found: list[Document] = document["paths"]["/types"]["get"]["parameters"]
    return found


def require(document: Document, name: str, member: str) -> None:
    schema(document, name)["required"].append(member)


BREAKS: dict[str, Change] = {
    "an operation goes": lambda d: d["paths"]["/types"].pop("post"),
    "an operation is renamed": lambda d: d["paths"]["/types"]["get"].update(operationId="all_types"),
    "a parameter goes": lambda d: parameters(d).pop(),
    "a parameter becomes necessary": lambda d: parameters(d)[0].update(required=True),
    "a member of an answer goes": lambda d: schema(d, "Type")["properties"].pop("part_count"),
    "a member of an answer may be absent": lambda d: schema(d, "Type")["required"].remove("created_at"),
    "a member of an answer may be null": lambda d: schema(d, "Type")["properties"]["name"].update(nullable=True),
    "a member changes its type": lambda d: schema(d, "Type")["properties"]["id"].update(type="string"),
    "a member of a body becomes necessary": lambda d: require(d, "PartCreate", "manufacturer"),
    "a member of a body gets shorter": lambda d: schema(d, "TypeCreate")["properties"]["name"].update(maxLength=10),
    "a value is no longer taken": lambda d: schema(d, "PartSort")["enum"].remove("-key"),
    "a status goes": lambda d: d["paths"]["/types/{type_id}"]["delete"]["responses"].pop("204"),
    "an error code is exchanged": lambda d: d["components"]["responses"]["TypeInUse"].update({"x-codes": ["BUSY"]}),
}

HARMLESS: dict[str, Change] = {
    "nothing": lambda d: None,
    "a description is better": lambda d: d["paths"]["/types"]["get"].update(description="Every type."),
    "an answer says more": lambda d: schema(d, "Type")["properties"].update(colour={"type": "string"}),
    "a body may say more": lambda d: schema(d, "TypeCreate")["properties"].update(colour={"type": "string"}),
    "a parameter may be given": lambda d: parameters(d).append(
        {"name": "colour", "in": "query", "schema": {"type": "string"}}
    ),
    "a body may be longer": lambda d: schema(d, "TypeCreate")["properties"]["name"].update(maxLength=1000),
    "an error code is new": lambda d: schema(d, "ErrorCode")["enum"].append("NEW"),
}


def compared(change: Change) -> list[str]:
    document = openapi.load(testing=True)
    change(document)
    return breaking_changes(openapi.load(testing=True), document)


@pytest.mark.parametrize("change", BREAKS.values(), ids=list(BREAKS))
def test_a_change_that_breaks_clients_is_found(change: Change) -> None:
    assert compared(change)


@pytest.mark.parametrize("change", HARMLESS.values(), ids=list(HARMLESS))
def test_a_change_that_breaks_nobody_passes(change: Change) -> None:
    assert compared(change) == []


@pytest.mark.parametrize(
    ("before", "now", "enough"),
    [
        ("0.1.0", "0.1.0", False),
        ("0.1.0", "0.1.9", False),
        ("0.1.9", "0.2.0", True),
        ("0.9.0", "1.0.0", True),
        ("1.2.3", "1.10.0", False),
        ("1.2.3", "2.0.0", True),
    ],
)
def test_a_break_takes_the_step_that_semantic_versioning_asks_for(before: str, now: str, enough: bool) -> None:
    assert raised(before, now) is enough


def test_a_break_is_told_in_the_newest_section_of_the_changelog() -> None:
    changelog = "# Changelog\n\n## Unreleased\n\n- **Breaking** gone\n\n## 0.1.0\n\n- **Breaking** old\n"
    assert "gone" in newest_section(changelog)
    assert "old" not in newest_section(changelog)
