"""Versions, and which one comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.load.problems import GeneratorFailure
from generator.load.semver import Version
from generator.upstream.diff.rules import Severity
from generator.upstream.version import next_version, project_version, with_version

if TYPE_CHECKING:
    from pathlib import Path


NEXT = [
    ("1.2.3", Severity.NONE, "1.2.3"),
    ("1.2.3", Severity.PATCH, "1.2.4"),
    ("1.2.3", Severity.MINOR, "1.3.0"),
    ("1.2.3", Severity.MAJOR, "2.0.0"),
    ("0.2.3", Severity.NONE, "0.2.3"),
    ("0.2.3", Severity.PATCH, "0.2.4"),
    ("0.2.3", Severity.MINOR, "0.3.0"),
    ("0.2.3", Severity.MAJOR, "0.3.0"),
]


def test_the_next_version(subtests: pytest.Subtests) -> None:
    for text, severity, after in NEXT:
        with subtests.test(text=text, severity=severity.name):
            assert str(next_version(Version.parse(text), severity)) == after


def test_versions_are_ordered_as_numbers() -> None:
    ordered = ["0.9.0", "0.10.0", "0.10.1", "1.0.0", "10.0.0"]
    assert sorted(["10.0.0", "0.10.1", "0.9.0", "1.0.0", "0.10.0"], key=Version.parse) == ordered


NO_VERSIONS = ["", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.3rc1", "v1.2.3", "1.2.٣"]


def test_what_is_no_version_is_refused(subtests: pytest.Subtests) -> None:
    for text in NO_VERSIONS:
        with (
            subtests.test(text=text),
            pytest.raises(ValueError, match=r"is no version like 1\.2\.3"),
        ):
            Version.parse(text)


@pytest.mark.parametrize(
    "text", ['[project]\nversion = "1"', "[project]", "version = 1", "[", None]
)
def test_a_project_without_a_version_is_reported(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / "pyproject.toml").write_text(text, "utf-8")
    with pytest.raises(GeneratorFailure, match=r"pyproject\.toml: states no version"):
        project_version(tmp_path)


def test_the_project_states_its_version(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nversion = "0.4.1"\n', "utf-8")
    assert project_version(tmp_path) == Version(0, 4, 1)
    assert project_version() >= Version(0, 1, 0)


def test_both_distributions_get_the_version_and_require_it_of_each_other() -> None:
    text = """[project]
name = "nuki-simulator"
version = "0.1.0"
dependencies = [
    "attrs==24.1.0",
    "nuki-sdk[fast]==0.1.0", # the same
]
"""
    changed = with_version(text, Version(0, 2, 0), "simulator/pyproject.toml")
    assert changed == text.replace('version = "0.1.0"', 'version = "0.2.0"').replace(
        "[fast]==0.1.0", "[fast]==0.2.0"
    )
