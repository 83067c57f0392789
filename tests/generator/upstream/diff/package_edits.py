"""Edits of one name, type or value in the text of a generated package."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    Function = ast.FunctionDef | ast.AsyncFunctionDef

# No member of any package may have it: a class with one name twice holds one member less.
UNUSED_MEMBER = "MEMBER_OF_THE_EDIT"


@dataclass(frozen=True)
class PackageEdit:
    """Replaces a stretch of a module; ``kinds`` are the changes of which it makes at least one."""

    path: str
    start: tuple[int, int]
    end: tuple[int, int]
    text: str
    kinds: frozenset[str]

    def __str__(self) -> str:
        return f"{self.path}:{self.start[0]} {self.text!r}"

    def applied(self, texts: Mapping[str, str]) -> dict[str, str]:
        """The package with this edit."""
        lines = texts[self.path].encode().splitlines(keepends=True)
        start, end = self._offset(lines, self.start), self._offset(lines, self.end)
        source = b"".join(lines)
        new = (source[:start] + self.text.encode() + source[end:]).decode()
        return {**texts, self.path: new}

    @staticmethod
    def _offset(lines: list[bytes], place: tuple[int, int]) -> int:
        return sum(map(len, lines[: place[0] - 1])) + place[1]


def package_edits(texts: Mapping[str, str]) -> list[PackageEdit]:
    """Every edit of every public member, field, method and parameter."""
    return [edit for path, text in texts.items() for edit in _edits(path, ast.parse(text))]


def _is_of_class(node: ast.AnnAssign) -> bool:
    return ast.unparse(node.annotation).startswith("ClassVar")


def _edits(path: str, tree: ast.Module) -> Iterator[PackageEdit]:
    for each in tree.body:
        for node in each.body if isinstance(each, ast.ClassDef) else ():
            if isinstance(node, ast.Assign):
                yield _replaced(path, node.targets[0], UNUSED_MEMBER, "name-renamed")
                yield _replaced(path, node.value, "'another'", "member-changed")
                yield _replaced(path, node, f"{UNUSED_MEMBER} = 'another'", "name-removed")
            elif isinstance(node, ast.AnnAssign) and not _is_of_class(node):
                yield _replaced(path, node.target, "renamed", "name-removed")
                yield _replaced(path, node.annotation, "object", "type-widened")
                yield _replaced(path, node, "pass", "name-removed")
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield from _of_signature(path, node)


def _of_signature(path: str, node: Function) -> Iterator[PackageEdit]:
    if node.returns is not None:
        # An attribute of a client is no resource any more.
        yield _replaced(path, node.returns, "object", "type-widened", "name-removed")
    yield _replaced(path, node, "def other(self): ...", "name-removed")
    for each in (*node.args.args[1:], *node.args.kwonlyargs):
        if each.annotation is not None:
            yield _replaced(path, each.annotation, "object", "type-widened")
            yield _replaced(path, each, "renamed: object", "name-removed")


def _replaced(path: str, node: ast.AST, text: str, *kinds: str) -> PackageEdit:
    start, end = (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)  # type: ignore[attr-defined]
    return PackageEdit(path, start, end, text, frozenset(kinds))
