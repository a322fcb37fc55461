"""Any sequence of changes keeps history and stock the same, and what a plain dictionary would hold."""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from unit.bench import Bench

from services.kernel.world import World

Place = tuple[int, int]

CAPACITIES = (2, 1)
PLACES: list[Place] = [(1, 1), (1, 2), (2, 1)]
MISSING: Place = (2, 2)

places = st.sampled_from(PLACES)
pieces = st.integers(1, 5)
parts = st.sampled_from([0, 1])


class Stock(RuleBasedStateMachine):
    """Two parts and three places, beside a counter of what should lie where."""

    bench: ClassVar[Bench]

    @initialize()
    def furnish(self) -> None:
        self.expected: Counter[tuple[str, Place]] = Counter()
        with self.bench.writing() as services:
            boxes = [services.boxes.create(capacity=size, description="Box").box_no for size in CAPACITIES]
            self.keys = [services.parts.create(description="Part").key for _ in range(2)]
        self.real = {(box, loc_no): (boxes[box - 1], loc_no) for box, loc_no in (*PLACES, MISSING)}

    @rule(part=parts, place=st.sampled_from([*PLACES, MISSING]), qty=pieces)
    def add(self, part: int, place: Place, qty: int) -> None:
        key, (box_no, loc_no) = self.keys[part], self.real[place]
        outcome = self.bench.outcome(lambda it: it.inventory.add(key, box_no=box_no, loc_no=loc_no, qty=qty))
        assert outcome == ("LOCATION_NOT_FOUND" if place == MISSING else "done")
        if outcome == "done":
            self.expected[key, place] += qty

    @rule(part=parts, place=places, qty=pieces)
    def remove(self, part: int, place: Place, qty: int) -> None:
        key, (box_no, loc_no) = self.keys[part], self.real[place]
        outcome = self.bench.outcome(lambda it: it.inventory.remove(key, box_no=box_no, loc_no=loc_no, qty=qty))
        assert outcome == ("INSUFFICIENT_QUANTITY" if self.expected[key, place] < qty else "done")
        if outcome == "done":
            self.expected[key, place] -= qty

    @rule(part=parts, source=places, goal=places, qty=pieces)
    def move(self, part: int, source: Place, goal: Place, qty: int) -> None:
        key = self.keys[part]
        (from_box, from_loc), (to_box, to_loc) = self.real[source], self.real[goal]
        outcome = self.bench.outcome(
            lambda it: it.inventory.move(
                key, from_box_no=from_box, from_loc_no=from_loc, to_box_no=to_box, to_loc_no=to_loc, qty=qty
            )
        )
        too_few = "INSUFFICIENT_QUANTITY" if self.expected[key, source] < qty else "done"
        assert outcome == ("SAME_LOCATION" if source == goal else too_few)
        if outcome == "done":
            self.expected[key, source] -= qty
            self.expected[key, goal] += qty

    @invariant()
    def history_and_stock_are_the_same(self) -> None:
        with self.bench.reading() as services:
            for key in self.keys:
                expected = {self.real[place]: qty for (of, place), qty in self.expected.items() if of == key and qty}
                assert {(row.box_no, row.loc_no): row.qty for row in services.parts.locations(key)} == expected
                history = services.parts.history(key, 500, 0).items
                assert sum(change.delta_qty for change in history) == sum(expected.values())
                assert services.parts.get(key).total_quantity == sum(expected.values())

    @invariant()
    def no_place_ever_held_less_than_nothing(self) -> None:
        with self.bench.reading() as services:
            for key in self.keys:
                there = Counter[str | None]()
                for change in reversed(services.parts.history(key, 500, 0).items):
                    there[change.location_reference] += change.delta_qty
                    assert there[change.location_reference] >= 0


def test_any_sequence_of_changes_keeps_history_and_stock_the_same(world: World) -> None:
    run_state_machine_as_test(
        type("StockOfThisWorld", (Stock,), {"bench": Bench(world)}),
        settings=settings(
            max_examples=25,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
