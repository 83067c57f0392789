"""Changes of what a schema says about single values: their types, bounds and defaults."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from .wire_members import changed, listed, member
from .wire_places import elements
from .wire_wording import quoted, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.documents import Json

    from .wire_members import Changes, Handler
    from .wire_places import Object, Place

_TYPES: Final = frozenset({"null", "boolean", "object", "array", "string", "integer", "number"})
_ELSEWHERE: Final = ("$ref", "allOf", "anyOf", "oneOf")
"""Where else types are told; beside these, only OpenAPI 3.0's ``nullable`` adds one."""
_LOWER: Final = (
    *("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"),
)
_UPPER: Final = (
    *("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"),
)
_COUNTS: Final = ("minLength", "minItems", "minProperties")


def types(schema: Object) -> frozenset[str]:
    """The JSON types of a schema's values, by its ``type`` and OpenAPI 3.0's ``nullable`` only."""
    kind = schema.get("type")
    if kind is None:
        is_told = schema.get("nullable") is not True and any(key in schema for key in _ELSEWHERE)
        return _TYPES - {"null"} if is_told else _TYPES
    kinds = {each for each in (elements(kind) or [kind]) if isinstance(each, str)}
    whole = {"integer"} if "number" in kinds else set[str]()
    return frozenset(kinds | whole | ({"null"} if schema.get("nullable") is True else set()))


def _type_changes(old: Object, new: Object, _: str, place: Place) -> Changes:
    before, after = types(old), types(new)
    if before != after:
        kind = "type-widened" if before < after else "type-changed"
        kind = "type-narrowed" if after < before else kind
        text = f"is {_spelled(after)}, was {_spelled(before)}"
        if before ^ after == {"null"}:
            text = "may be null now" if "null" in after else "is never null now"
        yield from place.change(kind, f"{place.name} {text}")


def _spelled(kinds: frozenset[str]) -> str:
    if kinds == _TYPES:
        return "of any type"
    names = sorted(kinds - ({"integer"} if "number" in kinds else set()))
    return quoted(" or ".join(names)) or "of no type"


def _value_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    before, after = _values(old), _values(new)
    here = place if {"const", "enum"} <= old.keys() | new.keys() else place.at(key)
    if before is None and after is not None:
        yield from here.change("bound-tightened", f"{place.name} is now one of {shown(after)}")
    elif after is None and before is not None:
        text = f"{place.name} is no longer restricted to {shown(before)}"
        yield from here.change("bound-loosened", text)
    else:
        gone, came = listed(before, after)
        for value in came:
            text = f"value {shown(value)} of {place.name} is new"
            yield from here.change("enum-value-added", text)
        for value in gone:
            text = f"value {shown(value)} of {place.name} is gone"
            yield from here.change("enum-value-removed", text)


def _values(schema: Object) -> list[Json] | None:
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return values if isinstance(values, list) else None


def _bound_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    before, after = _bound(old, key), _bound(new, key)
    if before != after:
        kind = "bound-tightened" if _is_tighter(before, after, key) else "bound-loosened"
        yield from member(old, new, key, place, kind)


def _bound(schema: Object, key: str) -> float | str | None:
    """A bound, ``None`` where there is none; ``True`` is one of OpenAPI 3.0's, or uniqueItems."""
    value = schema.get(key)
    fitting = isinstance(value, str) if key == "pattern" else isinstance(value, int | float)
    is_none = not fitting or value is False or (key in _COUNTS and value == 0)
    return value if not is_none and isinstance(value, int | float | str) else None


def _is_tighter(old: float | str | None, new: float | str | None, key: str) -> bool:
    """Whether there are fewer values than before; so it is, too, if nobody can say."""
    if old is None or new is None:
        return old is None
    if isinstance(old, str | bool) or isinstance(new, str | bool):
        return True
    if key == "multipleOf":
        return new == 0 or Fraction(str(old)) % Fraction(str(new)) != 0
    return new > old if key in _LOWER else new < old


def _access_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    if (old.get(key) is True) != (new.get(key) is True):
        yield from member(old, new, key, place, "access-changed")


VALUES: Final[Mapping[str, Handler]] = {
    **dict.fromkeys(("type", "nullable"), _type_changes),
    **dict.fromkeys(("enum", "const"), _value_changes),
    **dict.fromkeys((*_LOWER, *_UPPER, "pattern", "uniqueItems", "multipleOf"), _bound_changes),
    **dict.fromkeys(("readOnly", "writeOnly"), _access_changes),
    "format": changed("format-changed"),
    "default": changed("default-changed"),
}
"""Handlers of the keywords that say something about single values."""
