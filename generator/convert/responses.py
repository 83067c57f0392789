"""Responses: one schema for all media types becomes a schema per media type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.convert.components import converted, target
from generator.convert.cursor import kept
from generator.convert.media import BYTES, JSON, concrete
from generator.convert.parameters import header
from generator.convert.schemas import schema

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.convert.cursor import Cursor
    from generator.load.documents import Json

_STATUS: Final = re.compile(r"default|[1-5]\d\d", re.ASCII)


def responses(node: Cursor, produces: Sequence[str], default: Sequence[str]) -> dict[str, Json]:
    """Convert the responses of an operation; ``default`` is what shared responses are served as."""
    result = kept(node.members(), ())
    for status, member in node.members().items():
        if status in result:
            continue
        if not _STATUS.fullmatch(status):
            member.report(f"{status!r} is not a status code", "say default or three digits")
        if "$ref" not in member.members():
            result[status] = response(member, produces)
            continue
        found = target(member.members()["$ref"], "responses")
        if found is None:
            result[status] = {}
        elif produces == default:
            # A shared response is converted once, as the document serves it; an operation that
            # serves something else needs its own.
            result[status] = {"$ref": converted(found)}
        else:
            result[status] = response(found, produces)
    return result


def response(node: Cursor, produces: Sequence[str]) -> dict[str, Json]:
    """Convert one response, which is served as any of these media types."""
    members = node.only(("description", "schema", "headers", "examples"))
    result = kept(members, ("description",))
    if "headers" in members:
        result["headers"] = {
            name: header(member) for name, member in members["headers"].members().items()
        }
    body = members.get("schema")
    if body is not None and isinstance(body.value, dict) and body.value.get("type") == "file":
        # A file is no JSON, which is only what the document says of everything.
        produces = [name for name in produces if name != JSON] or [BYTES]
    samples = members["examples"].members() if "examples" in members else {}
    shown = {concrete(name): sample for name, sample in samples.items()}
    content: dict[str, Json] = {}
    for name in dict.fromkeys([*(produces if body else ()), *shown]):
        media: dict[str, Json] = {} if body is None else {"schema": schema(body)}
        if name in shown:
            media["example"] = shown[name].copy()
        content[name] = media
    return {**result, "content": content} if content else result
