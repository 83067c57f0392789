"""Print the seconds from nothing imported to a decoded device list, with the stock client."""

import sys
import time
from pathlib import Path

sys.modules["click"] = None  # type: ignore[assignment]  # else httpx imports a command line
body = Path(sys.argv[1]).read_bytes()
began = time.perf_counter()

import httpx  # noqa: E402
from stock_client import AuthenticatedClient  # type: ignore[import-not-found]  # noqa: E402
from stock_client.api.smartlock import (  # type: ignore[import-not-found]  # noqa: E402
    smartlock_list,
)

transport = httpx.MockTransport(lambda _request: httpx.Response(200, content=body))
server = "https://api.nuki.io"
client = AuthenticatedClient(server, token="0123456789abcdef")
client.set_httpx_client(httpx.Client(base_url=server, transport=transport))
devices = smartlock_list.sync(client=client)

took = time.perf_counter() - began
assert devices[0].name == "Front door"
print(took)
