"""Every wire rule has examples, and each example gives one change, of that rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.upstream.diff.rules import RULES
from tests.generator.upstream.diff.wire_documents import PLACED, Object, kinds, received, sent
from tests.generator.upstream.diff.wire_examples import ANSWERS, CALLS, SCHEMAS

if TYPE_CHECKING:
    from generator.upstream.diff.rules import Direction

SHARED = {
    "component-added": (sent({}), sent({}, T={})),
    "component-removed": (sent({}, T={}), sent({})),
}


@pytest.mark.parametrize("direction", PLACED)
@pytest.mark.parametrize(("kind", "old", "new"), SCHEMAS)
def test_schemas_in_each_direction(kind: str, old: Any, new: Any, direction: Direction) -> None:
    place = PLACED[direction]
    assert kinds(place(old), place(new)) == [(kind, direction.value)]


@pytest.mark.parametrize(("kind", "old", "new"), SCHEMAS)
def test_schemas_in_both_directions(kind: str, old: Any, new: Any) -> None:
    def both(schema: Any) -> Object:
        asking, answering = sent(schema), received(schema)
        answering["paths"]["/b"] = asking["paths"]["/a"]
        return answering

    assert kinds(both(old), both(new)) == [(kind, "request"), (kind, "answer")]


@pytest.mark.parametrize(("kind", "old", "new"), CALLS)
def test_what_is_sent(kind: str, old: Object, new: Object) -> None:
    assert kinds(old, new) == [(kind, "request")]


@pytest.mark.parametrize(("kind", "old", "new"), ANSWERS)
def test_what_arrives(kind: str, old: Object, new: Object) -> None:
    assert kinds(old, new) == [(kind, "answer")]


@pytest.mark.parametrize("kind", SHARED)
def test_names_of_schemas(kind: str) -> None:
    assert kinds(*SHARED[kind]) == [(kind, "unused")]


def test_no_rule_is_without_an_example() -> None:
    shown = {kind for kind, _, _ in (*SCHEMAS, *CALLS, *ANSWERS)} | SHARED.keys()
    assert shown == {rule.kind for rule in RULES if rule.view == "wire"}
