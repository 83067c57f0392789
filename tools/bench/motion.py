"""Whether a bolt moves once, and callers are told the truth in time, while everything fails."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Final

from tools.faults.oracle import MEANINGS

from .figure import Figure, at_least, at_most
from .processes import PACKAGES, ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_ACTIONS: Final = 10_000


def figures(_stock: Stock) -> Iterator[Figure]:
    """Move bolts over every kind of fault, with every sort of client."""
    found: dict[str, Any] = Program("motion", (str(_ACTIONS),), (*PACKAGES, ROOT)).result()
    for finding in found["findings"]:
        print(finding, file=sys.stderr)
    print(f"for {found['too_slow']} of them this machine was too slow", file=sys.stderr)
    yield at_least("lock actions under faults", found["actions"], _ACTIONS, "actions")
    for fault, meaning in MEANINGS.items():
        yield at_most(f"of these, {fault}: {meaning}", found[fault], 0, "actions")
