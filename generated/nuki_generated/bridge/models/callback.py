# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: callback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset


@define(kw_only=True, repr=False)
class Callback(Model):
    """A registered URL."""

    id: int
    """What `/callback/remove` takes."""
    url: str
    """Where the bridge sends state changes."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"id": "id", "url": "url"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.id, self.url) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class CallbackList(Model):
    """The registered URLs."""

    callbacks: list[Callback]
    """Up to three entries."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"callbacks": "callbacks"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_callbacks,) = self._members(d)
        if raw_callbacks.__class__ is list:
            raw_callbacks = [
                Callback.from_dict(item) if item.__class__ is dict else item
                for item in raw_callbacks
            ]
        self.callbacks = raw_callbacks
        return self


@define(kw_only=True, repr=False)
class Result(Model):
    """Outcome of a change to the bridge."""

    success: bool
    """Whether the change was made."""
    message: str | Unset = UNSET
    """Why it was not made. Only where `success` is false, and only from `/callback/add` and
    `/callback/remove`.
    """
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"success": "success", "message": "message"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.success, self.message) = self._members(d)
        return self
