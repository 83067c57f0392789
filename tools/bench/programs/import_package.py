"""Print the seconds that an import takes: ``import_package.py NAME``."""

import sys
import time

sys.modules["click"] = None  # type: ignore[assignment]  # else httpx imports a command line
name = sys.argv[1]
began = time.perf_counter()
__import__(name)
print(time.perf_counter() - began)
