"""The Web API document in `spec/` is complete, pinned, and structurally the vendor's own.

Most of it describes our edition of the document, and is skipped where a fetch has replaced that by
what the vendor serves.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.upstream.sources_file import AS_SERVED, SourcesFile

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[3]
SPEC = ROOT / "spec"
ENTRY = SourcesFile().entry("web")
DOCUMENT: dict[str, Any] = dict(SourcesFile().source("web").read())
FACTS = "a9bcf6d114db5d86df7015bc9184bdc225a612306fa9f71d392282d282181f7d"
Leaf = tuple[tuple[str, ...], object, bool]
of_our_edition = pytest.mark.skipif(
    ENTRY["edition"] == AS_SERVED,
    reason="SOURCES.toml records the vendor's document as served, not our edition of it",
)
NAME_MAPS = {"definitions", "paths", "properties", "responses", "scopes"}


def operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [operation for item in document["paths"].values() for operation in item.values()]


def references(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix("#/definitions/")
        for value in node.values():
            yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def leaves(node: object, at: tuple[str, ...] = (), parent: str = "") -> Iterator[Leaf]:
    """Yield path, value and whether it is prose: a *property* named description is none."""
    named = parent in NAME_MAPS
    if isinstance(node, dict) and node:
        for key, value in node.items():
            text = parent == "scopes" or (not named and key in {"description", "summary"})
            if text and isinstance(value, str):
                yield (*at, key), value, True
            else:
                yield from leaves(value, (*at, key), "" if named else key)
    elif isinstance(node, list) and node:
        for index, value in enumerate(node):
            yield from leaves(value, (*at, str(index)))
    else:
        yield at, node, False


def prose(document: dict[str, Any]) -> dict[str, str]:
    return {"/".join(at): str(value) for at, value, is_prose in leaves(document) if is_prose}


def structure(document: dict[str, Any]) -> list[Leaf]:
    return [(at, None if is_prose else value, is_prose) for at, value, is_prose in leaves(document)]


@of_our_edition
def test_service_keeps_its_plain_properties_alone() -> None:
    assert list(DOCUMENT["definitions"]["Service"]["properties"]) == [
        "enabled",
        "started",
        "stopped",
    ]


def test_every_reference_resolves() -> None:
    assert set(references(DOCUMENT)) <= set(DOCUMENT["definitions"])


@of_our_edition
def test_every_schema_is_referred_to() -> None:
    assert set(references(DOCUMENT)) >= set(DOCUMENT["definitions"])


@of_our_edition
def test_every_operation_parameter_and_response_says_what_it_is() -> None:
    for operation in operations(DOCUMENT):
        assert operation["summary"], operation["operationId"]
        described = [*operation.get("parameters", []), *operation["responses"].values()]
        assert all(item["description"] for item in described), operation["operationId"]


def test_sources_pin_the_document() -> None:
    assert ENTRY["sha256"] == sha256((SPEC / ENTRY["path"]).read_bytes()).hexdigest()
    assert ENTRY["upstream_version"] == DOCUMENT["info"]["version"]


@of_our_edition
def test_the_file_is_written_as_the_generator_dumps_json() -> None:
    text = (SPEC / "web/swagger.json").read_text("utf-8")
    assert text == json.dumps(DOCUMENT, indent=2, ensure_ascii=False) + "\n"


@of_our_edition
def test_it_states_the_facts_of_the_vendors_document() -> None:
    """The digest is that of the vendor's 4.10.0, without the schemas of its server's framework."""
    places = sorted(path for path, text in prose(DOCUMENT).items() if text)
    facts = json.dumps([structure(DOCUMENT), places])
    assert sha256(facts.encode()).hexdigest() == FACTS
