"""What changed between two generated packages for the people who import them.

Both are tables of names, and a change is a name that came, went, or has another fact in the other
table. What only got another name is found first; the rest of the comparison then looks for it in
its new place. Each fact is compared by a function of its own (``_FACTS``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from .annotations import Types, mentioned
from .public_api import Name, PublicApi
from .rules import Change, Direction, View, cut, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .public_api import Names

_Change = partial(Change, View.PYTHON)
_SHOWN: Final = 6
_LEFT_OUT: Final = {"field": "Unset", "parameter": "None"}
"""The type that stands for what is left out; a default implies it."""


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
        for change in _Comparison(old.get(api, PublicApi()), new.get(api, PublicApi())).changes()
    }
    return tuple(sorted(found, key=lambda c: (c.place, c.kind, c.direction or "", c.text)))


class _Comparison:
    """Compares names of an old package with those of a new one, where some go by other names."""

    def __init__(self, old: PublicApi, new: PublicApi) -> None:
        self.old, self.new = old, new
        # Methods that call the same endpoint under another name.
        fresh = {
            (row["method"], row["path"]): place
            for place, row in new.operations.items()
            if place not in old.operations
        }
        self.renamed = {
            place: fresh[row["method"], row["path"]]
            for place, row in old.operations.items()
            if place not in new.operations and (row["method"], row["path"]) in fresh
        }
        self.renamed |= _renamed_classes(old, new, self.renamed)
        bases = {
            _last(place): tuple(each.bases.split(", "))
            for place, each in (*old.names.items(), *new.names.items())
            if each.kind == "class"
        }
        self.types = Types({_last(a): _last(b) for a, b in self.renamed.items()}, bases)

    def changes(self) -> list[Change]:
        found = self._compared(self.old.names, self.new.names)
        sync, not_sync = (
            dict.fromkeys(self._compared(old, new))
            for old, new in zip(self.old.clients, self.new.clients, strict=True)
        )
        found += [change for change in sync if change in not_sync]
        for which, mine, other in (("", sync, not_sync), ("a", not_sync, sync)):
            only = f" ({which}synchronous client only)"
            found += [replace(c, text=c.text + only) for c in mine if c not in other]
        if not found:
            before, after = self.old.modules, self.new.modules
            for name in {**before, **after}:
                if before.get(name) != after.get(name):
                    text = f"{quoted(name)} is written differently, with the same public names"
                    found.append(_Change(name, "code-changed", text))
        return found

    def _compared(self, old: Names, new: Names) -> list[Change]:
        """What became of every name, and which ones are new."""
        targets = _targets(old, self.renamed)
        fresh = {
            (now.parent, now.value): place
            for place, now in new.items()
            if now.kind == "member" and place not in targets.values()
        }
        # Another name for the same value of an enum.
        self.renamed |= {
            place: fresh[targets[was.parent], was.value]
            for place, was in old.items()
            if was.kind == "member" and targets[place] not in new
            if (targets[was.parent], was.value) in fresh
        }
        targets = _targets(old, self.renamed)
        reached = set(targets.values())
        rebuilt: set[str] = set()
        found: list[Change] = []
        for place, was in old.items():
            pair = _Pair(self, old, new, place, targets[place], was, new.get(targets[place]))
            facts: tuple[Fact, ...] = ()
            if was.parent in rebuilt:
                continue
            if pair.became and was.bases != pair.became.bases and was.kind == "class" and was.bases:
                rebuilt.add(place)
                facts = (_bases,)
            elif pair.became:
                facts = _FACTS
            elif targets.get(was.parent, "") in {"", *new}:
                facts = (_removal,)
            found += [change for fact in (_renaming, *facts) for change in fact(pair)]
        for place in new.keys() - reached - old.keys():
            if not new[place].parent or new[place].parent in reached - rebuilt:
                found += _addition(_Pair(self, old, new, place, place, Name(""), new[place]))
        # Docstrings that say something else, where nothing else changed that they might tell of.
        changed = {change.place for change in found}
        above = {name[: end.start()] for name in changed for end in re.finditer(r"[.(]|$", name)}
        return found + [
            _Change(
                target, "text-changed", f"the docstring of {quoted(target)} is worded differently"
            )
            for place, target in targets.items()
            if target in new and old[place].doc != new[target].doc
            if target not in above and place not in changed
        ]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name of the old package, and what stands for it in the new one."""

    comparison: _Comparison
    old: Names
    new: Names
    place: str
    target: str
    was: Name
    became: Name | None

    @property
    def label(self) -> str:
        """What sentences call it now."""
        return _label(self.target, self.became or self.was)


Fact: TypeAlias = "Callable[[_Pair], Iterator[Change]]"
"""Compares one fact of a pair of names."""


