"""An overlay that no longer fits is named together with the node that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.overlay import apply_overlays, explained, parse_overlay

if TYPE_CHECKING:
    import pytest

OLD: dict[str, Any] = {
    "paths": {"/door": {"get": {"parameters": [{"name": "limit"}, {"name": "types"}]}}},
    "components": {"schemas": {"Door": {"type": "object", "required": ["id"], "x": {"a": 1}}}},
}


def overlay_errors(new: dict[str, Any], *actions: dict[str, Any]) -> list[str]:
    """What is said of the actions that fit ``OLD`` and not ``new``."""
    document = {
        "overlay": "1.1.0",
        "info": {"title": "t", "version": "1"},
        "actions": [*actions],
    }
    overlays = [parse_overlay(document, "one.overlay.yaml")]
    found = apply_overlays(new, overlays, strict=True).overlay_errors
    return [str(error.problem) for error in explained(found, overlays, OLD, new)]


def changed(**schema: Any) -> dict[str, Any]:
    return {**OLD, "components": {"schemas": {"Door": {**schema}}}}


DOOR = "$.components.schemas.Door"


CHANGED_NODES = [
    (
        {**OLD, "components": {"schemas": {"Gate": {}}}},
        {"target": f"{DOOR}.required", "remove": True},
        "matches nothing; /components/schemas/Door is gone",
    ),
    (
        changed(required=["id", "name"]),
        {"target": f"{DOOR}.required", "x-expect": {"value": ["id"]}, "remove": True},
        '; /components/schemas/Door/required was ["id"], is ["id", "name"]',
    ),
    (
        changed(type="object", x={"a": 2, "b": None}),
        {"target": DOOR, "x-expect": {"value": {"x": {"a": 1}}}, "update": {"title": "D"}},
        "/required is gone, /components/schemas/Door/x/a was 1, is 2, /components/schemas/",
    ),
    (
        {**OLD, "paths": {**OLD["paths"], "/gate": OLD["paths"]["/door"]}},
        {"target": "$.paths.*.get", "x-expect": 1, "update": {"summary": "s"}},
        "matches 2 nodes, expected 1; /paths/~1gate/get is new",
    ),
    (
        {**OLD, "paths": {"/door": {"get": {"parameters": [{"name": "types"}]}}}},
        {"target": "$.paths.*.*.parameters[?@.name == 'limit']", "remove": True},
        "; /paths/~1door/get/parameters/0 is gone",
    ),
    (
        changed(type="string"),
        {"target": f"{DOOR}.type", "update": "string"},
        '; /components/schemas/Door/type was "object", is "string" (the document is already',
    ),
    (OLD, {"target": "$.none", "remove": True}, "; nor did it fit the older document"),
]


def test_the_node_that_changed_is_named(subtests: pytest.Subtests) -> None:
    for new, action, said in CHANGED_NODES:
        with subtests.test(said=said):
            (found,) = overlay_errors(new, action)
            assert found.startswith("one.overlay.yaml action 1 (target $.")
            assert said in found


def test_many_nodes_are_counted() -> None:
    new = {**OLD, "paths": {f"/{number}": {"get": {}} for number in range(9)}}
    (found,) = overlay_errors(
        new, {"target": "$.paths.*.get", "x-expect": 1, "update": {"summary": "s"}}
    )
    assert (
        "/paths/~1door is gone, /paths/~10/get is new, /paths/~11/get is new, and 7 more" in found
    )


def test_nothing_is_said_of_what_fits() -> None:
    assert overlay_errors(OLD, {"target": f"{DOOR}.type", "remove": True}) == []


def test_a_long_value_is_cut() -> None:
    new = changed(type="x" * 500)
    (found,) = overlay_errors(new, {"target": f"{DOOR}.type", "x-expect": {"value": "object"}})
    assert len(found) < 500
