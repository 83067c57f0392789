"""Whether a watched home is ever silently wrong, how late events are, what a bridge is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .figure import Figure, at_least, at_most, for_information
from .processes import PACKAGES, ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_SCHEDULES: Final = 10_000
_POLLS: Final = 12 + 12  # in an hour: for the list, and whether the callback is registered still
_POLLS_WITHOUT_PUSHES: Final = 120


def figures(_stock: Stock) -> Iterator[Figure]:
    """Watch while pushes are lost, late and repeated, and bridges reboot, hang and forget."""
    program = Program("watching", (str(_SCHEDULES),), (*PACKAGES, ROOT))
    found: dict[str, float] = program.result()
    yield at_least("schedules of events and faults", found["schedules"], _SCHEDULES, "actions")
    yield at_most("of these, with a state silently wrong", found["wrong"], 0, "actions")
    yield for_information("share of the time in which states are known", found["known"], "")
    yield for_information("mean delay of an event, pushed", found["delay"], "s")
    yield for_information("mean delay of an event, polled", found["delay_of_polls"], "s")
    idle = "requests per hour to an idle bridge"
    yield at_most(f"{idle} that pushes", found["requests"], _POLLS + 2, "actions")
    limit = _POLLS_WITHOUT_PUSHES + 1
    yield at_most(f"{idle} that does not", found["requests_of_polls"], limit, "actions")
