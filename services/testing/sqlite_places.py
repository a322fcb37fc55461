"""Sandboxes on SQLite: each is a file, restored page by page from an image kept in memory.

The backup API of SQLite writes the image into the open file as one transaction, so whoever has the file open sees
either the old contents or the new ones, and a process that is killed leaves one of them.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import sqlite3
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

from sqlalchemy.engine import URL

from services.kernel.clock import ControlledClock, monotonic
from services.kernel.store import Store
from services.models import Base, UtcDateTime
from services.testing import sequence
from services.testing.places import Beginning, Contents, Place, Row, key_text, readable
from services.testing.sources import Sources

FOLDER_PREFIX = "partsbench-sandboxes-"
OWNED = 0x70627465
"""Written as application_id into the header of every database that test mode may reset."""

_JOURNAL_MODE = slice(18, 20)
_BUSY_SECONDS = 10.0
_CHECKPOINT_BYTES = 8 * 1_048_576
_KEPT_IMAGES = 6


class Image:
    """A whole database as bytes."""

    def __init__(self, data: bytes) -> None:
        # An image in WAL mode cannot be opened in memory; the two bytes say which mode it is in.
        self.data = data[: _JOURNAL_MODE.start] + b"\x01\x01" + data[_JOURNAL_MODE.stop :]

    @classmethod
    def of(cls, connection: sqlite3.Connection) -> Image:
        return cls(connection.serialize())

    @contextlib.contextmanager
    def opened(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(":memory:", isolation_level=None)
        try:
            connection.deserialize(self.data)
            yield connection
        finally:
            connection.close()

    def write(self, path: Path) -> None:
        data = self.data
        path.write_bytes(data[: _JOURNAL_MODE.start] + b"\x02\x02" + data[_JOURNAL_MODE.stop :])

    def discard(self) -> None:
        """Nothing to give back: the bytes go with the object."""


class Images:
    """The images that sandboxes begin with: each made once by the real sequence, then moved in time as needed."""

    def __init__(self, folder: Callable[[], Path], sources: Sources) -> None:
        self._folder = folder
        self._sources = sources
        self._guard = threading.Lock()
        self._kept: OrderedDict[tuple[str, bool, timedelta], Image] = OrderedDict()

    def get(self, *, seed: bool, shift: timedelta) -> Image:
        """The image of a new database, its instants moved by ``shift`` from the EPOCH."""
        with self._guard:
            digest = self._sources.hash()
            made = self._keep((digest, seed, timedelta(0)), lambda: self.build(sequence.at_epoch(), seed=seed))
            return self._keep((digest, seed, shift), lambda: _moved(made, shift))

    def build(self, clock: ControlledClock, *, seed: bool) -> Image:
        """What the real sequence makes of a new database, at this instant."""
        with tempfile.TemporaryDirectory(dir=self._folder()) as name:
            path = Path(name) / "new.sqlite3"
            store = Store(_url(path), clock=clock, durable=False)
            try:
                sequence.run(store, clock, seed=seed)
            finally:
                store.dispose()
            mark(path)
            with contextlib.closing(sqlite3.connect(path)) as connection:
                return Image.of(connection)

    def _keep(self, key: tuple[str, bool, timedelta], make: Callable[[], Image]) -> Image:
        if key not in self._kept:
            self._kept[key] = make()
        self._kept.move_to_end(key)
        while len(self._kept) > _KEPT_IMAGES:
            self._kept.popitem(last=False)
        return self._kept[key]


class SqlitePlace:
    """One file."""

    def __init__(self, path: Path, clock: ControlledClock, images: Images, *, store: Store, temporary: bool) -> None:
        self.store = store
        self._path = path
        self._clock = clock
        self._images = images
        self._temporary = temporary
        self._file: sqlite3.Connection | None = None

    def restore(self, beginning: Beginning) -> None:
        if isinstance(beginning.snapshot, Image):
            self._write(beginning.snapshot)
        else:
            self._write(self._images.get(seed=beginning.seed, shift=sequence.shift_for(self._clock)))

    def rebuild(self, *, seed: bool) -> None:
        self._write(self._images.build(self._clock, seed=seed))

    def snapshot(self) -> Image:
        with contextlib.closing(sqlite3.connect(":memory:")) as copy:
            self._opened().backup(copy)
            return Image.of(copy)

    def contents(self, snapshot: object = None) -> Contents:
        if isinstance(snapshot, Image):
            with snapshot.opened() as connection:
                return _contents(connection)
        return _contents(self._opened())

    def sequences(self) -> dict[str, int | None]:
        found = self._opened().execute("SELECT name, seq FROM sqlite_sequence").fetchall()
        return dict(sorted(found))

    def schema(self) -> list[str]:
        found = self._opened().execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
        return [f"{kind} {name}: {sql}" for kind, name, sql in found]

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
        self.store.dispose()
        if self._temporary:
            for ending in ("", "-wal", "-shm"):
                Path(f"{self._path}{ending}").unlink(missing_ok=True)

    def _opened(self) -> sqlite3.Connection:
        if self._file is None:
            self._file = sqlite3.connect(
                self._path, isolation_level=None, check_same_thread=False, timeout=_BUSY_SECONDS
            )
            self._file.execute("PRAGMA synchronous=OFF" if self._temporary else "PRAGMA synchronous=NORMAL")
        return self._file

    def _write(self, image: Image) -> None:
        deadline = monotonic() + _BUSY_SECONDS

        def give_up(_status: int, remaining: int, _total: int) -> None:
            # Called between attempts too, and backup() would otherwise go on for ever while the file is locked.
            if remaining and monotonic() > deadline:
                raise sqlite3.OperationalError("the file of the sandbox stayed locked")

        file = self._opened()
        with image.opened() as source:
            source.backup(file, progress=give_up, sleep=0.005)
        self._keep_log_short(file)

    def _keep_log_short(self, file: sqlite3.Connection) -> None:
        # Backups do not count towards automatic checkpoints.
        with contextlib.suppress(OSError):
            if os.stat(f"{self._path}-wal").st_size > _CHECKPOINT_BYTES:
                file.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


class SqlitePlaces:
    """Sandboxes as files in a private folder, which goes with the process; `default` in the file of DATABASE_URL."""

    def __init__(self, url: URL, sources: Sources) -> None:
        self._url = url
        self._sources = sources
        self._folder = PrivateFolder()
        self._images = Images(self._folder.path, sources)
        self._numbers = count(1)

    def start(self) -> None:
        remove_stale_folders()
        for seed in (False, True):
            self._images.get(seed=seed, shift=sequence.shift_for(ControlledClock()))

    def template_hash(self) -> str:
        return self._sources.hash()

    def default(self, clock: ControlledClock) -> Place:
        path = Path(self._url.database or "").expanduser()
        return SqlitePlace(path, clock, self._images, store=Store(self._url, clock=clock), temporary=False)

    def open(self, clock: ControlledClock, beginning: Beginning) -> Place:
        image = beginning.snapshot
        if not isinstance(image, Image):
            image = self._images.get(seed=beginning.seed, shift=sequence.shift_for(clock))
        path = self._folder.path() / f"{next(self._numbers)}.sqlite3"
        image.write(path)
        store = Store(_url(path), clock=clock, durable=False)
        return SqlitePlace(path, clock, self._images, store=store, temporary=True)

    def close(self) -> None:
        self._folder.remove()


class PrivateFolder:
    """A temporary folder that only this user can read, made at its first use. Its lock shows that it is in use."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._path: Path | None = None
        self._lock = -1

    def path(self) -> Path:
        with self._guard:
            if self._path is None:
                self._path = Path(tempfile.mkdtemp(prefix=FOLDER_PREFIX))
                self._lock = os.open(self._path / "lock", os.O_CREAT | os.O_RDWR, 0o600)
                fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return self._path

    def remove(self) -> None:
        with self._guard:
            if self._path is not None:
                shutil.rmtree(self._path, ignore_errors=True)
                os.close(self._lock)
            self._path = None


