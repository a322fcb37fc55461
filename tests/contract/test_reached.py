"""What the whole run reached of the document. It runs last, and only when nothing of tests/contract is left out."""

import pytest

from support.reach import UNREACHED, Place, Reached, declared_by, excuses
from support.wanted import DOCUMENT

DECLARED = set(declared_by(DOCUMENT))
EXCUSES = excuses()


def test_excuses_are_whole_sentences_about_what_is_declared() -> None:
    for excuse in EXCUSES:
        assert excuse.reason[0].isupper()
        assert excuse.reason.endswith(".")
        for name in excuse.statuses | excuse.codes:
            assert any(excuse.covers(place) and place.name == name for place in DECLARED), (excuse.reason, name)
        for operation in excuse.operations - {"*"}:
            assert any(excuse.covers(place) and place.operation == operation for place in DECLARED), operation


def test_nothing_is_excused_twice() -> None:
    twice = [str(place) for place in DECLARED if sum(excuse.covers(place) for excuse in EXCUSES) > 1]
    assert twice == []


@pytest.mark.judges_the_whole_run
def test_everything_declared_is_reached_or_excused(reached: Reached) -> None:
    counts = reached.counts()
    unexcused = [place for place in DECLARED if not counts[place] and not _is_excused(place)]
    assert sorted(map(str, unexcused)) == [], f"reach it, or say in {UNREACHED.name} why not"


@pytest.mark.judges_the_whole_run
def test_nothing_that_is_excused_is_reached(reached: Reached) -> None:
    counts = reached.counts()
    needless = [place for place in DECLARED if _is_excused(place) and counts[place]]
    assert sorted(map(str, needless)) == [], f"take it out of {UNREACHED.name}"


def _is_excused(place: Place) -> bool:
    return any(excuse.covers(place) for excuse in EXCUSES)
