"""What changed in schemas: texts, types, values and bounds, properties, combinations."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from generator.upstream.codes import beside_codes, codes

from .changes import cut, quoted
from .wire_nodes import (
    alike,
    changed,
    chosen,
    compare,
    differences,
    elements,
    entries,
    kind_of,
    member,
    members,
    other_member,
    reference,
    resolved,
    same,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.load.documents import Json

    from .wire_nodes import Changes, Handler, Object, Place


def description_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The codes that two descriptions name, each by itself, and whether they differ otherwise."""
    before, after = old.get(key, ""), new.get(key, "")
    if not isinstance(before, str) or not isinstance(after, str):
        yield from member(old, new, key, place, "text-changed")
        return
    was, now, here = Counter(codes(before)), Counter(codes(after)), place.at(key)
    gone = list((was - now).elements())
    for code, meaning in (now - was).elements():
        what = f"code {code} .. {cut(meaning)} of {place.name}"
        former = next((pair for pair in gone if pair[0] == code), None)
        if former is None:
            yield from here.change("code-added", f"{what} was added")
        else:
            gone.remove(former)
            yield from here.change("code-reworded", f"{what} was called {cut(former[1])}")
    for code, meaning in gone:
        text = f"code {code} .. {cut(meaning)} of {place.name} was removed"
        yield from here.change("code-removed", text)
    if was == now or beside_codes(before) != beside_codes(after):
        yield from member(old, new, key, place, "text-changed")


_NAMES: Final = ("x-enum-varnames", "x-enum-descriptions")
TEXTS: Final[Mapping[str, Handler]] = {
    "description": description_changes,
    **dict.fromkeys(
        ("summary", "title", "example", "examples", "externalDocs", *_NAMES),
        changed("text-changed"),
    ),
}
"""Handlers of every member that is there for people."""


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
        text = f"changed from {_spelled(before)} to {_spelled(after)}"
        if before ^ after == {"null"}:
            text = "may be null now" if "null" in after else "is no longer null"
        yield from place.change(kind, f"{place.name} {text}")


def _spelled(kinds: frozenset[str]) -> str:
    if kinds == _TYPES:
        return "any type"
    names = sorted(kinds - ({"integer"} if "number" in kinds else set()))
    return cut(" or ".join(names)) or "no type"


def _value_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    before, after = _values(old), _values(new)
    here = place if {"const", "enum"} <= old.keys() | new.keys() else place.at(key)
    if before is None and after is not None:
        yield from here.change("bound-tightened", f"{place.name} is now one of {shown(after)}")
    elif after is None and before is not None:
        text = f"{place.name} is no longer restricted to {shown(before)}"
        yield from here.change("bound-loosened", text)
    else:
        gone, came = differences(before, after)
        for value in came:
            text = f"value {shown(value)} of {place.name} was added"
            yield from here.change("enum-value-added", text)
        for value in gone:
            text = f"value {shown(value)} of {place.name} was removed"
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


_COMBINATORS: Final = ("allOf", "anyOf", "oneOf")
_CONDITIONS: Final = (
    *("not", "if", "then", "else", "contains", "prefixItems", "propertyNames", "$defs"),
    *("patternProperties", "dependentSchemas", "dependentRequired", "unevaluatedProperties"),
)
_BESIDE: Final = (*TEXTS, "nullable", "default", "deprecated", "discriminator", "xml")
"""What may stand beside a combinator without restricting it."""


def schema_changes(old: Json, new: Json, place: Place) -> Changes:
    """What changed between two schemas.

    A schema with a name is compared once, among the components, and not wherever it is referred to.
    But a schema that was written out and is referred to now, or the other way round, or that is the
    only choice of an ``anyOf`` now, may hold the same values as before. So in these cases what the
    reference or the choice leads to is compared, and its changes are told here.
    """
    before, after = _object(old), _object(new)
    if before is None or after is None:
        return
    references = (reference(before), reference(after))
    if _form(before) == _form(after) and references[0] == references[1]:
        yield from _same_form(before, after, place)
    elif references[0] is None or references[1] is None:
        yield from _behind(before, after, place.elsewhere())
    elif place.documents.is_rename(references[0], references[1]):
        place.documents.renamed[references[0], references[1]] = None
        yield from _same_form({**before, "$ref": references[1]}, after, place)
    elif (here := place.elsewhere()).is_first(references[0], references[1]):
        yield from _behind(before, after, here)


