"""What overlays that did not fit leave behind: marks and references that lead nowhere."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from generator.load.references import target

if TYPE_CHECKING:
    from generator.load.documents import Json

_CHOICE: Final = "x-nuki-by-device-type"


def without_dangling(document: dict[str, Json]) -> dict[str, Json]:
    """A new document in which a reference to nothing has become a schema that any value fits."""
    result = deepcopy(document)
    for value in result.values():
        _loosen(value, result)
    return result


def without_choices(document: dict[str, Json]) -> dict[str, Json]:
    """A new document in which no value depends on the type of its device."""
    result = deepcopy(document)
    _forget(result)
    return result


def _forget(value: Json) -> None:
    if isinstance(value, dict):
        value.pop(_CHOICE, None)
        for member in value.values():
            _forget(member)
    elif isinstance(value, list):
        for element in value:
            _forget(element)


def _loosen(value: Json, document: dict[str, Json]) -> None:
    if isinstance(value, dict):
        reference, chosen = value.get("$ref"), value.get(_CHOICE)
        references = [reference] if isinstance(reference, str) else []
        if isinstance(chosen, dict):
            references += (f"#/components/schemas/{name}" for name in chosen.values())
        if any(target(document, reference) is None for reference in references):
            value.clear()
        for member in value.values():
            _loosen(member, document)
    elif isinstance(value, list):
        for element in value:
            _loosen(element, document)
