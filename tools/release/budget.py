"""What an installation may weigh: for each figure a bound, and why.

A bound is what was measured on Linux, and a fifth more: 1.19 MB, 7.88 MB, 12 distributions. Nothing
large comes in by accident; who wants it in raises the bound here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .processes import StepError

if TYPE_CHECKING:
    from .environments import Size

# Our modules, most of them generated: they grow with what the vendor describes.
OURS: Final = 1_430_000
# With httpx and its four, attrs, and PyNaCl, which brings libsodium (half of it all) and cffi.
EVERYTHING: Final = 9_500_000
# What these are, and ours.
DISTRIBUTIONS: Final = 14


def keep(measured: Size) -> None:
    """Raises StepError if a bound is exceeded."""
    for what, value, bound in (
        ("bytes of nuki, nuki_core and nuki_generated", measured.ours, OURS),
        ("bytes installed", measured.everything, EVERYTHING),
        ("distributions installed", measured.distributions, DISTRIBUTIONS),
    ):
        if value > bound:
            raise StepError(f"{value:,} {what}, more than {bound:,} of tools/release/budget.py")
