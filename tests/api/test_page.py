"""The page for people: what is served, under which headers, and that nothing else is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from handlers.runtime.app import create_app
from handlers.runtime.context import EXTENSION
from services.kernel.settings import Settings


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    app = create_app(Settings(database_url=f"sqlite:///{tmp_path}/parts.sqlite3"))
    yield app.test_client()
    app.extensions[EXTENSION].close()


def linked(client: FlaskClient, pattern: str) -> str:
    found = re.search(pattern, client.get("/").text)
    assert found
    return found.group(1)


def test_the_page_is_at_the_root_and_is_asked_for_again_each_time(client: FlaskClient) -> None:
    answer = client.get("/")
    assert answer.status_code == 200
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert "<title>partsbench</title>" in answer.text


def test_the_page_is_sent_once_while_it_stays_the_same(client: FlaskClient) -> None:
    tag = client.get("/").headers["ETag"]
    answer = client.get("/", headers={"If-None-Match": tag})
    assert answer.status_code == 304
    assert answer.data == b""


def test_scripts_and_styles_come_with_their_type_and_are_kept_for_good(client: FlaskClient) -> None:
    expected = {
        r'src="([^"]+\.js)"': "text/javascript; charset=utf-8",
        r'href="([^"]+\.css)"': "text/css; charset=utf-8",
    }
    for pattern, content_type in expected.items():
        answer = client.get(f"/{linked(client, pattern)}")
        assert answer.status_code == 200
        assert answer.content_type == content_type
        assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_runs_no_script_but_its_own(client: FlaskClient) -> None:
    answer = client.get("/")
    assert "script-src 'self';" in answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
    assert re.findall(r"<script(?![^>]*\bsrc=)", answer.text) == []
    assert " style=" not in answer.text


def test_a_name_that_was_not_built_is_a_problem(client: FlaskClient) -> None:
    for path in ("/assets/nothing.js", "/assets/..%2findex.html", "/assets/", "/index.html", "/nothing"):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert answer.json is not None
        assert answer.json["code"] == "ROUTE_NOT_FOUND"


def test_the_icon_is_an_image(client: FlaskClient) -> None:
    assert client.get("/icon.svg").content_type.startswith("image/svg+xml")
