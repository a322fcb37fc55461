"""The refusals of the application: named for the business, each with a stable machine-readable code."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar


class ErrorCode(StrEnum):
    """Every ``code`` that a problem can carry. The document's ErrorCode component lists the same; a test compares."""

    VALIDATION_FAILED = "VALIDATION_FAILED"
    MALFORMED_JSON = "MALFORMED_JSON"
    BAD_REQUEST = "BAD_REQUEST"
    ROUTE_NOT_FOUND = "ROUTE_NOT_FOUND"
    METHOD_NOT_ALLOWED = "METHOD_NOT_ALLOWED"
    PAYLOAD_TOO_LARGE = "PAYLOAD_TOO_LARGE"
    HEADERS_TOO_LARGE = "HEADERS_TOO_LARGE"
    UNSUPPORTED_MEDIA_TYPE = "UNSUPPORTED_MEDIA_TYPE"
    TYPE_NOT_FOUND = "TYPE_NOT_FOUND"
    SELLER_NOT_FOUND = "SELLER_NOT_FOUND"
    PART_NOT_FOUND = "PART_NOT_FOUND"
    BOX_NOT_FOUND = "BOX_NOT_FOUND"
    LOCATION_NOT_FOUND = "LOCATION_NOT_FOUND"
    TYPE_NAME_TAKEN = "TYPE_NAME_TAKEN"
    TYPE_IN_USE = "TYPE_IN_USE"
    SELLER_NAME_TAKEN = "SELLER_NAME_TAKEN"
    SELLER_IN_USE = "SELLER_IN_USE"
    PART_HAS_STOCK = "PART_HAS_STOCK"
    PART_KEYS_EXHAUSTED = "PART_KEYS_EXHAUSTED"
    BOX_NOT_EMPTY = "BOX_NOT_EMPTY"
    CAPACITY_IN_USE = "CAPACITY_IN_USE"
    INSUFFICIENT_QUANTITY = "INSUFFICIENT_QUANTITY"
    QUANTITY_LIMIT = "QUANTITY_LIMIT"
    SAME_LOCATION = "SAME_LOCATION"
    NO_FREE_LOCATION = "NO_FREE_LOCATION"
    IMPORT_UNREADABLE = "IMPORT_UNREADABLE"
    IMPORT_INVALID = "IMPORT_INVALID"
    PLAN_NOT_FOUND = "PLAN_NOT_FOUND"
    PLAN_NOT_READY = "PLAN_NOT_READY"
    PLAN_OUTDATED = "PLAN_OUTDATED"
    CONSTRAINT_VIOLATION = "CONSTRAINT_VIOLATION"
    TASK_NOT_FOUND = "TASK_NOT_FOUND"
    TASK_FINISHED = "TASK_FINISHED"
    TASK_NOT_FINISHED = "TASK_NOT_FINISHED"
    TASK_CANCELLED = "TASK_CANCELLED"
    INTERRUPTED = "INTERRUPTED"
    DRAIN_NOT_CONFIGURED = "DRAIN_NOT_CONFIGURED"
    UNAUTHORIZED = "UNAUTHORIZED"
    STREAM_LIMIT = "STREAM_LIMIT"
    SANDBOX_NOT_FOUND = "SANDBOX_NOT_FOUND"
    SANDBOX_PERMANENT = "SANDBOX_PERMANENT"
    SNAPSHOT_NOT_FOUND = "SNAPSHOT_NOT_FOUND"
    SNAPSHOT_LIMIT = "SNAPSHOT_LIMIT"
    STILL_BUSY = "STILL_BUSY"
    RESET_IN_PROGRESS = "RESET_IN_PROGRESS"
    SANDBOX_LIMIT = "SANDBOX_LIMIT"
    NOT_READY = "NOT_READY"
    DATABASE_UNAVAILABLE = "DATABASE_UNAVAILABLE"
    INTERNAL = "INTERNAL"


