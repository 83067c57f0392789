"""How a schema appears in Python: its annotation, and the expression that decodes it.

The parser says what a property is; the raw schema beside it carries our extensions. Decoding
expressions read a variable and leave any value of another JSON type as it is.

Some schemas mean different things on different devices: a property marked
``x-nuki-by-device-type`` takes its enum from the type of the device. An object that says where its
own type stands (``x-nuki-device-type-from``) decides for everything inside it; any other object
that holds such a property is told the type by the object around it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.parser.properties import EnumProperty, ModelProperty
from openapi_python_client.parser.properties.datetime import DateTimeProperty
from openapi_python_client.parser.properties.list_property import ListProperty
from openapi_python_client.parser.properties.union import UnionProperty
from openapi_python_client.strings import ClassName

from generator.load.problems import GeneratorFailure, Problem

from .wording import python_words, reworded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser.properties.protocol import PropertyProtocol

Schema = dict[str, Any]

_CORE_DECODERS: Final = {
    "DeviceType": "_DeviceTypeMembers[{v}]",
    "NukiId": "shared_nuki_id({v})",
    "SmartlockId": "shared_smartlock_id({v})",
}
_SCALARS: Final = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}


@dataclass(frozen=True, slots=True)
class PythonType:
    """One type, ready for the templates.

    ``decode`` holds an expression with ``{v}`` for the variable, ``guard`` the JSON class that a
    value must have to be decoded; both are empty where the JSON value is the Python value.
    ``choice`` holds the expression that says which enum is that of which devices.
    ``argument`` is the annotation where callers pass such a value, if it is another one: any
    collection for a list, any integer for an id. ``plain`` is the same where they may write the
    plain value of an enum: what filters may be mistaken in moves no bolt.
    """

    annotation: str
    decode: str = ""
    guard: str = ""
    argument: str = ""
    plain: str = ""
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
        expression = self.decode.replace("{v}", variable)
        if not self.guard:
            return expression or variable
        return f"{expression} if {variable}.__class__ is {self.guard} else {variable}"


ANYTHING: Final = PythonType("JsonValue")
OBJECT: Final = PythonType("JsonObject")
BOOLEAN: Final = PythonType("bool")
DATETIME: Final = PythonType("datetime", decode="parse_datetime({v})")


class TypeMap:
    """Maps schemas of one document to Python types."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.components: dict[str, dict[str, Schema]] = document.get("components", {})
        self.schemas = self.components.get("schemas", {})
        self.device_dependent = _device_dependent(self.schemas)
        self.sent = _sent(document, self.schemas)
        self._words = python_words(document)
        self._models: dict[str, Schema] = {
            str(ClassName(name, "Model")): schema
            for name, schema in self.schemas.items()
            if schema.get("properties")
        }

    def worded(self, text: str) -> str:
        """A description in which fields and parameters are called as in Python."""
        return reworded(text, self._words)

    def has_fields(self, class_name: str) -> bool:
        """Whether this is the class of an object schema with properties."""
        return class_name in self._models

    def schema_of(self, class_name: str) -> Schema:
        """The object schema of a model's class."""
        schema: Schema = self._models[class_name]
        return schema

    def resolve(self, schema: Schema) -> tuple[str | None, Schema]:
        """Follow ``$ref`` to a component: its name and schema, siblings laid over it."""
        reference = schema.get("$ref")
        if reference is None:
            return None, schema
        name = reference.rpartition("/")[2]
        siblings = {key: value for key, value in schema.items() if key != "$ref"}
        inner_name, target = self.resolve(self.schemas[name])
        return inner_name or name, {**target, **siblings}

    def component(self, node: Schema) -> Schema:
        """A parameter, body or response, or the component that it refers to."""
        if "$ref" not in node:
            return node
        _, _, kind, name = node["$ref"].split("/", 3)
        return self.component(self.components[kind][name])

    def of(self, prop: PropertyProtocol, schema: Schema) -> PythonType:
        """The Python type of a property that the parser found at this schema."""
        name, schema = self.resolve(schema)
        alternatives = schema.get("anyOf") or schema.get("oneOf") or []
        if "x-nuki-by-device-type" in schema:
            return _by_device_type(schema["x-nuki-by-device-type"], alternatives)
        if len(alternatives) == 1:
            return self.of(prop, alternatives[0])
        return self._of_resolved(prop, name, schema, alternatives)

    def _of_resolved(
        self, prop: PropertyProtocol, name: str | None, schema: Schema, alternatives: list[Schema]
    ) -> PythonType:
        if isinstance(prop, UnionProperty):
            return self._union(prop, alternatives or _one_schema_per_type(schema))
        if isinstance(prop, ListProperty):
            return _list_of(self.of(prop.inner_property, schema.get("items", {})))
        if isinstance(prop, ModelProperty):
            return self._object(prop, name, schema)
        return (_named(prop, name, schema) if name else None) or _scalar(prop, schema)

    def _object(self, prop: ModelProperty, name: str | None, schema: Schema) -> PythonType:
        if name and schema.get("properties"):
            return self._model(prop.class_info.name, name)
        values = schema.get("additionalProperties")
        if isinstance(values, dict) and values.get("type") == "string":
            return PythonType("dict[str, str]")
        return OBJECT

    def _model(self, class_name: str, name: str) -> PythonType:
        argument = ", device_type" if name in self.device_dependent else ""
        return PythonType(
            class_name,
            decode=f"{class_name}.from_dict({{v}}{argument})",
            guard="dict",
            classes=frozenset({class_name}),
            needs_device_type=bool(argument),
        )

    def _union(self, prop: UnionProperty, alternatives: list[Schema]) -> PythonType:
        if len(prop.inner_properties) != len(alternatives):
            return ANYTHING
        inner = [self.of(p, s) for p, s in zip(prop.inner_properties, alternatives, strict=True)]
        values = [t for t in inner if t.annotation != "None"]
        annotation = " | ".join(dict.fromkeys(t.annotation for t in inner if t in values))
        nullable = " | None" if len(values) < len(inner) else ""
        decoded = [t for t in values if t.decode]
        if len(decoded) > 1:
            values = [ANYTHING]  # told apart by nothing the document says
            annotation, decoded = ANYTHING.annotation, []
        chosen = decoded[0] if decoded else values[0]
        return PythonType(
            f"{annotation}{nullable}",
            decode=chosen.decode,
            guard=chosen.guard,
            argument=" | ".join(dict.fromkeys(t.accepted for t in values)) + nullable,
            plain=" | ".join(dict.fromkeys(t.accepted_plain for t in values)) + nullable,
            classes=frozenset().union(*(t.classes for t in values)),
            lookups=chosen.lookups,
            tables=chosen.tables,
            choice=chosen.choice,
            needs_device_type=chosen.needs_device_type,
        )


