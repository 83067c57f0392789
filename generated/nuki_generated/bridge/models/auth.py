# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: auth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define, field
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset


@define(kw_only=True, repr=False)
class AuthResult(Model):
    """Outcome of asking for the token."""

    success: bool
    """Whether the button was pressed in time."""
    token: str | Unset = field(default=UNSET, repr=False)
    """The token, case-sensitive. Missing when `success` is false."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"success": "success", "token": "token"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.success, self.token) = self._members(d)
        return self
