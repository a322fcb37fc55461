"""The house rules of the document, checked on the folded whole."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from openapi_spec_validator import OpenAPIV30SpecValidator

import openapi

Node = dict[str, Any]

DOCUMENT = openapi.load(testing=True)
COMPONENTS = DOCUMENT["components"]
SCHEMAS = COMPONENTS["schemas"]
ERROR_CODES = SCHEMAS["ErrorCode"]["x-error-codes"]
JSON = "application/json"
PROBLEM = "application/problem+json"

CODES_GIVEN_BEFORE_AN_OPERATION_IS_CHOSEN = {
    "BAD_REQUEST": "the request is no HTTP, so it has no path",
    "HEADERS_TOO_LARGE": "the server reads no further than the header fields",
    "ROUTE_NOT_FOUND": "no operation has the path",
    "METHOD_NOT_ALLOWED": "no operation has the method",
}
CODES_THAT_ONLY_A_TASK_CARRIES = {
    "TASK_CANCELLED": "the problem of a task that somebody cancelled",
    "INTERRUPTED": "the problem of a task whose process ended",
    "IMPORT_INVALID": "the problem of an import whose file has rows with errors",
}
OPERATIONS_THAT_START_A_TASK = {"import_parts", "plan_reorganization", "start_scripted_task"}
OPERATIONS_THAT_MAKE_WHAT_THEY_NAME = {"take_snapshot"}
OPERATIONS_WITHOUT_A_DATABASE = {"get_health", "get_healthz", "start_drain"}


def follow(node: Node) -> Node:
    while "$ref" in node:
        _, section, name = node["$ref"].rsplit("/", 2)
        node = COMPONENTS[section][name]
    return node


def operations() -> Iterator[tuple[str, str, Node]]:
    for path, item in DOCUMENT["paths"].items():
        for method in sorted(openapi.METHODS & item.keys()):
            shared = item.get("parameters", [])
            operation = item[method]
            yield path, method, {**operation, "parameters": [*shared, *operation.get("parameters", [])]}


OPERATIONS = {operation["operationId"]: operation for _, _, operation in operations()}
BY_OPERATION = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))


def responses(operation: Node) -> dict[str, Node]:
    return {status: follow(response) for status, response in operation["responses"].items()}


def bodies(operation: Node) -> Iterator[tuple[str, str, Node]]:
    """Yield where it stands, its media type and its content, for each body of an operation."""
    if "requestBody" in operation:
        for media_type, content in follow(operation["requestBody"])["content"].items():
            yield "request", media_type, content
    for status, response in responses(operation).items():
        for media_type, content in response.get("content", {}).items():
            yield status, media_type, content


def faults(schema: Node, value: Any) -> list[str]:
    whole = {"allOf": [schema], "components": COMPONENTS}
    return [error.message for error in OAS30Validator(whole, format_checker=oas30_format_checker).iter_errors(value)]


def reach(schema: Node, seen: set[str]) -> Iterator[Node]:
    """Yield ``schema`` and every schema inside it, each component once."""
    if "$ref" in schema:
        if schema["$ref"] in seen:
            return
        seen.add(schema["$ref"])
    schema = follow(schema)
    yield schema
    for inner in (*schema.get("properties", {}).values(), *schema.get("allOf", ())):
        yield from reach(inner, seen)
    if "items" in schema:
        yield from reach(schema["items"], seen)


def request_schemas() -> list[Node]:
    seen: set[str] = set()
    found: list[Node] = []
    for operation in OPERATIONS.values():
        for parameter in operation["parameters"]:
            found.extend(reach(follow(parameter)["schema"], seen))
        for where, _, content in bodies(operation):
            if where == "request":
                found.extend(reach(content["schema"], seen))
    return found


def every_schema() -> list[Node]:
    seen: set[str] = set()
    found = request_schemas()
    for operation in OPERATIONS.values():
        for _, _, content in bodies(operation):
            found.extend(reach(content["schema"], seen))
        for response in responses(operation).values():
            for header in response["headers"].values():
                found.extend(reach(follow(header)["schema"], seen))
    return found


def unbounded(schema: Node) -> bool:
    if "enum" in schema or schema.get("format") == "date-time":
        return False
    if schema.get("type") == "string":
        return "maxLength" not in schema
    return schema.get("type") in {"integer", "number"} and not {"minimum", "maximum"} <= schema.keys()


def test_the_document_is_valid_openapi() -> None:
    assert DOCUMENT["openapi"] == "3.0.3"
    assert DOCUMENT["servers"] == [{"url": "/api"}]
    assert [error.message for error in OpenAPIV30SpecValidator(DOCUMENT).iter_errors()] == []


def test_the_document_survives_a_journey_through_json() -> None:
    assert json.loads(json.dumps(DOCUMENT)) == DOCUMENT


def test_every_load_is_a_document_of_its_own() -> None:
    first = openapi.load()
    first["paths"].clear()
    assert openapi.load()["paths"] != {}


def test_operation_ids_are_snake_case_and_unique() -> None:
    names = [operation["operationId"] for _, _, operation in operations()]
    assert [name for name in names if not re.fullmatch(r"[a-z]+(_[a-z]+)*", name)] == []
    assert len(names) == len(set(names))


def test_every_operation_has_one_described_tag_and_every_tag_an_operation() -> None:
    described = {tag["name"] for tag in DOCUMENT["tags"] if tag["description"]}
    assert all(len(operation["tags"]) == 1 for operation in OPERATIONS.values())
    assert {operation["tags"][0] for operation in OPERATIONS.values()} == described


def test_component_names_are_pascal_case_without_a_schema_suffix() -> None:
    names = [name for section in COMPONENTS.values() for name in section]
    assert [name for name in names if not re.fullmatch(r"([A-Z][a-z0-9]+)+", name) or name.endswith("Schema")] == []


def test_everything_that_the_files_define_is_in_the_document() -> None:
    folder = Path(str(files(openapi)))
    unused = []
    for section in ("schemas", "responses", "parameters"):
        for file in (folder / section).glob("*.yaml"):
            unused += [name for name in yaml.safe_load(file.read_text("utf-8")) if name not in COMPONENTS[section]]
    for section, entries in yaml.safe_load((folder / "shared.yaml").read_text("utf-8")).items():
        unused += [name for name in entries if name not in COMPONENTS[section]]
    assert unused == []
    fragments = sum(len(yaml.safe_load(file.read_text("utf-8"))) for file in (folder / "paths").glob("*.yaml"))
    assert fragments == len(DOCUMENT["paths"])


@BY_OPERATION
def test_every_body_has_examples_that_fit_its_schema(operation: Node) -> None:
    assert operation["summary"]
    for where, media_type, content in bodies(operation):
        assert content["examples"], (where, media_type)
        for name, example in content["examples"].items():
            assert faults(content["schema"], example["value"]) == [], (where, name)


@BY_OPERATION
def test_every_body_is_a_named_component_or_a_list_of_one(operation: Node) -> None:
    for where, _, content in bodies(operation):
        schema = content["schema"]
        assert "$ref" in schema or "$ref" in schema["items"], where


@BY_OPERATION
def test_parameters_and_headers_are_described_with_examples_that_fit(operation: Node) -> None:
    headers = [header for response in responses(operation).values() for header in response["headers"].values()]
    for described in map(follow, [*operation["parameters"], *headers]):
        assert described["description"]
        assert faults(described["schema"], described["example"]) == []


@BY_OPERATION
def test_every_response_declares_its_headers(operation: Node) -> None:
    pages = {"limit", "offset"} <= {follow(parameter)["name"] for parameter in operation["parameters"]}
    for status, response in responses(operation).items():
        expected = {"X-Request-ID"}
        starts_task = status == "202" and operation["operationId"] in OPERATIONS_THAT_START_A_TASK
        expected |= {"Location"} if status == "201" or starts_task else set()
        expected |= {"Content-Disposition"} if "text/csv" in response.get("content", {}) else set()
        expected |= {"Retry-After"} if status == "503" else set()
        expected |= {"WWW-Authenticate"} if status == "401" else set()
        expected |= {"X-Total-Count", "X-Total-Count-Limited", "Link"} if status == "200" and pages else set()
        assert response["headers"].keys() == expected


@BY_OPERATION
def test_every_operation_lists_the_refusals_that_any_of_its_kind_gives(operation: Node) -> None:
    references = {
        status: response.get("$ref", "").rsplit("/")[-1] for status, response in operation["responses"].items()
    }
    expected = {"400": "InvalidRequest", "500": "InternalError"}
    if "requestBody" in operation:
        expected |= {"400": "InvalidBody", "413": "PayloadTooLarge", "415": "UnsupportedMediaType"}
    if operation["operationId"] == "get_readyz":
        expected["503"] = "NotReady"
    elif "text/event-stream" in {media_type for _, media_type, _ in bodies(operation)}:
        expected["503"] = "StreamUnavailable"
    elif operation["operationId"] not in OPERATIONS_WITHOUT_A_DATABASE:
        expected["503"] = "Unavailable"
    given_by_all = {"400", "413", "415", "500", "503"}
    assert {status: name for status, name in references.items() if status in given_by_all} == expected


@BY_OPERATION
def test_a_named_resource_may_be_missing(operation: Node) -> None:
    named = any(follow(parameter)["in"] == "path" for parameter in operation["parameters"])
    made_here = operation["operationId"] in OPERATIONS_THAT_MAKE_WHAT_THEY_NAME
    assert not named or made_here or "404" in operation["responses"]


@BY_OPERATION
def test_refusals_are_problems_with_one_example_for_each_code(operation: Node) -> None:
    for status, response in operation["responses"].items():
        if status < "400":
            continue
        assert "$ref" in response
        refusal = follow(response)
        content = refusal["content"]
        assert content.keys() == {PROBLEM}
        assert content[PROBLEM]["schema"] == {"$ref": "#/components/schemas/Problem"}
        assert list(content[PROBLEM]["examples"]) == refusal["x-codes"]
        for code, example in content[PROBLEM]["examples"].items():
            value = example["value"]
            told = (str(value["status"]), value["code"], value["title"])
            assert told == (status, code, ERROR_CODES[code]["title"])
            assert ERROR_CODES[code]["status"] == value["status"]


def test_every_error_code_is_explained() -> None:
    assert list(ERROR_CODES) == SCHEMAS["ErrorCode"]["enum"]
    for explained in ERROR_CODES.values():
        assert explained.keys() == {"status", "title", "meaning", "action"}
        assert explained["meaning"].endswith(".")
        assert explained["action"].endswith(".")


def test_every_error_code_is_given_by_some_operation_or_before_one_is_chosen() -> None:
    given = {code for response in COMPONENTS["responses"].values() for code in response["x-codes"]}
    assert given.isdisjoint(CODES_GIVEN_BEFORE_AN_OPERATION_IS_CHOSEN)
    elsewhere = CODES_GIVEN_BEFORE_AN_OPERATION_IS_CHOSEN.keys() | CODES_THAT_ONLY_A_TASK_CARRIES.keys()
    assert given | elsewhere == ERROR_CODES.keys()


def test_strings_and_numbers_are_bounded() -> None:
    assert [schema for schema in every_schema() if unbounded(schema)] == []


def test_arrays_that_a_client_sends_are_bounded() -> None:
    assert [schema for schema in request_schemas() if schema.get("type") == "array" and "maxItems" not in schema] == []


def test_objects_are_closed_except_for_problems() -> None:
    objects = [(name, schema) for name, schema in SCHEMAS.items() if schema.get("type") == "object"]
    open_ones = [name for name, schema in objects if schema["additionalProperties"] is not False]
    assert sorted(open_ones) == ["OtherTaskResult", "Problem"]
    assert [
        name for name, schema in objects if not set(schema.get("required", ())) <= schema.get("properties", {}).keys()
    ] == []


def test_a_reference_is_left_out_rather_than_null() -> None:
    assert [schema for schema in every_schema() if schema.get("nullable") and "type" not in schema] == []


def test_every_string_that_a_client_sends_refuses_control_characters() -> None:
    strings = [s for s in request_schemas() if s.get("type") == "string" and "enum" not in s]
    strings = [schema for schema in strings if schema.get("format") != "binary"]
    assert strings
    for schema in strings:
        for character in "\0\x01\b\v\f\x1b\x1f\x7f\x80\x85\x9f":
            assert faults({"type": "string", "pattern": schema["pattern"]}, f"a{character}b"), schema


BLANKS = ["", " ", "\t", "\n", "\u0085", "\u00a0", "\u1680", "\u2000", "\u200a", "\u2028", "\u2029", "\u202f"]
BLANKS += ["\u205f", "\u3000", "\ufeff", " \u00a0 \ufeff "]


@pytest.mark.parametrize("blank", BLANKS, ids=ascii)
@pytest.mark.parametrize(
    ("component", "member", "others"),
    [
        ("TypeCreate", "name", {}),
        ("SellerCreate", "name", {"website": "www.mouser.com"}),
        ("SellerUpdate", "website", {}),
        ("BoxCreate", "description", {"capacity": 3}),
        ("PartCreate", "description", {}),
        ("PartUpdate", "description", {}),
    ],
)
def test_a_name_must_not_be_blank(component: str, member: str, others: Node, blank: str) -> None:
    schema = {"$ref": f"#/components/schemas/{component}"}
    assert faults(schema, {**others, member: blank})
    assert faults(schema, {**others, member: f"{blank}é".strip("\t\n\x85")}) == []


def test_an_optional_text_may_be_cleared_by_null_or_nothing_but_a_description_may_not() -> None:
    update = {"$ref": "#/components/schemas/PartUpdate"}
    assert faults(update, {"series": None, "package": "", "seller_id": None, "tags": None}) == []
    assert faults(update, {"description": None})


@BY_OPERATION
def test_links_lead_to_operations_and_name_their_parameters(operation: Node) -> None:
    for response in responses(operation).values():
        for name, link in response.get("links", {}).items():
            target = OPERATIONS[link["operationId"]]
            assert name == link["operationId"]
            assert link["parameters"].keys() <= {follow(parameter)["name"] for parameter in target["parameters"]}


def test_creating_links_to_what_can_be_done_next() -> None:
    creating = [operation for name, operation in OPERATIONS.items() if name.startswith("create_")]
    assert creating
    for operation in creating:
        noun = operation["operationId"].removeprefix("create_")
        links = operation["responses"]["201"]["links"]
        assert {f"get_{noun}", f"update_{noun}", f"delete_{noun}"} <= links.keys()
