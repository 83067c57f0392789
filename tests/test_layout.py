"""The house: what each folder may hold and import."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING, Final

import pytest

from tools.layout.api import answers_any, brought_in, exported, more_than_imports
from tools.layout.imports import import_names, third_party
from tools.layout.purity import impurities, network
from tools.layout.texts import HEADER, machine_paths, says_nothing, unreasoned
from tools.repository import HAND_WRITTEN, PACKAGES, ROOT, files, project, sources

if TYPE_CHECKING:
    from collections.abc import Callable

OURS: Final = frozenset({"nuki", "nuki_core", "nuki_generated"})
FETCHING: Final = "generator/upstream/fetch.py"
STAGES: Final = ("load", "convert", "overlay", "emit", "upstream")
OPTIONAL: Final = ("aiohttp", "cli", "fast")
LARGEST: Final = 150_000

UNTYPED: Final = {
    "src/nuki_core/decode.py": {"json_value"},  # of what the caller's annotation says
    "src/nuki_core/enums.py": {"members"},  # keyed by JSON values
    "src/nuki_core/httpx_transport.py": {"AsyncHTTPClient.send", "HTTPClient.send"},  # responses
    # what is no date-time stays what it was
    "src/nuki_core/datetimes.py": {"as_it_came", "format_datetime", "parse_datetime"},
    "src/nuki_core/json.py": {"loads"},  # JSON is untyped until a model has read it
    # the way back to JSON, of any field; one of the models that the caller's annotation names
    "src/nuki_core/model.py": {"closest", "tagged", "to_jsonable"},
    "src/nuki_core/request.py": {"AsyncSender.send"},  # how a coroutine's type is written
}


def dependencies() -> set[str]:
    metadata = project()["project"]
    extras = metadata["optional-dependencies"]
    return import_names(
        [*metadata["dependencies"], *(each for name in OPTIONAL for each in extras[name])]
    )


def offenders(*folders: str, broken: Callable[[str], object]) -> dict[str, object]:
    """The modules of these folders that break a rule, and how."""
    found = {path: broken(text) for path, text in sources(*folders)}
    return {path: what for path, what in found.items() if what}


# What each package needs; in which direction they import each other is checked by import-linter


@pytest.mark.slow
def test_the_generator_imports_pinned_parsers_only() -> None:
    pinned = import_names(project()["dependency-groups"]["generate"])
    allowed = pinned | {"generator"}
    found = offenders("generator", broken=lambda text: third_party(text) - allowed)
    assert found in ({}, {FETCHING: {"httpx"}})


def test_the_generator_is_its_stages_and_its_commands() -> None:
    inside = {path.relative_to(ROOT / "generator").parts[0] for path in files("generator")}
    assert inside == {*STAGES, "__init__.py", "__main__.py", "commands.py"}


@pytest.mark.slow
def test_the_core_knows_no_endpoint() -> None:
    allowed = dependencies() | {"nuki_core"}
    assert not offenders("src/nuki_core", broken=lambda text: third_party(text) - allowed)


@pytest.mark.slow
def test_generated_code_needs_the_core_and_attrs() -> None:
    allowed = {"nuki_core", "nuki_generated", "attrs"}
    generated = "generated/nuki_generated"
    assert not offenders(generated, broken=lambda text: third_party(text) - allowed)


@pytest.mark.slow
def test_the_public_package_imports_what_it_ships_with() -> None:
    allowed = dependencies() | OURS
    found = offenders("src/nuki", broken=lambda text: third_party(text) - allowed)
    assert found == {"src/nuki/mypy.py": {"mypy"}}  # a plugin, which mypy imports


@pytest.mark.slow
def test_the_simulator_imports_what_it_ships_with() -> None:
    declared = import_names(project("simulator")["project"]["dependencies"]) - {"nuki_sdk"}
    found = offenders("simulator", broken=lambda text: third_party(text) - OURS)
    # Its plugin runs in pytest.
    assert set().union(*found.values()) - {"nuki_simulator"} == declared | {"pytest"}


@pytest.mark.slow
def test_only_fetching_uses_the_network() -> None:
    assert set(offenders("generator", broken=network)) <= {FETCHING}


@pytest.mark.slow
def test_the_generator_asks_neither_clock_nor_environment() -> None:
    assert set(offenders("generator", broken=impurities)) <= {FETCHING}


def test_package_inits_only_import() -> None:
    paths = [*files("generator", "__init__.py"), *files("src/nuki_core", "__init__.py")]
    assert paths
    assert not [path for path in paths if more_than_imports(path.read_text(encoding="utf-8"))]


# The rooms


def test_descriptions_are_two_documents_and_their_sources() -> None:
    found = {path.relative_to(ROOT / "spec").as_posix() for path in files("spec")}
    assert found == {"SOURCES.toml", "web/swagger.json", "bridge/openapi.yaml"}


def test_overlays_are_numbered_yaml() -> None:
    overlay = re.compile(r"(web|bridge)/\d{3}-[a-z0-9-]+\.overlay\.yaml")
    found = [path.relative_to(ROOT / "overlays").as_posix() for path in files("overlays")]
    assert found
    assert not [name for name in found if not overlay.fullmatch(name)]


def test_every_overlay_gives_its_evidence() -> None:
    parts = ("Evidence:", "Date:")
    texts = {path.name: path.read_text(encoding="utf-8") for path in files("overlays")}
    assert not [name for name, text in texts.items() if not all(part in text for part in parts)]


def test_generated_files_say_how_to_make_them_again() -> None:
    texts = dict(sources("generated"))
    assert texts
    assert not [path for path, text in texts.items() if text.partition("\n")[0] != HEADER]


def test_generated_folders_hold_nothing_else() -> None:
    kinds = {path.suffix or path.name for path in files("generated")}
    assert kinds == {".py", ".json", ".typed"}
    assert {path.name for path in files("generated", "*.json")} == {"web.json", "bridge.json"}


def folders(folder: str) -> set[str]:
    """The folders right below a folder of the root that hold files."""
    found = (path.relative_to(ROOT / folder).parts for path in files(folder))
    return {parts[0] for parts in found if len(parts) > 1}


def test_each_room_has_one_folder_of_tests() -> None:
    packages = {"core", "generated", "nuki"}
    assert folders("tests") == packages | {"cassettes", "generator", "simulator", "tools", "typing"}
    assert folders("tests/generator") <= folders("generator")
    assert folders("tests/tools") <= folders("tools")


@pytest.mark.parametrize("package", PACKAGES)
def test_packages_are_typed_and_shipped(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()
    assert package in project()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]


# What is written by hand


def test_modules_are_named_after_what_they_hold() -> None:
    assert not [path for path, _ in sources(*HAND_WRITTEN, "generated") if says_nothing(path)]


@pytest.mark.slow
def test_no_public_function_answers_any() -> None:
    found = offenders("src", "simulator", "generated/nuki_generated", broken=answers_any)
    assert found == UNTYPED


@pytest.mark.parametrize("package", ["nuki", "nuki_core"])
def test_every_public_name_is_exported(package: str) -> None:
    module = importlib.import_module(package)
    folder = ROOT / "src" / package
    (path, *_) = [*folder.glob("__init__.pyi"), folder / "__init__.py"]
    source = path.read_text(encoding="utf-8")
    names = exported(source)
    assert set(names) == brought_in(source)
    assert len(names) == len(set(names))
    assert all(getattr(module, name) is not None for name in names)


def test_the_public_package_exports_the_core_and_every_error() -> None:
    nuki = importlib.import_module("nuki")
    errors = vars(importlib.import_module("nuki_core.errors"))
    raised = {name for name, value in errors.items() if is_error(value)}
    assert raised
    assert raised | set(importlib.import_module("nuki_core").__all__) <= set(nuki.__all__)
    assert dir(nuki) == sorted(nuki.__all__)


def is_error(value: object) -> bool:
    return isinstance(value, type) and issubclass(value, Exception)


@pytest.mark.slow
def test_no_file_names_a_machine() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in files() if path.suffix != ".png"}
    found = {path: machine_paths(text) for path, text in texts.items()}
    assert not {path: paths for path, paths in found.items() if paths}


def test_pictures_are_small_and_shown() -> None:
    shown = "".join(path.read_text(encoding="utf-8") for path in files(".", "*.md"))
    pictures = files(".", "*.png")
    assert pictures
    assert all(path.parent == ROOT / "docs/pictures" for path in pictures)
    assert not [path.name for path in pictures if path.stat().st_size > LARGEST]
    assert not [path.name for path in pictures if f"pictures/{path.name})" not in shown]


def test_every_lint_exception_has_a_reason() -> None:
    assert unreasoned((ROOT / "pyproject.toml").read_text(encoding="utf-8")) == []
