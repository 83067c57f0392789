"""Changes of what documents say to people: words, and the codes that are named in them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from generator.upstream.codes import beside_codes, codes

from .wire_members import changed, member
from .wire_wording import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .wire_members import Changes, Handler
    from .wire_places import Object, Place


def description_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The codes that two descriptions name, each by itself, and whether they differ otherwise."""
    before, after = old.get(key, ""), new.get(key, "")
    if not isinstance(before, str) or not isinstance(after, str):
        yield from member(old, new, key, place, "text-changed")
        return
    found = list(_code_changes(before, after, place.at(key)))
    yield from found
    if not found or beside_codes(before) != beside_codes(after):
        yield from member(old, new, key, place, "text-changed")


def _code_changes(old: str, new: str, place: Place) -> Changes:
    before, after = Counter(codes(old)), Counter(codes(new))
    gone, came = list((before - after).elements()), list((after - before).elements())
    for code, meaning in came:
        named = f"code {code} .. {quoted(meaning)} of {place.name}"
        former = next((pair for pair in gone if pair[0] == code), None)
        if former is None:
            yield from place.change("code-added", f"{named} is new")
        else:
            gone.remove(former)
            yield from place.change("code-reworded", f"{named} was {quoted(former[1])}")
    for code, meaning in gone:
        text = f"code {code} .. {quoted(meaning)} of {place.name} is gone"
        yield from place.change("code-removed", text)


_NAMES: Final = ("x-enum-varnames", "x-enum-descriptions")
WORDS: Final[Mapping[str, Handler]] = {
    "description": description_changes,
    **dict.fromkeys(
        ("summary", "title", "example", "examples", "externalDocs", *_NAMES),
        changed("text-changed"),
    ),
}
"""Handlers of every member that is there for people."""
