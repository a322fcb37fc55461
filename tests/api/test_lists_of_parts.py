"""Lists of parts: pages, filters, the search box, orders."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from clients import Api, refuses
from factories import make_box, make_part, make_seller, make_type, stock
from handlers.runtime.context import Runtime
from services.kernel.clock import ControlledClock
from services.models import Part
from services.totals import rebuild

BEGIN = datetime(2026, 1, 5, tzinfo=UTC)
LISTS = pytest.mark.parametrize("path", ["/parts", "/parts/with-locations"])


def keys(api: Api, path: str, **params: Any) -> list[str]:
    answer = api.get(path, params=params)
    assert answer.status_code == 200, answer.text
    assert answer.headers["X-Total-Count"] == str(len(answer.json()))
    return [part["key"] for part in answer.json()]


def link(path: str, **relations: str) -> str:
    return ", ".join(f'</api{path}?{query}>; rel="{relation}"' for relation, query in relations.items())


@LISTS
def test_pages_add_up_to_the_whole_list(api: Api, path: str) -> None:
    made = sorted(make_part(api)["key"] for _ in range(5))
    pages = [api.get(f"{path}?limit=2&offset={offset}") for offset in (0, 2, 4, 6)]
    assert [[part["key"] for part in page.json()] for page in pages] == [made[:2], made[2:4], made[4:], []]
    assert {page.headers["X-Total-Count"] for page in pages} == {"5"}


@LISTS
def test_pages_name_their_neighbours(api: Api, path: str) -> None:
    for _ in range(5):
        make_part(api, description="Omron relay")
    query = "q=omron+relay&limit=2&offset="
    first, last = f"{query}0", f"{query}4"
    for offset, relations in [
        (0, {"first": first, "next": f"{query}2", "last": last}),
        (2, {"first": first, "prev": f"{query}0", "next": f"{query}4", "last": last}),
        (3, {"first": first, "prev": f"{query}1", "last": last}),
        (4, {"first": first, "prev": f"{query}2", "last": last}),
        (90, {"first": first, "prev": last, "last": last}),
    ]:
        answer = api.get(f"{path}?offset={offset}&q=omron+relay&limit=2")
        assert answer.headers["Link"] == link(path, **relations), offset


def test_an_empty_list_has_a_first_and_a_last_page(api: Api) -> None:
    answer = api.get("/parts")
    assert answer.headers["Link"] == link("/parts", first="limit=50&offset=0", last="limit=50&offset=0")


def test_the_address_of_a_page_can_be_followed(api: Api) -> None:
    for _ in range(3):
        make_part(api, description="100% Ω & more=less")
    answer = api.get("/parts", params={"q": "100% Ω & more=less", "limit": 1, "sort": "-key"})
    seen = [answer.json()[0]["key"]]
    while "next" in answer.links:
        answer = api.get(answer.links["next"]["url"].removeprefix("/api"))
        seen.append(answer.json()[0]["key"])
    assert seen == keys(api, "/parts", sort="-key")


def test_a_page_has_fifty_parts_unless_told_otherwise(api: Api) -> None:
    for _ in range(51):
        make_part(api)
    assert len(api.get("/parts").json()) == 50
    assert len(api.get("/parts?limit=500").json()) == 51


@LISTS
def test_a_search_that_finds_too_much_to_count_can_be_paged_to_its_end(api: Api, runtime: Runtime, path: str) -> None:
    make_part(api)
    moments = {"created_at": BEGIN, "updated_at": BEGIN}
    named = {"description": "Ferrite", "description_key": "ferrite", "search_text": "ferrite", "tags": [], **moments}
    made = [f"{letter}{number:03}" for letter in "AB" for number in range(503)]
    with runtime.world.store.transaction() as session:
        session.execute(insert(Part), [{"key": key, **named} for key in made])
        rebuild(session.connection())
    query = "q=ferrite&limit=500&offset="
    first, next_page, end, behind = (api.get(f"{path}?{query}{offset}") for offset in (0, 500, 1000, 2000))
    assert [part["key"] for page in (first, next_page, end, behind) for part in page.json()] == made
    for page, total, limited, relations in [
        (first, "1000", "true", {"first": 0, "next": 500}),
        (next_page, "1000", "true", {"first": 0, "prev": 0, "next": 1000}),
        (end, "1006", None, {"first": 0, "prev": 500, "last": 1000}),
        (behind, "1000", "true", {"first": 0, "prev": 1500}),
    ]:
        assert (page.headers["X-Total-Count"], page.headers.get("X-Total-Count-Limited")) == (total, limited)
        addresses = {relation: f"{query}{offset}" for relation, offset in relations.items()}
        assert page.headers["Link"] == link(path, **addresses)


@LISTS
def test_parameters_off_the_rules_are_refused(api: Api, path: str) -> None:
    for query, *expected in [
        ("limit=0", ("limit", "minimum")),
        ("limit=501", ("limit", "maximum")),
        ("limit=1_0", ("limit", "type")),
        ("limit=5.0&offset=", ("limit", "type"), ("offset", "type")),
        ("offset=-1", ("offset", "minimum")),
        (f"offset={2**31}", ("offset", "maximum")),
        (f"offset={10**21}", ("offset", "maximum")),
        ("type_id=0", ("type_id", "minimum")),
        ("sort=colour", ("sort", "enum")),
        ("sort=", ("sort", "enum")),
        ("q=%00", ("q", "pattern")),
        ("q=" + "x" * 201, ("q", "max_length")),
        ("limit=1&limit=1", ("limit", "repeated")),
        ("Limit=1&search=x", ("Limit", "unexpected"), ("search", "unexpected")),
    ]:
        refuses(api.get(f"{path}?{query}"), *expected)


@LISTS
def test_the_list_can_be_of_one_type(api: Api, path: str) -> None:
    make_type(api)
    make_type(api)
    of_first = [make_part(api, type_id=1)["key"] for _ in range(2)]
    make_part(api, type_id=2)
    make_part(api)
    assert keys(api, path, type_id=1) == sorted(of_first)
    assert keys(api, path, type_id=9) == []


@pytest.fixture
def workshop(api: Api) -> dict[str, str]:
    """Three parts that differ in everything the search box looks at, by name."""
    make_type(api, "Relay")
    make_type(api, "LED driver")
    make_seller(api, "Größmann")
    relay = make_part(
        api,
        description="Power relay, 12 V coil\n50% off",
        manufacturer="Omron",
        manufacturer_code="G5Q-1A4_DC12",
        type_id=1,
        seller_id=1,
        tags=["SPDT", "10A"],
        series="unsearched",
    )
    driver = make_part(api, description="Constant current", manufacturer="Infineon", type_id=2, tags=["smd"])
    bare = make_part(api, description="Drähte & 100Ω [x] a\\b")
    return {"relay": relay["key"], "driver": driver["key"], "bare": bare["key"]}


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("omron", "relay"),
        ("OMRON", "relay"),
        ("g5q-1a4_dc12", "relay"),
        ("q-1A", "relay"),
        ("relay", "relay"),
        ("spdt", "relay"),
        ("10a", "relay"),
        ("coil", "relay"),
        ("größ", "relay"),
        ("GRÖSSMANN", "relay"),
        ("omron power SPDT größmann", "relay"),
        ("  power \u00a0 omron ", "relay"),
        ("omron infineon", ""),
        ("omron nothing", ""),
        ("unsearched", ""),
        ("%", "relay"),
        ("_", "relay"),
        ("50%", "relay"),
        ("5_Q", ""),
        ("drähte", "bare"),
        ("DRÄHTE", "bare"),
        ("100ω", "bare"),
        ("[x]", "bare"),
        ("a\\b", "bare"),
        ("& a\\b", "bare"),
        ("led drive smd", "driver"),
        ("12 v", "relay"),
        ('"', ""),
        ("relay OR driver", ""),
        ("rel*", ""),
        ("'; DROP TABLE parts --", ""),
        ("r", "relay driver bare"),
        ("", "relay driver bare"),
        ("   ", "relay driver bare"),
    ],
)
def test_every_word_has_to_occur_somewhere(api: Api, workshop: dict[str, str], q: str, found: str) -> None:
    expected = sorted(workshop[name] for name in found.split())
    assert keys(api, "/parts", q=q) == expected
    assert keys(api, "/parts/with-locations", q=q) == expected


def test_the_search_finds_a_part_by_its_key_in_any_case(api: Api, runtime: Runtime) -> None:
    runtime.world.ids.seed(1)
    made = [make_part(api, description="1")["key"] for _ in range(3)]
    assert keys(api, "/parts", q=made[1].lower()) == [made[1]]
    assert keys(api, "/parts", q=made[1][1:]) == [made[1]]


def test_the_search_follows_a_change_of_the_part(api: Api, workshop: dict[str, str]) -> None:
    api.put(f"/parts/{workshop['relay']}", {"manufacturer": "Finder", "tags": [], "seller_id": None})
    assert keys(api, "/parts", q="finder") == [workshop["relay"]]
    for gone in ("omron", "spdt", "größmann"):
        assert keys(api, "/parts", q=gone) == []
    api.delete(f"/parts/{workshop['relay']}")
    assert keys(api, "/parts", q="finder") == []


def test_search_type_and_page_work_together(api: Api, workshop: dict[str, str]) -> None:
    another = make_part(api, description="Reed relay", type_id=2)["key"]
    assert keys(api, "/parts", q="relay", type_id=2) == [another]
    page = api.get("/parts?q=relay&limit=1&offset=1")
    assert (page.headers["X-Total-Count"], len(page.json())) == ("2", 1)


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        (None, "abcd"),
        ("key", "abcd"),
        ("-key", "dcba"),
        ("description", "cbad"),
        ("-description", "dabc"),
        ("manufacturer_code", "cadb"),
        ("-manufacturer_code", "dacb"),
        ("created_at", "badc"),
        ("-created_at", "cdab"),
        ("total_quantity", "bacd"),
        ("-total_quantity", "dcab"),
    ],
)
@LISTS
def test_every_order_is_total_with_ties_in_the_order_of_making(
    api: Api, runtime: Runtime, clock: ControlledClock, path: str, sort: str | None, order: str
) -> None:
    # Keys grow from a to d but parts are made as b, a, d, c, so that a tie by key would show.
    named = dict(zip("abcd", _make_with_growing_keys(api, runtime, clock), strict=True))
    make_box(api, 1)
    stock(api, named["d"], 1, 1, 7)
    params = {} if sort is None else {"sort": sort}
    whole = keys(api, path, **params)
    assert whole == [named[letter] for letter in order]
    pages = [api.get(path, params={**params, "limit": 1, "offset": offset}).json() for offset in range(4)]
    assert [page[0]["key"] for page in pages] == whole


def _make_with_growing_keys(api: Api, runtime: Runtime, clock: ControlledClock) -> list[str]:
    members: list[dict[str, Any]] = [
        {"description": "led", "manufacturer_code": "B2"},
        {"description": "LED", "manufacturer_code": None},
        {"description": "Capacitor", "manufacturer_code": "a1"},
        {"description": "Zener", "manufacturer_code": "b2"},
    ]
    seed = _seed_whose_keys_come_in_order(runtime, (1, 0, 3, 2))
    runtime.world.ids.seed(seed)
    made = {}
    for place in (1, 0, 3, 2):
        if place == 2:
            clock.advance(timedelta(seconds=1))
        made[place] = make_part(api, **members[place])["key"]
    return [made[place] for place in range(4)]


def _seed_whose_keys_come_in_order(runtime: Runtime, ranks: tuple[int, ...]) -> int:
    for seed in range(1000):
        runtime.world.ids.seed(seed)
        drawn = [runtime.world.ids.part_key() for _ in ranks]
        if tuple(sorted(drawn).index(key) for key in drawn) == ranks:
            return seed
    raise AssertionError(f"no seed gives keys in the order {ranks}")


def test_each_part_of_a_page_carries_its_own_locations(api: Api) -> None:
    make_box(api, 3)
    made = sorted(make_part(api)["key"] for _ in range(3))
    stock(api, made[0], 1, 2, 5)
    stock(api, made[2], 1, 2, 6)
    stock(api, made[2], 1, 1, 7)
    listed = api.get("/parts/with-locations").json()
    assert [(part["total_quantity"], part["locations"]) for part in listed] == [
        (5, [{"box_no": 1, "loc_no": 2, "qty": 5}]),
        (0, []),
        (13, [{"box_no": 1, "loc_no": 1, "qty": 7}, {"box_no": 1, "loc_no": 2, "qty": 6}]),
    ]
