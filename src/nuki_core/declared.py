"""What the fields of models are declared as, and whether values are that.

Decoding tolerates whatever an answer holds. These checks do not: they are for what strangers can
send, and for what a caller is about to send.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Final, Union, get_args, get_origin, get_type_hints

from .enums import OpenValue
from .ids import NukiId, SmartlockId
from .lazy_attrs import frozen
from .unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterator

_KINDS: Final = (OpenValue, NukiId, SmartlockId)
_WORDS: Final[tuple[tuple[type[Any], str], ...]] = (
    (bool, "true or false"),
    (int, "an integer"),
    (float, "a number"),
    (str, "text"),
    (datetime, "a date-time"),
    (NoneType, "null"),
    (list, "an array"),
    (object, "an object"),
)


@frozen
class DeclaredField:
    """A field of a model: its name in Python and in JSON, and the types that it may have.

    ``kinds`` are the enums and the classes of ids among them, also inside a list.
    """

    name: str
    json_name: str
    types: tuple[Any, ...]
    kinds: tuple[type[Any], ...]
    required: bool


@cache
def declared_fields(model: type[Any]) -> tuple[DeclaredField, ...]:
    """The fields of a model, as its annotations have them."""
    import attrs  # noqa: PLC0415 - a first call needs none

    hints = get_type_hints(model)
    return tuple(
        DeclaredField(
            name=field.name,
            json_name=model.json_names[field.name],
            types=(types := _alternatives(hints[field.name])),
            kinds=tuple(kind for kind in _single(types) if issubclass(kind, _KINDS)),
            required=field.default is attrs.NOTHING,
        )
        for field in attrs.fields(model)
        if field.name in model.json_names
    )


def _alternatives(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in {Union, UnionType} else (hint,)


def _single(types: tuple[Any, ...]) -> Iterator[type[Any]]:
    """The classes of values, and of the elements of lists."""
    for kind in types:
        if get_origin(kind) is list:
            yield from _single(_alternatives(get_args(kind)[0]))
        elif isinstance(kind, type):
            yield kind


def schema_violations(value: Any, where: str = "") -> Iterator[str]:
    """How a decoded model departs from its schema: fields missing, or of another type.

    Each text names the field as JSON does, and never the value, which may be secret.
    """
    for field in declared_fields(value.__class__):
        if field.required:
            name, found = f"{where}{field.json_name}", getattr(value, field.name)
            if found is UNSET:
                yield f"{name} is missing"
            else:
                yield from _violations_of(found, field.types, name)


def _violations_of(value: Any, types: tuple[Any, ...], name: str) -> Iterator[str]:
    fitting = next((kind for kind in types if _is_a(value, kind)), None)
    if fitting is None:
        declared = dict.fromkeys(_word(get_origin(kind) or kind) for kind in types)
        yield f"{name} must be {' or '.join(declared)}, not {_word(value.__class__)}"
    elif get_origin(fitting) is list:
        inner = _alternatives(get_args(fitting)[0])
        for number, element in enumerate(value):
            yield from _violations_of(element, inner, f"{name}[{number}]")
    elif hasattr(value.__class__, "json_names"):
        yield from schema_violations(value, f"{name}.")


def _is_a(value: Any, kind: Any) -> bool:
    kind = get_origin(kind) or kind
    if kind is Any or isinstance(value, bool):
        return kind in {Any, bool}
    return isinstance(value, (int, float) if kind is float else kind)


def _word(kind: type[Any]) -> str:
    return next(word for parent, word in _WORDS if issubclass(kind, parent))
