"""What the packaging tests share: commands in a clean environment, outside the checkout."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# How to reach a package index is a matter of the machine; everything else would be a matter of luck.
MACHINE = ("HOME", "PATH", "LANG", "TMPDIR", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR")


def machine() -> dict[str, str]:
    """The environment variables of a terminal that has just been opened."""
    return {name: value for name, value in os.environ.items() if name in MACHINE or name.startswith("PIP_")}


def run(
    command: Sequence[str | Path], *, cwd: str | Path = "/", env: Mapping[str, str] | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run a command as from a new terminal in ``cwd``, with ``env`` added."""
    return subprocess.run(
        command,
        cwd=cwd,
        env={**machine(), **(env or {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


def checked(command: Sequence[str | Path]) -> str:
    """Run a command that must succeed and return what it printed. Raises AssertionError with its words."""
    result = run(command)
    if result.returncode != 0:
        raise AssertionError(f"{command} ended with {result.returncode}:\n{result.stdout}{result.stderr}")
    return result.stdout


@dataclass(frozen=True)
class Installation:
    """An environment outside the checkout in which the wheel is installed."""

    bin: Path

    @property
    def partsbench(self) -> str:
        """The path of the command."""
        return str(self.bin / "partsbench")

    def run(self, *arguments: str, env: Mapping[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
        """Run ``partsbench`` from the root folder, so that nothing can come from the checkout."""
        return run([self.partsbench, *arguments], env=env)

    def python(self, program: str) -> str:
        """What a program prints that the installation's Python runs."""
        return checked([self.bin / "python", "-I", "-c", program])
