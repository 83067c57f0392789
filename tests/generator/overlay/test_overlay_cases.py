"""The semantic cases of overlay_cases/: one document, one overlay, one outcome each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.load.documents import dump_json, parse_document, read_document
from generator.load.problems import GeneratorFailure
from generator.overlay import Overlay, apply_overlays, parse_overlay

_FILES = sorted((Path(__file__).parent / "overlay_cases").glob("*.yaml"))
_CASES: list[tuple[str, dict[str, Any]]] = [
    (f"{path.stem}: {case['name']}", case)
    for path in _FILES
    for case in read_document(path)["cases"]
]


def overlay_document(case: dict[str, Any]) -> dict[str, Any]:
    short = {
        "overlay": case.get("version"),
        "info": {"title": case["name"], "version": "1.0.0"},
        "actions": case.get("actions"),
    }
    return case.get("overlay", short)


def through_json(document: dict[str, Any]) -> dict[str, Any]:
    return parse_document(dump_json(document), "case.json")


def read_overlay(case: dict[str, Any]) -> Overlay:
    return parse_overlay(through_json(overlay_document(case)), "case.overlay.json")


def outcome(case: dict[str, Any]) -> tuple[str | None, list[str]]:
    strict = case.get("strict", False)
    try:
        applied = apply_overlays(
            through_json(case["document"]), [read_overlay(case)], strict=strict
        )
    except GeneratorFailure as failure:
        return None, [str(problem) for problem in failure.problems]
    return dump_json(applied.document), [str(problem) for problem in applied.problems]


@pytest.mark.slow
def test_each_case_comes_out_as_it_says(subtests: pytest.Subtests) -> None:
    for name, case in _CASES:
        with subtests.test(case=name):
            result, problems = outcome(case)
            # Text, not values: it tells 1 from true, and shows the order of members.
            assert result == (dump_json(case["result"]) if "result" in case else None)
            wanted = case.get("problems", [])
            if "problem" in case:
                wanted = [case["problem"], *case.get("also", [])]
            assert len(problems) == len(wanted), problems
            for text in wanted:
                assert any(text in problem for problem in problems), problems


def test_each_case_says_why() -> None:
    for name, case in _CASES:
        assert case["why"], name
        assert ("result" in case) != ("problem" in case), name
        assert case.keys() <= {
            *("name", "why", "document", "version", "actions", "overlay"),
            *("strict", "result", "problem", "also", "problems"),
        }, name


def test_names_are_unique() -> None:
    names = [name for name, _ in _CASES]
    assert len(names) == len(set(names))
