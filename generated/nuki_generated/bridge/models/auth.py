# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: auth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from attrs import define, field

from nuki_core.json import JsonObject
from nuki_core.model import Model, known, unknown
from nuki_core.unset import MISSING, UNSET, Unset


@define(kw_only=True, repr=False, weakref_slot=False)
class AuthResult(Model):
    """Outcome of asking for the token.

    Attributes:
        success: Whether the button was pressed in time.
        token: The token, case-sensitive. Missing when `success` is false.
    """

    success: bool
    token: str | Unset = field(default=UNSET, repr=False)

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.success = d.get("success", MISSING)
        self.token = d.get("token", MISSING)
        self.additional_properties = unknown(d, _AuthResult)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "success": self.success, "token": self.token,
        })


_AuthResult: Final = frozenset({"success", "token"})


@define(kw_only=True, repr=False, weakref_slot=False)
class Result(Model):
    """Outcome of a change to the bridge.

    Attributes:
        success: Whether the change was made.
        message: Why it was not made. Only where `success` is false, and only from `/callback/add`
            and `/callback/remove`.
    """

    success: bool
    message: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.success = d.get("success", MISSING)
        self.message = d.get("message", MISSING)
        self.additional_properties = unknown(d, _Result)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "success": self.success, "message": self.message,
        })


_Result: Final = frozenset({"success", "message"})
