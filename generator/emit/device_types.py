"""Which schemas mean different things on different devices.

A property marked ``x-nuki-by-device-type`` takes its enum from the type of the device. An object
that says where its own type stands (``x-nuki-device-type-from``) decides for everything inside it;
any other object that holds such a property is told the type by the object around it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Schema = dict[str, Any]


def device_dependent(schemas: dict[str, Schema]) -> set[str]:
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
