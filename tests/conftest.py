from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.loopback_only import loopback_only

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _stay_here() -> Iterator[None]:
    """Beside the cassettes' own guard: one that is closed by mistake does not open this one."""
    with loopback_only():
        yield
