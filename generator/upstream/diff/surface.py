"""What a generated package offers to those who import it, read from its text."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from generator.load.problems import GeneratorFailure, Problem, collected

from .surface_classes import PublicClass, is_public, public_class
from .surface_operations import TableRow, table_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .surface_classes import Method

_MODULE: Final = re.compile(r"nuki_generated/(\w+)/(?:.+/)?\w+\.py")
_TODO: Final = "compare packages that this generator wrote"


@dataclass(frozen=True, slots=True)
class Module:
    """One module: its text, and what that says."""

    path: str
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its name below the package that users import: ``nuki.web.models.account``."""
        parts = self.path.removesuffix(".py").removesuffix("/__init__").split("/")
        return ".".join(["nuki", *parts[1:]])


@dataclass(frozen=True, slots=True)
class Surface:
    """The public names of one API.

    ``constants`` maps a name to the source of its value, ``former`` the deprecated name of a class
    to its present one, ``operations`` resource and method to the row of ``OPERATIONS``.
    """

    api: str
    modules: Mapping[str, Module]
    classes: Mapping[str, PublicClass]
    constants: Mapping[str, str]
    former: Mapping[str, str]
    operations: Mapping[tuple[str, str], TableRow]

    @property
    def package(self) -> str:
        """The name by which users import it."""
        return f"nuki.{self.api}"

    def is_client(self, each: PublicClass) -> bool:
        """Whether a class is one of the two clients, whose attributes are resources."""
        return each.module == f"{self.package}.api"

    def resource(self, attribute: Method) -> PublicClass | None:
        """The class behind an attribute of a client."""
        return self.classes.get(attribute.returns[0].name)

    @property
    def resources(self) -> frozenset[str]:
        """The names of the classes behind the attributes of both clients."""
        clients = filter(self.is_client, self.classes.values())
        found = [self.resource(method) for each in clients for method in each.methods.values()]
        return frozenset(resource.name for resource in found if resource)


def surfaces(texts: Mapping[str, str]) -> dict[str, Surface]:
    """The surface of each API, from the text of every module by its path.

    Paths begin with ``nuki_generated/``; other files are left aside.

    Raises:
        GeneratorFailure: These are no packages of ours: there is none, a module is not Python, or
            a name that a package exports is defined nowhere.
    """
    apis: dict[str, dict[str, str]] = {}
    for path, text in sorted(texts.items()):
        if found := _MODULE.fullmatch(path):
            apis.setdefault(found[1], {})[path] = text
    if not apis:
        raise GeneratorFailure([Problem("nuki_generated", "holds no package of an API", _TODO)])
    try:
        return {surface.api: surface for surface in collected(_surface, apis.items())}
    except RecursionError as error:
        problem = Problem("nuki_generated", "nests expressions too deeply", _TODO)
        raise GeneratorFailure([problem]) from error


def _surface(item: tuple[str, Mapping[str, str]]) -> Surface:
    api, texts = item
    modules = {module.name: module for module in collected(_module, texts.items())}
    package = f"nuki.{api}"
    own = _assigned(modules[package].tree) if package in modules else {}
    exported = _literal(own.get("__all__"))
    if not isinstance(exported, list):
        what = "lists no public names in __all__"
        raise GeneratorFailure([Problem(f"nuki_generated/{api}/__init__.py", what, _TODO)])
    homes = dict(_definitions(modules))
    found = dict(collected(partial(_defined, api, homes), sorted(set(map(str, exported)))))
    former = _literal(own.get("_FORMER_NAMES"))
    return Surface(
        api=api,
        modules=modules,
        classes={
            n: public_class(m, d) for n, (m, d) in found.items() if isinstance(d, ast.ClassDef)
        },
        constants={n: ast.unparse(d) for n, (_, d) in found.items() if isinstance(d, ast.expr)},
        former={str(k): str(v) for k, v in former.items()} if isinstance(former, dict) else {},
        operations={row.key: row for row in _rows(modules)},
    )


def _module(item: tuple[str, str]) -> Module:
    path, text = item
    try:
        return Module(path, text, ast.parse(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = f" in line {error.lineno}" if isinstance(error, SyntaxError) else ""
        raise GeneratorFailure([Problem(path, f"is not Python{line}", _TODO)]) from error


def _definitions(
    modules: Mapping[str, Module],
) -> Iterator[tuple[str, tuple[str, ast.ClassDef | ast.expr]]]:
    """Every top-level class and constant of the package, the outermost modules last."""
    for name in sorted(modules, key=lambda name: (-name.count("."), name)):
        tree = modules[name].tree
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                yield node.name, (name, node)
        yield from ((constant, (name, value)) for constant, value in _assigned(tree).items())


def _defined(
    api: str, homes: Mapping[str, tuple[str, ast.ClassDef | ast.expr]], name: str
) -> tuple[str, tuple[str, ast.ClassDef | ast.expr]]:
    if name in homes and is_public(name):
        return name, homes[name]
    what = f"exports {name[:80]!r}, which no module defines"
    raise GeneratorFailure([Problem(f"nuki_generated/{api}/__init__.py", what, _TODO)])


def _assigned(tree: ast.Module) -> dict[str, ast.expr]:
    """The value of every name that is assigned at the top level."""
    found: dict[str, ast.expr] = {}
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        value = getattr(node, "value", None)
        if isinstance(value, ast.expr):
            found |= {target.id: value for target in targets if isinstance(target, ast.Name)}
    return found


def _literal(node: ast.expr | None) -> object:
    try:
        return ast.literal_eval(node) if node else None
    except (ValueError, TypeError):
        return None


def _rows(modules: Mapping[str, Module]) -> Iterator[TableRow]:
    for module in modules.values():
        if ".resources." in module.name:
            yield from table_rows(_assigned(module.tree))
