"""The README is true: its tour works as printed, and its figures are those of the seed."""

import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import httpx
import pytest

from services.kernel.settings import Settings
from support.process import ServerProcess, running_server

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def seeded() -> Iterator[ServerProcess]:
    with running_server({"DRAIN_SECONDS": "0"}, ("--port", "0", "--seed")) as server:
        yield server


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def test_the_tour_with_curl_works_as_printed(seeded: ServerProcess) -> None:
    script = "\n".join(blocks("sh")).replace("http://127.0.0.1:5000", seeded.url)
    spoken = subprocess.run(
        ["sh", "-e", "-c", script.replace("curl -s ", "curl -sS -w '\\n' ")],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    answers = [json.loads(line) for line in spoken.stdout.splitlines() if line.strip()]
    found, locations, history, made, stocked, low, refused = answers
    assert {"relay", "5v"} <= set(" ".join(found[0]["tags"]).lower().split())
    assert locations[0]["key"] == "BZQP"
    assert sum(entry["delta_qty"] for entry in history) == sum(place["qty"] for place in locations)
    assert made["manufacturer_code"] == "NE555P"
    assert stocked == {"key": "BZQP", "box_no": 1, "loc_no": 40, "qty": 20}
    assert all(part["current_quantity"] <= 3 for part in low)
    (printed,) = (json.loads(block) for block in blocks("json"))
    assert {name: refused[name] for name in printed} == printed


def test_the_sample_workshop_is_as_large_as_the_readme_says(seeded: ServerProcess) -> None:
    stats = httpx.get(f"{seeded.url}/api/dashboard/stats").json()
    sellers = httpx.get(f"{seeded.url}/api/sellers").json()
    said = re.search(r"(\d+) parts, (\d+) boxes, (\d+) sellers", README)
    assert said is not None
    assert [stats["total_parts"], stats["total_boxes"], len(sellers)] == [int(number) for number in said.groups()]


def test_every_setting_is_in_the_readme_with_its_default() -> None:

    for field in fields(Settings):
        assert f"| `{field.name.upper()}` |" in README, field.name
