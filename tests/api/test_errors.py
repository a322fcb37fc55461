"""What frameworks usually answer by themselves, and what goes wrong behind them: always a problem."""

import json
import logging
from collections.abc import Iterator

import flask
import pytest
from sqlalchemy import text

from applications import living_on, runtime_of
from clients import Api, problem, refuses
from factories import make_box, make_part, make_type, stock
from handlers.runtime.context import Runtime
from services.kernel.logs import JsonFormatter, TraceFilter

MIB = 1_048_576
AWAY = "postgresql+psycopg://nobody@127.0.0.1:1/nowhere"


@pytest.fixture
def own(compiled: flask.Flask, own_url: str, caplog: pytest.LogCaptureFixture) -> Iterator[Api]:
    """The API on a database whose tables the test may alter."""
    caplog.set_level(logging.INFO)
    with living_on(compiled, own_url) as app, Api.in_process(app) as api:
        yield api


def execute(app: flask.Flask, *statements: str) -> None:
    with runtime_of(app).world.store.transaction() as session:
        for statement in statements:
            session.execute(text(statement))


def logged(caplog: pytest.LogCaptureFixture, name: str) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.name == name]


def test_an_unknown_address_is_a_problem(api: Api) -> None:
    for path in (
        "/nothing",
        "/types/1/2",
        "/parts/",
        "//parts",
        "/parts//history",
        "/docs/nothing.js",
        "/testing/reset",
    ):
        refused = problem(api.get(path), 404, "ROUTE_NOT_FOUND")
        assert refused["detail"] == "There is nothing at this address"
    problem(api.http.get("http://testserver/api"), 404, "ROUTE_NOT_FOUND")


def test_an_unknown_method_is_a_problem_that_names_the_known_ones(api: Api) -> None:
    for method, path, allowed in [
        ("PATCH", "/types/1", {"GET", "HEAD", "OPTIONS", "PUT", "DELETE"}),
        ("DELETE", "/types", {"GET", "HEAD", "OPTIONS", "POST"}),
        ("GET", "/inventory/parts/ABCD/move", {"OPTIONS", "POST"}),
        ("TRACE", "/health", {"GET", "HEAD", "OPTIONS"}),
        ("BREW", "/docs", {"GET", "HEAD", "OPTIONS"}),
        ("PUT", "/parts/with-locations", {"GET", "HEAD", "OPTIONS"}),
        ("DELETE", "/parts/with-locations", {"GET", "HEAD", "OPTIONS"}),
    ]:
        answer = api.send(method, path)
        refused = problem(answer, 405, "METHOD_NOT_ALLOWED")
        assert refused["detail"] == f"This address does not take the method {method}"
        assert set(answer.headers["Allow"].split(", ")) == allowed
        assert set(api.send("OPTIONS", path).headers["Allow"].split(", ")) == allowed


def test_addresses_that_begin_like_a_longer_one_are_still_those_of_parts(api: Api) -> None:
    for key in ("with-locations2", "with-location", "WITH-LOCATIONS", "x with-locations"):
        refuses(api.delete(f"/parts/{key}"), ("part_key", "max_length"), ("part_key", "pattern"))
    problem(api.get("/parts/with-locations/history"), 404, "ROUTE_NOT_FOUND")


def test_head_answers_as_get_without_a_body(api: Api) -> None:
    make_type(api)
    answer = api.send("HEAD", "/types")
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["Content-Type"] == "application/json"
    assert api.send("HEAD", "/types/9").status_code == 404


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "multipart/form-data; boundary=x", "json", "*/*"])
def test_a_body_of_another_media_type_is_refused(api: Api, kind: str) -> None:
    answer = api.raw("/types", b'{"name": "Relay"}', kind)
    refused = problem(answer, 415, "UNSUPPORTED_MEDIA_TYPE")
    assert refused["detail"] == "The body has to be application/json"
    assert answer.headers["Accept"] == "application/json"
    assert api.get("/types").json() == []


def test_a_body_without_a_media_type_is_refused(api: Api) -> None:
    problem(api.raw("/types", b'{"name": "Relay"}', None), 415, "UNSUPPORTED_MEDIA_TYPE")


def test_utf_8_is_the_one_charset_of_json(api: Api) -> None:
    for number, kind in enumerate(
        [
            "application/json; charset=utf-8",
            'application/json;charset="UTF-8"',
            "Application/JSON",
            "application/json; x=y",
        ]
    ):
        assert api.raw("/types", json.dumps({"name": f"Größe {number}"}).encode(), kind).status_code == 201, kind
    sent = '{"name": "Größe"}'.encode("latin-1")
    refused = problem(api.raw("/types", sent, "application/json; charset=latin-1"), 415, "UNSUPPORTED_MEDIA_TYPE")
    assert refused["detail"] == "JSON has to be encoded as UTF-8"


