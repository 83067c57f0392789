"""What docstrings and ``OPERATIONS`` say of what else changed is not told again."""

from __future__ import annotations

import pytest

from .comparing import between, told
from .doors import DOORS, edited


def test_the_docstring_of_what_is_new_is_no_change_of_its_own() -> None:
    field = (
        "models/door",
        "        state: Whether",
        "        size: Its size.\n        state: Whether",
    )
    added = ("models/door", "    weight:", "    size: int | Unset = UNSET\n    weight:")
    assert told(DOORS, edited(field, added)) == [("name-added", "nuki.web.Door.size")]


@pytest.mark.parametrize(
    ("module", "old", "name"),
    [
        ("models/door", "What a webhook brings", "nuki.web.DoorEvent"),
        ("enums/door", "it is open", "nuki.web.DoorState"),
        ("api", "Resources of", "nuki.web.WebApi"),
        ("api", "The door operations", "web.door"),
        ("resources/door", "Look for doors", "web.door.search"),
        ("resources/door", "Its id", "web.door.get"),
        ("resources/door", "UnauthorizedError", "web.door.get"),
    ],
)
def test_other_words_are_told_of_what_they_describe(module: str, old: str, name: str) -> None:
    assert told(DOORS, edited((module, old, "Other words"))) == [("text-changed", name)]


def test_what_the_docstring_repeats_of_the_table_is_told_once() -> None:
    row = ("resources/door", "401: ", "403: ")
    doc = ("resources/door", "UnauthorizedError (401)", "ForbiddenError (403)")
    (change,) = between(DOORS, edited(row, doc))
    assert change.kind == "operation-changed"
    assert change.text.endswith(": answers 200, 403")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('"id", "path"', '"door", "path"', "parameter door_id 'door' in 'path'"),
        ('"GET", "/door/{id}"', '"GET", "/doors/{id}"', "path '/doors/{id}'"),
        ("_get,\n", "_get, timeout=3.0,\n", "timeout 3.0"),
        ("401: ", "403: ", "answers 200, 403"),
        ('effect="change"', 'effect="motion"', "effect 'motion'"),
        (', effect="change"', "", "no effect"),
    ],
)
def test_the_table_tells_what_no_signature_shows(old: str, new: str, what: str) -> None:
    for change in between(DOORS, edited(("resources/door", old, new))):
        assert (change.kind, change.text.partition(": ")[2]) == ("operation-changed", what)


def test_an_operation_that_leaves_the_table_is_told() -> None:
    assert told(DOORS, edited(("resources/door", "    GET, UPDATE", "    UPDATE"))) == [
        ("operation-changed", "web.door.get")
    ]
