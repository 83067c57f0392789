"""What a fresh process takes until it has imported the package, and until its first answer."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .figure import Figure, at_most
from .processes import PACKAGES, ROOT, Program, medians

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_IMPORT: Final = 10
_COLD: Final = 1.7
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
        httpx, nuki, stock_client, ours, cold_stock = medians(programs, rounds=_ROUNDS)
    yield at_most("import nuki", nuki * 1000, _IMPORT, "ms", stock=stock_client * 1000)
    what = "first decoded smartlock.list(), ratio to import httpx"
    yield at_most(what, ours / httpx, _COLD, "ratio", stock=cold_stock / httpx)
