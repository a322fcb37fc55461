"""Test mode: worlds of their own for browser tests, and what controls them."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import flask

from handlers.runtime import sse
from handlers.runtime.answers import Answer, accepted, created
from handlers.runtime.context import services
from handlers.runtime.laboratory import current_sandbox, laboratory
from handlers.wire import dump, dump_all, load
from handlers.wire.logs import log_renders
from handlers.wire.tasks import task
from services.testing import content, pages, scripted
from services.testing.comparison import difference
from services.testing.faults import rules_from
from services.testing.idle import wait_until_idle
from services.testing.logs import TOPIC, Filter

Body = dict[str, Any]


def reset_sandbox(seed: bool, rebuild: bool) -> Any:
    return dump("Reset", laboratory().sandboxes.reset(current_sandbox(), seed=seed, rebuild=rebuild))


def list_sandboxes() -> Any:
    return dump_all("Sandbox", laboratory().sandboxes.all())


def put_sandbox(name: str, body: Body | None = None) -> Answer:
    sandbox, is_new = laboratory().put(name, **(body or {}))
    return created("Sandbox", sandbox, "testing", "sandboxes", name) if is_new else (dump("Sandbox", sandbox), 200, {})


def get_sandbox(name: str) -> Any:
    return dump("Sandbox", laboratory().sandboxes.find(name))


def delete_sandbox(name: str) -> Answer:
    laboratory().sandboxes.delete(name)
    return None, 204, {}


def list_snapshots() -> Any:
    return dump_all("Snapshot", current_sandbox().kept_snapshots())


def take_snapshot(name: str) -> Answer:
    kept, is_new = laboratory().sandboxes.take_snapshot(current_sandbox(), name)
    return created("Snapshot", kept, "testing", "snapshots", name) if is_new else (dump("Snapshot", kept), 200, {})


def restore_snapshot(name: str) -> Any:
    return dump("Reset", laboratory().sandboxes.restore_snapshot(current_sandbox(), name))


def delete_snapshot(name: str) -> Answer:
    laboratory().sandboxes.delete_snapshot(current_sandbox(), name)
    return None, 204, {}


def diff_snapshot(name: str) -> Any:
    before, after = laboratory().sandboxes.contents_since(current_sandbox(), name)
    return {"snapshot": name, "tables": difference(before, after)}


def get_clock() -> Any:
    return dump("Clock", current_sandbox().clock)


def set_clock(body: Body) -> Any:
    current_sandbox().set_clock(**load("ClockChange", body))
    return get_clock()


def set_ids(body: Body) -> Any:
    current_sandbox().seed_ids(body["seed"])
    return {"seed": body["seed"]}


def list_faults() -> Any:
    return {"rules": current_sandbox().faults.rules()}


def set_faults(body: Body) -> Any:
    current_sandbox().faults.replace(rules_from(body, laboratory().declared))
    return list_faults()


def list_logs(sql: bool, level: str = "DEBUG", **chosen: str) -> Any:
    wanted = Filter(level=level, sql=sql, **chosen)
    book = laboratory().logs
    entries = book.everywhere(wanted) if wanted.test_id else book.buffer(current_sandbox().name).entries(wanted)
    return {"test_id": wanted.test_id, "entries": entries}


def stream_logs(sql: bool, level: str = "DEBUG", **chosen: Any) -> flask.Response:
    resume: dict[str, Any] = {name: chosen.pop(name) for name in ("request_id", "last_event_id") if name in chosen}
    buffer = laboratory().logs.buffer(current_sandbox().name)
    renders = log_renders(Filter(level=level, sql=sql, **chosen))
    return sse.stream(TOPIC, resume, renders=renders, hub=buffer.hub)


def start_scripted_task(body: Body) -> Answer:
    started = services().tasks.start(scripted.KIND, body)
    laboratory().scripted.prepare(current_sandbox().world, started.id)
    return accepted(task(started))


def send_task_event(task_id: str, body: Body) -> Answer:
    laboratory().scripted.send(current_sandbox().world, task_id, body)
    return None, 204, {}


def announce_version(body: Body) -> Answer:
    data = {"service": version("partsbench"), "frontend": body["version"]}
    data |= {"changelog": body["changelog"]} if "changelog" in body else {}
    told = current_sandbox().deployments.announce(data, body.get("request_id"))
    return dump("Announcement", told), 202, {}


def get_idle(timeout_ms: int) -> Any:
    return {"status": "idle", "waited_ms": wait_until_idle(current_sandbox(), timeout_ms / 1000)}


def get_coverage(scope: str, format: str) -> Any:
    report = laboratory().coverage_of(scope, current_sandbox())
    return report if format == "json" else flask.Response(pages.coverage_page(report), mimetype="text/html")


def clear_coverage(scope: str) -> Answer:
    laboratory().clear_coverage(scope, current_sandbox())
    return None, 204, {}


def get_test_image(text: str) -> flask.Response:
    return flask.Response(content.png(text), mimetype="image/png")


def get_test_pdf(text: str) -> flask.Response:
    return flask.Response(content.pdf(text), mimetype="application/pdf")


def get_test_html(title: str) -> flask.Response:
    return flask.Response(content.html(title), mimetype="text/html")
