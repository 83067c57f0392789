"""The real description with anything put in its place: a client, or a refusal; never a crash."""

from __future__ import annotations

import copy
import importlib
import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from generator.convert import openapi
from generator.emit.build import generated, package
from generator.emit.left_out import without_unsupported
from generator.emit.prune import prune
from generator.load.documents import parse_document, read_document
from generator.load.problems import GeneratorFailure
from generator.load.sources import ROOT
from generator.overlay import Application
from tests.generator.emit.compiling import compiled_document

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random
    from types import ModuleType

    from generator.emit.build import Built
    from generator.emit.left_out import LeftOut
    from generator.load.problems import Problem

pytestmark = pytest.mark.slow

_PATHS = 4
"""So many paths of the real document are mutated at a time: the whole takes a second."""


@cache
def real() -> dict[str, Any]:
    return read_document(ROOT / "spec/web/swagger.json")


names = st.sampled_from(["a", "id", "self", "class", "deviceType", "device_type", "type", "ä", ""])
texts = st.text(max_size=5)
scalars = st.one_of(
    st.builds(
        lambda kind, more: {"type": kind, **more},
        st.sampled_from(["string", "integer", "number", "boolean"]),
        st.sampled_from([{}, {"x-nullable": True}, {"default": "x"}]),
    ),
    st.sampled_from(
        [
            {},
            {"type": "file"},
            {"type": ["string", "null"]},
            {"type": "string", "format": "date-time"},
            {"type": "string", "format": "binary"},
            {"type": "string", "enum": ["a"]},
            {"type": "string", "enum": ["a", "A", ""], "x-nullable": True},
            {"type": "integer", "enum": [0, 1]},
            {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
        ]
    ),
)


@cache
def nested(depth: int) -> st.SearchStrategy[dict[str, Any]]:
    """Any legal schema of Swagger 2.0, and some that only OpenAPI 3 has."""
    inner = nested(depth - 1) if depth else scalars
    references = st.sampled_from(sorted(real()["definitions"])).map(
        lambda name: {"$ref": f"#/definitions/{name}"}
    )
    return st.one_of(
        scalars,
        references,
        st.builds(lambda items: {"type": "array", "items": items}, inner),
        st.builds(lambda each: {"type": "object", "additionalProperties": each}, inner),
        st.builds(
            lambda found, more: {"type": "object", "properties": found, **more},
            st.dictionaries(names, inner, max_size=3),
            st.sampled_from([{}, {"required": ["a", "id"]}, {"x-nullable": True}]),
        ),
        st.builds(lambda parts: {"allOf": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"oneOf": parts}, st.lists(inner, min_size=1, max_size=3)),
    )


@st.composite
def schemas(draw: st.DrawFn) -> dict[str, Any]:
    return draw(nested(3))  # put together once, which takes longer than drawing from it


plain_kinds = st.sampled_from(
    [
        *({"type": kind} for kind in ("string", "integer", "number", "boolean")),
        {"type": "string", "format": "date-time"},
        {"type": "string", "enum": ["a", "b"]},
        {"type": "integer", "x-nullable": True, "minimum": 1},
        {"type": "array", "items": {"type": "integer"}},
        {"type": "array", "items": {"type": "string"}, "collectionFormat": "multi"},
        {"type": "array", "items": {"type": "string"}, "collectionFormat": "tsv"},
    ]
)
called = names.filter(bool)
parameters = st.one_of(
    st.builds(
        lambda name, where, kind, more: {"name": name, "in": where, **kind, **more},
        called,
        st.sampled_from(["query", "header", "formData"]),
        plain_kinds,
        st.sampled_from([{}, {"required": True}]),
    ),
    st.builds(
        lambda name, more: {"name": name, "in": "formData", "type": "file", **more},
        called,
        st.sampled_from([{}, {"required": True}]),
    ),
    st.builds(
        lambda kind, more: {"name": "body", "in": "body", "schema": kind, **more},
        schemas(),
        st.sampled_from([{}, {"required": True}]),
    ),
)
media = st.sampled_from(
    ["application/json", "text/plain", "image/png", "multipart/form-data", "application/xml", "*/*"]
)
answers = st.dictionaries(
    st.sampled_from(["200", "201", "204", "302", "default", "404"]),
    st.builds(lambda kind: {"description": "d", **({"schema": kind} if kind else {})}, schemas()),
    min_size=1,
    max_size=3,
)


def operations(document: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in document["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                yield operation


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, Any]:
    """A few paths of the real document, with what they need, and something replaced."""
    first = draw(st.integers(0, len(real()["paths"]) - _PATHS))
    kept = [*real()["paths"]][first : first + _PATHS]
    document = copy.deepcopy({**real(), "paths": {path: real()["paths"][path] for path in kept}})
    found = [*operations(document)]
    for _ in range(draw(st.integers(1, 3))):
        operation = draw(st.sampled_from(found))
        what = draw(st.sampled_from(["parameters", "responses", "media", "definition", "tags"]))
        if what == "parameters":
            in_path = [p for p in operation.get("parameters", []) if p.get("in") == "path"]
            operation["parameters"] = [*in_path, *draw(st.lists(parameters, max_size=3))]
        elif what == "responses":
            operation["responses"] = draw(answers)
        elif what == "media":
            operation[draw(st.sampled_from(["consumes", "produces"]))] = draw(
                st.lists(media, max_size=2)
            )
        elif what == "tags":
            operation["tags"] = draw(st.lists(texts, min_size=1, max_size=1))
        else:
            name = draw(st.sampled_from(sorted(document["definitions"])))
            document["definitions"][name] = draw(schemas())
    return document


def outcome(document: dict[str, Any]) -> tuple[dict[str, str], tuple[LeftOut, ...]]:
    """The modules of a client and what was left out of it; no modules if all of it was refused."""
    problems: tuple[Problem, ...] = ()
    try:
        made, left_out = without_unsupported(
            prune(openapi(document)), lambda part: package("web", part)
        )
    except GeneratorFailure as failure:
        problems = failure.problems
    else:
        return made.texts, left_out
    assert problems
    assert all(problem.where and problem.what for problem in problems)
    return {}, ()


@settings(max_examples=settings().max_examples // 2, deadline=None)
@given(mutated())
def test_a_mutated_document_gives_modules_or_reasons(document: dict[str, Any]) -> None:
    texts, left_out = outcome(document)
    assert all(each.problems for each in left_out)
    kept = sum(text.count("Final = Operation(") for text in texts.values())
    assert not texts or kept + len(left_out) == sum(1 for _ in operations(document))
    for path, text in texts.items():
        compile(text, path, "exec")


@settings(max_examples=6, deadline=None)
@given(mutated(), st.data())
def test_what_a_mutated_client_decodes_it_writes_again(
    document: dict[str, Any], data: st.DataObject
) -> None:
    try:
        module = compiled_document(document).module
    except GeneratorFailure:
        return
    values = st.none() | st.integers() | texts | st.just([]) | st.just([{}]) | st.just({"a": 1})
    for name in module.__all__:
        model = getattr(module, name)
        if hasattr(model, "json_names"):
            wires = [*model.json_names.values()]
            found = {wire: data.draw(values) for wire in wires}
            arguments = {"device_type": 2} if _takes_device_type(model) else {}
            assert model.from_dict(found, **arguments).to_dict() == found


def _takes_device_type(model: Any) -> bool:
    return "device_type" in model.from_dict.__func__.__code__.co_varnames[:3]


JUNK = [None, True, 3, "x", "", [], [1], {}, {"a": 1}, {"$ref": 3}, {"$ref": "#/x"}, [[]], [{}]]
WHOLE = (Path(__file__).parent / "everything.openapi.yaml").read_text("utf-8")


def containers(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list) and value:
        yield value
        for member in value.values() if isinstance(value, dict) else value:
            yield from containers(member)


@settings(deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.randoms(use_true_random=False))
def test_a_document_damaged_anywhere_gives_modules_or_reasons(random: Random) -> None:
    document = parse_document(WHOLE, "everything.yaml")
    for _ in range(random.randint(1, 3)):
        damaged: Any = random.choice([*containers(document)])
        keys = [*range(len(damaged))] if isinstance(damaged, list) else sorted(damaged)
        damaged[random.choice(keys)] = copy.deepcopy(random.choice(JUNK))
    for path, text in outcome(document)[0].items():
        compile(text, path, "exec")


VALUES: Final = (None, 3, 1.5, True, "x", "2026-01-02T03:04:05Z", [], [{}], [[1]], {"a": 1}, {})


@st.composite
def mutants(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """An operation in which everything is mutated, and the definition that it answers with."""
    given = draw(st.lists(parameters, max_size=4, unique_by=lambda each: each["name"]))
    bodies = [each for each in given if each["in"] in {"body", "formData"}]
    one_body = [each for each in given if each["in"] == "body"] or bodies
    kept = [each for each in given if each not in bodies or each in one_body]
    own = {"description": "d", "schema": {"$ref": "#/definitions/Own"}}
    found = {**draw(answers), draw(st.sampled_from(["200", "201", "default"])): own}
    operation: dict[str, Any] = {"tags": ["Mutant"], "parameters": kept, "responses": found}
    for key in ("consumes", "produces"):
        if listed := draw(st.lists(media, max_size=2)):
            operation[key] = listed
    return operation, draw(schemas())


def with_mutants(number: int) -> dict[str, Any]:
    """The definitions of the real document, and so many mutated operations with their own."""
    found: list[tuple[dict[str, Any], dict[str, Any]]] = []

    @settings(max_examples=number, deadline=None, database=None, phases=[Phase.generate])
    @given(mutants())
    def collect(mutant: tuple[dict[str, Any], dict[str, Any]]) -> None:
        found.append(mutant)

    collect()
    document = copy.deepcopy({**real(), "paths": {}})
    for index, (operation, own) in enumerate(found):
        text = json.dumps({"post": operation}).replace("definitions/Own", f"definitions/Own{index}")
        document["paths"][f"/mutant{index}"] = json.loads(text)
        document["definitions"][f"Own{index}"] = own
    return document


@pytest.mark.parametrize("number", [80, pytest.param(250, marks=pytest.mark.exhaustive)])
def test_mutants_type_check_and_bring_back_what_they_read(tmp_path: Path, number: int) -> None:
    """One run of the type checker for all of them, and for the document that has everything."""
    document = with_mutants(number)
    name = f"mutated_{number}"
    mutated = written(name, document, tmp_path)
    assert all(line.where and line.what for each in mutated.left_out for line in each.lines)
    kept = sum(text.count("Final = Operation(") for text in mutated.texts.values())
    assert kept + len(mutated.left_out) == len([*operations(document)])
    assert kept > len(mutated.left_out) / 2  # so that there is something to check
    assert written("whole", parse_document(WHOLE, "everything.yaml"), tmp_path).left_out == ()
    where = {"MYPYPATH": str(ROOT / "src"), "MYPY_CACHE_DIR": str(ROOT / ".mypy_cache/mutants")}
    checked = subprocess.run(  # noqa: S603 - our own package
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "", name, "whole"],
        cwd=tmp_path,
        env={**os.environ, **where},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    module = imported(f"{name}.web", tmp_path)
    models = [
        kind for name in module.__all__ if hasattr(kind := getattr(module, name), "json_names")
    ]
    assert models
    for index, model in enumerate(models):
        for start in range(len(VALUES)):
            wires = enumerate([*model.json_names.values(), "more"], start + index)
            found = {wire: VALUES[place % len(VALUES)] for place, wire in wires}
            assert model.from_dict(found).to_dict() == found


def written(name: str, document: dict[str, Any], folder: Path) -> Built:
    """The package of a document, written below a folder under another name."""
    built = generated({"web": Application(openapi(document), ())}, lenient=False)
    for path, text in built.texts.items():
        file = folder / path.replace("nuki_generated", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return built


def imported(name: str, folder: Path) -> ModuleType:
    sys.path.insert(0, str(folder))
    try:
        importlib.invalidate_caches()
        return importlib.import_module(name)
    finally:
        sys.path.remove(str(folder))
