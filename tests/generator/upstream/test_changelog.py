"""What users read: fragments of the changelog, and its sections."""

from __future__ import annotations

import pytest

from generator.load.problems import GeneratorFailure
from generator.load.semver import Version
from generator.upstream.changelog import fragments, released, section
from generator.upstream.diff.comparison import Comparison
from generator.upstream.diff.rules import Change, Direction, View
from generator.upstream.diff.subject import Subject
from generator.upstream.sentences import Sentences

CHANGELOG = """# Changelog

## [Unreleased]

## [0.10.0] - 2026-12-01

### Added

- More.

## [0.9.0] - 2026-11-01

### Fixed

- Less.
"""


NO_NAMES = Sentences("web", Subject({"web": {}}, {}), Subject({"web": {}}, {}))


def texts(*changes: Change, version: str = "2.0.0") -> dict[str, str]:
    python = [change for change in changes if change.view is View.PYTHON]
    wire = [change for change in changes if change.view is View.WIRE]
    comparison = Comparison(tuple(wire), tuple(python), ())
    found = fragments(comparison, NO_NAMES, "Web API", version, "1.0.0")
    return {path.removeprefix("changelog.d/+web-api-2.0.0."): text for path, text in found.items()}


def wire(kind: str, text: str, direction: Direction = Direction.ANSWER) -> Change:
    return Change(View.WIRE, "/x", kind, text, direction)


def test_changes_are_sorted_by_what_happened_to_a_name() -> None:
    found = texts(
        Change(View.PYTHON, "nuki.web.Door", "name-added", "model `Door` is new"),
        Change(View.PYTHON, "web.door.open(how)", "name-added-required", "parameter `how` is new"),
        Change(View.PYTHON, "nuki.web.Gate", "name-removed", "model `Gate` is gone"),
        Change(View.PYTHON, "nuki.web.Old", "name-replaced", "`Old` is now `New`"),
        Change(View.PYTHON, "nuki.web.Bell.id", "type-changed", "`id` is a `str`"),
        Change(View.PYTHON, "nuki.web.State.ON", "name-added", "member `ON` of `State` was added"),
    )
    assert found == {
        "added.md": "Web API 2.0.0:\n- model `Door` is new\n- parameter `how` is new\n"
        "- `State.ON` was added\n",
        "removed.md": "Web API 2.0.0:\n- model `Gate` is gone\n",
        "deprecated.md": "Web API 2.0.0:\n- `Old` is now `New`\n",
        "changed.md": "Speaks Web API 2.0.0, where it spoke 1.0.0:\n- `id` is a `str`\n",
    }


def test_the_version_of_the_api_is_always_said() -> None:
    silent = (
        Change(View.PYTHON, "nuki.web.API_VERSION", "api-version-changed", "version"),
        Change(View.PYTHON, "nuki.web.Door", "text-changed", "text"),
    )
    said = {"changed.md": "Speaks Web API 2.0.0, where it spoke 1.0.0.\n"}
    assert texts(*silent) == said
    assert texts() == said


def test_a_description_may_change_without_its_version() -> None:
    (text,) = fragments(Comparison((), (), ()), NO_NAMES, "Web API", "1.0.0", "1.0.0").values()
    assert text == "Speaks Web API 1.0.0 as it was described anew.\n"


def test_of_the_wire_only_what_python_does_not_show_is_said() -> None:
    found = texts(
        wire("code-added", "code 11 is new", Direction.REQUEST),
        wire("code-added", "code 11 is new"),
        wire("code-added", "nobody uses it", Direction.UNUSED),
        wire("property-added", "property"),
        wire("bound-tightened", "maximum 5 becomes 4"),
    )
    assert found["added.md"] == "Web API 2.0.0:\n- code 11 is new\n"
    assert found["changed.md"].endswith("1.0.0:\n- maximum 5 becomes 4\n")


def test_words_of_a_document_are_no_markup() -> None:
    found = texts(wire("code-added", "code 1 .. <b>*x*</b> @someone [a](b) of `Door.id` is new"))
    (line,) = found["added.md"].splitlines()[1:]
    assert line == (
        "- code 1 .. \\<b\\>\\*x\\*\\</b\\> @\u200bsomeone \\[a\\](b) of `Door.id` is new"
    )


@pytest.mark.parametrize("version", ["../../x", "2/0", "a\nb", "x" * 500])
def test_a_version_makes_no_path(version: str) -> None:
    (path,) = fragments(Comparison((), (), ()), NO_NAMES, "Web API", version, "1")
    assert path.count("/") == 1
    assert len(path) < 100
    assert path.isprintable()


def test_a_section_is_read() -> None:
    assert section(CHANGELOG, "0.10.0") == "### Added\n\n- More.\n"
    assert section(CHANGELOG, "0.9.0") == "### Fixed\n\n- Less.\n"


@pytest.mark.parametrize("version", ["0.1.0", "Unreleased", "0.10.0] - 2026"])
def test_a_section_that_is_not_there_is_reported(version: str) -> None:
    with pytest.raises(GeneratorFailure, match="says nothing of version"):
        section(CHANGELOG, version)


def test_an_empty_section_is_reported() -> None:
    with pytest.raises(GeneratorFailure, match=r"says nothing of version 1\.0\.0"):
        section("## [1.0.0] - 2027-01-01\n\n## [0.1.0]\n\n- All.\n", "1.0.0")


def test_the_released_version_is_the_highest() -> None:
    assert released(CHANGELOG) == Version(0, 10, 0)
    assert released("# Changelog\n\n## [Unreleased]\n") == Version(0, 0, 0)


def test_a_section_of_no_version_is_reported() -> None:
    with pytest.raises(GeneratorFailure, match=r"'1\.0' is no version"):
        released("## [1.0]\n")
