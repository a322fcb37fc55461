"""Topics: numbers, memory, bounded queues, and the moment of joining."""

import threading
from typing import Any

from services.kernel.events import Dropped, Event, EventHub, EventLog, Gap, Subscription


def taken(subscription: Subscription) -> list[Any]:
    """Everything that waits: the numbers of events, and what was dropped."""
    found: list[Any] = []
    while (one := subscription.next(timeout=0)) is not None:
        found.append(one.number if isinstance(one, Event) else one)
    return found


def publish(log: EventLog, count: int, **options: bool) -> list[int]:
    return [log.publish("news", {"n": number}, **options) for number in range(count)]


def test_events_are_numbered_without_a_hole() -> None:
    log = EventLog(epoch="e")
    listener = log.subscribe()
    assert publish(log, 3) == [1, 2, 3]
    first = listener.next(timeout=0)
    assert isinstance(first, Event)
    assert (first.id, first.name, first.data) == ("e-1", "news", {"n": 0})
    assert taken(listener) == [2, 3]


def test_a_newcomer_gets_the_last_retained_event_of_each_name_in_order() -> None:
    log = EventLog(epoch="e")
    log.publish("started", {}, retain=True)
    log.publish("progress", {"value": 0.1}, retain=True)
    log.publish("passing", {})
    log.publish("progress", {"value": 0.2}, retain=True)
    listener = log.subscribe()
    assert (listener.position, taken(listener)) == ("e-0", [1, 4])
    later = log.subscribe("e-2")
    assert (later.gap, taken(later)) == (None, [3, 4])


def test_who_comes_back_gets_what_is_remembered_and_learns_what_is_not() -> None:
    log = EventLog(capacity=4, epoch="e")
    publish(log, 10)
    back = log.subscribe("e-9")
    assert (back.gap, taken(back)) == (None, [10])
    up_to_date = log.subscribe("e-10")
    assert (up_to_date.gap, taken(up_to_date)) == (None, [])
    late = log.subscribe("e-2")
    assert (late.gap, taken(late)) == (Gap(4), [7, 8, 9, 10])
    for other_life in ("d-9", "e-11", "e--1", "e-x", "", "9"):
        assert log.subscribe(other_life).gap == Gap(None)


def test_a_full_queue_drops_the_oldest_and_says_how_many_before_the_next() -> None:
    log = EventLog(epoch="e")
    listener = log.subscribe(max_bytes=100)
    publish(log, 10)
    kept = taken(listener)
    assert isinstance(kept[0], Dropped)
    assert kept[0].count + len(kept) - 1 == 10
    assert kept[1:] == list(range(kept[1], 11))
    publish(log, 1)
    assert taken(listener) == [11]


def test_an_event_larger_than_the_queue_is_still_handed_out() -> None:
    log = EventLog(epoch="e")
    listener = log.subscribe(max_bytes=10)
    log.publish("news", {"text": "x" * 100})
    assert taken(listener) == [1]


def test_a_full_queue_of_one_leaves_the_others_alone() -> None:
    log = EventLog(epoch="e")
    slow, quick = log.subscribe(max_bytes=50), log.subscribe()
    publish(log, 20)
    assert taken(quick) == list(range(1, 21))
    assert isinstance(taken(slow)[0], Dropped)


def test_closing_hands_out_what_waits_and_keeps_the_first_reason() -> None:
    log = EventLog(epoch="e")
    listener = log.subscribe()
    publish(log, 1)
    listener.close("first")
    listener.close("second")
    publish(log, 1)
    assert (taken(listener), listener.closed_because, log.subscriptions) == ([1], "first", [])


def test_waiting_ends_with_an_event_an_interruption_and_the_end() -> None:
    log = EventLog(epoch="e")
    listener = log.subscribe()
    seen: list[Any] = []
    steps = [threading.Event() for _ in range(3)]

    def listen() -> None:
        for step in steps:
            seen.append(listener.next(timeout=30))
            step.set()

    thread = threading.Thread(target=listen)
    thread.start()
    wakers = (lambda: publish(log, 1), listener.interrupt, lambda: listener.close("end"))
    for step, wake in zip(steps, wakers, strict=True):
        wake()
        assert step.wait(10)
    thread.join(10)
    assert [getattr(one, "number", one) for one in seen] == [1, None, None]


def test_nobody_misses_or_repeats_an_event_while_others_publish() -> None:
    log = EventLog(capacity=10_000, epoch="e")
    log.publish("state", {}, retain=True)
    writers = [threading.Thread(target=publish, args=(log, 500)) for _ in range(4)]
    for writer in writers:
        writer.start()
    readers = [log.subscribe("e-0") for _ in range(50)]
    for writer in writers:
        writer.join()
    assert all(taken(reader) == list(range(1, 2_002)) for reader in readers)


def test_a_hub_reports_what_is_under_way() -> None:
    hub = EventHub()
    first, second = hub.subscribe("a"), hub.subscribe("b")
    hub.publish("a", "news", {})
    hub.publish("a", "news", {})
    hub.publish("b", "news", {})
    assert (hub.traffic().subscriptions, hub.traffic().undelivered) == (2, 3)
    assert hub.listened_to() == ["a", "b"]
    taken(first)
    second.close("done")
    assert (hub.traffic().subscriptions, hub.traffic().undelivered) == (1, 0)
    hub.close("end")
    assert (first.closed_because, hub.traffic().subscriptions) == ("end", 0)


def test_a_hub_forgets_quiet_topics_and_never_those_that_are_listened_to() -> None:
    hub = EventHub(max_quiet_topics=3)
    listener = hub.subscribe("kept")
    hub.publish("forgotten", "news", {}, retain=True)
    for number in range(10):
        hub.publish(f"other {number}", "news", {})
    assert hub.retained("forgotten", "news") is None
    hub.publish("kept", "news", {})
    assert taken(listener) == [1]


def test_a_topic_that_was_forgotten_begins_a_new_life() -> None:
    hub = EventHub(max_quiet_topics=1)
    before = hub.subscribe("a")
    before.close("gone")
    hub.publish("b", "news", {})
    assert hub.subscribe("a", before.position).gap == Gap(None)
