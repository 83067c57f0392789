"""A name that was replaced goes on working for a while, and says so where it is used."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from keyword import iskeyword
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.emit.format import format_code
from generator.emit.former_names import CLASSES, METHODS, FormerName, Style, former_names
from generator.emit.names import name_operations
from generator.emit.render import render
from generator.load.documents import parse_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.semver import Version
from generator.upstream.lint import lint

ROOT: Final = Path(__file__).parents[3]
CACHE: Final = str(ROOT / ".mypy_cache/test_former_names")
"""Most of what mypy does, it does about the standard library."""
SAMPLE: Final = (Path(__file__).parent / "sample.openapi.yaml").read_text("utf-8")
OPERATIONS: Final = {
    ("/thing", "get"): ["list_all"],
    ("/realm/{realm}/thing/{thingId}", "post"): ["change"],
    ("/thing/{thingId}", "delete"): ["remove", "drop"],
}
SCHEMAS: Final = {"Colour": ["Color"], "Rights": ["Permissions"], "Thing": ["Stuff", "Things"]}

# Each line that uses a former name ends in what it is warned of, and nothing else warns.
PROGRAM: Final = '''\
"""A program from before the names were replaced."""

import asyncio
import json
import warnings

import httpx

from nuki_core.client import AsyncClient, SyncClient
from tests.core.calls import settings


def answer(request):
    if request.method == "DELETE":
        return httpx.Response(204)
    thing = {"thingId": 7, "colour": 1}
    return httpx.Response(200, json=[thing] if request.method == "GET" else thing)


with warnings.catch_warnings(record=True) as found:
    warnings.simplefilter("always")
    import nuki.web
    from nuki.web import *

    assert "Stuff" not in globals() and "Stuff" not in dir(nuki.web)
    from nuki.web import Thing, Stuff  # `Stuff` was renamed to `Thing` in 0.3.0
    from nuki.web import Stuff as Twice  # `Stuff` was renamed to `Thing` in 0.3.0

    assert Stuff is Thing is Twice
    assert nuki.web.Color is Colour  # `Color` was renamed to `Colour` in 0.3.0
    rights = nuki.web.Permissions  # `Permissions` was renamed to `Rights` in 0.3.0
    assert rights is Rights

    class Web(SyncClient, WebApi):
        pass

    class AsyncWeb(AsyncClient, AsyncWebApi):
        pass

    with httpx.Client(transport=httpx.MockTransport(answer)) as http:
        thing = Web(settings(), http).thing
        body = Thing(thing_id=7)
        things = thing.list_all()  # `list_all()` was renamed to `list()` in 0.3.0
        assert things == thing.list() and things[0].colour is Colour.GREEN
        changed = thing.change(  # `change()` was renamed to `update()` in 0.3.0
            7, "a", body, limit=3
        )
        assert changed == thing.update(7, "a", body, limit=3) == things[0]
        thing.remove(7)  # `remove()` was renamed to `delete()` in 0.3.0
        thing.drop(thing_id=7)  # `drop()` was renamed to `delete()` in 0.3.0

    async def main():
        async with httpx.AsyncClient(transport=httpx.MockTransport(answer)) as http:
            thing = AsyncWeb(settings(), http).thing
            call = thing.list_all()  # `list_all()` was renamed to `list()` in 0.3.0
            assert await call == things
            await thing.drop(7)  # `drop()` was renamed to `delete()` in 0.3.0

    asyncio.run(main())

print(json.dumps([[w.category.__name__, w.filename, w.lineno, str(w.message)] for w in found]))
'''

TYPED: Final = '''\
"""Annotated code from before the names were replaced."""

from typing import assert_type

import nuki.web
from nuki.web import AsyncWebApi, Colour, Stuff, Thing, WebApi


def colour(stuff: Stuff) -> "nuki.web.Color | None":
    return stuff.colour if isinstance(stuff.colour, Colour) else None


def calls(web: WebApi, stuff: Stuff) -> list[Stuff]:
    web.thing.remove(1)
    assert_type(web.thing.change(1, "", stuff, limit=3), Thing | None)
    return web.thing.list_all()


async def asynchronous(web: AsyncWebApi) -> None:
    assert_type(await web.thing.list_all(), list[Thing])
    await web.thing.drop(1)


nuki.web.Strange
'''


def renamed(since: str = "0.3.0") -> dict[str, Any]:
    """The sample, with former names of operations and of classes of each kind."""
    document: dict[str, Any] = parse_document(SAMPLE, "sample.yaml")
    for (path, method), names in OPERATIONS.items():
        document["paths"][path][method]["x-nuki-former-names"] = entries(names, since)
    for schema, names in SCHEMAS.items():
        document["components"]["schemas"][schema]["x-nuki-former-names"] = entries(names, since)
    return document


def entries(names: list[str], since: str) -> list[dict[str, str]]:
    return [{"name": name, "since": since} for name in names]


def rendered(document: dict[str, Any]) -> dict[str, str]:
    return format_code(render("web", name_operations(document)))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a ``nuki_generated`` in which names were replaced."""
    folder = tmp_path_factory.mktemp("renamed")
    texts = {"nuki_generated/__init__.py": "", "nuki_generated/py.typed": ""}
    for path, text in (texts | rendered(renamed())).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def run(package: Path, *command: str | Path) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(map(str, (package, ROOT / "src", ROOT)))
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *command],
        cwd=package,
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path, "MYPY_CACHE_DIR": CACHE},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_former_names_work_and_warn_at_the_line_that_uses_them(package: Path) -> None:
    program = package / "program.py"
    program.write_text(PROGRAM, "utf-8")
    done = run(package, program)
    assert done.returncode == 0, done.stderr
    expected = [
        ["DeprecationWarning", str(program), number, comment[1]]
        for number, line in enumerate(PROGRAM.splitlines(), 1)
        if (comment := re.search(r"  # (.*)", line))
    ]
    assert len(expected) == 10
    assert json.loads(done.stdout) == expected