@pytest.mark.parametrize(
    ("body", "reason", "line", "column"),
    [
        (b"", "Input is a zero-length, empty document", 1, 1),
        (b"{", "unexpected end of data", 1, 2),
        (b'{"name": Relay}', "unexpected character, expected a JSON value", 1, 10),
        (b'{"name":\n  "Relay",\n}', "trailing comma is not allowed", 2, 10),
        (b'{"name" "Relay"}', "unexpected character, expected ':' after key", 1, 9),
        (b'{"name": NaN}', "unexpected character, expected a JSON value", 1, 10),
        (b'{"capacity": Infinity}', "unexpected character, expected a JSON value", 1, 14),
        (b'{"capacity": 1e999}', "number is infinity when parsed as double", 1, 14),
        (b'{"name": "a\0b"}', "unexpected control character in string", 1, 12),
        (b'{"name": "\\ud800"}', "no low surrogate in string", 1, 11),
        (b'{"name": "Gr\xf6sse"}', "str is not valid UTF-8", 1, 1),
        (b"{} {}", "unexpected content after document", 1, 4),
        (b"[" * 100_000, "depth limit exceeded", 1, 1026),
        (b'{"name":' * 2_000 + b"1" + b"}" * 2_000, "depth limit exceeded", 1, 8194),
    ],
)
def test_malformed_json_is_refused_with_its_place(api: Api, body: bytes, reason: str, line: int, column: int) -> None:
    refused = problem(api.raw("/types", body), 400, "MALFORMED_JSON")
    place = f"{reason} at line {line}, column {column}"
    assert refused["detail"] == f"The body is not JSON: {place}"
    assert refused["errors"] == [{"pointer": "", "code": "malformed", "message": place}]


def test_nesting_is_explained_down_to_a_hundred_levels(api: Api) -> None:
    def nested(levels: int) -> bytes:
        return b'{"name": ' + b"[" * (levels - 1) + b"]" * (levels - 1) + b"}"

    refuses(api.raw("/types", nested(100)), ("/name", "type"))
    for levels in (101, 300, 1000):
        refused = problem(api.raw("/types", nested(levels)), 400, "MALFORMED_JSON")
        assert refused["detail"] == "The body is nested deeper than 100 levels"


def test_many_mistakes_are_all_counted_and_a_hundred_named(api: Api) -> None:
    body = {"name": "Relay", **{f"member{number}": 1 for number in range(250)}}
    refused = problem(api.post("/types", body), 400, "VALIDATION_FAILED")
    assert len(refused["errors"]) == 100
    assert refused["detail"].endswith("/member4 and 245 more")


def test_the_detail_names_each_place_once(api: Api) -> None:
    answer = api.get("/parts/TOOLONG?=x&limit=0")
    refused = problem(answer, 400, "VALIDATION_FAILED")
    assert refused["detail"] == "The request is not valid: look at part_key, the parameter without a name, limit"
    assert problem(api.post("/types"), 400, "VALIDATION_FAILED")["detail"] == (
        "The request is not valid: look at the body"
    )


def test_parameters_of_path_and_query_and_the_body_are_refused_together(api: Api) -> None:
    answer = api.put("/types/0?force=1", {"name": ""})
    refuses(answer, ("type_id", "minimum"), ("force", "unexpected"), ("/name", "min_length"), ("/name", "pattern"))


def test_bodies_up_to_one_mebibyte_are_read(api: Api) -> None:
    start, end = b'{"name": "Relay"', b"}"
    whole = start + b" " * (MIB - len(start) - len(end)) + end
    assert api.raw("/types", whole).status_code == 201
    refused = problem(api.raw("/types", whole + b" "), 413, "PAYLOAD_TOO_LARGE")
    assert refused["detail"] == "The body is larger than the 1048576 bytes that are taken here"
    problem(api.raw("/types", b'{"name": "' + b"x" * 2 * MIB + b'"}'), 413, "PAYLOAD_TOO_LARGE")
    assert len(api.get("/types").json()) == 1


def test_a_long_address_is_read(api: Api) -> None:
    refuses(api.get("/parts?q=" + "x" * 20_000), ("q", "max_length"))
    refuses(api.get("/types/" + "9" * 20_000), ("type_id", "type"))


def test_characters_that_are_no_utf_8_are_replaced_not_fatal(api: Api) -> None:
    assert api.get("/parts?q=%FF%FE").json() == []
    refuses(api.get("/types/%FF"), ("type_id", "type"))


