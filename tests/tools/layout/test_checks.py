"""The checks of the house can fail: each finds its smell in a tiny example."""

from __future__ import annotations

import pytest

from tools.layout.api import answers_any, brought_in, exported, more_than_imports
from tools.layout.imports import import_names, imported, third_party
from tools.layout.purity import impurities, network
from tools.layout.texts import machine_paths, says_nothing, unreasoned

SOURCES = [
    "import httpx",
    "import os, httpx.client as h",
    "from httpx import Client",
    "def f():\n    import httpx",
    "if TYPE_CHECKING:\n    from httpx import Client",
    "importlib.import_module('httpx')",
    "x = __import__('httpx')",
]


def test_an_import_is_seen_wherever_it_stands(subtests: pytest.Subtests) -> None:
    for source in SOURCES:
        with subtests.test(source=source):
            assert third_party(source) == {"httpx"}


@pytest.mark.parametrize("source", ["from . import http", "from .httpx import x", "httpx = 1"])
def test_what_is_no_import_is_not_seen(source: str) -> None:
    assert imported(source) == set()


def test_requirements_are_known_by_what_they_install() -> None:
    texts = ["httpx>=0.28,<1", "PyYAML==6.0.3", "jsonpath-rfc9535==1.0.1", {"include-group": "x"}]
    assert import_names(texts) == {"httpx", "yaml", "jsonpath_rfc9535"}


@pytest.mark.parametrize("source", ["import socket", "from urllib.request import urlopen"])
def test_the_network_is_seen(source: str) -> None:
    assert network(source)
    assert not network("from urllib.parse import quote")


@pytest.mark.parametrize(
    "source",
    [
        "import time",
        "from random import choice",
        "datetime.now(UTC)",
        "date.today()",
        "os.environ['HOME']",
        "from os import getenv",
        "Path.cwd()",
    ],
)
def test_clock_chance_and_environment_are_seen(source: str) -> None:
    assert impurities(source)
    assert not impurities("from datetime import datetime\nimport os\nos.replace(a, b)")


@pytest.mark.parametrize(
    "source",
    [
        "def f() -> Any: ...",
        "async def f() -> list[Any]: ...",
        "def f(): ...",
        "class A:\n    def f(self) -> dict[str, Any]: ...",
    ],
)
def test_an_untyped_answer_is_seen(source: str) -> None:
    assert len(answers_any(source)) == 1


@pytest.mark.parametrize(
    "source",
    ["def f(x: Any) -> int: ...", "def _f() -> Any: ...", "class _A:\n    def f(self): ..."],
)
def test_a_typed_or_private_answer_is_not_seen(source: str) -> None:
    assert answers_any(source) == set()


def test_exports_are_read_from_the_source() -> None:
    imports = "import os\nfrom .a import B\nif TYPE_CHECKING:\n    from nuki_core.c import D\n"
    source = f"{imports}__all__ = ['B']"
    assert exported(source) == ["B"]
    assert brought_in(source) == {"B", "D"}
    assert exported("x = 1") == []


def test_an_init_that_does_something_is_seen() -> None:
    assert more_than_imports('"""Doc."""\nfrom .a import B\n__all__ = ["B"]\n') == []
    assert more_than_imports("def f():\n    pass\nx = 1") == ["def f():", "x = 1"]


@pytest.mark.parametrize("folder", ["home", "root", "tmp", "Users"])
def test_a_machine_path_is_seen(folder: str) -> None:
    assert machine_paths(f"see '/{folder}/anna/notes.txt'")
    assert not machine_paths(f"see https://example.org/{folder}/page and x/{folder}/y")


@pytest.mark.parametrize("path", ["src/utils.py", "src/string_helpers.py", "common/x.py"])
def test_a_name_that_says_nothing_is_seen(path: str) -> None:
    assert says_nothing(path)
    assert not says_nothing("src/database.py")


def test_an_exception_without_a_reason_is_seen() -> None:
    assert unreasoned('ignore = [\n    "D105",\n    "E501",  # long\n]') == ['"D105",']
