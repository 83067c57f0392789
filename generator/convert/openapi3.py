"""OpenAPI 3.0 and 3.1 in the form that overlays and code are made for, which is 3.1.

What 3.0 says differently is brought to 3.1, and so is what many documents of 3.1 still say as in
3.0: ``nullable``, and bounds with a flag. A path that refers to another one gets its operations.
Sources: OpenAPI Specification 3.0.4 and 3.1.1; JSON Schema 2020-12.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.convert.marks import mark
from generator.convert.nullable import with_null
from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import at, pointer, steps

if TYPE_CHECKING:
    from generator.load.documents import Json

_KNOWN: Final = re.compile(r"3\.[01](\.\d+)?(-\w+)?")
_OLD: Final = re.compile(r"3\.0\b.*")
_BOUNDS: Final = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
_LITERALS: Final = frozenset({"example", "examples", "default", "enum", "const", "mapping"})
_NAME_MAPS: Final = frozenset(
    {
        *("properties", "patternProperties", "dependentSchemas", "$defs", "paths", "webhooks"),
        *("schemas", "parameters", "responses", "headers", "requestBodies", "pathItems"),
        *("content", "encoding", "callbacks", "links", "securitySchemes", "variables"),
    }
)
_SCHEMA_SIGNS: Final = frozenset({"type", "$ref", "allOf", "anyOf", "oneOf", "enum"})
_DEEPEST_CHAIN: Final = 20
_BESIDE_REFERENCES: Final = frozenset({"$ref", "description", "summary", "title", "nullable"})


def openapi3(document: Json) -> dict[str, Json]:
    """A document of OpenAPI 3.0 or 3.1 as a new one of 3.1.

    Raises:
        GeneratorFailure: It is neither, or its paths cannot be read.
    """
    if not isinstance(document, dict):
        raise GeneratorFailure([Problem("the document", "is no object", "give a description")])
    version = document.get("openapi")
    if not isinstance(version, str) or not _KNOWN.fullmatch(version):
        where = "/openapi" if "openapi" in document else "the document"
        what, todo = "is neither Swagger 2.0 nor OpenAPI 3.0 or 3.1", "give one of these"
        raise GeneratorFailure([Problem(where, what, todo)])
    components = document.get("components")
    problems = [
        Problem(f"/{name}", "must be an object", "correct it")
        for name in ("info", "paths", "webhooks", "components")
        if not isinstance(document.get(name, {}), dict)
    ] + [
        Problem(pointer(("components", name)), "must be an object", "correct it")
        for name, section in (components.items() if isinstance(components, dict) else ())
        if not isinstance(section, dict) and not name.startswith("x-")
    ]
    if "info" not in document:
        problems.insert(0, Problem("the document", "'info' is missing", "add 'info'"))
    if problems:
        raise GeneratorFailure(problems)
    is_old = _OLD.fullmatch(version) is not None
    result = _read(document, is_old=is_old)
    if not isinstance(result, dict):
        return {}
    if is_old:
        result["openapi"] = "3.1.0"
    paths = result.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        if isinstance(item, dict) and "$ref" in item:
            # Nobody knows which operations these are: one stands for them all.
            what = "this path refers to nothing in the document"
            todo = "write its operations there, or in components.pathItems"
            lost: dict[str, Json] = {}
            mark(lost, Problem(pointer(("paths", path, "$ref")), what, todo))
            item["$ref"] = lost
    return result


def with_path_items(document: dict[str, Json]) -> dict[str, Json]:
    """The same with every path that refers to another one replaced by it; its own members count.

    One that refers to nothing stays as it is.
    """
    paths = document.get("paths")
    if not isinstance(paths, dict):
        return document
    result = dict(paths)
    for path, item in paths.items():
        found = item
        merged: dict[str, Json] = {}
        for _ in range(_DEEPEST_CHAIN):
            if not isinstance(found, dict):
                break
            merged = {**found, **merged}
            reference = found.get("$ref")
            if reference is None:
                result[path] = {key: value for key, value in merged.items() if key != "$ref"}
                break
            where = steps(reference) if isinstance(reference, str) else []
            found = at(document, where) if where else None
    return {**document, "paths": result}


def _read(value: Json, *, is_old: bool, named: bool = False) -> Json:
    if isinstance(value, list):
        return [_read(each, is_old=is_old) for each in value]
    if not isinstance(value, dict):
        return value
    result = {
        key: member
        if not named and (key in _LITERALS or key.startswith("x-"))
        else _read(member, is_old=is_old, named=not named and key in _NAME_MAPS)
        for key, member in value.items()
    }
    if named or not _SCHEMA_SIGNS & result.keys():
        return result
    if is_old and "$ref" in result:
        # Up to 3.0, what stands beside a reference does not count.
        kept = (key for key in result if key in _BESIDE_REFERENCES or key.startswith("x-"))
        result = {key: result[key] for key in kept}
    for exclusive, bound in _BOUNDS.items():
        if isinstance(result.get(exclusive), bool):
            is_exclusive = result.pop(exclusive)
            if is_exclusive and bound in result:
                result[exclusive] = result.pop(bound)
    return with_null(result)