def _renaming(pair: _Pair) -> Iterator[Change]:
    """Whether something got another name, and whether the old one is kept."""
    place, was, now = pair.place, pair.was, pair.new.get(pair.place)
    label, successor = _label(place, was), pair.comparison.renamed.get(place)
    is_kept = now is not None and now.is_deprecated
    if successor:
        called = quoted(f"{successor}()" if was.kind == "method" else _last(successor))
        tail = "; the old name is deprecated" if is_kept else ""
        kind = "name-replaced" if is_kept else "name-renamed"
        yield _Change(place, kind, f"{label} was renamed to {called}{tail}")
    elif now and is_kept != was.is_deprecated:
        kind, word = ("name-replaced", "now") if is_kept else ("name-added", "no longer")
        yield _Change(place, kind, f"{label} is {word} deprecated")


def _removal(pair: _Pair) -> Iterator[Change]:
    was, methods = pair.was, _children(pair.place, pair.old)
    if was.kind == "resource" and methods and methods.keys() <= pair.comparison.renamed.keys():
        return  # each of them is told to be called otherwise
    announced = was.is_deprecated or (methods and all(m.is_deprecated for m in methods.values()))
    text = f"{pair.label} was removed{', as announced' if announced else ''}"
    text += f"; it is now called {quoted(was.value)}" if was.kind == "class" and announced else ""
    yield _Change(pair.place, "name-removed", text)


def _addition(pair: _Pair) -> Iterator[Change]:
    now, methods = pair.new[pair.target], _children(pair.target, pair.new)
    kind, text, direction = "name-added", f"{pair.label} was added", None
    if now.kind == "resource":
        if methods and methods.keys() <= set(pair.comparison.renamed.values()):
            return
        text += f" with {listed(f'{_last(each)}()' for each in methods) or 'no methods'}"
    elif now.kind in _LEFT_OUT:
        text += f": {quoted(now.type)}, {_required(now)}"
        if now.default is None:
            kind, direction = f"{kind}-required", _given(now)
    yield _Change(pair.target, kind, text, direction)


# Facts of a name that both packages have


def _bases(pair: _Pair) -> Iterator[Change]:
    now = pair.new[pair.target]
    text = f"now derives from {quoted(now.bases)} instead of {quoted(pair.was.bases)}"
    yield _Change(pair.target, "class-changed", f"{pair.label} {text}")


def _value(pair: _Pair) -> Iterator[Change]:
    was, now = pair.was, pair.new[pair.target]
    is_version = _last(pair.target) == "API_VERSION"
    if was.value != now.value and (was.kind == "member" or is_version):
        what, kind = ("the API version", "api-version") if is_version else (pair.label, "member")
        text = f"{what} changed from {cut(was.value)} to {cut(now.value)}"
        yield _Change(pair.target, f"{kind}-changed", text)
    renames = pair.comparison.types.renames
    if was.value and now.is_deprecated and renames.get(was.value, was.value) != now.value:
        text = f"{pair.label} now stands for {quoted(now.value)}"
        yield _Change(pair.target, "class-changed", text)


def _declaration(pair: _Pair) -> Iterator[Change]:
    was, now = pair.was, pair.new[pair.target]
    if was.declared != now.declared:
        kind = "constructor-changed" if was.kind == "class" else "method-changed"
        text = f"is now declared {quoted(now.declared)} instead of {quoted(was.declared)}"
        yield _Change(pair.target, kind, f"{pair.label} {text}")


def _resource(pair: _Pair) -> Iterator[Change]:
    """The class of a resource, which users see in annotations."""
    if pair.was.kind != "resource":
        return
    was, now = pair.was, pair.new[pair.target]
    before, after = was.type, now.type
    owner = f"nuki.{pair.target.partition('.')[0]}.{before}"
    if before != after:
        text = f"class {quoted(before)} was renamed to {quoted(after)}"
        is_kept = owner in pair.comparison.new.names
        yield _Change(owner, f"name-{'replaced' if is_kept else 'renamed'}", text)
    if was.bases != now.bases:
        text = f"class {quoted(after)} now derives from {quoted(now.bases)}"
        yield _Change(owner, "class-changed", text)


def _default(pair: _Pair) -> Iterator[Change]:
    was, now = pair.was, pair.new[pair.target]
    if (was.default is None) != (now.default is None):
        kind, text = f"name-became-{_required(now)}", f"{pair.label} is now {_required(now)}"
        yield _Change(pair.target, kind, text, _given(was))
    elif was.default != now.default:
        defaults = f"from {quoted(str(was.default))} to {quoted(str(now.default))}"
        text = f"the default of {pair.label} changed {defaults}"
        yield _Change(pair.target, "default-changed", text)


