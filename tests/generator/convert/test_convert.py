"""Swagger 2.0 to OpenAPI 3.1: a golden fragment per rule, one per problem, and anything at all."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.convert import convert
from generator.load.documents import read_document
from generator.load.problems import GeneratorFailure
from tests.generator.upstream.releases import DIFFERING, NEWEST, VERSIONS, released, with_paths

if TYPE_CHECKING:
    from collections.abc import Iterator

CASES = Path(__file__).parent / "convert_cases"
WHOLE: dict[str, Any] = read_document(CASES / "whole.yaml")
PLACES = {
    "document": "",
    "operation": "/paths/~1a/post",
    "parameter": "/paths/~1a/post/parameters/0",
    "schema": "/definitions/S",
    "security": "/securityDefinitions/K",
}
CONVERTED = PLACES | {
    "schema": "/components/schemas/S",
    "security": "/components/securitySchemes/K",
}


def swagger(place: str, fragment: dict[str, Any]) -> dict[str, Any]:
    """The smallest document that has the fragment in that place."""
    document: dict[str, Any] = {
        "swagger": "2.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
    }
    match place:
        case "document":
            return document | fragment
        case "operation":
            return document | {"paths": {"/a": {"post": fragment}}}
        case "parameter":
            return document | {"paths": {"/a": {"post": {"parameters": [fragment]}}}}
        case "schema":
            return document | {"definitions": {"A": {}, "S": fragment}}
        case _:
            return document | {"securityDefinitions": {"K": fragment}}


def at(document: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        name = step.replace("~1", "/")
        document = document[int(name) if isinstance(document, list) else name]
    return document


def cases(file: str) -> Iterator[tuple[str, Any]]:
    """The place of each fragment, and what becomes of it."""
    sections: dict[str, Any] = read_document(CASES / file)
    return ((place, case) for place, section in sections.items() for case in section)


def problems(document: Any) -> list[tuple[str, str]]:
    with pytest.raises(GeneratorFailure) as failure:
        convert(document)
    return [(problem.where, problem.what) for problem in failure.value.problems]


def test_rule(subtests: pytest.Subtests) -> None:
    for place, case in cases("rules.yaml"):
        with subtests.test(place=place, rule=case.get("rule", ""), given=case["given"]):
            result = at(convert(swagger(place, case["given"])), CONVERTED[place])
            if place == "document":
                result = {name: result[name] for name in case["expected"]}
            assert result == case["expected"]


def test_problem(subtests: pytest.Subtests) -> None:
    for place, case in cases("problems.yaml"):
        with subtests.test(place=place, given=case["given"]):
            [(where, what)] = problems(swagger(place, case["given"]))
            assert where == PLACES[place] + case["at"]
            assert case["says"] in what


def test_the_smallest_document() -> None:
    assert convert(swagger("document", {})) == {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "servers": [{"url": "/"}],
        "paths": {},
    }


def test_what_is_no_swagger_document_at_all(subtests: pytest.Subtests) -> None:
    for value in (None, [], "swagger", 2, {}):
        with subtests.test(value=value):
            [(where, _)] = problems(value)
            assert where == "the document"


def test_missing_members_of_the_document() -> None:
    assert problems({"swagger": "2.0"}) == [
        ("the document", "'info' is missing"),
        ("the document", "'paths' is missing"),
    ]


def test_all_problems_at_once_in_document_order_each_once() -> None:
    shared = {"parameters": [{"$ref": "#/parameters/B"}], "consumes": ["a/b"]}
    cookie = {"parameters": [{"name": "f", "in": "cookie"}]}
    document = {
        "swagger": "2.0",
        "parameters": {"B": {"name": "b", "in": "body", "schema": {"discriminator": "d"}}},
        "paths": {"/b": {"put": shared, "get": {"tags": 1}}, "/a": {"post": cookie}},
        "info": {},
        "definitions": {"S": {"discriminator": "d", "properties": {"p": {"discriminator": 1}}}},
    }
    assert [where for where, _ in problems(document)] == [
        "/parameters/B/schema/discriminator",
        "/paths/~1b/get/tags",
        "/paths/~1a/post/parameters/0/in",
        "/definitions/S/discriminator",
        "/definitions/S/properties/p/discriminator",
    ]


def test_a_problem_says_what_to_do() -> None:
    said = r"^/definitions/S/discriminator: discriminator .*\(.*oneOf\)\)$"
    with pytest.raises(GeneratorFailure, match=said):
        convert(swagger("schema", {"discriminator": "d"}))


def test_a_schema_nested_beyond_reason() -> None:
    deep: dict[str, Any] = {}
    for _ in range(5000):
        deep = {"items": deep}
    assert problems(swagger("schema", deep)) == [("the document", "is nested too deeply")]


def test_the_result_shares_nothing_with_the_input() -> None:
    document = deepcopy(WHOLE)
    before = deepcopy(document)
    for container in containers(convert(document)):
        container.clear()
    assert document == before


def test_a_whole_document_is_valid_openapi() -> None:
    OpenAPIV31SpecValidator(convert(WHOLE)).validate()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


def containers(value: Any) -> Iterator[Any]:
    """Every object and array with something in it, the innermost ones first."""
    if isinstance(value, (dict, list)) and value:
        for member in list(value.values() if isinstance(value, dict) else value):
            yield from containers(member)
        yield value


def convert_or_fail(document: Any) -> None:
    before = deepcopy(document)
    try:
        version = convert(document)["openapi"]
    except GeneratorFailure as failure:
        version = "3.1.0" if failure.problems else "a failure without a problem"
    assert version == "3.1.0"
    assert document == before


@pytest.mark.slow
@given(json_values)
def test_any_json_gives_a_document_or_problems(value: Any) -> None:
    convert_or_fail(value)


@pytest.mark.slow
@given(st.data())
def test_a_document_damaged_anywhere_gives_a_document_or_problems(data: st.DataObject) -> None:
    document = deepcopy(WHOLE)
    damaged: Any = data.draw(st.sampled_from(list(containers(document))))
    is_array = isinstance(damaged, list)
    keys = (
        list(range(len(damaged))) if is_array else [*damaged, "$ref", "items", "in", "x-", "type"]
    )
    key = data.draw(st.sampled_from(keys))
    if data.draw(st.booleans()) and (is_array or key in damaged):
        del damaged[key]
    else:
        damaged[key] = data.draw(json_values)
    convert_or_fail(document)


@pytest.mark.slow
@pytest.mark.parametrize(
    "document",
    [
        pytest.param(with_paths(NEWEST, *DIFFERING, "/account/user"), id="some of the newest"),
        *(
            pytest.param(released(version), marks=pytest.mark.exhaustive, id=version)
            for version in (VERSIONS[0], VERSIONS[-1])
        ),
    ],
)
def test_a_release_converts_and_keeps_its_own_defect_only(document: dict[str, Any]) -> None:
    result = convert(document)
    assert result["servers"] == [{"url": "https://api.nuki.io"}]
    errors = [error.message for error in OpenAPIV31SpecValidator(result).iter_errors()]
    assert len(errors) == 2
    assert all(message.startswith("'int' is not valid") for message in errors)
