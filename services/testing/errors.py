"""The refusals of test mode."""

from __future__ import annotations

from services.kernel.errors import BusinessLogicError, ErrorCode, RecordNotFound, StateConflict


class ResetInProgress(BusinessLogicError):
    """The sandbox is being changed as a whole; it is back in a moment."""

    code = ErrorCode.RESET_IN_PROGRESS

    def __init__(self) -> None:
        super().__init__("The sandbox is being reset; try again in a moment")


class StillBusy(BusinessLogicError):
    """Something in the sandbox did not come to an end in time; ``extra["busy"]`` names it."""

    code = ErrorCode.STILL_BUSY

    def __init__(self, busy: list[str]) -> None:
        super().__init__(f"The sandbox is still busy with {', '.join(busy[:5])}", busy=busy[:100])


class SandboxNotFound(RecordNotFound):
    """There is no such sandbox."""

    code = ErrorCode.SANDBOX_NOT_FOUND

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no sandbox named {name}")


class SandboxLimit(BusinessLogicError):
    """There are as many sandboxes as there may be."""

    code = ErrorCode.SANDBOX_LIMIT

    def __init__(self, limit: int) -> None:
        super().__init__(f"There are {limit} sandboxes already; delete some, or raise TESTING_MAX_SANDBOXES")


class SandboxPermanent(StateConflict):
    """The default sandbox is always there."""

    code = ErrorCode.SANDBOX_PERMANENT

    def __init__(self) -> None:
        super().__init__("The default sandbox cannot be deleted; reset it instead")


class SnapshotNotFound(RecordNotFound):
    """The sandbox has no such snapshot."""

    code = ErrorCode.SNAPSHOT_NOT_FOUND

    def __init__(self, name: str) -> None:
        super().__init__(f"There is no snapshot named {name} in this sandbox")


class SnapshotLimit(StateConflict):
    """The sandbox has as many snapshots as it may have."""

    code = ErrorCode.SNAPSHOT_LIMIT

    def __init__(self, limit: int) -> None:
        super().__init__(f"The sandbox has {limit} snapshots already; delete some first")


class NotDeclared(BusinessLogicError):
    """A fault asks for an answer that the document does not declare."""

    code = ErrorCode.VALIDATION_FAILED


class OutOfTime(BusinessLogicError):
    """A clock is moved to where nobody needs it."""

    code = ErrorCode.VALIDATION_FAILED

    def __init__(self, earliest: int, latest: int) -> None:
        super().__init__(f"The clock shows the years from {earliest} to {latest}", pointer="/advance_by")


class DatabaseRefused(Exception):
    """Test mode does not touch this database; the message is a sentence that says what to do."""
