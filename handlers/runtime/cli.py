"""The command line: ``partsbench serve | upgrade | check | recount | seed | openapi``.

Each command imports what it needs when it runs, so that ``--help`` answers at once.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version

from services.kernel.settings import Settings, SettingsError

USAGE_ERROR = 2
FAILURE = 1


class CommandFailed(Exception):
    """A command could not do its work; the message is a sentence for the person who typed it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status of the process."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(Settings.from_env(os.environ), options)
    except SettingsError as error:
        print(f"partsbench: {error}", file=sys.stderr)
        return USAGE_ERROR
    except CommandFailed as error:
        print(f"partsbench: {error}", file=sys.stderr)
        return FAILURE
    except KeyboardInterrupt:
        return 130
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="partsbench", description="An electronics parts inventory service.")
    parser.add_argument("--version", action="version", version=f"partsbench {version('partsbench')}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help="bring the database up to date and serve the API")
    serve.add_argument("--host", help="address to listen on (HOST, default 127.0.0.1)")
    serve.add_argument("--port", help="port to listen on, 0 for any free one (PORT, default 5000)")
    serve.add_argument("--seed", action="store_true", help="fill an inventory without parts with a sample workshop")
    serve.add_argument("--no-upgrade", action="store_true", help="refuse to start on a database that is not at head")
    serve.set_defaults(run=_serve)

    upgrade = commands.add_parser("upgrade", help="bring the database up to date, the set-up types included")
    upgrade.set_defaults(run=_upgrade)

    check = commands.add_parser(
        "check", help="tell whether the database matches this version and adds up; changes nothing"
    )
    check.set_defaults(run=_check)

    recount = commands.add_parser("recount", help="work out anew the sums that the database keeps of its own contents")
    recount.set_defaults(run=_recount)

    seed = commands.add_parser("seed", help="fill an inventory without parts with a sample workshop")
    seed.set_defaults(run=_seed)

    document = commands.add_parser("openapi", help="print the OpenAPI document as JSON")
    document.add_argument("--testing", action="store_true", help="include the operations of test mode")
    document.set_defaults(run=_openapi)
    return parser


def _serve(settings: Settings, options: argparse.Namespace) -> int:
    given = {"HOST": options.host, "PORT": options.port}
    overrides = Settings.from_env({name: value for name, value in given.items() if value is not None})
    if options.host is not None:
        settings = replace(settings, host=overrides.host)
    if options.port is not None:
        settings = replace(settings, port=overrides.port)

    # What a start makes, it keeps: looking for garbage in it takes a tenth of the time. ``serve`` turns it on again.
    gc.disable()
    from handlers.runtime.serve import serve

    return serve(settings, seed=options.seed, upgrade=not options.no_upgrade)


def _upgrade(settings: Settings, _options: argparse.Namespace) -> int:
    from handlers.runtime import database

    with database.opened(settings) as world:
        added = database.bring_up_to_date(world)
    print(f"The database is at {database.head()}; {added} set-up types were added.")
    return 0


def _check(settings: Settings, _options: argparse.Namespace) -> int:
    from handlers.runtime import database

    with database.opened(settings) as world:
        problem = database.difference(world) or database.miscounted(world)
    if problem:
        print(problem, file=sys.stderr)
        return FAILURE
    print(f"The database is at {database.head()} and matches this version.")
    return 0


def _recount(settings: Settings, _options: argparse.Namespace) -> int:
    from handlers.runtime import database

    with database.opened(settings) as world:
        database.recount(world)
    print("The sums are right.")
    return 0


def _seed(settings: Settings, _options: argparse.Namespace) -> int:
    from handlers.runtime import database

    with database.opened(settings) as world:
        database.bring_up_to_date(world)
        filled = database.seed(world)
    print("The sample workshop is in." if filled else "There are parts already; nothing was changed.")
    return 0


def _openapi(_settings: Settings, options: argparse.Namespace) -> int:
    import orjson

    import openapi

    document = openapi.load(testing=options.testing)
    sys.stdout.buffer.write(orjson.dumps(document, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    return 0


if __name__ == "__main__":
    # As a module of its own name, so that what the commands raise is what this one catches.
    from handlers.runtime import cli

    sys.exit(cli.main())
