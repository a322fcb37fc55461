"""What people read of test mode in a browser."""

from __future__ import annotations

import html
from collections.abc import Mapping
from typing import Any

from services.testing.coverage import KINDS

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Contract coverage</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1c2733; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; vertical-align: top; }
details { border-top: 1px solid #d5dbe1; padding: .4rem 0; }
summary { cursor: pointer; }
code { font-family: ui-monospace, monospace; }
.never { color: #a4262c; }
.count { color: #5b6b7a; }
</style>
</head>
<body>
"""


def coverage_page(report: Mapping[str, Any]) -> str:
    """A report of coverage as a page: the shares first, then each operation with what was never touched in red."""
    sandbox = report["sandbox"]
    of = f"in the sandbox {html.escape(sandbox)}" if sandbox else "of all sandboxes"
    rows = "".join(
        f"<tr><th>{_words(kind)}</th><td>{_share(share)}</td></tr>" for kind, share in report["summary"].items()
    )
    operations = "".join(_operation(operation) for operation in report["operations"])
    return f"{_HEAD}<h1>Contract coverage {of}</h1>\n<table>{rows}</table>\n{operations}</body>\n</html>\n"


def _operation(operation: Mapping[str, Any]) -> str:
    calls = operation["calls"]
    marked = "" if calls else ' class="never"'
    kinds = "".join(_kind(kind, operation[kind]) for kind in KINDS if operation[kind])
    title = f"<code>{operation['method']} {html.escape(operation['path'])}</code> {operation['operation_id']}"
    return (
        f"<details><summary{marked}>{title} <span class='count'>{calls} calls</span></summary>"
        f"<table>{kinds}</table></details>\n"
    )


def _kind(kind: str, entries: list[Mapping[str, Any]]) -> str:
    listed = ", ".join(_entry(entry) for entry in entries)
    return f"<tr><th>{_words(kind)}</th><td>{listed}</td></tr>"


def _entry(entry: Mapping[str, Any]) -> str:
    name = html.escape(entry["name"])
    if not entry["count"]:
        return f'<code class="never">{name}</code>'
    return f"<code>{name}</code> <span class='count'>{entry['count']}</span>"


def _share(share: Mapping[str, int]) -> str:
    percent = round(100 * share["touched"] / share["declared"]) if share["declared"] else 100
    return f"{share['touched']} of {share['declared']} ({percent} %)"


def _words(kind: str) -> str:
    return kind.replace("_", " ").capitalize()
