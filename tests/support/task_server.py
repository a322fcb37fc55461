"""The server with a few operations and task kinds that only tests need; run as a program."""

import os
import sys
import threading
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import flask

from handlers.runtime import database, server, sse
from handlers.runtime.app import create_app
from handlers.runtime.connections import Channel
from handlers.runtime.context import EXTENSION, Runtime, current_world, runtime, services, settle
from handlers.wire.tasks import task
from services.kernel.errors import TaskFinished
from services.kernel.logs import configure_logging
from services.kernel.settings import Settings
from services.runner import TaskContext

LOOK_SECONDS = 0.01
LOOP_SECONDS = "TEST_LOOP_SECONDS"
"""The variable that says how long the main thread may sleep, when it is not to look after its connections by itself."""

GATES: "defaultdict[str, threading.Event]" = defaultdict(threading.Event)


class Sends:
    """How many times something was sent. Only to be read when one request at a time is at work."""

    def __init__(self) -> None:
        self.count = 0
        self._send = Channel.send

    def install(self) -> None:
        def counted(channel: Channel, data: bytes, do_close: bool = True) -> Any:
            self.count += 1
            return self._send(channel, data, do_close=do_close)

        Channel.send = counted


SENDS = Sends()


def gated(context: TaskContext) -> Mapping[str, Any]:
    """Tells its progress, waits for its gate, and may be stopped while it waits."""
    context.progress("waiting", 0.25)
    while not GATES[context.arguments["gate"]].wait(LOOK_SECONDS):
        context.check_cancelled()
    context.progress("let through", 0.75)
    return {"gate": context.arguments["gate"]}


def stubborn(context: TaskContext) -> Mapping[str, Any]:
    """Waits for its gate and cannot be stopped before."""
    GATES[context.arguments["gate"]].wait()
    return {"stopped": False}


def writing(context: TaskContext) -> Mapping[str, Any]:
    """Holds a writing transaction open until its gate opens."""
    with context.transaction() as session:
        session.connection()
        return gated(context)


def refused(_context: TaskContext) -> None:
    raise TaskFinished("It cannot be done")


def broken(_context: TaskContext) -> None:
    raise RuntimeError("a bug")


KINDS = {"gated": gated, "stubborn": stubborn, "writing": writing, "refused": refused, "broken": broken}


def start_task() -> flask.Response:
    asked = flask.request.get_json()
    view = services().tasks.start(asked["kind"], asked)
    answer = flask.jsonify(task(view))
    settle(500 if asked.get("fails") else 202)
    return answer


def open_gate(name: str) -> flask.Response:
    GATES[name].set()
    return flask.jsonify({})


def slow() -> flask.Response:
    GATES["slow began"].set()
    GATES["slow"].wait(float(flask.request.args["seconds"]))
    return flask.jsonify({"done": True})


def publish() -> flask.Response:
    asked = flask.request.get_json()
    text = "x" * asked["size"]
    for number in range(asked["count"]):
        current_world().events.publish("test", "news", {"number": number, "text": text})
    return flask.jsonify({})


def stream() -> flask.Response:
    return sse.stream("test", flask.request.args)


# As operations that declare the parameter do.
stream.query_names = {"request_id"}  # type: ignore[attr-defined]  # functions take attributes


def sends() -> flask.Response:
    return flask.Response(str(SENDS.count))


def state() -> flask.Response:
    traffic = current_world().events.traffic()
    return flask.jsonify(
        {
            "streams": runtime().streams.count,
            "subscriptions": traffic.subscriptions,
            "undelivered": traffic.undelivered,
            "threads": sorted(thread.name for thread in threading.enumerate()),
            "slow_began": GATES["slow began"].is_set(),
        }
    )


def main() -> int:
    settings = Settings.from_env(os.environ)
    configure_logging(settings.log_level)
    server.LOOP_SECONDS = float(os.environ.get(LOOP_SECONDS, server.LOOP_SECONDS))
    SENDS.install()
    with database.opened(settings) as world:
        database.bring_up_to_date(world)
    app = create_app(settings, more_task_kinds=KINDS)
    app.add_url_rule("/test/tasks", view_func=start_task, methods=["POST"])
    app.add_url_rule("/test/gates/<name>", view_func=open_gate, methods=["POST"])
    app.add_url_rule("/test/publish", view_func=publish, methods=["POST"])
    app.add_url_rule("/test/slow", view_func=slow)
    app.add_url_rule("/test/stream", view_func=stream)
    app.add_url_rule("/test/sends", view_func=sends)
    app.add_url_rule("/test/state", view_func=state)
    owned: Runtime = app.extensions[EXTENSION]
    try:
        listening = server.Server(app)
        sys.stdout.write(f"partsbench 0 listening on {listening.url}\n")
        sys.stdout.flush()
        listening.run()
    finally:
        owned.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
