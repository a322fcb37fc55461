"""What validating requests and responses costs, beside stock Connexion 2.15 with and without it.

    python -m benchmarks.validation [--rounds 40]

Applications are called in process, so that no socket and no server is measured: processor time per request. They
take turns, and ratios are taken between neighbours. It is measured twice: with the same ready-made answers behind all
of them, which leaves nothing but the edge (routing, validation, JSON), and with a database of 1,000 parts below.
"""

from __future__ import annotations

import argparse
import io
import json
import logging
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

import connexion
import flask
from connexion.resolver import Resolver
from sqlalchemy import delete, select
from werkzeug.test import EnvironBuilder, run_wsgi_app

import openapi
from benchmarks.data import fill
from handlers.runtime.app import create_app
from handlers.runtime.context import EXTENSION
from handlers.runtime.database import bring_up_to_date
from handlers.runtime.operation import OperationView
from services.kernel.settings import Settings
from services.kernel.store import Store
from services.kernel.world import World
from services.models import Type

PARTS = 1_000
TYPES = 100
BASELINE = "Connexion, requests alone"

_serial = count(1)


def _list_types() -> EnvironBuilder:
    return EnvironBuilder(path="/api/types")


def _list_parts() -> EnvironBuilder:
    return EnvironBuilder(path="/api/parts", query_string="limit=50")


def _create_type() -> EnvironBuilder:
    return EnvironBuilder(path="/api/types", method="POST", json={"name": f"Measured {next(_serial)}"})


REQUESTS: Mapping[str, Callable[[], EnvironBuilder]] = {
    f"GET /api/types, {TYPES} rows": _list_types,
    "GET /api/parts?limit=50": _list_parts,
    "POST /api/types": _create_type,
}


class Unchecked:
    """A validator that finds nothing wrong and does no work."""

    def is_valid(self, _value: object) -> bool:
        return True


def views_of(app: flask.Flask) -> Iterator[OperationView]:
    return (view for view in app.view_functions.values() if isinstance(view, OperationView))


def partsbench(url: str) -> flask.Flask:
    """The application as production runs it: both validations are on."""
    return create_app(Settings(database_url=url))


def without_validation(app: flask.Flask) -> flask.Flask:
    """The application with the validators of bodies and answers taken out, for which there is no switch."""
    for view in views_of(app):
        view._responses = {
            status: (media_type, Unchecked() if validator else None)  # type: ignore[misc]  # all that is asked of it
            for status, (media_type, validator) in view._responses.items()
        }
        if view._body is not None:
            view._body._validators = dict.fromkeys(view._body._validators, Unchecked())  # type: ignore[arg-type]
    return app


def with_answers(app: flask.Flask, answers: Mapping[str, Any]) -> flask.Flask:
    """The application with ready-made answers in place of its handlers."""
    for view in views_of(app):
        if view.operation_id in answers:
            view._handler = _always(answers[view.operation_id])
    return app


def _always(answer: Any) -> Callable[..., Any]:
    return lambda **_arguments: answer


def stock(document: dict[str, Any], resolver: Resolver, *, responses: bool) -> Any:
    """Connexion as it comes, validating requests and, if wanted, responses."""
    wrapped = connexion.FlaskApp(__name__, options={"swagger_ui": False})
    wrapped.add_api(document, resolver=resolver, strict_validation=True, validate_responses=responses, base_path="/api")
    return wrapped.app


def ask(app: Any, environ: dict[str, Any]) -> bytes:
    """The body of the answer, which has to be a success. Raises RuntimeError."""
    body, status, _headers = run_wsgi_app(app, environ)
    try:
        content = b"".join(body)
    finally:
        getattr(body, "close", lambda: None)()
    if not status.startswith("20"):
        raise RuntimeError(f"it answered {status}")
    return content


def ready_made(url: str) -> dict[str, Any]:
    """Answers of the real thing, as its handlers give them."""
    app = partsbench(url)
    types = json.loads(ask(app, _list_types().get_environ()))[:TYPES]
    parts = json.loads(ask(app, _list_parts().get_environ()))
    app.extensions[EXTENSION].close()
    page = {"X-Total-Count": str(PARTS), "Link": '</api/parts?limit=50&offset=50>; rel="next"'}
    return {
        "list_types": (types, 200, {"X-Total-Count": str(len(types))}),
        "list_parts": (parts, 200, page),
        "create_type": (types[0], 201, {"Location": f"/api/types/{types[0]['id']}"}),
    }


