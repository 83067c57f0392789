"""What users read of a change on the wire, in the names of Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.load.references import at, parts
from generator.upstream.codes import codes

from .python_names import python_names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json
    from generator.upstream.diff.subject import Subject

    from .python_names import Code, PythonNames, Typed

_CODES: Final = frozenset({"code-added", "code-removed", "enum-value-added", "enum-value-removed"})
_LEAVES: Final = frozenset({"description", "enum", "const"})
_INSIDE: Final = ("schema", "items")
_PROPERTY: Final = len(("components", "schemas", "name", "properties", "name"))
_OPERATION: Final = len(("paths", "path", "method"))


class Sentences:
    """The sentences about the changes from one description of an API to another."""

    def __init__(self, api: str, old: Subject, new: Subject) -> None:
        self._documents = old.documents[api], new.documents[api]
        self._old = python_names(api, old.texts)
        self._new = python_names(api, new.texts)

    def about(self, pointer: str, kind: str, text: str) -> list[str]:
        """What to say of a change at this place; ``text`` says it in the description's names.

        Nothing is said of a code whose member is new, because that is said of the member.
        """
        where = parts(pointer)
        while where and where[-1] in _LEAVES:
            where.pop()
        if kind in _CODES and (typed := self._typed(where)):
            was, now = (_values(document, where) for document in self._documents)
            if kind.endswith("added"):
                here, there, fresh = self._new, self._old, {c: now[c] for c in now if c not in was}
                verb = "may be"
            else:
                here, there, fresh = self._old, self._new, {c: "" for c in was if c not in now}
                verb = "is no longer described to be"
            said: list[str] = []
            for code, meaning in fresh.items():
                what = f"`{code!r}`" if isinstance(code, str) else str(code)
                what += f" ({' '.join(meaning.split()).rstrip('.')})" if meaning else ""
                member = here.member(typed, code)
                if not member or there.has_member(member):
                    said.append(f"`{typed.name}` {verb} {f'`{member}`' if member else what}")
            return said
        return [self._new.renamed(self._old.renamed(text))]

    def _typed(self, where: list[str]) -> Typed | None:
        """The field or the parameter at a place, if it is one of Python's."""
        while where and where[-1] in _INSIDE:
            where = where[:-1]
        if where[:2] == ["components", "schemas"] and len(where) == _PROPERTY:
            return self._either("of_schema", where[2], where[4])
        if where[:1] == ["paths"] and where[_OPERATION:-1] == ["parameters"]:
            for document in reversed(self._documents):
                node = at(document, [*where[:-1], int(where[-1])])
                name = node.get("name") if isinstance(node, dict) else None
                if isinstance(name, str):
                    return self._either("of_operation", where[2], where[1], name)
        return None

    def _either(self, of: str, *place: str) -> Typed | None:
        names: tuple[PythonNames, ...] = self._new, self._old
        found: Iterator[Typed | None] = (getattr(each, of)(*place) for each in names)
        return next((each for each in found if each), None)


def _values(document: Mapping[str, Json], where: list[str]) -> dict[Code, str]:
    """The values that a node names, in its description and in its enum, with their meanings."""
    steps: list[str | int] = [int(each) if each.isdecimal() else each for each in where]
    found: dict[Code, str] = {}
    node = at(dict(document), steps)
    while isinstance(node, dict):
        text, values = node.get("description"), node.get("enum", [node.get("const")])
        found |= dict(codes(text)) if isinstance(text, str) else {}
        for value in values if isinstance(values, list) else []:
            if isinstance(value, int | str) and not isinstance(value, bool):
                found.setdefault(value, "")
        node = next((node[key] for key in _INSIDE if isinstance(node.get(key), dict)), None)
    return found
