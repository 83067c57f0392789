"""What changed in schemas: texts, types, values and bounds, properties, combinations."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from generator.load.documents import Json
from generator.upstream.codes import beside_codes, codes

from .place import (
    alike,
    component,
    component_place,
    elements,
    flag,
    keys_of,
    kind_of,
    members,
    only,
    reference,
    resolved,
    same,
    shown,
)
from .rules import cut

if TYPE_CHECKING:
    from .place import Object, Place, Table

_TYPES: Final = frozenset({"null", "boolean", "object", "array", "string", "integer", "number"})
_COMBINATORS: Final = ("allOf", "anyOf", "oneOf")


def schema_changes(old: Json, new: Json, place: Place) -> None:
    """Compare two schemas.

    A schema with a name is compared once, among the components, and not wherever it is referred to.
    But a schema that was written out and is referred to now, or the other way round, or that is the
    only choice of an ``anyOf`` now, may hold the same values as before. So in these cases what the
    reference or the choice leads to is compared, and its changes are told here.
    """
    before, after = _plain(old), _plain(new)
    if before is None or after is None:
        return
    was, now, both = reference(before), reference(after), place.documents
    if was and now and both.is_rename(was, now):
        both.told_elsewhere.add((*place.path, "$ref"))
        place.members({**before, "$ref": now}, after, _SCHEMA)
        if (was, now) not in both.renamed:
            both.renamed.add((was, now))
            here = component_place(both, component(now), component(was))
            schema_changes(resolved(both.old, before), resolved(both.new, after), here)
        return
    if was != now or before is not old or after is not new:
        place = place.elsewhere()
    choices = _without_null(before), _without_null(after)
    if was != now and place.followed is not None:
        if (was, now) in place.followed:
            return
        place.followed.add((was, now))
        before = _unfolded(before, both.old)
        after = _unfolded(after, both.new)
    forms = _form(before), _form(after)
    is_mixed = "allOf" in forms and forms[0] != forms[1] and "" not in forms
    if reference(before) != reference(after) or is_mixed:
        place.tell("type-changed", f"{place.name} changed from {shown(old)} to {shown(new)}")
    elif forms[0] != forms[1]:
        was_beside, is_beside = (
            {
                **only(side, TEXTS),
                "nullable": side.get("nullable") is True or "null" in elements(side.get("type")),
                "anyOf": [],
            }
            for side in (before, after)
        )
        place.members(was_beside, is_beside, _SCHEMA)
        was_listed, is_listed = (
            elements(side[form]) if form else [choice]
            for side, form, choice in zip((before, after), forms, choices, strict=True)
        )
        _choices(was_listed, is_listed, place, all_of="allOf" in forms)
    else:
        if _types(before) - {"null"} and not _types(before) & _types(after) - {"null"}:
            # Without a type in common, nothing else can be compared.
            keys = (*TEXTS, "type", "nullable")
            before, after = only(before, keys), only(after, keys)
        place.members(before, after, _SCHEMA)


def schema_member(old: Object, new: Object, key: str, place: Place) -> None:
    """Compare members that are schemas; without one, any value fits."""
    schema_changes(old.get(key, True), new.get(key, True), place.at(key))


def _plain(schema: Json) -> Object | None:
    """The schema without a combinator that has one choice; null beside others is ``nullable``."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if not isinstance(schema, dict):
        return None
    if not (form := _form(schema)):
        return schema
    choices = elements(schema[form])
    null = ("null", ["null"]) if form != "allOf" else ()
    rest = [each for each in choices if members(each).get("type", "") not in null]
    beside = {key: each for key, each in schema.items() if key != form}
    if len(rest) < len(choices):
        beside["nullable"] = True
    if len(rest) == 1 and isinstance(rest[0], dict):
        return _plain({**rest[0], **beside})
    return {**beside, form: rest} if rest and "nullable" in beside else schema


def _form(schema: Object) -> str:
    """The combinator that alone says what the values are, if one does."""
    beside = (*TEXTS, "nullable", "default", "deprecated", "discriminator", "xml")
    found = [key for key in schema if key not in beside]
    return found[0] if len(found) == 1 and found[0] in _COMBINATORS else ""


def _unfolded(schema: Object, document: Object) -> Object:
    """What references and combinators of one choice lead to."""
    seen: set[str] = set()
    while (text := reference(schema)) is not None and text not in seen:
        seen.add(text)
        schema = _plain(resolved(document, schema)) or {}
    return schema


def _without_null(schema: Object) -> Json:
    """What a schema is as one of several choices, of which null is another."""
    kinds = [kind for kind in elements(schema.get("type")) if kind != "null"]
    typed: Object = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    return {key: each for key, each in schema.items() if key not in (*TEXTS, "nullable")} | typed