def _sent(document: dict[str, Any], schemas: dict[str, Schema]) -> set[str]:
    """Names of the component schemas to which the body of any operation leads."""
    found: set[str] = set()
    pending: list[object] = [
        [operation.get("requestBody") for operation in item.values() if isinstance(operation, dict)]
        for item in document.get("paths", {}).values()
    ]
    pending += document.get("components", {}).get("requestBodies", {}).values()
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            name = str(node.get("$ref", "")).removeprefix("#/components/schemas/")
            if name in schemas and name not in found:
                found.add(name)
                pending.append(schemas[name])
            pending += node.values()
        elif isinstance(node, list):
            pending += node
    return found


def _device_dependent(schemas: dict[str, Schema]) -> set[str]:
    """Names of the component schemas that must be told their device type."""
    found: set[str] = set()
    while True:
        more = {
            name
            for name, schema in schemas.items()
            if name not in found
            and "x-nuki-device-type-from" not in schema
            and any(_needs(schema, found))
        }
        if not more:
            return found
        found |= more


def _needs(node: object, found: set[str]) -> Iterator[bool]:
    if isinstance(node, dict):
        yield "x-nuki-by-device-type" in node
        yield str(node.get("$ref", "")).rpartition("/")[2] in found
        for value in node.values():
            yield from _needs(value, found)
    elif isinstance(node, list):
        for value in node:
            yield from _needs(value, found)