def test_a_constraint_that_only_the_database_sees_is_a_conflict(
    own: Api, compiled: flask.Flask, caplog: pytest.LogCaptureFixture
) -> None:
    execute(compiled, "CREATE UNIQUE INDEX one_capacity ON boxes (capacity)")
    first = make_box(own, 3)
    refused = problem(own.post("/boxes", {"capacity": 3, "description": "Again"}), 409, "CONSTRAINT_VIOLATION")
    assert refused["detail"] == (
        "The change contradicts another one that was made at the same time; look at the records again"
    )
    assert [box["box_no"] for box in own.get("/boxes").json()] == [first["box_no"]]
    (record,) = logged(caplog, "partsbench.errors")
    assert (record.levelno, record.exc_info) == (logging.WARNING, None)


DEFERRED = {
    "sqlite": [
        "CREATE TABLE approvals (capacity INTEGER PRIMARY KEY)",
        "CREATE TABLE wishes (capacity INTEGER REFERENCES approvals DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TRIGGER wish AFTER INSERT ON boxes BEGIN INSERT INTO wishes VALUES (new.capacity); END",
    ],
    "postgresql": [
        "CREATE TABLE approvals (capacity INTEGER PRIMARY KEY)",
        "ALTER TABLE boxes ADD FOREIGN KEY (capacity) REFERENCES approvals DEFERRABLE INITIALLY DEFERRED",
    ],
}
"""Tables that let every statement pass and refuse the commit of a box whose capacity nobody approved."""


def test_a_constraint_that_fails_at_commit_is_a_conflict_and_leaves_nothing(own: Api, compiled: flask.Flask) -> None:
    execute(compiled, *DEFERRED[runtime_of(compiled).world.store.dialect], "INSERT INTO approvals VALUES (3)")
    assert make_box(own, 3)["capacity"] == 3
    problem(own.post("/boxes", {"capacity": 4, "description": "Unapproved"}), 409, "CONSTRAINT_VIOLATION")
    assert [box["capacity"] for box in own.get("/boxes").json()] == [3]
    assert make_box(own, 3)["capacity"] == 3


def test_tables_of_another_version_are_a_bug_and_not_an_absence(
    own: Api, compiled: flask.Flask, caplog: pytest.LogCaptureFixture
) -> None:
    execute(compiled, "ALTER TABLE boxes RENAME COLUMN description TO purpose")
    answer = own.get("/boxes", headers={"X-Request-ID": "bug-1"})
    assert problem(answer, 500, "INTERNAL")["correlation_id"] == "bug-1"
    for inside in ("SELECT", "boxes", "Traceback", "sqlalchemy", "column"):
        assert inside not in answer.text
    (record,) = logged(caplog, "partsbench.errors")
    assert record.getMessage() in {
        "unhandled OperationalError while serving GET /api/boxes",
        "unhandled ProgrammingError while serving GET /api/boxes",
    }


def test_a_bug_is_internal_and_its_traceback_logged_with_the_id_of_the_request(
    api: Api, runtime: Runtime, caplog: pytest.LogCaptureFixture
) -> None:
    make_part(api)
    with runtime.world.store.transaction() as session:
        session.execute(text("UPDATE parts SET tags = 'true'"))
    caplog.handler.addFilter(TraceFilter())
    answer = api.get("/parts", headers={"X-Request-ID": "bug-2"})
    refused = problem(answer, 500, "INTERNAL")
    assert refused["correlation_id"] == "bug-2"
    assert refused["detail"] == "Something went wrong on our side; the correlation id leads to the details in the log"
    assert set(refused) == {"type", "title", "status", "detail", "code", "correlation_id"}
    (record,) = logged(caplog, "partsbench.errors")
    line = json.loads(JsonFormatter().format(record))
    assert (line["level"], line["correlation_id"]) == ("ERROR", "bug-2")
    assert line["message"] == "unhandled TypeError while serving GET /api/parts"
    assert line["exception"].startswith("Traceback (most recent call last)")


@pytest.fixture
def key_of_too_many_pins(api: Api, runtime: Runtime) -> str:
    """The key of a part with more pins than the document lets an answer have; no request can bring it to that."""
    key: str = make_part(api)["key"]
    with runtime.world.store.transaction() as session:
        session.execute(text("UPDATE parts SET pin_count = 10001"))
    return key


