from __future__ import annotations

import copy
import pickle

from nuki.web import LogState
from nuki_core.unset import UNSET, Unset, value_or


def test_it_is_false_and_not_none() -> None:
    assert not UNSET
    assert UNSET is not None
    assert (UNSET or "default") == "default"


def test_there_is_one_even_after_copying_and_pickling() -> None:
    assert copy.deepcopy(UNSET) is UNSET
    assert pickle.loads(pickle.dumps(UNSET)) is UNSET  # noqa: S301
    assert Unset("UNSET") is UNSET


def test_it_says_what_it_is() -> None:
    assert repr(UNSET) == "UNSET"


def test_a_default_takes_the_place_of_what_is_not_there_only() -> None:
    assert value_or(UNSET, 7) == 7
    assert value_or(None, 7) == 7
    for kept in (0, False, "", LogState.SUCCESS):
        assert value_or(kept, 7) is kept
