"""What an operation takes: path and query parameters, and the body."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from openapi_python_client.strings import PythonIdentifier

from .literals import annotated, literal
from .models import python_name
from .python_types import BOOLEAN, PythonType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parsed_operation import ParsedOperation

_PATH: Final = re.compile(r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]|\{[A-Za-z_][A-Za-z0-9_-]*\})*)+")
_PARAMETER: Final = re.compile(r"\{(.*?)\}")
# What the function that builds a request refers to; a parameter called so would shadow it.
_TAKEN: Final = frozenset(
    {
        *("self", "body", "query", "segment", "digit", "plain", "partial", "builtins", "datetime"),
        *("array", "instance", "json_object", "json_objects", "nothing", "or_nothing", "text"),
        "json_value",
    }
)


@dataclass(frozen=True, slots=True)
class Argument:
    """A path or query parameter, or the body when ``location`` is ``body``."""

    name: str
    wire: str
    location: str
    required: bool
    type: PythonType
    description: str
    is_digit: bool = False
    default: object = None

    @property
    def text(self) -> str:
        """The description, with the default that the server uses."""
        if self.default is None:
            return self.description
        return f"{self.description.rstrip().rstrip('.')}. Default: {json.dumps(self.default)}."

    @property
    def wire_literal(self) -> str:
        """The name in the URL, as a literal."""
        return literal(self.wire)

    @property
    def expression(self) -> str:
        """What is written into the query."""
        return f"digit({self.name})" if self.is_digit else self.name

    @property
    def type_literal(self) -> str:
        """The name of the type, as a literal."""
        return literal(self.type.annotation)

    @property
    def annotation(self) -> str:
        """What a caller passes: any integer serves as an id, ``None`` leaves a query value out."""
        names = {"SmartlockId": "int", "NukiId": "int", "DeviceType": "int"}
        annotation = annotated(names.get(self.type.annotation, self.type.annotation))
        return annotation if self.required else f"{annotation} | None"

    @property
    def declaration(self) -> str:
        """The parameter in a signature."""
        return f"{self.name}: {self.annotation}{'' if self.required else ' = None'}"


def arguments_of(operation: ParsedOperation) -> tuple[Argument, ...]:
    """Everything the operation takes, in the document's order, the body last."""
    found = (*_parameters(operation), *_body(operation))
    names = [argument.name for argument in found]
    bad = [name for name in names if not name.isidentifier() or name.startswith("_")]
    if bad or len(set(names)) < len(names):
        raise operation.refusal(f"its parameters cannot be named {', '.join(map(repr, names))}")
    return found


def path_expression(operation: ParsedOperation, arguments: tuple[Argument, ...]) -> str:
    """The expression that fills the path in."""
    path = operation.path
    if not _PATH.fullmatch(path):
        raise operation.refusal("the path holds characters that no URL path may hold")
    names = {a.wire: a.name for a in arguments if a.location == "path"}
    if sorted(names) != sorted(_PARAMETER.findall(path)):
        raise operation.refusal("its path parameters and its path disagree")
    if not names:
        return f'"{path}"'
    return f'f"{_PARAMETER.sub(lambda found: f"{{segment({names[found[1]]})}}", path)}"'


def _parameters(operation: ParsedOperation) -> Iterator[Argument]:
    parsed = {
        (location.value, prop.name.get_untrusted_value()): prop
        for location, prop in operation.endpoint.iter_all_parameters()
    }
    for parameter in operation.parameters:
        prop = parsed[parameter["in"], parameter["name"]]
        if parameter["in"] not in {"path", "query"}:
            raise operation.refusal(f"a {parameter['in']} parameter is not supported")
        is_digit = parameter.get("x-nuki-boolean") is True
        yield Argument(
            name=str(parameter.get("x-nuki-name") or _argument_name(parameter["name"])),
            wire=parameter["name"],
            location=parameter["in"],
            required=parameter.get("required", False),
            type=BOOLEAN if is_digit else operation.types.of(prop, parameter["schema"]),
            description=parameter.get("description", ""),
            is_digit=is_digit,
            default=operation.types.resolve(parameter["schema"])[1].get("default"),
        )


def _argument_name(wire: str) -> str:
    return python_name(PythonIdentifier(wire, prefix="field_"), wire, _TAKEN)


def _body(operation: ParsedOperation) -> Iterator[Argument]:
    if "requestBody" not in operation.raw:
        return
    body = operation.types.component(operation.raw["requestBody"])
    if len(operation.endpoint.bodies) != 1 or not body.get("required"):
        raise operation.refusal("only one required JSON body is supported")
    (content,) = body["content"].values()
    kind = operation.types.of(operation.endpoint.bodies[0].prop, content["schema"])
    yield Argument(
        "body", "body", "body", required=True, type=kind, description=body.get("description", "")
    )
