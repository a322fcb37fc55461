"""Types of parts: the categories of the inventory."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import Session

from services.kernel.constraints import unique
from services.kernel.errors import TypeInUse, TypeNameTaken, TypeNotFound
from services.kernel.names import counted, required
from services.kernel.rows import Listing, read_rows
from services.models import Part, Type, TypeTotal
from services.models.adding import add_if_free
from services.search import rewrite_search_text
from services.views import TypeView, TypeWithStats

_COLUMNS = select(Type.id, Type.name, Type.created_at, Type.updated_at)
_ALL = _COLUMNS.order_by(Type.name_key, Type.id)
_ONE = _COLUMNS.where(Type.id == bindparam("type_id"))
_ALL_COUNTED = Listing(
    _ALL.add_columns(func.coalesce(TypeTotal.parts, 0)).outerjoin(TypeTotal, TypeTotal.type_id == Type.id)
)
_ALL_LISTED = Listing(_ALL)


class Types:
    """Use cases of types."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self, include_stats: bool = False) -> Sequence[TypeView]:
        """Every type by name, ignoring case; TypeWithStats with the number of parts when asked for."""
        if include_stats:
            return [TypeWithStats(*row) for row in _ALL_COUNTED.read(self._session)]
        return [TypeView(*row) for row in _ALL_LISTED.read(self._session)]

    def create(self, *, name: str) -> Type:
        """A new type. Raises TypeNameTaken, BlankText."""
        kind = Type(name=required(name, "name"))
        if not add_if_free(self._session, kind, "name_key"):
            raise _taken(kind.name)
        return kind

    def get(self, type_id: int) -> TypeView:
        """One type. Raises TypeNotFound."""
        found = read_rows(self._session, _ONE, {"type_id": type_id})
        if not found:
            raise _not_found(type_id)
        return TypeView(*found[0])

    def update(self, type_id: int, *, name: str | None = None) -> Type:
        """Rename a type; None keeps the name. Raises TypeNotFound, TypeNameTaken, BlankText."""
        kind = self._locked(type_id)
        if name is None:
            return kind
        trimmed = required(name, "name")
        with unique(self._session, "types", "name_key", _taken(trimmed)):
            kind.name = trimmed
        rewrite_search_text(self._session, Part.type_id == type_id)
        return kind

    def delete(self, type_id: int) -> None:
        """Delete a type that no part is of. Raises TypeNotFound, TypeInUse."""
        kind = self._locked(type_id)
        used = self._session.scalar(select(func.count()).where(Part.type_id == type_id)) or 0
        if used:
            users = counted(used, "part uses", "parts use")
            raise TypeInUse(f"Cannot delete type {type_id} because {users} it", part_count=used)
        self._session.execute(delete(TypeTotal).where(TypeTotal.type_id == type_id))
        self._session.delete(kind)
        self._session.flush()

    def _locked(self, type_id: int) -> Type:
        kind = self._session.get(Type, type_id, with_for_update=True, populate_existing=True)
        if kind is None:
            raise _not_found(type_id)
        return kind


def _not_found(type_id: int) -> TypeNotFound:
    return TypeNotFound(f"Type {type_id} was not found")


def _taken(name: str) -> TypeNameTaken:
    return TypeNameTaken(f"A type named {name} already exists", pointer="/name")
