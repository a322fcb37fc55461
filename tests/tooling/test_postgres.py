"""The PostgreSQL server that tests run on."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from sqlalchemy.engine import make_url

from support import postgres as support
from support.wait import eventually

TESTS = Path(__file__).resolve().parents[1]


def answer(url: str, question: str) -> object:
    with support.connect(url) as connection:
        row = connection.execute(question.encode()).fetchone()
        assert row is not None
        return row[0]


def test_a_fresh_database_is_empty_and_gone_afterwards(postgres: str) -> None:
    tables = "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
    with support.fresh_database(postgres) as url:
        assert answer(url, tables) == 0
        support.execute(url, "CREATE TABLE part (id integer)")
        assert answer(url, tables) == 1
        left_open = support.connect(url)
    with left_open, pytest.raises(psycopg.OperationalError):
        left_open.execute("SELECT 1")
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        support.connect(url)


def test_a_clone_begins_with_what_its_template_holds(postgres: str) -> None:
    with support.fresh_database(postgres) as template:
        support.execute(template, "CREATE TABLE part AS SELECT 7 AS id")
        name = make_url(template).database or ""
        with support.cloned_database(postgres, name) as clone:
            assert answer(clone, "SELECT id FROM part") == 7
            support.execute(clone, "DROP TABLE part")
        assert answer(template, "SELECT id FROM part") == 7


def test_two_fresh_databases_do_not_meet(postgres: str) -> None:
    with support.fresh_database(postgres) as one, support.fresh_database(postgres) as other:
        support.execute(one, "CREATE TABLE part (id integer)")
        assert answer(other, "SELECT to_regclass('part')") is None


def test_letters_outside_ascii_are_compared_ignoring_case(postgres: str) -> None:
    assert answer(postgres, "SELECT lower('ÄÉ')") == "äé"


def test_the_server_in_the_wheel_serves_even_from_a_folder_closed_to_others(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    binaries = support.copy_installation(support.wheel_binaries()[0], tmp_path)
    with support.running_postgres(binaries) as admin_url, support.fresh_database(admin_url) as url:
        assert answer(url, "SELECT 6 * 7") == 42


def test_the_server_ends_with_tests_that_were_killed() -> None:
    program = (
        "import time\n"
        "from support.postgres import running_postgres\n"
        "with running_postgres() as url:\n"
        "    print(url, flush=True)\n"
        "    time.sleep(60)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(TESTS)}
    with subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE) as tests:
        assert tests.stdout is not None
        url = tests.stdout.readline().decode().strip()
        folder = Path(str(answer(url, "SHOW data_directory"))).parent
        tests.send_signal(signal.SIGTERM if not sys.platform.startswith("linux") else signal.SIGKILL)

    def gone() -> bool:
        try:
            support.connect(url).close()
        except psycopg.OperationalError:
            return True
        return False

    eventually(gone, within=10, what="the server ending")
    pid_file = folder / "data" / "postmaster.pid"
    eventually(lambda: not pid_file.exists(), within=10, what="its PID file going")
    shutil.rmtree(folder)