class BusinessLogicError(Exception):
    """The application refuses, and says why in a sentence that is shown to people as it stands.

    ``extra`` holds further members of the problem, such as how many pieces were requested and available.
    ``pointer`` names the member of the body that caused the refusal, as a JSON Pointer (RFC 6901).
    """

    code: ClassVar[ErrorCode]

    def __init__(self, detail: str, *, pointer: str | None = None, **extra: object) -> None:
        super().__init__(detail)
        self.detail = detail
        self.pointer = pointer
        self.extra = extra


class RecordNotFound(BusinessLogicError):
    """Something that was named does not exist."""


class NameTaken(BusinessLogicError):
    """Another record has that name already; names are compared without regard to case."""


class DependencyError(BusinessLogicError):
    """The change is refused because something else depends on the record."""


class StateConflict(BusinessLogicError):
    """The change is refused because of the state that the records are in."""


class BlankText(BusinessLogicError):
    """A text that must say something is empty once the white space around it is gone."""

    code = ErrorCode.VALIDATION_FAILED


class TypeNotFound(RecordNotFound):
    code = ErrorCode.TYPE_NOT_FOUND


class SellerNotFound(RecordNotFound):
    code = ErrorCode.SELLER_NOT_FOUND


class PartNotFound(RecordNotFound):
    code = ErrorCode.PART_NOT_FOUND


class BoxNotFound(RecordNotFound):
    code = ErrorCode.BOX_NOT_FOUND


class LocationNotFound(RecordNotFound):
    code = ErrorCode.LOCATION_NOT_FOUND


class TypeNameTaken(NameTaken):
    code = ErrorCode.TYPE_NAME_TAKEN


class SellerNameTaken(NameTaken):
    code = ErrorCode.SELLER_NAME_TAKEN


class TypeInUse(DependencyError):
    code = ErrorCode.TYPE_IN_USE


class SellerInUse(DependencyError):
    code = ErrorCode.SELLER_IN_USE


class PartHasStock(DependencyError):
    code = ErrorCode.PART_HAS_STOCK


class BoxNotEmpty(DependencyError):
    code = ErrorCode.BOX_NOT_EMPTY


class CapacityInUse(DependencyError):
    code = ErrorCode.CAPACITY_IN_USE


class InsufficientQuantity(StateConflict):
    code = ErrorCode.INSUFFICIENT_QUANTITY


class QuantityLimit(StateConflict):
    code = ErrorCode.QUANTITY_LIMIT


class SameLocation(StateConflict):
    code = ErrorCode.SAME_LOCATION


class NoFreeLocation(StateConflict):
    code = ErrorCode.NO_FREE_LOCATION


class PartKeysExhausted(StateConflict):
    code = ErrorCode.PART_KEYS_EXHAUSTED


class ImportUnreadable(BusinessLogicError):
    """A file that is to be imported is no CSV, has no column that is known, or not those of the mapping."""

    code = ErrorCode.IMPORT_UNREADABLE


class ImportInvalid(BusinessLogicError):
    """Rows of a file cannot be imported, so none was; ``errors`` lists the first of them."""

    code = ErrorCode.IMPORT_INVALID


class PlanNotFound(RecordNotFound):
    code = ErrorCode.PLAN_NOT_FOUND


class PlanNotReady(StateConflict):
    code = ErrorCode.PLAN_NOT_READY


class PlanOutdated(StateConflict):
    code = ErrorCode.PLAN_OUTDATED


class TaskNotFound(RecordNotFound):
    code = ErrorCode.TASK_NOT_FOUND


class TaskFinished(StateConflict):
    code = ErrorCode.TASK_FINISHED


class TaskNotFinished(StateConflict):
    code = ErrorCode.TASK_NOT_FINISHED


class TaskCancelled(StateConflict):
    """A task stops at a safe point because somebody asked it to."""

    code = ErrorCode.TASK_CANCELLED

    def __init__(self) -> None:
        super().__init__("The task was cancelled")


class TaskInterrupted(StateConflict):
    """A task stops at a safe point because its process ends, or it was found without its process."""

    code = ErrorCode.INTERRUPTED

    def __init__(self) -> None:
        super().__init__("The task was interrupted because the service was restarted; start it again")


class DrainNotConfigured(RecordNotFound):
    code = ErrorCode.DRAIN_NOT_CONFIGURED
