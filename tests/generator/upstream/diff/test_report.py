"""A comparison as programs, terminals and pull requests get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from generator.overlay.engine import OverlayError
from generator.overlay.model import Action
from generator.upstream.diff.comparison import Comparison
from generator.upstream.diff.report import as_json, as_markdown, as_text, escaped, rules_table
from generator.upstream.diff.rules import RULES, Change, Direction, Severity, View

if TYPE_CHECKING:
    import pytest

PYTHON, WIRE = View.PYTHON, View.WIRE
REQUEST, ANSWER = Direction.REQUEST, Direction.ANSWER
ADDED = Change(PYTHON, "nuki.web.Door", "name-added", "model `Door` is new")
REMOVED = Change(PYTHON, "nuki.web.Gate", "name-removed", "model `Gate` is gone")
WIDENED = Change(PYTHON, "nuki.web.Bell.id", "type-widened", "`id` may be null", ANSWER)
WORDS = Change(WIRE, "/paths/~1a/get/summary", "text-changed", "summary of GET /a", REQUEST)
NARROWED = Change(WIRE, "/x/maximum", "bound-tightened", "maximum 5 is 4", REQUEST)
UNUSED = Change(WIRE, "/y", "property-removed", "`z` is gone", Direction.UNUSED)
OVERLAY_ERROR = OverlayError(
    "overlays/web/1.overlay.yaml", Action(2, "$.a"), "matches nothing", "look"
)


BUMPS = [
    ((), (), Severity.NONE),
    ((UNUSED,), (), Severity.NONE),
    ((WORDS,), (), Severity.PATCH),
    ((WORDS,), (ADDED,), Severity.MINOR),
    ((NARROWED,), (), Severity.MINOR),  # major on the wire, yet no release breaks by it
    ((NARROWED,), (REMOVED, ADDED), Severity.MAJOR),
    ((), (WIDENED,), Severity.MAJOR),
]


def test_the_bump_is_the_most_that_is_asked(subtests: pytest.Subtests) -> None:
    for wire, python, bump in BUMPS:
        with subtests.test(wire=repr(wire)):
            found = Comparison(wire, python, ())
            assert found.bump is bump
            assert bool(found.reasons) == bool(bump)


def test_the_reasons_are_the_changes_that_ask_for_it() -> None:
    assert Comparison((NARROWED, WORDS), (REMOVED, ADDED), ()).reasons == (REMOVED,)
    assert Comparison((NARROWED, WORDS), (ADDED,), ()).reasons == (ADDED, NARROWED)


def test_json_holds_everything() -> None:
    assert as_json(Comparison((NARROWED,), (WIDENED,), (OVERLAY_ERROR,))) == {
        "bump": "major",
        "wire": [
            {
                "pointer": "/x/maximum",
                "kind": "bound-tightened",
                "direction": "request",
                "severity": "major",
                "text": "maximum 5 is 4",
            }
        ],
        "python": [
            {
                "name": "nuki.web.Bell.id",
                "kind": "type-widened",
                "severity": "major",
                "text": "`id` may be null",
            }
        ],
        "overlays": [
            {
                "file": "overlays/web/1.overlay.yaml",
                "problem": "action 2 (target $.a): matches nothing (look)",
            }
        ],
    }


def test_text_lists_the_severest_first_and_counts_words() -> None:
    both = Change(WIRE, "/x/maximum", "bound-tightened", "maximum 5 is 4", ANSWER)
    wire = (WORDS, UNUSED, both, NARROWED, WORDS)
    assert as_text(Comparison(wire, (ADDED, REMOVED), (OVERLAY_ERROR,))).splitlines() == [
        "Bump: major:",
        "  model `Gate` is gone",
        "Public API:",
        "  major: model `Gate` is gone",
        "  minor: model `Door` is new",
        "On the wire:",
        "  major: maximum 5 is 4 (in requests)",
        "  minor: maximum 5 is 4 (in answers)",
        "  none: `z` is gone (unused)",
        "  patch: texts changed: 2",
        "Overlays that do not fit:",
        "  overlays/web/1.overlay.yaml action 2 (target $.a): matches nothing (look)",
    ]
    assert as_text(Comparison((), (), ())) == "Bump: none"


def test_many_codes_with_other_words_are_counted() -> None:
    codes = [Change(WIRE, f"/{n}", "code-reworded", f"code {n}", ANSWER) for n in range(11)]
    assert "  patch: codes described in other words: 11" in as_text(Comparison((*codes,), (), ()))
    assert "  patch: code 9" in as_text(Comparison((*codes[1:],), (), ()))


def test_many_reasons_are_cut_and_no_change_is() -> None:
    many = [
        Change(PYTHON, f"nuki.web.D{n}", "name-added", f"model `D{n}` is new") for n in range(12)
    ]
    lines = as_text(Comparison((), tuple(many), ())).splitlines()
    assert lines[11] == "  and 2 more"
    assert lines[-1] == "  minor: model `D11` is new"


def test_markdown_escapes_what_comes_from_a_document() -> None:
    hostile = Change(WIRE, "/x", "code-added", "1 .. <img src=x> **b** of `D.id`", ANSWER)
    assert as_markdown(Comparison((hostile,), (), ())).splitlines() == [
        "## Bump: minor",
        "",
        "- 1 .. \\<img src=x\\> \\*\\*b\\*\\* of `D.id`",
        "",
        "## On the wire",
        "",
        "- minor: 1 .. \\<img src=x\\> \\*\\*b\\*\\* of `D.id`",
    ]


@given(st.text(st.sampled_from("ab `<>*_[]()#|~@\\")))
def test_escaped_text_holds_no_markup_outside_of_backticks(text: str) -> None:
    outside = escaped(text).split("`")[::2]
    for mark in "<>*_[]#|~":
        assert all(part.count(mark) == part.count(f"\\{mark}") for part in outside)
    assert all(part.count("@") == part.count("@\u200b") for part in outside)


def test_the_rule_table_has_every_rule() -> None:
    lines = rules_table().splitlines()
    assert len(lines) == len(RULES) + 2
    assert "| python | `type-narrowed` | major | minor |" in rules_table()
    assert len({(rule.view, rule.kind) for rule in RULES}) == len(RULES)
