"""Each class lives in the module of its own family."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.emit.names import name_operations
from generator.emit.render import CORE_NAMES, render
from nuki_generated import web


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def model(*mentioned: str) -> dict[str, Any]:
    return {"type": "object", "properties": {f"field{each}": reference(each) for each in mentioned}}


def answers(tag: str, name: str, *, status: str = "200") -> dict[str, Any]:
    content = {"application/json": {"schema": reference(name)}}
    responses = {"204": {"description": ""}, status: {"description": "", "content": content}}
    return {"get": {"tags": [tag], "x-nuki-name": f"get_{name.lower()}", "responses": responses}}


def homes(operations: list[tuple[str, str]], schemas: dict[str, Any]) -> dict[str, str]:
    """The module of every class of a document with these operations, a tag and an answer each."""
    paths: dict[str, Any] = {f"/{index}": answers(*each) for index, each in enumerate(operations)}
    paths["/failing"] = answers("Alpha", "Failure", status="400")
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"schemas": {**schemas, "Failure": {**model(), "properties": {"a": {}}}}},
    }
    return {
        name: path.removeprefix("nuki_generated/web/").removesuffix(".py")
        for path, text in render("web", name_operations(document)).items()
        for name in re.findall(r"^class (\w+)\((?:Model|Open\w+)\)", text, re.MULTILINE)
    }


COLOUR: dict[str, Any] = {"type": "integer", "enum": [0, 1], "x-enum-varnames": ["RED", "BLUE"]}


def test_a_model_lives_with_its_namesake_and_others_where_they_are_mentioned_most() -> None:
    found = homes(
        [("Alpha", "BetaItem"), ("Beta", "Loose"), ("Beta", "BetaOther"), ("BetaGamma", "Loose")],
        {
            "BetaItem": model("Colour"),
            "BetaOther": model("Colour"),
            "BetasGammaItem": model("Colour"),
            "Loose": model("Deep", "BetasGammaItem"),
            "Deep": {"type": "object", "properties": {"a": {"type": "string"}}},
            "Pushed": model("BetaItem"),
            "Colour": COLOUR,
        },
    )
    assert found == {
        "BetaItem": "models/beta",
        "BetaOther": "models/beta",
        "BetasGammaItem": "models/beta_gamma",
        "Loose": "models/beta",
        "Deep": "models/beta",
        "Pushed": "models/webhooks",
        "Failure": "models/errors",
        "Colour": "enums/beta",
    }


def test_modules_that_would_import_each_other_are_one() -> None:
    found = homes(
        [("Alpha", "AlphaItem"), ("Beta", "BetaItem"), ("Gamma", "GammaItem")],
        {
            "AlphaItem": model("BetaItem"),
            "BetaItem": model("GammaItem", "AlphaItem"),
            "GammaItem": {"type": "object", "properties": {"a": {"type": "string"}}},
        },
    )
    assert found["AlphaItem"] == found["BetaItem"] == "models/alpha"
    assert found["GammaItem"] == "models/gamma"


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("LockAction", "enums.smartlock"),
        ("OpenerAction", "enums.smartlock"),
        ("Weekdays", "enums.smartlock_auth"),
        ("SmartlockAction", "models.smartlock"),
        ("SmartlocksAuthAdvancedCreate", "models.smartlock_auth"),
        ("Error", "models.errors"),
    ],
)
def test_classes_of_the_web_api_live_with_their_families(name: str, home: str) -> None:
    assert getattr(web, name).__module__ == f"nuki_generated.web.{home}"


@pytest.mark.parametrize("name", ["Model", "Operation", "JsonObject"])
def test_a_class_that_is_called_like_one_of_ours_has_an_underscore(name: str) -> None:
    assert name in CORE_NAMES
    found = homes([("Alpha", name)], {name: {"type": "object", "properties": {"a": {}}}})
    assert f"{name}_" in found
