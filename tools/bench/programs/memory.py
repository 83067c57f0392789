"""Print the bytes that decoded entries take beyond the parsed JSON: ``memory.py FILE CLIENT``."""

import gc
import importlib
import json
import sys
import tracemalloc
from pathlib import Path

PACKAGES = {"stock": "stock_client.models", "ours": "nuki_generated.web.models"}

body, client = Path(sys.argv[1]).read_bytes(), sys.argv[2]
SmartlockLog = importlib.import_module(f"{PACKAGES[client]}.smartlock_log").SmartlockLog
parsed = json.loads(body)
SmartlockLog.from_dict(parsed[0])  # what is made once is not what an entry takes
gc.collect()
tracemalloc.start()
before, _ = tracemalloc.get_traced_memory()
decoded = [SmartlockLog.from_dict(entry) for entry in parsed]
gc.collect()
after, _ = tracemalloc.get_traced_memory()
assert len(decoded) == len(parsed)
print(after - before)
