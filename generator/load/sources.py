"""The descriptions under ``spec/``: where each comes from, and that it is the one recorded."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .documents import read_document
from .problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from .documents import Json

ROOT: Final = Path(__file__).parents[2]
OVERLAYS: Final = ROOT / "overlays"
APIS: Final = ("web", "bridge")


@dataclass(frozen=True, slots=True)
class Source:
    """A description to generate from. ``sha256`` is empty for one that is not ours to vouch for."""

    api: str
    path: Path
    sha256: str = ""

    def read(self) -> dict[str, Json]:
        """Read the document.

        Raises:
            GeneratorFailure: It cannot be read, or is not the one that SOURCES.toml records.
        """
        if self.sha256:
            try:
                found = digest(self.path)
            except OSError as error:
                problem = Problem(str(self.path), f"cannot be read: {error}")
                raise GeneratorFailure([problem]) from error
            if found != self.sha256:
                what = f"its sha256 is {found}, not the one in SOURCES.toml"
                todo = "restore the file; if the change is meant, record the new sha256 there"
                problem = Problem(str(self.path), what if found else "is not there", todo)
                raise GeneratorFailure([problem])
        return read_document(self.path)

    def intact(self) -> bool:
        """Whether the document is the one recorded.

        Raises:
            OSError: It cannot be read.
        """
        return digest(self.path) == self.sha256


def digest(path: Path) -> str:
    """The sha256 of a file, empty when there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def recorded(root: Path = ROOT) -> dict[str, Source]:
    """The documents that ``spec/SOURCES.toml`` of a repository records, by API.

    Raises:
        GeneratorFailure: The file cannot be read or lacks an API.
    """
    spec = root / "spec"
    register = spec / "SOURCES.toml"
    try:
        entries = tomllib.loads(register.read_text(encoding="utf-8"))
        return {
            api: Source(api, spec / entries[api]["path"], entries[api]["sha256"]) for api in APIS
        }
    except (OSError, ValueError) as error:
        raise GeneratorFailure([Problem(str(register), f"cannot be read: {error}")]) from error
    except (KeyError, TypeError) as error:
        what = f"lacks {error} of an API"
        raise GeneratorFailure([Problem(str(register), what, "give path and sha256")]) from error
