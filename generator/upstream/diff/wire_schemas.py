"""What changed in schemas: texts, types, values and bounds, properties, combinations."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from generator.upstream.codes import beside_codes, codes

from .rules import cut
from .wire_nodes import (
    Handlers,
    alike,
    changed,
    chosen,
    compare,
    component,
    component_place,
    elements,
    flag,
    inner,
    kind_of,
    list_changes,
    member,
    members,
    reference,
    resolved,
    same,
    settled,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.load.documents import Json

    from .rules import Change
    from .wire_nodes import Changes, Object, Place

# Texts


def _description(old: Object, new: Object, key: str, place: Place) -> Iterator[Change]:
    """The codes that two descriptions name, each by itself, and whether they differ otherwise."""
    before, after = old.get(key, ""), new.get(key, "")
    if not isinstance(before, str) or not isinstance(after, str):
        yield from member(old, new, key, place, "text-changed")
        return
    was, now, here = Counter(codes(before)), Counter(codes(after)), place.at(key)
    gone = list((was - now).elements())
    for code, meaning in (now - was).elements():
        what = f"code {code} of {place.name}"
        former = next((pair for pair in gone if pair[0] == code), None)
        if former is None:
            yield from here.change("code-added", f'{what} was added: "{cut(meaning)}"')
        else:
            gone.remove(former)
            text = f'{what} now means "{cut(meaning)}", no longer "{cut(former[1])}"'
            yield from here.change("code-reworded", text)
    for code, meaning in gone:
        text = f'code {code} of {place.name} was removed; it meant "{cut(meaning)}"'
        yield from here.change("code-removed", text)
    if was == now or beside_codes(before) != beside_codes(after):
        yield from member(old, new, key, place, "text-changed")


# Single values

_TYPES: Final = frozenset({"null", "boolean", "object", "array", "string", "integer", "number"})


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


def _type(old: Object, new: Object, _: str, place: Place) -> Iterator[Change]:
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
        yield from place.change(f"type-{kind}", text)


def _value(old: Object, new: Object, key: str, place: Place) -> Iterator[Change]:
    """The values that are listed: by ``enum``, or by ``const`` a single one."""

    def values(schema: Object) -> Json:
        return [schema["const"]] if "const" in schema else schema.get("enum")

    before, after = values(old), values(new)
    here = place if {"const", "enum"} <= old.keys() | new.keys() else place.at(key)
    if not isinstance(before, list) and isinstance(after, list):
        text = f"{place.name} must now be one of {shown(after)}"
        yield from here.change("bound-tightened", text)
    elif isinstance(before, list) and not isinstance(after, list):
        text = f"{place.name} is no longer limited to {shown(before)}"
        yield from here.change("bound-loosened", text)
    else:
        kinds = "enum-value-removed", "enum-value-added"
        yield from list_changes(before, after, "value {}", here, *kinds)


_LOWER: Final = (
    *("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"),
)
_UPPER: Final = (
    *("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"),
)


def _bound(old: Object, new: Object, key: str, place: Place) -> Changes:
    def bound(schema: Object) -> float | str | None:
        """``None`` where there is none; ``True`` is one of OpenAPI 3.0's, or uniqueItems."""
        value = schema.get(key)
        is_count_of_none = key in ("minLength", "minItems", "minProperties") and value == 0
        is_one = isinstance(value, str if key == "pattern" else int | float)
        return value if is_one and value is not False and not is_count_of_none else None  # type: ignore[return-value]

    before, after = bound(old), bound(new)
    if before == after:
        return ()
    if before is None or after is None:
        is_tighter = before is None
    elif isinstance(before, str | bool) or isinstance(after, str | bool):
        is_tighter = True  # which nobody can say
    elif key == "multipleOf":
        is_tighter = after == 0 or Fraction(str(before)) % Fraction(str(after)) != 0
    else:
        is_tighter = after > before if key in _LOWER else after < before
    return member(old, new, key, place, f"bound-{'tightened' if is_tighter else 'loosened'}")


# Schemas

_COMBINATORS: Final = ("allOf", "anyOf", "oneOf")


