"""Sellers: where parts are bought."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from services.kernel.constraints import unique
from services.kernel.errors import SellerInUse, SellerNameTaken, SellerNotFound
from services.kernel.names import counted, required
from services.kernel.rows import read_rows
from services.models import Part, Seller
from services.models.adding import add_if_free
from services.search import rewrite_search_text
from services.views import SellerView


class Sellers:
    """Use cases of sellers."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def list(self) -> Sequence[SellerView]:
        """Every seller by name, ignoring case."""
        columns = select(Seller.id, Seller.name, Seller.website, Seller.created_at, Seller.updated_at)
        rows = read_rows(self._session, columns.order_by(Seller.name_key, Seller.id))
        return [SellerView(*row) for row in rows]

    def create(self, *, name: str, website: str) -> Seller:
        """A new seller. Raises SellerNameTaken, BlankText."""
        seller = Seller(name=required(name, "name"), website=required(website, "website"))
        if not add_if_free(self._session, seller, "name_key"):
            raise _taken(seller.name)
        return seller

    def get(self, seller_id: int) -> Seller:
        """One seller. Raises SellerNotFound."""
        seller = self._session.get(Seller, seller_id)
        if seller is None:
            raise _not_found(seller_id)
        return seller

    def update(self, seller_id: int, *, name: str | None = None, website: str | None = None) -> Seller:
        """Change a seller; None keeps what is there. Raises SellerNotFound, SellerNameTaken, BlankText."""
        seller = self._locked(seller_id)
        if website is not None:
            seller.website = required(website, "website")
        if name is not None:
            trimmed = required(name, "name")
            with unique(self._session, "sellers", "name_key", _taken(trimmed)):
                seller.name = trimmed
            rewrite_search_text(self._session, Part.seller_id == seller_id)
        self._session.flush()
        return seller

    def delete(self, seller_id: int) -> None:
        """Delete a seller that no part names. Raises SellerNotFound, SellerInUse."""
        seller = self._locked(seller_id)
        used = self._session.scalar(select(func.count()).where(Part.seller_id == seller_id)) or 0
        if used:
            users = counted(used, "part uses", "parts use")
            raise SellerInUse(f"Cannot delete seller {seller_id} because {users} it", part_count=used)
        self._session.delete(seller)
        self._session.flush()

    def _locked(self, seller_id: int) -> Seller:
        seller = self._session.get(Seller, seller_id, with_for_update=True, populate_existing=True)
        if seller is None:
            raise _not_found(seller_id)
        return seller


def _not_found(seller_id: int) -> SellerNotFound:
    return SellerNotFound(f"Seller {seller_id} was not found")


def _taken(name: str) -> SellerNameTaken:
    return SellerNameTaken(f"A seller named {name} already exists", pointer="/name")
