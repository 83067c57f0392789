"""Watch simulated homes while things happen and fail: ``watching.py NUMBER``.

Prints as JSON how many schedules there were, in how many of them something wrong was shown, which
share of what was shown was known, how late events were told, and how often an idle bridge is asked.
"""

import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from random import Random
from statistics import mean

from nuki import StateChanged
from tools.bench.watched_home import Watched, random_schedule, small_home

HOUR = 3600.0


def outcome(seed: int) -> tuple[bool, int, int]:
    """Whether something wrong was shown in this schedule; how often a state was known, and not."""
    apis = {0: ("bridge", "web"), 1: ("web",)}.get(seed % 10, ("bridge",))
    watched = Watched(*apis, simulator=small_home(), pushes=seed % 4 != 0)
    random_schedule(seed).run(watched)
    return bool(watched.wrong), watched.known, watched.unknown


def delay(*, pushes: bool) -> float:
    """The mean of the seconds from a turn of the key to its event."""
    chance = Random(1)  # noqa: S311 - it spreads what happens
    watched = Watched(simulator=small_home(), pushes=pushes)
    times = [number * 720 + chance.uniform(10, 610) for number in range(100)]
    for number, moment in enumerate(times):
        turn = partial(watched.at().turn_key, locked=bool(number % 2))
        watched.after(moment, turn)
    watched.run(20 * HOUR + 60)
    told = [at for at, _ in watched.told(StateChanged)]
    return mean(min(at - moment for at in told if at >= moment) for moment in times)


def requests_per_hour(*, pushes: bool) -> float:
    """How often an idle bridge is asked for anything."""
    watched = Watched(simulator=small_home(), pushes=pushes)
    watched.run(10 * HOUR)
    return watched.simulator.calls / 10


if __name__ == "__main__":
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        outcomes = list(pool.map(outcome, range(int(sys.argv[1])), chunksize=50))
    known, unknown = sum(one[1] for one in outcomes), sum(one[2] for one in outcomes)
    figures = {
        "schedules": len(outcomes),
        "wrong": sum(one[0] for one in outcomes),
        "known": known / (known + unknown),
        "delay": delay(pushes=True),
        "delay_of_polls": delay(pushes=False),
        "requests": requests_per_hour(pushes=True),
        "requests_of_polls": requests_per_hour(pushes=False),
    }
    print(json.dumps(figures))
