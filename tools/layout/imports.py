"""What a module imports, wherever in it: also in functions, and also for type checkers only."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_CALLS: Final = frozenset({"import_module", "__import__"})
_NAME: Final = re.compile(r"[\w-]+")
_IMPORT_NAMES: Final = {"griffelib": "griffe", "pynacl": "nacl", "pyyaml": "yaml"}


@cache
def imported(source: str) -> frozenset[str]:
    """The modules that a source imports by absolute name, dotted as written there."""
    return frozenset(name for node in ast.walk(ast.parse(source)) for name in _names(node))


def roots(modules: Iterable[str]) -> set[str]:
    """The top-level packages of modules."""
    return {module.partition(".")[0] for module in modules}


def third_party(source: str) -> set[str]:
    """The top-level packages that a source imports and that Python does not bring."""
    return roots(imported(source)) - sys.stdlib_module_names


def import_names(requirements: Iterable[object]) -> set[str]:
    """The top-level packages that requirements install; includes of groups are left out."""
    texts = [text.lower() for text in requirements if isinstance(text, str)]
    names = [match[0] for text in texts if (match := _NAME.match(text))]
    return {_IMPORT_NAMES.get(name, name.replace("-", "_")) for name in names}


def _names(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)
    elif isinstance(node, ast.Call) and _called(node.func) in _CALLS:
        yield from (str(first.value) for first in node.args[:1] if isinstance(first, ast.Constant))


def _called(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
