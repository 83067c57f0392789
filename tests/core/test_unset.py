from __future__ import annotations

import copy
import pickle

from nuki_core.unset import UNSET, Unset


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
