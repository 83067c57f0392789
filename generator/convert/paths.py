"""Paths, path items and operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.convert.cursor import kept
from generator.convert.parameters import Body, Parameters, form, request_body
from generator.convert.responses import responses
from generator.convert.security import requirements
from generator.convert.servers import servers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.convert.cursor import Cursor
    from generator.convert.media import Media
    from generator.load.documents import Json

# Swagger 2.0 does not know TRACE; who writes it can only mean this.
_METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_COPIED: Final = ("tags", "summary", "description", "externalDocs", "operationId", "deprecated")
_CONVERTED: Final = ("consumes", "produces", "parameters", "responses", "schemes", "security")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an operation inherits: the members of the document and its media types."""

    root: Mapping[str, Cursor]
    media: Media


def paths(node: Cursor, around: Surroundings) -> dict[str, Json]:
    """Convert all paths."""
    result = kept(node.members(), ())
    for path, item in node.members().items():
        if path in result:
            continue
        if not path.startswith("/"):
            item.report("a path must begin with a slash", f"say '/{path}'")
        result[path] = _path_item(item, around)
    return result


def _path_item(node: Cursor, around: Surroundings) -> dict[str, Json]:
    members = node.only((*_METHODS, "parameters", "$ref"))
    if "$ref" in members:
        members["$ref"].report(
            "a path that refers to another one cannot be converted", "write its operations here"
        )
    shared = Parameters.read(members.get("parameters"))
    result = kept(members, ())
    if shared.plain:
        result["parameters"] = shared.plain
    for method in filter(members.__contains__, _METHODS):
        result[method] = _operation(members[method], shared, around)
    return {name: result[name] for name in members if name in result}


def _operation(node: Cursor, inherited: Parameters, around: Surroundings) -> dict[str, Json]:
    members = node.only((*_COPIED, *_CONVERTED))
    if "tags" in members:
        members["tags"].texts()
    if "externalDocs" in members:
        members["externalDocs"].members()
    result = kept(members, _COPIED)
    if "schemes" in members:
        result["servers"] = servers(around.root, members["schemes"])
    own = Parameters.read(members.get("parameters"))
    if own.plain:
        result["parameters"] = own.plain
    media = around.media.within(members)
    body = _body(node, own.bodies, inherited.bodies)
    if fields := _fields(own.fields, inherited.fields):
        if body:
            node.report("a form beside a body", "keep one of them")
        result["requestBody"] = form(fields, media.consumes)
    elif body:
        same = body.shared and media.consumes == around.media.consumes
        result["requestBody"] = (
            {"$ref": f"#/components/requestBodies/{body.node.path[-1]}"}
            if same
            else request_body(body.node, media.consumes)
        )
    if "responses" in members:
        result["responses"] = responses(members["responses"], media.produces, around.media.produces)
    if "security" in members:
        result["security"] = requirements(members["security"])
    return result


def _fields(own: Sequence[Cursor], inherited: Sequence[Cursor]) -> list[Cursor]:
    """The fields of the form; those of the path count unless the operation has one of the name."""
    names = [node.members()["name"].value for node in own if "name" in node.members()]
    return [
        *own,
        *(node for node in inherited if node.members().get("name", node).value not in names),
    ]


def _body(node: Cursor, own: Sequence[Body], inherited: Sequence[Body]) -> Body | None:
    names = [body.name for body in own]
    bodies = [*own, *(body for body in inherited if body.name not in names)]
    if len(bodies) > 1:
        node.report(
            "more than one body parameter",
            "keep one; those of the path count unless the operation has one of the same name",
        )
    return bodies[0] if bodies else None