@pytest.mark.slow
def test_mypy_knows_former_names_and_no_others(package: Path) -> None:
    (package / "typed.py").write_text(TYPED, "utf-8")
    done = run(
        package, "-m", "mypy", "--strict", "--follow-imports=silent", "typed.py", "nuki_generated"
    )
    assert re.findall(r"error: .*", done.stdout) == [
        'error: Module has no attribute "Strange"  [attr-defined]'
    ]


@pytest.mark.slow
def test_pyright_knows_former_names_and_no_others(package: Path) -> None:
    (package / "typed.py").write_text(TYPED, "utf-8")
    settings = {"include": ["typed.py", "nuki_generated"], "extraPaths": [".", str(ROOT / "src")]}
    (package / "pyrightconfig.json").write_text(json.dumps(settings), "utf-8")
    done = run(package, "-m", "pyright", "--pythonpath", sys.executable, "--outputjson")
    errors = [
        each["rule"]
        for each in json.loads(done.stdout)["generalDiagnostics"]
        if each["severity"] == "error"
    ]
    assert errors == ["reportAttributeAccessIssue"]


def assigned(text: str, name: str) -> Any:
    (value,) = [
        node.value
        for node in ast.parse(text).body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    return ast.literal_eval(value)


@pytest.mark.slow
def test_the_package_tells_them_apart_from_its_own() -> None:
    text = rendered(renamed())["nuki_generated/web/__init__.py"]
    former = {old: new for new, names in SCHEMAS.items() for old in names}
    assert assigned(text, "_FORMER_NAMES") == former
    assert not former.keys() & set(assigned(text, "__all__"))


@pytest.mark.slow
def test_without_former_names_nothing_is_written_for_them() -> None:
    texts = rendered(parse_document(SAMPLE, "sample.yaml"))
    assert not [path for path, text in texts.items() if re.search("_FORMER|[Dd]eprecat", text)]


@pytest.mark.slow
def test_an_operation_under_a_former_name_is_no_operation_of_its_own() -> None:
    names = re.compile(r'resource="thing",\s+name="(\w+)"')
    before, after = (
        rendered(document)["nuki_generated/web/resources/thing.py"]
        for document in (parse_document(SAMPLE, "sample.yaml"), renamed())
    )
    assert names.findall(before) == names.findall(after) != []


OPERATION = ("paths", "/thing", "get")
SCHEMA = ("components", "schemas", "Thing")
OLD: Final = {"name": "old", "since": "0.3.0"}
REFUSALS: Final[list[tuple[tuple[str, ...], Any, str, str]]] = [
    (OPERATION, ["old"], "/0", "'old' does not say which name was replaced in which version"),
    (OPERATION, "old", "", "must be an array"),
    (OPERATION, [{"name": "old"}], "/0", "does not say"),
    (OPERATION, [{**OLD, "until": "1.0.0"}], "/0", "does not say"),
    (OPERATION, [{**OLD, "since": "0.3"}], "/0", "'0.3' is no version like 1.2.3"),
    (OPERATION, [{**OLD, "since": 3}], "/0", "'3' is no version like 1.2.3"),
    (OPERATION, [{**OLD, "name": 3}], "/0", "3 cannot be a former name"),
    (OPERATION, [{**OLD, "name": "Old"}], "/0", "'Old' cannot be a former name"),
    (OPERATION, [{**OLD, "name": "_send"}], "/0", "'_send' cannot be a former name"),
    (OPERATION, [{**OLD, "name": "import"}], "/0", "'import' has another meaning"),
    (OPERATION, [{**OLD, "name": "deprecated"}], "/0", "'deprecated' has another meaning"),
    (OPERATION, [{**OLD, "name": "list"}], "/0", "'list' is a name in use"),
    (OPERATION, [{**OLD, "name": "update"}], "/0", "'update' is a name in use"),
    (OPERATION, [OLD, OLD], "/1", "'old' stands at /paths/~1thing/get/x-nuki-former-names/0"),
    (SCHEMA, [{**OLD, "name": "stuff"}], "/0", "'stuff' cannot be a former name"),
    (SCHEMA, [{**OLD, "name": "Stuff()"}], "/0", "cannot be a former name"),
    (SCHEMA, [{**OLD, "name": "API_VERSION"}], "/0", "cannot be a former name"),
    (SCHEMA, [{**OLD, "name": "None"}], "/0", "'None' has another meaning"),
    (SCHEMA, [{**OLD, "name": "DeprecationWarning"}], "/0", "another meaning"),
    (SCHEMA, [{**OLD, "name": "Thing"}], "/0", "'Thing' is a name in use"),
    (SCHEMA, [{**OLD, "name": "ThingResource"}], "/0", "'ThingResource' is a name in use"),
    (SCHEMA, [{**OLD, "name": "Old"}] * 2, "/1", "'Old' stands at /components/schemas/Thing/"),
    (("components", "schemas", "ThingId"), [], "", "no model, enum or set of flags"),
]


@pytest.mark.parametrize(("place", "value", "where", "what"), REFUSALS, ids=range(len(REFUSALS)))
def test_what_cannot_be_kept_is_refused(
    place: tuple[str, ...], value: object, where: str, what: str
) -> None:
    document: Any = parse_document(SAMPLE, "sample.yaml")
    node = document
    for key in place:
        node = node[key]
    node["x-nuki-former-names"] = value
    with pytest.raises(GeneratorFailure, match=re.escape(what)) as failure:
        rendered(document)
    (problem,) = failure.value.problems
    path = "/".join(step.replace("/", "~1") for step in place)
    assert problem.where == f"/{path}/x-nuki-former-names{where}"
    assert problem.todo


def test_refusals_come_all_at_once() -> None:
    document = renamed(since="soon")
    with pytest.raises(GeneratorFailure) as failure:
        rendered(document)
    assert len(failure.value.problems) == sum(map(len, OPERATIONS.values()))


def read(value: Any, *styles: Style) -> tuple[list[FormerName], list[Problem]]:
    """What is kept of an extension in each of these styles, and what is refused."""
    kept: list[FormerName] = []
    problems: list[Problem] = []
    for style in styles:
        try:
            kept += former_names({"x-nuki-former-names": value}, ("a",), style)
        except GeneratorFailure as failure:
            problems += failure.problems
    return kept, problems


@pytest.mark.slow
@given(st.text() | st.text(st.characters(categories=["L", "N", "Pc"]), min_size=1))
def test_no_name_but_a_plain_one_is_kept(text: str) -> None:
    kept, problems = read(entries([text], "0.3.0"), METHODS, CLASSES)
    assert len(kept) + len(problems) == 2
    assert all(each.where == "/a/x-nuki-former-names/0" for each in problems)
    for each in kept:
        assert each.name == text
        assert text.isascii()
        assert text.isidentifier()
        assert not iskeyword(text)
        assert not text.startswith("_")


@pytest.mark.slow
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.sampled_from(["Old", "old", "0.3.0"]),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["name", "since", "x"]), inner)
        ),
        max_leaves=6,
    )
)
def test_any_other_value_is_refused_and_never_a_crash(value: Any) -> None:
    kept, problems = read(value, METHODS)
    assert problems or len(kept) == len(value)
    assert all(each.what and each.todo for each in problems)


