from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType, NukiId, SmartlockId, device_type_of, shared_smartlock_id

# Nuki Web API V1.4.0 and Key API Concepts, "Smart Lock ID": type, hex id, smartlockId.
WORKED_EXAMPLES = [
    (0, "1A2B3C4D", 439041101),
    (2, "1A2B3C4D", 9028975693),
    (3, "1A2B3C4D", 13323942989),
    (4, "1A2B3C4D", 17618910285),
    (5, "1A2B3C4D", 21913877581),
    (3, "20BE908C", 13434261644),
    (4, "2BB2E122", 17913012514),
]
HEX_IDS = st.integers(min_value=0, max_value=(1 << 32) - 1)
TYPES = st.integers(min_value=0, max_value=255)


def test_worked_examples(subtests: pytest.Subtests) -> None:
    for device_type, text, number in WORKED_EXAMPLES:
        with subtests.test(device_type=device_type, text=text):
            smartlock_id = SmartlockId.from_hex(text, device_type)
            assert smartlock_id == number
            assert smartlock_id.hex == text
            assert smartlock_id.device_type == device_type
            assert smartlock_id.nuki_id == NukiId.from_hex(text)
            assert NukiId.from_hex(text).smartlock_id(device_type) == number


@given(HEX_IDS, TYPES)
def test_every_id_goes_both_ways(hex_id: int, device_type: int) -> None:
    nuki_id = NukiId(hex_id)
    smartlock_id = nuki_id.smartlock_id(device_type)
    assert SmartlockId.from_hex(nuki_id.hex, device_type) == smartlock_id
    assert smartlock_id.nuki_id == nuki_id
    assert len(smartlock_id.hex) == 8


def test_small_ids_are_padded_with_zeros() -> None:
    assert NukiId(0xABC).hex == "00000ABC"
    assert SmartlockId.from_hex("abc", DeviceType.OPENER).hex == "00000ABC"


def test_names_of_the_bridge_hold_the_same_hex() -> None:
    # Bridge API 1.13.3, "/info", scanResults.
    assert NukiId(1015571181).hex == "3C8862ED"
    assert NukiId(930999314).hex == "377DEC12"


def test_what_is_no_hex_id_is_refused(subtests: pytest.Subtests) -> None:
    for text in ("", "123456789", "0x1A2B3C4D", "1A2B3C4G", " 1A2B3C4D"):
        with (
            subtests.test(text=text),
            pytest.raises(ValidationError, match="one to eight hex digits"),
        ):
            NukiId.from_hex(text)


def test_an_unknown_device_type_stays_readable() -> None:
    assert SmartlockId(9 << 32).device_type == DeviceType(9)
    assert not SmartlockId(9 << 32).device_type.is_known


MASKED_TYPES = [
    (4, 9028975693, 4),
    (0, 9028975693, 2),
    (None, 9028975693, 2),
    (None, None, 0),
    ("x", 1, 0),
]


def test_a_masked_entry_has_the_type_of_its_id(subtests: pytest.Subtests) -> None:
    for declared, smartlock_id, expected in MASKED_TYPES:
        with subtests.test(declared=declared, smartlock_id=smartlock_id):
            assert device_type_of(declared, smartlock_id) == expected


def test_equal_ids_of_answers_share_one_object_and_not_all_are_kept() -> None:
    first = shared_smartlock_id(17618910285)
    assert shared_smartlock_id(17618910285) is first
    assert [shared_smartlock_id(number) for number in range(5000)] == [*range(5000)]
    again = shared_smartlock_id(17618910285)
    assert again == first
    assert again is not first
