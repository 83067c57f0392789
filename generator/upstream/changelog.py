"""What users read about a change of the description: fragments, and sections of the changelog."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.load.problems import GeneratorFailure, Problem
from generator.load.semver import Version
from generator.upstream.diff.report import escaped
from generator.upstream.diff.rules import Severity, View

if TYPE_CHECKING:
    from generator.upstream.diff.comparison import Comparison

    from .sentences import Sentences

FRAGMENTS: Final = "changelog.d"
CHANGELOG: Final = "CHANGELOG.md"

_LONGEST_NAME: Final = 60
_UNSEEN: Final = frozenset(
    {
        *("scope-added", "scope-removed", "security-changed", "server-changed"),
        *("bound-tightened", "bound-loosened", "default-changed", "access-changed"),
        *("code-added", "code-removed", "enum-value-added", "enum-value-removed"),
        *("operation-deprecated", "format-changed", "status-added", "status-removed"),
    }
)
"""Kinds of wire changes that users notice although no name of the package says so."""
_SILENT: Final = frozenset({"text-changed", "code-changed", "api-version-changed"})
_PART: Final = re.compile(r"\b(?:member|field) `(?P<part>\w+)` of `(?P<whole>\w+)`")
_SECTION: Final = re.compile(r"^## \[(?P<version>\d[^\]\s]*)\].*\n", re.MULTILINE)


def fragments(
    comparison: Comparison, sentences: Sentences, title: str, version: str, before: str
) -> dict[str, str]:
    """The changelog fragments about a new version of an API: path to text.

    Args:
        comparison: what changed.
        sentences: what to say of changes on the wire.
        title: what the API is called, ``Web API``.
        version: the version that the package speaks from now on.
        before: the version that it spoke.
    """
    parts: dict[str, list[str]] = {"changed": []}
    for change in comparison.changes:
        if change.view is View.PYTHON:
            is_noticed = change.kind not in _SILENT
            said = [_PART.sub(r"`\g<whole>.\g<part>`", change.text)]
        elif is_noticed := change.kind in _UNSEEN and change.severity > Severity.NONE:
            said = sentences.about(change.place, change.kind, change.text)
        if is_noticed:
            words = change.kind.split("-")
            part = next((word for word in ("added", "removed") if word in words), "changed")
            part = "deprecated" if change.kind == "name-replaced" else part
            parts.setdefault(part, []).extend(said)
    lead = f"Speaks {title} {version}, where it spoke {before}"
    if version == before:
        lead = f"Speaks {title} {version} as it was described anew"
    heads = dict.fromkeys(parts, f"{title} {version}") | {"changed": lead}
    slug = re.sub(r"[^a-z0-9.]+", "-", f"{title} {version}".lower())[:_LONGEST_NAME]
    found: dict[str, str] = {}
    for part, items in parts.items():
        if items or part == "changed":
            head = " ".join(escaped(heads[part]).split())
            lines = (f"- {escaped(item)}\n" for item in dict.fromkeys(items))
            mark = ":" if items else "."
            found[f"{FRAGMENTS}/+{slug}.{part}.md"] = f"{head}{mark}\n{''.join(lines)}"
    return found


def section(changelog: str, version: str) -> str:
    """What a changelog says of one version, without its heading.

    Raises:
        GeneratorFailure: It has no section for it, or an empty one.
    """
    for match in _SECTION.finditer(changelog):
        if match["version"] == version:
            text = re.split(r"(?m)^## ", changelog[match.end() :], maxsplit=1)[0].strip()
            if text:
                return f"{text}\n"
    todo = "build it from the fragments first"
    raise GeneratorFailure([Problem(CHANGELOG, f"says nothing of version {version}", todo)])


def released(changelog: str) -> Version:
    """The highest version that has a section in a changelog; 0.0.0 without any.

    Raises:
        GeneratorFailure: A section has no version like 1.2.3.
    """
    try:
        found = [Version.parse(match["version"]) for match in _SECTION.finditer(changelog)]
    except ValueError as error:
        raise GeneratorFailure([Problem(CHANGELOG, str(error), "write ## [1.2.3]")]) from error
    return max(found, default=Version(0, 0, 0))
