# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: errors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset


@define(kw_only=True, repr=False)
class Error(Model):
    """Body of an error answer, if it is JSON. Any member may be missing."""

    detail_message: str | Unset = UNSET
    """Message of the exception."""
    stack_trace: list[JsonValue] | Unset = UNSET
    """Empty as far as seen."""
    suppressed_exceptions: list[JsonValue] | Unset = UNSET
    """Empty as far as seen."""
    code: int | Unset = UNSET
    """HTTP status."""
    description: str | Unset = UNSET
    """What the status means."""
    home_ref: str | Unset = UNSET
    """Home page of the server."""
    reason_phrase: str | Unset = UNSET
    """HTTP reason phrase."""
    uri: str | Unset = UNSET
    """Page about the status."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "detail_message": "detailMessage",
        "stack_trace": "stackTrace",
        "suppressed_exceptions": "suppressedExceptions",
        "code": "code",
        "description": "description",
        "home_ref": "homeRef",
        "reason_phrase": "reasonPhrase",
        "uri": "uri",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.detail_message,
            self.stack_trace,
            self.suppressed_exceptions,
            self.code,
            self.description,
            self.home_ref,
            self.reason_phrase,
            self.uri,
        ) = self._members(d)
        return self
