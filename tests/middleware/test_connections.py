"""When a worker wakes the main thread and when it need not, and how many are let in at once."""

import contextlib
import socket
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from waitress import create_server, wasyncore
from waitress.adjustments import Adjustments
from waitress.channel import HTTPChannel

from handlers.runtime.connections import Channel, accept_waiting


class Woken:
    """As much of a server as a connection needs; counts how often the main thread was woken."""

    def __init__(self) -> None:
        self.active_channels: dict[int, Channel] = {}
        self.count = 0

    def pull_trigger(self) -> None:
        self.count += 1


@pytest.fixture
def server() -> Woken:
    return Woken()


@pytest.fixture
def channel(server: Woken) -> Iterator[Channel]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        channel = Channel(server, ours, ("", 0), Adjustments(channel_request_lookahead=1), map={})
        yield channel
        channel.handle_close()


def test_a_connection_that_is_waited_for_wakes_nobody(server: Woken, channel: Channel) -> None:
    channel.server.pull_trigger()
    assert server.count == 1, "nobody has looked yet"
    assert channel.readable()
    channel.server.pull_trigger()
    assert server.count == 1


@pytest.mark.parametrize(
    "change",
    [{"total_outbufs_len": 1}, {"will_close": True}, {"close_when_flushed": True}],
    ids=lambda one: next(iter(one)),
)
def test_what_only_the_main_thread_can_do_wakes_it(server: Woken, channel: Channel, change: dict[str, object]) -> None:
    assert channel.readable()
    vars(channel).update(change)
    channel.server.pull_trigger()
    assert server.count == 1


def test_a_connection_with_enough_to_do_is_looked_at_again(server: Woken, channel: Channel) -> None:
    channel.requests = [SimpleNamespace(), SimpleNamespace()]
    assert not channel.readable()
    channel.requests.pop()
    channel.server.pull_trigger()
    assert server.count == 1


def test_a_change_while_the_main_thread_looks_wakes_it(
    server: Woken, channel: Channel, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert channel.readable()
    look = HTTPChannel.readable

    def changed_after_the_look(self: HTTPChannel) -> bool:
        answer = bool(look(self))
        channel.requests.pop()
        channel.server.pull_trigger()
        return answer

    channel.requests = [SimpleNamespace(), SimpleNamespace()]
    monkeypatch.setattr(HTTPChannel, "readable", changed_after_the_look)
    assert not channel.readable()
    assert server.count == 1


@pytest.mark.parametrize(("limit", "accepted"), [(100, 50), (20, 20)])
def test_everybody_who_waits_is_let_in_up_to_the_limit(limit: int, accepted: int) -> None:
    opened: dict[int, wasyncore.dispatcher] = {}
    # The limit counts the server's own two descriptors too.
    listening = create_server(
        lambda *_: [], map=opened, _dispatcher=object(), host="127.0.0.1", port=0, connection_limit=limit + 2
    )
    listening.channel_class = Channel
    try:
        with contextlib.ExitStack() as crowd:
            for _ in range(50):
                crowd.enter_context(socket.create_connection(("127.0.0.1", listening.effective_port)))
            accept_waiting(listening)
            assert len(listening.active_channels) == accepted
            assert all(isinstance(one, Channel) for one in listening.active_channels.values())
    finally:
        wasyncore.close_all(opened)
