"""What changed in one class: its kind, its members, its fields, its methods."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .changes import Direction, PythonChange
from .python_annotations import Types, without
from .python_docs import WHOLE, doc_change
from .python_quotes import plain, quoted, quoted_type
from .python_signatures import signature_changes
from .rules import python_severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .surface_classes import Field, PublicClass


@dataclass(frozen=True, slots=True)
class ClassPair:
    """A class of the old package and what it is in the new one.

    ``name`` is the one under which code that uses it finds it, ``directions`` the ways that its
    instances travel.
    """

    name: str
    old: PublicClass
    new: PublicClass
    directions: tuple[Direction, ...]

    @property
    def made_by(self) -> Direction:
        """``REQUEST`` if callers make instances, ``ANSWER`` if only the decoder does."""
        is_given = Direction.REQUEST in self.directions
        return Direction.REQUEST if is_given else Direction.ANSWER


def class_changes(pair: ClassPair, types: Types) -> Iterator[PythonChange]:
    """Compare two classes, whatever they are called."""
    old, new = pair.old, pair.new
    if old.bases != new.bases:
        was, now = (quoted(", ".join(bases)) for bases in (old.bases, new.bases))
        text = f"{quoted(new.name)} derives from {now}, no longer from {was}"
        yield PythonChange(pair.name, "class-changed", text)
        return
    if old.constructor != new.constructor:
        now = quoted(", ".join(new.constructor))
        text = f"{quoted(new.name)} is made in another way: {now}"
        yield PythonChange(pair.name, "constructor-changed", text)
    yield from _members(pair)
    yield from _fields(pair, types)
    yield from _methods(pair, types)
    told = (old.members.keys() ^ new.members.keys()) | (old.fields.keys() ^ new.fields.keys())
    # The docstring of what has no description is its name.
    told |= {WHOLE} if old.name != new.name else set()
    if change := doc_change(pair.name, (old.doc, new.doc), told):
        yield change


def _members(pair: ClassPair) -> Iterator[PythonChange]:
    before, after = pair.old.members, pair.new.members
    fresh = {name: value for name, value in after.items() if name not in before}
    for name, value in before.items():
        place, what = f"{pair.name}.{name}", f"member {quoted(name)} of {quoted(pair.new.name)}"
        if name in after and after[name] != value:
            text = f"{what} stands for {plain(after[name])}, no longer for {plain(value)}"
            yield PythonChange(place, "member-changed", text)
        elif name not in after:
            heir = next((other for other, its in fresh.items() if its == value), None)
            if heir:
                del fresh[heir]
                yield PythonChange(place, "member-renamed", f"{what} is called {quoted(heir)} now")
            else:
                yield PythonChange(place, "member-removed", f"{what} is gone")
    for name in fresh:
        text = f"member {quoted(name)} of {quoted(pair.new.name)} is new"
        yield PythonChange(f"{pair.name}.{name}", "member-added", text)


def _fields(pair: ClassPair, types: Types) -> Iterator[PythonChange]:
    before, after = pair.old.fields, pair.new.fields
    for name in {**before, **after}:
        place, what = f"{pair.name}.{name}", f"field {quoted(name)} of {quoted(pair.new.name)}"
        if name not in after:
            yield PythonChange(place, "field-removed", f"{what} is gone")
        elif name in before:
            fields = before[name], after[name]
            yield from _field(place, what, fields, pair.made_by)
            yield from _field_types(place, what, fields, pair, types)
        elif after[name].required:
            text = f"{what} is new, and required of whoever makes one"
            yield PythonChange(place, "field-added-required", text, pair.made_by)
        else:
            yield PythonChange(place, "field-added", f"{what} is new")


def _field(
    place: str, what: str, fields: tuple[Field, Field], made_by: Direction
) -> Iterator[PythonChange]:
    old, new = fields
    if old.required != new.required:
        kind = "field-became-required" if new.required else "field-became-optional"
        text = f"{what} is {'required' if new.required else 'optional'}"
        yield PythonChange(place, kind, text, made_by)
    elif old.default != new.default:
        text = f"{what} is {quoted(str(new.default))} by default, not {quoted(str(old.default))}"
        yield PythonChange(place, "default-changed", text)


def _field_types(
    place: str, what: str, fields: tuple[Field, Field], pair: ClassPair, types: Types
) -> Iterator[PythonChange]:
    old, new = fields
    told: set[tuple[str, int]] = set()
    for direction in pair.directions:
        was, now = old.annotation, new.annotation
        if old.required != new.required and (new.required or direction is Direction.REQUEST):
            # Unset follows from the default, of which is told; only readers must expect it anew.
            was, now = without(was, "Unset"), without(now, "Unset")
        if kind := types.relation(was, now):
            annotations = f"{quoted_type(new.annotation)}, no longer {quoted_type(old.annotation)}"
            change = PythonChange(place, kind, f"{what} is {annotations}", direction)
            if (judged := (kind, python_severity(change))) not in told:
                told.add(judged)
                yield change


def _methods(pair: ClassPair, types: Types) -> Iterator[PythonChange]:
    before, after = pair.old.methods, pair.new.methods
    for name in {**before, **after}:
        place = f"{pair.name}.{name}"
        if name not in after:
            yield PythonChange(place, "method-removed", f"{quoted(f'{place}()')} is gone")
        elif name not in before:
            yield PythonChange(place, "method-added", f"{quoted(f'{place}()')} is new")
        else:
            yield from signature_changes(place, before[name], after[name], types)
            if change := doc_change(place, (before[name].doc, after[name].doc)):
                yield change
