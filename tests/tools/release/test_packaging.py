"""What `make build` makes: the packages and nothing else, and the same bytes wherever it is run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tools.release.building import build, rebuilt_wheel, same_bytes
from tools.release.distributions import (
    Distributions,
    distributions,
    sdist_problems,
    wheel_problems,
)
from tools.release.processes import StepError, environment
from tools.repository import PACKAGES, ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.slow

FILES = (
    ".gitignore",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
)
CLUTTER = (
    "src/nuki/.web.py.new",
    "src/nuki/.pending.json",
    "src/nuki/.#web.py",
    "src/nuki/__pycache__/web.cpython-311.pyc",
    "src/nuki/web.py~",
    "src/nuki/notes.txt",
    "generated/nuki_generated/.draft.py",
    "generated/nuki_generated/web.py.orig",
    "dist/nuki_sdk-0.0.1.tar.gz",
)


def copied(folder: Path) -> Path:
    """The sources, as a clone has them."""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=ignored)
    for name in FILES:
        shutil.copyfile(ROOT / name, folder / name)
    return folder


def cluttered(folder: Path) -> Path:
    """The same, with what else a working tree holds."""
    copied(folder)
    for name in CLUTTER:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).touch()
    return folder


def made(folder: Path, *, umask: int = 0o022, **variables: str) -> Distributions:
    """What `make build` makes there, with the tools of the environment that runs the tests."""
    tools = Path(sys.executable).parent
    subprocess.run(  # noqa: S603 - our own Makefile
        ["make", "--silent", "build", "READY=", f"BIN={tools}"],  # noqa: S607 - wherever it is
        cwd=folder,
        env=environment(without=["MAKE"], **variables),
        umask=umask,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return distributions(folder / "dist")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    return made(copied(tmp_path_factory.mktemp("one")))


def test_both_files_hold_the_packages_and_nothing_else(built: Distributions) -> None:
    assert wheel_problems(built) == []
    assert sdist_problems(built) == []


def test_another_place_and_time_give_the_same_bytes(built: Distributions, tmp_path: Path) -> None:
    folder = cluttered(tmp_path / "another" / "place")
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    again = made(folder, umask=0o077, SOURCE_DATE_EPOCH="1234567890", LC_ALL="C", TZ="Asia/Tokyo")
    for one, other in zip(built.paths, again.paths, strict=True):
        same_bytes(one, other)


def test_the_tree_and_the_source_distribution_give_the_same_wheel(
    built: Distributions, tmp_path: Path
) -> None:
    build(cluttered(tmp_path / "tree"), tmp_path / "direct", "--wheel")
    same_bytes(built.wheel, tmp_path / "direct" / built.wheel.name)
    same_bytes(built.wheel, rebuilt_wheel(built, tmp_path / "unpacked").wheel)


def test_the_metadata_is_what_indexes_and_installers_can_read(built: Distributions) -> None:
    about = f"nuki_sdk-{built.version}.dist-info"
    with zipfile.ZipFile(built.wheel) as archive:
        metadata = archive.read(f"{about}/METADATA").decode().splitlines()
    assert "Metadata-Version: 2.4" in metadata
    assert "License-Expression: Apache-2.0" in metadata
    assert f"Version: {built.version}" in metadata


# The checks themselves


def with_file(name: str) -> Callable[[Distributions], None]:
    def change(copy: Distributions) -> None:
        with zipfile.ZipFile(copy.wheel, "a") as archive:
            archive.writestr(name, "")

    return change


@pytest.mark.parametrize("name", ["nuki/.web.py.new", "tests/x.py", "nuki/x.py"])
def test_an_intruder_is_found(built: Distributions, tmp_path: Path, name: str) -> None:
    copy = Distributions(tmp_path, built.version)
    shutil.copyfile(built.wheel, copy.wheel)
    with_file(name)(copy)
    assert wheel_problems(copy) == [f"{name} should not be there"]


def test_what_is_missing_or_executable_is_found(built: Distributions, tmp_path: Path) -> None:
    copy = Distributions(tmp_path, built.version)
    with tarfile.open(built.sdist) as source, tarfile.open(copy.sdist, "w:gz") as target:
        for item in source.getmembers():
            item.mode = 0o755 if item.name.endswith("LICENSE") else item.mode
            if not item.name.endswith("nuki_core/py.typed"):
                target.addfile(item, source.extractfile(item))
    top = f"nuki_sdk-{built.version}"
    assert sdist_problems(copy) == [
        f"{top}/src/nuki_core/py.typed is missing",
        f"{top}/LICENSE is executable",
    ]


def test_a_folder_with_something_else_is_no_release(built: Distributions, tmp_path: Path) -> None:
    for path in built.paths:
        shutil.copyfile(path, tmp_path / path.name)
    assert distributions(tmp_path) == Distributions(tmp_path, built.version)
    (tmp_path / "nuki_sdk-0.0.1.tar.gz").touch()
    with pytest.raises(StepError, match=r"nuki_sdk-0\.0\.1"):
        distributions(tmp_path)


def test_other_bytes_are_no_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.whl", tmp_path / "other.whl"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    with pytest.raises(StepError, match=r"one\.whl differs"):
        same_bytes(one, other)
