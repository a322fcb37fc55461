"""Why goals are missed that have been missed before, by a part of the goal's name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from benchmarks.goals import Goal

REASONS: Mapping[str, str] = {
    "GET healthz": (
        "Waitress and Flask are nearly all of such a request: plain Flask on the same server, without ids, validation "
        "or a document, stands in the table below and comes to about the same rate. Both lie so near the limit that "
        "one run has them above it and the next below."
    ),
    "our healthz rate": (
        "A healthz does no work, and got faster by more than the lists did. The bare floor, which only reads rows and "
        "writes JSON, does not come to a quarter of its own healthz rate either: see its rows in the tables."
    ),
    "start to ready": (
        "Most of it is importing Flask, Connexion, SQLAlchemy and what they need; the table of starts has the others "
        "on the same machine, which can be a third slower from one run to the next."
    ),
    "growth of suggested location": (
        "All boxes before the last are full, so each part of the type is looked up to find its box: 7 parts at 1,000, "
        "737 at 100,000, some microseconds each."
    ),
    "growth of search: zq": "Two letters are too few for trigrams; a rare pair is looked for in every text, once.",
    "growth of search: vishay relay 24v": (
        "The index has a list of parts for each trigram, and each list is a hundred times as long; to put seven of "
        "them together is most of the time."
    ),
    "growth of search": (
        "A search grows until a thousand parts answer, which are gathered and sorted, and is flat from there; so it is "
        "against an inventory in which fewer than a thousand parts answer that it is measured here. PostgreSQL reads "
        "the whole list of its index before the first part."
    ),
    "growth of parts, by manufacturer code": "An index with a hundred times as many entries is deeper and colder.",
    "growth of parts with locations": "An index with a hundred times as many entries is deeper and colder.",
    "growth of dashboard: recent activity": "An index with a hundred times as many entries is deeper and colder.",
    "growth of parts, middle page": "The middle is come to by walking half of the order's index, 1 to 6 ms at 100,000.",
    "growth of parts": "An index with a hundred times as many entries is deeper and colder.",
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
