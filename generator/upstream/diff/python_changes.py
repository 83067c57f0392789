"""What changed between two generated packages for the people who import them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .changes import PythonChange
from .python_annotations import Types
from .python_classes import ClassPair, class_changes
from .python_clients import client_pair
from .python_methods import method_changes
from .python_modules import module_changes
from .python_quotes import plain, quoted
from .python_renames import class_renames
from .python_resources import resource_changes
from .python_travels import travels
from .surface import Surface

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from .changes import Direction
    from .python_clients import ClientPair
    from .python_modules import Located
    from .surface_classes import PublicClass

VERSION: Final = "API_VERSION"
# Changes of a class that the code of whatever uses it may have to follow.
_RIPPLING: Final = ("class-", "method-", "parameter-", "code-")


def python_changes(
    old: Mapping[str, Surface], new: Mapping[str, Surface]
) -> tuple[PythonChange, ...]:
    """Compare the packages of every API, by name; an API that one side lacks counts as empty.

    Any difference of their text gives at least one change; where nothing public changed, it is
    ``code-changed`` of the module. Changes are in the order of their names.
    """
    found = {
        change
        for api in old.keys() | new.keys()
        for change in _changes(old.get(api, _empty(api)), new.get(api, _empty(api)))
    }
    return tuple(sorted(found, key=lambda c: (c.name, c.kind, c.direction or "", c.text)))


def _empty(api: str) -> Surface:
    return Surface(api, modules={}, classes={}, constants={}, former={}, operations={})


def _changes(old: Surface, new: Surface) -> Iterator[PythonChange]:
    left_out = old.resources | new.resources
    parents = {name: each.bases for side in (old, new) for name, each in side.classes.items()}
    types = Types(class_renames(old, new, left_out), parents)
    classes = [*_classes(old, new, left_out, types), *_former(old, new, types)]
    found = [*classes, *_clients(old, new, types), *_constants(old, new)]
    yield from (change for change, _ in found)
    if old.modules and new.modules:
        rippling = {c.name.split(".")[2] for c, _ in classes if c.kind.startswith(_RIPPLING)}
        rippling |= {*types.renames.values(), *(old.constants.keys() ^ new.constants.keys())}
        yield from module_changes(old, new, found, rippling)


def _classes(
    old: Surface, new: Surface, left_out: Collection[str], types: Types
) -> Iterator[Located]:
    ways = travels(old)
    names = set(old.classes) | new.classes.keys() - set(types.renames.values())
    for name in sorted(names.difference(left_out)):
        sides = old.classes.get(name), new.classes.get(types.renames.get(name, name))
        modules = frozenset({old.package, *(side.module for side in sides if side)})
        yield from ((change, modules) for change in _class(old, new, name, types, ways))


def _class(
    old: Surface, new: Surface, name: str, types: Types, ways: Mapping[str, tuple[Direction, ...]]
) -> Iterator[PythonChange]:
    place, label, heir = f"{old.package}.{name}", quoted(name), types.renames.get(name, name)
    if name not in old.classes:
        yield PythonChange(place, "class-added", f"{label} is new")
    elif heir not in new.classes:
        yield PythonChange(place, "class-removed", f"{label} is gone")
    else:
        before, after = _own(old, name), _own(new, heir)
        if heir != name:
            kept = " and the old name is deprecated" if name in new.former else ""
            kind = "class-replaced" if kept else "class-renamed"
            yield PythonChange(place, kind, f"{label} is called {quoted(heir)} now{kept}")
        elif before.module != after.module:
            yield PythonChange(place, "code-changed", f"{label} is defined in another module")
        known_as = name if heir in old.classes else heir
        pair = ClassPair(f"{old.package}.{known_as}", before, after, ways[name])
        yield from class_changes(pair, types)


def _own(surface: Surface, name: str) -> PublicClass:
    """A class without attributes that are resources; those are compared by themselves."""
    each = surface.classes[name]
    if not surface.is_client(each):
        return each
    methods = {n: method for n, method in each.methods.items() if not surface.resource(method)}
    return replace(each, methods=methods)


def _former(old: Surface, new: Surface, types: Types) -> Iterator[Located]:
    """Deprecated names of classes that are gone, or stand for another class."""
    for name, target in old.former.items():
        place, heir = f"{old.package}.{name}", types.renames.get(target, target)
        if name not in new.former and name not in new.classes:
            kept = f"; it is called {quoted(heir)}" if heir in new.classes else ""
            text = f"{quoted(name)} is gone, as announced{kept}"
            yield PythonChange(place, "class-removed", text), frozenset({old.package})
        elif new.former.get(name, heir) != heir:
            text = f"{quoted(name)} stands for {quoted(new.former[name])} now"
            yield PythonChange(place, "class-changed", text), frozenset({old.package})


def _clients(old: Surface, new: Surface, types: Types) -> Iterator[Located]:
    """Compare both clients of an API; what changed alike in both is told once."""
    sides = {
        word: _client(client_pair(old, new, types, is_async=is_async))
        for word, is_async in (("synchronous", False), ("asynchronous", True))
    }
    for word, changes in sides.items():
        (other,) = (side for key, side in sides.items() if key != word)
        for change, modules in changes.items():
            if change not in other:
                yield replace(change, text=f"{change.text} ({word} client only)"), modules
            elif word == "synchronous":
                yield change, modules | other[change]


def _client(pair: ClientPair) -> dict[PythonChange, frozenset[str]]:
    found: dict[PythonChange, frozenset[str]] = {}
    for change, modules in [*resource_changes(pair), *method_changes(pair)]:
        found[change] = found.get(change, frozenset()) | modules
    return found


def _constants(old: Surface, new: Surface) -> Iterator[Located]:
    modules = frozenset({old.package})
    for name in {**old.constants, **new.constants}:
        place = f"{old.package}.{name}"
        was, now = old.constants.get(name), new.constants.get(name)
        if was is None:
            yield PythonChange(place, "constant-added", f"{quoted(name)} is new"), modules
        elif now is None:
            yield PythonChange(place, "constant-removed", f"{quoted(name)} is gone"), modules
        elif was != now and name == VERSION:
            text = f"API version {_value(was)} becomes {_value(now)}"
            yield PythonChange(place, "api-version-changed", text), modules


def _value(source: str) -> str:
    return plain(source.strip("'\""))