def _one_schema_per_type(schema: Schema) -> list[Schema]:
    return [{**schema, "type": name} for name in schema.get("type", [])]


def _named(prop: PropertyProtocol, name: str, schema: Schema) -> PythonType | None:
    """The class of a component that stands for a number or a string, if it has one."""
    if "x-nuki-type" in schema:
        return _core_type(schema["x-nuki-type"], name)
    if "x-nuki-flags" in schema:
        return _members(ClassName(name, "Flags"))
    if isinstance(prop, EnumProperty):
        return _members(prop.class_info.name, "str" if prop.value_type is str else "int")
    return None


def _scalar(prop: PropertyProtocol, schema: Schema) -> PythonType:
    if isinstance(prop, DateTimeProperty):
        return DATETIME
    declared = schema.get("type")
    return PythonType(_SCALARS[declared]) if declared in _SCALARS else ANYTHING


def table(class_name: str) -> str:
    """The name of the look-up table that decodes members of an enum."""
    return f"_{class_name}Members"


def _members(class_name: str, guard: str = "int") -> PythonType:
    return PythonType(
        class_name,
        decode=f"{table(class_name)}[{{v}}]",
        guard=guard,
        plain=f"{class_name} | {guard}",
        classes=frozenset({class_name}),
        lookups=frozenset({class_name}),
    )


def _core_type(class_name: str, name: str) -> PythonType:
    decode = _CORE_DECODERS.get(class_name)
    if decode is None:
        where = f"/components/schemas/{name}/x-nuki-type"
        what = f"{class_name!r} is no class of the core"
        raise GeneratorFailure([Problem(where, what, f"use one of {', '.join(_CORE_DECODERS)}")])
    lookups = frozenset({class_name} if decode.startswith(table(class_name)) else ())
    # Ids are integers, too; a device type is worth its name.
    argument = f"{class_name} | int" if lookups else "int"
    return PythonType(class_name, decode=decode, guard="int", argument=argument, lookups=lookups)


def _by_device_type(choice: dict[str, str], alternatives: list[Schema]) -> PythonType:
    if "default" not in choice or not all(key.isdecimal() for key in choice.keys() - {"default"}):
        what = f"{choice!r} does not choose by device type"
        todo = "map device types, as digits, and default to component names"
        raise GeneratorFailure([Problem("x-nuki-by-device-type", what, todo)])
    default = ClassName(choice["default"], "Enum")
    special = {
        int(key): ClassName(name, "Enum") for key, name in choice.items() if key != "default"
    }
    classes = list(dict.fromkeys([default, *special.values()]))
    tables = f"_{'Or'.join(classes)}ByDeviceType"
    contents = ", ".join(f"{key}: {table(name)}" for key, name in sorted(special.items()))
    others = ", ".join(f"{key}: {name}" for key, name in sorted(special.items()))
    nullable = ["None"] if {"type": "null"} in alternatives else []
    return PythonType(
        " | ".join([*classes, *nullable]),
        decode=f"{tables}.get(device_type, {table(default)})[{{v}}]",
        guard="int",
        plain=" | ".join([*classes, "int", *nullable]),
        classes=frozenset(classes),
        lookups=frozenset(classes),
        tables=frozenset({(tables, f"{{{contents}}}")}),
        choice=f"EnumByDeviceType({default}, {{{others}}})",
        needs_device_type=True,
    )


def _list_of(inner: PythonType) -> PythonType:
    argument, plain = f"Collection[{inner.accepted}]", f"Collection[{inner.accepted_plain}]"
    if not inner.decode:
        return PythonType(f"list[{inner.annotation}]", argument=argument, plain=plain)
    return PythonType(
        f"list[{inner.annotation}]",
        argument=argument,
        plain=plain,
        decode=f"[{inner.decoded('item')} for item in {{v}}]",
        guard="list",
        classes=inner.classes,
        lookups=inner.lookups,
        tables=inner.tables,
        choice=inner.choice,
        needs_device_type=inner.needs_device_type,
    )
