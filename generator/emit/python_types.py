"""How a schema appears in Python: its annotation, and the expression that decodes it.

Schemas are in the form that :mod:`generator.emit.normal` makes. Decoding expressions read a
variable and leave any value of another JSON type as it is.

Some schemas mean different things on different devices: a property marked
``x-nuki-by-device-type`` takes its enum from the type of the device. An object that says where its
own type stands (``x-nuki-device-type-from``) decides for everything inside it; any other object
that holds such a property is told the type by the object around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import ClassName

from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import reached

from .literals import literal
from .normal import COMPONENTS
from .wording import python_words, reworded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

Schema = dict[str, Any]

_LONGEST: Final = 2000
_CORE_DECODERS: Final = {
    "DeviceType": "_DeviceTypeMembers[{v}]",
    "NukiId": "shared_nuki_id({v})",
    "SmartlockId": "shared_smartlock_id({v})",
}
_JSON_TYPES: Final = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    list: "array",
    dict: "object",
}


@dataclass(frozen=True, slots=True)
class PythonType:
    """One type, ready for the templates.

    ``decoders`` are expressions with ``{v}`` for the variable, each after the JSON class that a
    value must have to be decoded by it; there are none where the JSON value is the Python value.
    ``json`` is the class of the JSON value (empty: any), ``model`` the model that it becomes,
    ``inner`` the type of a list's elements, ``parts`` the types of a union. ``choice`` is the
    expression that says which enum is that of which devices. ``argument`` is the annotation where
    callers pass such a value, if it is another one: any collection for a list, any integer for an
    id. ``plain`` is the same where they may write the plain value of an enum: what filters may be
    mistaken in moves no bolt.
    """

    annotation: str
    decoders: tuple[tuple[str, str], ...] = ()
    json: str = ""
    argument: str = ""
    plain: str = ""
    model: str = ""
    inner: PythonType | None = None
    parts: tuple[PythonType, ...] = ()
    classes: frozenset[str] = field(default=frozenset())
    lookups: frozenset[str] = field(default=frozenset())
    tables: frozenset[tuple[str, str]] = field(default=frozenset())
    choice: str = ""
    needs_device_type: bool = False

    @property
    def accepted(self) -> str:
        """The annotation of an argument of this type."""
        return self.argument or self.annotation

    @property
    def accepted_plain(self) -> str:
        """The same for a filter."""
        return self.plain or self.accepted

    def decoded(self, variable: str) -> str:
        """The expression that decodes ``variable`` if it has the declared JSON class."""
        written = self.decodings(variable)
        choices = [f"{decode} if {variable}.__class__ is {guard} else" for guard, decode in written]
        return " ".join([*choices, variable])

    def decodings(self, variable: str) -> list[tuple[str, str]]:
        """The JSON classes that are decoded, each with the expression that decodes ``variable``."""
        return [(guard, decode.replace("{v}", variable)) for guard, decode in self.decoders]

    @property
    def json_classes(self) -> frozenset[str]:
        """The classes of the JSON values that it may be; none if it may be any."""
        found = frozenset(part.json for part in self.parts or (self,))
        return frozenset() if "" in found else found


ANYTHING: Final = PythonType("JsonValue")
OBJECT: Final = PythonType("JsonObject", json="dict")
BOOLEAN: Final = PythonType("bool", json="bool")
DATETIME: Final = PythonType("datetime", decoders=(("str", "parse_datetime({v})"),), json="str")
NULL: Final = PythonType("None", json="NoneType")
_SCALARS: Final = {
    "string": PythonType("str", json="str"),
    "integer": PythonType("int", json="int"),
    "number": PythonType("float", json="float"),
    "boolean": BOOLEAN,
    "null": NULL,
}


class TypeMap:
    """Maps schemas of one document to Python types.

    Args:
        document: the document, in its normal form.
        taken: names of classes that belong to others; a schema's class has an underscore then.

    Raises:
        GeneratorFailure: Two schemas would share a class.
    """

    def __init__(self, document: dict[str, Any], taken: Collection[str] = ()) -> None:
        self.components: dict[str, dict[str, Schema]] = document.get("components", {})
        self.schemas = self.components.get("schemas", {})
        self.origins: dict[str, str] = document.get("x-nuki-origins", {})
        # The name of the class of each component that has one of its own.
        self.classes: dict[str, str] = {}
        for name, schema in self.schemas.items():
            if kind := class_kind(schema):
                plain = str(ClassName(name, kind))
                self.classes[name] = f"{plain}_" if plain in taken else plain
        owners = {written: name for name, written in self.classes.items() if written == name}
        problems: list[Problem] = []
        for name, written in self.classes.items():
            if owners.setdefault(written, name) != name:
                what = f"its class would be called {written}, like that of {owners[written]}"
                problems.append(Problem(self.where(name), what, "rename it in an overlay"))
        if problems:
            raise GeneratorFailure(problems)
        needs = {name: [*_needs(schema)] for name, schema in self.schemas.items()}
        users: dict[str, list[str]] = {}
        for name, schema in self.schemas.items():
            if "x-nuki-device-type-from" not in schema:
                for needed in needs[name]:
                    users.setdefault(needed, []).append(name)
        self.device_dependent = reached(users.get("", ()), lambda name: users.get(name, ()))
        operations = [raw for item in document.get("paths", {}).values() for raw in item.values()]
        sent = [raw.get("requestBody") for raw in operations if isinstance(raw, dict)]
        received = [raw.get("responses") for raw in operations if isinstance(raw, dict)]
        self.sent = reached(_needs(sent), lambda name: needs.get(name, ()))
        received.append(document.get("webhooks"))
        self.received = reached(_needs(received), lambda name: needs.get(name, ()))
        self._words = python_words(document)
        self._of_components: dict[str, PythonType] = {}

    def worded(self, text: object) -> str:
        """A description in which fields and parameters are called as in Python."""
        return reworded(text, self._words) if isinstance(text, str) else ""

    def where(self, name: str) -> str:
        """The place in the document of a component, as a JSON pointer."""
        return self.origins.get(name) or f"/components/schemas/{name}"

    def resolve(self, schema: Schema) -> tuple[str | None, Schema]:
        """Follow ``$ref`` to a component: its name and schema, siblings laid over it."""
        name = None
        while "$ref" in schema:
            name = schema["$ref"].removeprefix(COMPONENTS)
            siblings = {key: value for key, value in schema.items() if key != "$ref"}
            schema = {**self.schemas[name], **siblings}
        return name, schema

    def of(self, schema: Schema) -> PythonType:
        """The Python type of the values that this schema allows.

        Raises:
            GeneratorFailure: It is of a component, and nobody could read it.
        """
        if schema.keys() != {"$ref"}:
            return self._of(schema)
        name = schema["$ref"].removeprefix(COMPONENTS)
        if name not in self._of_components:
            found = self._of(schema)
            if len(found.annotation) > _LONGEST:
                what, todo = "its type has too many parts", "describe an object, or anything"
                raise GeneratorFailure([Problem(self.where(name), what, todo)])
            self._of_components[name] = found
        return self._of_components[name]

    def _of(self, schema: Schema) -> PythonType:
        name, schema = self.resolve(schema)
        alternatives = schema.get("anyOf") or []
        if "x-nuki-by-device-type" in schema:
            return self._by_device_type(schema["x-nuki-by-device-type"], alternatives)
        if alternatives:
            found = [self.of(alternative) for alternative in alternatives]
            return self.union(found, schema.get("discriminator") or {})
        found = [self._single(kind, name, schema) for kind in _kinds(schema)]
        if None in schema.get("enum", ()):
            found.append(NULL)
        return self.union(found) if len(found) > 1 else found[0] if found else ANYTHING

    def _single(  # noqa: PLR0911 - one for each type
        self, kind: str, name: str | None, schema: Schema
    ) -> PythonType:
        """The type of values of one JSON type."""
        if kind == "null":
            return NULL
        if name and ("x-nuki-type" in schema or name in self.classes):
            return self._class(name, schema)
        if kind == "array":
            return _list_of(self.of(schema.get("items") or {}))
        if kind == "object":
            values = schema.get("additionalProperties")
            if not isinstance(values, dict) or not values:
                return OBJECT
            inner = self.of(values)
            annotation = f"dict[str, {inner.annotation}]"
            decode = f"{{key: {inner.decoded('member')} for key, member in {{v}}.items()}}"
            return _container(inner, "dict", decode, annotation)
        if kind == "string" and schema.get("format") == "date-time":
            return DATETIME
        return _SCALARS[kind]

    def _class(self, name: str, schema: Schema) -> PythonType:
        """The class of a component: one of the core's, an enum, or a model."""
        if "x-nuki-type" in schema:
            written = schema["x-nuki-type"]
            decode = _CORE_DECODERS.get(written)
            if decode is None:
                what = f"{written!r} is no class of the core"
                todo = f"use one of {', '.join(_CORE_DECODERS)}"
                raise GeneratorFailure([Problem(f"{self.where(name)}/x-nuki-type", what, todo)])
            lookups = frozenset({written} if decode.startswith(table(written)) else ())
            # Ids are integers, too; a device type is worth its name.
            argument = f"{written} | int" if lookups else "int"
            decoders = (("int", decode),)
            return PythonType(written, decoders, json="int", argument=argument, lookups=lookups)
        written = self.classes[name]
        if class_kind(schema) == "Model":
            needs_type = name in self.device_dependent
            decode = f"{written}.from_dict({{v}}{', device_type' if needs_type else ''})"
            return PythonType(
                written,
                decoders=(("dict", decode),),
                json="dict",
                model=name,
                classes=frozenset({written}),
                needs_device_type=needs_type,
            )
        json = _guard(schema)
        return PythonType(
            written,
            decoders=((json, f"{table(written)}[{{v}}]"),),
            json=json,
            plain=f"{written} | {json}",
            classes=frozenset({written}),
            lookups=frozenset({written}),
        )

    def union(self, found: Iterable[PythonType], discriminator: Schema | None = None) -> PythonType:
        """The type of values of any of these, which are told apart if need be."""
        flat = [part for each in found for part in each.parts or (each,)]
        is_nullable = NULL in flat
        parts = [part for part in dict.fromkeys(flat) if part != NULL]
        if any(not part.json for part in parts):
            return ANYTHING
        # They are told apart: one decoder for each JSON class at most.
        apart: list[PythonType] = []
        for json in dict.fromkeys(part.json for part in parts):
            group = [part for part in parts if part.json == json]
            if json == "list" and len(group) > 1:
                apart.append(_list_of(self.union(part.inner for part in group if part.inner)))
            elif json == "dict" and len(group) > 1:
                apart += self._objects(group, discriminator or {})
            elif len([part for part in group if part.decoders]) > 1:
                apart.append(next(each for each in _SCALARS.values() if each.json == json))
            else:
                apart += group
        parts = apart
        if is_nullable:
            parts.append(NULL)
        decoders = [decoder for part in parts for decoder in part.decoders]
        return PythonType(
            " | ".join(dict.fromkeys(part.annotation for part in parts)),
            decoders=tuple(decoders),
            argument=" | ".join(dict.fromkeys(part.accepted for part in parts)),
            plain=" | ".join(dict.fromkeys(part.accepted_plain for part in parts)),
            parts=tuple(parts),
            classes=frozenset().union(*(part.classes for part in parts)),
            lookups=frozenset().union(*(part.lookups for part in parts)),
            tables=frozenset().union(*(part.tables for part in parts)),
            choice=next((part.choice for part in parts if part.choice), ""),
            needs_device_type=any(part.needs_device_type for part in parts),
        )

    def _objects(self, group: list[PythonType], discriminator: Schema) -> list[PythonType]:
        """Several objects: models that are told apart, or objects of which no more is said."""
        if any(not part.model or part.needs_device_type for part in group):
            return [OBJECT]
        name, models = "", dict[str, str]()
        if discriminator:
            name, mapping = discriminator["propertyName"], discriminator["mapping"]
            found = {tag: self.resolve({"$ref": COMPONENTS + mapping[tag]})[0] for tag in mapping}
            models = {tag: model for tag, model in found.items() if model}
        properties = [self.schemas[part.model].get("properties", {}) for part in group]
        for each in () if name else properties[0]:
            values = [self.resolve(own.get(each, {}))[1].get("enum", []) for own in properties]
            tags = [value[0] for value in values if len(value) == 1 and isinstance(value[0], str)]
            if len(set(tags)) == len(group):
                name, models = each, dict(zip(tags, (part.model for part in group), strict=True))
                break
        classes = ", ".join(part.annotation for part in group)
        tagged = ", ".join(f"{literal(tag)}: {self.classes[models[tag]]}" for tag in models)
        decode = (
            f"tagged({{v}}, {literal(name)}, {{{tagged}}})"
            if name
            else f"closest({{v}}, {classes})"
        )
        # All of them are mentioned; the first decodes.
        silent = [replace(part, decoders=()) for part in group[1:]]
        return [replace(group[0], decoders=(("dict", decode),)), *silent]

    def _by_device_type(self, choice: dict[str, str], alternatives: list[Schema]) -> PythonType:
        known = all(name in self.classes for name in choice.values())
        digits = all(key.isdecimal() for key in choice.keys() - {"default"})
        if "default" not in choice or not digits or not known:
            what = f"{choice!r} does not choose by device type"
            todo = "map device types, as digits, and default to component names"
            raise GeneratorFailure([Problem("x-nuki-by-device-type", what, todo)])
        default = self.classes[choice["default"]]
        special = {int(key): self.classes[choice[key]] for key in choice if key != "default"}
        classes = list(dict.fromkeys([default, *special.values()]))
        tables = f"_{'Or'.join(classes)}ByDeviceType"
        contents = ", ".join(f"{key}: {table(name)}" for key, name in sorted(special.items()))
        others = ", ".join(f"{key}: {name}" for key, name in sorted(special.items()))
        nullable = ["None"] if {"type": "null"} in alternatives else []
        return PythonType(
            " | ".join([*classes, *nullable]),
            decoders=(("int", f"{tables}.get(device_type, {table(default)})[{{v}}]"),),
            json="int",
            plain=" | ".join([*classes, "int", *nullable]),
            classes=frozenset(classes),
            lookups=frozenset(classes),
            tables=frozenset({(tables, f"{{{contents}}}")}),
            choice=f"EnumByDeviceType({default}, {{{others}}})",
            needs_device_type=True,
        )


