"""Print the seconds from nothing imported to a decoded device list, with our client."""

import sys
import time
from pathlib import Path

sys.modules["click"] = None  # type: ignore[assignment]  # else httpx imports a command line
body = Path(sys.argv[1]).read_bytes()
began = time.perf_counter()

import httpx  # noqa: E402

import nuki  # noqa: E402

transport = httpx.MockTransport(lambda _request: httpx.Response(200, content=body))
web = nuki.WebClient(token="0123456789abcdef", http=httpx.Client(transport=transport))
devices = web.smartlock.list()

took = time.perf_counter() - began
assert devices[0].name == "Front door"
print(took)
