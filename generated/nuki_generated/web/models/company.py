# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset


@define(kw_only=True, repr=False)
class Company(Model):
    """A company known to the vendor."""

    email: str | Unset = UNSET
    name: str | Unset = UNSET
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"email": "email", "name": "name"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.email, self.name) = self._members(d)
        return self
