"""Time and memory of decoding an activity log, as ratios to the stock client."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .figure import Figure, at_most, ratio_at_most
from .log_entries import log_entries
from .processes import PACKAGES, ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_COUNT: Final = 2000
_BOUNDS: Final = {"stdlib": 0.55, "orjson": 0.35}
_MEMORY_BOUND: Final = 0.35


def figures(stock: Stock) -> Iterator[Figure]:
    """Decode what a log request answers, and hold it."""
    folders = (*PACKAGES, stock.corrected.folder, ROOT)
    with tempfile.TemporaryDirectory() as folder:
        known, everything = Path(folder, "known.json"), Path(folder, "all.json")
        known.write_text(json.dumps(log_entries(_COUNT, surprises=False)), encoding="utf-8")
        everything.write_text(json.dumps(log_entries(_COUNT, surprises=True)), encoding="utf-8")
        for parser, bound in _BOUNDS.items():
            arguments = (str(known), str(everything), parser)
            found: list[float] = Program("decode", arguments, folders).result()
            what = f"decoding {_COUNT:,} log entries, {parser} json, ratio to stock"
            yield ratio_at_most(what, found, bound, stock=1)
        theirs = Program("memory", (str(known), "stock"), folders).result()
        ours = Program("memory", (str(everything), "ours"), folders).result()
        what = "memory of those entries beyond the parsed JSON, ratio to stock"
        yield at_most(what, ours / theirs, _MEMORY_BOUND, "ratio", stock=1)