def test_a_name_by_rule_is_no_former_one() -> None:
    def operation(**members: Any) -> dict[str, Any]:
        return {"get": {"tags": ["A"], **members}}

    former = entries(["get_c"], "0.3.0")
    document: dict[str, Any] = {
        "paths": {
            "/a": operation(**{"x-nuki-name": "get", "x-nuki-former-names": former}),
            "/b/c": operation(),
        }
    }
    assert name_operations(document)["paths"]["/b/c"]["get"]["x-nuki-name"] == "get_b_c"  # type: ignore[call-overload,index]


@pytest.mark.parametrize(
    ("since", "version", "overdue"),
    [
        ("0.3.0", "0.2.0", False),
        ("0.3.0", "0.3.0", False),
        ("0.3.0", "0.3.9", False),
        ("0.3.0", "0.4.0", True),
        ("0.3.5", "0.4.0", True),
        ("0.3.0", "0.10.0", True),
        ("0.9.0", "1.0.0", True),
        ("1.0.0", "1.1.0", True),
        ("1.2.0", "1.2.1", False),
    ],
)
def test_a_former_name_is_kept_for_one_minor_release(
    since: str, version: str, *, overdue: bool
) -> None:
    former = FormerName("old", Version.parse(since), "")
    assert former.is_overdue(Version.parse(version)) is overdue
    found = lint(renamed(since), version=Version.parse(version))
    assert len([each for each in found if "former" in each.where]) == (8 if overdue else 0)


def test_lint_names_what_is_overdue() -> None:
    document = renamed()
    document["paths"]["/thing"]["get"]["x-nuki-former-names"] = ["list_all"]
    found = [each for each in lint(document, version=Version(0, 4, 0)) if "former" in each.where]
    assert [each.where for each in found][:3] == [
        "/paths/~1thing/get/x-nuki-former-names/0",
        "/paths/~1realm~1{realm}~1thing~1{thingId}/post/x-nuki-former-names/0",
        "/paths/~1thing~1{thingId}/delete/x-nuki-former-names/0",
    ]
    assert "does not say" in found[0].what
    assert found[1].what == "'change', replaced in 0.3.0, was kept for one minor release"
    assert found[1].todo == "delete it, in a release that may break"