def test_an_answer_off_the_contract_fails_and_leaves_no_change(
    api: Api, runtime: Runtime, key_of_too_many_pins: str, caplog: pytest.LogCaptureFixture
) -> None:
    problem(api.put(f"/parts/{key_of_too_many_pins}", {"series": "G5Q"}), 500, "INTERNAL")
    (record,) = logged(caplog, "partsbench.errors")
    assert record.exc_info is not None
    assert str(record.exc_info[1]) == (
        "update_part answered 200 with a body that breaks the document: "
        "/pin_count: The value is greater than the maximum of 10000."
    )
    with runtime.world.store.reading() as session:
        assert session.scalars(text("SELECT series FROM parts")).all() == [None]


def test_in_production_an_answer_off_the_contract_is_given_logged_and_counted(
    api: Api, runtime: Runtime, key_of_too_many_pins: str, caplog: pytest.LogCaptureFixture
) -> None:
    runtime.enforce_contract = False
    answer = api.put(f"/parts/{key_of_too_many_pins}", {"series": "G5Q"})
    assert (answer.status_code, answer.json()["series"]) == (200, "G5Q")
    assert runtime.contract_mismatches == 1
    (record,) = logged(caplog, "partsbench.contract")
    assert record.levelno == logging.ERROR
    assert record.getMessage().endswith("(mismatch 1 of this process)")


def test_a_database_that_is_away_is_said_to_be(compiled: flask.Flask, caplog: pytest.LogCaptureFixture) -> None:
    with living_on(compiled, AWAY) as app, Api.in_process(app) as api:
        for answer in (
            api.get("/types"),
            api.post("/types", {"name": "Relay"}),
            api.delete("/parts/ABCD"),
            api.get("/dashboard/stats"),
        ):
            refused = problem(answer, 503, "DATABASE_UNAVAILABLE")
            assert refused["detail"] == "The database does not answer at the moment; try again shortly"
            assert answer.headers["Retry-After"] == "1"
            assert "127.0.0.1" not in answer.text
        assert problem(api.post("/types", {}), 400, "VALIDATION_FAILED")
    assert len(logged(caplog, "partsbench.errors")) == 4


def test_a_refusal_takes_back_what_was_done_before_it(api: Api) -> None:
    make_box(api, 2)
    key = make_part(api)["key"]
    stock(api, key, 1, 2, 1)
    answer = api.put("/boxes/1", {"capacity": 1, "description": "Renamed"})
    problem(answer, 409, "CAPACITY_IN_USE")
    assert api.get("/boxes/1").json()["description"] == "Small parts"


def test_every_answer_carries_the_id_of_its_request(api: Api) -> None:
    for response in (
        api.get("/types"),
        api.get("/nothing"),
        api.post("/types", {"name": "Relay"}),
        api.delete("/types/1"),
        api.send("OPTIONS", "/types"),
        api.get("/docs"),
        api.get("/openapi.json"),
    ):
        assert len(response.headers.get_list("X-Request-ID")) == 1
        assert len(response.headers["X-Request-ID"]) == 36


def test_the_id_that_a_client_proposes_is_used_where_it_is_acceptable(api: Api) -> None:
    trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    parent = f"00-{trace}-00f067aa0ba902b7-01"
    cases: list[tuple[dict[str, str], str | None]] = [
        ({"X-Request-ID": "mine"}, "mine"),
        ({"X-Request-ID": "x" * 128}, "x" * 128),
        ({"X-Request-ID": " !~ "}, "!~"),
        ({"X-Correlation-ID": "other"}, "other"),
        ({"X-Request-ID": "mine", "X-Correlation-ID": "other", "traceparent": parent}, "mine"),
        ({"traceparent": parent}, trace),
        ({"X-Request-ID": "x" * 129, "traceparent": parent}, trace),
        ({"X-Request-ID": "x" * 129}, None),
        ({"X-Request-ID": ""}, None),
        ({"X-Request-ID": "a\tb"}, None),
        ({"traceparent": f"00-{'0' * 32}-00f067aa0ba902b7-01"}, None),
        ({"traceparent": f"00-{trace}-{'0' * 16}-01"}, None),
        ({"traceparent": f"ff-{trace}-00f067aa0ba902b7-01"}, None),
        ({"traceparent": parent.upper()}, None),
        ({"traceparent": "nonsense"}, None),
        ({"X-Amzn-Trace-Id": "amazon"}, None),
    ]
    for headers, expected in cases:
        answer = api.get("/types/9", headers=headers)
        given = problem(answer, 404, "TYPE_NOT_FOUND")["correlation_id"]
        if expected is None:
            assert given not in headers.values(), headers
            assert len(given) == 36, headers
        else:
            assert given == expected, headers


def test_two_requests_never_share_a_generated_id(api: Api) -> None:
    assert len({api.get("/health/healthz").headers["X-Request-ID"] for _ in range(50)}) == 50
