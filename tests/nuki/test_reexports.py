from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import nuki
import nuki_generated.bridge
import nuki_generated.web
from nuki import bridge, web

if TYPE_CHECKING:
    from types import ModuleType

PAIRS = [(web, nuki_generated.web), (bridge, nuki_generated.bridge)]


@pytest.mark.parametrize(("public", "generated"), PAIRS)
def test_everything_generated_is_public(public: ModuleType, generated: ModuleType) -> None:
    assert public.__all__ == generated.__all__
    assert dir(public) == dir(generated)
    assert all(getattr(public, name) is getattr(generated, name) for name in public.__all__)


def test_the_modules_are_attributes_of_the_package() -> None:
    assert nuki.web is web
    assert nuki.bridge is bridge


@pytest.mark.parametrize("module", [web, bridge])
def test_an_unknown_name_is_an_attribute_error(module: ModuleType) -> None:
    with pytest.raises(AttributeError):
        _ = module.Nothing
