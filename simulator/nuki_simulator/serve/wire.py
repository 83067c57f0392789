"""The wire log: what went over the wire, and what hands did meanwhile.

Requests to both APIs, the callbacks and webhooks that were sent, and the acts of hands, in the
order in which they happened. It holds a bounded number of them, so a simulator may run for weeks.
"""

from __future__ import annotations

import secrets
from collections import deque
from typing import TYPE_CHECKING, Final, TypeAlias, TypedDict

import attrs

from nuki_simulator.messages import Ending, HttpResponse, Wait
from nuki_simulator.world.events import PushSent

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from nuki_core.json import JsonValue
    from nuki_core.request import Operation
    from nuki_simulator.messages import HttpRequest, Reply
    from nuki_simulator.world.bridges import Bridge
    from nuki_simulator.world.clock import VirtualClock
    from nuki_simulator.world.events import Event
    from nuki_simulator.world.outbox import Delivery

    from .faults import FaultKind

_KEPT: Final = 2000
_KEPT_BYTES: Final = 32 << 20


@attrs.define(eq=False, kw_only=True)
class Entry:
    """One thing in the log; ``number`` counts them from 1.

    ``began`` and ``ended`` are in seconds since the start of the simulation, ``ended`` is ``None``
    until it is over. ``changed`` numbers its latest change.
    """

    number: int
    began: float
    moment: datetime
    ended: float | None = None
    changed: int = 0

    @property
    def size(self) -> int:
        """How many bytes its bodies hold."""
        return 0


@attrs.define(eq=False, kw_only=True)
class Exchange(Entry):
    """A request and its answer; ``answer`` is ``None`` until it is there.

    ``bridge`` is who answers, ``None`` for the vendor's server. ``call`` is the number under which
    the journal knows the request, ``fault`` the rule that applied to it.
    """

    request: HttpRequest
    operation: Operation | None
    bridge: Bridge | None
    call: int
    fault: FaultKind | None = None
    answer: HttpResponse | None = None

    @property
    def size(self) -> int:
        """How many bytes its bodies hold."""
        return len(self.request.body) + (len(self.answer.body) if self.answer else 0)

    @property
    def failed(self) -> bool:
        """Whether a fault rule applied, or the connection ended without a whole answer."""
        broken = self.answer is not None and self.answer.ending != Ending.COMPLETE
        return self.fault is not None or broken


@attrs.define(eq=False, kw_only=True)
class Push(Entry):
    """A callback or webhook that was sent."""

    delivery: Delivery

    @property
    def size(self) -> int:
        """How many bytes its body holds."""
        return len(self.delivery.body)

    @property
    def failed(self) -> bool:
        """Whether a rule befell it, or nobody took it."""
        return bool(self.delivery.fault) or (self.delivery.done and self.delivery.status is None)


@attrs.define(eq=False, kw_only=True)
class Hand(Entry):
    """An act that somebody did: its name, where it was done, and its arguments.

    ``place`` and ``key`` are as in the path of the control API; ``problem`` says why it was not
    done.
    """

    act: str
    place: str
    key: str
    arguments: Mapping[str, JsonValue]
    problem: str = ""

    @property
    def failed(self) -> bool:
        """Whether it could not be done."""
        return bool(self.problem)


AnyEntry: TypeAlias = Exchange | Push | Hand


@attrs.frozen
class News:
    """What changed since somebody last looked: each entry once, as it is now.

    ``lost`` is how many changes there were that are no longer in the log, ``upto`` is where to go
    on.
    """

    entries: list[AnyEntry]
    lost: int
    upto: int


class _Start(TypedDict):
    number: int
    began: float
    moment: datetime


class WireLog:
    """The last ``kept`` changes of the log, and of these no more than fit into ``kept_bytes``.

    An entry that takes time is in it twice, as it begins and as it ends. ``run`` names this log,
    since numbers of another one mean nothing here. Whoever reads it holds the simulator's lock.
    """

    def __init__(
        self, clock: VirtualClock, kept: int = _KEPT, kept_bytes: int = _KEPT_BYTES
    ) -> None:
        self.run = secrets.token_hex(4)
        self.kept = kept
        self.kept_bytes = kept_bytes
        self._clock = clock
        self._entries = 0
        self._changes = 0
        self._bytes = 0
        self._ring: deque[tuple[int, int, AnyEntry]] = deque()
        self._by_number: dict[int, AnyEntry] = {}

    def __len__(self) -> int:
        return len(self._by_number)

    @property
    def upto(self) -> int:
        """The number of the latest change."""
        return self._changes

    def find(self, number: int) -> AnyEntry | None:
        """Find an entry that is still in the log."""
        return self._by_number.get(number)

    def since(self, change: int, limit: int = _KEPT) -> News:
        """Tell what came after a change, the ``limit`` oldest of it."""
        if not self._ring or change >= self._changes:
            return News([], 0, self._changes)
        oldest = self._ring[0][0]
        start = max(0, change + 1 - oldest)
        found: dict[int, AnyEntry] = {}
        upto = change
        for index in range(start, min(start + limit, len(self._ring))):
            upto, _, entry = self._ring[index]
            found[entry.number] = entry
        return News([*found.values()], max(0, oldest - change - 1), upto)

    # What is logged

    def asked(  # noqa: PLR0913, PLR0917 - one line for each thing that is known of a request
        self,
        request: HttpRequest,
        operation: Operation | None,
        bridge: Bridge | None,
        call: int,
        fault: FaultKind | None,
        reply: Reply,
    ) -> Reply:
        """Log a request, and its answer once it is there; returns the reply that notes it."""
        exchange = Exchange(
            **self._new(),
            request=request,
            operation=operation,
            bridge=bridge,
            call=call,
            fault=fault,
        )
        if isinstance(reply, Wait):
            self._changed(exchange)
        return self._until_answered(exchange, reply)

    def hand(self, act: str, place: str, key: str, arguments: Mapping[str, JsonValue]) -> Hand:
        """Log an act."""
        hand = Hand(**self._new(), act=act, place=place, key=key, arguments=dict(arguments))
        self._end(hand)
        return hand

    def failed(self, hand: Hand, problem: str) -> None:
        """Note that an act could not be done."""
        hand.problem = problem
        self._end(hand)

    def heard(self, event: Event) -> None:
        """Log a callback or webhook, of which the world tells."""
        if isinstance(event, PushSent):
            push = Push(**self._new(), delivery=event.delivery)
            self._changed(push)
            event.delivery.when_done(lambda _: self._end(push))

    def _until_answered(self, exchange: Exchange, reply: Reply) -> Reply:
        if isinstance(reply, Wait):
            return Wait(reply.seconds, lambda: self._until_answered(exchange, reply.then()))
        exchange.answer = reply
        self._end(exchange)
        return reply

    def _new(self) -> _Start:
        self._entries += 1
        clock = self._clock
        return {"number": self._entries, "began": clock.elapsed, "moment": clock.now()}

    def _end(self, entry: AnyEntry) -> None:
        entry.ended = self._clock.elapsed
        self._changed(entry)

    def _changed(self, entry: AnyEntry) -> None:
        self._changes += 1
        entry.changed = self._changes
        size = entry.size
        self._ring.append((self._changes, size, entry))
        self._by_number[entry.number] = entry
        self._bytes += size
        while len(self._ring) > self.kept or (
            self._bytes > self.kept_bytes and len(self._ring) > 1
        ):
            change, gone, old = self._ring.popleft()
            self._bytes -= gone
            if old.changed == change:
                del self._by_number[old.number]