def class_kind(schema: Schema) -> str:
    """What kind of class a component has: ``Model``, ``Enum``, ``Flags``, or none."""
    if "x-nuki-type" in schema:
        return ""
    if "x-nuki-flags" in schema:
        return "Flags"
    if _guard(schema):
        return "Enum"
    return "Model" if schema.get("properties") and "anyOf" not in schema else ""


def enum_values(schema: Schema) -> list[Any]:
    """The values of an enum, each once; null is none of them."""
    values = schema.get("enum")
    found = values if isinstance(values, list) else []
    # 1, 1.0 and true are equal, and not the same.
    known = {(value.__class__, repr(value)): value for value in found if value is not None}
    return [*known.values()]


def _guard(schema: Schema) -> str:
    """The JSON class of a component's members; empty if they are not all of one that has names."""
    if "x-nuki-flags" in schema:
        return "int"
    classes = {value.__class__ for value in enum_values(schema)}
    return {frozenset({str}): "str", frozenset({int}): "int"}.get(frozenset(classes), "")


def _kinds(schema: Schema) -> list[str]:
    """The JSON types of a schema; of one that does not name them, those that it implies."""
    given = schema.get("type")
    if given:
        names = given if isinstance(given, list) else [given]
    elif "properties" in schema or "additionalProperties" in schema:
        names = ["object"]
    elif "items" in schema:
        names = ["array"]
    elif "x-nuki-flags" in schema or "x-nuki-type" in schema:
        names = ["integer"]
    else:
        names = [_JSON_TYPES[value.__class__] for value in enum_values(schema)]
    return [name for name in dict.fromkeys(names) if name != "integer" or "number" not in names]


