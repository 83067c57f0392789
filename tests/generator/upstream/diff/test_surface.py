"""What a package offers is read from its text; what is no package of ours is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.load.problems import GeneratorFailure
from generator.upstream.diff.python_annotations import spelled
from generator.upstream.diff.surface import Surface, surfaces

from .doors import DOORS, ROOT, edited
from .python_examples import KEPT_GET, KEPT_MOOD

GENERATED: Final = Path(__file__).parents[4] / "generated"


def doors() -> Surface:
    return surfaces(DOORS)["web"]


def refused(texts: dict[str, str]) -> list[str]:
    with pytest.raises(GeneratorFailure) as caught:
        surfaces(texts)
    return [str(problem) for problem in caught.value.problems]


def test_public_names_are_read() -> None:
    surface = doors()
    assert sorted(surface.classes) == [
        *("AsyncDoorResource", "AsyncWebApi", "Door", "DoorEvent", "DoorResource", "DoorSearch"),
        *("DoorState", "DoorUpdate", "WebApi"),
    ]
    assert surface.constants.keys() == {"API_VERSION", "OPERATIONS"}
    assert surface.resources == {"DoorResource", "AsyncDoorResource"}
    assert surface.former == {}


def test_members_and_fields_are_read_in_order() -> None:
    classes = doors().classes
    assert list(classes["DoorState"].members.items()) == [("OPEN", "0"), ("CLOSED", "1")]
    fields = classes["DoorUpdate"].fields
    assert [(f.name, spelled(f.annotation), f.required) for f in fields.values()] == [
        ("name", "str", True),
        ("lock", "int | Unset", False),
    ]
    assert classes["Door"].methods.keys() == {"from_dict", "to_dict"}


def test_signatures_are_read() -> None:
    method = doors().classes["AsyncDoorResource"].methods["update"]
    assert method.kind == ("async",)
    assert [(str(p), p.default, p.is_positional) for p in method.parameters.values()] == [
        ("door_id: int", None, True),
        ("body: DoorUpdate", None, True),
        ("force: bool | None", "None", False),
    ]
    assert spelled(method.returns) == "None"


def test_parameters_of_any_number_are_read() -> None:
    anything = ("resources/door", "body: DoorUpdate, *, ", "body: DoorUpdate, *more: int, ")
    new = edited(anything, ("resources/door", "= None)", "= None, **rest: str)"))
    method = surfaces(new)["web"].classes["DoorResource"].methods["update"]
    assert [str(each) for each in method.parameters.values()][2:] == [
        "force: bool | None",
        "*more: int",
        "**rest: str",
    ]
    assert not method.parameters["*more"].required


def test_the_table_of_operations_is_read() -> None:
    row = doors().operations["door", "update"]
    assert row.endpoint == ("'POST'", "'/door/{id}'")
    assert row.parameters["force"] == ("force", "query", "False", "bool")
    assert (row.body, row.responses) == ("DoorUpdate", {"204": "None"})
    assert row.facts["effect"] == "'change'"


def test_deprecated_names_are_read() -> None:
    assert surfaces(KEPT_MOOD)["web"].former == {"DoorState": "DoorMood"}
    methods = surfaces(KEPT_GET)["web"].classes["DoorResource"].methods
    assert [name for name, method in methods.items() if method.deprecated] == ["get"]


def test_private_names_are_not() -> None:
    hidden = ("enums/door", "", "    _HIDDEN = 5\n\n    def _hide(self) -> None: ...\n")
    state = surfaces(edited(hidden))["web"].classes["DoorState"]
    assert (list(state.members), state.methods) == (["OPEN", "CLOSED"], {})


@pytest.mark.parametrize("api", ["web", "bridge"])
def test_the_generated_packages_are_understood(api: str) -> None:
    texts = {p.relative_to(GENERATED).as_posix(): p.read_text("utf-8") for p in python_files(api)}
    surface = surfaces(texts)[api]
    methods = {
        (name, method)
        for name, resource in resources(surface).items()
        for method in surface.classes[resource].methods
    }
    assert methods
    assert surface.operations.keys() == methods
    assert all(row.endpoint[1].startswith("'/") for row in surface.operations.values())


def python_files(api: str) -> list[Path]:
    return sorted((GENERATED / "nuki_generated" / api).rglob("*.py"))


def resources(surface: Surface) -> dict[str, str]:
    (client,) = (
        each
        for each in surface.classes.values()
        if surface.is_client(each) and not each.name.startswith("Async")
    )
    return {name: method.returns[0].name for name, method in client.methods.items()}


@pytest.mark.parametrize("texts", [{}, {"setup.py": ""}, {"nuki_generated/__init__.py": ""}])
def test_no_package_at_all_is_refused(texts: dict[str, str]) -> None:
    assert refused(texts) == [
        "nuki_generated: holds no package of an API (compare packages that this generator wrote)"
    ]


@pytest.mark.parametrize("text", ["def", "x = '", "\x00", "(" * 500 + ")" * 500, "\ud800 = 1"])
def test_what_is_not_python_is_refused_module_by_module(text: str) -> None:
    broken = {f"{ROOT}/enums/door.py": text, f"{ROOT}/models/door.py": text}
    problems = refused(DOORS | broken)
    assert [problem.partition(":")[0] for problem in problems] == sorted(broken)
    assert all("is not Python" in problem for problem in problems)


def test_expressions_without_end_are_refused() -> None:
    path = f"{ROOT}/enums/door.py"
    problems = refused(DOORS | {path: f"{DOORS[path]}    SUM = {' + '.join('1' * 1500)}\n"})
    assert problems == [
        "nuki_generated: nests expressions too deeply (compare packages that this generator wrote)"
    ]


@pytest.mark.parametrize("text", ["", "__all__ = names()\n", "__all__ = 'Door'\n"])
def test_a_package_without_public_names_is_refused(text: str) -> None:
    (problem,) = refused(DOORS | {f"{ROOT}/__init__.py": text})
    assert "lists no public names in __all__" in problem


def test_a_missing_package_module_is_refused() -> None:
    texts = dict(DOORS)
    del texts[f"{ROOT}/__init__.py"]
    (problem,) = refused(texts)
    assert problem.startswith(f"{ROOT}/__init__.py: lists no public names")


def test_names_that_nothing_defines_are_refused_all_at_once() -> None:
    texts = dict(DOORS)
    del texts[f"{ROOT}/enums/door.py"], texts[f"{ROOT}/operations.py"]
    assert [problem.partition(" (")[0] for problem in refused(texts)] == [
        f"{ROOT}/__init__.py: exports 'DoorState', which no module defines",
    ]
