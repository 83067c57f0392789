"""Operations are named by our overlays, and by rule where no overlay has named one yet."""

from __future__ import annotations

from copy import deepcopy
from keyword import iskeyword
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.names import name_operations, snake_case, unnamed_operations
from generator.load.problems import GeneratorFailure

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def document(*operations: str, **members: Any) -> dict[str, Any]:
    """A document with these operations (``"get /a"``), all alike, of the tag Lock unless told."""
    paths: dict[str, Any] = {}
    for operation in operations:
        method, path = operation.split()
        paths.setdefault(path, {})[method] = {"tags": ["Lock"], **members}
    return {"paths": paths}


def named(given: dict[str, Any]) -> dict[str, str]:
    paths: Any = name_operations(given)["paths"]
    return {
        f"{method} {path}": operation["x-nuki-name"]
        for path, item in paths.items()
        for method, operation in item.items()
    }


def problems(given: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(GeneratorFailure) as failure:
        name_operations(given)
    return [(problem.where, problem.what) for problem in failure.value.problems]


TAGS = [
    ("Smartlock", "smartlock"),
    ("SmartlockAuth", "smartlock_auth"),
    ("AdvancedApi", "advanced_api"),
    ("ApiKey", "api_key"),
    ("callback", "callback"),
    ("HTTPServer 2", "http_server_2"),
    ("web-hook", "web_hook"),
    ("ApiV2", "api_v2"),
]


def test_tags_in_snake_case(subtests: pytest.Subtests) -> None:
    for tag, prefix in TAGS:
        with subtests.test(tag=tag):
            assert snake_case(tag) == prefix


def test_an_operation_id_is_the_first_tag_and_the_given_name() -> None:
    given = {"x-nuki-name": "list_all", "operationId": "Upstream_get", "tags": ["ApiKey", "Other"]}
    result: Any = name_operations(document("get /a", **given))
    assert result["paths"]["/a"]["get"] == given | {"operationId": "api_key_list_all"}


def test_a_name_by_rule_is_the_verb_and_the_last_noun(subtests: pytest.Subtests) -> None:
    for method in METHODS:
        with subtests.test(method=method):
            assert named(document(f"{method} /foo/bars/{{id}}/decentralWebhook")) == {
                f"{method} /foo/bars/{{id}}/decentralWebhook": f"{method}_decentral_webhook"
            }


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/bulk-web-config", "get_bulk_web_config"),
        ("/{id}", "get"),
        ("/", "get"),
        ("/a.{f}", "get_a"),
    ],
)
def test_unusual_paths_have_names_too(path: str, name: str) -> None:
    assert named(document(f"get {path}")) == {f"get {path}": name}


def test_names_grow_to_the_left_then_by_parameters_until_they_differ() -> None:
    operations = ("get /a/b/c", "get /a/b/c/{d}", "get /b/c", "get /b/c/{e}/{f}", "get /g/c")
    assert named(document(*operations)) == {
        "get /b/c": "get_c",
        "get /g/c": "get_g_c",
        "get /a/b/c": "get_b_c",
        "get /a/b/c/{d}": "get_a_b_c",
        "get /b/c/{e}/{f}": "get_b_c_by_f",
    }
    assert named(document("get /a", "get /a/{b}/{c}", "get /a/{c}")) == {
        "get /a": "get_a",
        "get /a/{c}": "get_a_by_c",
        "get /a/{b}/{c}": "get_a_by_b_c",
    }


def test_the_order_of_the_document_decides_nothing() -> None:
    operations = ["get /a/b", "get /b", "post /b", "get /a/b/{id}", "get /b/{id}"]
    assert named(document(*operations)) == named(document(*reversed(operations)))


def test_given_names_come_first() -> None:
    given = document("get /a/b", "get /z/b")
    given["paths"]["/z/b"]["get"]["x-nuki-name"] = "get_b"
    assert named(given) == {"get /a/b": "get_a_b", "get /z/b": "get_b"}


def test_the_same_name_may_stand_in_two_tags() -> None:
    given = document("get /a/b", "get /z/b")
    given["paths"]["/z/b"]["get"]["tags"] = ["Door"]
    assert named(given) == {"get /a/b": "get_b", "get /z/b": "get_b"}


