"""An answer that unpacks to more than there is takes no more memory than a large answer may."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from tools.faults.memory import BOMBS, MEGABYTE, MOST, megabytes_for

if TYPE_CHECKING:
    from tools.faults.kinds import Kind

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as on Linux"),
]


# The others are measured by python -m tools.faults.memory.
@pytest.mark.parametrize(
    "kind", [each for each in BOMBS if each.name.startswith(("1 x gzip", "3 x gzip"))], ids=str
)
def test_memory_is_bounded(kind: Kind) -> None:
    assert megabytes_for(kind) * MEGABYTE < MOST


def test_memory_is_bounded_with_a_client_that_was_handed_in() -> None:
    nested = next(each for each in BOMBS if each.name.startswith("3 x gzip"))
    assert megabytes_for(nested, "httpx") * MEGABYTE < MOST
