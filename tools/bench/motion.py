"""Whether a bolt moves once, and callers are told the truth, while connections fail."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .figure import Figure, at_least, at_most
from .processes import PACKAGES, ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_ACTIONS: Final = 2000


def figures(_stock: Stock) -> Iterator[Figure]:
    """Move bolts over connections that are refused, break, stall, or are answered 503 and 429."""
    found: dict[str, int] = Program("motion", (str(_ACTIONS),), (*PACKAGES, ROOT)).result()
    what = f"lock actions, of {found['actions']:,} over faulty connections, "
    yield at_most(f"{what}executed more than once", found["twice"], 0, "actions")
    yield at_most(f"{what}reported wrongly", found["untrue"], 0, "actions")
    # Without these, nothing would be sent a second time, and the figures above would say nothing.
    yield at_least(f"{what}executed at a later try", found["later"], 1, "actions")