def _choices(old: list[Json], new: list[Json], place: Place, *, all_of: bool) -> None:
    """Compare lists of choices: the same ones in pairs, the others in order if they are as many."""
    gone, came, pairs = list(old), list[tuple[int, Json]](), list[tuple[Json, int, Json]]()
    for index, schema in enumerate(new):
        name = reference(schema)
        twins = [e for e in gone if same(e, schema) or (name and reference(e) == name)]
        if twins:
            gone.remove(twins[0])
            pairs.append((twins[0], index, schema))
        else:
            came.append((index, schema))
    is_paired = len(gone) == len(came)
    if is_paired:
        pairs += [(before, *after) for before, after in zip(gone, came, strict=True)]
    for before, index, after in pairs:
        schema_changes(before, after, place.at(str(index)))
    was, now = (" or ".join(map(kind_of, e[:5])) for e in (gone, [each for _, each in came]))
    if is_paired:
        return
    if gone and came:
        place.tell("type-changed", f"{place.name} changed from {was} to {now}")
    elif came:
        kind, verb = ("type-narrowed", "must") if all_of else ("type-widened", "may")
        place.tell(kind, f"{place.name} {verb} now also be {now}")
    else:
        kind, verb = ("type-widened", "need") if all_of else ("type-narrowed", "can")
        place.tell(kind, f"{place.name} {verb} no longer be {was}")


# Keywords


def _description(old: Object, new: Object, key: str, place: Place) -> None:
    """The codes that two descriptions name, each by itself, and whether they differ otherwise."""
    before, after = old.get(key, ""), new.get(key, "")
    if not isinstance(before, str) or not isinstance(after, str):
        place.changed(old, new, key, "text-changed")
        return
    was, now, here = Counter(codes(before)), Counter(codes(after)), place.at(key)
    gone = list((was - now).elements())
    for code, meaning in (now - was).elements():
        what = f"code {code} of {place.name}"
        former = next((pair for pair in gone if pair[0] == code), None)
        if former is None:
            here.tell("code-added", f'{what} was added: "{cut(meaning)}"')
        else:
            gone.remove(former)
            text = f'{what} now means "{cut(meaning)}", no longer "{cut(former[1])}"'
            here.tell("code-reworded", text)
    for code, meaning in gone:
        text = f'code {code} of {place.name} was removed; it meant "{cut(meaning)}"'
        here.tell("code-removed", text)
    if was == now or beside_codes(before) != beside_codes(after):
        place.changed(old, new, key, "text-changed")


def _types(schema: Object) -> frozenset[str]:
    """The JSON types of a schema's values, by its ``type`` and OpenAPI 3.0's ``nullable`` only."""
    kind, is_nullable = schema.get("type"), schema.get("nullable") is True
    if kind is None:
        # A reference or a combination says it; beside these, only ``nullable`` adds null.
        is_told = any(key in schema for key in ("$ref", *_COMBINATORS))
        return _TYPES - {"null"} if is_told and not is_nullable else _TYPES
    kinds = {each for each in (elements(kind) or [kind]) if isinstance(each, str)}
    whole = {"integer"} if "number" in kinds else set[str]()
    return frozenset(kinds | whole | ({"null"} if is_nullable else set()))


def _type(old: Object, new: Object, _: str, place: Place) -> None:
    def spelled(kinds: frozenset[str]) -> str:
        names = sorted(kinds - ({"integer"} if "number" in kinds else set()))
        return "any type" if kinds == _TYPES else cut(" or ".join(names)) or "no type"

    before, after = _types(old), _types(new)
    if before ^ after == {"null"}:
        text = f"{place.name} {'may now' if 'null' in after else 'can no longer'} be null"
    else:
        text = f"{place.name} changed from {spelled(before)} to {spelled(after)}"
    kind = "narrowed" if after < before else "widened" if before < after else "changed"
    if before != after:
        place.tell(f"type-{kind}", text)


def _values(old: Object, new: Object, key: str, place: Place) -> None:
    """The values that are listed: by ``enum``, or by ``const`` a single one."""
    before, after = (
        [side["const"]] if "const" in side else side.get("enum") for side in (old, new)
    )
    here = place if {"const", "enum"} <= old.keys() | new.keys() else place.at(key)
    if not isinstance(before, list) and isinstance(after, list):
        here.tell("bound-tightened", f"{place.name} must now be one of {shown(after)}")
    elif isinstance(before, list) and not isinstance(after, list):
        here.tell("bound-loosened", f"{place.name} is no longer limited to {shown(before)}")
    else:
        here.listed(before, after, "value {}", "enum-value-removed", "enum-value-added")


