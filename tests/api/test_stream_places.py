"""The places of streams: one whose response nobody closed is given back, whatever its end interrupts."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable

from handlers.runtime.sse import EventStream, Timing, UnknownConnection
from handlers.runtime.streams import Streams
from services.kernel.events import EventHub, Subscription
from services.testing.logs import TOPIC, LogBook

WAIT_SECONDS = 20


def begin(streams: Streams, subscribe: Callable[[], Subscription]) -> EventStream:
    subscription = streams.enter(subscribe)
    return EventStream(subscription, streams, UnknownConnection(), Timing(15, 60, 60), "some-id", {}, ())


def ends_by_itself(work: Callable[[], object]) -> bool:
    """Whether the work is done in time; a thread that waits for itself never is."""
    thread = threading.Thread(target=work, name="work", daemon=True)
    thread.start()
    thread.join(WAIT_SECONDS)
    return not thread.is_alive()


def leave_in_a_cycle(streams: Streams, hub: EventHub) -> None:
    """Begin a stream and lose it in a way that only the garbage collector finds."""
    cycle: list[object] = [begin(streams, lambda: hub.subscribe("topic"))]
    cycle.append(cycle)


def test_a_stream_that_is_collected_while_another_begins_does_not_stop_it() -> None:
    streams, hub = Streams(limit=2), EventHub()
    leave_in_a_cycle(streams, hub)
    begun: list[EventStream] = []

    def collect_and_subscribe() -> Subscription:
        gc.collect()
        return hub.subscribe("topic")

    assert ends_by_itself(lambda: begun.append(begin(streams, collect_and_subscribe)))
    streams.let_abandoned_go()
    assert streams.count == 1
    begun[0].close()
    assert streams.count == 0
    assert hub.traffic().subscriptions == 0


def test_the_place_of_a_collected_stream_goes_to_the_next_one() -> None:
    streams, hub = Streams(limit=1), EventHub()
    leave_in_a_cycle(streams, hub)
    gc.collect()
    begin(streams, lambda: hub.subscribe("topic")).close()
    assert streams.count == 0


def test_workers_come_and_go_with_streams_once_each() -> None:
    streams, hub = Streams(limit=2), EventHub()
    sizes: list[int] = []
    streams.resize = sizes.append
    body = begin(streams, lambda: hub.subscribe("topic"))
    body.close()
    body.close()
    del body
    gc.collect()
    streams.let_abandoned_go()
    assert sizes == [1, -1]


class LogsItsEnd:
    """Something whose finalizer writes to the log, as a connection does that nobody gave back."""

    def __init__(self, book: LogBook) -> None:
        self._book = book

    def __del__(self) -> None:
        self._book.handle(logging.makeLogRecord({"msg": "collected", "levelname": "ERROR"}))


def test_a_record_that_a_finalizer_logs_while_another_is_published_is_kept() -> None:
    book = LogBook()
    hub = book.buffer(None).hub
    heard = hub.subscribe(TOPIC)

    def publish_while_collecting() -> None:
        with hub._guard:
            cycle: list[object] = [LogsItsEnd(book)]
            cycle.append(cycle)
            del cycle
            gc.collect()

    assert ends_by_itself(publish_while_collecting)
    assert heard.pending == 1
