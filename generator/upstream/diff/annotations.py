"""Annotations as values, and whether one accepts every value of another."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Type: TypeAlias = "tuple[Atom, ...]"
"""The alternatives of an annotation, in order."""

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


@dataclass(frozen=True, slots=True)
class Atom:
    """One alternative of an annotation: a name, and what stands in its brackets."""

    name: str
    arguments: tuple[Type, ...] = ()

    def __str__(self) -> str:
        inner = ", ".join(map(spelled, self.arguments))
        return f"{self.name}[{inner}]" if inner else self.name


_JSON_OBJECT: Final = Atom("dict", ((Atom("str"),), (Atom("JsonValue"),)))
_JSON: Final = (
    *map(Atom, ("None", "float", "str", "JsonObject")),
    Atom("list", ((Atom("JsonValue"),),)),
    _JSON_OBJECT,
)


def parsed(text: str) -> Type:
    """An annotation from its source; what is no annotation is an alternative of its own."""
    try:
        return _alternatives(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return (Atom(repr(text)),)


def _alternatives(node: ast.expr) -> Type:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return tuple(dict.fromkeys(_alternatives(left) + _alternatives(right)))
        case ast.Subscript(value=value, slice=inside):
            inner = inside.elts if isinstance(inside, ast.Tuple) else [inside]
            return (Atom(_name(value), tuple(map(_alternatives, inner))),)
        case ast.Constant(value=str(text)):
            return parsed(text)
        case _:
            return (Atom(_name(node)),)


def _name(node: ast.expr) -> str:
    # A class with a method called ``list`` writes the type in full.
    return ast.unparse(node).removeprefix("builtins.")


def spelled(kind: Type) -> str:
    """An annotation as source."""
    return " | ".join(map(str, kind))


def without(kind: Type, name: str) -> Type:
    """An annotation without one of its alternatives."""
    return tuple(atom for atom in kind if atom.name != name)


def mentioned(kind: Type) -> Iterator[str]:
    """Every name in an annotation."""
    for atom in kind:
        yield atom.name
        yield from chain.from_iterable(map(mentioned, atom.arguments))


def renamed(kind: Type, names: Mapping[str, str]) -> Type:
    """An annotation in which classes go by their new names."""
    return tuple(
        Atom(names.get(atom.name, atom.name), tuple(renamed(a, names) for a in atom.arguments))
        for atom in kind
    )


@dataclass(frozen=True, slots=True)
class Types:
    """Compares annotations of an old package with those of a new one.

    ``renames`` maps old names of classes to new ones, ``parents`` every class to its bases.
    Containers count as read-only: ``list[LockState]`` is accepted where ``list[int]`` is.
    """

    renames: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]

    def relation(self, old: Type, new: Type) -> str | None:
        """The kind of change from one to the other; ``None`` if they accept the same values."""
        old = renamed(old, self.renames)
        wider, narrower = self._accepts(new, old), self._accepts(old, new)
        if wider and narrower:
            return None
        return "type-widened" if wider else "type-narrowed" if narrower else "type-changed"

    def _accepts(self, wide: Type, narrow: Type) -> bool:
        return all(any(self._is_a(one, other) for other in wide) for one in narrow)

    def _is_a(self, one: Atom, other: Atom) -> bool:
        if one == other or other.name in _TOP:
            return True
        if other.name == "JsonValue":
            return any(self._is_a(one, each) for each in _JSON)
        if "JsonObject" in {one.name, other.name}:
            one, other = (_JSON_OBJECT if a.name == "JsonObject" else a for a in (one, other))
            return self._is_a(one, other)
        ancestors = [one.name]
        for name in ancestors:
            parents = self.parents.get(name) or _PARENTS.get(name, ())
            ancestors += [parent for parent in parents if parent not in ancestors]
        if other.name not in ancestors:
            return False
        inner = zip(other.arguments, one.arguments, strict=False)
        return len(one.arguments) >= len(other.arguments) and all(
            self._accepts(wide, narrow) for wide, narrow in inner
        )
