"""How values of more than one part are written into the query (OpenAPI 3.1, "Style Values")."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .errors import ValidationError
from .json import dumps
from .model import Model, to_jsonable
from .request import joined, serialize
from .unset import UNSET

Pairs = tuple[tuple[str, str], ...]


def exploded(name: str, value: Any) -> Pairs:
    """One parameter for each element of a list, or for each member of an object.

    Raises:
        ValidationError: There is none, or one is a list or an object itself.
    """
    if isinstance(value, list | tuple):
        return tuple((name, _single(name, element)) for element in _elements(name, value))
    if value is not None and value is not UNSET and not isinstance(value, Mapping | Model):
        return ((name, serialize(value)),)
    return tuple((key, _single(key, member)) for key, member in _members(name, value))


def delimited(name: str, value: Any, delimiter: str) -> Pairs:
    """One parameter, with all elements of a list, or names and values of an object.

    Raises:
        ValidationError: There is none, one is a list or an object itself, or holds the delimiter.
    """
    if isinstance(value, list | tuple):
        texts = [_single(name, element) for element in _elements(name, value)]
    else:
        pairs = _members(name, value)
        texts = [text for key, member in pairs for text in (key, _single(key, member))]
    return ((name, joined(delimiter, texts)),) if texts else ()


def deep_object(name: str, value: Any) -> Pairs:
    """A parameter for each member of an object: ``filter[state]``.

    Raises:
        ValidationError: A member is a list or an object itself.
    """
    return tuple((f"{name}[{key}]", _single(key, member)) for key, member in _members(name, value))


def as_json(value: object) -> str | None:
    """The value as JSON, for parameters that are written so; ``None`` if there is none.

    Raises:
        ValidationError: It is no JSON.
    """
    if value is None or value is UNSET:
        return None
    try:
        return dumps(to_jsonable(value)).decode()
    except (TypeError, ValueError, RecursionError) as error:
        reason = type(error).__name__
    raise ValidationError(f"a parameter is no JSON ({reason}); pass a model, or plain JSON values")


def _elements(name: str, value: Any) -> list[object]:
    if not value:
        raise ValidationError(f"{name} is empty; leave it out, or name what to filter for")
    return [*value]


def _members(name: str, value: Any) -> list[tuple[str, object]]:
    if value is None or value is UNSET:
        return []
    found: Any = to_jsonable(value)
    if not isinstance(found, Mapping):
        raise ValidationError(f"{name} must be an object")
    members: dict[str, object] = {**found}
    return [(key, member) for key, member in members.items() if member is not None]


def _single(name: str, value: object) -> str:
    if isinstance(value, list | tuple | Mapping | Model):
        raise ValidationError(f"{name} holds a list or an object, which has no form in a URL")
    return serialize(value)
