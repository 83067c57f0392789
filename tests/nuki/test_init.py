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

STUB = ast.parse(Path(str(nuki.__file__)).with_suffix(".pyi").read_text(encoding="utf-8"))


def typed_names() -> dict[str, str]:
    """The names that type checkers see, and the module in which they find each."""
    imports = [node for node in STUB.body if isinstance(node, ast.ImportFrom)]
    return {
        alias.name: f"nuki.{node.module}" if node.level and node.module else node.module or "nuki"
        for node in imports
        for alias in node.names
    }


def test_every_public_name_can_be_imported() -> None:
    assert not [name for name in nuki.__all__ if getattr(nuki, name, None) is None]
    assert set(nuki.__all__) <= set(dir(nuki))


def test_type_checkers_see_the_same_names() -> None:
    names = typed_names()
    assert sorted(names) == sorted(nuki.__all__)
    for name, home in names.items():
        found = import_module(f"nuki.{name}" if home == "nuki" else home)
        assert getattr(nuki, name) is (found if home == "nuki" else getattr(found, name))


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
    program = "import sys; known = {*sys.modules}; import nuki; print({*sys.modules} - known)"
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": ":".join(sys.path)}
    found = subprocess.run(command, env=environment, capture_output=True, check=True)  # noqa: S603
    assert found.stdout.strip() == b"{'nuki'}"
