"""What a fresh process takes until it has imported the package, and until its first answer."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Final

from .figure import Figure, at_most, ratio_at_most
from .processes import PACKAGES, ROOT, Program, in_turns, ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_IMPORT: Final = 10
_COLD: Final = 1.35
_ROUNDS: Final = 15
_DEVICES: Final = ROOT / "tools/bench/answers/smartlocks.json"


def figures(stock: Stock) -> Iterator[Figure]:
    """Import, and import up to the first answer over a mock transport."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "smartlocks.json")
        devices = json.loads(_DEVICES.read_text(encoding="utf-8"))
        answer.write_text(json.dumps(devices[:1]), encoding="utf-8")
        theirs = (stock.corrected.folder,)
        programs = (
            Program("import_package", ("httpx",), PACKAGES),
            Program("import_package", ("nuki",), PACKAGES),
            Program("import_package", ("stock_client",), theirs),
            Program("cold_ours", (str(answer),), PACKAGES),
            Program("cold_stock", (str(answer),), theirs),
        )
        httpx, nuki, stock_client, ours, cold_stock = in_turns(programs, rounds=_ROUNDS)
    stock_import = median(stock_client) * 1000
    yield at_most("import nuki", median(nuki) * 1000, _IMPORT, "ms", stock=stock_import)
    what = "first decoded smartlock.list(), ratio to import httpx"
    stock_cold = median(ratios(cold_stock, httpx))
    yield ratio_at_most(what, ratios(ours, httpx), _COLD, stock=stock_cold)
