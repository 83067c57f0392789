"""The version of the project, and what comes next, by Semantic Versioning 2.0.0."""

from __future__ import annotations

import re
import tomllib
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING, Final

from .diff.changes import Severity
from .problems import GeneratorFailure, Problem
from .sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

PROJECT: Final = "pyproject.toml"
SIMULATOR: Final = "simulator/pyproject.toml"

_NUMBER: Final = r"(0|[1-9]\d*)"
_VERSION: Final = re.compile(rf"{_NUMBER}\.{_NUMBER}\.{_NUMBER}", re.ASCII)


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """A released or coming version: ``1.2.3``, without pre-releases."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Version:
        """Read ``1.2.3``.

        Raises:
            ValueError: It is no such version.
        """
        match = _VERSION.fullmatch(text)
        if match is None:
            raise ValueError(f"{text!r} is no version like 1.2.3")
        return cls(*map(int, match.groups()))

    def __str__(self) -> str:
        return ".".join(map(str, astuple(self)))

    def after(self, severity: Severity) -> Version:
        """The version of a release with such changes after this one.

        Before 1.0.0 the API may still move (SemVer 2.0.0, section 4): there the second number
        counts both what breaks and what is new.
        """
        if severity is Severity.NONE:
            return self
        if severity is Severity.PATCH:
            return Version(self.major, self.minor, self.patch + 1)
        if severity is Severity.MAJOR and self.major:
            return Version(self.major + 1, 0, 0)
        return Version(self.major, self.minor + 1, 0)


def project_version(root: Path = ROOT) -> Version:
    """The version that ``pyproject.toml`` states: the released one, or the next.

    Raises:
        GeneratorFailure: The file cannot be read, or states none.
    """
    path = root / PROJECT
    try:
        return Version.parse(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        todo = 'write version = "1.2.3" under [project]'
        raise GeneratorFailure([Problem(str(path), f"states no version: {error}", todo)]) from error
