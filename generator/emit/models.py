"""Enums, flags and models of a document, as the templates want them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from keyword import iskeyword
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import PythonIdentifier

from generator.load.problems import GeneratorFailure, Problem, collected

from .literals import LINE, docstring, literal, member_name, prose
from .python_types import class_kind, enum_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .python_types import PythonType, Schema, TypeMap

_NAME: Final = re.compile(r"[^\W\d_]\w*")
_USUAL: Final = re.compile(r"[a-z][a-zA-Z0-9]*")
_BODY: Final = " " * 8  # of a method
_ARTICLES: Final = frozenset({"a", "an", "the"})
# What a class body or an annotation in it refers to; a field called so would shadow it there.
_TAKEN: Final = frozenset(
    {
        *("list", "dict", "str", "int", "float", "bool", "object", "datetime", "define", "field"),
        *("from_dict", "to_dict", "additional_properties", "UNSET", "Unset", "Mapping"),
        *("Any", "Self", "ClassVar", "Final", "json_names", "self", "cls", "classmethod"),
        *("property", "staticmethod", "parse", "enums_by_device_type", "evolve", "check"),
        *("is_masked", "masked_fields", "limits", "periods"),
    }
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an enum or a flag: its name, its value as a literal, and its docstring."""

    name: str
    value: str
    doc: str = ""


@dataclass(frozen=True, slots=True)
class EnumClass:
    """An open enum or a set of flags."""

    name: str
    kind: str
    doc: str
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One property of a model; ``wire`` is its name in JSON."""

    name: str
    wire: str
    type: PythonType
    required: bool
    secret: bool
    description: str
    limits: str = ""
    limits_text: str = ""

    @property
    def full_description(self) -> str:
        """The description for those who fill it in: with the numbers that it takes."""
        return f"{self.description} {self.limits_text}".strip()

    @property
    def json_name(self) -> str:
        """Its name in JSON, as a literal."""
        return literal(self.wire)

    @property
    def doc(self) -> str:
        """Its docstring."""
        return _doc(self.description)

    @property
    def declaration(self) -> str:
        """The line that declares it: its type, its default, and whether its value is shown."""
        optional = "" if self.required else " | Unset"
        if self.secret:
            default = "" if self.required else "default=UNSET, "
            return f"{self.name}: {self.type.annotation}{optional} = field({default}repr=False)"
        return f"{self.name}: {self.type.annotation}{optional}{'' if self.required else ' = UNSET'}"

    @property
    def raw(self) -> str:
        """Where ``from_dict`` puts its JSON value: a variable if that is still to be decoded."""
        return f"raw_{self.name}" if self.type.decoders else f"self.{self.name}"

    @property
    def decoder(self) -> str:
        """The statements of ``from_dict`` that decode it; empty if it is what the JSON holds.

        One if it fits on a line, else one for each JSON class: an expression over six lines is
        harder to read.
        """
        if not self.type.decoders:
            return ""
        line = f"{_BODY}self.{self.name} = {self.type.decoded(self.raw)}"
        if len(line) <= LINE:
            return line
        choices = "el".join(
            f"if {self.raw}.__class__ is {kind}:\n{_BODY}    {self.raw} = {expression}\n{_BODY}"
            for kind, expression in self.type.decodings(self.raw)
        )
        return f"{_BODY}{choices}self.{self.name} = {self.raw}"


@dataclass(frozen=True, slots=True)
class ModelClass:
    """One object schema. ``device_type`` is the expression that finds its device's type."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    device_type: str
    takes_device_type: bool
    periods: tuple[tuple[str, str], ...] = ()
    is_sent: bool = False
    masked: tuple[str, tuple[str, ...]] | None = None

    @property
    def limited(self) -> list[Field]:
        """The fields that take certain numbers only, if callers fill them in."""
        return [field for field in self.fields if field.limits and self.is_sent]

    @property
    def choices(self) -> list[Field]:
        """The fields that are of other enums on other devices."""
        return [field for field in self.fields if field.type.choice]

    @property
    def classes(self) -> set[str]:
        """Generated classes that this one mentions."""
        return set().union(*(field.type.classes for field in self.fields)) - {self.name}


def python_name(proposed: str, wire: str, taken: frozenset[str] = _TAKEN) -> str:
    """The parser's name, without the underscore that it adds to builtins such as ``type``."""
    bare = proposed.removesuffix("_")
    if bare in taken or iskeyword(bare):
        return f"{bare}_"
    return bare if bare == wire else proposed


