"""What a page is told as it happens, as server-sent events (HTML Standard, "Server-sent events").

* ``house``: the house, whenever it is not as it was; of many changes the last;
* ``time``: the time in the house, once a second and whenever it jumps;
* ``wire``: entries of the wire log that are new or changed;
* ``lost``: how many changes of the log there were of which nothing can be told any more.

The id of an event names a change of the log. Who comes back with the last one in ``Last-Event-ID``
goes on from there. A page that reads too slowly holds up nothing but itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import anyio

from nuki_core.json import dumps

from .descriptions import describe
from .wire_views import line

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from nuki_core.json import JsonObject, JsonValue

    from .simulator import Simulator

_PAUSE: Final = 0.05
_TIME_EVERY: Final = 1.0
_LEAP: Final = 0.5
_MOST: Final = 250
_RETRY: Final = b"retry: 500\n\n"
_CLOCK: Final = ("now", "elapsed")


async def events(
    simulator: Simulator, last_event_id: str, over: Callable[[], bool]
) -> AsyncIterator[bytes]:
    """Tell what happens from now on, and what did since ``last_event_id``, until it is ``over``."""
    wire = simulator.wire
    run, _, change = last_event_id.partition("-")
    # Numbers of another log say nothing about this one, which is told from its beginning.
    upto = int(change) if run == wire.run and change.isdecimal() else 0
    told: JsonObject = {}
    expected, said = 0.0, -_TIME_EVERY
    yield _RETRY
    while not over():
        with simulator.lock:
            simulator.clock.catch_up()
            news = wire.since(upto, _MOST)
            entries: list[JsonValue] = [line(simulator, entry) for entry in news.entries]
            house = describe(simulator, simulator)
        time = {name: house.pop(name) for name in _CLOCK} | {"speed": house["speed"]}
        now, elapsed = anyio.current_time(), simulator.clock.elapsed
        if house != told or now - said >= _TIME_EVERY or abs(elapsed - expected) > _LEAP:
            said = now
            yield _event("time", time)
        if house != told:
            told = house
            yield _event("house", house)
        expected = elapsed + _PAUSE * simulator.clock.speed
        if news.lost:
            yield _event("lost", {"changes": news.lost})
        if entries:
            yield _event("wire", entries, f"{wire.run}-{news.upto}")
        upto = news.upto
        if len(entries) < _MOST:
            await anyio.sleep(_PAUSE)


def _event(name: str, value: JsonValue, number: str = "") -> bytes:
    # JSON as it is written here has no line breaks.
    ident = f"id: {number}\n" if number else ""
    return f"event: {name}\n{ident}data: ".encode() + dumps(value) + b"\n\n"
