"""What a module promises: its public functions and the names it exports."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def answers_any(source: str) -> set[str]:
    """Public functions and methods whose return type has ``Any`` in it, or none at all."""
    return {
        name
        for name, returns in _public(ast.parse(source), "")
        if returns is None
        or any(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(returns))
    }


def exported(source: str) -> list[str]:
    """The literal ``__all__`` of a module."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return []


def brought_in(source: str) -> set[str]:
    """The names a package takes from its own distribution, for type checkers as well."""
    return {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        and (node.level or (node.module or "").startswith("nuki"))
        for alias in node.names
    }


def more_than_imports(source: str) -> list[str]:
    """The statements of an ``__init__`` besides its docstring, imports and ``__all__``."""
    return [
        ast.unparse(node).partition("\n")[0]
        for node in ast.parse(source).body
        if not (
            isinstance(node, ast.Import | ast.ImportFrom)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
            or ast.unparse(node).startswith("__all__ = ")
        )
    ]


def _public(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.expr | None]]:
    for child in ast.iter_child_nodes(node):
        match child:
            case ast.ClassDef(name=name) if not name.startswith("_"):
                yield from _public(child, f"{name}.")
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                if not name.startswith("_"):
                    yield prefix + name, child.returns
            case _:
                pass
