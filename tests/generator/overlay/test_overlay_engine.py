"""Properties that hold for every document and every overlay."""

from __future__ import annotations

import copy
import json
from typing import Any, cast

import jsonpath_rfc9535
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load.documents import Json, dump_json
from generator.load.problems import GeneratorFailure
from generator.overlay import Application, Overlay, apply_overlays, parse_overlay
from generator.overlay.merge import ActionError
from generator.overlay.selection import select

_NAMES = st.sampled_from(["a", "b", "c", "x-d", "/e/{f}", "it's", ""])
_PRIMITIVES = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(["", "text", "b"])
_VALUES: st.SearchStrategy[Any] = st.recursive(
    _PRIMITIVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=3),
    max_leaves=8,
)
_DOCUMENTS = st.dictionaries(_NAMES, _VALUES, max_size=4)
_QUERIES = st.sampled_from(
    [
        "$",
        "$.*",
        "$..*",
        "$..a",
        "$.a",
        "$..[0]",
        "$..[?@.a]",
        "$.a[0,0,-1]",
        "$['a','a']",
        "$..['b','a']",
        "$.*.*",
        "$..[::-1]",
        "$.none",
        "$.a[",
        "$..[?@=='text']",
    ]
)
_ACTIONS = st.fixed_dictionaries(
    {"target": _QUERIES},
    optional={"update": _VALUES, "copy": _QUERIES, "remove": st.booleans()},
)
_OVERLAYS = st.lists(_ACTIONS, min_size=1, max_size=4)
_VERSIONS = st.sampled_from(["1.1.0", "1.2.0"])


def overlay(actions: list[Any], version: str = "1.1.0") -> Overlay:
    # A number of its own keeps equal actions apart, which the standard refuses.
    numbered = [{**action, "x-number": number} for number, action in enumerate(actions)]
    document = {"overlay": version, "info": {"title": "T", "version": "1"}, "actions": numbered}
    return parse_overlay(document, "o.yaml")


def applied(document: dict[str, Json], overlays: list[Overlay]) -> Application | None:
    try:
        return apply_overlays(document, overlays, strict=False)
    except GeneratorFailure:
        return None


def containers(value: Json) -> list[int]:
    """The identity of every object and array in ``value``."""
    if isinstance(value, dict):
        return [id(value), *(i for item in value.values() for i in containers(item))]
    if isinstance(value, list):
        return [id(value), *(i for item in value for i in containers(item))]
    return []


@pytest.mark.slow
@given(_DOCUMENTS, _OVERLAYS, _VERSIONS)
def test_nothing_is_shared(document: dict[str, Json], actions: list[Any], version: str) -> None:
    result = apply_overlays(document, [overlay(actions, version)], strict=True).document
    seen = containers(result)
    assert len(seen) == len(set(seen))
    assert not set(seen) & {*containers(document), *containers(actions)}


@pytest.mark.slow
@given(_DOCUMENTS, _OVERLAYS)
def test_input_stays(document: dict[str, Json], actions: list[Any]) -> None:
    before = dump_json(document)
    read = overlay(actions)
    again = copy.deepcopy(read)
    apply_overlays(document, [read, read], strict=True)
    assert dump_json(document) == before
    assert read == again


@pytest.mark.slow
@given(_DOCUMENTS, _OVERLAYS)
def test_result_is_json(document: dict[str, Json], actions: list[Any]) -> None:
    result = apply_overlays(document, [overlay(actions)], strict=True).document
    assert json.loads(dump_json(result)) == result


@pytest.mark.slow
@given(_DOCUMENTS, _OVERLAYS)
def test_strict_and_not_strict_agree(document: dict[str, Json], actions: list[Any]) -> None:
    strict = apply_overlays(document, [overlay(actions)], strict=True)
    if not strict.problems:
        assert applied(document, [overlay(actions)]) == strict


@pytest.mark.slow
@given(_DOCUMENTS, _OVERLAYS, _OVERLAYS)
def test_overlays_follow_one_another(
    document: dict[str, Json], first: list[Any], second: list[Any]
) -> None:
    together = applied(document, [overlay(first), overlay(second)])
    if together is not None:
        between = applied(document, [overlay(first)])
        assert between is not None
        assert applied(between.document, [overlay(second)]) == together


@pytest.mark.slow
@given(_DOCUMENTS, _OVERLAYS)
def test_an_action_that_does_not_fit_is_as_if_it_were_not_there(
    document: dict[str, Json], actions: list[Any]
) -> None:
    result = apply_overlays(document, [overlay(actions)], strict=True)
    failed = {int(problem.where.split()[2]) for problem in result.problems}
    rest = [action for number, action in enumerate(actions, 1) if number not in failed]
    if rest:
        again = apply_overlays(document, [overlay(rest)], strict=True)
        assert again == Application(result.document, ())
    else:
        assert result.document == document