_LOWER: Final = (
    *("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"),
)
_UPPER: Final = (
    *("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"),
)
_COUNTS: Final = ("minLength", "minItems", "minProperties")


def _bound(old: Object, new: Object, key: str, place: Place) -> None:
    def bound(schema: Object) -> float | str | None:
        """``None`` where there is none; ``True`` is one of OpenAPI 3.0's, or uniqueItems."""
        value = schema.get(key)
        if value is False or (key in _COUNTS and value == 0):
            return None
        return value if isinstance(value, str if key == "pattern" else int | float) else None

    before, after = bound(old), bound(new)
    if before == after:
        return
    if before is None or after is None:
        is_tighter = before is None
    elif isinstance(before, str | bool) or isinstance(after, str | bool):
        is_tighter = True  # which nobody can say
    elif key == "multipleOf":
        is_tighter = after == 0 or Fraction(str(before)) % Fraction(str(after)) != 0
    else:
        is_tighter = after > before if key in _LOWER else after < before
    place.changed(old, new, key, "bound-tightened" if is_tighter else "bound-loosened")


def _properties(old: Object, new: Object, key: str, place: Place) -> None:
    before, after = members(old.get(key)), members(new.get(key))
    for name in keys_of(after, before):
        here = place.at(key, name, name=place.property(name))
        word = "required" if name in elements(new.get("required")) else "optional"
        here.entry(before, after, name, "property", schema_changes, kind_of(after.get(name)), word)


def _required(old: Object, new: Object, key: str, place: Place) -> None:
    """Which of the properties that stay are required; of those that come and go it is told."""
    here = place.at(key)
    was, now = (
        dict.fromkeys(each for each in elements(side.get(key)) if isinstance(each, str))
        for side in (old, new)
    )
    had, has = (members(side.get("properties")).keys() for side in (old, new))
    for name in (name for name in now if name not in was and name not in has - had):
        here.tell("property-became-required", f"{place.property(name)} is now required")
    for name in (name for name in was if name not in now and name not in had - has):
        here.tell("property-became-optional", f"{place.property(name)} is no longer required")
    if was.keys() != now.keys():
        place.documents.told_elsewhere.add(here.path)


def _items(old: Object, new: Object, key: str, place: Place) -> None:
    name = place.part("the items") if " " in place.name else f"{place.name}[]"
    schema_changes(old.get(key, True), new.get(key, True), place.at(key, name=name))


def _additional(old: Object, new: Object, key: str, place: Place) -> None:
    """Whether there may be other properties, and of which values."""
    before, after = (_plain(side.get(key, True)) for side in (old, new))
    if before is None or after is None or alike(before, after, key):
        return
    if after == {"not": {}} or not before:
        place.changed(old, new, key, "bound-tightened")
    elif before == {"not": {}} or not after:
        place.changed(old, new, key, "bound-loosened")
    else:
        schema_changes(before, after, place.at(key, name=place.part("the values")))


def _combinator(old: Object, new: Object, key: str, place: Place) -> None:
    before, after = old.get(key), new.get(key)
    if isinstance(before, list) and isinstance(after, list):
        _choices(before, after, place.at(key), all_of=key == "allOf")
    elif key not in old or key not in new:
        place.changed(old, new, key, "type-widened" if key in old else "type-narrowed")


TEXTS: Final[Table] = {
    "description": _description,
    **dict.fromkeys(
        (
            *("summary", "title", "example", "examples", "externalDocs"),
            *("x-enum-varnames", "x-enum-descriptions"),
        ),
        "text-changed",
    ),
}
"""Every member that is there for people."""
_SCHEMA: Final[Table] = {
    **TEXTS,
    **dict.fromkeys(("type", "nullable"), _type),
    **dict.fromkeys(("enum", "const"), _values),
    **dict.fromkeys((*_LOWER, *_UPPER, "pattern", "uniqueItems", "multipleOf"), _bound),
    "readOnly": flag("access-changed", "access-changed", "read-only"),
    "writeOnly": flag("access-changed", "access-changed", "write-only"),
    "format": "format-changed",
    "default": "default-changed",
    **dict.fromkeys(_COMBINATORS, _combinator),
    **dict.fromkeys(
        (
            *("not", "if", "then", "else", "contains", "prefixItems", "propertyNames", "$defs"),
            *("patternProperties", "dependentSchemas", "dependentRequired"),
            "unevaluatedProperties",
        ),
        "type-changed",
    ),
    "properties": _properties,
    "required": _required,
    "items": _items,
    "additionalProperties": _additional,
}
