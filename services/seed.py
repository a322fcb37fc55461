"""A realistic workshop, for people who want to look around before they type in their own."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from importlib.resources import files
from operator import itemgetter
from typing import Any

import yaml
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from services.kernel.names import comparison_key
from services.kernel.world import World
from services.models import Box, Location, Part, PartLocation, QuantityChange, Seller, Type
from services.setup import synchronise_types
from services.totals import rebuild

AGE = timedelta(days=200)
"""How long ago the workshop was set up."""

_WORKING_MINUTES = 480
_STEP_MINUTES = 37


def seed(session: Session, world: World) -> bool:
    """Fill an inventory without parts; False, and nothing done, when it has some.

    The same inventory comes out every time: part keys are in the file, and instants count back from now.
    """
    if session.scalar(select(Part.id).limit(1)) is not None:
        return False
    data = workshop()
    now = world.clock.now()
    session.info["clock"] = world.clock
    synchronise_types(session, world)
    types = {row.name_key: row for row in session.execute(select(Type.id, Type.name, Type.name_key))}
    sellers = _sellers(session, data["sellers"], now - AGE)
    places = _places(session, data["boxes"], now - AGE)
    histories = [_instants(number, entry, now) for number, entry in enumerate(data["parts"])]
    parts = []
    for entry, history in zip(data["parts"], histories, strict=True):
        added = history[0][0] if history else now - timedelta(days=entry["added"])
        parts.append(_part(entry, added, types.get(comparison_key(entry.get("type", ""))), sellers))
    session.add_all(parts)
    session.flush()
    _stock(session, [part.id for part in parts], histories, places)
    session.flush()
    rebuild(session.connection())
    return True


def workshop() -> dict[str, Any]:
    """The seed file: sellers, boxes and parts."""
    text = files("services.data").joinpath("seed.yaml").read_text("utf-8")
    # The loader written in C is ten times as fast, and missing from some builds.
    data: dict[str, Any] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return data


Change = tuple[datetime, int, str]
"""An instant, how many pieces, and the place in the file's own counting of boxes."""


def _instants(number: int, entry: dict[str, Any], now: datetime) -> list[Change]:
    """The history of a part with its days ago as instants: spread over the day, and apart even within one."""
    minutes = number * _STEP_MINUTES % _WORKING_MINUTES
    return [
        (now - timedelta(days=days, minutes=minutes - step), delta, place)
        for step, (days, delta, place) in enumerate(entry.get("history", ()))
    ]


def _sellers(session: Session, entries: list[dict[str, str]], since: datetime) -> dict[str, Seller]:
    """The sellers by name, those that exist already included."""
    present = {seller.name_key: seller for seller in session.scalars(select(Seller))}
    sellers = {}
    for entry in entries:
        known = present.get(comparison_key(entry["name"]))
        sellers[entry["name"]] = known or Seller(**entry, created_at=since)
    session.add_all(sellers.values())
    session.flush()
    return sellers


def _places(session: Session, entries: list[dict[str, Any]], since: datetime) -> dict[str, Location]:
    """The locations of new boxes by the file's names for them, which count the boxes from 1."""
    boxes = [Box(**entry, created_at=since) for entry in entries]
    session.add_all(boxes)
    session.flush()
    places = {
        f"{number}-{loc_no}": Location(box_no=box.box_no, loc_no=loc_no)
        for number, box in enumerate(boxes, start=1)
        for loc_no in range(1, box.capacity + 1)
    }
    session.add_all(places.values())
    session.flush()
    return places


def _part(entry: dict[str, Any], added: datetime, kind: Any, sellers: dict[str, Seller]) -> Part:
    elsewhere = ("type", "seller", "history", "added")
    own = {member: value for member, value in entry.items() if member not in elsewhere}
    seller = sellers.get(entry.get("seller", ""))
    part = Part(**{"tags": [], **own}, created_at=added)
    part.type_id = kind.id if kind else None
    part.seller_id = seller.id if seller else None
    part.search_text = part.composed(kind.name if kind else None, seller.name if seller else None)
    return part


def _stock(session: Session, part_ids: list[int], histories: list[list[Change]], places: dict[str, Location]) -> None:
    stock: Counter[tuple[int, int]] = Counter()
    changes = []
    for part_id, history in zip(part_ids, histories, strict=True):
        for instant, delta, name in history:
            place = places[name]
            stock[part_id, place.id] += delta
            changes.append(
                {
                    "part_id": part_id,
                    "delta_qty": delta,
                    "location_reference": f"{place.box_no}-{place.loc_no}",
                    "timestamp": instant,
                }
            )
    changes.sort(key=itemgetter("timestamp"))
    session.execute(insert(QuantityChange), changes)
    session.execute(
        insert(PartLocation),
        [
            {"part_id": part_id, "location_id": location_id, "qty": qty}
            for (part_id, location_id), qty in stock.items()
            if qty
        ],
    )
