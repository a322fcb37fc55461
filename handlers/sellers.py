"""Sellers: where parts are bought."""

from __future__ import annotations

from typing import Any

from handlers.runtime.answers import Answer, created, listed
from handlers.runtime.context import services
from handlers.wire import dump, load


def list_sellers() -> Answer:
    return listed("SellerSummary", services().sellers.list())


def create_seller(body: dict[str, Any]) -> Answer:
    made = services().sellers.create(**load("SellerCreate", body))
    return created("Seller", made, "sellers", made.id)


def get_seller(seller_id: int) -> Any:
    return dump("Seller", services().sellers.get(seller_id))


def update_seller(seller_id: int, body: dict[str, Any]) -> Any:
    return dump("Seller", services().sellers.update(seller_id, **load("SellerUpdate", body)))


def delete_seller(seller_id: int) -> Answer:
    services().sellers.delete(seller_id)
    return None, 204, {}
