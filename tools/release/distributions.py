"""The wheel and the source distribution: what they are called and what is in them."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.repository import PACKAGES, ROOT, files, project

from .processes import StepError

if TYPE_CHECKING:
    from pathlib import Path

_ABOUT: Final = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
_BESIDE: Final = frozenset(
    {".gitignore", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"}
)
_SHIPPED: Final = ("*.py", "py.typed")
_EXECUTABLE: Final = 0o111


@dataclass(frozen=True, slots=True)
class Distributions:
    """The two files of a version, and the folder they are in."""

    folder: Path
    version: str

    @property
    def wheel(self) -> Path:
        return self.folder / f"nuki_sdk-{self.version}-py3-none-any.whl"

    @property
    def sdist(self) -> Path:
        return self.folder / f"nuki_sdk-{self.version}.tar.gz"

    @property
    def paths(self) -> tuple[Path, Path]:
        return self.wheel, self.sdist


def distributions(folder: Path) -> Distributions:
    """What a folder holds: the two files of the project's version, and nothing else.

    Raises:
        StepError: one is missing, or there is something else.
    """
    made = Distributions(folder, project()["project"]["version"])
    expected = {path.name for path in made.paths}
    found = {path.name for path in folder.glob("*")}
    if found != expected:
        raise StepError(f"{folder.name} holds {sorted(found)} instead of {sorted(expected)}")
    return made


def wheel_problems(made: Distributions) -> list[str]:
    """What a wheel has too much or too little; none if it is as it should be."""
    about = f"nuki_sdk-{made.version}.dist-info"
    modules = {name.partition("/")[2] for name in _modules()}
    expected = modules | {f"{about}/{name}" for name in _ABOUT}
    with zipfile.ZipFile(made.wheel) as archive:
        modes = {item.filename: item.external_attr >> 16 for item in archive.infolist()}
    return _differences(expected, modes)


def sdist_problems(made: Distributions) -> list[str]:
    """As :func:`wheel_problems`, of the source distribution."""
    top = f"nuki_sdk-{made.version}"
    expected = {f"{top}/{name}" for name in _modules() | _BESIDE}
    with tarfile.open(made.sdist) as archive:
        modes = {item.name: item.mode for item in archive.getmembers()}
    return _differences(expected, modes)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _modules() -> set[str]:
    found = {path for package in PACKAGES for kind in _SHIPPED for path in files(package, kind)}
    return {path.relative_to(ROOT).as_posix() for path in found}


def _differences(expected: set[str], modes: dict[str, int]) -> list[str]:
    missing = [f"{name} is missing" for name in sorted(expected - modes.keys())]
    more = [f"{name} should not be there" for name in sorted(modes.keys() - expected)]
    executable = [f"{name} is executable" for name, mode in modes.items() if mode & _EXECUTABLE]
    return missing + more + executable
