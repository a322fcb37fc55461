"""The document, the schemas derived from it, the tables and the handlers say the same."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest
from marshmallow import fields
from sqlalchemy import JSON, CheckConstraint, Column, String

import handlers
import openapi
from handlers.runtime.errors import STATUS, title_of
from handlers.wire import spec_schema
from services.kernel.errors import BusinessLogicError, ErrorCode
from services.models import (
    Base,
    Box,
    Location,
    Part,
    PartLocation,
    QuantityChange,
    Seller,
    Task,
    Type,
    TypeTotal,
)
from services.models.base import UtcDateTime
from services.models.task import STATUSES

DOCUMENT = openapi.load(testing=True)
SCHEMAS = DOCUMENT["components"]["schemas"]
OPERATIONS = [
    (path, method, item[method])
    for path, item in DOCUMENT["paths"].items()
    for method in sorted(openapi.METHODS & item.keys())
]


class Pair(NamedTuple):
    """A component and the table behind it; ``computed`` members have no column there."""

    component: str
    model: type[Base]
    computed: frozenset[str] = frozenset()

    @property
    def is_sent(self) -> bool:
        return self.component.endswith(("Create", "Update"))


def pair(component: str, model: type[Base], *computed: str) -> Pair:
    return Pair(component, model, frozenset(computed))


USAGE = ("total_locations", "occupied_locations", "available_locations", "usage_percentage")
PAIRS = [
    pair("Type", Type, "part_count"),
    pair("TypeCreate", Type),
    pair("TypeUpdate", Type),
    pair("Seller", Seller),
    pair("SellerSummary", Seller),
    pair("SellerCreate", Seller),
    pair("SellerUpdate", Seller),
    pair("Part", Part, "type", "seller"),
    pair("PartWithLocations", Part, "type", "seller", "locations"),
    pair("PartCreate", Part),
    pair("PartUpdate", Part),
    pair("StoredPart", Part, "qty"),
    pair("Box", Box, "locations"),
    pair("BoxSummary", Box, *USAGE),
    pair("BoxUsage", Box, *USAGE),
    pair("BoxCreate", Box),
    pair("BoxUpdate", Box),
    pair("LocationRef", Location),
    pair("Location", Location, "parts"),
    pair("PartLocation", PartLocation, "box_no", "loc_no"),
    pair("StockLevel", PartLocation, "key", "box_no", "loc_no"),
    pair("HistoryEntry", QuantityChange),
    pair("Activity", QuantityChange, "part_key", "part_description"),
    pair("Task", Task, "progress", "result", "problem"),
]

NOT_ON_THE_WIRE = {
    "types.name_key": "what names are compared by",
    "sellers.name_key": "what names are compared by",
    "parts.id": "a part is named by its key",
    "parts.description_key": "what lists are sorted by",
    "parts.manufacturer_code_key": "what lists are sorted by",
    "parts.search_text": "what the search box looks through",
    "locations.id": "a location is named by its box and number",
    "locations.part_count": "how many parts lie there, all of which are shown",
    "type_totals.type_id": "sums, which the answers of other tables show",
    "type_totals.parts": "sums, which the answers of other tables show",
    "type_totals.pieces": "sums, which the answers of other tables show",
    "part_locations.id": "stock is named by part and location",
    "part_locations.part_id": "stock is named by part and location",
    "part_locations.location_id": "stock is named by part and location",
    "quantity_history.part_id": "a history is asked for by the part's key",
    "tasks.message": "in the member progress",
    "tasks.value": "in the member progress",
    "tasks.result": "an object that is absent rather than null",
    "tasks.failure": "rendered as the member problem",
    "tasks.test_id": "marks log lines",
    "tasks.owner": "which process does it",
    "tasks.cancel_requested": "between processes",
    "tasks.updated_at": "a task says when it started and when it finished",
}

WITHOUT_COMPONENT: dict[type[Base], str] = {TypeTotal: "sums, which the answers of other tables show"}

CONVERTED = {"tags": "null and absent mean no tags, so the column is never null"}
"""Members of a body whose column is not nullable although null may be sent."""

PYTHON_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "array": list}


def followed(part: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = SCHEMAS[part["$ref"].rsplit("/", 1)[1]]
    return part


def members(chosen: Pair) -> Iterator[tuple[str, dict[str, Any], Column[Any]]]:
    """Each member that has a column, with both."""
    columns = chosen.model.__table__.columns
    for name, part in SCHEMAS[chosen.component]["properties"].items():
        if name not in chosen.computed:
            assert name in columns, f"{chosen.component}.{name} has no column"
            yield name, followed(part), columns[name]


BY_PAIR = pytest.mark.parametrize("chosen", PAIRS, ids=[chosen.component for chosen in PAIRS])


@BY_PAIR
def test_what_is_computed_has_no_column_of_that_name(chosen: Pair) -> None:
    assert chosen.computed <= SCHEMAS[chosen.component]["properties"].keys()
    stored = chosen.computed & set(chosen.model.__table__.columns.keys())
    assert {f"{chosen.model.__tablename__}.{name}" for name in stored} <= NOT_ON_THE_WIRE.keys()


@BY_PAIR
def test_members_and_columns_have_the_same_type(chosen: Pair) -> None:
    for name, part, column in members(chosen):
        is_instant = part.get("format") == "date-time"
        assert isinstance(column.type, UtcDateTime) == is_instant, name
        if not is_instant:
            found = list if isinstance(column.type, JSON) else column.type.python_type
            assert found is PYTHON_TYPES[part["type"]], name


@BY_PAIR
def test_members_and_columns_may_be_null_together(chosen: Pair) -> None:
    for name, part, column in members(chosen):
        nullable = part.get("nullable", False)
        if chosen.is_sent and name in CONVERTED:
            assert nullable
            assert not column.nullable
        else:
            assert nullable == column.nullable, name


@BY_PAIR
def test_members_and_columns_have_the_same_length(chosen: Pair) -> None:
    for name, part, column in members(chosen):
        if isinstance(column.type, String) and "enum" not in part:
            assert part.get("maxLength") == column.type.length, name


def test_what_has_to_be_sent_is_what_has_to_be_stored() -> None:
    for chosen in PAIRS:
        if chosen.component.endswith("Create"):
            needed = {name for name, _, column in members(chosen) if not column.nullable and name not in CONVERTED}
            assert set(SCHEMAS[chosen.component]["required"]) == needed, chosen.component


def test_every_answer_has_all_its_members() -> None:
    absent_rather_than_null = {
        "Type": {"part_count"},
        "Part": {"type", "seller"},
        "PartWithLocations": {"type", "seller"},
        "Task": {"progress", "result", "problem"},
    }
    for chosen in PAIRS:
        if not chosen.is_sent:
            schema = SCHEMAS[chosen.component]
            optional = schema["properties"].keys() - set(schema["required"])
            assert optional == absent_rather_than_null.get(chosen.component, set()), chosen.component


def test_every_table_has_a_component_or_an_excuse() -> None:
    every = {mapper.class_ for mapper in Base.registry.mappers}
    assert {chosen.model for chosen in PAIRS} == every - WITHOUT_COMPONENT.keys()


def test_every_column_is_on_the_wire_or_excused() -> None:
    shown = {
        f"{chosen.model.__tablename__}.{name}"
        for chosen in PAIRS
        if not chosen.is_sent
        for name in SCHEMAS[chosen.component]["properties"].keys() - chosen.computed
    }
    every = {f"{table.name}.{column.name}" for table in Base.metadata.sorted_tables for column in table.columns}
    assert every - shown == NOT_ON_THE_WIRE.keys()


def test_the_states_of_a_task_are_those_of_its_column() -> None:
    assert SCHEMAS["TaskStatus"]["enum"] == list(STATUSES)
    (known,) = [rule for rule in Task.__table__.constraints if isinstance(rule, CheckConstraint)]
    assert all(f"'{status}'" in str(known.sqltext) for status in STATUSES)


OBJECTS = sorted(name for name, schema in SCHEMAS.items() if schema.get("type") == "object" and "properties" in schema)


@pytest.mark.parametrize("component", OBJECTS)
def test_schemas_say_what_the_document_says(component: str) -> None:
    spec = SCHEMAS[component]
    derived = spec_schema(component)()
    assert derived.fields.keys() == spec["properties"].keys()
    required = set(spec.get("required", ()))
    assert {name for name, field in derived.fields.items() if field.required} == required
    for name, part in spec["properties"].items():
        field, target = derived.fields[name], followed(part)
        assert field.allow_none == bool(target.get("nullable")), name
        assert isinstance(field, fields.List) == (target.get("type") == "array"), name
        assert isinstance(field, fields.AwareDateTime) == (target.get("format") == "date-time"), name


def public_functions(module: Any) -> set[str]:
    return {
        name
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
    }


def test_each_tag_is_a_module_and_each_operation_a_function_in_it() -> None:
    modules = [found.name for found in pkgutil.iter_modules(handlers.__path__) if not found.ispkg]
    assert sorted(tag["name"] for tag in DOCUMENT["tags"]) == sorted(modules)
    for tag in modules:
        operations = {operation["operationId"] for _, _, operation in OPERATIONS if operation["tags"] == [tag]}
        assert public_functions(importlib.import_module(f"handlers.{tag}")) == operations, tag


def test_a_handler_takes_the_parameters_of_its_operation() -> None:
    for path, _, operation in OPERATIONS:
        module = importlib.import_module(f"handlers.{operation['tags'][0]}")
        signature = inspect.signature(getattr(module, operation["operationId"]))
        named = {
            name: value.default is value.empty
            for name, value in signature.parameters.items()
            if value.kind is not value.VAR_KEYWORD
        }
        takes_any = len(named) < len(signature.parameters)
        sent = _parameters(path, operation)
        assert named.keys() <= sent.keys(), operation["operationId"]
        assert takes_any or named.keys() == sent.keys(), operation["operationId"]
        sure = {name for name, is_sure in sent.items() if is_sure}
        assert {name for name, needed in named.items() if needed} <= sure, operation["operationId"]


def _parameters(path: str, operation: dict[str, Any]) -> dict[str, bool]:
    """The arguments that an operation hands over, and whether each is always there."""
    listed = [*DOCUMENT["paths"][path].get("parameters", []), *operation.get("parameters", [])]
    sent = {}
    for reference in listed:
        parameter = reference
        while "$ref" in parameter:
            parameter = DOCUMENT["components"]["parameters"][parameter["$ref"].rsplit("/", 1)[1]]
        name = parameter["name"].replace("-", "_").lower()
        sent[name] = parameter.get("required", False) or "default" in followed(parameter["schema"])
    if "requestBody" in operation:
        sent["body"] = True
    return sent


def test_the_codes_of_the_application_are_those_of_the_document() -> None:
    explained = SCHEMAS["ErrorCode"]["x-error-codes"]
    assert [code.value for code in ErrorCode] == SCHEMAS["ErrorCode"]["enum"] == list(explained)
    assert {code.value: status.value for code, status in STATUS.items()} == {
        code: entry["status"] for code, entry in explained.items()
    }
    for code in ErrorCode:
        assert title_of(code) == explained[code.value]["title"]


def _subclasses(kind: type) -> Iterator[type]:
    for inner in kind.__subclasses__():
        yield inner
        yield from _subclasses(inner)


def test_every_refusal_has_a_code_with_a_status_or_only_groups_others() -> None:
    for refusal in _subclasses(BusinessLogicError):
        code = getattr(refusal, "code", None)
        assert code in STATUS if code is not None else refusal.__subclasses__(), refusal