def _needs(node: object) -> Iterator[str]:
    """The components that something refers to; the empty name if the device type decides, too."""
    if isinstance(node, dict):
        if "x-nuki-by-device-type" in node:
            yield ""
        if isinstance(node.get("$ref"), str):
            yield node["$ref"].removeprefix(COMPONENTS)
        for value in node.values():
            yield from _needs(value)
    elif isinstance(node, list):
        for value in node:
            yield from _needs(value)


def table(class_name: str) -> str:
    """The name of the look-up table that decodes members of an enum."""
    return f"_{class_name}Members"


def _list_of(inner: PythonType) -> PythonType:
    decode = f"[{inner.decoded('item')} for item in {{v}}]"
    found = _container(inner, "list", decode, f"list[{inner.annotation}]")
    argument, plain = f"Collection[{inner.accepted}]", f"Collection[{inner.accepted_plain}]"
    return replace(found, argument=argument, plain=plain)


def _container(inner: PythonType, json: str, decode: str, annotation: str) -> PythonType:
    """The type of a list or map of these, before what callers may pass for it."""
    decoders = ((json, decode),) if inner.decoders else ()
    return replace(
        inner,
        annotation=annotation,
        decoders=decoders,
        json=json,
        argument="",
        plain="",
        model="",
        inner=inner,
        parts=(),
    )
