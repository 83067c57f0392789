"""What a package offers is read from its text; what is no package of ours is refused."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from generator.load.problems import GeneratorFailure
from generator.upstream.diff.public_api import PublicApi, public_apis
from generator.upstream.diff.rules import Direction

from .doors import DOORS, ROOT, edited
from .python_examples import KEPT_GET, KEPT_MOOD

GENERATED: Final = Path(__file__).parents[4] / "generated"


def doors() -> PublicApi:
    return public_apis(DOORS)["web"]


def refused(texts: dict[str, str]) -> list[str]:
    with pytest.raises(GeneratorFailure) as caught:
        public_apis(texts)
    return [str(problem) for problem in caught.value.problems]


def test_public_names_are_read() -> None:
    found = doors()
    assert {place for place, name in found.names.items() if not name.parent} == {
        f"nuki.web.{name}"
        for name in [
            "API_VERSION",
            "AsyncWebApi",
            "Door",
            "DoorEvent",
            "DoorSearch",
            "DoorState",
            "DoorUpdate",
            "OPERATIONS",
            "WebApi",
        ]
    }
    for client in found.clients:
        parts = {place for place, name in client.items() if name.kind != "parameter"}
        assert parts == {"web.door", "web.door.get", "web.door.search", "web.door.update"}
    assert not any(name.is_deprecated for name in found.names.values())


def test_members_and_fields_are_read_in_order() -> None:
    names = doors().names
    members = [(place, each.value) for place, each in names.items() if each.kind == "member"]
    assert members == [("nuki.web.DoorState.OPEN", "0"), ("nuki.web.DoorState.CLOSED", "1")]
    fields = [
        (place, each.type, each.default)
        for place, each in names.items()
        if each.parent == "nuki.web.DoorUpdate"
    ]
    assert fields == [
        ("nuki.web.DoorUpdate.name", "str", None),
        ("nuki.web.DoorUpdate.lock", "int | Unset", "UNSET"),
    ]
    assert names["nuki.web.Door.to_dict"].kind == "method"


def test_fields_have_the_directions_of_their_class() -> None:
    names, both = doors().names, (Direction.REQUEST, Direction.ANSWER)
    assert names["nuki.web.DoorUpdate.name"].directions == both[:1]
    assert names["nuki.web.Door.state"].directions == both[1:]
    assert names["nuki.web.DoorSearch.code"].directions == both
    assert names["nuki.web.DoorEvent.event"].directions == both[1:]


def test_signatures_are_read() -> None:
    client = doors().clients[1]
    method = client["web.door.update"]
    assert (method.declared, method.type) == ("async", "None")
    assert [
        (place, each.type, each.default)
        for place, each in client.items()
        if each.parent == "web.door.update"
    ] == [
        ("web.door.update(door_id)", "int", None),
        ("web.door.update(body)", "DoorUpdate", None),
        ("web.door.update(force)", "bool | None", "None"),
    ]
    assert method.positional == ("door_id", "body")


def test_parameters_of_any_number_are_read() -> None:
    anything = ("resources/door", "body: DoorUpdate, *, ", "body: DoorUpdate, *more: int, ")
    new = edited(anything, ("resources/door", "= None)", "= None, **rest: str)"))
    client = public_apis(new)["web"].clients[0]
    assert client["web.door.update(*more)"].default is not None
    assert client["web.door.update(**rest)"].type == "str"


def test_the_table_of_operations_is_read() -> None:
    assert doors().operations["web.door.update"] == {
        "method": "'POST'",
        "path": "'/door/{id}'",
        "parameter door_id": "'id' in 'path'",
        "parameter force": "'force' in 'query'",
        "answers": "204",
        "scopes": "('door',)",
        "effect": "'change'",
    }


def test_deprecated_names_are_read() -> None:
    names = public_apis(KEPT_MOOD)["web"].names
    kept = [(place, each.value) for place, each in names.items() if each.is_deprecated]
    assert kept == [("nuki.web.DoorState", "DoorMood")]
    client = public_apis(KEPT_GET)["web"].clients[0]
    assert [place for place, each in client.items() if each.is_deprecated] == ["web.door.get"]


def test_private_names_are_not() -> None:
    hidden = ("enums/door", "", "    _HIDDEN = 5\n\n    def _hide(self) -> None: ...\n")
    names = public_apis(edited(hidden))["web"].names
    assert names.keys() == doors().names.keys()


@pytest.mark.slow
@pytest.mark.parametrize("api", ["web", "bridge"])
def test_the_generated_packages_are_understood(api: str) -> None:
    files = sorted((GENERATED / "nuki_generated" / api).rglob("*.py"))
    texts = {path.relative_to(GENERATED).as_posix(): path.read_text("utf-8") for path in files}
    found = public_apis(texts)[api]
    for client in found.clients:
        methods = {place for place, name in client.items() if name.kind == "method"}
        assert methods == found.operations.keys() != set()
    assert all(row["path"].startswith("'/") for row in found.operations.values())


@pytest.mark.parametrize("texts", [{}, {"setup.py": ""}, {"nuki_generated/__init__.py": ""}])
def test_no_package_at_all_is_refused(texts: dict[str, str]) -> None:
    assert refused(texts) == [
        "nuki_generated: holds no package of an API (compare packages that this generator wrote)"
    ]


TEXTS = ["def", "x = '", "\x00", "(" * 500 + ")" * 500, "\ud800 = 1"]


def test_what_is_not_python_is_refused_module_by_module(subtests: pytest.Subtests) -> None:
    for text in TEXTS:
        with subtests.test(text=text):
            broken = {f"{ROOT}/enums/door.py": text, f"{ROOT}/models/door.py": text}
            problems = refused(DOORS | broken)
            assert [problem.partition(":")[0] for problem in problems] == sorted(broken)
            assert all("is not Python" in problem for problem in problems)


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
