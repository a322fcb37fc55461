"""The search box: the same answers on both databases as plain Python would give."""

from __future__ import annotations

import unicodedata
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text
from unit.bench import NOON, Bench

from services import Services
from services.kernel.clock import ControlledClock
from services.kernel.world import World
from services.models import Part


def found(services: Services, q: str | None) -> list[str]:
    page = services.parts.list(500, 0, q=q, sort="created_at")
    assert page.total == len(page.items)
    return [part.description for part in page.items]


def test_one_box_searches_everything_that_people_remember(services: Services) -> None:
    kind = services.types.create(name="Solid State Relay").id
    seller = services.sellers.create(name="Reichelt Elektronik", website="https://www.reichelt.com").id
    part = services.parts.create(
        description="Schaltet Größeres",
        manufacturer_code="G3MB-202P",
        manufacturer="Omron",
        tags=["mains", "2A"],
        type_id=kind,
        seller_id=seller,
    )
    services.parts.create(description="Something else")
    for q in (
        part.key,
        part.key.lower()[:2],
        "g3mb-202",
        "OMRON",
        "state",
        "MAINS",
        "2a",
        "GRÖSS",
        "elektronik",
        "B-2",
    ):
        assert found(services, q)[0] == "Schaltet Größeres", q
    assert found(services, "omron  relay\t2A größeres") == ["Schaltet Größeres"]
    assert found(services, "omron diode") == []
    assert found(services, "mains2A") == []
    assert found(services, "www.reichelt.com") == []


@pytest.mark.parametrize("q", [None, "", "   ", "\t\n"])
def test_a_search_for_nothing_finds_everything(services: Services, q: str | None) -> None:
    for name in ("Relay", "Diode"):
        services.parts.create(description=name)
    assert found(services, q) == ["Relay", "Diode"]


@pytest.mark.parametrize(
    "q",
    [
        "%",
        "_",
        "\\",
        "100%",
        "a_b",
        "a\\b",
        '"',
        '"x"',
        "'",
        "*",
        "a*b*c",
        "(",
        "NEAR(",
        "-",
        "^abc",
        "{a}:",
        "a:b",
        ";--",
    ],
)
def test_what_means_something_to_a_database_is_searched_as_it_stands(services: Services, q: str) -> None:
    services.parts.create(description=f"before{q}after")
    services.parts.create(description="beforeXafter a-b axb abc AND OR NOT search_text:abc")
    expected = [
        name for name in (f"before{q}after", "beforeXafter a-b axb abc AND OR NOT search_text:abc") if q in name
    ]
    assert found(services, q) == expected


def test_a_null_character_is_found_nowhere(services: Services) -> None:
    services.parts.create(description="abc def")
    assert found(services, "abc\0def") == found(services, "\0") == []


def test_hundreds_of_words_are_searched_at_once(services: Services) -> None:
    words = [f"w{number:03}x" for number in range(400)]
    services.parts.create(description="all", tags=words)
    services.parts.create(description="most", tags=words[:-1])
    assert found(services, " ".join(words)) == ["all"]


def test_searching_follows_every_change_of_what_is_searched(services: Services, clock: ControlledClock) -> None:
    kind = services.types.create(name="Relay").id
    seller = services.sellers.create(name="Mouser", website="https://www.mouser.com").id
    key = services.parts.create(description="Old", type_id=kind, seller_id=seller).key
    clock.advance(timedelta(hours=1))
    services.types.update(kind, name="Contactor")
    services.sellers.update(seller, name="Farnell")
    assert (found(services, "relay"), found(services, "mouser")) == ([], [])
    assert found(services, "contactor farnell") == ["Old"]
    assert services.parts.get(key).updated_at == NOON
    services.parts.update(key, description="New", type_id=None)
    assert (found(services, "old"), found(services, "contactor")) == ([], [])
    assert found(services, "new farnell") == ["New"]
    services.parts.update(key, seller_id=None, tags=["fresh"])
    assert (found(services, "farnell"), found(services, "fresh")) == ([], ["New"])
    services.parts.delete(key)
    assert found(services, "fresh") == []