def enum_classes(types: TypeMap) -> list[EnumClass]:
    """Every named enum and flag set, by name."""
    named = [name for name in types.classes if class_kind(types.schemas[name]) in {"Enum", "Flags"}]
    found = collected(lambda name: _enum(name, types), named)
    return sorted(found, key=lambda enum: enum.name)


def _enum(name: str, types: TypeMap) -> EnumClass:
    schema, where = types.schemas[name], types.where(name)
    doc = _class_doc(schema, name, types)
    if "x-nuki-flags" in schema:
        bits: dict[str, Any] = schema["x-nuki-flags"]
        where = f"{where}/x-nuki-flags"
        for bit in bits.values():
            if not isinstance(bit, int) or bit.bit_count() != 1 or bit < 0:
                raise GeneratorFailure([Problem(where, f"{bit!r} is not a single bit")])
        flags = tuple(Member(member_name(flag, where), str(bit)) for flag, bit in bits.items())
        return EnumClass(types.classes[name], "OpenFlag", doc, flags)
    values = enum_values(schema)
    names = schema.get("x-enum-varnames") or _rule_names(values)
    texts = schema.get("x-enum-descriptions") or [""] * len(values)
    lists = isinstance(names, list) and isinstance(texts, list)
    if not lists or not len(values) == len(names) == len(texts) == len({*map(str, names)}):
        what = "values, names and descriptions do not pair up"
        raise GeneratorFailure([Problem(where, what, "give each value a name of its own")])
    members: list[Member] = []
    for given, value, text in zip(names, values, texts, strict=True):
        told = set(re.findall(r"\w+", str(text).lower()))
        says_more = not told <= {*str(given).lower().split("_"), *_ARTICLES}
        written = literal(value) if isinstance(value, str) else repr(value)
        members.append(Member(member_name(given, where), written, _doc(text) if says_more else ""))
    kind = "OpenStrEnum" if isinstance(values[0], str) else "OpenIntEnum"
    return EnumClass(types.classes[name], kind, doc, tuple(members))


def _rule_names(values: Iterable[object]) -> list[str]:
    """A name for each value; of those that would be called alike, the later ones are counted."""
    found: dict[str, None] = {}
    counts: Counter[str] = Counter()
    for value in values:
        name = f"VALUE_{value}".replace("-", "NEGATIVE_")
        if isinstance(value, str):
            words = "".join(c if c.isascii() and c.isalnum() else "_" for c in value).upper()
            name = words.strip("_")
            name = name if name[:1].isalpha() else f"VALUE_{name}"
        candidate = name
        while candidate in found:
            counts[name] += 1
            candidate = f"{name}_{counts[name] + 1}"
        found[candidate] = None
    return [*found]


def _class_doc(schema: Schema, name: str, types: TypeMap) -> str:
    description = prose(types.worded(schema.get("description") or ""))
    return docstring(description or f"{prose(name)}.", indent=4)


def _doc(description: object) -> str:
    """The docstring of a field or member; nothing if there is nothing to say."""
    text = prose(str(description or ""))
    return docstring(text, indent=4) if text else ""


def model_classes(types: TypeMap) -> list[ModelClass]:
    """Every object schema that has properties, by name."""
    named = [name for name in types.classes if class_kind(types.schemas[name]) == "Model"]
    found = collected(lambda name: _model(name, types), named)
    return sorted(found, key=lambda model: model.name)


def fields_of(name: str, types: TypeMap) -> tuple[Field, ...]:
    """The fields of a component that has properties, in its order.

    Raises:
        GeneratorFailure: Some have no name of their own.
    """
    schema = types.schemas[name]
    properties: dict[str, Schema] = schema["properties"]
    names = _field_names(properties, types.where(name))
    required = schema.get("required", ())
    found: list[Field] = []
    for wire, raw in properties.items():
        _, resolved = types.resolve(raw)
        # What is only read is not sent, and what is only written does not come.
        is_left_out = (resolved.get("readOnly") is True and name in types.sent) or (
            resolved.get("writeOnly") is True and name in types.received
        )
        own = raw.get("description") or ("" if "$ref" in raw else resolved.get("description"))
        found.append(
            Field(
                name=names[wire],
                wire=wire,
                type=types.of(raw),
                required=wire in required and not is_left_out,
                secret=resolved.get("x-nuki-secret") is True,
                description=types.worded(str(own or "")),
                limits=limits_of(raw),
                limits_text=limits_text(raw),
            )
        )
    return tuple(found)


