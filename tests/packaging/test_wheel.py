"""The wheel, installed where the checkout is out of reach."""

import json
import tarfile
import zipfile
from email.parser import Parser
from pathlib import Path

import httpx
import pytest

from support.packaging import ROOT, Installation
from support.process import running_server

NAMES = ("handlers", "migrations", "openapi", "services")

# The first test that asks for the installation downloads what a server needs, which may take its time.
pytestmark = pytest.mark.timeout(1200)

COMMANDS = ("serve", "upgrade", "check", "recount", "seed", "openapi")


def in_checkout() -> set[str]:
    """The path of each file under the four packages, as far as it is not something that Python left there."""
    return {
        path.relative_to(ROOT).as_posix()
        for name in NAMES
        for path in (ROOT / name).rglob("*")
        # The released documents are for the comparison with the next one, which nobody makes with a wheel.
        if path.is_file() and not {"__pycache__", "released"} & set(path.parts)
    }


def test_the_wheel_holds_every_file_of_the_four_packages_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert held == in_checkout()
    assert {"openapi/openapi.yaml", "migrations/script.py.mako", "services/py.typed"} <= held


def test_the_wheel_says_what_it_is_and_under_which_licence(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        fields = Parser().parsestr(archive.read(metadata).decode())
        licence = archive.read(metadata.replace("METADATA", "licenses/LICENSE")).decode()
    assert (fields["Name"], fields["License-Expression"], fields["Requires-Python"]) == ("partsbench", "MIT", ">=3.11")
    assert licence == (ROOT / "LICENSE").read_text()


def test_the_source_distribution_holds_the_tests_and_what_people_read(distributions: Path) -> None:
    (path,) = distributions.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    assert {"README.md", "LICENSE", "pyproject.toml", "tests/conftest.py"} <= held


def test_each_top_level_name_belongs_to_partsbench_alone(installation: Installation) -> None:
    """Other distributions ship packages of the same names, and pip puts one over the other without a word."""
    question = (
        "import importlib.metadata, json; "
        "print(json.dumps({k: sorted(set(v)) for k, v in importlib.metadata.packages_distributions().items()}))"
    )
    owners = json.loads(installation.python(question))
    assert {name: owners[name] for name in NAMES} == {name: ["partsbench"] for name in NAMES}
    assert sorted(name for name, owner in owners.items() if "partsbench" in owner) == sorted(NAMES)


@pytest.mark.parametrize("arguments", [(), *((command,) for command in COMMANDS)], ids=["partsbench", *COMMANDS])
def test_help_is_given(installation: Installation, arguments: tuple[str, ...]) -> None:
    result = installation.run(*arguments, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.startswith(f"usage: {' '.join(('partsbench', *arguments))}")


def test_the_document_is_printed(installation: Installation) -> None:
    result = installation.run("openapi")
    assert (result.returncode, result.stderr) == (0, "")
    document = json.loads(result.stdout)
    assert document["openapi"].startswith("3.0.")
    assert "/types" in {path.removeprefix("/api") for path in document["paths"]}


def test_a_database_is_brought_to_head_and_then_matches(installation: Installation, database_url: str) -> None:
    env = {"DATABASE_URL": database_url}
    before = installation.run("check", env=env)
    assert before.returncode == 1, before.stdout
    upgrade = installation.run("upgrade", env=env)
    assert upgrade.returncode == 0, upgrade.stderr
    after = installation.run("check", env=env)
    assert after.returncode == 0, after.stderr


def test_the_server_keeps_what_is_posted_to_it(installation: Installation, database_url: str) -> None:
    # An empty PYTHONPATH takes away what the tests themselves were started with.
    env = {"DATABASE_URL": database_url, "DRAIN_SECONDS": "0", "PYTHONPATH": ""}
    command = [installation.partsbench, "serve"]
    with running_server(env, command=command) as server:
        created = httpx.post(f"{server.url}/api/types", json={"name": "Flux capacitor"})
        assert created.status_code == 201, created.text
        location = created.headers["Location"]
        server.terminate()
        assert server.wait() == 0, server.stderr.read_text()
    with running_server(env, command=command) as server:
        again = httpx.get(httpx.URL(server.url).join(location))
        assert (again.status_code, again.json()["name"]) == (200, "Flux capacitor")
