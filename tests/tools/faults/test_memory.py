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


def packed(layers: int) -> Kind:
    return next(each for each in BOMBS if each.name.startswith(f"{layers} x gzip"))


# The others are measured by python -m tools.faults.memory.
@pytest.mark.parametrize("layers", [pytest.param(1, marks=pytest.mark.exhaustive), 3])
def test_memory_is_bounded(layers: int) -> None:
    assert megabytes_for(packed(layers)) * MEGABYTE < MOST


def test_memory_is_bounded_with_a_client_that_was_handed_in() -> None:
    assert megabytes_for(packed(3), "httpx") * MEGABYTE < MOST
