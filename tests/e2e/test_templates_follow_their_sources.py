"""A template is made anew when what it is made from changes, also while the server runs."""

import os
import shutil
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from support.process import ServerProcess
from support.testmode import database_of_kind, sandboxed, server_in_test_mode

PACKAGES = ("handlers", "migrations", "openapi", "services")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the code that may be changed."""
    copy = tmp_path / "checkout"
    for name in PACKAGES:
        shutil.copytree(str(files(name)), copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    return copy


@pytest.fixture(params=["sqlite", "postgresql"])
def server(request: pytest.FixtureRequest, postgres: str, tmp_path: Path, checkout: Path) -> Iterator[ServerProcess]:
    path = os.pathsep.join([str(checkout), os.environ.get("PYTHONPATH", "")])
    with (
        database_of_kind(request.param, postgres, tmp_path) as url,
        server_in_test_mode(url, PYTHONPATH=path) as running,
    ):
        yield running


def test_a_changed_seed_file_is_in_the_next_reset(server: ServerProcess, checkout: Path) -> None:
    with sandboxed(server) as api:
        before = api.post("/testing/reset?seed=true").json()
        assert api.post("/testing/reset").json()["template_hash"] == before["template_hash"]
        with (checkout / "services" / "data" / "types.txt").open("a") as types:
            types.write("\nEntirely new type\n")
        after = api.post("/testing/reset?seed=true").json()
        assert after["template_hash"] != before["template_hash"]
        assert after["mode"] == "template"
        assert "Entirely new type" in {entry["name"] for entry in api.get("/types").json()}
        with sandboxed(server) as fresh:
            assert "Entirely new type" in {entry["name"] for entry in fresh.get("/types").json()}
