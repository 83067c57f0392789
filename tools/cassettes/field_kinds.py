"""What a field of an answer, or a parameter, holds: judged by its name and the descriptions."""

from __future__ import annotations

import json
import re
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from generator.emit.export import closed
from tools.repository import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID: Final = re.compile(r"(^|[a-z_])[iI]ds?$")
_NAMES_OF_SECRETS: Final = re.compile(
    r"password|secret|token$|signature|^otp$|pin$|sharedkey|^clientid$", re.IGNORECASE
)
_CATALOGUE: Final = frozenset({"brandId", "intercomId", "serviceId", "timezoneId"})
# Of what is public, the dates too: a moved one would give away how far all others were moved.
_HARMLESS: Final = frozenset(
    {
        "appVersion", "authTypeAsString", "brand", "conAudioout", "conBusAudio", "conDoorbellMinus",
        "conDoorbellPlus", "conGndAnalogue", "conGndBus", "conOpendoor", "country",
        "doorsensorStateName", "firmwareVersion", "language", "model", "publishDate",
        "reasonPhrase", "stateName", "timeZone", "type", "wifiFirmwareVersion",
    }
)  # fmt: skip


class Kind(Enum):
    """What becomes of a value in a recording of somebody's own account."""

    SECRET = "secret"
    ID = "id"
    DEVICE_ID = "device id"
    COORDINATE = "coordinate"
    KEPT = "kept"
    OPEN = "open"
    """Kept if it is a number that the descriptions declare, replaced if it is text."""
    UNKNOWN = "unknown"
    """In no description: replaced, whatever it is."""


@cache
def kind_of(name: str) -> Kind:
    """The kind of a field or parameter, by its name on the wire."""
    if is_secret(name):
        return Kind.SECRET
    if name in _HARMLESS or name in _CATALOGUE:
        return Kind.KEPT
    if name in {"smartlockId", "smartlockIds", "nukiId"}:
        return Kind.DEVICE_ID
    if name in {"latitude", "longitude"}:
        return Kind.COORDINATE
    if _ID.search(name):
        return Kind.ID
    return Kind.OPEN if name in _declared_fields() else Kind.UNKNOWN


def is_secret(name: str) -> bool:
    """Whether values of this name open something."""
    return name in _marked_secret() or bool(_NAMES_OF_SECRETS.search(name))


@cache
def enum_values() -> frozenset[str]:
    """Every word that an enum of the descriptions lists: it tells nothing about anybody."""
    return frozenset(
        word for schema in _schemas() for word in schema.get("enum", ()) if isinstance(word, str)
    )


@cache
def _marked_secret() -> frozenset[str]:
    found = {name for name, schema in _properties() if schema.get("x-nuki-secret")}
    return frozenset(found - {"body", "headers"})  # containers: what is in them has names itself


@cache
def _declared_fields() -> frozenset[str]:
    return frozenset(name for name, _ in _properties())


def _properties() -> Iterator[tuple[str, dict[str, Any]]]:
    for schema in _schemas():
        yield from schema.get("properties", {}).items()


def _schemas() -> Iterator[dict[str, Any]]:
    for api in ("web", "bridge"):
        text = (ROOT / f"generated/openapi/{api}.json").read_text(encoding="utf-8")
        document: Any = closed(json.loads(text))
        yield from document["components"]["schemas"].values()