def schema_member(old: Object, new: Object, key: str, place: Place) -> Changes:
    """The handler of a member that is a schema; without it, any value fits."""
    return schema_changes(old.get(key, True), new.get(key, True), place.at(key))


def _object(schema: Json) -> Object | None:
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    return schema if isinstance(schema, dict) else None


def _form(schema: Object) -> str | None:
    """``$ref``, ``allOf``, ``anyOf`` or ``oneOf``, if that alone says what the values are."""
    found = [key for key in ("$ref", *_COMBINATORS) if key in schema]
    alone = len(found) == 1 and all(key in _BESIDE or key in found for key in schema)
    return found[0] if alone else None


def _same_form(old: Object, new: Object, place: Place) -> Changes:
    if types(old) - {"null"} and not types(old) & types(new) - {"null"}:
        old, new = chosen(old, _OTHER_TYPE.__contains__), chosen(new, _OTHER_TYPE.__contains__)
        yield from compare(old, new, place, _OTHER_TYPE)
    else:
        yield from _property_changes(old, new, place)
        old, new = chosen(old, _is_no_property), chosen(new, _is_no_property)
        yield from compare(old, new, place, _HANDLERS)


def _is_no_property(key: str) -> bool:
    return key not in {"properties", "required"}


def _behind(old: Object, new: Object, place: Place) -> Changes:
    before = _unfolded(old, place.documents.old)
    after = _unfolded(new, place.documents.new)
    forms = {_form(before), _form(after)} - {None}
    if len(forms) == 0 or _form(before) == _form(after) != "$ref":
        yield from _same_form(before, after, place)
    elif "$ref" in forms or ("allOf" in forms and len(forms) > 1):
        text = f"{place.name} changed from {shown(old)} to {shown(new)}"
        yield from place.change("type-changed", text)
    else:
        words = chosen(before, TEXTS.__contains__), chosen(after, TEXTS.__contains__)
        yield from compare(words[0], words[1], place, TEXTS)
        choices = _choices(old, before), _choices(new, after)
        yield from _combined(choices[0], choices[1], place, all_of="allOf" in forms)


def _unfolded(schema: Object, document: Object) -> Object:
    """The schema that references and combinators of one choice lead to.

    A second choice, null, makes it ``nullable``.
    """
    seen: set[str] = set()
    while True:
        text = reference(schema)
        if text is None:
            inner = _only_choice(schema)
        elif text in seen:
            return schema
        else:
            seen.add(text)
            inner = members(resolved(document, schema))
        if inner is None or inner == schema:
            return schema
        schema = inner


def _only_choice(schema: Object) -> Object | None:
    form = _form(schema)
    choices = elements(schema[form]) if form in _COMBINATORS else []
    rest = [each for each in choices if members(each).get("type") not in ("null", ["null"])]
    if form is None or len(rest) != 1 or not isinstance(rest[0], dict):
        return None
    found = {**rest[0], **{key: each for key, each in schema.items() if key != form}}
    return {**found, "nullable": True} if len(choices) > 1 else found


def _choices(schema: Object, unfolded: Object) -> list[Json]:
    """The schemas that a combinator lists; any other schema counts as a list of itself."""
    form = _form(unfolded)
    if form in _COMBINATORS:
        null: list[Json] = [{"type": "null"}] if unfolded.get("nullable") is True else []
        return elements(unfolded[form]) + null
    plain = {key: each for key, each in schema.items() if key not in TEXTS}
    kinds = elements(plain.get("type"))
    if "null" not in kinds and plain.get("nullable") is not True:
        return [plain]
    rest = [kind for kind in kinds if kind != "null"]
    plain.pop("nullable", None)
    typed: Object = {"type": rest[0] if len(rest) == 1 else rest} if rest else {}
    return [{**plain, **typed}, {"type": "null"}]


