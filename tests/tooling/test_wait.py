"""Waiting for a condition."""

import pytest

from support.wait import eventually


def test_the_first_true_answer_is_returned() -> None:
    answers = iter(["", "", "ready", "later"])
    assert eventually(lambda: next(answers)) == "ready"


def test_a_condition_is_asked_even_when_there_is_no_time() -> None:
    assert eventually(lambda: 7, within=0) == 7


def test_the_deadline_names_what_was_awaited() -> None:
    with pytest.raises(AssertionError, match=r"a blue moon did not come true within 0\.05 s; last answer: 0"):
        eventually(lambda: 0, within=0.05, what="a blue moon")
