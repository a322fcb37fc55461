"""What the figures were taken on."""

from __future__ import annotations

import json
import os
import platform
import sqlite3
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.load import generator

HERE = (
    "partsbench",
    "connexion",
    "flask",
    "werkzeug",
    "waitress",
    "sqlalchemy",
    "marshmallow",
    "orjson",
    "jsonschema-rs",
    "psycopg",
    "fastapi",
    "pydantic",
    "starlette",
    "uvicorn",
    "uvloop",
    "httptools",
)


def describe(connexion3_python: str, postgres_version: str) -> list[tuple[str, str]]:
    """Names and values: the machine, then the versions."""
    return [
        ("Processor", f"{_cpu()}, {os.cpu_count()} cores"),
        ("Memory", f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"),
        ("System", f"{platform.system()} {platform.release()}"),
        ("Load before the run", f"{os.getloadavg()[0]:.2f} (1 minute)"),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("PostgreSQL", postgres_version),
        ("Load generator", _generator()),
        ("Packages", ", ".join(f"{name} {_version(name)}" for name in HERE)),
        ("Connexion 3's own", _connexion3(connexion3_python)),
    ]


def _cpu() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _generator() -> str:
    if generator() != "wrk":
        return generator()
    banner = subprocess.run(["wrk", "-v"], capture_output=True, text=True).stdout.splitlines()
    return " ".join(banner[0].split()[:2]) if banner else "wrk"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _connexion3(python: str) -> str:
    names = ("connexion", "marshmallow", "sqlalchemy", "uvicorn")
    program = f"import json; from importlib.metadata import version as v; print(json.dumps([*map(v, {names})]))"
    result = subprocess.run([python, "-c", program], check=True, capture_output=True, text=True)
    return ", ".join(f"{name} {one}" for name, one in zip(names, json.loads(result.stdout), strict=True))


if __name__ == "__main__":
    print(describe(sys.executable, "?"))
