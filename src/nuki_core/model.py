"""What all generated models share: a short ``repr`` and the way back to plain JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, Final, NoReturn

import attrs

from .enums import OpenValue
from .ids import NukiId, SmartlockId
from .instants import rfc3339
from .json import JsonObject, JsonValue
from .unset import UNSET


class _NoProperties(Mapping[str, JsonValue]):
    """The unknown fields of an answer that has none; one object serves every model."""

    def __getitem__(self, key: str) -> NoReturn:
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return "{}"

    def __reduce__(self) -> str:
        return "NO_PROPERTIES"


NO_PROPERTIES: Final[Mapping[str, JsonValue]] = _NoProperties()


@attrs.define(kw_only=True, repr=False, weakref_slot=False)
class Model:
    """A JSON object of an API, generated from its schema.

    ``from_dict`` of each model decodes one, whatever it holds: a missing field is ``UNSET``, null
    is ``None``, a value of another JSON type stays what it was, and fields that the schema does not
    declare are kept in ``additional_properties``.
    """

    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    def to_dict(self) -> JsonObject:
        """The JSON object as the API has it; ``UNSET`` fields are left out, unknown ones kept."""
        raise NotImplementedError

    def __repr__(self) -> str:
        shown = [
            f"{field.name}={value!r}" if field.repr else f"{field.name}=..."
            for field in attrs.fields(self.__class__)
            if (value := getattr(self, field.name)) is not UNSET and value is not NO_PROPERTIES
        ]
        return f"{self.__class__.__name__}({', '.join(shown)})"


def plain(value: Any) -> Any:
    """A field's value as JSON has it: models, members, ids and date-times in their wire form."""
    if isinstance(value, OpenValue):
        return value.value  # type: ignore[attr-defined]
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, datetime):
        return rfc3339(value)
    if isinstance(value, NukiId | SmartlockId):
        return int(value)
    if isinstance(value, list | tuple):
        elements: list[Any] = [*value]
        return [plain(element) for element in elements]
    return value


def known(unknown_fields: Mapping[str, JsonValue], fields: dict[str, Any]) -> JsonObject:
    """A model's fields as a JSON object, without those that are ``UNSET``."""
    found = dict(unknown_fields)
    found.update((name, value) for name, value in fields.items() if value is not UNSET)
    return found


def unknown(source: Mapping[str, Any], fields: frozenset[str]) -> Mapping[str, JsonValue]:
    """The members of a JSON object that its schema does not declare."""
    if fields.issuperset(source):
        return NO_PROPERTIES
    return {name: value for name, value in source.items() if name not in fields}
