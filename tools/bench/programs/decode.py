"""Print how long decoding takes beside stock, a ratio a round: ``decode.py KNOWN ALL WITH_ORJSON``.

KNOWN and ALL are files of log entries; only ALL has codes that no description declares.
"""

import gc
import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

WITH_ORJSON = sys.argv[3] == "orjson"

if not WITH_ORJSON:
    sys.modules["orjson"] = None  # type: ignore[assignment]

from stock_client.models.smartlock_log import (  # type: ignore[import-not-found]  # noqa: E402
    SmartlockLog as StockLog,
)

from nuki_core.decode import array  # noqa: E402
from nuki_generated.web.models.smartlock_log import SmartlockLog  # noqa: E402
from tools.bench.programs.rounds import ratios_of  # noqa: E402


def seconds(decode: Callable[[bytes], Sequence[object]], body: bytes) -> float:
    began = time.process_time()
    decoded = decode(body)
    took = time.process_time() - began
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
pair = (lambda: seconds(stock, known), lambda: seconds(ours, everything))
print(json.dumps(ratios_of({"log": pair})["log"]))
