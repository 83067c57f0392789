"""The version of the project, and what comes next, by Semantic Versioning 2.0.0."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Final

from generator.load.problems import GeneratorFailure, Problem
from generator.load.semver import Version
from generator.load.sources import ROOT
from generator.upstream.diff.rules import Severity

from .toml_text import rewritten

if TYPE_CHECKING:
    from pathlib import Path

PROJECTS: Final = ("pyproject.toml", "simulator/pyproject.toml")
"""The files that state the version: of nuki-sdk, and of nuki-simulator, which has the same."""
_PINNED: Final = re.compile(r"(nuki-(?:sdk|simulator)(?:\[[\w,-]+\])?==)[\w.]+")
"""Where one distribution requires the other in the same version."""


def next_version(version: Version, severity: Severity) -> Version:
    """The version of a release with such changes after this one.

    Before 1.0.0 the API may still move (SemVer 2.0.0, section 4): there the second number counts
    both what breaks and what is new.
    """
    if severity is Severity.NONE:
        return version
    if severity is Severity.PATCH:
        return Version(version.major, version.minor, version.patch + 1)
    if severity is Severity.MAJOR and version.major:
        return Version(version.major + 1, 0, 0)
    return Version(version.major, version.minor + 1, 0)


def project_version(root: Path = ROOT) -> Version:
    """The version that ``pyproject.toml`` states: the released one, or the next.

    Raises:
        GeneratorFailure: The file cannot be read, or states none.
    """
    path = root / PROJECTS[0]
    try:
        return Version.parse(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        todo = 'write version = "1.2.3" under [project]'
        raise GeneratorFailure([Problem(str(path), f"states no version: {error}", todo)]) from error


def with_version(text: str, version: Version, name: str) -> str:
    """The text of a ``pyproject.toml`` that states this version, and requires it of the other.

    Raises:
        GeneratorFailure: It states none on a line of its own; ``name`` is that of the file.
    """
    pinned = _PINNED.sub(rf"\g<1>{version}", text)
    return rewritten(pinned, "project", {"version": str(version)}, name)