@pytest.mark.slow
@given(_DOCUMENTS, _QUERIES | st.from_regex(r"\$\.\.\[(-?[0-3], ){0,3}-?[0-3]\]", fullmatch=True))
def test_removal_leaves_exactly_the_others(document: dict[str, Json], query: str) -> None:
    """Against a model: rebuild the document without the places that the query names."""
    result = applied(document, [overlay([{"target": query, "remove": True}])])
    if result is not None:
        doomed = {node.location for node in jsonpath_rfc9535.find(query, document)}
        assert dump_json(result.document) == dump_json(without(document, doomed, ()))


def without(value: Any, doomed: set[Any], here: tuple[Any, ...]) -> Any:
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if (*here, key) not in doomed}
        return {key: without(item, doomed, (*here, key)) for key, item in kept.items()}
    if isinstance(value, list):
        places = [(*here, index) for index in range(len(value))]
        return [without(value[p[-1]], doomed, p) for p in places if p not in doomed]
    return value


@given(st.text(max_size=12).map("${}".format) | st.text("$.[]*?@'()=,:-019ab&|!<> ", max_size=14))
def test_any_target_applies_or_is_reported(target: str) -> None:
    document: dict[str, Json] = {"a": [1, {"b": None}], "b": {}}
    actions = [{"target": target if target.startswith("$") else f"${target}", "remove": True}]
    result = apply_overlays(document, [overlay(actions)], strict=True)
    assert all("o.yaml action 1" in problem.where for problem in result.problems)


@pytest.mark.parametrize("target", [f"$[{'9' * 5000}]", f"$[?{'(' * 5000}@]", "$[?@ == 1e999]"])
def test_hostile_targets_are_reported(target: str) -> None:
    with pytest.raises(GeneratorFailure) as caught:
        apply_overlays({}, [overlay([{"target": target}])], strict=False)
    assert "1" in caught.value.problems[0].where


def test_deep_documents_are_searched() -> None:
    document: dict[str, Json] = {"x": 1}
    for _ in range(195):
        document = {"a": document}
    result = apply_overlays(document, [overlay([{"target": "$..x", "update": 2}])], strict=True)
    assert result.problems == ()
    assert '"x": 2' in dump_json(result.document)


def test_too_deep_documents_are_reported() -> None:
    document: dict[str, Json] = {}
    for _ in range(250):
        document = {"a": document}
    result = apply_overlays(document, [overlay([{"target": "$..x", "update": 2}])], strict=True)
    assert "leads too deep into the document" in str(result.problems[0])


def test_problems_name_file_action_and_target() -> None:
    actions = [{"target": "$", "update": {"x": 1}}, {"target": "$.b", "update": 1}]
    result = apply_overlays({"a": 1}, [overlay(actions)], strict=True)
    assert len(result.problems) == 1
    assert str(result.problems[0]) == (
        "o.yaml action 2 (target $.b): the target matches nothing "
        "(look at what upstream changed, then correct or delete this action)"
    )


def test_values_shared_in_the_input_are_separate_in_the_result() -> None:
    shared: dict[str, Json] = {}
    actions = [{"target": "$.a", "update": {"x": 1}}]
    result = apply_overlays({"a": shared, "b": shared}, [overlay(actions)], strict=True)
    assert result.document == {"a": {"x": 1}, "b": {}}


def test_long_values_are_shortened() -> None:
    actions = [{"target": "$.a", "x-expect": {"value": "n"}, "update": "m"}]
    result = apply_overlays({"a": "o" * 5000}, [overlay(actions)], strict=True)
    assert len(str(result.problems[0])) < 400


def test_no_overlay_gives_an_equal_document() -> None:
    document: dict[str, Json] = {"a": [1]}
    result = apply_overlays(document, [], strict=True)
    assert result == Application({"a": [1]}, ())
    assert result.document is not document


@pytest.mark.slow
@pytest.mark.parametrize("name", ["match", pytest.param("search", marks=pytest.mark.exhaustive)])
def test_a_pattern_cannot_hang(name: str) -> None:
    query = f"$[?{name}(@, '(a|aa)+b')]"
    with pytest.raises(ActionError, match="takes too long"):
        select(query, {"a": "a" * 60 + "c"})
    assert [node.key for node in select(query, {"a": "aab", "b": 3, "c": "x"})] == ["a"]


_MEMBERS = st.sampled_from(["$ref", "a", "b'\u2028"])
_TEXTS = st.sampled_from(["#/x", "x", ""])
_TREES = st.recursive(
    _TEXTS | st.integers(0, 1) | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_MEMBERS, inner, max_size=3),
    max_leaves=20,
)


@pytest.mark.slow
@given(_TREES, _MEMBERS, _TEXTS)
def test_what_refers_to_one_thing_is_found_as_the_library_finds_it(
    document: Any, name: str, text: str
) -> None:
    query = f"$..[?@[{json.dumps(name)}] == {json.dumps(text)}]"
    found = jsonpath_rfc9535.find(query, document)
    expected = {node.location: (node.path(), node.value) for node in found}
    nodes = select(query, document)
    assert [node.location for node in nodes] == [*expected]
    for node in nodes:
        assert (node.path, node.value) == expected[node.location]
        assert node.container is not None
        assert cast("Any", node.container)[node.key] is node.value
