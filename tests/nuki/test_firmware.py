from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import FirmwareVersion, ValidationError

SEEN = {199175: "3.10.7", 134148: "2.12.4", 133135: "2.8.15", 132608: "2.6.0"}


@pytest.mark.parametrize(("number", "text"), SEEN.items())
def test_versions_seen_on_devices(number: int, text: str) -> None:
    version = FirmwareVersion.from_int(number)
    assert str(version) == text
    assert FirmwareVersion.parse(text) == version
    assert int(version) == number


@pytest.mark.slow
@given(st.integers(0, (1 << 24) - 1))
def test_every_version_goes_both_ways(number: int) -> None:
    version = FirmwareVersion.from_int(number)
    assert int(FirmwareVersion.parse(str(version))) == number


def test_versions_compare_as_versions() -> None:
    assert FirmwareVersion.parse("3.10.7") > FirmwareVersion.parse("3.9.12")


@pytest.mark.parametrize("number", [-1, 1 << 24])
def test_what_is_no_version_number_is_refused(number: int) -> None:
    with pytest.raises(ValidationError, match="three bytes"):
        FirmwareVersion.from_int(number)


def test_what_is_no_version_is_refused(subtests: pytest.Subtests) -> None:
    for text in ("", "3.10", "3.10.7.1", "3.10.256", "a.b.c", "3,10,7"):
        with (
            subtests.test(text=text),
            pytest.raises(ValidationError, match="no firmware version"),
        ):
            FirmwareVersion.parse(text)
