"""Events inside the process: topics that number what happens, remember the last of it, and tell whoever listens.

Who owns what: a log's lock guards its numbers, its memory and its list of subscriptions; a subscription's lock guards
its queue. They are taken in that order only, and neither is held while anybody's code runs. All are reentrant: log
records are events too, and the garbage collector may have a finalizer log one in a thread that is publishing already.
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import orjson

CAPACITY = 256
"""How many events a topic remembers for those who come back."""

QUEUE_BYTES = 1_048_576
"""How much may wait for one subscriber before the oldest of it is dropped."""

MAX_QUIET_TOPICS = 512
"""How many topics without a subscriber a hub remembers."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: its name, its data encoded as a JSON object, and its number in the topic's life.

    ``id`` also names that life, so an id from before a restart is told from one of now.
    """

    number: int
    id: str
    name: str
    encoded: bytes

    @property
    def data(self) -> dict[str, Any]:
        """The data, decoded."""
        decoded: dict[str, Any] = orjson.loads(self.encoded)
        return decoded

    @property
    def cost(self) -> int:
        """Bytes that this event counts for in a queue."""
        return len(self.encoded) + len(self.name) + len(self.id)


@dataclass(frozen=True, slots=True)
class Dropped:
    """What a subscriber that was too slow has lost: this many events, before the one that comes next."""

    count: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What a subscriber that came back has missed for good: how many events, None when nobody can know."""

    missed: int | None


class Subscription:
    """One listener's queue: bounded in bytes, the oldest goes first and is counted."""

    def __init__(
        self,
        position: str,
        gap: Gap | None,
        max_bytes: int,
        leave: Callable[[Subscription], None],
        label: str | None = None,
    ) -> None:
        self.label = label
        self.position = position
        self.gap = gap
        self._max_bytes = max_bytes
        self._leave = leave
        self._changed = threading.Condition()
        self._queue: deque[Event] = deque()
        self._bytes = 0
        self._dropped = 0
        self._interrupted = False
        self._closed_because: str | None = None

    @property
    def closed_because(self) -> str | None:
        """Why it was closed, None while it is open."""
        return self._closed_because

    @property
    def pending(self) -> int:
        """How many events wait."""
        return len(self._queue)

    def offer(self, event: Event) -> None:
        """Put an event at the end of the queue, of this subscription alone."""
        with self._changed:
            if self._closed_because is not None:
                return
            self._queue.append(event)
            self._bytes += event.cost
            while self._bytes > self._max_bytes and len(self._queue) > 1:
                self._bytes -= self._queue.popleft().cost
                self._dropped += 1
            self._changed.notify()

    def next(self, timeout: float | None = None) -> Event | Dropped | None:
        """The oldest event that waits, or first how many were dropped before it.

        None when there is none within ``timeout`` seconds, when interrupted, and when closed. What was queued before
        the subscription was closed is still handed out.
        """
        with self._changed:
            self._changed.wait_for(self._worth_waking, timeout)
            self._interrupted = False
            if self._dropped:
                dropped, self._dropped = Dropped(self._dropped), 0
                return dropped
            if not self._queue:
                return None
            event = self._queue.popleft()
            self._bytes -= event.cost
            return event

    def wait(self, timeout: float) -> None:
        """Wait for an interruption, whatever is in the queue."""
        with self._changed:
            self._changed.wait_for(lambda: self._interrupted, timeout)
            self._interrupted = False

    def interrupt(self) -> None:
        """Make the listener look up, as when its connection is gone."""
        with self._changed:
            self._interrupted = True
            self._changed.notify_all()

    def close(self, reason: str) -> None:
        """Take nothing more, and let the listener know why. The first reason counts."""
        with self._changed:
            if self._closed_because is not None:
                return
            self._closed_because = reason
            self._changed.notify_all()
        self._leave(self)

    def _worth_waking(self) -> bool:
        return bool(self._queue) or self._interrupted or self._closed_because is not None


