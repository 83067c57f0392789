"""The real description with anything put in its place: a client, or a refusal; never a crash."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

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
        st.sampled_from(
            [
                {},
                {"format": "date-time"},
                {"x-nullable": True},
                {"enum": [1, 2]},
                {"enum": ["a"]},
                {"minimum": 1, "exclusiveMinimum": True},
                {"default": "x"},
                {"format": "binary"},
            ]
        ),
    ),
    st.sampled_from([{}, {"type": "file"}, {"type": ["string", "null"]}]),
)


@st.composite
def schemas(draw: st.DrawFn, depth: int = 3) -> dict[str, Any]:
    """Any legal schema of Swagger 2.0, and some that only OpenAPI 3 has."""
    inner = schemas(depth - 1) if depth else scalars
    references = st.sampled_from(sorted(real()["definitions"])).map(
        lambda name: {"$ref": f"#/definitions/{name}"}
    )
    return draw(
        st.one_of(
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
    )


parameters = st.one_of(
    st.builds(
        lambda name, where, kind, more: {"name": name, "in": where, "type": kind, **more},
        names,
        st.sampled_from(["query", "header", "formData"]),
        st.sampled_from(["string", "integer", "boolean", "array", "file"]),
        st.sampled_from(
            [
                {},
                {"required": True},
                {"items": {"type": "integer"}},
                {"items": {"type": "string"}, "collectionFormat": "multi"},
                {"collectionFormat": "tsv"},
            ]
        ),
    ),
    st.builds(lambda kind: {"name": "body", "in": "body", "schema": kind}, schemas()),
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


@settings(max_examples=30, deadline=None)
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
    with TemporaryDirectory() as folder:
        try:
            module = compiled_document(document, Path(folder)).module
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


@settings(max_examples=60, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.randoms(use_true_random=False))
def test_a_document_damaged_anywhere_gives_modules_or_reasons(random: Random) -> None:
    document = parse_document(WHOLE, "everything.yaml")
    for _ in range(random.randint(1, 3)):
        damaged: Any = random.choice([*containers(document)])
        keys = [*range(len(damaged))] if isinstance(damaged, list) else sorted(damaged)
        damaged[random.choice(keys)] = copy.deepcopy(random.choice(JUNK))
    for path, text in outcome(document)[0].items():
        compile(text, path, "exec")


def test_everything_type_checks(tmp_path: Path) -> None:
    texts = generated(
        {"web": Application(openapi(parse_document(WHOLE, "a.yaml")), ())}, lenient=False
    )
    assert texts.left_out == ()
    for path, text in texts.texts.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    where = {"MYPYPATH": str(ROOT / "src"), "MYPY_CACHE_DIR": str(tmp_path / ".cache")}
    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--config-file", "", "nuki_generated"],
        cwd=tmp_path,
        env={**os.environ, **where},
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