def edges(url: str, document: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Everybody with the same ready-made answers."""
    answers = ready_made(url)

    def find(operation_id: str) -> Callable[..., Any]:
        name = operation_id.rsplit(".", 1)[1]
        # Connexion hands over what the function names, so it has to name what is sent.
        if name == "create_type":
            return lambda body: answers[name]
        return _always(answers.get(name))

    return _everybody(
        lambda: with_answers(partsbench(url), answers),
        lambda responses: stock(document(), Resolver(find), responses=responses),
    )


def wholes(urls: Iterator[str], document: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    """Everybody on a database of its own; the peers share the last."""
    ours, bare, peers = urls
    os.environ["DATABASE_URL"] = peers
    turns = iter((ours, bare))
    return _everybody(
        lambda: partsbench(next(turns)), lambda responses: stock(document(), Resolver(), responses=responses)
    )


def _everybody(own: Callable[[], flask.Flask], peer: Callable[[bool], Any]) -> dict[str, Any]:
    return {
        "partsbench, both": own(),
        "partsbench, none": without_validation(own()),
        BASELINE: peer(False),
        "Connexion, both": peer(True),
    }


def measure(apps: Mapping[str, Any], build: Callable[[], EnvironBuilder], rounds: int, each: int) -> dict[str, Any]:
    """Processor milliseconds per request of each application, one sample each round."""
    samples: dict[str, list[float]] = {name: [] for name in apps}
    for turn in range(-1, rounds):
        for name, app in apps.items():
            environs = [build().get_environ() for _ in range(each)]
            began = time.process_time()
            for environ in environs:
                ask(app, environ)
            if turn >= 0:
                samples[name].append((time.process_time() - began) * 1000 / each)
    return samples


def table(title: str, apps: Mapping[str, Any], rounds: int, each: int) -> Iterator[str]:
    """The lines of one table: medians, and in brackets the ratio to Connexion that validates no responses."""
    yield title
    yield f"  {'CPU ms per request':26}" + "".join(f"{name:>28}" for name in apps)
    for operation, build in REQUESTS.items():
        samples = measure(apps, build, rounds, each)
        cells = []
        for values in samples.values():
            ratios = [one / other for one, other in zip(values, samples[BASELINE], strict=True)]
            cells.append(f"{statistics.median(values):8.3f} ({statistics.median(ratios):5.2f})")
        yield f"  {operation:26}" + "".join(f"{cell:>28}" for cell in cells)


def migrated(path: Path) -> str:
    """The URL of an inventory of so many types and parts."""
    url = f"sqlite:///{path}"
    world = World(Store(url))
    bring_up_to_date(world)
    with world.store.transaction() as session:
        kept = select(Type.id).order_by(Type.id).limit(TYPES)
        session.execute(delete(Type).where(Type.id.not_in(kept)))
    world.store.dispose()
    fill(url, PARTS)
    return url


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--requests", type=int, default=25, help="in each sample")
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    with tempfile.TemporaryDirectory(prefix="partsbench-validation-") as folder:
        scratch = Path(folder)
        (scratch / "openapi.json").write_text(json.dumps(openapi.load()))
        os.environ["OPENAPI_DOCUMENT"] = str(scratch / "openapi.json")
        from benchmarks.peers.document import measured_document

        urls = [migrated(scratch / f"{name}.sqlite3") for name in ("ours", "bare", "peers")]
        shown = io.StringIO()
        for title, apps in (
            ("The edge alone, the same ready-made answers behind it:", edges(urls[0], measured_document)),
            (f"The whole application on SQLite, {PARTS:,} parts:", wholes(iter(urls), measured_document)),
        ):
            for line in table(title, apps, options.rounds, options.requests):
                print(line, file=shown, flush=True)
    print(shown.getvalue().rstrip())
    print(f"In brackets: times the cost of {BASELINE} (validate_responses=False). {options.rounds} rounds.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
