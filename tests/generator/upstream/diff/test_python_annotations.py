"""Annotations are compared by the values they hold."""

from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.upstream.diff.annotations import Types, alternatives, mentioned

PARENTS: Final = {
    "LockState": ("OpenIntEnum",),
    "Kind": ("OpenStrEnum",),
    "Rights": ("OpenFlag",),
    "Door": ("Model",),
}
TYPES: Final = Types({"Mood": "LockState"}, PARENTS)
NAMES: Final = st.sampled_from(
    ["int", "str", "bool", "float", "None", "Unset", "LockState", "Door", "JsonValue", "datetime"]
)
ANNOTATIONS: Final = st.recursive(
    NAMES,
    lambda inner: st.one_of(
        inner.map(lambda each: f"list[{each}]"),
        inner.map(lambda each: f"dict[str, {each}]"),
        st.lists(inner, min_size=2, max_size=3).map(" | ".join),
    ),
    max_leaves=6,
)


def relation(old: str, new: str) -> str | None:
    return TYPES.relation(old, new)


NARROW_AND_WIDE = [
    ("LockState", "int"),
    ("Rights", "int"),
    ("Kind", "str"),
    ("SmartlockId", "int"),
    ("NukiId", "int"),
    ("DeviceType", "int"),
    ("bool", "int"),
    ("int", "float"),
    ("LockState", "float"),
    ("int", "int | None"),
    ("int | Unset", "int | None | Unset"),
    ("LockState", "LockState | OpenerState"),
    ("LockState | bool", "int"),
    ("list[LockState]", "list[int]"),
    ("builtins.list[LockState]", "list[int | str]"),
    ("list[str]", "Sequence[str]"),
    ("list[str]", "list[str] | None"),
    ("dict[str, bool]", "Mapping[str, int]"),
    ("dict[str, int]", "JsonObject"),
    ("JsonObject", "JsonValue"),
    ("list[JsonObject]", "JsonValue"),
    ("list[dict[str, str | None]]", "JsonValue"),
    ("LockState", "JsonValue"),
    ("JsonObject", "dict[str, object]"),
    ("Door", "object"),
    ("Door | None", "Any"),
    ("list[str]", "list"),
]


def test_one_type_holds_the_other(subtests: pytest.Subtests) -> None:
    for narrow, wide in NARROW_AND_WIDE:
        with subtests.test(narrow=narrow, wide=wide):
            assert relation(narrow, wide) == "type-widened"
            assert relation(wide, narrow) == "type-narrowed"


APART = [
    ("int", "str"),
    ("LockState", "OpenerState"),
    ("SmartlockId", "NukiId"),
    ("int | None", "int | Unset"),
    ("list[int]", "int"),
    ("list[int]", "list[str]"),
    ("list[int]", "dict[str, int]"),
    ("dict[str, int]", "dict[int, int]"),
    ("Door", "JsonObject"),
    ("list[Door]", "JsonValue"),
    ("None", "Door"),
    ("Literal['a b']", "str"),
]


def test_neither_type_holds_the_other(subtests: pytest.Subtests) -> None:
    for old, new in APART:
        with subtests.test(old=old, new=new):
            assert relation(old, new) == relation(new, old) == "type-changed"


TWO_WAYS = [
    ("int | None", "None | int"),
    ("bool | int", "int"),
    ("builtins.list[int]", "list[int]"),
    ("Mood", "LockState"),
    ("dict[str, list[Mood] | None]", "dict[str, None | list[LockState]]"),
    ("'int | None'", "int | None"),
    ("dict[str, JsonValue]", "JsonObject"),
]


def test_types_may_be_written_in_two_ways(subtests: pytest.Subtests) -> None:
    for old, new in TWO_WAYS:
        with subtests.test(old=old, new=new):
            assert relation(old, new) is None


@given(ANNOTATIONS)
def test_an_annotation_is_each_of_its_alternatives(text: str) -> None:
    parts = [
        f"{name}[{', '.join(inner)}]" if inner else name for name, *inner in alternatives(text)
    ]
    assert " | ".join(parts) == text
    assert relation(text, text) is None


@pytest.mark.slow
@given(ANNOTATIONS, ANNOTATIONS)
def test_relations_are_opposites(old: str, new: str) -> None:
    opposite = {"type-widened": "type-narrowed", "type-narrowed": "type-widened"}
    found = relation(old, new)
    assert relation(new, old) == opposite.get(found or "", found)


@given(ANNOTATIONS, NAMES)
def test_one_more_alternative_is_never_narrower(text: str, more: str) -> None:
    assert relation(text, f"{text} | {more}") in {None, "type-widened"}


@given(st.text())
def test_any_text_is_some_annotation(text: str) -> None:
    assert alternatives(text)
    assert relation(text, text) is None


def test_names_and_alternatives_are_found() -> None:
    assert mentioned("list[Door | None] | Unset") == ["list", "Door", "None", "Unset"]
    assert alternatives("list[Door | None] | Unset") == (("list", "Door | None"), ("Unset",))


def test_an_alternative_may_count_in_neither() -> None:
    assert TYPES.relation("int | Unset", "int", "Unset") is None
    assert TYPES.relation("list[int | Unset]", "list[int]", "Unset") == "type-narrowed"
