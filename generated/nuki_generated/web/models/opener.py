# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: opener."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from nuki_core.datetimes import parse_datetime
from nuki_core.enums import members
from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new
from nuki_core.unset import UNSET, Unset

from ..enums.opener import VerifiedState

_VerifiedStateMembers: Final = members(VerifiedState)


@define(kw_only=True, repr=False)
class OpenerIntercomBrand(Model):
    """A brand in the list of intercoms."""

    brand: str
    """Brand of intercoms."""
    brand_id: int
    """Number of the brand."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"brand": "brand", "brand_id": "brandId"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.brand, self.brand_id) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class OpenerIntercomModel(Model):
    """An intercom, and how an Opener is wired to it."""

    brand_id: int
    """Brand that makes the model."""
    bus_mode_switch: int
    """Opener setting: how to switch the bus mode."""
    bus_mode_switch_short_circuit_duration: int
    """Opener setting: length of the short circuit that switches the bus mode."""
    con_audioout: str
    """Terminal for audio output."""
    con_bus_audio: str
    """Terminal for the audio bus."""
    con_doorbell_minus: str
    """Terminal for the doorbell's minus pole."""
    con_doorbell_plus: str
    """Terminal for the doorbell's plus pole."""
    con_gnd_analogue: str
    """Terminal for the analogue ground."""
    con_gnd_bus: str
    """Terminal for the ground of the bus."""
    con_opendoor: str
    """Terminal that opens the door."""
    creation_date: datetime | Unset = UNSET
    """When the entry was made (UTC)."""
    intercom_id: int
    """Number of the intercom model."""
    model: str
    """Name of the model."""
    type: int
    """Kind of model as a number."""
    update_date: datetime | Unset = UNSET
    """When the entry was last changed (UTC)."""
    verified: VerifiedState
    """Whether it is known to work with an Opener."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "brand_id": "brandId",
        "bus_mode_switch": "busModeSwitch",
        "bus_mode_switch_short_circuit_duration": "busModeSwitchShortCircuitDuration",
        "con_audioout": "conAudioout",
        "con_bus_audio": "conBusAudio",
        "con_doorbell_minus": "conDoorbellMinus",
        "con_doorbell_plus": "conDoorbellPlus",
        "con_gnd_analogue": "conGndAnalogue",
        "con_gnd_bus": "conGndBus",
        "con_opendoor": "conOpendoor",
        "creation_date": "creationDate",
        "intercom_id": "intercomId",
        "model": "model",
        "type": "type",
        "update_date": "updateDate",
        "verified": "verified",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (
            self.brand_id,
            self.bus_mode_switch,
            self.bus_mode_switch_short_circuit_duration,
            self.con_audioout,
            self.con_bus_audio,
            self.con_doorbell_minus,
            self.con_doorbell_plus,
            self.con_gnd_analogue,
            self.con_gnd_bus,
            self.con_opendoor,
            raw_creation_date,
            self.intercom_id,
            self.model,
            self.type,
            raw_update_date,
            raw_verified,
        ) = self._members(d)
        if raw_creation_date.__class__ is str:
            raw_creation_date = parse_datetime(raw_creation_date)
        self.creation_date = raw_creation_date
        if raw_update_date.__class__ is str:
            raw_update_date = parse_datetime(raw_update_date)
        self.update_date = raw_update_date
        if raw_verified.__class__ is int:
            raw_verified = _VerifiedStateMembers[raw_verified]
        self.verified = raw_verified
        return self
