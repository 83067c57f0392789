"""For any two documents: no change where they are alike, some change wherever they are not."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.convert import convert
from generator.upstream.diff.rules import RULES
from generator.upstream.diff.wire import wire_changes
from tests.generator.upstream.diff.wire_differences import Path, is_covered, nodes, ordered, text
from tests.generator.upstream.releases import NEWEST, with_paths

if TYPE_CHECKING:
    from tests.generator.upstream.diff.wire_documents import Object

pytestmark = pytest.mark.slow

KINDS = {rule.kind for rule in RULES if rule.view == "wire"}
WORDS = [
    *("type", "nullable", "enum", "const", "minimum", "maxLength", "pattern", "multipleOf"),
    *("required", "properties", "items", "additionalProperties", "allOf", "anyOf", "oneOf"),
    *("description", "default", "format", "readOnly", "x-mine", "not", "discriminator"),
    *("name", "in", "schema", "content", "parameters", "requestBody", "responses", "security"),
    *("get", "post", "tags", "callbacks", "headers", "200", "a", "b", "paths", "webhooks"),
    *("components", "schemas", "securitySchemes", "servers", "info", "deprecated", "style"),
]
REFERENCES = [f"#/components/schemas/{name}" for name in "ABCX"]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["", "string", "null", "object", "query", "path", "0 .. ok, 1 .. bad", "a"]),
    st.sampled_from(REFERENCES),
    st.text(max_size=4),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from([*WORDS, "$ref"]), inner, max_size=4),
    ),
    max_leaves=12,
)
TYPES = ["string", "integer", "number", "object", "array", "null"]


def some(**members: st.SearchStrategy[Any]) -> st.SearchStrategy[Object]:
    return st.fixed_dictionaries({}, optional=members)


def schemas_of(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    named = st.dictionaries(st.sampled_from("pqr"), inner, max_size=3)
    members = {
        "type": st.one_of(st.sampled_from(TYPES), st.lists(st.sampled_from(TYPES), unique=True)),
        "nullable": st.booleans(),
        "properties": named,
        "required": st.lists(st.sampled_from("pqr"), unique=True),
        "items": inner,
        "additionalProperties": st.one_of(st.booleans(), inner),
        "enum": st.lists(st.integers(0, 4), unique=True),
        "minimum": st.integers(0, 3),
        "multipleOf": st.integers(0, 3),
        "maxLength": st.integers(0, 3),
        "pattern": st.sampled_from("ab"),
        "default": SCALARS,
        "description": st.sampled_from(["a", "0 .. ok, 1 .. bad", "0 .. ok; 1 .. good, more"]),
        "x-mine": SCALARS,
    }
    combined = {key: st.lists(inner, max_size=3) for key in ("allOf", "anyOf", "oneOf")}
    return st.one_of(some(**members), some(**combined), some(description=SCALARS, **combined))


REFERRING = st.fixed_dictionaries({"$ref": st.sampled_from(REFERENCES)})
SCHEMAS = st.recursive(REFERRING | some(type=st.sampled_from(TYPES)), schemas_of, max_leaves=6)
CONTENT = st.dictionaries(st.sampled_from(["application/json", "*/*"]), some(schema=SCHEMAS))
PARAMETERS = st.lists(
    st.fixed_dictionaries(
        {"in": st.sampled_from(["query", "path", "header"]), "name": st.sampled_from("ab")},
        optional={"required": st.booleans(), "schema": SCHEMAS, "explode": st.booleans()},
    ),
    max_size=3,
    unique_by=lambda each: (each["in"], each["name"]),
)
WAYS = st.lists(
    st.dictionaries(st.sampled_from("ok"), st.lists(st.sampled_from("xyz"), unique=True)),
    max_size=2,
)
OPERATIONS = some(
    parameters=PARAMETERS,
    requestBody=some(required=st.booleans(), content=CONTENT),
    responses=st.dictionaries(
        st.sampled_from(["200", "404", "default"]), some(content=CONTENT, description=st.text())
    ),
    security=WAYS,
    tags=st.lists(st.sampled_from("tuv"), unique=True),
    operationId=st.sampled_from("ij"),
    deprecated=st.booleans(),
)
ITEMS = some(get=OPERATIONS, post=OPERATIONS, parameters=PARAMETERS, summary=st.text())
DOCUMENTS = some(
    openapi=st.sampled_from(["3.0.3", "3.1.0"]),
    info=some(version=SCALARS, title=SCALARS),
    paths=st.dictionaries(st.sampled_from(["/x", "/x/{a}", "/x/{b}", "/y/{a}/{b}"]), ITEMS),
    webhooks=st.dictionaries(st.sampled_from("vw"), ITEMS),
    security=WAYS,
    components=some(schemas=st.dictionaries(st.sampled_from("ABC"), SCHEMAS, max_size=3)),
)


@cache
def own() -> tuple[Object, list[Path]]:
    """Some of the description of the Web API, and the place of each of its values."""
    document = convert(with_paths(NEWEST, "/smartlock/log", "/smartlock/auth", "/account/setting"))
    return document, [path for path in nodes(document) if path]


HOSTILE = st.dictionaries(st.sampled_from(WORDS), VALUES, max_size=5)


@given(st.one_of(DOCUMENTS, HOSTILE))
def test_nothing_changes_in_the_same_document(document: Object) -> None:
    assert wire_changes(document, deepcopy(document)) == ()


def reversed_members(value: Any, key: str = "") -> Any:
    """The same document with everything in another order that has none."""
    if isinstance(value, dict):
        return {name: reversed_members(value[name], name) for name in reversed(value)}
    if isinstance(value, list):
        found = [reversed_members(each) for each in value]
        return found[::-1] if key in {"parameters", "required", "enum", "tags", "type"} else found
    return value


@given(DOCUMENTS)
def test_order_does_not_matter(document: Object) -> None:
    assert wire_changes(document, reversed_members(document)) == ()


def mutated(document: Object, path: Path, value: Any, data: st.DataObject) -> tuple[Any, Path]:
    """A copy of the document with one difference, and where it is."""
    result = deepcopy(document)
    holder = result
    for step in path[:-1]:
        holder = holder[step]
    node = holder[path[-1]]
    choices = ["replace", "delete", *(["add"] if isinstance(node, dict | list) else [])]
    match data.draw(st.sampled_from(choices)):
        case "replace":
            holder[path[-1]] = value
        case "delete":
            del holder[path[-1]]
            path = path[:-1] if isinstance(holder, list) else path
        case _ if isinstance(node, list):
            node.append(value)
        case _:
            key = data.draw(st.sampled_from(WORDS))
            node[key] = value
            path = (*path, key)
    return result, outside_of_choices(path)


def outside_of_choices(path: Path) -> Path:
    """Alternatives are paired by what they are, not by their position: their list is the place."""
    places = [path.index(key) for key in ("allOf", "anyOf", "oneOf") if key in path]
    return path[: min(places, default=len(path)) + 1]


@given(DOCUMENTS.filter(bool), SCHEMAS | VALUES, st.data())
def test_every_mutation_is_covered(document: Object, value: Any, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in nodes(document) if path]))
    changed, where = mutated(document, path, value, data)
    found = wire_changes(document, changed)
    back = wire_changes(changed, document)
    is_alike = text(ordered(document)) == text(ordered(changed))
    assert is_covered(where, found) is is_covered(where, back) is not is_alike
    assert {change.kind for change in (*found, *back)} <= KINDS


@pytest.mark.slow
@settings(max_examples=30, deadline=None)
@given(SCHEMAS | VALUES, st.data())
def test_every_mutation_of_our_own_description_is_covered(value: Any, data: st.DataObject) -> None:
    document, paths = own()
    changed, where = mutated(document, data.draw(st.sampled_from(paths)), value, data)
    found = wire_changes(document, changed)
    assert is_covered(where, found) is (text(ordered(document)) != text(ordered(changed)))


@given(HOSTILE, HOSTILE)
def test_no_document_makes_it_fail(old: Object, new: Object) -> None:
    found = wire_changes(old, new)
    assert bool(found) is (text(ordered(old)) != text(ordered(new)))
    assert found == wire_changes(old, new)
    assert all(change.text.isprintable() and len(change.text) < 1000 for change in found)


@given(DOCUMENTS, DOCUMENTS)
def test_every_member_of_the_root_that_differs_is_covered(old: Object, new: Object) -> None:
    found = wire_changes(old, new)
    for key in {**old, **new}:
        mine = [change for change in found if f"{change.place}/".startswith(f"/{key}/")]
        before, after = ({key: side[key]} if key in side else {} for side in (old, new))
        assert bool(mine) is (text(ordered(before)) != text(ordered(after)))
