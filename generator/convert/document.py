"""The whole document, from Swagger 2.0 to OpenAPI 3.1.

What OpenAPI 3.1 says differently is converted, what both say is copied, and what cannot be said is
a problem. All problems are found before any is raised. Sources: OpenAPI Specification 2.0 (Swagger)
and 3.1.0; RFC 6901 for the places of problems.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.convert.components import SECTIONS
from generator.convert.cursor import Source, kept
from generator.convert.limits import check_size
from generator.convert.marks import mark, without_own
from generator.convert.media import Media
from generator.convert.openapi3 import openapi3, with_path_items
from generator.convert.parameters import location, parameter, request_body
from generator.convert.paths import Surroundings, paths
from generator.convert.responses import response
from generator.convert.schemas import schema
from generator.convert.security import requirements, security_scheme
from generator.convert.servers import servers
from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from generator.convert.cursor import Cursor
    from generator.load.documents import Json

_MEMBERS: Final = (
    *("swagger", "info", "host", "basePath", "schemes", "consumes", "produces", "paths"),
    *("definitions", "parameters", "responses", "securityDefinitions"),
    *("security", "tags", "externalDocs"),
)
_TOO_DEEP: Final = Problem("the document", "is nested too deeply", "flatten its schemas")
_COMPONENT_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")


def convert(document: Json) -> dict[str, Json]:
    """Convert a Swagger 2.0 document into a new OpenAPI 3.1.0 document, leaving it as it is.

    Raises:
        GeneratorFailure: naming everything that cannot be converted, in document order, each with
            its JSON pointer.
    """
    result, source = _converted(document)
    if problems := source.problems():
        raise GeneratorFailure(problems)
    return result


def openapi(document: dict[str, Json]) -> dict[str, Json]:
    """A description in Swagger 2.0 or OpenAPI 3 as a new one in OpenAPI 3.1, for overlays.

    Our own extensions are left out of it. What cannot be converted of an operation or a component
    is marked there (see :mod:`generator.convert.marks`), so that the rest can be used.

    Raises:
        GeneratorFailure: It is of no version that is known, or something is wrong with the whole of
            it; everything is named, in document order.
    """
    check_size(document)
    try:
        cleaned = without_own(document)
        if isinstance(cleaned, dict):
            cleaned = with_path_items(cleaned)
        if not isinstance(cleaned, dict) or "swagger" not in cleaned:
            return openapi3(cleaned)
    except RecursionError:
        raise GeneratorFailure([_TOO_DEEP]) from None
    result, source = _converted(cleaned)
    rest = [problem for path, problem in source.found() if not _marked(result, path, problem)]
    if rest:
        raise GeneratorFailure(rest)
    return result


def _converted(document: Json) -> tuple[dict[str, Json], Source]:
    source = Source(document)
    try:
        return _document(source.root), source
    except RecursionError:
        raise GeneratorFailure([_TOO_DEEP]) from None


def _marked(result: dict[str, Json], path: tuple[str, ...], problem: Problem) -> bool:
    """Mark what a problem is about in the converted document, if it is about a part of it."""
    if path[:1] == ("securityDefinitions",):
        return True  # what asks for these credentials is refused by itself
    owner: tuple[str, ...] = ()
    if path[:1] == ("paths",) and len(path) > 1:
        of_item = path[2:3] in {(), ("parameters",)}
        owner = path[:2] if of_item else path[:3]
    elif path[0:1] and path[0] in SECTIONS and len(path) > 1:
        owner = ("components", SECTIONS[path[0]], path[1])
    if not owner:
        return False
    holder: Json = result
    for step in owner:
        if not isinstance(holder, dict):
            return False
        if not isinstance(holder.get(step), dict):
            holder[step] = {}
        holder = holder[step]
    if isinstance(holder, dict):
        mark(holder, problem)
    return True


def _document(root: Cursor) -> dict[str, Json]:
    version = root.members().get("swagger", root)
    if version.value != "2.0":
        if isinstance(root.value, dict):
            version.report("is not Swagger 2.0", "give a document with swagger: '2.0'")
        return {}
    members = root.only(_MEMBERS)
    for name in ("info", "paths"):
        if name not in members:
            root.report(f"{name!r} is missing", f"add {name!r}")
    for name in members.keys() & {"info", "externalDocs"}:
        members[name].members()
    for tag in members["tags"].elements() if "tags" in members else ():
        tag.members()
    media = Media().within(members)
    sections: dict[str, dict[str, Json]] = {
        "schemas": _section(members, "definitions", schema),
        "responses": _section(members, "responses", lambda node: response(node, media.produces)),
        "securitySchemes": _section(members, "securityDefinitions", security_scheme),
        "parameters": {},
        "requestBodies": {},
    }
    for node in _named(members, "parameters"):
        if (where := location(node)) == "body":
            sections["requestBodies"][node.path[-1]] = request_body(node, media.consumes)
        elif where and where != "formData":  # a field goes into the form of each operation
            sections["parameters"][node.path[-1]] = parameter(node)
    filled: dict[str, Json] = {name: section for name, section in sections.items() if section}
    around = Surroundings(members, media)
    return {
        "openapi": "3.1.0",
        **kept(members, ("info", "tags", "externalDocs")),
        "servers": servers(members, members.get("schemes")),
        **({"security": requirements(members["security"])} if "security" in members else {}),
        "paths": paths(members["paths"], around) if "paths" in members else {},
        **({"components": filled} if filled else {}),
    }


def _section(
    members: Mapping[str, Cursor], name: str, converter: Callable[[Cursor], dict[str, Json]]
) -> dict[str, Json]:
    return {node.path[-1]: converter(node) for node in _named(members, name)}


def _named(members: Mapping[str, Cursor], section: str) -> list[Cursor]:
    nodes = list(members[section].members().values()) if section in members else []
    for node in nodes:
        if not _COMPONENT_NAME.fullmatch(node.path[-1]):
            node.report(
                f"{node.path[-1]!r} cannot name a component",
                "use letters, digits, dots, hyphens and underscores",
            )
    return nodes
