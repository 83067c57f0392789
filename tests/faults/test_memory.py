"""An answer that unpacks to more than there is takes no more memory than a large answer may."""

from __future__ import annotations

import sys

import pytest

from tools.faults.memory import BOMBS, MEGABYTE, MOST, megabytes_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited as on Linux")


@pytest.mark.parametrize("kind", BOMBS, ids=str)
def test_memory_is_bounded(kind: object) -> None:
    bomb = next(each for each in BOMBS if each is kind)
    assert megabytes_for(bomb) * MEGABYTE < MOST


def test_memory_is_bounded_with_a_client_that_was_handed_in() -> None:
    nested = next(each for each in BOMBS if each.name.startswith("3 x gzip"))
    assert megabytes_for(nested, "httpx") * MEGABYTE < MOST