def _combined(old: list[Json], new: list[Json], place: Place, *, all_of: bool) -> Changes:
    """Compare lists of choices: the same ones in pairs, the others in order if they are as many."""
    gone = list(old)
    came: list[tuple[int, Json]] = []
    for index, schema in enumerate(new):
        name = reference(schema)
        pairs = (e for e in gone if same(e, schema) or (name is not None and reference(e) == name))
        found = next(pairs, None)
        if found is None:
            came.append((index, schema))
        else:
            gone.remove(found)
            yield from schema_changes(found, schema, place.at(index))
    if len(gone) == len(came):
        for before, (index, after) in zip(gone, came, strict=True):
            yield from schema_changes(before, after, place.at(index))
        return
    was, now = (" or ".join(map(kind_of, e[:5])) for e in (gone, [schema for _, schema in came]))
    verb = "must" if all_of else "may"
    if gone and came:
        yield from place.change("type-changed", f"{place.name} changed from {was} to {now}")
    elif came:
        kind = "type-narrowed" if all_of else "type-widened"
        yield from place.change(kind, f"{place.name} {verb} also be {now}")
    else:
        kind = "type-widened" if all_of else "type-narrowed"
        yield from place.change(kind, f"{place.name} {verb} no longer be {was}")


def _combinator_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    before, after = old.get(key), new.get(key)
    if isinstance(before, list) and isinstance(after, list):
        yield from _combined(before, after, place.at(key), all_of=key == "allOf")
    elif key not in old:
        yield from member(old, new, key, place, "type-narrowed")
    elif key not in new:
        yield from member(old, new, key, place, "type-widened")


def _property_changes(old: Object, new: Object, place: Place) -> Changes:
    required = elements(new.get("required"))

    def added(schema: Json, here: Place) -> Changes:
        is_required = here.step in required
        kind = "property-added-required" if is_required else "property-added"
        text = f"{quoted(here.step)} ({kind_of(schema)}) of {place.name} was added"
        return here.change(kind, f"{text}, required" if is_required else text)

    found = list(
        entries(
            old.get("properties"),
            new.get("properties"),
            lambda name: place.at("properties", name, name=place.property(name)),
            both=schema_changes,
            added=added,
            removed="property-removed",
        )
    )
    yield from found or other_member(old, new, "properties", place)
    yield from _required_changes(old, new, place)


def _required_changes(old: Object, new: Object, place: Place) -> Changes:
    had, has = (
        {name: None for name in elements(side.get("required")) if isinstance(name, str)}
        for side in (old, new)
    )
    before, after = (members(side.get("properties")).keys() for side in (old, new))
    here = place.at("required")
    for name in (name for name in has if name not in had and name not in after - before):
        yield from here.change(
            "property-became-required", f"{place.property(name)} became required"
        )
    for name in (name for name in had if name not in has and name not in before - after):
        yield from here.change(
            "property-became-optional", f"{place.property(name)} became optional"
        )
    if had.keys() == has.keys():
        yield from other_member(old, new, "required", place)


def _item_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    name = place.inner("the items") if " " in place.name else f"{place.name}[]"
    before, after = old.get(key, True), new.get(key, True)
    return schema_changes(before, after, place.at(key, name=name))


def _additional_changes(old: Object, new: Object, key: str, place: Place) -> Changes:
    """Whether there may be other properties, and of which values."""
    before, after = (_object(side.get(key, True)) for side in (old, new))
    if before is None or after is None or alike(before, after, place):
        return
    if after == {"not": {}} or not before:
        yield from member(old, new, key, place, "bound-tightened")
    elif before == {"not": {}} or not after:
        yield from member(old, new, key, place, "bound-loosened")
    else:
        here = place.at(key, name=place.inner("the values"))
        yield from schema_changes(before, after, here)


_OTHER_TYPE: Final[Mapping[str, Handler]] = {
    **TEXTS,
    **{key: VALUES[key] for key in ("type", "nullable")},
}
"""Handlers for two schemas without a type in common, of which only type and texts are compared."""
_HANDLERS: Final[Mapping[str, Handler]] = {
    **TEXTS,
    **VALUES,
    **dict.fromkeys(_COMBINATORS, _combinator_changes),
    **dict.fromkeys(_CONDITIONS, changed("type-changed")),
    "items": _item_changes,
    "additionalProperties": _additional_changes,
}