def schema_changes(old: Json, new: Json, place: Place) -> Iterator[Change]:
    """What changed between two schemas.

    A schema with a name is compared once, among the components, and not wherever it is referred to.
    But a schema that was written out and is referred to now, or the other way round, or that is the
    only choice of an ``anyOf`` now, may hold the same values as before. So in these cases what the
    reference or the choice leads to is compared, and its changes are told here.
    """
    before, after = _object(old), _object(new)
    if before is None or after is None:
        return
    was, now, both = reference(before), reference(after), place.documents
    if was == now and _form(before) == _form(after):
        yield from _same_form(before, after, place)
    elif was is None or now is None:
        yield from _behind(before, after, place.elsewhere())
    elif both.is_rename(component(was), component(now)):
        yield from _same_form({**before, "$ref": now}, after, place)
        if (was, now) not in both.renamed:
            both.renamed[was, now] = None
            here = component_place(place, component(now), component(was))
            sides = resolved(both.old, {"$ref": was}), resolved(both.new, {"$ref": now})
            yield from settled(schema_changes, *sides, here)
    elif (was, now) not in (place.followed or ()):
        here = place.elsewhere()
        here.followed.add((was, now))  # type: ignore[union-attr]
        yield from _behind(before, after, here)


def schema_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of a member that is a schema; without it, any value fits."""
    return schema_changes(old.get(key, True), new.get(key, True), place.at(key))


def _object(schema: Json) -> Object | None:
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    return schema if isinstance(schema, dict) else None


def _form(schema: Object) -> str:
    """``$ref``, ``allOf``, ``anyOf`` or ``oneOf``, if that alone says what the values are."""
    beside = (*TEXTS, "nullable", "default", "deprecated", "discriminator", "xml")
    found = [key for key in schema if key not in beside]
    return found[0] if len(found) == 1 and found[0] in ("$ref", *_COMBINATORS) else ""


def _same_form(old: Object, new: Object, place: Place) -> Iterator[Change]:
    if _types(old) - {"null"} and not _types(old) & _types(new) - {"null"}:
        # Without a type in common, nothing else can be compared.
        keys = {*TEXTS, "type", "nullable"}
        old, new = chosen(old, keys.__contains__), chosen(new, keys.__contains__)
    yield from compare(old, new, place, _SCHEMA)


def _behind(old: Object, new: Object, place: Place) -> Iterator[Change]:
    before, after = _unfolded(old, place.documents.old), _unfolded(new, place.documents.new)
    forms = {_form(before), _form(after)} - {""}
    if not forms or _form(before) == _form(after) != "$ref":
        yield from _same_form(before, after, place)
    elif "$ref" in forms or ("allOf" in forms and len(forms) > 1):
        text = f"{place.name} changed from {shown(old)} to {shown(new)}"
        yield from place.change("type-changed", text)
    else:
        texts = chosen(before, TEXTS.__contains__), chosen(after, TEXTS.__contains__)
        yield from compare(texts[0], texts[1], place, TEXTS)
        choices = _choices(old, before), _choices(new, after)
        yield from _combined(*choices, place, all_of="allOf" in forms)


def _unfolded(schema: Object, document: Object) -> Object:
    """The schema that references and combinators of one choice lead to.

    A second choice, null, makes it ``nullable``.
    """
    seen: set[str] = set()
    while True:
        found, form = schema, _form(schema)
        text = reference(schema)
        if text is not None and text not in seen:
            seen.add(text)
            found = members(resolved(document, schema))
        elif text is None and form in _COMBINATORS:
            choices = elements(schema[form])
            rest = [each for each in choices if members(each).get("type") not in ("null", ["null"])]
            if len(rest) == 1 and isinstance(rest[0], dict):
                beside = {key: each for key, each in schema.items() if key != form}
                nullable: Object = {"nullable": True} if len(choices) > 1 else {}
                found = {**rest[0], **beside, **nullable}
        if found == schema:
            return schema
        schema = found


def _choices(schema: Object, unfolded: Object) -> list[Json]:
    """The schemas that a combinator lists; any other schema counts as a list of itself."""
    null: list[Json] = [{"type": "null"}]
    if form := _form(unfolded):
        return elements(unfolded[form]) + (null if unfolded.get("nullable") is True else [])
    plain = {key: each for key, each in schema.items() if key not in TEXTS}
    kinds = elements(plain.get("type"))
    if "null" not in kinds and plain.get("nullable") is not True:
        return [plain]
    rest = [kind for kind in kinds if kind != "null"]
    plain.pop("nullable", None)
    typed: Object = {"type": rest[0] if len(rest) == 1 else rest} if rest else {}
    return [{**plain, **typed}, *null]


def _combined(old: list[Json], new: list[Json], place: Place, *, all_of: bool) -> Iterator[Change]:
    """Compare lists of choices: the same ones in pairs, the others in order if they are as many."""
    gone = list(old)
    came: list[tuple[int, Json]] = []
    pairs: list[tuple[Json, int, Json]] = []
    for index, schema in enumerate(new):
        name = reference(schema)
        alike_ = (e for e in gone if same(e, schema) or (name and reference(e) == name))
        found = next(alike_, None)
        if found is None:
            came.append((index, schema))
        else:
            gone.remove(found)
            pairs.append((found, index, schema))
    if len(gone) == len(came):
        pairs += [(before, *after) for before, after in zip(gone, came, strict=True)]
    for before, index, after in pairs:
        yield from schema_changes(before, after, place.at(index))
    if len(gone) == len(came):
        return
    was, now = (" or ".join(map(kind_of, e[:5])) for e in (gone, [schema for _, schema in came]))
    if gone and came:
        yield from place.change("type-changed", f"{place.name} changed from {was} to {now}")
    elif came:
        kind = "type-narrowed" if all_of else "type-widened"
        verb = "must" if all_of else "may"
        yield from place.change(kind, f"{place.name} {verb} now also be {now}")
    else:
        kind = "type-widened" if all_of else "type-narrowed"
        verb = "need" if all_of else "can"
        yield from place.change(kind, f"{place.name} {verb} no longer be {was}")


def _combinator(old: Object, new: Object, key: str, place: Place) -> Changes:
    before, after = old.get(key), new.get(key)
    if isinstance(before, list) and isinstance(after, list):
        return _combined(before, after, place.at(key), all_of=key == "allOf")
    if key in old and key in new:
        return ()
    return member(old, new, key, place, "type-widened" if key in old else "type-narrowed")


# Properties and items


def _properties(old: Object, new: Object, key: str, place: Place) -> Changes | None:
    required = elements(new.get("required"))

    def entry(old: Object, new: Object, key: str, place: Place) -> Changes:
        here = place.at(key, name=place.property(key))
        if key not in old:
            return here.added("property-added", kind_of(new[key]), is_required=key in required)
        if key not in new:
            return here.removed("property-removed")
        return settled(schema_changes, old[key], new[key], here)

    return inner({"*": entry})(old, new, key, place)


def _required(old: Object, new: Object, key: str, place: Place) -> list[Change] | None:
    """Which of the properties that stay are required; of those that come and go it is told."""
    names = [
        [name for name in elements(side.get(key)) if isinstance(name, str)] for side in (old, new)
    ]
    had, has = (members(side.get("properties")).keys() for side in (old, new))
    found: list[Change] = []
    for name in dict.fromkeys(names[1]):
        if name not in names[0] and name not in has - had:
            text = f"{place.property(name)} is now required"
            found += place.at(key).change("property-became-required", text)
    for name in dict.fromkeys(names[0]):
        if name not in names[1] and name not in had - has:
            text = f"{place.property(name)} is no longer required"
            found += place.at(key).change("property-became-optional", text)
    return found if found or set(names[0]) == set(names[1]) else None


def _items(old: Object, new: Object, key: str, place: Place) -> Changes:
    name = place.part("the items") if " " in place.name else f"{place.name}[]"
    return schema_changes(old.get(key, True), new.get(key, True), place.at(key, name=name))


def _additional(old: Object, new: Object, key: str, place: Place) -> Changes:
    """Whether there may be other properties, and of which values."""
    before, after = (_object(side.get(key, True)) for side in (old, new))
    if before is None or after is None or alike(before, after, place):
        return ()
    if after == {"not": {}} or not before:
        return member(old, new, key, place, "bound-tightened")
    if before == {"not": {}} or not after:
        return member(old, new, key, place, "bound-loosened")
    return schema_changes(before, after, place.at(key, name=place.part("the values")))


# How each keyword is compared

TEXTS: Final[Handlers] = {
    "description": _description,
    **dict.fromkeys(
        (
            *("summary", "title", "example", "examples", "externalDocs"),
            *("x-enum-varnames", "x-enum-descriptions"),
        ),
        changed("text-changed"),
    ),
}
"""Handlers of every member that is there for people."""
_SCHEMA: Final[Handlers] = {
    **TEXTS,
    **dict.fromkeys(("type", "nullable"), _type),
    **dict.fromkeys(("enum", "const"), _value),
    **dict.fromkeys((*_LOWER, *_UPPER, "pattern", "uniqueItems", "multipleOf"), _bound),
    "readOnly": flag("access-changed", "access-changed", "read-only"),
    "writeOnly": flag("access-changed", "access-changed", "write-only"),
    "format": changed("format-changed"),
    "default": changed("default-changed"),
    **dict.fromkeys(_COMBINATORS, _combinator),
    **dict.fromkeys(
        (
            *("not", "if", "then", "else", "contains", "prefixItems", "propertyNames", "$defs"),
            *("patternProperties", "dependentSchemas", "dependentRequired"),
            "unevaluatedProperties",
        ),
        changed("type-changed"),
    ),
    "properties": _properties,
    "required": _required,
    "items": _items,
    "additionalProperties": _additional,
}
