from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.enums import OpenFlag, OpenIntEnum, OpenStrEnum, members
from nuki_core.model import to_jsonable


class Lock(OpenIntEnum):
    UNCALIBRATED = 0
    LOCKED = 1


class Opener(OpenIntEnum):
    ONLINE = 1


class Kind(OpenStrEnum):
    SHORT_RENTAL = "SHORT_RENTAL"


class Days(OpenFlag):
    MONDAY = 64
    SUNDAY = 1


def test_a_declared_value_is_its_member() -> None:
    assert Lock(1) is Lock.LOCKED
    assert Lock.LOCKED.is_known
    assert Lock.LOCKED == 1


@given(st.integers().filter(lambda number: number not in {0, 1}))
def test_any_other_integer_is_a_member_too(number: int) -> None:
    member = Lock(number)
    assert (member.name, member.value, member.is_known) == (f"UNKNOWN_{number}", number, False)
    assert member == number
    assert hash(member) == hash(number)
    assert json.loads(json.dumps(member)) == number
    assert Lock(number) == member


def test_undeclared_values_do_not_grow_the_class() -> None:
    Lock(4711)
    assert [member.value for member in Lock] == [0, 1]


def test_members_of_two_enums_are_never_equal() -> None:
    assert Opener.ONLINE != Lock.LOCKED
    assert Opener.ONLINE not in {Lock.LOCKED, Lock.UNCALIBRATED}
    assert Opener(42) != Lock(42)


@pytest.mark.parametrize("value", ["1", None, 1.5])
def test_an_integer_enum_has_no_other_values(value: object) -> None:
    with pytest.raises(ValueError, match="is not a valid Lock"):
        Lock(value)


@given(st.text())
def test_any_text_is_a_member_of_a_text_enum(text: str) -> None:
    member = Kind(text)
    assert member == text
    assert member.is_known is (text == "SHORT_RENTAL")


def test_a_text_enum_has_no_other_values() -> None:
    with pytest.raises(ValueError, match="is not a valid Kind"):
        Kind(1)


@given(st.integers(min_value=0, max_value=1 << 40))
def test_flags_keep_bits_they_do_not_know(bits: int) -> None:
    days = Days(bits)
    assert int(days) == bits
    assert days.is_known is (bits & ~65 == 0)


def test_flags_combine() -> None:
    both = Days.MONDAY | Days.SUNDAY
    assert both == 65
    assert Days.MONDAY in both
    assert Lock(64) != Days.MONDAY


def test_texts_show_the_name() -> None:
    assert str(Lock.LOCKED) == f"{Lock.LOCKED}" == "Lock.LOCKED"
    assert str(Kind.SHORT_RENTAL) == "Kind.SHORT_RENTAL"
    assert f"{Lock.LOCKED:03d}" == "001"


def test_the_look_up_of_decoders() -> None:
    look_up = members(Lock)
    assert look_up[1] is Lock.LOCKED
    assert look_up[42] == Lock(42)
    assert look_up[42] is look_up[42]


def test_an_answer_cannot_fill_the_memory_with_codes_that_nobody_declares() -> None:
    look_up = members(Lock)
    declared = len(look_up)
    assert [look_up[code] for code in range(100, 1100)] == [*range(100, 1100)]
    assert len(look_up) <= declared + 64
    kinds = members(Kind)
    assert kinds["x" * 1000] == "x" * 1000
    assert "x" * 1000 not in kinds


def test_a_negative_bit_set_stays_a_number() -> None:
    found = members(Days)[-1]
    assert found == -1
    assert not isinstance(found, Days)


@pytest.mark.parametrize(("member", "value"), [(Lock.LOCKED, 1), (Kind("x"), "x"), (Days(65), 65)])
def test_plain_json_has_the_bare_value(member: object, value: object) -> None:
    assert to_jsonable(member) == value
    assert type(to_jsonable(member)) is type(value)
