"""The wheels and the source distributions: what they are called and what is in them."""

from __future__ import annotations

import hashlib
import tarfile
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tools.repository import PACKAGES, ROOT, SIMULATOR, files, project

from .processes import StepError

if TYPE_CHECKING:
    from pathlib import Path

_ABOUT: Final = ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE")
_BESIDE: Final = frozenset({".gitignore", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml"})
_SHIPPED: Final = ("*.py", "py.typed")
_PAGE: Final = ("*.html", "*.css", "*.js", "*.svg")
_EXECUTABLE: Final = 0o111


@dataclass(frozen=True, slots=True)
class Project:
    """What is built and published as one: its folder, the packages that it ships, other files.

    ``kinds`` are the files of the packages that are shipped.
    """

    name: str
    folder: str
    packages: tuple[str, ...]
    beside: frozenset[str]
    kinds: tuple[str, ...] = _SHIPPED

    @property
    def version(self) -> str:
        version: str = project(self.folder)["project"]["version"]
        return version

    def modules(self, *, in_wheel: bool) -> set[str]:
        """The files of the packages: below these, as in a wheel, or below the project's folder."""
        return {
            path.relative_to((ROOT / package).parent if in_wheel else ROOT / self.folder).as_posix()
            for package in self.packages
            for kind in self.kinds
            for path in files(package, kind)
        }


NUKI_SDK: Final = Project("nuki-sdk", ".", PACKAGES, _BESIDE | {"CHANGELOG.md"})
NUKI_SIMULATOR: Final = Project(
    "nuki-simulator", "simulator", (SIMULATOR,), _BESIDE, (*_SHIPPED, *_PAGE)
)


@dataclass(frozen=True, slots=True)
class Distributions:
    """The two files of a project's version, and the folder they are in."""

    folder: Path
    project: Project
    version: str

    @property
    def wheel(self) -> Path:
        return self.folder / f"{self.stem}-py3-none-any.whl"

    @property
    def sdist(self) -> Path:
        return self.folder / f"{self.stem}.tar.gz"

    @property
    def paths(self) -> tuple[Path, Path]:
        return self.wheel, self.sdist

    @property
    def stem(self) -> str:
        return f"{self.project.name.replace('-', '_')}-{self.version}"


@dataclass(frozen=True, slots=True)
class Built:
    """What one `make build` makes: both projects in the same version."""

    sdk: Distributions
    simulator: Distributions

    @property
    def both(self) -> tuple[Distributions, Distributions]:
        return self.sdk, self.simulator

    @property
    def paths(self) -> tuple[Path, ...]:
        return self.sdk.paths + self.simulator.paths


def built(folder: Path) -> Built:
    """What a folder holds: the two files of each project, and nothing else.

    Raises:
        StepError: one is missing, there is something else, or the versions differ.
    """
    found = Built(
        Distributions(folder, NUKI_SDK, NUKI_SDK.version),
        Distributions(folder, NUKI_SIMULATOR, NUKI_SIMULATOR.version),
    )
    same_version(found)
    expected = {path.name for path in found.paths}
    names = {path.name for path in folder.glob("*")}
    if names != expected:
        raise StepError(f"{folder.name} holds {sorted(names)} instead of {sorted(expected)}")
    return found


def same_version(found: Built) -> None:
    """Raises StepError unless the simulator has the SDK's version and asks for it."""
    sdk, simulator = found.both
    if simulator.version != sdk.version:
        raise StepError(f"{sdk.stem} and {simulator.stem} are not of the same version")
    wanted = f"{sdk.project.name}=={sdk.version}"
    if wanted not in project(simulator.project.folder)["project"]["dependencies"]:
        raise StepError(f"{simulator.project.name} does not require {wanted}")


def wheel_problems(made: Distributions) -> list[str]:
    """What a wheel has too much or too little; none if it is as it should be."""
    about = f"{made.stem}.dist-info"
    expected = made.project.modules(in_wheel=True) | {f"{about}/{name}" for name in _ABOUT}
    metadata = project(made.project.folder)["project"]
    if metadata.keys() & {"scripts", "entry-points"}:
        expected.add(f"{about}/entry_points.txt")
    with zipfile.ZipFile(made.wheel) as archive:
        modes = {item.filename: item.external_attr >> 16 for item in archive.infolist()}
    return _differences(expected, modes)


def sdist_problems(made: Distributions) -> list[str]:
    """As :func:`wheel_problems`, of the source distribution."""
    names = made.project.modules(in_wheel=False) | made.project.beside
    expected = {f"{made.stem}/{name}" for name in names}
    with tarfile.open(made.sdist) as archive:
        modes = {item.name: item.mode for item in archive.getmembers()}
    return _differences(expected, modes)


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _differences(expected: set[str], modes: dict[str, int]) -> list[str]:
    missing = [f"{name} is missing" for name in sorted(expected - modes.keys())]
    more = [f"{name} should not be there" for name in sorted(modes.keys() - expected)]
    executable = [f"{name} is executable" for name, mode in modes.items() if mode & _EXECUTABLE]
    return missing + more + executable