def _type(pair: _Pair) -> Iterator[Change]:
    """A change of type for each direction, if they are not equally severe."""
    was, now = pair.was, pair.new[pair.target]
    verb = "now returns" if was.kind == "method" else "is now"
    text = f"{verb} {quoted(now.type)} instead of {quoted(was.type)}"
    told = set()
    for direction in was.directions:
        # That it became optional is told already; but answers may lack it from now on.
        is_told = (was.default is None) != (now.default is None) and (
            now.default is None or direction is Direction.REQUEST
        )
        without = _LEFT_OUT[was.kind] if is_told else ""
        if kind := pair.comparison.types.relation(was.type, now.type, without):
            change = _Change(pair.target, kind, f"{pair.label} {text}", direction)
            if (kind, change.severity) not in told:
                told.add((kind, change.severity))
                yield change


def _positions(pair: _Pair) -> Iterator[Change]:
    """Parameters that calls by position no longer reach, where such calls do not fail anyway."""
    place, target, new = pair.place, pair.target, pair.new
    was = [name for name in pair.was.positional if f"{target}({name})" in new]
    now = [
        name
        for name in new[target].positional
        if f"{place}({name})" in pair.old or new[f"{target}({name})"].default is not None
    ]
    for index, name in enumerate(was):
        if now[index : index + 1] != [name]:
            where = f"{target}({name})"
            text = f"{_label(where, new[where])} can no longer be given at its position"
            yield _Change(where, "parameter-moved", text)


def _operation(pair: _Pair) -> Iterator[Change]:
    """What ``OPERATIONS`` says otherwise, of what no signature shows."""
    if pair.was.kind != "method":
        return
    successor = pair.comparison.renamed.get(pair.place, pair.target)
    was = pair.comparison.old.operations.get(pair.place)
    now = pair.comparison.new.operations.get(successor)
    label = f"method {quoted(f'{successor}()')}"
    if was is None or now is None:
        if was is not now:
            text = f"{label} is {'no longer' if now is None else 'now'} listed in `OPERATIONS`"
            yield _Change(successor, "operation-changed", text)
        return
    # Parameters that come and go are in the signature.
    keys = (k for k in {**was, **now} if not k.startswith("parameter ") or k in was.keys() & now)
    facts = [
        f"{cut(key)} {cut(now[key])}" if key in now else f"no {cut(key)}"
        for key in keys
        if was.get(key) != now.get(key)
    ]
    if facts:
        text = f"`OPERATIONS` now says of {label}: {'; '.join(facts[:_SHOWN])}"
        yield _Change(successor, "operation-changed", text)


_FACTS: Final = (_value, _declaration, _resource, _default, _type, _positions, _operation)


# Names


def _renamed_classes(old: PublicApi, new: PublicApi, methods: Mapping[str, str]) -> dict[str, str]:
    """Classes with another name: the package says so, or fields and methods use one for the other.

    The latter must have members and fields of the same names, too. A class found so leads to those
    that its own fields use.
    """
    package = next((place.rpartition(".")[0] for place in new.names), "")
    found = {
        place: f"{package}.{now.value}"
        for place, now in new.names.items()
        if now.is_deprecated and place in old.names and not old.names[place].is_deprecated
    }
    while True:
        more: dict[str, str] = {}
        for before, after in ((old.names, new.names), (old.clients[0], new.clients[0])):
            for place, target in _targets(before, {**methods, **found}).items():
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
    if was not in old or now not in new:
        return False
    if (was in new and not new[was].is_deprecated) or (now in old and not old[now].is_deprecated):
        return False
    parts = ({_last(p) for p in _children(was, old)}, {_last(p) for p in _children(now, new)})
    return parts[0] == parts[1] and old[was].bases == new[now].bases


def _targets(old: Names, renamed: Mapping[str, str]) -> dict[str, str]:
    """Where each name of the old package would stand in the new one, by what is renamed."""
    found: dict[str, str] = {}
    for place, name in old.items():
        moved = found.get(name.parent, name.parent) + place[len(name.parent) :]
        found[place] = renamed.get(place, moved)
    return found


def _children(place: str, names: Names) -> Names:
    return {each: name for each, name in names.items() if name.parent == place}


def _last(place: str) -> str:
    """The last part of a place: of ``web.door.get(door_id)`` it is ``door_id``."""
    return place.rstrip(")").rpartition("(")[2].rpartition(".")[2]


def _label(place: str, name: Name) -> str:
    """What a sentence calls a name."""
    match name.kind:
        case "method":
            return f"method {quoted(f'{place}()')}"
        case "resource":
            return f"resource {quoted(place)}"
        case "parameter":
            return f"parameter {quoted(_last(place))} of {quoted(f'{name.parent}()')}"
        case "member" | "field":
            return f"{name.kind} {quoted(_last(place))} of {quoted(_last(name.parent))}"
        case _:
            return f"{name.kind} {quoted(_last(place))}"


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
