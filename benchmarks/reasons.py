"""Why goals are missed that have been missed before, by a part of the goal's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from benchmarks.goals import Goal

REASONS: Mapping[str, str] = {
    "GET healthz": (
        "Flask is most of such a request: plain Flask, without ids, validation or a document, stands in the table "
        "below with the same server. What partsbench adds is in the profile."
    ),
    "our healthz rate": (
        "A healthz does no work, and got faster by more than the lists did. The bare floor, which only reads rows and "
        "writes JSON, does not come to a quarter of its own healthz rate either: see its rows in the tables."
    ),
    "growth of suggested location": (
        "Free locations are looked for behind the full ones, which are all but the last box here. A stored number of "
        "free locations for each box would make every change of stock wait for its box."
    ),
    "growth of dashboard: statistics": "Totals are sums over an index of the parts, 6 to 12 ms at 100,000.",
    "growth of dashboard: category distribution": "Parts are counted by type over an index, 6 to 12 ms at 100,000.",
    "growth of dashboard: parts without documents": "On PostgreSQL the parts are read to find those that have none.",
    "growth of types with statistics": (
        "Parts are counted by type over an index. A stored number would make parts and renamings wait for each other "
        "(docs/decisions/013)."
    ),
    "growth of search: zq": "Two letters are too few for trigrams; a rare pair is looked for in every text, once.",
    "growth of search": (
        "A search grows until a thousand parts answer, which are gathered and sorted, and is flat from there; so it is "
        "against an inventory in which fewer than a thousand parts answer that it is measured here."
    ),
    "growth of parts, of one type": "As a search does: it grows until a thousand parts are of the type.",
    "growth of parts, by manufacturer code": "An index with a hundred times as many entries is deeper and colder.",
    "growth of parts with locations": "An index with a hundred times as many entries is deeper and colder.",
    "growth of dashboard: recent activity": "An index with a hundred times as many entries is deeper and colder.",
    "growth of parts": "A page far behind is come to by walking the order's index, 1 to 14 ms at 100,000.",
}


def reasons_for(goals: Iterable[Goal]) -> dict[str, str]:
    """The reasons of those of the goals that are missed, by what they are about."""
    missed = [goal.text for goal in goals if not goal.met]
    found: dict[str, str] = {}
    for text in missed:
        about = next((about for about in REASONS if about in text), None)
        if about is not None:
            found[about] = REASONS[about]
    return found
