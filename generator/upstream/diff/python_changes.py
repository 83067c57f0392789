"""What changed between two generated packages for the people who import them.

Both are tables of names, and a change is a name that came, went, or has another fact in the other
table. What only got another name is found first; the rest of the comparison then looks for it in
its new place. Each fact is compared by a function of its own (``_FACTS``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from .annotations import Types, mentioned
from .public_api import Name, PublicApi, last_part
from .rules import Change, Direction, View, cut, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
            each.last: tuple(each.bases.split(", "))
            for each in (*old.names.values(), *new.names.values())
            if each.kind == "class"
        }
        classes = {last_part(place): last_part(target) for place, target in self.renamed.items()}
        self.types = Types(classes, bases)

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
            if was.parent in rebuilt:
                continue
            found += self._renaming(was, new.get(place))
            now, parent = new.get(targets[place]), targets.get(was.parent, "")
            if now is None:
                found += self._unpaired(was, old, "removed") if not parent or parent in new else ()
            elif was.kind == "class" and was.bases and was.bases != now.bases:
                rebuilt.add(place)
                text = f"now derives from {quoted(now.bases)} instead of {quoted(was.bases)}"
                found.append(_Change(now.place, "class-changed", f"{now.label} {text}"))
            else:
                pair = _Pair(self, old, new, was, now)
                found += [change for fact in _FACTS for change in fact(pair)]
        for place in new.keys() - reached - old.keys():
            if not new[place].parent or new[place].parent in reached - rebuilt:
                found += self._unpaired(new[place], new, "added")
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

    def _renaming(self, was: Name, kept: Name | None) -> Iterator[Change]:
        """Whether something got another name, and whether the old one is kept."""
        is_kept = kept is not None and kept.is_deprecated
        if target := self.renamed.get(was.place):
            called = quoted(f"{target}()" if was.kind == "method" else last_part(target))
            tail = "; the old name is deprecated" if is_kept else ""
            kind = "name-replaced" if is_kept else "name-renamed"
            yield _Change(was.place, kind, f"{was.label} was renamed to {called}{tail}")
        elif kept and is_kept != was.is_deprecated:
            kind, word = ("name-replaced", "now") if is_kept else ("name-added", "no longer")
            yield _Change(was.place, kind, f"{was.label} is {word} deprecated")

    def _unpaired(self, name: Name, names: Names, word: str) -> Iterator[Change]:
        """A name that only one package has: it was ``added`` or ``removed``."""
        methods = _children(name.place, names) if name.kind == "resource" else {}
        renamed = self.renamed.keys() if word == "removed" else {*self.renamed.values()}
        if methods and methods.keys() <= renamed:
            return  # each of them is told to be called otherwise
        kind, text, direction = f"name-{word}", f"{name.label} was {word}", None
        if word == "removed":
            if name.is_deprecated or (methods and all(m.is_deprecated for m in methods.values())):
                text += ", as announced"
                text += f"; it is now called {quoted(name.value)}" if name.kind == "class" else ""
        elif name.kind == "resource":
            text += f" with {listed(f'{m.last}()' for m in methods.values()) or 'no methods'}"
        elif name.kind in _LEFT_OUT:
            text += f": {quoted(name.type)}, {name.required}"
            if name.default is None:
                kind, direction = f"{kind}-required", _given(name)
        yield _Change(name.place, kind, text, direction)


# Facts of a name that both packages have


@dataclass(frozen=True, slots=True)
class _Pair:
    """A name of the old package, and the one that stands for it in the new one."""

    comparison: _Comparison
    old: Names
    new: Names
    was: Name
    became: Name

    def change(self, kind: str, text: str, direction: Direction | None = None) -> Change:
        """A change of the name, with what sentences call it at the front of the text."""
        return _Change(self.became.place, kind, f"{self.became.label} {text}", direction)


def _value(pair: _Pair) -> Iterator[Change]:
    was, now = pair.was, pair.became
    if now.last == "API_VERSION" and was.value != now.value:
        text = f"the API version changed from {cut(was.value)} to {cut(now.value)}"
        yield _Change(now.place, "api-version-changed", text)
    elif was.kind == "member" and was.value != now.value:
        yield pair.change("member-changed", f"changed from {cut(was.value)} to {cut(now.value)}")
    renames = pair.comparison.types.renames
    if was.value and now.is_deprecated and renames.get(was.value, was.value) != now.value:
        yield pair.change("class-changed", f"now stands for {quoted(now.value)}")


def _declaration(pair: _Pair) -> Iterator[Change]:
    was, now = pair.was, pair.became
    if was.declared != now.declared:
        kind = "constructor-changed" if was.kind == "class" else "method-changed"
        text = f"is now declared {quoted(now.declared)} instead of {quoted(was.declared)}"
        yield pair.change(kind, text)


def _resource(pair: _Pair) -> Iterator[Change]:
    """The class of a resource, which users see in annotations."""
    was, now = pair.was, pair.became
    if was.kind != "resource":
        return
    owner = f"nuki.{now.place.partition('.')[0]}.{was.type}"
    if was.type != now.type:
        text = f"class {quoted(was.type)} was renamed to {quoted(now.type)}"
        is_kept = owner in pair.comparison.new.names
        yield _Change(owner, f"name-{'replaced' if is_kept else 'renamed'}", text)
    if was.bases != now.bases:
        text = f"class {quoted(now.type)} now derives from {quoted(now.bases)}"
        yield _Change(owner, "class-changed", text)


def _default(pair: _Pair) -> Iterator[Change]:
    was, now = pair.was, pair.became
    if was.required != now.required:
        yield pair.change(f"name-became-{now.required}", f"is now {now.required}", _given(was))
    elif was.default != now.default:
        defaults = f"from {quoted(str(was.default))} to {quoted(str(now.default))}"
        text = f"the default of {now.label} changed {defaults}"
        yield _Change(now.place, "default-changed", text)


def _type(pair: _Pair) -> Iterator[Change]:
    """A change of type for each direction, if they are not equally severe."""
    was, now = pair.was, pair.became
    told = set()
    for direction in was.directions:
        # That it became optional is told already; but answers may lack it from now on.
        is_told = was.required != now.required and (
            now.required == "required" or direction is Direction.REQUEST
        )
        without = _LEFT_OUT[was.kind] if is_told else ""
        if kind := pair.comparison.types.relation(was.type, now.type, without):
            verb = "now returns" if was.kind == "method" else "is now"
            text = f"{verb} {quoted(now.type)} instead of {quoted(was.type)}"
            change = pair.change(kind, text, direction)
            if (kind, change.severity) not in told:
                told.add((kind, change.severity))
                yield change


def _positions(pair: _Pair) -> Iterator[Change]:
    """Parameters that calls by position no longer reach, where such calls do not fail anyway."""
    place, target, new = pair.was.place, pair.became.place, pair.new
    was = [name for name in pair.was.positional if f"{target}({name})" in new]
    now = [
        name
        for name in pair.became.positional
        if f"{place}({name})" in pair.old or new[f"{target}({name})"].default is not None
    ]
    for index, name in enumerate(was):
        if now[index : index + 1] != [name]:
            parameter = new[f"{target}({name})"]
            text = f"{parameter.label} can no longer be given at its position"
            yield _Change(parameter.place, "parameter-moved", text)


def _operation(pair: _Pair) -> Iterator[Change]:
    """What ``OPERATIONS`` says otherwise, of what no signature shows."""
    was = pair.comparison.old.operations.get(pair.was.place)
    now = pair.comparison.new.operations.get(pair.became.place)
    if was is None or now is None:
        if was is not now:
            text = f"is {'no longer' if now is None else 'now'} listed in `OPERATIONS`"
            yield pair.change("operation-changed", text)
        return
    # Parameters that come and go are in the signature.
    keys = (k for k in {**was, **now} if not k.startswith("parameter ") or k in was.keys() & now)
    facts = [
        f"{cut(key)} {cut(now[key])}" if key in now else f"no {cut(key)}"
        for key in keys
        if was.get(key) != now.get(key)
    ]
    if facts:
        text = f"`OPERATIONS` now says of {pair.became.label}: {'; '.join(facts[:_SHOWN])}"
        yield _Change(pair.became.place, "operation-changed", text)


_FACTS: Final = (_value, _declaration, _resource, _default, _type, _positions, _operation)
"""Each compares one fact of a pair of names."""


# Names


def _renamed_classes(old: PublicApi, new: PublicApi, methods: Mapping[str, str]) -> dict[str, str]:
    """Classes with another name: the package says so, or fields and methods use one for the other.

    The latter must have members and fields of the same names, too. A class found so leads to those
    that its own fields use.
    """

    def shapes(names: Names, other: Names) -> dict[str, tuple[str, set[str]]]:
        """The bases and parts of classes that the other package lacks, or has as former names."""
        return {
            place: (each.bases, {part.last for part in _children(place, names).values()})
            for place, each in names.items()
            if each.kind == "class" and (place not in other or other[place].is_deprecated)
        }

    gone, fresh = shapes(old.names, new.names), shapes(new.names, old.names)
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
                        if is_free and was in gone and gone[was] == fresh.get(now):
                            more[was] = now
        if not more:
            return found
        found |= more


def _targets(old: Names, renamed: Mapping[str, str]) -> dict[str, str]:
    """Where each name of the old package would stand in the new one, by what is renamed."""
    found: dict[str, str] = {}
    for place, name in old.items():
        moved = found.get(name.parent, name.parent) + place[len(name.parent) :]
        found[place] = renamed.get(place, moved)
    return found


def _children(place: str, names: Names) -> Names:
    return {each: name for each, name in names.items() if name.parent == place}


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
