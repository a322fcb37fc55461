"""What may happen only once a transaction is committed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import event
from sqlalchemy.orm import Session


def on_commit(session: Session, action: Callable[[], None]) -> None:
    """Run ``action`` after the session's present transaction is committed, and never when it is rolled back."""
    waiting = [action]

    def committed(committing: Session) -> None:
        # The end of a savepoint is reported here as well; it commits nothing.
        if waiting and not committing.in_nested_transaction():
            waiting.pop()()

    def rolled_back(_session: Session) -> None:
        waiting.clear()

    event.listen(session, "after_commit", committed)
    event.listen(session, "after_rollback", rolled_back)