def _model(name: str, types: TypeMap) -> ModelClass:
    schema, where = types.schemas[name], types.where(name)
    fields = fields_of(name, types)
    if name in types.sent:
        fields = tuple(replace(field, description=field.full_description) for field in fields)
    names = {field.wire: field.name for field in fields}
    masked: dict[str, Any] | None = schema.get("x-nuki-masked")
    if masked is not None and not names.keys() >= {masked.get("by"), *masked.get("fields", [])}:
        what = f"x-nuki-masked {masked!r} names fields that are not there"
        raise GeneratorFailure([Problem(where, what)])
    pairs: list[list[str]] = schema.get("x-nuki-periods", [])
    periods = named_periods(pairs, names)
    if periods is None:
        what = f"x-nuki-periods {pairs!r} does not pair fields of this schema"
        todo = "write [[allowedFromDate, allowedUntilDate]]"
        raise GeneratorFailure([Problem(where, what, todo)])
    device_type = ""
    source: dict[str, str] | None = schema.get("x-nuki-device-type-from")
    if source is not None and any(field.type.needs_device_type for field in fields):
        raw = {field.wire: field.raw for field in fields}
        wires = (source.get(key) for key in ("type", "id"))
        found = [wire and raw.get(wire, f"d.get({literal(wire)})") for wire in wires]
        device_type = f"device_type_of({', '.join(map(str, found))})"
    return ModelClass(
        name=types.classes[name],
        doc=_class_doc(schema, name, types),
        fields=fields,
        device_type=device_type,
        takes_device_type=name in types.device_dependent,
        periods=periods,
        is_sent=name in types.sent,
        masked=(names[masked["by"]], tuple(names[wire] for wire in masked["fields"]))
        if masked
        else None,
    )


def named_periods(
    pairs: list[list[str]], names: Mapping[str, str]
) -> tuple[tuple[str, str], ...] | None:
    """The names in Python of pairs of names on the wire; None if these are no pairs of them."""
    if any(len(pair) != len(("from", "until")) or not names.keys() >= {*pair} for pair in pairs):
        return None
    return tuple((names[start], names[end]) for start, end in pairs)


def _field_names(properties: dict[str, Schema], where: str) -> dict[str, str]:
    """The name in Python of each property, by its name in JSON.

    The vendor writes names in camelCase. A property of another spelling that would get the name of
    one of these has an underscore at its end, so that a name goes on meaning what it meant when
    ``device_type`` is added beside ``deviceType``, or ``State`` beside ``state``.

    Raises:
        GeneratorFailure: Some have no name of their own.
    """
    names = {
        wire: str(
            raw.get("x-nuki-name") or python_name(PythonIdentifier(wire, prefix="field_"), wire)
        )
        for wire, raw in properties.items()
    }
    ruled = [wire for wire, raw in properties.items() if "x-nuki-name" not in raw]
    usual = {names[wire] for wire in ruled if _USUAL.fullmatch(wire)}
    for wire in ruled:
        if names[wire] in usual and not _USUAL.fullmatch(wire):
            names[wire] = f"{names[wire]}_"
    counts = Counter(names.values())
    bad = {
        name
        for name in names.values()
        if name in _TAKEN or iskeyword(name) or not _NAME.fullmatch(name) or counts[name] > 1
    }
    if bad:
        what = f"fields cannot be called {', '.join(map(repr, sorted(bad)))}"
        todo = "give each an x-nuki-name of its own"
        raise GeneratorFailure([Problem(where, what, todo)])
    return names


def limits_of(schema: Schema) -> str:
    """The expression for the numbers that a schema allows; empty if it says nothing of them."""
    if schema.get("enum") and all(type(value) is int for value in schema["enum"]):
        return f"Limits(allowed={tuple(schema['enum'])!r})"
    given = {"lowest": schema.get("minimum"), "highest": schema.get("maximum")}
    parts = [f"{name}={value!r}" for name, value in given.items() if isinstance(value, int | float)]
    return f"Limits({', '.join(parts)})" if parts else ""


def limits_text(schema: Schema) -> str:
    """The same as a sentence."""
    if not limits_of(schema):
        return ""
    if "enum" in schema:
        return f"One of {', '.join(map(str, schema['enum']))}."
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        return f"From {low} to {high}."
    return f"At least {low}." if high is None else f"At most {high}."
