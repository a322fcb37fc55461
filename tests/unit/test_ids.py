"""Identifiers."""

from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

from services.kernel.ids import UUIDS_FETCHED, UuidSupply


def test_a_supply_of_uuids_never_gives_one_twice() -> None:
    supply = UuidSupply()
    each = UUIDS_FETCHED * 8
    with ThreadPoolExecutor(8) as pool:
        drawn = [text for batch in pool.map(lambda _: [supply.draw() for _ in range(each)], range(8)) for text in batch]
    assert len(set(drawn)) == len(drawn) == each * 8
    for text in drawn:
        read = UUID(text)
        assert (str(read), read.version, read.variant) == (text, 4, RFC_4122)
