"""The smallest descriptions in which something can differ."""

from __future__ import annotations

from typing import Any

from generator.upstream.diff.rules import Change, Direction
from generator.upstream.diff.wire import wire_changes

Object = dict[str, Any]
S = {"$ref": "#/components/schemas/S"}


def document(operation: Object | None = None, **members: Any) -> Object:
    """A document of one operation, GET /a, with more members at its root."""
    item = {"get": {"responses": {}} if operation is None else operation}
    return {"openapi": "3.1.0", "paths": {"/a": item}, **members}


def json_of(schema: object) -> Object:
    return {"content": {"application/json": {"schema": schema}}}


def sent(schema: object, **more: Any) -> Object:
    """A document whose requests hold the schema S."""
    return document({"requestBody": json_of(S)}, components={"schemas": {"S": schema, **more}})


def received(schema: object, **more: Any) -> Object:
    """A document whose answers hold the schema S."""
    operation = {"responses": {"200": json_of(S)}}
    return document(operation, components={"schemas": {"S": schema, **more}})


def unused(schema: object) -> Object:
    return document(components={"schemas": {"S": schema}})


PLACED = {Direction.REQUEST: sent, Direction.ANSWER: received, Direction.UNUSED: unused}


def kinds(old: Object, new: Object) -> list[tuple[str, str]]:
    """Kind and direction of every change."""
    return [(change.kind, change.direction.value) for change in wire_changes(old, new)]


def only_change(old: Object, new: Object) -> Change:
    [change] = wire_changes(old, new)
    return change
