"""The front door of the overlay engine, for whoever has a description and an overlay."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands import main
from generator.load.documents import dump_json, parse_document
from generator.load.sources import ROOT
from generator.overlay.round_trip import as_yaml, rewritten

if TYPE_CHECKING:
    from pathlib import Path

    from generator.load.documents import Json

DOCUMENT = """\
# What this is.
openapi: 3.1.0
info: {title: "T", version: '1'}  # short
paths:
  # the things
  /things:
    get:
      tags: [a, b]   # two
      responses:
        200: {description: ok}
  /gone: {}
x-shared: &shared
  a: 1
x-merged:
  <<: *shared
  b: 2
"""
OVERLAY = """\
overlay: 1.1.0
info: {title: t, version: 1.0.0}
actions:
  - {target: "$.paths['/things'].get", update: {summary: All of them, tags: [c]}}
  - {target: "$.paths['/gone']", remove: true}
  - {target: "$['x-merged']", update: {b: 3}}
"""
EXPECTED = """\
# What this is.
openapi: 3.1.0
info: {title: "T", version: '1'}  # short
paths:
  # the things
  /things:
    get:
      tags: [a, b, c] # two
      responses:
        200: {description: ok}
      summary: All of them
x-shared:
  a: 1
x-merged:
  a: 1
  b: 3
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "api.yaml").write_text(DOCUMENT, "utf-8")
    (tmp_path / "o.yaml").write_text(OVERLAY, "utf-8")
    return tmp_path


def test_yaml_keeps_comments_order_and_style(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["overlay", "apply", str(folder / "api.yaml"), str(folder / "o.yaml")]) == 0
    assert capsys.readouterr().out == EXPECTED


def test_the_name_of_the_file_says_what_is_written(folder: Path) -> None:
    arguments = ["overlay", "apply", str(folder / "api.yaml"), str(folder / "o.yaml"), "-o"]
    for name in ("out.json", "out.yaml"):
        assert main([*arguments, str(folder / name)]) == 0
    found = [(folder / name).read_text("utf-8") for name in ("out.json", "out.yaml")]
    assert found[1] == EXPECTED
    assert parse_document(found[0], "out.json") == parse_document(EXPECTED, "out.yaml")


def test_overlays_are_validated(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["overlay", "validate", str(folder / "o.yaml")]) == 0
    assert capsys.readouterr().out == f"{folder / 'o.yaml'}: Overlay 1.1, 3 actions\n"
    assert main(["overlay", "validate", str(folder / "api.yaml"), str(folder / "o.yaml")]) == 1
    assert str(folder / "api.yaml") in capsys.readouterr().err


def test_sets_of_the_standard_are_tried(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, result in (("good", EXPECTED), ("bad", DOCUMENT)):
        (folder / name).mkdir()
        for file, text in (("openapi", DOCUMENT), ("overlay", OVERLAY), ("output", result)):
            (folder / name / f"{file}.yaml").write_text(text, "utf-8")
    assert main(["overlay", "compliance", str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"FAILS  {folder / 'bad'}",
        f"passes {folder / 'good'}",
        "1 of 2 pass",
    ]
    assert main(["overlay", "compliance", str(folder / "good")]) == 0


@pytest.mark.slow
def test_the_engine_needs_nothing_else_of_the_generator() -> None:
    program = (
        "import sys, generator.overlay.commands\n"
        "found = {name.split('.')[1] for name in sys.modules if name.startswith('generator.')}\n"
        "assert found == {'load', 'overlay'}, found"
    )
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True)  # noqa: S603 - ours


values: st.SearchStrategy[Json] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "a b", "no", "1", "# x", "~"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["a", "b", "c", "200", "<<x"]), inner, max_size=4)
    ),
    max_leaves=12,
)
documents = st.dictionaries(st.sampled_from(["a", "b", "c", "d"]), values, min_size=1)


@pytest.mark.slow
@given(documents, documents)
def test_a_rewritten_document_means_the_new_one(old: Json, new: Json) -> None:
    text = rewritten(as_yaml(old), old, new)
    assert dump_json_sorted(parse_document(text, "d.yaml")) == dump_json_sorted(new)


def dump_json_sorted(value: Json) -> str:
    if isinstance(value, dict):
        return dump_json({key: dump_json_sorted(value[key]) for key in sorted(value)})
    if isinstance(value, list):
        return dump_json([dump_json_sorted(each) for each in value])
    return dump_json(value)
