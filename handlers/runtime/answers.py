"""The answers that several handlers give: a list, a page of one, and something new with its address."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any
from urllib.parse import quote, urlencode

import flask

from handlers.wire import dump, dump_all
from services.kernel.paging import Page

BASE_PATH = "/api"

Answer = tuple[Any, int, dict[str, str]]


def listed(component: str, items: Sequence[Any]) -> Answer:
    """A whole list, with its length in X-Total-Count."""
    return dump_all(component, items), 200, {"X-Total-Count": str(len(items))}


def paged(component: str, page: Page[Any], limit: int, offset: int) -> Answer:
    """One page, with the length of the whole list and the neighbouring pages (RFC 8288)."""
    return page_of(dump_all(component, page.items), page, limit, offset)


def page_of(dumped: list[dict[str, Any]], page: Page[Any], limit: int, offset: int) -> Answer:
    """The same of items that are in their wire form already."""
    headers = {"X-Total-Count": str(page.total), "Link": _links(page, limit, offset)}
    if page.limited:
        headers["X-Total-Count-Limited"] = "true"
    return dumped, 200, headers


def created(component: str, thing: Any, *path: str | int) -> Answer:
    """201 with the address of what was created (RFC 9110, section 15.3.2)."""
    address = "/".join([BASE_PATH, *(quote(str(step), safe="") for step in path)])
    return dump(component, thing), 201, {"Location": address}


def accepted(task: dict[str, Any]) -> Answer:
    """202 with a task in its wire form, and its address (RFC 9110, section 15.3.3)."""
    return task, 202, {"Location": f"{BASE_PATH}/tasks/{task['id']}"}


def download(chunks: Iterator[bytes], media_type: str, name: str) -> flask.Response:
    """A file that is sent while it is made. What fails before its first bytes is answered as any other failure."""
    first = next(chunks, b"")
    response = flask.Response(chain([first], chunks), content_type=media_type, direct_passthrough=True)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    # The rest may never be asked for; then this ends what the making of it holds.
    response.call_on_close(getattr(chunks, "close", lambda: None))
    return response


def _links(page: Page[Any], limit: int, offset: int) -> str:
    # Where the counting stopped nobody knows which page is the last.
    last = None if page.limited else max(0, (page.total - 1) // limit * limit)
    targets = {"first": 0}
    if offset > 0:
        targets["prev"] = max(0, offset - limit if last is None else min(offset - limit, last))
    if page.more if page.limited else offset + limit < page.total:
        targets["next"] = offset + limit
    if last is not None:
        targets["last"] = last
    return ", ".join(f'<{_page_address(limit, target)}>; rel="{relation}"' for relation, target in targets.items())


def _page_address(limit: int, offset: int) -> str:
    kept = [(name, value) for name, value in flask.request.args.items() if name not in {"limit", "offset"}]
    return f"{flask.request.path}?{urlencode([*kept, ('limit', limit), ('offset', offset)])}"
