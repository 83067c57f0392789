"""What a module imports, wherever in it: also in functions, and also for type checkers only."""

from __future__ import annotations

import ast
import re
import sys
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CALLS: Final = frozenset({"import_module", "__import__"})
_NAME: Final = re.compile(r"[\w-]+")
_IMPORT_NAMES: Final = {"griffelib": "griffe", "pynacl": "nacl", "pyyaml": "yaml"}


@cache
def imported(source: str) -> frozenset[str]:
    """The modules that a source imports by absolute name, dotted as written there."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            first = node.args[0] if node.args else None
            if called in _CALLS and isinstance(first, ast.Constant):
                found.add(str(first.value))
    return frozenset(found)


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
