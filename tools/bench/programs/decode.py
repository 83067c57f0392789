"""Print the median seconds that decoding takes: ``decode.py KNOWN ALL WITH_ORJSON``.

KNOWN and ALL are files of log entries; only ALL has codes that no description declares.
"""

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROUNDS = 31
WITH_ORJSON = sys.argv[3] == "orjson"

if not WITH_ORJSON:
    sys.modules["orjson"] = None  # type: ignore[assignment]

from stock_client.models.smartlock_log import (  # type: ignore[import-not-found]  # noqa: E402
    SmartlockLog as StockLog,
)

from nuki_core.decode import array  # noqa: E402
from nuki_generated.web.models.smartlock_log import SmartlockLog  # noqa: E402


def seconds(decode: Callable[[bytes], Sequence[object]], body: bytes) -> float:
    began = time.perf_counter()
    decoded = decode(body)
    took = time.perf_counter() - began
    assert len(decoded) == COUNT
    return took


def stock(body: bytes) -> list[object]:
    return [StockLog.from_dict(entry) for entry in json.loads(body)]


known, everything = (Path(name).read_bytes() for name in sys.argv[1:3])
ours = array(SmartlockLog.from_dict)
COUNT = len(json.loads(known))
assert [entry.to_dict() for entry in ours(everything)] == json.loads(everything)
gc.collect()
gc.disable()  # as timeit does; neither decoder makes cycles
pairs = [(seconds(stock, known), seconds(ours, everything)) for _ in range(ROUNDS)]
print(json.dumps([statistics.median(column) for column in zip(*pairs, strict=True)]))
