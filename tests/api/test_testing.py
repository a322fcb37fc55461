"""Test mode as its users see it: over a real socket, on both databases."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from clients import Api, problem
from factories import make_box, make_part, make_type, stock
from support.process import ServerProcess
from support.testmode import database_of_kind, sandboxed, server_in_test_mode

FROZEN = "2026-03-01T12:00:00Z"


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def server(
    request: pytest.FixtureRequest, postgres: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ServerProcess]:
    folder = tmp_path_factory.mktemp("testing")
    with database_of_kind(request.param, postgres, folder) as url, server_in_test_mode(url) as running:
        yield running


@pytest.fixture
def api(server: ServerProcess) -> Iterator[Api]:
    with sandboxed(server) as client:
        yield client


def names(api: Api, **options: str) -> set[str]:
    return {entry["name"] for entry in api.get("/types", **options).json()}


def name_of(api: Api) -> str:
    return api.http.headers["X-Test-Sandbox"]


# Sandboxes


def test_two_sandboxes_do_not_see_each_other(server: ServerProcess) -> None:
    with sandboxed(server) as one, sandboxed(server) as other:
        make_type(one, "Only in one")
        assert "Only in one" in names(one)
        assert "Only in one" not in names(other)
        assert "Only in one" not in {entry["name"] for entry in httpx.get(f"{server.url}/api/types").json()}


def test_an_unknown_name_is_a_clean_sandbox_with_the_set_up_types(api: Api) -> None:
    assert api.get("/parts").json() == []
    assert "Relay" in names(api)


def test_a_sandbox_is_named_by_header_query_or_cookie(server: ServerProcess, api: Api) -> None:
    make_type(api, "Marked")
    name = name_of(api)
    plain = Api.over_socket(server.url)
    assert "Marked" in names(plain, params={"test_sandbox": name})
    assert "Marked" in names(plain, headers={"Cookie": f"a=b; test_sandbox={name}"})
    assert "Marked" not in names(plain)
    with_others = plain.get("/types", params={"include_stats": "true", "test_sandbox": name}).json()
    assert all("part_count" in entry for entry in with_others)
    plain.close()


@pytest.mark.parametrize("name", ["a/b", "a b", "x" * 65, "ü".encode().decode("latin-1")])
def test_a_malformed_name_is_refused(server: ServerProcess, name: str) -> None:
    answer = httpx.get(f"{server.url}/api/types", headers={"X-Test-Sandbox": name.encode("latin-1")})
    assert problem(answer, 400, "VALIDATION_FAILED")["errors"][0]["parameter"] == "X-Test-Sandbox"


def test_a_sandbox_is_created_recreated_shown_listed_and_deleted(server: ServerProcess) -> None:
    api = Api.over_socket(server.url)
    first = api.put("/testing/sandboxes/life", {"seed": True})
    assert first.status_code == 201
    assert first.headers["Location"] == "/api/testing/sandboxes/life"
    inside = {"headers": {"X-Test-Sandbox": "life"}}
    seeded = int(api.get("/parts", **inside).headers["X-Total-Count"])
    assert seeded >= 60
    again = api.put("/testing/sandboxes/life", {})
    assert again.status_code == 200
    assert again.json()["generation"] == first.json()["generation"] + 1
    assert api.get("/parts", **inside).json() == []
    assert api.get("/testing/sandboxes/life").json()["name"] == "life"
    assert "life" in [entry["name"] for entry in api.get("/testing/sandboxes").json()]
    assert api.delete("/testing/sandboxes/life").status_code == 204
    problem(api.get("/testing/sandboxes/life"), 404, "SANDBOX_NOT_FOUND")
    problem(api.delete("/testing/sandboxes/life"), 404, "SANDBOX_NOT_FOUND")
    api.close()


def test_putting_a_sandbox_needs_no_body(server: ServerProcess) -> None:
    assert httpx.put(f"{server.url}/api/testing/sandboxes/bodiless").status_code == 201


def test_putting_the_sandbox_that_the_request_names_creates_it(server: ServerProcess) -> None:
    address = f"{server.url}/api/testing/sandboxes/self-made"
    assert httpx.put(address, headers={"X-Test-Sandbox": "self-made"}).status_code == 201


def test_the_default_sandbox_cannot_be_deleted(server: ServerProcess) -> None:
    problem(httpx.delete(f"{server.url}/api/testing/sandboxes/default"), 409, "SANDBOX_PERMANENT")


def test_a_sandbox_of_the_same_name_begins_anew_after_its_deletion(server: ServerProcess, api: Api) -> None:
    make_type(api, "From the first life")
    api.delete(f"/testing/sandboxes/{name_of(api)}")
    assert "From the first life" not in names(api)


def test_ten_requests_at_once_open_a_new_sandbox_once(server: ServerProcess) -> None:
    with sandboxed(server) as api, ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda number: make_type(api, f"Together {number}"), range(10)))
        assert len({answer["id"] for answer in answers}) == 10
        assert {answer["name"] for answer in answers} <= names(api)


# Reset


@pytest.mark.parametrize("seed", ["true", "false"])
def test_a_reset_is_the_same_as_the_real_sequence(api: Api, seed: str) -> None:
    api.put("/testing/clock", {"freeze_at": "2026-03-04T05:06:07.891234Z"})
    made = make_type(api, "Leftover")
    part = make_part(api, type_id=made["id"])
    box = make_box(api)
    stock(api, part["key"], box["box_no"], 1, 5)
    api.put(f"/types/{made['id']}", {"name": "Renamed"})
    quick = api.post(f"/testing/reset?seed={seed}").json()
    assert (quick["status"], quick["mode"], quick["seeded"]) == ("ok", "template", seed == "true")
    assert quick["migrations_applied"] == 0
    api.post("/testing/snapshots/quick")
    parts = api.get("/parts?limit=500").json()
    rebuilt = api.post(f"/testing/reset?seed={seed}&rebuild=true").json()
    assert rebuilt["mode"] == "rebuild"
    assert rebuilt["migrations_applied"] >= 2
    assert rebuilt["generation"] == quick["generation"] + 1
    assert rebuilt["template_hash"] == quick["template_hash"]
    assert api.get("/testing/snapshots/quick/diff").json()["tables"] == []
    assert api.get("/parts?limit=500").json() == parts
    assert make_type(api, "Next")["id"] == int(made["id"])


def test_a_reset_leaves_other_sandboxes_alone(server: ServerProcess, api: Api) -> None:
    with sandboxed(server) as other:
        make_type(other, "Stays")
        api.post("/testing/reset?seed=true")
        assert "Stays" in names(other)


def test_the_default_sandbox_can_be_reset(server: ServerProcess) -> None:
    with sandboxed(server, "default") as api:
        make_type(api, "In the default one")
        assert api.post("/testing/reset").json()["status"] == "ok"
        assert "In the default one" not in names(api)
        assert api.post("/testing/reset?rebuild=true").json()["mode"] == "rebuild"
        make_type(api, "In the rebuilt one")
        assert api.post("/testing/reset").json()["status"] == "ok"
        assert "In the rebuilt one" not in names(api)
        assert api.get("/health/readyz").status_code == 200


def test_a_frozen_clock_dates_what_a_reset_puts_in(api: Api) -> None:
    api.put("/testing/clock", {"freeze_at": FROZEN})
    api.post("/testing/reset?seed=true")
    assert {entry["created_at"] for entry in api.get("/types").json()} == {FROZEN}
    first = api.get("/dashboard/recent-activity").json()
    api.post("/testing/reset?seed=true")
    assert api.get("/dashboard/recent-activity").json() == first


# Snapshots


def test_a_snapshot_brings_back_what_was_there(api: Api) -> None:
    kept = make_type(api, "Kept")
    first = api.post("/testing/snapshots/before")
    assert first.status_code == 201
    assert api.post("/testing/snapshots/before").status_code == 200
    api.delete(f"/types/{kept['id']}")
    make_type(api, "Late")
    restored = api.post("/testing/snapshots/before/restore").json()
    assert restored["mode"] == "snapshot"
    assert "Kept" in names(api)
    assert "Late" not in names(api)
    assert make_type(api, "Next")["id"] == kept["id"] + 1
    assert [entry["name"] for entry in api.get("/testing/snapshots").json()] == ["before"]
    assert api.delete("/testing/snapshots/before").status_code == 204
    problem(api.post("/testing/snapshots/before/restore"), 404, "SNAPSHOT_NOT_FOUND")
    problem(api.delete("/testing/snapshots/before"), 404, "SNAPSHOT_NOT_FOUND")
    problem(api.get("/testing/snapshots/before/diff"), 404, "SNAPSHOT_NOT_FOUND")


def test_a_diff_names_the_rows_that_changed(api: Api) -> None:
    api.put("/testing/clock", {"freeze_at": FROZEN})
    changed, removed = make_type(api, "Changes"), make_type(api, "Goes")
    api.post("/testing/snapshots/s")
    added = make_type(api, "Comes")
    api.put(f"/types/{changed['id']}", {"name": "Changed"})
    api.delete(f"/types/{removed['id']}")
    (table,) = api.get("/testing/snapshots/s/diff").json()["tables"]
    assert table["table"] == "types"
    assert [(row["key"], row["row"]["name"]) for row in table["added"]] == [(str(added["id"]), "Comes")]
    assert [(row["key"], row["row"]["name"]) for row in table["removed"]] == [(str(removed["id"]), "Goes")]
    assert table["changed"] == [
        {
            "key": str(changed["id"]),
            "before": {"name": "Changes", "name_key": "changes"},
            "after": {"name": "Changed", "name_key": "changed"},
        }
    ]


def test_a_diff_leaves_out_what_only_repeats_other_rows(api: Api) -> None:
    key = make_part(api)["key"]
    box_no = make_box(api)["box_no"]
    api.post("/testing/snapshots/s")
    stock(api, key, box_no, 1, 3)
    tables = {table["table"]: table for table in api.get("/testing/snapshots/s/diff").json()["tables"]}
    assert tables.keys() == {"parts", "part_locations", "quantity_history"}
    assert tables["parts"]["changed"][0]["after"] == {"total_quantity": 3}


def test_a_sandbox_begins_with_a_snapshot_of_the_one_that_asks(server: ServerProcess, api: Api) -> None:
    make_type(api, "Handed on")
    api.post("/testing/snapshots/start")
    made = api.put(f"/testing/sandboxes/{name_of(api)}-child", {"from_snapshot": "start"})
    assert made.status_code == 201
    assert "Handed on" in names(api, headers={"X-Test-Sandbox": f"{name_of(api)}-child"})
    answer = api.put(f"/testing/sandboxes/{name_of(api)}-child", {"from_snapshot": "nowhere"})
    problem(answer, 404, "SNAPSHOT_NOT_FOUND")


def test_more_snapshots_than_allowed_are_refused(api: Api) -> None:
    for number in range(32):
        assert api.post(f"/testing/snapshots/s{number}").status_code == 201
    problem(api.post("/testing/snapshots/one-more"), 409, "SNAPSHOT_LIMIT")
    assert api.post("/testing/snapshots/s0").status_code == 200


# Clock and ids


def test_the_clock_is_frozen_advanced_and_released(server: ServerProcess, api: Api) -> None:
    assert api.put("/testing/clock", {"freeze_at": FROZEN}).json() == {"frozen": True, "now": FROZEN}
    assert make_type(api, "At noon")["created_at"] == FROZEN
    assert api.put("/testing/clock", {"advance_by": 90.5}).json()["now"] == "2026-03-01T12:01:30.500000Z"
    with sandboxed(server) as other:
        assert other.get("/testing/clock").json()["frozen"] is False
    assert api.put("/testing/clock", {"release": True}).json()["frozen"] is False
    assert make_type(api, "Now")["created_at"] > "2026-03-02"


def test_a_clock_does_not_leave_the_years_it_can_show(api: Api) -> None:
    api.put("/testing/clock", {"freeze_at": "2199-12-31T23:59:59Z"})
    problem(api.put("/testing/clock", {"advance_by": 10}), 400, "VALIDATION_FAILED")
    assert api.get("/testing/clock").json()["now"] == "2199-12-31T23:59:59Z"


def test_seeded_ids_come_again_in_every_sandbox_and_after_a_reset(server: ServerProcess, api: Api) -> None:
    assert api.put("/testing/ids", {"seed": 42}).json() == {"seed": 42}
    first = [make_part(api)["key"] for _ in range(3)]
    api.post("/testing/reset")
    assert [make_part(api)["key"] for _ in range(3)] == first
    with sandboxed(server) as other:
        other.put("/testing/ids", {"seed": 42})
        assert [make_part(other)["key"] for _ in range(3)] == first


# Faults


def test_a_fault_refuses_once_before_the_handler_runs(api: Api) -> None:
    made = make_type(api)
    rule = {"operation_id": "delete_type", "times": 1, "respond": {"status": 409, "code": "TYPE_IN_USE"}}
    assert api.put("/testing/faults", {"rules": [rule]}).json()["rules"][0]["injected"] == 0
    refused = api.delete(f"/types/{made['id']}")
    problem(refused, 409, "TYPE_IN_USE")
    assert refused.headers["X-Fault-Injected"] == "rule-0"
    assert api.get("/testing/faults").json()["rules"][0]["injected"] == 1
    assert api.delete(f"/types/{made['id']}").status_code == 204


def test_a_fault_after_the_handler_leaves_its_work_done(api: Api) -> None:
    rule = {"operation_id": "create_type", "times": 1, "phase": "after", "respond": {"status": 500}}
    api.put("/testing/faults", {"rules": [rule]})
    problem(api.post("/types", {"name": "Done all the same"}), 500, "INTERNAL")
    assert "Done all the same" in names(api)


def test_a_fault_drops_the_connection(api: Api) -> None:
    api.put("/testing/faults", {"rules": [{"operation_id": "list_types", "times": 1, "drop_connection": True}]})
    with pytest.raises(httpx.RemoteProtocolError):
        api.get("/types")
    assert api.get("/types").status_code == 200
    assert api.get("/testing/idle").status_code == 200


def test_a_fault_delays_and_goes_with_the_reset(api: Api) -> None:
    api.put("/testing/faults", {"rules": [{"operation_id": "list_types", "delay_ms": 150}]})
    slow = api.get("/types")
    assert slow.elapsed.total_seconds() >= 0.15
    assert slow.headers["X-Fault-Injected"] == "rule-0"
    api.post("/testing/reset")
    assert api.get("/testing/faults").json() == {"rules": []}


def test_faults_by_chance_are_reproducible(api: Api) -> None:
    rules = {"rules": [{"operation_id": "list_types", "probability": 0.5, "respond": {"status": 500}}]}

    def outcome() -> list[int]:
        api.put("/testing/ids", {"seed": 7})
        api.put("/testing/faults", rules)
        return [api.get("/types").status_code for _ in range(20)]

    first = outcome()
    assert set(first) == {200, 500}
    assert outcome() == first


@pytest.mark.parametrize(
    ("rule", "pointer"),
    [
        ({"operation_id": "no_such_operation", "delay_ms": 1}, "/rules/0/operation_id"),
        ({"operation_id": "reset_sandbox", "respond": {"status": 500}}, "/rules/0/operation_id"),
        ({"operation_id": "list_types", "respond": {"status": 409}}, "/rules/0/respond"),
        ({"operation_id": "delete_type", "respond": {"status": 409, "code": "NO_FREE_LOCATION"}}, "/rules/0/respond"),
        ({"operation_id": "list_types", "stream": {"close_after": 1}}, "/rules/0/operation_id"),
    ],
)
def test_only_what_the_document_declares_may_be_injected(api: Api, rule: dict[str, object], pointer: str) -> None:
    refused = problem(api.put("/testing/faults", {"rules": [rule]}), 400, "VALIDATION_FAILED")
    assert refused["errors"][0]["pointer"] == pointer
    assert api.get("/testing/faults").json() == {"rules": []}


def test_a_request_prefers_a_refusal(api: Api) -> None:
    answer = api.get("/types/1", headers={"Prefer": "respond-async, code=404"})
    problem(answer, 404, "TYPE_NOT_FOUND")
    assert answer.headers["Preference-Applied"] == "code=404"
    assert answer.headers["X-Fault-Injected"] == "prefer"
    chosen = api.delete("/types/1", headers={"Prefer": 'code="409", example=CONSTRAINT_VIOLATION'})
    problem(chosen, 409, "CONSTRAINT_VIOLATION")
    refused = api.get("/types/1", headers={"Prefer": "code=409"})
    assert problem(refused, 400, "VALIDATION_FAILED")["errors"][0]["parameter"] == "Prefer"
    assert api.get("/types/1", headers={"Prefer": "return=minimal"}).status_code == 200


# Logs


def test_what_a_test_caused_is_one_document(server: ServerProcess) -> None:
    with sandboxed(server, X_Test_Id="basket shows the total") as api:
        make_type(api, "Logged")
        api.get("/types/999999", headers={"X-Request-ID": "seen-in-the-log"})
        api.put("/testing/faults", {"rules": [{"operation_id": "list_parts", "respond": {"status": 500}}]})
        api.get("/parts")
        extract = api.get("/testing/logs?test_id=basket shows the total").json()
        assert extract["test_id"] == "basket shows the total"
        entries = extract["entries"]
        assert {entry["sandbox"] for entry in entries} == {name_of(api)}
        assert {entry["test_id"] for entry in entries} == {"basket shows the total"}
        (missing,) = [entry for entry in entries if entry["message"].endswith("/types/999999 404")]
        assert missing["correlation_id"] == "seen-in-the-log"
        assert [entry["extra"]["fault"] for entry in entries if "fault" in entry["extra"]] == ["rule-0"]
        assert not [entry for entry in entries if entry["logger"] == "partsbench.sql"]
        by_id = api.get("/testing/logs?correlation_id=seen-in&sql=true").json()["entries"]
        assert any("SELECT" in entry["message"] for entry in by_id if entry["logger"] == "partsbench.sql")
        assert {entry["correlation_id"] for entry in by_id} == {"seen-in-the-log"}
        assert api.get("/testing/logs?level=ERROR&test_id=basket shows the total").json()["entries"] == []


def test_a_malformed_test_id_is_refused(server: ServerProcess) -> None:
    answer = httpx.get(f"{server.url}/api/types", headers={"X-Test-Id": "x" * 201})
    assert problem(answer, 400, "VALIDATION_FAILED")["errors"][0]["parameter"] == "X-Test-Id"
