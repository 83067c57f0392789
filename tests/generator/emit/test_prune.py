"""Components stay if a path or a webhook leads to them, and only then."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.prune import prune


def schemas(**members: Any) -> dict[str, Any]:
    return {"components": {"schemas": members}}


def reference(name: str, section: str = "schemas") -> dict[str, str]:
    return {"$ref": f"#/components/{section}/{name}"}


def kept(document: dict[str, Any]) -> list[str]:
    result: Any = prune(document)
    return list(result.get("components", {}).get("schemas", {}))


@pytest.mark.parametrize("root", ["paths", "webhooks"])
def test_what_is_referred_to_stays_through_any_number_of_components(root: str) -> None:
    document = {
        root: {"/a": {"get": {"x": [reference("A")]}}},
        **schemas(
            Z={}, C={}, B={"items": reference("C")}, A={"properties": {"b": reference("B")}}, Y={}
        ),
    }
    assert kept(document) == ["C", "B", "A"]


def test_circles_among_what_is_unused_do_not_keep_it() -> None:
    document = {"paths": {}, **schemas(A=reference("B"), B=reference("A"))}
    assert prune(document) == {"paths": {}}


def test_a_circle_among_what_is_used_ends() -> None:
    document = {"paths": reference("A"), **schemas(A=reference("B"), B=reference("A"))}
    assert prune(document) == document


def test_every_section_is_pruned_but_security_schemes_and_extensions() -> None:
    used = {"P": {"schema": reference("S")}}
    sections = ("parameters", "responses", "requestBodies", "headers")
    document: dict[str, Any] = {
        "paths": [reference("P", section) for section in sections],
        "components": {
            **{section: used | {"unused": {}} for section in sections},
            "examples": {"unused": {}},
            "schemas": {"S": {}, "unused": {}},
            "securitySchemes": {"unused": {}},
            "x-mine": {"unused": {}},
        },
    }
    result = prune(document)
    assert result["components"] == {
        **dict.fromkeys(sections, used),
        "schemas": {"S": {}},
        "securitySchemes": {"unused": {}},
        "x-mine": {"unused": {}},
    }


def test_names_by_device_type_are_references() -> None:
    choice = {"x-nuki-by-device-type": {"2": "OpenerState", "default": "LockState"}}
    assert kept(
        {"paths": choice, **schemas(LockState=reference("X"), OpenerState={}, X={}, Y={})}
    ) == ["LockState", "OpenerState", "X"]


def test_the_mapping_of_a_discriminator_refers_by_name_or_by_reference() -> None:
    mapping = {"a": "A", "b": "#/components/schemas/B"}
    document = {"paths": {"discriminator": {"propertyName": "p", "mapping": mapping}}}
    assert kept(document | schemas(A={}, B={}, C={})) == ["A", "B"]


def test_names_are_unescaped_and_parts_keep_the_whole() -> None:
    paths = {"a": reference("A%20b~1c"), "b": reference("B/properties/p")}
    assert kept({"paths": paths, **schemas(**{"A b/c": {}, "B": {}, "C": {}})}) == ["A b/c", "B"]


def test_other_references_keep_nothing(subtests: pytest.Subtests) -> None:
    for odd in ("#/components/schemas", "other.json#/A", "", 1, None, {}):
        with subtests.test(odd=odd):
            assert kept({"paths": {"$ref": odd}, **schemas(A={})}) == []


@pytest.mark.parametrize("document", [{}, {"components": []}, {"components": {"schemas": 1}}])
def test_a_document_without_components_stays(document: dict[str, Any]) -> None:
    assert prune(document) == document


names = st.sampled_from("ABCDEF")


@pytest.mark.slow
@given(
    st.dictionaries(names, st.lists(names.map(reference))),
    st.lists(names.map(reference), max_size=2),
)
def test_pruning_leaves_the_input_alone_and_a_second_time_changes_nothing(
    members: dict[str, Any], roots: list[Any]
) -> None:
    document = {"paths": roots, **schemas(**members)}
    before = deepcopy(document)
    result = prune(document)
    assert document == before
    assert prune(result) == result