class EventLog:
    """One topic: numbers its events, remembers the last of them, and the last of each retained name for newcomers."""

    def __init__(self, capacity: int = CAPACITY, *, epoch: str | None = None) -> None:
        # The epoch is no business data: drawn from the world's ids it would repeat after a restart with the same seed.
        self.epoch = epoch or secrets.token_hex(4)
        self._guard = threading.RLock()
        self._memory: deque[Event] = deque(maxlen=capacity)
        self._retained: dict[str, Event] = {}
        self._subscriptions: set[Subscription] = set()
        self._last = 0

    def publish(self, name: str, data: Mapping[str, Any], *, retain: bool = False) -> int:
        """Tell every subscriber; the event's number. A retained event is the first that newcomers get."""
        encoded = orjson.dumps(dict(data))
        with self._guard:
            self._last += 1
            event = Event(self._last, self._id(self._last), name, encoded)
            self._memory.append(event)
            if retain:
                # Taken out first, so that the retained events stay in the order of their numbers.
                self._retained.pop(name, None)
                self._retained[name] = event
            for subscription in self._subscriptions:
                subscription.offer(event)
            return event.number

    def retained(self, name: str) -> Event | None:
        """The last retained event of this name."""
        with self._guard:
            return self._retained.get(name)

    def subscribe(
        self, after_id: str | None = None, *, max_bytes: int = QUEUE_BYTES, label: str | None = None
    ) -> Subscription:
        """Listen from now on, or from behind the event ``after_id`` on; ``label`` is kept with the subscription.

        A newcomer gets the retained events first. Who comes back gets what happened meanwhile; where that is no
        longer remembered, or the id is of another life, ``gap`` says what is missing.
        """
        with self._guard:
            first, gap = self._missed_since(after_id)
            position = self._id(first[0].number - 1 if first else self._last)
            subscription = Subscription(position, gap, max_bytes, self._forget, label)
            for event in first:
                subscription.offer(event)
            self._subscriptions.add(subscription)
            return subscription

    @property
    def subscriptions(self) -> list[Subscription]:
        """Those who listen now."""
        with self._guard:
            return list(self._subscriptions)

    def _missed_since(self, after_id: str | None) -> tuple[list[Event], Gap | None]:
        newcomer = list(self._retained.values())
        if after_id is None:
            return newcomer, None
        after = self._number_of(after_id)
        if after is None:
            return newcomer, Gap(None)
        remembered = [event for event in self._memory if event.number > after]
        missed = self._last - after - len(remembered)
        return remembered, Gap(missed) if missed else None

    def _number_of(self, event_id: str) -> int | None:
        epoch, _, number = event_id.rpartition("-")
        if epoch != self.epoch or not (number.isascii() and number.isdigit()) or len(number) > 15:
            return None
        return int(number) if int(number) <= self._last else None

    def _id(self, number: int) -> str:
        return f"{self.epoch}-{number}"

    def _forget(self, subscription: Subscription) -> None:
        with self._guard:
            self._subscriptions.discard(subscription)


@dataclass(frozen=True, slots=True)
class Traffic:
    """What is under way: open subscriptions, and events that wait in their queues."""

    subscriptions: int
    undelivered: int


class EventHub:
    """The topics of one world. Safe to share between threads; its lock is taken before any log's."""

    def __init__(self, capacity: int = CAPACITY, max_quiet_topics: int = MAX_QUIET_TOPICS) -> None:
        self._capacity = capacity
        self._max_quiet_topics = max_quiet_topics
        self._guard = threading.RLock()
        self._topics: OrderedDict[str, EventLog] = OrderedDict()
        self._life = secrets.token_hex(4)
        self._lives = count(1)

    def publish(self, topic: str, name: str, data: Mapping[str, Any], *, retain: bool = False) -> int:
        """Tell every subscriber of the topic; the event's number there."""
        with self._guard:
            return self._log(topic).publish(name, data, retain=retain)

    def subscribe(
        self, topic: str, after_id: str | None = None, *, max_bytes: int = QUEUE_BYTES, label: str | None = None
    ) -> Subscription:
        """Listen to a topic, as ``EventLog.subscribe`` does. A topic that was forgotten begins a new life."""
        with self._guard:
            return self._log(topic).subscribe(after_id, max_bytes=max_bytes, label=label)

    def subscriptions(self, topic: str) -> list[Subscription]:
        """Those who listen to a topic now."""
        with self._guard:
            log = self._topics.get(topic)
        return log.subscriptions if log is not None else []

    def forget(self, prefix: str, reason: str) -> None:
        """Forget the topics that begin like this; who listens to one is told ``reason``."""
        with self._guard:
            forgotten = [self._topics.pop(topic) for topic in list(self._topics) if topic.startswith(prefix)]
        for log in forgotten:
            for one in log.subscriptions:
                one.close(reason)

    def retained(self, topic: str, name: str) -> Event | None:
        """The last retained event of this name in a topic."""
        with self._guard:
            log = self._topics.get(topic)
        return log.retained(name) if log is not None else None

    def listened_to(self, prefix: str = "") -> list[str]:
        """The topics that have subscribers and begin like this."""
        with self._guard:
            return [topic for topic, log in self._topics.items() if topic.startswith(prefix) and log.subscriptions]

    def traffic(self) -> Traffic:
        """What is under way in this world."""
        open_ones = self._subscriptions()
        return Traffic(len(open_ones), sum(one.pending for one in open_ones))

    def close(self, reason: str) -> None:
        """Close every subscription."""
        for one in self._subscriptions():
            one.close(reason)

    def _subscriptions(self) -> list[Subscription]:
        with self._guard:
            return [one for log in self._topics.values() for one in log.subscriptions]

    def _log(self, topic: str) -> EventLog:
        log = self._topics.get(topic)
        if log is None:
            self._forget_quiet_ones()
            log = self._topics[topic] = EventLog(self._capacity, epoch=f"{self._life}{next(self._lives)}")
        self._topics.move_to_end(topic)
        return log

    def _forget_quiet_ones(self) -> None:
        excess = len(self._topics) + 1 - self._max_quiet_topics
        if excess > 0:
            quiet = [topic for topic, log in self._topics.items() if not log.subscriptions]
            for topic in quiet[:excess]:
                del self._topics[topic]
