from __future__ import annotations

import pytest

from tests.core.variants import VARIANTS, Variant


@pytest.fixture(params=VARIANTS, ids=lambda variant: f"{variant.name}-{variant.backend or 'sync'}")
def variant(request: pytest.FixtureRequest) -> Variant:
    """Each way to make a call."""
    found: Variant = request.param
    return found


@pytest.fixture(
    params=[each for each in VARIANTS if each.backend is None], ids=lambda each: each.name
)
def sync_variant(request: pytest.FixtureRequest) -> Variant:
    """Each HTTP library, in a thread."""
    found: Variant = request.param
    return found
