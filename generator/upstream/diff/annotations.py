"""Annotations, as source, and whether one accepts every value of another."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Alternative: TypeAlias = tuple[str, ...]
"""A name, and what stands in its brackets: ``("dict", "str", "int | None")``."""

_WORD: Final = re.compile(r"\w+")
_PARENTS: Final[Mapping[str, tuple[str, ...]]] = {
    "DeviceType": ("OpenIntEnum",),
    "NukiId": ("int",),
    "OpenFlag": ("int",),
    "OpenIntEnum": ("int",),
    "OpenStrEnum": ("str",),
    "Sequence": ("Iterable",),
    "SmartlockId": ("int",),
    "bool": ("int",),
    "dict": ("Mapping",),
    "int": ("float",),  # PEP 484
    "list": ("Sequence",),
}
"""Base classes in nuki_core and in Python."""
_TOP: Final = frozenset({"Any", "object"})
_ALIASES: Final = {"JsonObject": "dict[str, JsonValue]"}
_JSON_VALUE: Final = "None | float | str | dict[str, JsonValue] | list[JsonValue]"


def mentioned(annotation: str) -> list[str]:
    """Every name in an annotation, in order."""
    return _WORD.findall(annotation)


@cache
def alternatives(annotation: str) -> tuple[Alternative, ...]:
    """The alternatives of an annotation; any other text is the name of a single one."""
    try:
        match ast.parse(annotation, mode="eval").body:
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return alternatives(ast.unparse(left)) + alternatives(ast.unparse(right))
            case ast.Subscript(value=name, slice=inside):
                inner = inside.elts if isinstance(inside, ast.Tuple) else [inside]
                return ((_name(name), *map(ast.unparse, inner)),)
            case ast.Constant(value=str(text)):
                return alternatives(text)
            case node:
                return ((_name(node),),)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ((annotation,),)


def _name(node: ast.expr) -> str:
    # A class with a method called ``list`` writes the type in full.
    return ast.unparse(node).removeprefix("builtins.")


def _respelled(annotation: str, names: Mapping[str, str]) -> str:
    return _WORD.sub(lambda word: names.get(word[0], word[0]), annotation)


@dataclass(frozen=True, slots=True)
class Types:
    """Compares annotations of an old package with those of a new one.

    ``renames`` maps old names of classes to new ones, ``parents`` every class to its bases.
    Containers count as read-only: ``list[LockState]`` is accepted where ``list[int]`` is.
    """

    renames: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]

    def relation(self, old: str, new: str, without: str = "") -> str | None:
        """The kind of change from one to the other; ``None`` if they accept the same values.

        ``without`` is an alternative that does not count in either.
        """
        spelled = _respelled(old, {**self.renames, **_ALIASES}), _respelled(new, _ALIASES)
        was, now = ([e for e in alternatives(text) if e[0] != without] for text in spelled)
        wider, narrower = self._accepts(now, was), self._accepts(was, now)
        if wider and narrower:
            return None
        return "type-widened" if wider else "type-narrowed" if narrower else "type-changed"

    def _accepts(self, wide: Iterable[Alternative], narrow: Iterable[Alternative]) -> bool:
        return all(any(self._is_a(one, other) for other in wide) for one in narrow)

    def _is_a(self, one: Alternative, other: Alternative) -> bool:
        if one == other or other[0] in _TOP:
            return True
        if other[0] == "JsonValue":
            return any(self._is_a(one, each) for each in alternatives(_JSON_VALUE))
        ancestors = [one[0]]
        for name in ancestors:
            parents = self.parents.get(name) or _PARENTS.get(name, ())
            ancestors += [parent for parent in parents if parent not in ancestors]
        inner = zip(other[1:], one[1:], strict=False)
        return (
            other[0] in ancestors
            and len(one) >= len(other)
            and all(self._accepts(alternatives(a), alternatives(b)) for a, b in inner)
        )
