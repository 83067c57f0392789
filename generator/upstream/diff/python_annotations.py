"""Annotations as values, and whether one holds every value of another."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Type: TypeAlias = "tuple[Atom, ...]"

# What each class of the core and of Python may stand in for; an int may, by PEP 484, for a float.
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
    "int": ("float",),
    "list": ("Sequence",),
}
_TOP: Final = frozenset({"Any", "object"})


@dataclass(frozen=True, slots=True)
class Atom:
    """One alternative of an annotation: a name, and what stands in its brackets."""

    name: str
    arguments: tuple[Type, ...] = ()

    def __str__(self) -> str:
        inner = ", ".join(map(spelled, self.arguments))
        return f"{self.name}[{inner}]" if inner else self.name


_JSON: Final = (
    *map(Atom, ("None", "float", "str", "JsonValue", "JsonObject")),
    Atom("list", ((Atom("JsonValue"),),)),
    Atom("dict", ((Atom("str"),), (Atom("JsonValue"),))),
)


def annotation(node: ast.expr | None) -> Type:
    """The alternatives of an annotation, in order; what has none may be anything."""
    match node:
        case None:
            return (Atom("Any"),)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return tuple(dict.fromkeys(annotation(left) + annotation(right)))
        case ast.Subscript(value=value, slice=inside):
            inner = inside.elts if isinstance(inside, ast.Tuple) else [inside]
            return (Atom(_name(value), tuple(map(annotation, inner))),)
        case ast.Constant(value=str(text)):
            return parsed(text)
        case _:
            return (Atom(_name(node)),)


def parsed(text: str) -> Type:
    """The alternatives of an annotation in quotes."""
    try:
        return annotation(ast.parse(text, mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return (Atom(repr(text)),)


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

    ``renames`` are the classes that go by another name, ``parents`` the bases of every class.
    Containers count as read-only: a list of locks is a list of integers where locks are integers.
    """

    renames: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]

    def relation(self, old: Type, new: Type) -> str | None:
        """The kind of change that leads from one to the other, if it makes any difference."""
        old = renamed(old, self.renames)
        wider, narrower = self._holds(new, old), self._holds(old, new)
        if wider and narrower:
            return None
        return "type-widened" if wider else "type-narrowed" if narrower else "type-changed"

    def _holds(self, wide: Type, narrow: Type) -> bool:
        return all(any(self._is_a(one, other) for other in wide) for one in narrow)

    def _is_a(self, one: Atom, other: Atom) -> bool:
        if one == other or other.name in _TOP:
            return True
        if other.name == "JsonValue":
            return any(self._is_a(one, each) for each in _JSON if each != other)
        if "JsonObject" in {one.name, other.name}:
            return self._is_a(_expanded(one), _expanded(other))
        if other.name not in self._ancestors(one.name):
            return False
        inner = zip(other.arguments, one.arguments, strict=False)
        return len(one.arguments) >= len(other.arguments) and all(
            self._holds(wide, narrow) for wide, narrow in inner
        )

    def _ancestors(self, name: str) -> set[str]:
        found: set[str] = set()
        todo = [name]
        while todo:
            each = todo.pop()
            if each not in found:
                found.add(each)
                todo += self.parents.get(each) or _PARENTS.get(each, ())
        return found


def _expanded(atom: Atom) -> Atom:
    return _JSON[-1] if atom.name == "JsonObject" else atom


def _name(node: ast.expr) -> str:
    # A class with a method called ``list`` writes the type in full.
    return ast.unparse(node).removeprefix("builtins.")