@pytest.mark.parametrize("tags", [[], None])
def test_an_operation_without_a_tag_gets_the_default_one(tags: Any) -> None:
    result: Any = name_operations(document("get /a", tags=tags))
    assert result["paths"]["/a"]["get"] == {
        "tags": ["Default"],
        "x-nuki-name": "get_a",
        "operationId": "default_get_a",
    }


NOT_PUBLIC = ["", "1st", "a-b", "class", "None", "_hidden", None, 3, ["a"]]


def test_names_that_are_no_public_python_names(subtests: pytest.Subtests) -> None:
    for name in NOT_PUBLIC:
        with subtests.test(name=name):
            [(where, what)] = problems(document("get /a/{b}", **{"x-nuki-name": name}))
            assert where == "/paths/~1a~1{b}/get/x-nuki-name"
            assert repr(name) in what


@pytest.mark.parametrize("tags", [["2fa"], ["…"], [1], "Lock"])
def test_tags_that_make_no_python_name(tags: Any) -> None:
    [(where, what)] = problems(document("get /a", tags=tags))
    assert where == "/paths/~1a/get/tags"
    assert "the tag" in what


def test_one_name_twice_in_a_tag() -> None:
    assert problems(document("get /b", "get /a", **{"x-nuki-name": "get"})) == [
        ("/paths/~1b/get/x-nuki-name", "'lock_get' is also the operationId of /paths/~1a/get")
    ]


def test_one_operation_id_from_two_tags() -> None:
    given = document("get /a", "get /b")
    given["paths"]["/a"]["get"] |= {"tags": ["LockAuth"], "x-nuki-name": "list"}
    given["paths"]["/b"]["get"] |= {"x-nuki-name": "auth_list"}
    [(where, _)] = problems(given)
    assert where == "/paths/~1b/get/x-nuki-name"


def test_no_name_by_rule_left() -> None:
    [(where, _)] = problems(document("get /a-b", "get /a_b"))
    assert where == "/paths/~1a_b/get/x-nuki-name"


def test_all_problems_at_once_in_document_order() -> None:
    given = document("get /b", "get /c", "get /a", **{"x-nuki-name": "_"})
    assert [where.split("/")[2] for where, _ in problems(given)] == ["~1b", "~1c", "~1a"]


def test_the_unnamed_ones() -> None:
    given = document("get /a", "put /a", "get /b")
    given["paths"]["/a"]["put"]["x-nuki-name"] = "set"
    assert unnamed_operations(given) == ("/paths/~1a/get", "/paths/~1b/get")
    assert unnamed_operations(name_operations(given)) == ()


@pytest.mark.parametrize(
    "odd", [{}, {"paths": []}, {"paths": {"/a": 1}}, {"paths": {"/a": {"get": 1}}}]
)
def test_what_is_no_operation_is_left_alone(odd: Any) -> None:
    assert name_operations(odd) == odd
    assert unnamed_operations(odd) == ()


def test_what_a_path_holds_beside_operations_is_no_operation() -> None:
    odd: dict[str, Any] = {
        "paths": {"/a": {"parameters": {}, "x-get": {}, "summary": {}}},
        "webhooks": {"w": {"post": {}}},
    }
    assert name_operations(odd) == odd


segments = st.sampled_from(["a", "b", "{a}", "{b}", "aB"])
paths = st.lists(segments, max_size=4).map(lambda parts: "/" + "/".join(parts))


@pytest.mark.slow
@given(st.lists(st.tuples(st.sampled_from(METHODS), paths).map(" ".join), unique=True, max_size=8))
def test_names_by_rule_are_distinct_python_names_or_a_problem(operations: list[str]) -> None:
    given = document(*operations)
    before = deepcopy(given)
    try:
        names = list(named(given).values())
    except GeneratorFailure as failure:
        assert all("also the operationId" in each.what for each in failure.problems)  # noqa: PT017
        return
    assert len(set(names)) == len(names)
    assert all(name.isidentifier() and not iskeyword(name) for name in names)
    assert given == before
