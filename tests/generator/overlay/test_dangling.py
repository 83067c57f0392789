"""Documents that overlays do not fit still make a package, in a lenient build."""

from __future__ import annotations

import copy
from typing import Any

from generator.overlay.dangling import without_choices, without_dangling

DOCUMENT: dict[str, Any] = {
    "paths": {"/a~b": {"get": {"schema": {"$ref": "#/components/schemas/Gone"}, "summary": "s"}}},
    "components": {
        "schemas": {
            "Door": {
                "properties": {
                    "kept": {"$ref": "#/components/schemas/Door"},
                    "path": {"$ref": "#/paths/~1a~0b/get"},
                    "gone": {"anyOf": [{"$ref": "#/components/schemas/Gone"}, {"type": "null"}]},
                    "both": {
                        "x-nuki-by-device-type": {"2": "Door", "default": "Door"},
                        "anyOf": [],
                    },
                    "one": {"x-nuki-by-device-type": {"2": "Gone", "default": "Door"}, "anyOf": []},
                }
            }
        }
    },
}


def properties(document: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = document["components"]["schemas"]["Door"]["properties"]
    return found


def test_references_to_nothing_become_anything() -> None:
    before = copy.deepcopy(DOCUMENT)
    found = without_dangling(DOCUMENT)
    assert found["paths"] == {"/a~b": {"get": {"schema": {}, "summary": "s"}}}
    own = properties(DOCUMENT)
    expected = {**own, "gone": {"anyOf": [{}, {"type": "null"}]}, "one": {}}
    assert properties(found) == expected
    assert before == DOCUMENT


def test_choices_by_device_type_can_be_forgotten() -> None:
    found = properties(without_choices(DOCUMENT))
    assert found == {**properties(DOCUMENT), "both": {"anyOf": []}, "one": {"anyOf": []}}