def test_a_part_and_its_type_changed_at_once_leave_no_old_name_behind(bench: Bench) -> None:
    with bench.writing() as services:
        kind = services.types.create(name="Name 0").id
        other = services.types.create(name="Other").id
        key = services.parts.create(description="Part", type_id=kind).key
    for number in range(1, 6):
        outcomes = bench.at_once(
            [
                lambda services, number=number: services.types.update(kind, name=f"Name {number}"),  # type: ignore[misc]
                lambda services, number=number: services.parts.update(key, series=f"S{number}"),  # type: ignore[misc]
                lambda services, number=number: services.parts.update(key, type_id=(kind, other)[number % 2]),  # type: ignore[misc]
                lambda services, number=number: services.parts.create(description="New", type_id=kind),  # type: ignore[misc]
            ]
        )
        assert outcomes == ["done"] * 4
        with bench.world.store.reading() as session:
            for part in session.scalars(select(Part)):
                name = {kind: f"Name {number}", other: "Other"}[part.type_id or 0]
                assert part.search_text == part.composed(name, None)


def plain_fold(written: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", written).casefold())


def plainly_matches(part: Part, q: str) -> bool:
    """What the search promises, without a database."""
    fields = [part.key, part.manufacturer_code, part.manufacturer, *part.tags, part.description]
    return all(any(word in plain_fold(field) for field in fields if field) for word in plain_fold(q).split())


# A small alphabet makes hits likely; the rest is what databases fold, escape or tokenize in ways of their own.
odd = "\N{LATIN SMALL LETTER LONG S}\N{LATIN SMALL LETTER DOTLESS I}\N{KELVIN SIGN}\N{COMBINING ACUTE ACCENT}\uffff"
letters = st.sampled_from([*"abAB%_\\\"'*- ßẞİΣςЖжKµéÉﬁ漢字🙂", "\N{GREEK SMALL LETTER SIGMA}", *odd])
any_text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=12)
texts = st.text(letters, min_size=1, max_size=10) | any_text
described = st.tuples(texts, texts, texts, st.lists(texts, max_size=3))


@given(data=st.data(), rows=st.lists(described, min_size=1, max_size=6))
@settings(max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
def test_any_search_finds_what_plain_python_finds(
    world: World, data: st.DataObject, rows: list[tuple[str, ...]]
) -> None:
    with world.store.session(write=True) as session:
        services = Services(session, world)
        for description, code, maker, tags in rows:
            if description.strip():
                services.parts.create(
                    description=description, manufacturer_code=code, manufacturer=maker, tags=list(tags)
                )
        parts = list(session.scalars(select(Part).order_by(Part.id)))
        written = [field for part in parts for field in (part.description, part.manufacturer, part.manufacturer_code)]
        pieces = st.sampled_from([field for field in written if field] or ["a"]).flatmap(piece_of)
        q = " ".join(data.draw(st.lists(pieces | texts, min_size=1, max_size=3)))
        expected = [part.key for part in parts if plainly_matches(part, q)]
        assert [part.key for part in services.parts.list(500, 0, q=q, sort="created_at").items] == expected


def piece_of(whole: str) -> st.SearchStrategy[str]:
    """Some neighbouring characters of a text."""
    return st.tuples(st.integers(0, len(whole)), st.integers(1, 6)).map(lambda cut: whole[cut[0] : cut[0] + cut[1]])


def test_the_index_is_there_and_used(world: World, services: Services) -> None:
    services.parts.create(description="Relay")
    session = services.parts._session
    if world.store.dialect == "sqlite":
        plan = session.execute(
            text("EXPLAIN QUERY PLAN SELECT rowid FROM parts_search WHERE parts_search MATCH '\"relay\"'")
        )
        assert "VIRTUAL TABLE INDEX" in str(plan.all())
        session.execute(text("INSERT INTO parts_search(parts_search) VALUES ('integrity-check')"))
        return
    session.execute(text("SET LOCAL enable_seqscan = off"))
    query = select(func.count()).select_from(Part).where(Part.search_text.like("%relay%"))
    literal = query.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    plan = session.execute(text(f"EXPLAIN {literal}".replace(":", "\\:")))
    assert "parts_search" in str(plan.all())
