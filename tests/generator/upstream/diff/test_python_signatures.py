"""A change of a signature is told as it meets calls."""

from __future__ import annotations

import pytest

from .comparing import told
from .doors import DOORS, edited
from .python_examples import BODY


@pytest.mark.parametrize(
    ("old", "new", "moved"),
    [
        ("a: int, b: int = 1", "b: int = 1, a: int = 1", {"a", "b"}),
        ("a: int, b: int = 1", "a: int, c: int = 1, b: int = 1", {"b"}),
        ("a: int, b: int = 1", "a: int, b: int = 1, c: int = 1", set()),
        ("a: int, b: int = 1", "a: int, *, b: int = 1", {"b"}),
        ("a: int, b: int = 1", "c: int, a: int, b: int = 1", set()),
        ("a: int, b: int = 1", "b: int = 1", set()),
        ("a: int, *, b: int = 1", "b: int, a: int", {"a"}),
        ("a: int, *, b: int = 1", "a: int, b: int", set()),
    ],
)
def test_parameters_move_when_calls_by_position_give_another(
    old: str, new: str, moved: set[str]
) -> None:
    before, after = (edited(("resources/door", BODY, text)) for text in (old, new))
    found = [name for kind, name in told(before, after) if kind == "parameter-moved"]
    assert found == [f"web.door.update({name})" for name in sorted(moved)]


def test_none_for_what_is_left_out_is_no_change_of_type() -> None:
    required = edited(("resources/door", BODY, BODY.replace(" | None = None", "")))
    assert told(required, DOORS) == [("name-became-optional", "web.door.update(force)")]
    narrower = edited(("resources/door", BODY, BODY.replace("bool | None = None", "Literal[True]")))
    assert [kind for kind, _ in told(DOORS, narrower)] == [
        "name-became-required",
        "type-changed",
    ]
