"""What an operation answers: the type of each status, and the decoder of a success."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from .arguments import arguments_of
from .python_types import OBJECT, PythonType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .parsed_operation import ParsedOperation

NOTHING: Final = PythonType("None")
_SUCCESS: Final = range(200, 300)


def answer_of(operation: ParsedOperation) -> tuple[PythonType, str]:
    """The type of the success answers, and the decoder that makes it."""
    found = {t.annotation: t for status, t in answers_of(operation) if status in _SUCCESS}
    nothing = found.pop("None", None)
    if len(found) > 1:
        raise operation.refusal("its success answers have different types")
    if not found:
        return NOTHING, "nothing"
    (answer,) = found.values()
    decoder = _decoder(operation, answer)
    if nothing is None:
        return answer, decoder
    return replace(answer, annotation=f"{answer.annotation} | None"), f"or_nothing({decoder})"


def answers_of(operation: ParsedOperation) -> Iterator[tuple[int, PythonType]]:
    """The type of every documented answer, by status."""
    types = operation.types
    props = {r.status_code.pattern: r.prop for r in operation.endpoint.responses.patterns}
    for status, response in operation.raw["responses"].items():
        if status.isdecimal() and status in props:
            content: dict[str, dict[str, Any]] = types.component(response).get("content", {})
            schema = next(iter(content.values()), {}).get("schema")
            yield int(status), types.of(props[status], schema) if schema else NOTHING


def _decoder(operation: ParsedOperation, answer: PythonType) -> str:
    if answer == OBJECT:
        return "json_object"
    if answer.annotation == "str":
        return "text"
    inner = answer.annotation.removeprefix("list[").removesuffix("]")
    if inner == OBJECT.annotation:
        return "json_objects"
    if not answer.decode:
        return "json_value"
    from_dict = f"{inner}.from_dict"
    if answer.needs_device_type:
        from_dict = f"partial({from_dict}, device_type={_device_type(operation)})"
    if not answer.classes:
        raise operation.refusal(f"an answer of type {answer.annotation} is not supported")
    return f"{'array' if inner != answer.annotation else 'instance'}({from_dict})"


def _device_type(operation: ParsedOperation) -> str:
    wire = operation.raw.get("x-nuki-device-type-parameter")
    names = [a.name for a in arguments_of(operation) if a.wire == wire]
    if not names:
        raise operation.refusal("nothing says which device its answer describes")
    return f"{names[0]} or 0"
