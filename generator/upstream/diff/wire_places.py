"""Where a comparison stands: the place in the documents, its name, and whom it concerns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from generator.load.references import pointer, steps, target

from .changes import Direction, WireChange
from .wire_wording import named

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.load.documents import Json

    Object = dict[str, Json]
    Component = tuple[str, str]

REQUEST: Final = (Direction.REQUEST,)
_LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Sides:
    """The two documents.

    ``directions`` says by section and name which way components travel, in either document.
    ``renamed`` collects references to a schema that is gone, where one to a new schema came in.
    """

    old: Object
    new: Object
    directions: Mapping[Component, set[Direction]]
    renamed: dict[tuple[str, str], None] = field(default_factory=dict[tuple[str, str], None])

    def is_rename(self, old: str, new: str) -> bool:
        """Whether these lead to a component that is gone, and to a new one in its place."""
        before, after = component(old), component(new)
        if before is None or after is None:
            return False
        gone = not declares(self.new, before) and declares(self.old, before)
        return gone and declares(self.new, after) and not declares(self.old, after)


@dataclass(frozen=True, slots=True)
class Place:
    """A pair of nodes that are compared.

    ``name`` is what a text calls them. ``followed`` is set where something else stands in their
    place, such as what a reference leads to: their members then have no pointers of their own.
    It holds the pairs of references that were followed from here, each of which is once enough.
    """

    sides: Sides
    path: tuple[str, ...]
    name: str
    directions: tuple[Direction, ...]
    step: str = ""
    followed: set[tuple[str, str]] | None = None

    def at(self, *keys: str | int, name: str = "") -> Place:
        """The place of a member, or of a member's member; ``step`` is its key."""
        path = self.path if self.followed is not None else (*self.path, *map(str, keys))
        return replace(self, path=path, name=name or self.name, step=str(keys[-1]))

    def called(self, name: str) -> Place:
        """The same place under another name."""
        return replace(self, name=name)

    def part(self, name: str) -> str:
        """What a text calls the property of that name."""
        joined = f"{self.name}.{named(name)[1:-1]}"
        return joined if " " not in joined else self.inner(named(name))

    def inner(self, what: str) -> str:
        """What a text calls a part of what is here, of which it says no more if that is long."""
        return f"{what} of {self.name}" if len(self.name) < _LONGEST else f"{what} of \u2026"

    def instead(self) -> Place:
        """The same place, where something else is looked at instead of what stands there."""
        return self if self.followed is not None else replace(self, followed=set())

    def is_first(self, old: str, new: str) -> bool:
        """Whether these references were not followed before; from now on they were."""
        known = set() if self.followed is None else self.followed
        is_first = (old, new) not in known
        known.add((old, new))
        return is_first

    def back(self) -> Place:
        """The same place, for what travels the other way."""
        other = {Direction.REQUEST: Direction.ANSWER, Direction.ANSWER: Direction.REQUEST}
        return replace(self, directions=tuple(other.get(each, each) for each in self.directions))

    def change(self, kind: str, text: str) -> Iterator[WireChange]:
        """A change here, in each direction."""
        where = pointer(self.path)
        return (WireChange(where, kind, direction, text) for direction in self.directions)


def reference(value: Json) -> str | None:
    """Where a reference leads."""
    found = value.get("$ref") if isinstance(value, dict) else None
    return found if isinstance(found, str) else None


def component(text: str) -> Component | None:
    """Section and name of the component that a reference leads to."""
    found = steps(text)
    if len(found) != len(("components", "section", "name")) or found[0] != "components":
        return None
    return found[1], found[2]


def declares(document: Object, wanted: Component) -> bool:
    """Whether a document has that component."""
    section, name = wanted
    return name in members(members(document.get("components")).get(section))


def resolved(document: Object, value: Json) -> Json:
    """What a value stands for: itself, or where its reference leads, with what stands beside it.

    A reference that leads nowhere, or in a circle, stays.
    """
    seen: set[str] = set()
    while (text := reference(value)) is not None and text not in seen:
        seen.add(text)
        found = target(document, text)
        if not isinstance(found, dict):
            return value
        value = {**found, **{key: each for key, each in members(value).items() if key != "$ref"}}
    return value


def members(value: Json) -> Object:
    """The members of an object; anything else has none."""
    return value if isinstance(value, dict) else {}


def elements(value: Json) -> list[Json]:
    """The elements of an array; anything else has none."""
    return value if isinstance(value, list) else []
