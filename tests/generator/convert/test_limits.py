"""Descriptions beyond the limits are refused before anything is done with them."""

from __future__ import annotations

from typing import Any

import pytest

from generator.convert import openapi
from generator.convert.limits import (
    MAX_ALL_TEXTS,
    MAX_COMPONENTS,
    MAX_NAME,
    MAX_PATHS,
    MAX_TEXT,
    MAX_VALUES,
)
from generator.load.problems import GeneratorFailure


def document(**members: Any) -> dict[str, Any]:
    return {"swagger": "2.0", "info": {"title": "t", "version": "1"}, "paths": {}, **members}


@pytest.mark.parametrize(
    ("members", "said"),
    [
        ({"paths": {f"/{i}": {} for i in range(MAX_PATHS + 1)}}, "/paths: has more than"),
        (
            {"definitions": {f"D{i}": {} for i in range(MAX_COMPONENTS + 1)}},
            "/definitions: has more than",
        ),
        ({"x-text": "a" * (MAX_TEXT + 1)}, "/x-text: is a text of more than"),
        ({"paths": {"/a" * MAX_NAME: {}}}, "…: is a name of more than 1,000 characters"),
        (
            {"x-texts": ["a" * MAX_TEXT] * (MAX_ALL_TEXTS // MAX_TEXT + 1)},
            "holds more than 2,000,000 characters of text",
        ),
        ({"x-list": [0] * MAX_VALUES}, "holds more than 25,000 values"),
    ],
)
def test_what_is_too_large_is_refused(members: dict[str, Any], said: str) -> None:
    with pytest.raises(GeneratorFailure, match=said):
        openapi(document(**members))


def test_a_large_description_within_the_limits_is_taken() -> None:
    definitions = {
        f"D{i}": {"properties": {"n": {"$ref": f"#/definitions/D{i - 1}"}}} if i else {}
        for i in range(MAX_COMPONENTS)
    }
    found: Any = openapi(document(definitions=definitions))
    assert len(found["components"]["schemas"]) == MAX_COMPONENTS
