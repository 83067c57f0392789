# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: company."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from attrs import define

from nuki_core.json import JsonObject
from nuki_core.model import Model, known, unknown
from nuki_core.unset import MISSING, UNSET, Unset


@define(kw_only=True, repr=False, weakref_slot=False)
class Company(Model):
    """A company known to the vendor."""

    email: str | Unset = UNSET
    name: str | Unset = UNSET

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.email = d.get("email", MISSING)
        self.name = d.get("name", MISSING)
        self.additional_properties = unknown(d, _Company)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "email": self.email, "name": self.name,
        })


_Company: Final = frozenset({"email", "name"})
