"""The wheel, built once, and an environment that holds it and nothing that the lock does not name."""

import shutil
import sys
import venv
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.packaging import ROOT, Installation, checked


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the source distribution and the wheel that was built out of it."""
    folder = tmp_path_factory.mktemp("dist")
    checked([sys.executable, "-P", "-m", "build", "--no-isolation", "--outdir", folder, ROOT])
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def wheel(distributions: Path) -> Path:
    (path,) = distributions.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def installation(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    folder = tmp_path_factory.mktemp("installation")
    venv.EnvBuilder(symlinks=True, with_pip=True).create(folder)
    pip: list[str | Path] = [folder / "bin" / "python", "-I", "-m", "pip"]
    checked([*pip, "install", "--retries", "10", "--require-hashes", "--requirement", ROOT / "requirements.lock"])
    checked([*pip, "install", "--no-deps", "--no-index", wheel])
    # Python 3.11 puts it into every environment, newer ones do not: nothing may come to lean on it.
    checked([*pip, "uninstall", "--yes", "setuptools"])
    yield Installation(folder / "bin")
    shutil.rmtree(folder)
