"""Print how much longer than a read a lock action takes: ``fresh_connection.py URL``.

Both go to a server on the loopback interface; the read over a kept connection, and what moves a
bolt over one of its own.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable

import nuki

CALLS, ROUNDS = 50, 12
LOCK = nuki.SmartlockId.from_hex("1A2B3C4D", nuki.DeviceType.SMART_LOCK_3)

web = nuki.WebClient(token="0123456789abcdef", base_url=sys.argv[1])


def seconds(call: Callable[[nuki.SmartlockId], object]) -> float:
    began = time.perf_counter()
    for _ in range(CALLS):
        call(LOCK)
    return (time.perf_counter() - began) / CALLS


with web:
    read, lock = web.smartlock.get, web.smartlock.lock
    rounds = [(seconds(read), seconds(lock)) for _ in range(ROUNDS)]
    kept, fresh = (statistics.median(column) for column in zip(*rounds, strict=True))
print(json.dumps({"ratio": fresh / kept, "milliseconds": 1000 * (fresh - kept)}))
