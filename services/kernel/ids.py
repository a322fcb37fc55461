"""The service's only source of random identifiers; those of data can be seeded by a test."""

from __future__ import annotations

import os
import random
import string
import threading
from uuid import UUID

PART_KEY_LENGTH = 4
UUID_BYTES = 16
UUIDS_FETCHED = 256


class Ids:
    """Generates part keys and UUIDs; the same seed gives the same sequence. Safe to share between threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._random: random.Random = random.SystemRandom()

    def seed(self, seed: int | str | None) -> None:
        """Make what follows reproducible, or random again with None."""
        with self._guard:
            self._random = random.SystemRandom() if seed is None else random.Random(seed)

    def part_key(self) -> str:
        """Four capital letters. Uniqueness is for the caller to see to."""
        with self._guard:
            return "".join(self._random.choices(string.ascii_uppercase, k=PART_KEY_LENGTH))

    def uuid(self) -> str:
        """A version 4 UUID in its canonical text form (RFC 9562, section 5.4)."""
        with self._guard:
            return str(UUID(int=self._random.getrandbits(128), version=4))


class UuidSupply:
    """Version 4 UUIDs (RFC 9562, section 5.4) from the system's randomness, for what every request needs.

    The randomness is fetched for many at once, because each fetch lets another thread have the interpreter. Safe to
    share between threads, not across a fork.
    """

    def __init__(self) -> None:
        self._left: list[bytes] = []

    def draw(self) -> str:
        """The next one in its canonical text form."""
        try:
            drawn = self._left.pop()
        except IndexError:
            fetched = os.urandom(UUID_BYTES * UUIDS_FETCHED)
            drawn, *left = (fetched[at : at + UUID_BYTES] for at in range(0, len(fetched), UUID_BYTES))
            self._left.extend(left)
        return str(UUID(bytes=drawn, version=4))
