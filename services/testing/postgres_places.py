"""Sandboxes on PostgreSQL: each is a schema of its own, all of them over one pool of connections.

A fresh one comes from a warm pool of copies that a background thread keeps filled. A restore compares the schema with
its template inside the server and touches only the rows that differ.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from contextlib import suppress
from datetime import timedelta
from itertools import count

import psycopg
from sqlalchemy.engine import URL

from services.kernel.clock import ControlledClock
from services.kernel.store import Store, confined
from services.testing import postgres_schema as schemas
from services.testing import sequence
from services.testing.errors import StillBusy
from services.testing.places import Beginning, Contents, Place, key_text, readable
from services.testing.postgres_control import Control
from services.testing.postgres_schema import CONTROL, Blueprint, quoted
from services.testing.sources import Sources

WARM = 6
"""How many unused copies are kept ready, with the seed and without it."""

REFRESH_SECONDS = 60.0
_LOCK_TIMEOUT_MS = 5_000

BACK_TO_DEFAULT = f"""
SELECT set_config('search_path', (SELECT reset_val FROM pg_settings WHERE name = 'search_path') || ', {CONTROL}', false)
"""

logger = logging.getLogger("partsbench.testing")


class PostgresSnapshot:
    """A schema that keeps the contents of another one."""

    def __init__(self, blueprint: Blueprint, places: PostgresPlaces) -> None:
        self.blueprint = blueprint
        self._places = places

    def discard(self) -> None:
        self._places.discard(self.blueprint.schema)


class PostgresPlace:
    """One schema."""

    def __init__(self, schema: str | None, clock: ControlledClock, places: PostgresPlaces) -> None:
        """``schema`` None is the one in which connections to the database begin."""
        self._named = schema
        self._clock = clock
        self._places = places
        self.store = places.store(schema, clock)

    @property
    def _schema(self) -> str:
        return self._named or self._places.control.default_schema

    def restore(self, beginning: Beginning) -> None:
        if isinstance(beginning.snapshot, PostgresSnapshot):
            self._places.restore(self._schema, beginning.snapshot.blueprint, timedelta(0))
        else:
            template = self._places.template(seed=beginning.seed)
            self._places.restore(self._schema, template, sequence.shift_for(self._clock))

    def rebuild(self, *, seed: bool) -> None:
        self._places.swap_in(self._schema, self._places.build(self._clock, seed=seed))

    def snapshot(self) -> PostgresSnapshot:
        return PostgresSnapshot(self._places.copy_live(self._schema), self._places)

    def contents(self, snapshot: object = None) -> Contents:
        schema = snapshot.blueprint.schema if isinstance(snapshot, PostgresSnapshot) else self._schema
        return self._places.contents(schema)

    def sequences(self) -> dict[str, int | None]:
        with self._places.control.transaction() as connection:
            return schemas.read(connection, self._schema, path(self._schema)).sequences

    def schema(self) -> list[str]:
        with self._places.control.transaction() as connection:
            return schemas.definitions(connection, self._schema)

    def close(self) -> None:
        if self._named is not None:
            self._places.recycle(self._named)


class PostgresPlaces:
    """The schemas of one database. ``start`` begins the background work; without it everything happens on demand."""

    def __init__(self, url: URL, sources: Sources) -> None:
        self._url = url
        self._sources = sources
        self.control = Control(url)
        self._numbers = count(1)
        self._building = threading.Lock()
        self._templates: dict[tuple[str, bool], Blueprint] = {}
        self._copyable: dict[str, bool] = {}
        # The fingerprint that a schema was last seen with, and its stamp at that time. Whoever has a schema to
        # itself reads and writes its entry.
        self._seen: dict[str, tuple[object, str]] = {}
        self._changed = threading.Condition()
        self._warm: dict[bool, deque[tuple[str, str, timedelta]]] = {False: deque(), True: deque()}
        self._used: deque[str] = deque()
        self._trash: deque[str] = deque()
        self._ending = False
        self._thread: threading.Thread | None = None

    # What a sandbox asks for.

    def start(self) -> None:
        self.control.prepare()
        for seed in (False, True):
            self.template(seed=seed)
        self._thread = threading.Thread(target=self._keep_warm, name="sandbox-pool", daemon=True)
        self._thread.start()

    def default(self, clock: ControlledClock) -> Place:
        return PostgresPlace(None, clock, self)

    def open(self, clock: ControlledClock, beginning: Beginning) -> Place:
        shift = sequence.shift_for(clock)
        name, has_seed = self._take(beginning.seed)
        if name is None:
            name, has_seed = self._copy(beginning.seed, shift), beginning.seed
        place = PostgresPlace(name, clock, self)
        if beginning.snapshot is not None or has_seed != beginning.seed:
            place.restore(beginning)
        return place

    def template_hash(self) -> str:
        return self._sources.hash()

    def store(self, schema: str | None, clock: ControlledClock) -> Store:
        """A store whose sessions live in that schema, by default in the one in which connections begin."""
        statement = BACK_TO_DEFAULT if schema is None else f"SET search_path TO {path(schema)}"
        return Store(self._url, clock=clock, engine=confined(self.control.engine, statement))

    def close(self) -> None:
        with self._changed:
            self._ending = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join()
        self._thread = None
        leftover = [*self._trash, *self._used, *(entry[0] for warm in self._warm.values() for entry in warm)]
        for name in leftover:
            self._drop(name)
        self.control.close()

    # Templates and copies.

    def template(self, *, seed: bool) -> Blueprint:
        """The schema that new ones are copied from, made by the real sequence at the EPOCH."""
        digest = self._sources.hash()
        with self._building:
            self.control.prepare()
            if (digest, seed) not in self._templates:
                name = f"partsbench_template_{digest}_{'seeded' if seed else 'clean'}"
                if not self.control.exists(name):
                    made = self.build(sequence.at_epoch(), seed=seed)
                    self.control.run(f"ALTER SCHEMA {quoted(made)} RENAME TO {quoted(name)}")
                with self.control.transaction() as connection:
                    self._templates[digest, seed] = schemas.read(connection, name, path(name))
            return self._templates[digest, seed]

    def build(self, clock: ControlledClock, *, seed: bool) -> str:
        """A new schema that has gone through the real sequence."""
        name = self._new_name("build")
        self.control.run(f"CREATE SCHEMA {quoted(name)}")
        sequence.run(self.store(name, clock), clock, seed=seed)
        return name

    def restore(self, schema: str, source: Blueprint, shift: timedelta) -> None:
        """Make the rows of a schema those of the source; the whole schema when its definitions differ as well."""
        with self.control.connection() as connection:
            same = self._fingerprint(connection, schema) == source.fingerprint
            if same:
                script = schemas.restore_script(source, schema, shift, _LOCK_TIMEOUT_MS)
                try:
                    connection.execute(script.encode())
                except psycopg.errors.LockNotAvailable as error:
                    raise StillBusy(["a transaction that holds locks"]) from error
        if not same:
            self.swap_in(schema, self._copy_of(source, shift))
            # Prepared statements remember the types of columns that may be others now.
            self.control.engine.dispose()

    def _fingerprint(self, connection: schemas.Connection, schema: str) -> str:
        # The stamp is taken first: a change in between is noticed next time.
        stamp = schemas.stamp(connection, schema)
        seen = self._seen.get(schema)
        if seen is not None and seen[0] == stamp:
            return seen[1]
        fingerprint = schemas.fingerprint(connection, schema)
        self._seen[schema] = stamp, fingerprint
        return fingerprint

    def swap_in(self, schema: str, fresh: str) -> None:
        """Put a new schema in the place of another one, which is dropped afterwards."""
        old = self._new_name("old")
        steps = [
            "BEGIN",
            f"SET LOCAL lock_timeout = {_LOCK_TIMEOUT_MS}",
            f"ALTER SCHEMA {quoted(schema)} RENAME TO {quoted(old)}",
            f"ALTER SCHEMA {quoted(fresh)} RENAME TO {quoted(schema)}",
            # An extension that somebody put there is not ours to drop.
            *(
                f"ALTER EXTENSION {quoted(name)} SET SCHEMA {quoted(schema)}"
                for name in self.control.extensions(schema)
            ),
            "COMMIT",
        ]
        self.control.run(";".join(steps))
        self.discard(old)

    def copy_live(self, schema: str) -> Blueprint:
        """A copy of a schema that is in use, as of one instant."""
        name = self._new_name("snapshot")
        with self.control.transaction("REPEATABLE READ") as connection:
            source = schemas.read(connection, schema, path(schema))
            connection.execute(schemas.copy_script(source, name, path(name), timedelta(0)).encode())
        return Blueprint(name, source.tables, source.constraints, source.indexes, source.sequences, source.fingerprint)

    def contents(self, schema: str) -> Contents:
        """Every row of every table."""
        with self.control.transaction("REPEATABLE READ") as connection:
            found: Contents = {}
            for table in schemas.read(connection, schema, path(schema)).tables:
                rows = connection.execute(f"SELECT {table.listed} FROM {quoted(schema)}.{quoted(table.name)}".encode())
                named = (dict(zip(table.columns, row, strict=True)) for row in rows)
                found[table.name] = {
                    key_text(row, table.key or table.columns): readable(table.name, row) for row in named
                }
            return found

    # What is given back.

    def recycle(self, schema: str) -> None:
        """Take back a schema whose sandbox is closed; it becomes a fresh one."""
        self._seen.pop(schema, None)
        with self._changed:
            self._used.append(schema)
            self._changed.notify_all()

    def discard(self, schema: str) -> None:
        """Drop a schema when there is time."""
        with self._changed:
            self._trash.append(schema)
            self._changed.notify_all()

    def _take(self, seed: bool) -> tuple[str | None, bool]:
        digest = self._sources.hash()
        with self._changed:
            for kind in (seed, not seed):
                while self._warm[kind]:
                    name, made_from, _ = self._warm[kind].popleft()
                    self._changed.notify_all()
                    if made_from == digest:
                        return name, kind
                    self._trash.append(name)
        return None, seed

    def _copy(self, seed: bool, shift: timedelta) -> str:
        return self._copy_of(self.template(seed=seed), shift, seed=seed)

    def _copy_of(self, source: Blueprint, shift: timedelta, *, seed: bool | None = None) -> str:
        name = self._new_name("sandbox")
        if seed is None or self._copyable.get(source.fingerprint, True):
            with self.control.transaction() as connection:
                connection.execute(schemas.copy_script(source, name, path(name), shift).encode())
                faithful = schemas.fingerprint(connection, name) == source.fingerprint
            if seed is None or faithful:
                return name
            self._copyable[source.fingerprint] = False
            self.discard(name)
            logger.warning("schemas cannot be copied as they are; each sandbox goes through the migrations")
        clock = sequence.at_epoch()
        clock.advance(shift)
        return self.build(clock, seed=seed)

    def _new_name(self, kind: str) -> str:
        return f"partsbench_{kind}_{next(self._numbers)}"

    def _drop(self, schema: str) -> None:
        self._seen.pop(schema, None)
        try:
            limit = f"SET LOCAL lock_timeout = {_LOCK_TIMEOUT_MS}"
            self.control.run(f"BEGIN; {limit}; DROP SCHEMA IF EXISTS {quoted(schema)} CASCADE; COMMIT")
        except psycopg.Error as error:
            logger.warning("the schema %s is left for the next start to drop: %s", schema, error)

    # The background thread.

    def _keep_warm(self) -> None:
        while not self._ending:
            try:
                busy = self._one_piece_of_work()
            except psycopg.Error as error:
                logger.warning("the pool of sandboxes could not be filled: %s", error)
                busy = False
            if not busy:
                with self._changed:
                    if not (self._ending or self._used or self._trash):
                        self._changed.wait(REFRESH_SECONDS)

    def _one_piece_of_work(self) -> bool:
        """Do what is most urgent; False when there is nothing to do."""
        shift = sequence.shift_for(ControlledClock())
        digest = self._sources.hash()
        for seed in (False, True):
            if len(self._warm[seed]) < WARM:
                used = self._pop(self._used)
                name = self._copy(seed, shift) if used is None else self._renewed(used, seed, shift)
                with self._changed:
                    self._warm[seed].append((name, digest, shift))
                return True
        superfluous = self._pop(self._trash) or self._pop(self._used) or self._outdated(digest, shift)
        if superfluous is not None:
            self._drop(superfluous)
        return superfluous is not None

    def _pop(self, queue: deque[str]) -> str | None:
        with suppress(IndexError):
            return queue.popleft()
        return None

    def _outdated(self, digest: str, shift: timedelta) -> str | None:
        """One warm copy whose template or hour has passed."""
        with self._changed:
            for warm in self._warm.values():
                for entry in warm:
                    if entry[1:] != (digest, shift):
                        warm.remove(entry)
                        return entry[0]
        return None

    def _renewed(self, used: str, seed: bool, shift: timedelta) -> str:
        # Under a new name, so that nothing that still believes in the old sandbox finds it.
        name = self._new_name("sandbox")
        self.control.run(f"ALTER SCHEMA {quoted(used)} RENAME TO {quoted(name)}")
        self.restore(name, self.template(seed=seed), shift)
        return name


def path(schema: str) -> str:
    """The search path of a schema: itself, and the place of the extensions."""
    return f"{quoted(schema)}, {CONTROL}"
