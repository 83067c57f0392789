"""A description's text never becomes code, whatever it says and wherever it says it."""

from __future__ import annotations

import ast
from functools import cache
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.format import format_code
from generator.emit.names import name_operations
from generator.emit.render import render
from generator.load.documents import parse_document
from generator.load.problems import GeneratorFailure, Problem

pytestmark = pytest.mark.slow

ATTACKS = [
    '"""\nimport os; os.system("true")\n"""',
    "'''\n__import__('os')\n'''",
    '"); __import__("os"); ("',
    "'); __import__('os'); ('",
    "{__import__('os')}",
    "{{ ''.__class__ }}{% for x in y %}",
    "\\",
    '\\"""',
    'ends in a quote"',
    "\x00\x1b\u2028\u202e\ud800",
    "a\nb: int = __import__('os')",
    "x" * 300,
    "../../../etc/passwd",
    "",
]


SAMPLE = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a/{id}:
    get:
      tags: [Thing]
      x-nuki-name: get
      summary: s
      description: d
      security: [{oauth: [scope]}, {}]
      parameters:
        - {name: id, in: path, required: true, description: p, schema: {type: string}}
        - {name: q, in: query, schema: {type: string, default: x}}
      responses:
        '200':
          description: r
          content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}
  /elsewhere:
    get:
      tags: [Thing]
      security: []
      servers: [{url: 'https://example.com'}]
      responses: {'204': {description: r}}
components:
  securitySchemes: {oauth: {type: oauth2, flows: {}}}
  schemas:
    Thing:
      type: object
      description: d
      properties:
        field: {type: string, description: d, default: x}
        kind: {$ref: '#/components/schemas/Kind'}
        bits: {$ref: '#/components/schemas/Bits'}
    Kind:
      type: string
      description: d
      enum: [one, two]
      x-enum-varnames: [ONE, TWO]
      x-enum-descriptions: [first, second]
    Bits: {type: integer, x-nuki-flags: {LOW: 1, HIGH: 2}}
"""


def small() -> dict[str, Any]:
    """A document with text in every place that the generator reads."""
    return parse_document(SAMPLE, "sample.yaml")


GET = ("paths", "/a/{id}", "get")
SCHEMAS = ("components", "schemas")
PROSE = [
    ("info", "title"),
    (*GET, "summary"),
    (*GET, "description"),
    (*GET, "parameters", 0, "description"),
    (*GET, "responses", "200", "description"),
    (*SCHEMAS, "Thing", "description"),
    (*SCHEMAS, "Thing", "properties", "field", "description"),
    (*SCHEMAS, "Kind", "description"),
    (*SCHEMAS, "Kind", "x-enum-descriptions", 0),
]
VALUES = [
    ("info", "version"),
    (*GET, "security", 0, "oauth", 0),
    ("paths", "/elsewhere", "get", "servers", 0, "url"),
    (*GET, "parameters", 1, "schema", "default"),
    (*SCHEMAS, "Thing", "properties", "field", "default"),
    (*SCHEMAS, "Kind", "enum", 0),
]
NAMES = [
    (*GET, "x-nuki-name"),
    (*GET, "tags", 0),
    (*GET, "parameters", 1, "name"),
    (*SCHEMAS, "Kind", "x-enum-varnames", 0),
]
KEYS = [
    ("paths", "/a/{id}"),
    (*SCHEMAS, "Thing", "properties", "field"),
    (*SCHEMAS, "Bits", "x-nuki-flags", "LOW"),
]


def parsed(texts: dict[str, str]) -> dict[str, ast.Module]:
    return {path: ast.parse(text.encode()) for path, text in texts.items()}


def put(document: dict[str, Any], place: tuple[str | int, ...], text: str) -> None:
    node: Any = document
    for key in place[:-1]:
        node = node[key]
    node[place[-1]] = text


def with_text(place: tuple[str | int, ...], text: str) -> dict[str, Any]:
    document = small()
    put(document, place, text)
    return document


def with_key(place: tuple[str | int, ...], text: str) -> dict[str, Any]:
    document = small()
    node: Any = document
    for key in place[:-1]:
        node = node[key]
    node[text] = node.pop(place[-1])
    return document


def is_docstring(node: ast.stmt) -> bool:
    """A text by itself, which does nothing: that of a module, class, method, field or member."""
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Constant)
        and isinstance(node.value.value, str)
    )


@cache
def structure_of(text: str) -> str:
    """A module's code without docstrings, and with the kinds of its literals only."""
    tree = ast.parse(text.encode())
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            node.body = [each for each in node.body if not is_docstring(each)]
        if isinstance(node, ast.Constant):
            node.value = type(node.value).__name__
    return ast.dump(tree)


