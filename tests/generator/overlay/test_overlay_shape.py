"""What makes a document an overlay of its version: one fault at a time, and everything allowed."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from generator.load.documents import dump_json, parse_document
from generator.load.problems import GeneratorFailure
from generator.overlay import Overlay, apply_overlays, parse_overlay

VERSIONS = ("1.0.0", "1.1.0", "1.2.0")
DOCUMENT: dict[str, Any] = {
    "overlay": "1.0.0",
    "info": {"title": "T", "version": "1"},
    "extends": "api.yaml",
    "actions": [{"target": "$.a", "description": "D", "update": {"b": 1}}],
}
MISSING = object()

FAULTS = [
    (("overlay",), MISSING, "the field overlay names no version that is known here"),
    (("overlay",), 1.1, "the field overlay names no version that is known here"),
    (("overlay",), "1.1.x", "the field overlay names no version that is known here"),
    (("info",), MISSING, "the field info is missing"),
    (("info",), "T", "the field info is not an object"),
    (("info", "title"), MISSING, "info: the field title is missing"),
    (("info", "title"), 1, "info: the field title is not a string"),
    (("info", "version"), MISSING, "info: the field version is missing"),
    (("info", "version"), 1.0, "info: the field version is not a string"),
    (("info", "summary"), "S", "info: the field summary is unknown"),
    (("extends",), ["api.yaml"], "the field extends is not a string"),
    (("extend",), "api.yaml", "the field extend is unknown"),
    (("actions",), MISSING, "the field actions is missing"),
    (("actions",), {"target": "$.a"}, "the field actions is not an array"),
    (("actions",), [], "there are no actions"),
    (("actions",), ["$.a"], "action 1: is not an object"),
    (("actions",), [{"update": {}}], "action 1: the field target is missing"),
    (("actions",), [{"target": "$.a"}] * 2, "action 2: repeats action 1"),
    (("actions", 0, "target"), "a.b", "action 1: the target 'a.b' does not begin with $"),
    (("actions", 0, "target"), ["$.a"], "action 1: the field target is not a string"),
    (("actions", 0, "description"), {}, "action 1: the field description is not a string"),
    (("actions", 0, "remove"), "yes", "action 1: the field remove is not a boolean"),
]
NEWER_FAULTS = [
    ("1.1.0", ("info", "description"), 1, "info: the field description is not a string"),
    ("1.1.0", ("actions", 0, "copy"), {"from": "$.b"}, "action 1: the field copy is not a string"),
    ("1.2.0", ("$self",), 1, "the field $self is not a string"),
    ("1.2.0", ("components",), [], "the field components is not an object"),
    ("1.2.0", ("components",), {"actions": []}, "components: the field actions is not an object"),
    ("1.2.0", ("components",), {"actions": {"x": 1}}, "reusable action 'x': is not an object"),
]


def changed(version: str, path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    """The document, of that version, with another value in one place or none."""
    document = deepcopy({**DOCUMENT, "overlay": version})
    holder: Any = document
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = value
    if value is MISSING:
        del holder[path[-1]]
    return document


def read(document: object) -> Overlay:
    return parse_overlay(parse_document(dump_json(document), "o.json"), "o.json")


EVERY_FAULT = [*((version, *fault) for version in VERSIONS for fault in FAULTS), *NEWER_FAULTS]


def test_each_fault_is_named_with_its_place(subtests: pytest.Subtests) -> None:
    for version, path, value, said in EVERY_FAULT:
        with subtests.test(version=version, said=said):
            with pytest.raises(GeneratorFailure) as caught:
                read(changed(version, path, value))
            [problem] = caught.value.problems
            assert str(problem).startswith(f"o.json{'' if said.startswith('the') else ' '}")
            assert said in str(problem)


@pytest.mark.parametrize("document", ["[]", "overlay", "null", "7"])
def test_what_is_no_object_is_no_overlay(document: str) -> None:
    with pytest.raises(GeneratorFailure):
        parse_overlay(parse_document(document, "o.yaml"), "o.yaml")


@pytest.mark.parametrize("version", VERSIONS)
def test_the_same_in_yaml_and_in_json(version: str) -> None:
    text = (
        f"overlay: {version}\ninfo: {{title: T, version: '1', x-by: us}}\nx-more: [1]\n"
        "actions:\n- {target: $.paths.*.get, description: D, update: {tags: [a]}, x-why: E}\n"
        "- {target: '$.servers[?@.url==\"/x\"]', remove: true, update: {unused: true}}\n"
    )
    of_yaml = parse_document(text, "o.yaml")
    assert read(of_yaml).actions == parse_overlay(of_yaml, "o.yaml").actions
    assert len(read(of_yaml).actions) == 2


def test_a_target_that_is_no_jsonpath_is_an_error_once_it_is_applied() -> None:
    overlay = read(changed("1.0.0", ("actions", 0, "target"), "$.paths[?(@.x)&]"))
    with pytest.raises(GeneratorFailure, match="is no JSONPath by RFC 9535"):
        apply_overlays({"openapi": "3.1.0"}, [overlay], strict=False)
