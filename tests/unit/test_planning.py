"""The plan of a reorganisation: nothing is lost, nothing is mixed, and doing it once is enough."""

from collections import Counter
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from services.planning import Move, Place, plan_moves

KEYS = [f"PAR{letter}" for letter in "ABCDEFGHIJ"]
GROUPS = {key: (0, f"type {number % 4}") for number, key in enumerate(KEYS)}

Stock = dict[Place, dict[str, int]]


def made(stock: Stock, moves: Sequence[Move]) -> Stock:
    """The stock after the moves, each of which is checked against the rules."""
    now = {place: dict(held) for place, held in stock.items()}
    for move in moves:
        assert move.source != move.target
        assert now[move.source].pop(move.part_key) == move.qty
        assert not now[move.target] or move.part_key in now[move.target]
        now[move.target][move.part_key] = now[move.target].get(move.part_key, 0) + move.qty
    return now


def pieces(stock: Stock) -> Counter[str]:
    found: Counter[str] = Counter()
    for held in stock.values():
        found.update(held)
    return found


def stocks(parts_in_one_place: int) -> st.SearchStrategy[Stock]:
    places = [(box, loc) for box in (1, 2, 5) for loc in (1, 2, 3, 4)]
    held = st.dictionaries(st.sampled_from(KEYS), st.integers(1, 99), max_size=parts_in_one_place)
    return st.integers(1, len(places)).flatmap(lambda count: st.fixed_dictionaries(dict.fromkeys(places[:count], held)))


@given(stock=stocks(3), keep=st.sets(st.sampled_from(KEYS)), cut=st.integers(0, 20))
def test_no_piece_is_lost_or_put_beside_another_part(stock: Stock, keep: set[str], cut: int) -> None:
    groups = {key: group for key, group in GROUPS.items() if key not in keep}
    moves = plan_moves(stock, stock, groups)
    assert not keep & {move.part_key for move in moves}
    assert pieces(made(stock, moves)) == pieces(stock)
    assert pieces(made(stock, moves[:cut])) == pieces(stock)


@given(stock=stocks(3), keep=st.sets(st.sampled_from(KEYS)))
def test_what_a_whole_plan_leads_to_needs_no_further_plan(stock: Stock, keep: set[str]) -> None:
    groups = {key: group for key, group in GROUPS.items() if key not in keep}
    after = made(stock, plan_moves(stock, stock, groups))
    assert plan_moves(after, after, groups) == []


@given(stock=stocks(3), cut=st.integers(1, 5))
def test_plans_of_few_moves_end_as_well(stock: Stock, cut: int) -> None:
    now = stock
    for _ in range(60):
        moves = plan_moves(now, now, GROUPS)[:cut]
        now = made(now, moves)
        if not moves:
            return
    raise AssertionError(f"{cut} moves at a time lead nowhere from {stock}")


@given(stock=stocks(1))
def test_with_a_free_location_every_part_lies_in_the_order_of_its_type(stock: Stock) -> None:
    free_at_the_end: Stock = {**stock, (9, 1): {}}
    after = made(free_at_the_end, plan_moves(free_at_the_end, free_at_the_end, GROUPS))
    held = [list(after[place]) for place in sorted(after)]
    filled = [keys for keys in held if keys]
    assert held[: len(filled)] == filled
    assert all(len(keys) == 1 for keys in filled)
    assert len({keys[0] for keys in filled}) == len(filled)
    types = [GROUPS[keys[0]] for keys in filled]
    assert types == sorted(types)


@given(stock=stocks(2))
def test_the_same_stock_gives_the_same_plan_in_whatever_order_it_was_read(stock: Stock) -> None:
    turned = {place: dict(reversed(held.items())) for place, held in reversed(stock.items())}
    assert plan_moves(turned, turned, dict(reversed(GROUPS.items()))) == plan_moves(stock, stock, GROUPS)


def test_two_parts_change_places_by_way_of_a_free_location() -> None:
    stock: Stock = {(1, 1): {"PARB": 7}, (1, 2): {"PARA": 5}, (1, 3): {}}
    assert plan_moves(stock, stock, GROUPS) == [
        Move("PARB", 1, 1, 1, 3, 7),
        Move("PARA", 1, 2, 1, 1, 5),
        Move("PARB", 1, 3, 1, 2, 7),
    ]


def test_two_parts_cannot_change_places_when_every_location_is_taken() -> None:
    stock: Stock = {(1, 1): {"PARB": 7}, (1, 2): {"PARA": 5}}
    assert plan_moves(stock, stock, GROUPS) == []


def test_pieces_of_one_part_come_together_where_most_of_its_run_lies() -> None:
    stock: Stock = {(1, 1): {"PARA": 2}, (1, 2): {}, (4, 1): {"PARA": 9}, (4, 2): {"PARB": 1}}
    assert plan_moves(stock, stock, GROUPS) == [Move("PARA", 4, 1, 1, 1, 9), Move("PARB", 4, 2, 1, 2, 1)]


def test_a_new_part_of_the_first_type_moves_one_part_of_each_later_type_and_one_out_of_the_way() -> None:
    stock: Stock = {(1, 1): {"PARA": 1}, (1, 2): {"PARB": 1}, (1, 3): {"PARF": 1}, (1, 4): {"PARC": 1}}
    stock |= {(1, 5): {"PARE": 4}, (1, 6): {}}
    assert len(plan_moves(stock, stock, GROUPS)) == 4