def remove_stale_folders() -> None:
    """Remove the folders of processes that were killed: those of this user whose lock nobody holds."""
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER_PREFIX}*"):
        with contextlib.suppress(OSError):
            if folder.stat().st_uid != os.geteuid():
                continue
            lock = os.open(folder / "lock", os.O_RDWR)
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
            finally:
                os.close(lock)


def mark(path: Path) -> None:
    """Write into the header that test mode may reset this database."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={OWNED}").close()


def is_marked(path: Path) -> bool:
    """Whether ``mark`` was called on this file."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA application_id").fetchone()[0] == OWNED)


def _url(path: Path) -> URL:
    return URL.create("sqlite", database=str(path))


def _moved(image: Image, shift: timedelta) -> Image:
    """The image with every instant moved by ``shift``."""

    def move(text: str | None) -> str | None:
        return text and (datetime.fromisoformat(text) + shift).isoformat(timespec="microseconds")

    with image.opened() as connection:
        connection.create_function("move", 1, move, deterministic=True)
        for table in Base.metadata.tables.values():
            instants = [column.name for column in table.columns if isinstance(column.type, UtcDateTime)]
            if instants:
                changes = ", ".join(f'"{name}" = move("{name}")' for name in instants)
                connection.execute(f'UPDATE "{table.name}" SET {changes}').close()
        return Image.of(connection)


def _contents(connection: sqlite3.Connection) -> Contents:
    """Every row of every table but SQLite's own and those behind a search index."""
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    names = sorted(name for (name,) in tables if not name.startswith("sqlite_"))
    return {name: _rows(connection, name) for name in names}


def _rows(connection: sqlite3.Connection, table: str) -> dict[str, Row]:
    described = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    columns = [column[1] for column in described]
    key = [column[1] for column in sorted(described, key=lambda column: int(column[5])) if column[5]] or columns
    rows = (dict(zip(columns, row, strict=True)) for row in connection.execute(f'SELECT * FROM "{table}"'))
    return {key_text(row, key): readable(table, row) for row in rows}
