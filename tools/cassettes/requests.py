"""Requests from a body as a whole, also where a method takes the body's fields one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki_core.request import Operation, Request


def request_of(operation: Operation, arguments: Mapping[str, Any]) -> Request[Any]:
    """Build a call from arguments of which ``body`` is the body, a model or a list of them."""
    given = dict(arguments)
    parameters = [each for each in operation.parameters if each.location == "body"]
    if "body" in given and parameters:
        body = given.pop("body")
        if not parameters[0].wire_name:
            given[parameters[0].name] = body
        else:
            fields = {wire: getattr(body, name) for name, wire in body.json_names.items()}
            given |= {each.name: fields[each.wire_name] for each in parameters}
    return operation.request(**given)
