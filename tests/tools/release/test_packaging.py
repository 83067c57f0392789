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
    NUKI_SDK,
    Built,
    Distributions,
    built,
    same_version,
    sdist_problems,
    wheel_problems,
)
from tools.release.processes import StepError, environment
from tools.repository import PACKAGES, ROOT, SIMULATOR

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
    "simulator/LICENSE",
    "simulator/README.md",
    "simulator/pyproject.toml",
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
    "simulator/nuki_simulator/.draft.py",
    "simulator/nuki_simulator/world.py~",
    "simulator/dist/nuki_simulator-0.0.1.tar.gz",
    "dist/nuki_sdk-0.0.1.tar.gz",
)


def copied(folder: Path) -> Path:
    """The sources, as a clone has them."""
    ignored = shutil.ignore_patterns("__pycache__", ".*")
    for package in (*PACKAGES, SIMULATOR):
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


def made(folder: Path, *, umask: int = 0o022, **variables: str) -> Built:
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
    return built(folder / "dist")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return made(copied(tmp_path_factory.mktemp("one")))


@pytest.fixture(scope="module", params=["sdk", "simulator"])
def one(request: pytest.FixtureRequest, both: Built) -> Distributions:
    found: Distributions = getattr(both, request.param)
    return found


def test_both_files_hold_the_packages_and_nothing_else(one: Distributions) -> None:
    assert wheel_problems(one) == []
    assert sdist_problems(one) == []


def test_another_place_and_time_give_the_same_bytes(both: Built, tmp_path: Path) -> None:
    folder = cluttered(tmp_path / "another" / "place")
    for path in folder.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    again = made(folder, umask=0o077, SOURCE_DATE_EPOCH="1234567890", LC_ALL="C", TZ="Asia/Tokyo")
    for path, other in zip(both.paths, again.paths, strict=True):
        same_bytes(path, other)


@pytest.mark.parametrize(
    "one", ["sdk", pytest.param("simulator", marks=pytest.mark.exhaustive)], indirect=True
)
def test_the_tree_and_the_source_distribution_give_the_same_wheel(
    one: Distributions, tmp_path: Path
) -> None:
    tree = cluttered(tmp_path / "tree")
    build(tree / one.project.folder, tmp_path / "direct", "--wheel")
    same_bytes(one.wheel, tmp_path / "direct" / one.wheel.name)
    same_bytes(one.wheel, rebuilt_wheel(one, tmp_path / "unpacked").wheel)


def metadata(of: Distributions) -> list[str]:
    with zipfile.ZipFile(of.wheel) as archive:
        return archive.read(f"{of.stem}.dist-info/METADATA").decode().splitlines()


def test_the_metadata_is_what_indexes_and_installers_can_read(one: Distributions) -> None:
    lines = metadata(one)
    assert "Metadata-Version: 2.4" in lines
    assert "License-Expression: Apache-2.0" in lines
    assert f"Version: {one.version}" in lines


def test_the_extra_brings_the_simulator_of_the_same_version(both: Built) -> None:
    assert "Requires-Dist: nuki-simulator; extra == 'simulator'" in metadata(both.sdk)
    assert f"Requires-Dist: nuki-sdk=={both.sdk.version}" in metadata(both.simulator)


def test_both_are_under_the_same_licence(one: Distributions) -> None:
    with tarfile.open(one.sdist) as archive:
        found = archive.extractfile(f"{one.stem}/LICENSE")
        assert found
        assert found.read() == (ROOT / "LICENSE").read_bytes()


# The checks themselves


def test_two_versions_are_no_release(both: Built, tmp_path: Path) -> None:
    other = Distributions(tmp_path, both.simulator.project, "9.9.9")
    with pytest.raises(StepError, match="not of the same version"):
        same_version(Built(both.sdk, other))
    with pytest.raises(StepError, match=r"does not require nuki-sdk==9\.9\.9"):
        same_version(Built(Distributions(tmp_path, NUKI_SDK, "9.9.9"), other))


def with_file(name: str) -> Callable[[Distributions], None]:
    def change(copy: Distributions) -> None:
        with zipfile.ZipFile(copy.wheel, "a") as archive:
            archive.writestr(name, "")

    return change


@pytest.mark.parametrize("name", ["nuki/.web.py.new", "tests/x.py", "nuki/x.py"])
def test_an_intruder_is_found(one: Distributions, tmp_path: Path, name: str) -> None:
    copy = Distributions(tmp_path, one.project, one.version)
    shutil.copyfile(one.wheel, copy.wheel)
    with_file(name)(copy)
    assert wheel_problems(copy) == [f"{name} should not be there"]


def test_what_is_missing_or_executable_is_found(one: Distributions, tmp_path: Path) -> None:
    copy = Distributions(tmp_path, one.project, one.version)
    marker = f"{one.project.packages[-1]}/py.typed".removeprefix(f"{one.project.folder}/")
    with tarfile.open(one.sdist) as source, tarfile.open(copy.sdist, "w:gz") as target:
        for item in source.getmembers():
            item.mode = 0o755 if item.name.endswith("LICENSE") else item.mode
            if not item.name.endswith(marker):
                target.addfile(item, source.extractfile(item))
    assert sdist_problems(copy) == [
        f"{one.stem}/{marker} is missing",
        f"{one.stem}/LICENSE is executable",
    ]


def test_a_folder_with_something_else_is_no_release(both: Built, tmp_path: Path) -> None:
    for path in both.paths:
        shutil.copyfile(path, tmp_path / path.name)
    assert [each.folder for each in built(tmp_path).both] == [tmp_path, tmp_path]
    (tmp_path / "nuki_sdk-0.0.1.tar.gz").touch()
    with pytest.raises(StepError, match=r"nuki_sdk-0\.0\.1"):
        built(tmp_path)


def test_other_bytes_are_no_same_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "one.whl", tmp_path / "other.whl"
    one.write_bytes(b"1")
    other.write_bytes(b"2")
    with pytest.raises(StepError, match=r"one\.whl differs"):
        same_bytes(one, other)
