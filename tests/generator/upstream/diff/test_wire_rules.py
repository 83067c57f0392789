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
def test_schemas_in_each_direction(direction: Direction) -> None:
    place = PLACED[direction]
    found = [kinds(place(old), place(new)) for _, old, new in SCHEMAS]
    assert found == [[(kind, direction.value)] for kind, _, _ in SCHEMAS]


def test_schemas_in_both_directions() -> None:
    def both(schema: Any) -> Object:
        asking, answering = sent(schema), received(schema)
        answering["paths"]["/b"] = asking["paths"]["/a"]
        return answering

    found = [kinds(both(old), both(new)) for _, old, new in SCHEMAS]
    assert found == [[(kind, "request"), (kind, "answer")] for kind, _, _ in SCHEMAS]


def test_what_is_sent() -> None:
    assert [kinds(old, new) for _, old, new in CALLS] == [[(kind, "request")] for kind, *_ in CALLS]


def test_what_arrives() -> None:
    found = [kinds(old, new) for _, old, new in ANSWERS]
    assert found == [[(kind, "answer")] for kind, _, _ in ANSWERS]


@pytest.mark.parametrize("kind", SHARED)
def test_names_of_schemas(kind: str) -> None:
    assert kinds(*SHARED[kind]) == [(kind, "unused")]


def test_no_rule_is_without_an_example() -> None:
    shown = {kind for kind, _, _ in (*SCHEMAS, *CALLS, *ANSWERS)} | SHARED.keys()
    assert shown == {rule.kind for rule in RULES if rule.view == "wire"}
