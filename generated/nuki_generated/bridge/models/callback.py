# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: callback."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from attrs import define

from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING


@define(kw_only=True, repr=False, weakref_slot=False)
class Callback(Model):
    """A registered URL.

    Attributes:
        id: What `/callback/remove` takes.
        url: Where the bridge sends state changes.
    """

    id: int
    url: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.id = d.get("id", MISSING)
        self.url = d.get("url", MISSING)
        self.additional_properties = unknown(d, _Callback)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "id": self.id, "url": self.url,
        })


_Callback: Final = frozenset({"id", "url"})


@define(kw_only=True, repr=False, weakref_slot=False)
class CallbackList(Model):
    """The registered URLs.

    Attributes:
        callbacks: Up to three entries.
    """

    callbacks: list[Callback]

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.callbacks = [Callback.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("callbacks", MISSING)).__class__ is list else v
        self.additional_properties = unknown(d, _CallbackList)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "callbacks": plain(self.callbacks),
        })


_CallbackList: Final = frozenset({"callbacks",})
