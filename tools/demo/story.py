"""A morning at a front door, chapter by chapter."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from . import bell, journal, keypad, pairing, troubles
from .house import House, opened
from .report import Report, UnexpectedError

if TYPE_CHECKING:
    from rich.console import Console

    from nuki_simulator import Simulator

Play: TypeAlias = Callable[[House, Report], Coroutine[Any, Any, None] | None]


@attrs.frozen
class Chapter:
    """What happens at a time of day; with the asynchronous clients if ``play`` is."""

    hour: int
    minute: int
    title: str
    play: Play


CHAPTERS: Final = (
    Chapter(7, 0, "A bridge is found and paired", pairing.find_and_pair),
    Chapter(7, 2, "And again, asynchronously", pairing.find_and_pair_again),
    Chapter(7, 10, "A code for the keypad", keypad.create_code),
    Chapter(7, 30, "The cleaner types it", keypad.type_code),
    Chapter(7, 31, "And walks in (asynchronously)", keypad.walk_in),
    Chapter(8, 0, "The bell rings (asynchronously)", bell.ring),
    Chapter(8, 15, "The bridge is busy", troubles.busy),
    Chapter(8, 16, "Three calls take turns (asynchronously)", troubles.three_at_once),
    Chapter(8, 30, "An answer gets lost (asynchronously)", troubles.lost_answer),
    Chapter(9, 0, "The lock is out of reach", troubles.out_of_reach),
    Chapter(9, 30, "And the Web API does not say so (asynchronously)", troubles.silently_lost),
    Chapter(10, 0, "What the devices physically did", journal.look_back),
)


def play(simulator: Simulator, console: Console) -> int:
    """The exit status: 0 if every step came out as expected."""
    begun, report = time.monotonic(), Report(console)
    try:
        with opened(simulator) as house:
            report.say(f"The Web API is at {house.web_url}, a bridge at {house.bridge.base_url}.")
            for chapter in CHAPTERS:
                house.wait_until(chapter.hour, chapter.minute)
                report.chapter(house.time, chapter.title)
                outcome = chapter.play(house, report)
                if outcome is not None:
                    asyncio.run(outcome)
    except UnexpectedError:
        pass
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told like a step's outcome
        report.broken(error)
    else:
        report.say(f"\n{report.steps} steps, all as expected, {time.monotonic() - begun:.1f} s")
        return 0
    report.say(f"\nStopped at step {report.steps}.")
    return 1
