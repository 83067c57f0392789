"""Small pieces of Python source that the templates put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .literals import LINE, call, filled, literal

if TYPE_CHECKING:
    from .former_names import FormerName
    from .models import Field, ModelClass
    from .operations import OperationView


def class_name(name: str) -> str:
    """``smartlock_auth`` as the beginning of a class name, ``SmartlockAuth``."""
    return "".join(word.capitalize() for word in name.split("_"))


def field_default(field: Field) -> str:
    """What follows a field's annotation: its default, and whether its value is shown."""
    if field.secret:
        return " = field(repr=False)" if field.required else " = field(default=UNSET, repr=False)"
    return "" if field.required else " = UNSET"


def decoded(field: Field) -> str:
    """The expression that reads a field from the JSON object ``d``."""
    source = f"d.get({field.wire}, MISSING)"
    if not field.type.decode:
        return source
    if not field.type.guard:
        return field.type.decode.replace("{v}", source)
    expression = field.type.decode.replace("{v}", "v")
    return f"{expression} if (v := {source}).__class__ is {field.type.guard} else v"


def encoded(model: ModelClass) -> list[str]:
    """The members of the JSON object that a model becomes."""
    return [
        f"{f.wire}: self.{f.name}" if f.type.plain else f"{f.wire}: plain(self.{f.name})"
        for f in model.fields
    ]


def collection(head: str, items: list[str], tail: str) -> str:
    """A tuple or set at module level, on one line where it fits."""
    line = f"{head}{', '.join(items)}{',' if len(items) == 1 else ''}{tail}"
    return line if len(line) <= LINE else f"{head}\n{filled(items, indent=4)}\n{tail}"


def operation_arguments(operation: OperationView) -> list[str]:
    """The arguments of an ``Operation``, in the order of its fields."""
    parameters = "".join(
        f'Parameter("{a.name}", {a.wire_literal}, "{a.location}", {a.required}, {a.type_literal}), '
        for a in operation.arguments
        if a.location != "body"
    )
    responses = ", ".join(f"{status}: {answer}" for status, answer in operation.responses)
    scopes = "".join(f"{scope}, " for scope in operation.scopes)
    return [
        f'"{operation.method}"',
        operation.path,
        f'"{operation.resource}"',
        f'"{operation.name}"',
        f"({parameters.rstrip()})",
        operation.body.type_literal if operation.body else "None",
        f"{{{responses}}}",
        f"({scopes.rstrip()})",
        f"_{operation.name}",
        *operation.options,
    ]


def request_arguments(operation: OperationView) -> list[str]:
    """The arguments of the ``Request`` that an operation builds."""
    queries = [a for a in operation.arguments if a.location == "query"]
    pairs = ", ".join(f"({a.wire_literal}, {a.expression})" for a in queries)
    found = [operation.constant, operation.path_expression, operation.decoder]
    if queries:
        found.append(f"query=query({pairs})")
    if operation.body:
        found.append("body=plain(body)")
    return found


def deprecation(former: FormerName, operation: OperationView) -> str:
    """The decorator of a method under a former name."""
    text = f"`{former.name}()` was renamed to `{operation.name}()` in {former.since}"
    return call("@deprecated", [literal(text)], indent=4)
