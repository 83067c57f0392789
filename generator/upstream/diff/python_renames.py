"""Which classes of a new package are those of an old one under other names."""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import product
from typing import TYPE_CHECKING, Final

from .python_annotations import mentioned, renamed, spelled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .python_annotations import Type
    from .surface import Surface
    from .surface_classes import PublicClass

# From so many parts on, two classes do not share all of them by chance.
_MANY: Final = 4
# From so alike on, as difflib counts, two names are two spellings of one.
_ALIKE: Final = 0.8


def class_renames(old: Surface, new: Surface, left_out: frozenset[str]) -> dict[str, str]:
    """Old name to new name of every class that lives on under another one.

    Those that the new package keeps by their former names are certain. Others must have the same
    bases, members and fields, other renamed classes aside; and, for that may be chance, be used in
    the same place, or have similar names, or have many parts and no rival.
    """
    gone = old.classes.keys() - new.classes.keys() - left_out
    replaced = {name: new.former[name] for name in gone if new.former.get(name) in new.classes}
    fresh = new.classes.keys() - old.classes.keys() - left_out - set(replaced.values())
    return replaced | dict(_moved(old, new, gone - replaced.keys(), fresh))


def _moved(
    old: Surface, new: Surface, gone: set[str], fresh: set[str]
) -> Iterator[tuple[str, str]]:
    anything = dict.fromkeys(gone | fresh, "?")
    before = _by_shape({name: old.classes[name] for name in gone}, anything)
    after = _by_shape({name: new.classes[name] for name in fresh}, anything)
    uses = _uses(old), _uses(new)
    for shape in before.keys() & after.keys():
        yield from _paired(before[shape], after[shape], uses, parts=len(shape) - 1)


def _by_shape(
    classes: Mapping[str, PublicClass], anything: Mapping[str, str]
) -> dict[frozenset[object], list[str]]:
    found: dict[frozenset[object], list[str]] = {}
    for name, each in sorted(classes.items()):
        fields = (
            (field.name, field.required, spelled(renamed(field.annotation, anything)))
            for field in each.fields.values()
        )
        shape: frozenset[object] = frozenset([each.bases, *each.members.items(), *fields])
        if len(shape) > 1:
            found.setdefault(shape, []).append(name)
    return found


def _paired(
    before: list[str],
    after: list[str],
    uses: tuple[Mapping[str, set[str]], Mapping[str, set[str]]],
    *,
    parts: int,
) -> Iterator[tuple[str, str]]:
    alone = parts >= _MANY and len(before) == len(after) == 1
    scores = {
        (one, other): SequenceMatcher(None, one, other, autojunk=False).ratio()
        + (not uses[0].get(one, set()).isdisjoint(uses[1].get(other, set())))
        for one, other in product(before, after)
    }
    taken: set[str] = set()
    for (one, other), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if (alone or score >= _ALIKE) and taken.isdisjoint({one, other}):
            taken |= {one, other}
            yield one, other


def _uses(surface: Surface) -> dict[str, set[str]]:
    """The fields, parameters and answers that mention each class."""
    found: dict[str, set[str]] = {}
    for place, kind in _places(surface):
        for name in mentioned(kind):
            found.setdefault(name, set()).add(place)
    return found


def _places(surface: Surface) -> Iterator[tuple[str, Type]]:
    for each in surface.classes.values():
        for field in each.fields.values():
            yield f"{each.name}.{field.name}", field.annotation
        for method in each.methods.values():
            yield f"{each.name}.{method.name}", method.returns
            for parameter in method.parameters.values():
                yield f"{each.name}.{method.name}({parameter.name})", parameter.annotation
