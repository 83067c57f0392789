"""Answers of the simulator held against the corrected descriptions."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.emit.export import closed
from tools.repository import ROOT

if TYPE_CHECKING:
    from nuki_core.request import Operation
    from nuki_simulator.messages import HttpResponse


@cache
def description(api: str) -> dict[str, Any]:
    """A corrected description with closed enums: the simulator answers with known codes only."""
    path = ROOT / "generated" / "openapi" / f"{api}.json"
    found: Any = closed(json.loads(path.read_text(encoding="utf-8")))
    assert isinstance(found, dict)
    return found


def resolved(document: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = document
        for part in node["$ref"].removeprefix("#/").split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def problems(
    api: Literal["web", "bridge"],
    operation: Operation,
    answer: HttpResponse,
    *,
    strict: bool = True,
) -> list[str]:
    """What is wrong with an answer; ``strict`` also reports fields that nobody declared."""
    media = dict(answer.headers).get("Content-Type", "").partition(";")[0]
    place = (operation.path, operation.method.lower())
    found = _problems(
        api, str(operation), place, (answer.status, media, answer.body), strict=strict
    )
    return list(found)


@cache  # building a home makes the same calls, and gets the same answers, for each test
def _problems(
    api: str,
    operation: str,
    place: tuple[str, str],
    answer: tuple[int, str, bytes],
    *,
    strict: bool,
) -> tuple[str, ...]:
    document = description(api)
    path, method = place
    status, media, body = answer
    declared = document["paths"][path][method]["responses"]
    if str(status) not in declared:
        return (f"{operation}: status {status} is not declared",)
    content = resolved(document, declared[str(status)]).get("content")
    if content is None:
        return () if not body else (f"{operation}: a body where none is declared",)
    if media not in content:
        return (f"{operation}: content type {media!r} is none of {sorted(content)}",)
    text = body.decode()
    value = json.loads(text, strict=False) if media.endswith("json") else text
    return tuple(faults(document, content[media]["schema"], value, strict=strict))


def faults(
    document: dict[str, Any], schema: dict[str, Any], value: object, *, strict: bool = True
) -> list[str]:
    schemas: dict[str, Any] = document["components"]["schemas"]
    if strict:  # refuses undeclared members of plain objects
        schemas = {
            name: {**each, "additionalProperties": False}
            if "properties" in each and "additionalProperties" not in each
            else each
            for name, each in schemas.items()
        }
    validator: Any = Draft202012Validator(
        {**schema, "components": {"schemas": schemas}},
        format_checker=Draft202012Validator.FORMAT_CHECKER,
    )
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
