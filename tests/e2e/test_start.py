"""What a start does not do: a server on a migrated database imports nothing that it will not use."""

import subprocess
import sys
from pathlib import Path

from support.process import modules_after


def test_a_server_on_a_migrated_file_starts_without_what_only_others_need(tmp_path: Path) -> None:
    env = {"DATABASE_URL": f"sqlite:///{tmp_path / 'parts.sqlite3'}", "DRAIN_SECONDS": "0"}
    migrating = modules_after(env, "/api/health/readyz")
    assert "alembic" in migrating

    modules = modules_after(env, "/api/health/readyz")
    assert {"handlers.types", "connexion", "sqlalchemy.orm"} <= modules
    assert modules & {"alembic", "psycopg", "aiohttp"} == set()


def test_connexion_without_aiohttp_leaves_aiohttp_to_others() -> None:
    code = "import handlers.runtime.api, aiohttp, sys; print(aiohttp.ClientSession is not None, len(sys.argv))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True 1\n"
