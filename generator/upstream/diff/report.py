"""A comparison as JSON for programs, as text for a terminal, as Markdown for a pull request."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.load.problems import one_line

from .rules import RULES, Direction

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.load.documents import Json

    from .comparison import Comparison
    from .rules import Change, Severity

_SHOWN: Final = 10
_COUNTED: Final = {
    "text-changed": (0, "texts changed"),
    "code-reworded": (_SHOWN, "codes described in other words"),
}
"""Kinds of which more than so many are only counted, and what is said of them."""
_DIRECTIONS: Final = {
    Direction.REQUEST: "in requests",
    Direction.ANSWER: "in answers",
    Direction.UNUSED: "unused",
}
_MARKS: Final = re.compile(r"([\\*_\[\]<>#|~])")
_NO_MENTION: Final = "@\N{ZERO WIDTH SPACE}"


def as_json(comparison: Comparison) -> dict[str, Json]:
    """The bump, every change with its severity, and the overlays that do not fit."""
    return {
        "bump": comparison.bump.word,
        "wire": [
            {
                "pointer": change.place,
                "kind": change.kind,
                "direction": change.direction and change.direction.value,
                "severity": change.severity.word,
                "text": change.text,
            }
            for change in comparison.wire
        ],
        "python": [
            {
                "name": change.place,
                "kind": change.kind,
                "severity": change.severity.word,
                "text": change.text,
            }
            for change in comparison.python
        ],
        "overlays": [
            {
                "file": error.overlay,
                "problem": str(error.problem).removeprefix(f"{error.overlay} "),
            }
            for error in comparison.overlay_errors
        ],
    }


def as_text(comparison: Comparison) -> str:
    """A few lines for a terminal: the bump and its reasons, then all changes, severest first."""
    return "\n".join(
        line
        for title, items in sections(comparison)
        for line in (
            f"{title}:" if items else title,
            *(f"  {one_line(item)}" for item in items),
        )
    )


def as_markdown(comparison: Comparison) -> str:
    """The same as sections of a pull request's text, in which nothing is markup but our own."""
    return "\n\n".join(
        "\n".join((f"## {title}", "", *(f"- {escaped(item)}" for item in items))).rstrip()
        for title, items in sections(comparison)
    )


def sections(comparison: Comparison) -> Iterator[tuple[str, list[str]]]:
    """Titles, each with its lines."""
    reasons = [change.text for change in comparison.reasons]
    if reasons and all(change.kind in _COUNTED for change in comparison.reasons):
        reasons = ["nothing but wording changes"]
    lines = list(dict.fromkeys(reasons))
    more = len(lines) - _SHOWN
    lines[_SHOWN:] = [f"and {more} more"] if more > 0 else []
    yield f"Bump: {comparison.bump.word}", lines
    yield from _section("Public API", comparison.python)
    yield from _section("On the wire", comparison.wire)
    if comparison.overlay_errors:
        stale = [str(error.problem) for error in comparison.overlay_errors]
        yield "Overlays that do not fit", stale


def rules_table() -> str:
    """The rule table in Markdown."""
    rows = [
        f"| {rule.view} | `{rule.kind}` | {rule.request.word} | {rule.answer.word} | {rule.why} |"
        for rule in RULES
    ]
    head = ("| view | kind | in a request | in an answer | because |", "| --- " * 5 + "|")
    return "\n".join((*head, *rows)) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, but for the names that it sets in backticks."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # a backtick without a partner
        return _MARKS.sub(r"\\\1", text.replace("`", "'")).replace("@", _NO_MENTION)
    prose = [_MARKS.sub(r"\\\1", part).replace("@", _NO_MENTION) for part in parts[::2]]
    parts[::2] = prose
    return "`".join(parts)


def _section(title: str, changes: Sequence[Change]) -> Iterator[tuple[str, list[str]]]:
    """One line for a change, with the directions that its severity depends on.

    Many changes of words are counted only.
    """
    counts = Counter(change.kind for change in changes if change.kind in _COUNTED)
    counted = {kind: n for kind, n in counts.items() if n > _COUNTED[kind][0]}
    lines: dict[tuple[Severity, str], list[str]] = {}
    for change in changes:
        if change.kind not in counted:
            directions = lines.setdefault((change.severity, change.text), [])
            depends = change.rule.request is not change.rule.answer
            if change.direction and (depends or change.direction is Direction.UNUSED):
                directions.append(_DIRECTIONS[change.direction])
    found = [
        f"{severity.word}: {text}" + (f" ({', '.join(directions)})" if directions else "")
        for (severity, text), directions in sorted(lines.items(), key=lambda item: -item[0][0])
    ]
    found += [f"patch: {_COUNTED[kind][1]}: {n}" for kind, n in counted.items()]
    if found:
        yield title, found
