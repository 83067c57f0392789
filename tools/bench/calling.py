"""What a call takes beside a bare one of the HTTP library, and how many fit into a second."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .figure import Figure, at_least, at_most, for_information, ratio_at_least, ratio_at_most
from .loopback import Loopback
from .processes import PACKAGES, ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_TIMES: Final = {
    "one device": 1.15,
    "two devices": 1.15,
    "asynchronous": 1.15,
    "bridge, encrypted token": 1.4,
}
_FIFTY: Final = {"stdlib": 1.7, "orjson": 1.3}
_THROUGHPUT: Final = {"httpx": 0.9, "httpx2": 0.9, "aiohttp": 0.85}
_AIOHTTP_TO_HTTPX: Final = 8
_BUSY: Final = 0.5
_DEVICES: Final = ROOT / "tools/bench/answers/smartlocks.json"
_STATE: Final = {
    "mode": 2,
    "state": 1,
    "stateName": "locked",
    "batteryCritical": False,
    "batteryCharging": False,
    "batteryChargeState": 84,
    "success": True,
}


def figures(_stock: Stock) -> Iterator[Figure]:
    """Call over a mock transport, then read over loopback connections."""
    devices = json.loads(_DEVICES.read_text(encoding="utf-8"))
    sizes = {"device": devices[0], "two": devices, "fifty": devices * 25, "state": _STATE}
    with tempfile.TemporaryDirectory() as folder:
        for name, answer in sizes.items():
            Path(folder, f"{name}.json").write_text(
                json.dumps(answer, separators=(",", ":")), encoding="utf-8"
            )
        for parser in ("stdlib", "orjson"):
            times: dict[str, list[float]] = Program(
                "call", (folder, parser), (*PACKAGES, ROOT)
            ).result()
            for name, ratios in times.items():
                what = f"time per call, mock transport, {name}, {parser} json, ratio to bare httpx"
                bound = _FIFTY[parser] if name == "fifty devices" else _TIMES[name]
                yield ratio_at_most(what, ratios, bound)
        with Loopback(Path(folder, "device.json")) as server:
            rates: dict[str, float] = {}
            for library, bound in _THROUGHPUT.items():
                rounds = Program("throughput", (server.url, library), PACKAGES).result()
                what = f"1,000 reads, 50 at a time, throughput ratio to bare {library}"
                yield ratio_at_least(what, [ours / bare for bare, ours in rounds], bound)
                rates[library] = max(ours for _, ours in rounds)
            what = "1,000 reads, 50 at a time, ours over aiohttp to ours over httpx"
            yield at_least(what, rates["aiohttp"] / rates["httpx"], _AIOHTTP_TO_HTTPX, "ratio")
            fresh: dict[str, float] = Program("fresh_connection", (server.url,), PACKAGES).result()
    what = "lock action over a fresh connection, ratio to a read over a kept one, loopback"
    yield for_information(what, fresh["ratio"], "ratio")
    what = "share of that time for which the server was busy"
    yield at_most(what, server.busy, _BUSY, "ratio")
