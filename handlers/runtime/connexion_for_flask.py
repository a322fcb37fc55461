"""The half of Connexion that serves Flask.

The other half imports aiohttp, which nothing here uses and which takes a tenth of the time of a start. Connexion treats
it as optional: where the import fails, what would need aiohttp becomes a function that says so.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _hidden(package: str) -> Iterator[None]:
    """Let imports of ``package`` fail as though it were not installed, unless it is there already."""
    if package in sys.modules:
        yield
        return
    # None tells the import system that there is no such module ("The module cache" in Python's reference).
    sys.modules[package] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[package]


with _hidden("aiohttp"):
    from connexion.apis.flask_api import FlaskApi
    from connexion.apis.flask_utils import flaskify_endpoint
    from connexion.resolver import Resolution, Resolver

__all__ = ["FlaskApi", "Resolution", "Resolver", "flaskify_endpoint"]
