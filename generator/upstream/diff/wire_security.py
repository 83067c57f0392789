"""Changes of who is let in, and how requests are signed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .wire_members import alike, changed, compare, entries, listed
from .wire_places import elements, members
from .wire_wording import named, quoted, shown
from .wire_words import WORDS

if TYPE_CHECKING:
    from generator.load.documents import Json

    from .wire_members import Changes, Single
    from .wire_places import Object, Place


def security_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of an operation's, or the document's, security requirements.

    An operation without any has those of its document.
    """
    sides = place.sides
    before, after = old.get(key, sides.old.get(key)), new.get(key, sides.new.get(key))
    return _requirement_changes(before, after, place.at(key))


def _requirement_changes(old: Json, new: Json, place: Place) -> Changes:
    before, after = _ways(old), _ways(new)
    if before is None or after is None or before.keys() - after.keys():
        if not alike({"security": old}, {"security": new}, place):
            text = f"the security of {place.name} is {shown(new)}, was {shown(old)}"
            yield from place.change("security-changed", text)
        return
    for schemes, scopes in after.items():
        if schemes in before:
            for scheme in scopes:
                yield from _scope_changes(before[schemes][scheme], scopes[scheme], place)
        else:
            text = f"{place.name} accepts {quoted(' and '.join(sorted(schemes)) or 'anyone')}"
            yield from place.change("security-added", text)


def _ways(requirements: Json) -> dict[frozenset[str], Object] | None:
    """Scopes by scheme, of each way to be let in; ``None`` if one set of schemes has two."""
    listed_ways = elements(requirements) or [{}]
    ways = {frozenset(members(way)): members(way) for way in listed_ways}
    return ways if len(ways) == len(listed_ways) else None


def _scope_changes(old: Json, new: Json, place: Place) -> Changes:
    gone, came = listed(old, new)
    for scope in came:
        yield from place.change("scope-added", f"{place.name} needs the scope {shown(scope)}")
    for scope in gone:
        text = f"{place.name} no longer needs the scope {shown(scope)}"
        yield from place.change("scope-removed", text)


def scheme_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two security schemes."""
    return compare(old, new, place, {**WORDS, "flows": _flow_changes}, _CHANGED)


def _flow_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    def places(name: str) -> Place:
        return place.at(key, name, name=f"the flow {named(name)} of {place.name}")

    def both(old: Json, new: Json, here: Place) -> Changes:
        return compare(old, new, here, {"scopes": _offer_changes}, _CHANGED)

    return entries(old.get(key), new.get(key), places, both=both, **_OFFERED)


def _offer_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    def places(name: str) -> Place:
        return place.at(key, name, name=f"the scope {named(name)} of {place.name}")

    def both(old: Json, new: Json, here: Place) -> Changes:
        return here.change("text-changed", f"{here.name} is {shown(new)}, was {shown(old)}")

    return entries(old.get(key), new.get(key), places, both=both, **_OFFERED)


_CHANGED: Final = changed("security-changed")
_OFFERED: Final[dict[str, Single]] = {
    "added": lambda _, here: here.change("security-added", f"{here.name} is new"),
    "removed": lambda _, here: here.change("security-changed", f"{here.name} is gone"),
}
