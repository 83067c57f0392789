"""Parameters: query, header and path keep their place; body and form become a request body."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.convert.components import converted, target
from generator.convert.cursor import kept
from generator.convert.media import MULTIPART, URLENCODED
from generator.convert.schemas import keywords, schema

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.convert.cursor import Cursor
    from generator.load.documents import Json

SCHEMA_KEYWORDS: Final = (
    *("type", "format", "items", "default", "enum", "multipleOf", "pattern", "uniqueItems"),
    *("maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"),
    *("maxLength", "minLength", "maxItems", "minItems"),
)
"""What Swagger 2.0 writes into a parameter or header itself, and OpenAPI 3.1 into its schema."""

_OWN: Final = ("name", "in", "description", "required", "allowEmptyValue", "example")
_BODY: Final = ("name", "in", "description", "required", "schema")
_STYLES: Final[dict[tuple[str, str], dict[str, Json]]] = {
    ("csv", "query"): {"style": "form", "explode": False},
    ("ssv", "query"): {"style": "spaceDelimited", "explode": False},
    ("pipes", "query"): {"style": "pipeDelimited", "explode": False},
    ("multi", "query"): {"style": "form", "explode": True},
    ("csv", "path"): {"style": "simple", "explode": False},
    ("csv", "header"): {"style": "simple", "explode": False},
    ("csv", "formData"): {"style": "form", "explode": False},
    ("multi", "formData"): {"style": "form", "explode": True},
}


@dataclass(frozen=True, slots=True)
class Body:
    """A body parameter: where it is declared, and whether a ``$ref`` led there."""

    node: Cursor
    shared: bool

    @property
    def name(self) -> Json:
        """Its name; it is not sent, it only says which parameter of the path it replaces."""
        return self.node.members()["name"].value if "name" in self.node.members() else None


@dataclass(frozen=True, slots=True)
class Parameters:
    """A list of parameters, sorted: those that stay parameters, the bodies, the fields of forms."""

    plain: list[Json]
    bodies: list[Body]
    fields: list[Cursor]

    @classmethod
    def read(cls, node: Cursor | None) -> Parameters:
        """Convert the list of an operation or of a path; None is one that declares none."""
        result = cls([], [], [])
        for element in node.elements() if node else ():
            members = element.members()
            shared = "$ref" in members
            found = target(members["$ref"], "parameters") if shared else element
            if found is None:
                continue
            if location(found) == "body":
                result.bodies.append(Body(found, shared))
            elif location(found) == "formData":
                result.fields.append(found)
            else:
                result.plain.append({"$ref": converted(found)} if shared else parameter(found))
        return result

    def over(self, inherited: Parameters, operation: Cursor) -> Parameters:
        """These of an operation, with the body and fields of its path that they do not replace."""
        bodies = [body.name for body in self.bodies]
        fields = [node.members()["name"].value for node in self.fields if "name" in node.members()]
        all_bodies = [*self.bodies, *(e for e in inherited.bodies if e.name not in bodies)]
        if len(all_bodies) > 1:
            operation.report(
                "more than one body parameter",
                "keep one; those of the path count unless the operation has one of the same name",
            )
        further = [
            node
            for node in inherited.fields
            if node.members().get("name", node).value not in fields
        ]
        return Parameters(self.plain, all_bodies, [*self.fields, *further])


def location(node: Cursor) -> str:
    """Where a parameter is sent (``in``), or nothing if that is not known or not convertible."""
    place = node.members().get("in")
    if place is None:
        if isinstance(node.value, dict):
            node.report("a parameter needs 'in'", "say query, header, path or body")
        return ""
    if place.value not in ("query", "header", "path", "body", "formData"):
        place.report(
            f"unknown parameter location {place.value!r}",
            "say query, header, path, formData or body",
        )
    else:
        return place.text()
    return ""


def parameter(node: Cursor) -> dict[str, Json]:
    """Convert a query, header or path parameter; its constraints move into its schema."""
    where = location(node)
    if not where:
        return {}
    members = node.only((*_OWN, "collectionFormat", *SCHEMA_KEYWORDS))
    if "name" not in members:
        node.report("a parameter needs a name", "add 'name'")
    if "type" in members and members["type"].value in ("file", "object"):
        what = f"a {where} parameter cannot be of type {members['type'].value!r}"
        members["type"].report(what, "make it a field of a form, or one parameter for each member")
    return {
        **kept(members, _OWN),
        **serialization(members, where),
        "schema": keywords(_of_schema(members)),
    }


def header(node: Cursor) -> dict[str, Json]:
    """Convert a header of a response."""
    members = node.only(("description", "collectionFormat", *SCHEMA_KEYWORDS))
    return {
        **kept(members, ("description",)),
        **serialization(members, "header"),
        "schema": keywords(_of_schema(members)),
    }


def serialization(members: Mapping[str, Cursor], where: str) -> dict[str, Json]:
    """How an array is written into one text: ``collectionFormat`` as ``style`` and ``explode``."""
    if "type" not in members or members["type"].value != "array":
        return {}
    items = members["items"].members() if "items" in members else {}
    if "type" in items and items["type"].value == "array":
        items["type"].report("an array of arrays has no style in OpenAPI 3.1", "flatten it")
    style = members.get("collectionFormat")
    name = style.text() if style else "csv"
    if style and (name, where) not in _STYLES:
        style.report(
            f"collectionFormat {name!r} of a {where} parameter cannot be converted",
            "use csv" if where != "query" else "use csv, ssv, pipes or multi",
        )
    return _STYLES.get((name, where), {})


def request_body(node: Cursor, media: Sequence[str]) -> dict[str, Json]:
    """Convert a body parameter, which is sent as any of these media types."""
    members = node.only(_BODY)
    if "schema" not in members:
        node.report("a body parameter needs a schema", "add 'schema'; {} allows anything")
        return {}
    return {
        **kept(members, ("description", "required")),
        "content": {name: {"schema": schema(members["schema"])} for name in media},
    }


def form(fields: Sequence[Cursor], media: Sequence[str]) -> dict[str, Json]:
    """Convert the fields of a form, which is sent as the form that these media types name.

    Without one it is ``multipart/form-data`` if a field is a file.
    """
    properties: dict[str, Json] = {}
    required: list[Json] = []
    encoding: dict[str, Json] = {}
    has_file = False
    for node in fields:
        members = node.only((*_OWN, "collectionFormat", *SCHEMA_KEYWORDS))
        name = members["name"].text() if "name" in members else ""
        if not name:
            node.report("a parameter needs a name", "add 'name'")
        elif name in properties:
            node.report(f"another field is called {name!r}", "keep one of them")
        kind = keywords(_of_schema(members))
        has_file = has_file or kind.get("format") == "binary"
        properties[name] = {**kept(members, ("description", "example")), **kind}
        if style := serialization(members, "formData"):
            encoding[name] = dict(style)
        if "required" in members and members["required"].value is True:
            required.append(name)
    schema: dict[str, Json] = {"type": "object", "properties": properties}
    if required:
        schema["required"] = required
    usual = MULTIPART if has_file else URLENCODED
    names = [name for name in media if name in {MULTIPART, URLENCODED}] or [usual]
    described: dict[str, Json] = {"schema": schema, **({"encoding": encoding} if encoding else {})}
    return {"required": True, "content": {name: deepcopy(described) for name in names}}


def _of_schema(members: Mapping[str, Cursor]) -> dict[str, Cursor]:
    return {name: member for name, member in members.items() if name in SCHEMA_KEYWORDS}
