"""How the files of a contract are folded into one document, and when that is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from openapi import ContractError, fold

ROOT = """
openapi: 3.0.3
tags: [{name: things}, {name: testing}]
paths:
  /a: {$ref: "paths.yaml#/a"}
  /b: {$ref: "paths.yaml#/b"}
"""
SCHEMAS = """
schemas:
  Thing: {type: object, properties: {inner: {$ref: "#/schemas/Thing"}}}
  Probe: {type: string}
"""


def answering(tag: str, ref: str) -> dict[str, object]:
    content = {"application/json": {"schema": {"$ref": ref}}}
    return {"get": {"tags": [tag], "responses": {"200": {"description": "It.", "content": content}}}}


def contract(folder: Path, ref: str = "one.yaml#/schemas/Thing", **texts: str) -> Path:
    """Write a contract of two paths, the second tagged ``testing``, and whatever other files are given."""
    paths = {"a": answering("things", ref), "b": answering("testing", "one.yaml#/schemas/Probe")}
    texts = {"openapi": ROOT, "paths": yaml.safe_dump(paths), "one": SCHEMAS} | texts
    for name, text in texts.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def test_testing_operations_and_what_only_they_need_are_left_out(tmp_path: Path) -> None:
    folder = contract(tmp_path)
    thing = {"type": "object", "properties": {"inner": {"$ref": "#/components/schemas/Thing"}}}
    outside = fold(folder)
    assert list(outside["paths"]) == ["/a"]
    assert outside["tags"] == [{"name": "things"}]
    assert outside["components"] == {"schemas": {"Thing": thing}}
    inside = fold(folder, testing=True)
    assert list(inside["paths"]) == ["/a", "/b"]
    assert inside["tags"] == [{"name": "things"}, {"name": "testing"}]
    assert inside["components"] == {"schemas": {"Thing": thing, "Probe": {"type": "string"}}}


def test_one_name_from_two_places_is_refused(tmp_path: Path) -> None:
    folder = contract(
        tmp_path,
        one="schemas: {Thing: {type: array, items: {$ref: 'two.yaml#/schemas/Thing'}}}",
        two="schemas: {Thing: {type: string}}",
    )
    with pytest.raises(ContractError, match=r"schemas/Thing is defined twice: in one\.yaml.* and in two\.yaml"):
        fold(folder)


@pytest.mark.parametrize(
    ("ref", "complaint"),
    [
        ("absent.yaml#/schemas/Thing", "no file absent.yaml"),
        ("one.yaml#/schemas/Absent", "one.yaml has no schemas/Absent"),
        ("one.yaml#/Thing", "no section"),
        ("one.yaml", "no pointer"),
        ("../one.yaml#/schemas/Thing", "no pointer into a file of the contract"),
        ("broken.yaml#/schemas/Thing", "broken.yaml is not YAML"),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(tmp_path: Path, ref: str, complaint: str) -> None:
    with pytest.raises(ContractError, match=complaint):
        fold(contract(tmp_path, ref, broken="a: ["))
