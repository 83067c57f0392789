"""The import statements of a generated module, found by reading the module."""

from __future__ import annotations

import ast
from itertools import groupby
from typing import TYPE_CHECKING, Final

from .literals import call

if TYPE_CHECKING:
    from collections.abc import Iterator

_ORIGINS: Final = {
    "collections.abc": "Mapping",
    "datetime": "datetime",
    "functools": "cached_property partial",
    "typing": "Any Final Self TYPE_CHECKING",
    "attrs": "define field",
    "nuki_core.decode": "array instance json_object json_objects json_value nothing or_nothing "
    "text",
    "nuki_core.deprecation": "deprecated",
    "nuki_core.enums": "OpenFlag OpenIntEnum OpenStrEnum members",
    "nuki_core.ids": "DeviceType NukiId SmartlockId device_type_of "
    "shared_nuki_id shared_smartlock_id",
    "nuki_core.instants": "instant",
    "nuki_core.json": "JsonObject JsonValue",
    "nuki_core.model": "Model known plain unknown",
    "nuki_core.request": "AsyncSender Operation Parameter Request Sender digit query segment",
    "nuki_core.resource": "AsyncResource Resource",
    "nuki_core.unset": "MISSING UNSET Unset",
}
_ORIGIN_OF: Final = {name: origin for origin, names in _ORIGINS.items() for name in names.split()}
_ROOMS: Final = ("builtins", "collections", "datetime", "functools", "typing")


def with_imports(body: str, home: str, homes: dict[str, str], *, lazy: bool = False) -> str:
    """The imports that a module's body needs, and the body.

    ``homes`` maps every public name of the API to its module, ``home`` is this one. With ``lazy``,
    what only annotations mention is imported for type checkers alone.
    """
    mentioned, running = _names(body)
    typed = "\n\n".join(_blocks(mentioned - running, home, homes, indent=4)) if lazy else ""
    blocks = list(_blocks((running | {"TYPE_CHECKING"}) if typed else mentioned, home, homes))
    if typed:
        blocks.append(f"if TYPE_CHECKING:\n{typed}")
    return "\n\n".join(blocks) + f"\n{body}"


def _names(body: str) -> tuple[set[str], set[str]]:
    """All names of a module, and those that it needs when it runs."""
    tree = ast.parse(body)
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.Name)]
    annotations = [annotation for node in ast.walk(tree) for annotation in _annotations(node)]
    inside = {id(node) for annotation in annotations for node in ast.walk(annotation)}
    bound = {node.id for node in nodes if isinstance(node.ctx, ast.Store)}
    # What a function imports for itself is needed outside it by annotations at most.
    local = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    running = {node.id for node in nodes if id(node) not in inside}
    return {node.id for node in nodes} - bound, running - bound - local


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
        yield node.returns
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield node.annotation


def _blocks(names: set[str], home: str, homes: dict[str, str], *, indent: int = 0) -> Iterator[str]:
    """Import statements in blocks: standard library, third party, core, this package."""
    found = sorted(
        (_block(origin), origin, name)
        for name in names
        if (origin := _origin(name, home, homes)) is not None
    )
    for _, block in groupby(found, key=lambda each: each[0]):
        statements = [
            _statement(origin, [name for _, _, name in group], indent)
            for origin, group in groupby(block, key=lambda each: each[1])
        ]
        yield "\n".join(statements)


def _origin(name: str, home: str, homes: dict[str, str]) -> str | None:
    if name == "builtins":
        return name
    if name in homes:
        return "." * (home.count(".") + 1) + homes[name] if homes[name] != home else None
    return _ORIGIN_OF.get(name)


def _block(origin: str) -> int:
    if origin.startswith("."):
        return 3
    if origin.startswith("nuki_core"):
        return 2
    return 0 if origin.partition(".")[0] in _ROOMS else 1


def _statement(origin: str, names: list[str], indent: int) -> str:
    margin = " " * indent
    if origin == "builtins":
        return f"{margin}import builtins"
    return call(f"from {origin} import ", names, "", indent=indent, bare=True)
