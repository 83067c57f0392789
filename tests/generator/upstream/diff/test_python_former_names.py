"""Names that the generator keeps for one more release are known to the comparison of packages."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import pytest

from generator.emit.names import name_operations
from generator.emit.render import render
from generator.load.documents import parse_document
from generator.upstream.diff.public_api import PublicApi, public_apis
from generator.upstream.diff.python_changes import python_changes
from generator.upstream.diff.rules import Severity

TODAY: Final = (Path(__file__).parents[2] / "emit" / "sample.openapi.yaml").read_text("utf-8")
YESTERDAY: Final = (
    TODAY.replace("x-nuki-name: list\n", "x-nuki-name: list_all\n")
    .replace("Colour", "Color")
    .replace("schemas/Thing'", "schemas/Stuff'")
    .replace("    Thing:\n", "    Stuff:\n")
)


def public_api(text: str, *, former: bool = False) -> dict[str, PublicApi]:
    document: dict[str, Any] = parse_document(text, "sample.yaml")
    if former:
        schemas = document["components"]["schemas"]
        for node, name in (
            (schemas["Colour"], "Color"),
            (schemas["Thing"], "Stuff"),
            (document["paths"]["/thing"]["get"], "list_all"),
        ):
            node["x-nuki-former-names"] = [{"name": name, "since": "0.3.0"}]
    return public_apis(render("web", name_operations(document)))


@pytest.mark.slow
def test_names_that_are_kept_are_replaced() -> None:
    changes = python_changes(public_api(YESTERDAY), public_api(TODAY, former=True))
    assert {(change.kind, change.place) for change in changes} == {
        ("name-replaced", "nuki.web.Color"),
        ("name-replaced", "nuki.web.Stuff"),
        ("name-replaced", "web.thing.list_all"),
    }
    assert max(change.severity for change in changes) is Severity.MINOR


def test_names_that_are_not_kept_are_renamed() -> None:
    changes = python_changes(public_api(YESTERDAY), public_api(TODAY))
    assert {(change.kind, change.place) for change in changes} == {
        ("name-renamed", "nuki.web.Color"),
        ("name-renamed", "nuki.web.Stuff"),
        ("name-renamed", "web.thing.list_all"),
    }
    assert {change.severity for change in changes} == {Severity.MAJOR}


def test_names_that_were_kept_go_in_the_end() -> None:
    changes = python_changes(public_api(TODAY, former=True), public_api(TODAY))
    assert {(change.kind, change.place) for change in changes} == {
        ("name-removed", "nuki.web.Color"),
        ("name-removed", "nuki.web.Stuff"),
        ("name-removed", "web.thing.list_all"),
    }
    assert all("as announced" in change.text for change in changes)
