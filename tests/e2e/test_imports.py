"""Ten thousand rows through a real server, followed while they are imported."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from clients import Api
from support.process import ServerProcess, running_server
from support.streams import QUICK, listening, until
from support.tasks import finished, result

ROWS = 10_000


@pytest.fixture
def server(database_url: str) -> Iterator[ServerProcess]:
    with running_server({"DATABASE_URL": database_url, **QUICK}) as running:
        yield running


@pytest.fixture
def api(server: ServerProcess) -> Iterator[Api]:
    client = Api.over_socket(server.url, timeout=30, trust_env=False)
    yield client
    client.close()


def order(rows: int) -> bytes:
    """An order file of LCSC, in their columns."""
    head = (
        "LCSC Part Number,Manufacture Part Number,Manufacturer,Customer NO.,Package,Description,RoHS,"
        "Order Qty.,Min\\Mult Order Qty.,Unit Price($),Order Price($)\r\n"
    )
    line = 'C{0},RC0603FR-07{0}KL,Yageo,,0603,"{0}k 1% 100mW, thick film ±100ppm",YES,{1},100\\100,0.0012,0.12\r\n'
    return (head + "".join(line.format(number, number % 500 + 1) for number in range(rows))).encode()


def send(api: Api, content: bytes, **fields: Any) -> httpx.Response:
    return api.send("POST", "/imports", files={"file": ("order.csv", content, "text/csv")}, data=fields)


def count(api: Api) -> int:
    return int(api.get("/parts", params={"limit": 1}).headers["X-Total-Count"])


def test_ten_thousand_rows_are_imported_with_live_progress(server: ServerProcess, api: Api) -> None:
    content = order(ROWS)
    answer = send(api, content)
    with listening(server, f"/api/tasks/{answer.json()['id']}/stream?request_id=follower", within=30) as events:
        seen = until(events, "task_completed")
    done = result(api, answer)
    assert done["counts"] == {"create": ROWS, "existing": 0, "skip": 0, "error": 0, "pieces": 0}
    assert seen[-1].json()["result"] == done
    values = [event.json()["value"] for event in seen if event.event == "progress_update"]
    assert len(values) >= 10
    assert values == sorted(values)
    assert values[0] < 0.5 < values[-1] <= 1
    assert count(api) == ROWS
    again = result(api, send(api, content), within=60)
    assert (again["counts"]["create"], again["counts"]["existing"], count(api)) == (0, ROWS, ROWS)


def test_others_read_while_an_import_runs_and_see_all_of_it_or_nothing(server: ServerProcess, api: Api) -> None:
    answer = send(api, order(ROWS))
    counts = {count(api)}
    while api.get(f"/tasks/{answer.json()['id']}").json()["status"] in {"pending", "running"}:
        counts.add(count(api))
    assert result(api, answer)["counts"]["create"] == ROWS
    assert counts <= {0, ROWS}


def test_an_import_that_is_cancelled_leaves_nothing(server: ServerProcess, api: Api) -> None:
    answer = send(api, order(2 * ROWS))
    address = f"/tasks/{answer.json()['id']}"
    with listening(server, f"/api{address}/stream", within=30) as events:
        for event in events:
            if event.event == "progress_update" and "written" in event.json()["message"]:
                break
        assert api.post(f"{address}/cancel").status_code == 202
    task = finished(api, answer)
    assert (task["status"], task["problem"]["code"]) == ("cancelled", "TASK_CANCELLED")
    assert (count(api), api.get("/sellers").json()) == (0, [])


def test_ten_thousand_parts_are_exported_while_they_are_read(api: Api) -> None:
    result(api, send(api, order(ROWS)))
    with api.http.stream("GET", "/parts/export.csv") as answer:
        assert "Content-Length" not in answer.headers
        size = sum(len(chunk) for chunk in answer.iter_bytes())
    assert size > ROWS * 50
    content = api.get("/parts/export.csv").content
    assert content.count(b"\r\n") == ROWS + 1
    assert result(api, send(api, content))["counts"]["existing"] == ROWS
