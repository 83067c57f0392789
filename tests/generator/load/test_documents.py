"""Documents: JSON and YAML give the same values, and the same care."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.load.documents import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NODES,
    dump_json,
    parse_document,
    read_document,
)
from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | _TEXT
    | st.sampled_from(["yes", "no", "on", "null", "~", "1", "0x1", "1e3", "<<", "=", "2024-01-01"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=10,
)
_DOCUMENTS = st.dictionaries(_TEXT, _VALUES, max_size=4)


def problem(text: str, name: str = "d.yaml") -> str:
    with pytest.raises(GeneratorFailure) as caught:
        parse_document(text, name)
    return str(caught.value)


@pytest.mark.slow
@given(_DOCUMENTS)
def test_json_round_trip(document: dict[str, Any]) -> None:
    text = dump_json(document)
    assert dump_json(parse_document(text, "d.json")) == text


@pytest.mark.slow
@given(_DOCUMENTS)
def test_yaml_round_trip(document: dict[str, Any]) -> None:
    """Everything in quotes, and tagged: PyYAML knows no better than 1.1 what a plain scalar is."""
    text = yaml.safe_dump(document, allow_unicode=True, default_style='"', sort_keys=False)
    assert dump_json(parse_document(text, "d.yaml")) == dump_json(document)


@given(
    st.text("{}[]\"':,-?&*!|>%@#<~ \n\tab01.eE+", max_size=30), st.sampled_from(["yaml", "json"])
)
def test_any_text_is_a_document_or_a_problem(text: str, suffix: str) -> None:
    with contextlib.suppress(GeneratorFailure):
        document = parse_document(text, f"d.{suffix}")
        assert json.loads(dump_json(document)) == document


SCALARS = [
    *(("yes", "yes"), ("No", "No"), ("on", "on"), ("y", "y"), ("=", "=")),
    *(("true", True), ("True", True), ("TRUE", True), ("False", False), ("tRUE", "tRUE")),
    *(("null", None), ("Null", None), ("~", None), ("", None), ("nULL", "nULL")),
    *(("1", 1), ("-1", -1), ("+1", 1), ("010", 10), ("0o17", 15), ("0x1F", 31), ("-0", 0)),
    *(("1_000", "1_000"), ("12:30:45", "12:30:45"), ("0b1", "0b1"), ("0x", "0x")),
    *(("1.5", 1.5), (".5", 0.5), ("1.", 1.0), ("1e3", 1000.0), ("-1.5E-1", -0.15), (".", ".")),
    *(("2024-01-01", "2024-01-01"), ("3.1.0", "3.1.0"), ("nan", "nan"), ("inf", "inf")),
    *(("'1'", "1"), ('"true"', "true"), ("! 1", "1"), ("!!str 1", "1"), ("!!float 1", 1.0)),
    *(("!!int '7'", 7), ("!!null ''", None), ("!!bool true", True), ("!!map {}", {})),
    *(("!!seq []", []), ("|\n  a\n  b\n", "a\nb\n"), ("'<<'", "<<"), ("<<", "<<")),
]


def test_core_schema(subtests: pytest.Subtests) -> None:
    for text, value in SCALARS:
        with subtests.test(text=text):
            read = parse_document(f"v: {text}\n", "d.yaml")["v"]
            assert (type(read), read) == (type(value), value)


def test_integer_keys_are_text() -> None:
    text = "200: a\n'404': b\n0500: c\n'<<': d\n'true': e\n"
    keys = ["200", "404", "0500", "<<", "true"]
    assert parse_document(text, "d.yaml") == dict(zip(keys, "abcde", strict=True))


def test_aliases_are_values_of_their_own() -> None:
    document: Any = parse_document("a: &x {l: [1]}\nb: *x\nc: [*x, *x]\n", "d.yaml")
    document["a"]["l"].append(2)
    document["c"][0]["l"].append(3)
    assert document == {"a": {"l": [1, 2]}, "b": {"l": [1]}, "c": [{"l": [1, 3]}, {"l": [1]}]}


def test_an_anchor_may_be_defined_again() -> None:
    document = parse_document("a: &x 1\nb: *x\nc: &x 2\nd: *x\n", "d.yaml")
    assert document == {"a": 1, "b": 1, "c": 2, "d": 2}


YAML_PROBLEMS = [
    ("a: 1\nb: {c: 1,\n  c: 2}", "d.yaml:3:3", "the key 'c' is repeated"),
    ("200: 1\n'200': 2", "d.yaml:2:1", "the key '200' is repeated"),
    ("a: 1\n<<: [3]", "d.yaml:2:1", "only mappings can be merged"),
    ("true: 1", "d.yaml:1:1", "the key 'true' is no string"),
    ("~: 1", "d.yaml:1:1", "the key '~' is no string"),
    ("1.5: 1", "d.yaml:1:1", "the key '1.5' is no string"),
    ("? [a]\n: 1", "d.yaml:1:3", "this key is no plain string"),
    ("a: &x b\n*x : 1", "d.yaml:2:1", "this key is no plain string"),
    ("a: .nan", "d.yaml:1:4", ".nan is no finite number"),
    ("a: [-.INF]", "d.yaml:1:5", "-.INF is no finite number"),
    ("a: 1e999", "d.yaml:1:4", "1e999 is no finite number"),
    ("a: !!float 1e999", "d.yaml:1:4", "1e999 is no finite number"),
    ("a: !!float .inf", "d.yaml:1:4", "has no JSON form"),
    ("a: " + "9" * 5000, "d.yaml:1:4", "is no finite number"),
    ("a: !!timestamp 2024-01-01", "d.yaml:1:4", "has no JSON form"),
    ("a: !!binary aGk=", "d.yaml:1:4", "has no JSON form"),
    ("a: !!set {b}", "d.yaml:1:4", "the tag tag:yaml.org,2002:set has no JSON form"),
    ("a: !own {}", "d.yaml:1:4", "the tag !own has no JSON form"),
    ("a: !!int text", "d.yaml:1:4", "'text' with the tag tag:yaml.org,2002:int"),
    ("a: *x", "d.yaml:1:4", "*x refers to nothing before it, or to itself"),
    ("a: &x [*x]", "d.yaml:1:8", "*x refers to nothing before it, or to itself"),
    ("a: 1\n---\nb: 2", "d.yaml:2:1", "a second document starts here"),
    ("a: [1", "d.yaml:", "is no YAML"),
    ("a: \x01", "d.yaml", "control characters are not allowed"),
    ("", "d.yaml", "is empty"),
    ("# nothing\n", "d.yaml", "is empty"),
    ("- a", "d.yaml", "is no object at its root"),
    ("text", "d.yaml", "is no object at its root"),
]


def test_yaml_problems(subtests: pytest.Subtests) -> None:
    for text, where, what in YAML_PROBLEMS:
        with subtests.test(text=text):
            assert problem(text).startswith(where)
            assert what in problem(text)


JSON_PROBLEMS = [
    ('{"a": {"b": 1,\n  "b": 2}}', "d.json:2:3", "the key 'b' is repeated"),
    ('{"a\\u0062": 1, "ab": 2}', "d.json:1:16", "the key 'ab' is repeated"),
    ('{"a": [{"x": "NaN"},\n NaN]}', "d.json:2:2", "NaN is no finite number"),
    ('{"a": -Infinity}', "d.json:1:7", "-Infinity is no finite number"),
    ('{"a": 1, "b": 1e999}', "d.json:1:15", "1e999 is no finite number"),
    ('{"a": ' + "9" * 5000 + "}", "d.json:1:7", "is no finite number"),
    ('{"a": 1\n "b": 2}', "d.json:2:2", "is no JSON"),
    ('{"a": yes}', "d.json:1:7", "is no JSON"),
    ('{"a": "\\ud800"}', "d.json", "half a surrogate pair"),
    ('{"\\udc00": 1}', "d.json", "half a surrogate pair"),
    ("", "d.json:1:1", "is no JSON"),
    ("[]", "d.json", "is no object at its root"),
]


def test_json_problems(subtests: pytest.Subtests) -> None:
    for text, where, what in JSON_PROBLEMS:
        with subtests.test(text=text):
            assert problem(text, "d.json").startswith(where)
            assert what in problem(text, "d.json")


@pytest.mark.slow
def test_an_alias_bomb_is_stopped() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 60)]
    assert "holds more than 500,000 values" in problem("\n".join(lines))


@pytest.mark.parametrize("name", ["d.json", "d.yaml"])
@pytest.mark.parametrize("levels", [MAX_DEPTH + 1, 5_000])
def test_deep_nesting_is_refused(name: str, levels: int) -> None:
    assert "nested deeper than" in problem('{"a":' * levels + "1" + "}" * levels, name)


def test_aliases_cannot_nest_deeper_either() -> None:
    deep = "{x: " * 150
    text = f"a: &a {deep}1{'}' * 150}\nb: {deep}*a{'}' * 150}\n"
    assert "nested deeper than" in problem(text)


def test_long_integers_are_exact() -> None:
    digits = "9" * 400
    assert parse_document(f"a: {digits}", "d.yaml") == {"a": int(digits)}
    assert parse_document(f'{{"a": -{digits}}}', "d.json") == {"a": -int(digits)}


@pytest.mark.parametrize("name", ["d.json", "d.yaml"])
def test_what_is_never_closed_is_refused(name: str) -> None:
    assert problem('{"a":' + "[" * 100_000, name).startswith("d.")


@pytest.mark.parametrize("name", ["d.json", "d.yaml"])
def test_depth_up_to_the_limit_is_read(name: str) -> None:
    text = '{"a":' * MAX_DEPTH + "1" + "}" * MAX_DEPTH
    assert parse_document(text, name) == json.loads(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("d.json", '{"a": 1}'), ("d.yaml", "a: 1"), ("d.yml", "{a: 1}"), ("D.JSON", '{"a": 1}')),
        *(("d", ' \n{"a": 1}'), ("d.txt", "a: 1"), ("d.yaml", '{"a":\t1}'), ("d", "# c\na: 1")),
    ],
)
def test_the_suffix_or_the_text_says_which(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    assert read_document(tmp_path / name) == {"a": 1}


def test_a_byte_order_mark_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_bytes(b'\xef\xbb\xbf{"a": "\xc3\xa4"}')
    assert read_document(tmp_path / "d.json") == {"a": "ä"}


def test_files_that_cannot_be_read_are_problems(tmp_path: Path) -> None:
    (tmp_path / "d.json").write_bytes(b'{"a": "\xe4"}')
    with pytest.raises(GeneratorFailure, match="is not UTF-8 at byte 7"):
        read_document(tmp_path / "d.json")
    with pytest.raises(GeneratorFailure, match="cannot be read: No such file"):
        read_document(tmp_path / "none.json")
    with pytest.raises(GeneratorFailure, match="cannot be read"):
        read_document(tmp_path)


def test_dump_json() -> None:
    document = {"b": ["ä", 1.0], "a": {}}
    assert dump_json(document) == '{\n  "b": [\n    "ä",\n    1.0\n  ],\n  "a": {}\n}\n'
    with pytest.raises(ValueError, match="not JSON compliant"):
        dump_json({"a": float("nan")})


def test_merge_keys_are_read() -> None:
    text = "a: &a {x: 1, y: 2}\nb: &b {y: 3, z: 4}\nc: {<<: [*a, *b], x: 5}\nd: {<<: *a, '<<': 6}\n"
    found = parse_document(text, "d.yaml")
    assert found["c"] == {"x": 5, "y": 2, "z": 4}
    assert found["d"] == {"x": 1, "y": 2, "<<": 6}


@pytest.mark.slow
def test_the_size_of_a_document_is_bounded(tmp_path: Path) -> None:
    many = '{"a": [' + "1," * MAX_NODES + "1]}"
    with pytest.raises(GeneratorFailure, match="holds more than 500,000 values"):
        parse_document(many, "d.json")
    path = tmp_path / "d.json"
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(GeneratorFailure, match="is larger than 20 MB"):
        read_document(path)


def test_a_problem_is_one_line_that_commands_nothing() -> None:
    shown = str(Problem("::set-output name=x", "a\nb\x1b[2J\u202e", "c"))
    assert shown == "'::set-output name=x: a\\nb\\x1b[2J\\u202e (c)'"


def test_commas_inside_texts_make_no_values() -> None:
    text = "," * (MAX_NODES + 1)
    assert parse_document(json.dumps({"a": text, 'b"': "\\"}), "a.json") == {"a": text, 'b"': "\\"}
    many = f"[{'1,' * (MAX_NODES + 1)}1]"
    with pytest.raises(GeneratorFailure, match="holds more than 500,000 values"):
        parse_document(f'{{"a": {many}}}', "a.json")
