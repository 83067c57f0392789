"""What changed between two generated packages for the people who import them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from .annotations import Types, mentioned, parsed, renamed, spelled, without
from .public_api import PublicApi
from .rules import Change, Direction, View, cut, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .public_api import Name, Names, Row

_SHOWN: Final = 6
_CLIENTS: Final = ("synchronous", "asynchronous")
_LEFT_OUT: Final = {"field": "Unset", "parameter": "None"}
"""The type that stands for what is left out; a default implies it."""
_TYPED: Final = ("parameter ", "status 2", "body")
"""What ``OPERATIONS`` says of types that signatures show too."""
_NAMES: Final = ("method-renamed", "method-replaced", "method-added")
"""Kinds of changes that say nothing of a signature."""


def python_changes(
    old: Mapping[str, PublicApi], new: Mapping[str, PublicApi]
) -> tuple[Change, ...]:
    """Compare the public names of every API; one that a package lacks counts as empty there.

    Any difference of the text gives at least one change: where no public name changed, it is
    ``code-changed`` of the module. Changes are in the order of their names.
    """
    found = {
        change
        for api in old.keys() | new.keys()
        for change in _changes(old.get(api, PublicApi()), new.get(api, PublicApi()))
    }
    return tuple(sorted(found, key=lambda c: (c.place, c.kind, c.direction or "", c.text)))


def _changes(old: PublicApi, new: PublicApi) -> list[Change]:
    comparison = _Comparison(old, new)
    found = [*comparison.compare(old.names, new.names), *comparison.former_names()]
    pairs = zip(old.clients, new.clients, strict=True)
    clients = [dict.fromkeys(comparison.compare(*pair)) for pair in pairs]
    for which, mine, other in zip(_CLIENTS, clients, reversed(clients), strict=True):
        for change in mine:
            only = "" if change in other else f" ({which} client only)"
            found.append(replace(change, text=change.text + only))
    if not found:
        for name in sorted({**old.modules, **new.modules}):
            if old.modules.get(name) != new.modules.get(name):
                text = f"{quoted(name)} is written differently, with the same public names"
                found.append(Change(View.PYTHON, name, "code-changed", text))
    return found


class _Comparison:
    """Compares names of an old package with those of a new one, where some go by other names."""

    def __init__(self, old: PublicApi, new: PublicApi) -> None:
        self._old, self._new = old, new
        self._renamed = _renamed_methods(old, new)
        self._renamed |= _renamed_classes(old, new, self._renamed)
        bases = {
            _last(place): tuple(each.bases.split(", "))
            for names in (old.names, new.names)
            for place, each in names.items()
            if each.kind == "class"
        }
        self._types = Types({_last(a): _last(b) for a, b in self._renamed.items()}, bases)

    def former_names(self) -> Iterator[Change]:
        """Deprecated names of classes that are gone, or stand for another class."""
        package = next((place.rpartition(".")[0] for place in self._old.names), "")
        for name, target in self._old.former.items():
            successor, now = self._types.renames.get(target, target), self._new.former.get(name)
            place = f"{package}.{name}"
            if now is None and place not in self._new.names:
                text = f"{quoted(name)} was removed, as announced; it is called {quoted(successor)}"
                yield Change(View.PYTHON, place, "class-removed", text)
            elif now not in {None, successor}:
                text = f"{quoted(name)} now stands for {quoted(str(now))}"
                yield Change(View.PYTHON, place, "class-changed", text)

    def compare(self, old: Names, new: Names) -> list[Change]:
        """What became of every name, and which ones are new."""
        self._renamed |= _renamed_members(old, new, _targets(old, new, self._renamed))
        targets = _targets(old, new, self._renamed)
        reached = set(targets.values())
        found: list[Change] = []
        replaced: set[str] = set()
        for place, was in old.items():
            target = targets[place]
            now = new.get(target)
            if was.parent in replaced:
                continue
            found += self._new_status(place, was, now)
            if now and was.kind == "class" and was.bases != now.bases:
                replaced.add(place)
                bases = f"from {quoted(now.bases)}, no longer from {quoted(was.bases)}"
                text = f"{_label(target, now)} derives {bases}"
                found.append(Change(View.PYTHON, target, "class-changed", text))
            elif now and now != was:
                found += self._differences(target, was, now)
            elif (
                not now and place not in self._renamed and targets.get(was.parent, "") in {"", *new}
            ):
                found += self._removed(place, was, old)
        for place, now in new.items():
            is_new = place not in reached and place not in self._renamed.values()
            if is_new and (not now.parent or now.parent in reached - replaced):
                found += self._added(place, now, new)
        found += _moved_parameters(old, new, targets)
        found += self._operation_changes(old, new, targets, found)
        return [*found, *_doc_changes(old, new, targets, found)]

    def _new_status(self, place: str, was: Name, now: Name | None) -> Iterator[Change]:
        """Whether something is called otherwise from now on, or will be."""
        label, successor = _label(place, was), self._renamed.get(place)
        called = quoted(_last(successor) if was.kind in {"class", "member"} else f"{successor}()")
        if successor and was.kind == "class":
            is_kept = _last(place) in self._new.former
            text = f"{label} was renamed to {called}"
            yield Change(
                View.PYTHON,
                place,
                "class-replaced" if is_kept else "class-renamed",
                f"{text}; the old name is deprecated" if is_kept else text,
            )
        elif now and now.is_deprecated and not was.is_deprecated:
            todo = f"; call {called}" if successor else ""
            yield Change(View.PYTHON, place, "method-replaced", f"{label} is deprecated{todo}")
        elif successor and not (now and now.is_deprecated):
            text = f"{label} was renamed to {called}"
            yield Change(View.PYTHON, place, f"{was.kind}-renamed", text)
        elif now and was.is_deprecated and not now.is_deprecated:
            yield Change(View.PYTHON, place, "method-added", f"{label} is no longer deprecated")

    def _removed(self, place: str, was: Name, old: Names) -> Iterator[Change]:
        methods = _children(place, old)
        if was.kind == "resource" and methods and methods.keys() <= self._renamed.keys():
            return  # each of them is told to be called otherwise
        announced = was.is_deprecated or (
            methods and all(m.is_deprecated for m in methods.values())
        )
        text = f"{_label(place, was)} was removed{', as announced' if announced else ''}"
        yield Change(View.PYTHON, place, f"{was.kind}-removed", text)

    def _added(self, place: str, now: Name, new: Names) -> Iterator[Change]:
        kind, text, direction = f"{now.kind}-added", f"{_label(place, now)} was added", None
        if now.kind == "resource":
            methods = _children(place, new)
            if methods and methods.keys() <= set(self._renamed.values()):
                return
            text += f", with {listed(f'{_last(each)}()' for each in methods) or 'no methods'}"
        elif now.kind == "parameter":
            text += f" as {quoted(spelled(now.type))}, {_required(now)}"
        if now.kind in _LEFT_OUT and now.default is None:
            kind, direction = f"{kind}-required", _given(now)
            text += ", and is required" if now.kind == "field" else ""
        yield Change(View.PYTHON, place, kind, text, direction)

    def _differences(self, place: str, was: Name, now: Name) -> Iterator[Change]:
        """What else is different in something that both packages have."""
        label = _label(place, now)
        if was.value != now.value and was.kind == "member":
            text = f"{label} stands for {cut(now.value)}, no longer for {cut(was.value)}"
            yield Change(View.PYTHON, place, "member-changed", text)
        elif was.value != now.value and _last(place) == "API_VERSION":
            text = f"the API version changed from {cut(was.value)} to {cut(now.value)}"
            yield Change(View.PYTHON, place, "api-version-changed", text)
        if was.declared != now.declared:
            kind = "constructor-changed" if was.kind == "class" else "method-changed"
            called = quoted(f"{place}()") if was.kind == "resource" else label
            text = f"{called} is declared {quoted(now.declared)}, no longer {quoted(was.declared)}"
            yield Change(View.PYTHON, place, kind, text)
        if was.kind == "resource":
            yield from self._resource_class(place, was, now)
            return
        if (was.default is None) != (now.default is None):
            kind = f"{was.kind}-became-{_required(now)}"
            yield Change(View.PYTHON, place, kind, f"{label} became {_required(now)}", _given(was))
        elif was.default != now.default:
            defaults = f"from {quoted(str(was.default))} to {quoted(str(now.default))}"
            yield Change(
                View.PYTHON, place, "default-changed", f"the default of {label} changed {defaults}"
            )
        yield from self._type_changes(place, was, now)

    def _resource_class(self, place: str, was: Name, now: Name) -> Iterator[Change]:
        before, after = spelled(was.type), spelled(now.type)
        owner = f"nuki.{place.partition('.')[0]}.{before}"
        if before != after:
            is_kept = self._new.former.get(before) == after
            text = f"{quoted(before)} was renamed to {quoted(after)}"
            yield Change(View.PYTHON, owner, "class-replaced" if is_kept else "class-renamed", text)
        if was.bases != now.bases:
            text = f"{quoted(after)} derives from {quoted(now.bases)} now"
            yield Change(View.PYTHON, owner, "class-changed", text)

    def _type_changes(self, place: str, was: Name, now: Name) -> Iterator[Change]:
        """A change of type for each direction, if they are not equally severe."""
        verb = "returns" if was.kind == "method" else "is"
        types = f"{verb} {quoted(spelled(now.type))}, no longer {quoted(spelled(was.type))}"
        told = set()
        for direction in was.directions:
            old, new = was.type, now.type
            if (was.default is None) != (now.default is None) and (
                now.default is None or direction is Direction.REQUEST
            ):
                # That it became optional is told already; but answers may lack it from now on.
                old, new = (without(each, _LEFT_OUT[was.kind]) for each in (old, new))
            if kind := self._types.relation(old, new):
                change = Change(
                    View.PYTHON, place, kind, f"{_label(place, now)} {types}", direction
                )
                if (kind, change.severity) not in told:
                    told.add((kind, change.severity))
                    yield change

    def _operation_changes(
        self, old: Names, new: Names, targets: Mapping[str, str], found: Iterable[Change]
    ) -> Iterator[Change]:
        """What ``OPERATIONS`` says otherwise, beyond what changed in the signatures."""
        signatures = {
            change.place.partition("(")[0] for change in found if change.kind not in _NAMES
        }
        for place, target in targets.items():
            if old[place].kind != "method" or target not in new:
                continue
            successor = self._renamed.get(place, target)
            was, now = self._old.operations.get(place), self._new.operations.get(successor)
            label = quoted(f"{successor}()")
            if was and now:
                is_told = target in signatures
                before = _row(was, now, self._types.renames, without_types=is_told)
                after = _row(now, was, {}, without_types=is_told)
                keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
                facts = [
                    quoted(key) if " " in key or key == "body" or key not in now
                    else f"{key} is {cut(now[key][0])}"
                    for key in keys
                ]  # fmt: skip
                text = f"`OPERATIONS` describes {label} differently: {', '.join(facts[:_SHOWN])}"
                if keys:
                    yield Change(View.PYTHON, successor, "operation-changed", text)
            elif was or now:
                text = f"{label} is {'now' if now else 'no longer'} listed in `OPERATIONS`"
                yield Change(View.PYTHON, successor, "operation-changed", text)


def _renamed_methods(old: PublicApi, new: PublicApi) -> dict[str, str]:
    """Methods that call the same endpoint under another name."""
    fresh = {
        (row["method"], row["path"]): place
        for place, row in new.operations.items()
        if place not in old.operations
    }
    gone = {p: row for p, row in old.operations.items() if p not in new.operations}
    endpoints = {place: (row["method"], row["path"]) for place, row in gone.items()}
    return {place: fresh[each] for place, each in endpoints.items() if each in fresh}


def _renamed_classes(old: PublicApi, new: PublicApi, methods: Mapping[str, str]) -> dict[str, str]:
    """Classes with another name: the package says so, or fields and methods use one for the other.

    The latter must have members and fields of the same names, too. A class found so leads to those
    that its own fields use.
    """
    package = next((place.rpartition(".")[0] for place in new.names), "")
    found = {
        f"{package}.{name}": f"{package}.{now}"
        for name, now in new.former.items()
        if f"{package}.{name}" in old.names and f"{package}.{name}" not in new.names
    }
    while True:
        more: dict[str, str] = {}
        for before, after in ((old.names, new.names), (old.clients[0], new.clients[0])):
            for place, target in _targets(before, after, {**methods, **found}).items():
                if target in after:
                    names = mentioned(before[place].type), mentioned(after[target].type)
                    for pair in zip(*names, strict=False):
                        was, now = (f"{package}.{name}" for name in pair)
                        is_free = was not in {**found, **more} and now not in found.values()
                        if is_free and _is_same_class(was, now, old.names, new.names):
                            more[was] = now
        if not more:
            return found
        found |= more


def _is_same_class(was: str, now: str, old: Names, new: Names) -> bool:
    """Whether one is gone, the other is new, and their members and fields have the same names."""
    if was not in old or now not in new or was in new or now in old:
        return False
    parts = ({_last(p) for p in _children(was, old)}, {_last(p) for p in _children(now, new)})
    return parts[0] == parts[1] and old[was].bases == new[now].bases


def _renamed_members(old: Names, new: Names, targets: Mapping[str, str]) -> dict[str, str]:
    """Members of enums that have the value of one that is gone."""
    reached, found = set(targets.values()), dict[str, str]()
    for place, was in old.items():
        if was.kind == "member" and targets[place] not in new:
            for other, now in _children(targets[was.parent], new).items():
                if now.value == was.value and other not in reached | set(found.values()):
                    found[place] = other
                    break
    return found


def _targets(old: Names, new: Names, renamed: Mapping[str, str]) -> dict[str, str]:
    """Where each name of the old package would stand in the new one, by what is renamed."""
    found: dict[str, str] = {}
    for place, name in old.items():
        moved = found.get(name.parent, name.parent) + place[len(name.parent) :]
        found[place] = moved if moved in new else renamed.get(place, moved)
    return found


def _moved_parameters(old: Names, new: Names, targets: Mapping[str, str]) -> Iterator[Change]:
    """Parameters that calls by position no longer reach, where such calls do not fail anyway."""
    parts: list[dict[str, Names]] = [{}, {}]
    for of_side, side in zip(parts, (old, new), strict=True):
        for place, each in side.items():
            of_side.setdefault(each.parent, {})[place] = each
    for place, target in targets.items():
        if old[place].kind != "method" or target not in new:
            continue
        before, after = parts[0].get(place, {}), parts[1].get(target, {})
        names = {_last(each) for each in before} & {_last(each) for each in after}
        was = [_last(p) for p, n in before.items() if n.is_positional and _last(p) in names]
        now = [
            _last(p)
            for p, n in after.items()
            if n.is_positional and (_last(p) in names or n.default is not None)
        ]
        for index, name in enumerate(was):
            if now[index : index + 1] != [name]:
                where = f"{target}({name})"
                text = f"{_label(where, after[where])} is at another position, or keyword-only"
                yield Change(View.PYTHON, where, "parameter-moved", text)


def _doc_changes(
    old: Names, new: Names, targets: Mapping[str, str], found: Iterable[Change]
) -> Iterator[Change]:
    """Docstrings that say something else, where nothing else changed that they might tell of."""
    changed = {change.place for change in found}
    for place, target in targets.items():
        if target in new and old[place].doc != new[target].doc:
            inside = (f"{target}.", f"{target}(")
            if not any(name in {place, target} or name.startswith(inside) for name in changed):
                text = f"the docstring of {quoted(target)} is worded differently"
                yield Change(View.PYTHON, target, "text-changed", text)


def _row(
    row: Row, other: Row, renames: Mapping[str, str], *, without_types: bool
) -> dict[str, tuple[object, ...]]:
    """A row to compare; without types, and without what the other lacks, it is not about those."""
    found: dict[str, tuple[object, ...]] = {}
    for key, values in row.items():
        *facts, kind = values
        if not key.startswith(_TYPED):
            found[key] = values
        elif not without_types:
            found[key] = (*facts, renamed(parsed(kind), renames))
        elif key.startswith("parameter ") and key in other:
            found[key] = tuple(facts[:2])
    return found


def _children(place: str, names: Names) -> Names:
    return {each: name for each, name in names.items() if name.parent == place}


def _last(place: str | None) -> str:
    """The last part of a place: of ``web.door.get(door_id)`` it is ``door_id``."""
    return str(place).rstrip(")").rpartition("(")[2].rpartition(".")[2]


def _label(place: str, name: Name) -> str:
    """What a sentence calls a name."""
    own = quoted(_last(place))
    match name.kind:
        case "method":
            return quoted(f"{place}()")
        case "resource":
            return quoted(place)
        case "parameter":
            return f"parameter {own} of {quoted(f'{name.parent}()')}"
        case "member" | "field":
            return f"{name.kind} {own} of {quoted(_last(name.parent))}"
        case _:
            return own


def _required(name: Name) -> str:
    return "required" if name.default is None else "optional"


def _given(name: Name) -> Direction | None:
    """Whether callers give a field, or only the decoder makes it; parameters are always given."""
    if name.kind == "parameter":
        return None
    return Direction.REQUEST if Direction.REQUEST in name.directions else Direction.ANSWER


def listed(names: Iterable[str]) -> str:
    """Names between backticks with commas, the first few of many."""
    shown = [quoted(name) for name in names]
    rest = len(shown) - _SHOWN
    return ", ".join(shown[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")
