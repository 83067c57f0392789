"""Paths, path items and operations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.convert.cursor import kept
from generator.convert.parameters import Parameters, form, request_body
from generator.convert.responses import responses
from generator.convert.security import requirements
from generator.convert.servers import servers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.convert.cursor import Cursor
    from generator.convert.media import Media
    from generator.load.documents import Json

# Swagger 2.0 does not know TRACE; who writes it can only mean this.
METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
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
        members = item.only((*METHODS, "parameters", "$ref"))
        if "$ref" in members:
            members["$ref"].report(
                "a path that refers to another one cannot be converted", "write its operations here"
            )
        shared = Parameters.read(members.get("parameters"))
        done = kept(members, ())
        if shared.plain:
            done["parameters"] = shared.plain
        for method in filter(members.__contains__, METHODS):
            done[method] = _operation(members[method], shared, around)
        result[path] = {name: done[name] for name in members if name in done}
    return result


def _operation(node: Cursor, inherited: Parameters, around: Surroundings) -> dict[str, Json]:
    members = node.only((*_COPIED, *_CONVERTED))
    if "tags" in members:
        members["tags"].texts()
    if "externalDocs" in members:
        members["externalDocs"].members()
    result = kept(members, _COPIED)
    if "schemes" in members:
        result["servers"] = servers(around.root, members["schemes"])
    own = Parameters.read(members.get("parameters")).over(inherited, node)
    if own.plain:
        result["parameters"] = own.plain
    media = around.media.within(members)
    if own.fields:
        if own.bodies:
            node.report("a form beside a body", "keep one of them")
        result["requestBody"] = form(own.fields, media.consumes)
    elif own.bodies:
        body = own.bodies[0]
        is_same = body.shared and media.consumes == around.media.consumes
        result["requestBody"] = (
            {"$ref": f"#/components/requestBodies/{body.node.path[-1]}"}
            if is_same
            else request_body(body.node, media.consumes)
        )
    if "responses" in members:
        result["responses"] = responses(members["responses"], media.produces, around.media.produces)
    if "security" in members:
        result["security"] = requirements(members["security"])
    return result
