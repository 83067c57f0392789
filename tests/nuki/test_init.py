from __future__ import annotations

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import nuki
from nuki_core import errors
from tools.repository import project

HEAVY = ("attrs", "attr", "httpx", "httpx2", "nacl", "anyio", "nuki_core", "nuki_generated")
SOURCE = ast.parse(Path(str(nuki.__file__)).read_text(encoding="utf-8"))


def typed_names() -> set[str]:
    """The names that type checkers see."""
    guarded = next(node for node in SOURCE.body if isinstance(node, ast.If))
    imports = [node for node in guarded.body if isinstance(node, ast.ImportFrom)]
    return {alias.name for node in imports for alias in node.names}


@pytest.mark.parametrize("name", nuki.__all__)
def test_every_public_name_can_be_imported(name: str) -> None:
    assert getattr(nuki, name) is not None
    assert name in dir(nuki)


def test_type_checkers_see_the_same_names() -> None:
    assert typed_names() == set(nuki.__all__)
    assert len(nuki.__all__) == len(set(nuki.__all__))


def test_the_version_is_that_of_the_distribution() -> None:
    assert nuki.__version__ == project()["project"]["version"]


def test_every_error_is_public() -> None:
    found = {name for name in vars(errors) if name.endswith("Error")}
    assert found <= set(nuki.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Door'"):
        _ = nuki.Door  # type: ignore[attr-defined]


@pytest.mark.parametrize("package", ["nuki", "nuki_core", "nuki_generated"])
def test_packages_are_typed(package: str) -> None:
    (folder,) = import_module(package).__path__
    assert (Path(folder) / "py.typed").is_file()


def test_importing_the_package_imports_nothing_else() -> None:
    program = f"import sys, nuki; print([name for name in {HEAVY} if name in sys.modules])"
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    found = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603
    assert found.stdout.strip() == b"[]"
