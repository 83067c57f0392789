"""Modules whose text changed though nothing that they offer explains it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Final, TypeAlias

from .changes import PythonChange
from .python_docs import doc_change
from .python_quotes import quoted

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from .surface import Module, Surface

Located: TypeAlias = "tuple[PythonChange, frozenset[str]]"

_WORD: Final = re.compile(r"\w+")
_DOCUMENTED: Final = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def module_changes(
    old: Surface, new: Surface, found: Iterable[Located], classes: Collection[str]
) -> Iterator[PythonChange]:
    """Docstrings of modules, and what nothing else tells: each module whose code changed.

    ``found`` are the changes told already, with the modules that they explain. Besides, a module
    may differ because it uses one of ``classes``, which came, went, or are made otherwise.
    """
    code, texts = set[str](), set[str]()
    for change, modules in found:
        (texts if change.kind == "text-changed" else code).update(modules)
    for name in {**old.modules, **new.modules}:
        before, after = old.modules.get(name), new.modules.get(name)
        if before and after and before.text == after.text:
            continue
        reworded = before and after and doc_change(name, (_doc(before), _doc(after)))
        if reworded:
            yield reworded
        only_words = (reworded or name in texts) and _code(before) == _code(after)
        used = not (_words(before) | _words(after)).isdisjoint(classes)
        if not only_words and name not in code and not used:
            yield PythonChange(name, "code-changed", f"the code of {quoted(name)} is another")


def _doc(module: Module) -> str:
    return ast.get_docstring(module.tree) or ""


def _words(module: Module | None) -> set[str]:
    return set(_WORD.findall(module.text)) if module else set()


def _code(module: Module | None) -> str:
    """What a module does: its source without docstrings, comments and layout."""
    text = module.text if module else ""
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, _DOCUMENTED) and ast.get_docstring(node) is not None:
            del node.body[0]
    try:
        return ast.dump(tree)
    except RecursionError:
        return text
