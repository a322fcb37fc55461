"""Health: whether the process can take work, asked of the database over one connection at a time."""

from __future__ import annotations

import logging
import threading
from dataclasses import asdict, dataclass

from sqlalchemy.exc import SQLAlchemyError

from services import schema
from services.kernel.clock import monotonic
from services.kernel.errors import BusinessLogicError, ErrorCode
from services.kernel.lifecycle import Lifecycle, Phase
from services.kernel.store import Store

logger = logging.getLogger("partsbench.health")


@dataclass(frozen=True, slots=True)
class Checks:
    """The outcome of each check: ``ok``, ``failed`` or ``unknown``, and the phase of the process."""

    database: str
    migrations: str
    lifecycle: str

    @property
    def passed(self) -> bool:
        return self.database == self.migrations == "ok" and self.lifecycle == Phase.READY

    @property
    def failed_names(self) -> list[str]:
        """The checks that did not pass."""
        found = [name for name in ("database", "migrations") if getattr(self, name) != "ok"]
        return found if self.lifecycle == Phase.READY else [*found, "lifecycle"]


class NotReady(BusinessLogicError):
    """The process should get no work now; ``extra`` carries every check."""

    code = ErrorCode.NOT_READY

    def __init__(self, checks: Checks) -> None:
        super().__init__(f"Not ready: {', '.join(checks.failed_names)}", checks=asdict(checks))


class Readiness:
    """Answers whether the process is ready. One thread asks the database; those that wait meanwhile share the answer.

    However many callers there are, at most one connection is in use, so a burst of probes cannot drain the pool.
    """

    def __init__(self, store: Store, lifecycle: Lifecycle) -> None:
        self._store = store
        self._lifecycle = lifecycle
        self._asking = threading.Lock()
        self._asked_at = float("-inf")
        self._answer = ("unknown", "unknown")

    def checks(self) -> Checks:
        """The state of things now, or as found by a look that began after this call did."""
        called_at = monotonic()
        with self._asking:
            if self._asked_at < called_at:
                self._asked_at = monotonic()
                self._answer = self._ask()
            database, migrations = self._answer
        return Checks(database, migrations, self._lifecycle.phase.value)

    def require(self) -> Checks:
        """The checks, all passed. Raises NotReady otherwise."""
        checks = self.checks()
        if not checks.passed:
            raise NotReady(checks)
        return checks

    def _ask(self) -> tuple[str, str]:
        try:
            with self._store.engine.connect() as connection:
                self._store.ping(connection)
                return "ok", "failed" if schema.pending(connection) else "ok"
        except SQLAlchemyError as error:
            logger.warning("the database did not answer the readiness check: %s", error)
            return "failed", "unknown"
