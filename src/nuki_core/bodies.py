"""Request bodies, from what a caller passes: a model, a collection, or the fields of a model.

What does not fit is refused here, while the request is built, so nothing of it is ever sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .errors import ValidationError
from .json import elements_of
from .model import Model, to_jsonable

if TYPE_CHECKING:
    from collections.abc import Collection

    from .json import JsonObject, JsonValue
    from .request import Operation


def model_body(operation: Operation, model: type[Model], value: Model) -> JsonObject:
    """The JSON object of a model.

    Raises:
        ValidationError: It is another model, or none.
    """
    if not isinstance(value, model):
        raise _refusal(operation, f"the body must be {_a(model)}, not {_what(value, model)}")
    return value.to_dict()


def array_body(operation: Operation, element: type, values: Collection[Any]) -> list[JsonValue]:
    """The JSON array of a collection of models or scalars.

    Raises:
        ValidationError: It is no collection, or holds something else.
    """
    elements = elements_of(values)
    if elements is None:
        expected = f"a list of {element.__name__}"
        raise _refusal(operation, f"the body must be {expected}, not {_what(values, element)}")
    for number, value in enumerate(elements):
        if not isinstance(value, element):
            fault = f"element {number} of the body must be {_a(element)}"
            raise _refusal(operation, f"{fault}, not {_what(value, element)}")
    found: list[JsonValue] = to_jsonable(values)
    return found


def fields_body(operation: Operation, model: type[Model], /, **fields: Any) -> JsonObject:
    """The JSON object of a model with these fields; those that are ``UNSET`` are not sent.

    Raises:
        ValidationError: A field has a value that the model refuses.
    """
    try:
        return model(**fields).to_dict()
    except ValidationError as error:
        fault = str(error).removeprefix(f"{model.__name__}: ")
    # Outside, so that the error has no context: the frames in there hold what may be secret.
    raise _refusal(operation, fault)


def _refusal(operation: Operation, fault: str) -> ValidationError:
    return ValidationError(f"{operation}: {fault}", operation=str(operation))


def _what(value: object, expected: type) -> str:
    """What was passed, without its value, which may be secret."""
    kind = type(value)
    if kind is dict and issubclass(expected, Model):
        return f"a dict; {expected.__name__}.from_dict() makes one of it"
    return "None" if value is None else _a(kind)


def _a(kind: type) -> str:
    article = "an" if kind.__name__[0] in "AEIOUaeiou" else "a"
    return f"{article} {kind.__name__}"