def structures(texts: dict[str, str]) -> dict[str, str]:
    return {path: structure_of(text) for path, text in texts.items()}


STATEMENTS = {
    *(ast.Import, ast.ImportFrom, ast.If, ast.Assign, ast.AnnAssign),
    *(ast.FunctionDef, ast.ClassDef, ast.Expr),
}
RENDERED = render("web", name_operations(small()))
FORMATTED = format_code(RENDERED)


def generated(document: dict[str, Any]) -> dict[str, str]:
    return render("web", name_operations(document))


def assert_same_code(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert structure_of(text) == structure_of(RENDERED[path])


def test_prose_changes_no_code_and_formatting_neither() -> None:
    packages: dict[str, str] = {}
    for number, text in enumerate(ATTACKS):
        document = small()
        for place in PROSE:
            put(document, place, text)
        rendered = generated(document)
        assert structures(rendered) == structures(RENDERED), text
        packages |= {f"{number}/{path}": module for path, module in rendered.items()}
    formatted = structures(format_code(packages))
    expected = structures(FORMATTED)
    for number, text in enumerate(ATTACKS):
        found = {path: formatted[f"{number}/{path}"] for path in expected}
        assert found == expected, text


@given(place=st.sampled_from(PROSE), text=st.text())
def test_any_prose_changes_no_code(place: tuple[str | int, ...], text: str) -> None:
    assert_same_code(generated(with_text(place, text)))


def test_values_are_refused_or_become_literals(subtests: pytest.Subtests) -> None:
    for place, text in product(VALUES, ATTACKS):
        with subtests.test(place=place, text=text):
            try:
                texts = generated(with_text(place, text))
            except GeneratorFailure:
                continue
            assert_same_code(texts)


def test_an_enum_value_keeps_its_text() -> None:
    for text in filter(None, ATTACKS):
        found = generated(with_text((*SCHEMAS, "Kind", "enum", 0), text))
        module = ast.parse(found["nuki_generated/web/enums/thing.py"].encode())
        literals = [node.value for node in ast.walk(module) if isinstance(node, ast.Constant)]
        assert text in literals


def test_names_are_refused_or_made_harmless(subtests: pytest.Subtests) -> None:
    for place, text in product([*NAMES, *KEYS], ATTACKS):
        with subtests.test(place=place, text=text):
            document = with_key(place, text) if place in KEYS else with_text(place, text)
            try:
                texts = generated(document)
            except GeneratorFailure:
                continue
            for path, module in parsed(texts).items():
                assert path.isascii()
                assert ".." not in path
                assert {type(node) for node in module.body} <= STATEMENTS
                names = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
                assert "__import__" not in names


@given(place=st.sampled_from([*NAMES, *KEYS, *VALUES]), text=st.text(max_size=40))
def test_any_name_or_value_gives_code_or_a_clear_refusal(
    place: tuple[str | int, ...], text: str
) -> None:
    document = with_key(place, text) if place in KEYS else with_text(place, text)
    texts: dict[str, str] = {}
    problems: tuple[Problem, ...] = ()
    try:
        texts = generated(document)
    except GeneratorFailure as failure:
        problems = failure.problems
    assert bool(texts) != bool(problems)
    assert all(problem.where and problem.what for problem in problems)
    for path, module in texts.items():
        compile(module.encode(), path, "exec")
