# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki API: opener."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, Self

from attrs import define

from nuki_core.enums import members
from nuki_core.instants import instant
from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING, UNSET, Unset

from ..enums.opener import VerifiedState
_VerifiedState: Final = members(VerifiedState)


@define(kw_only=True, repr=False, weakref_slot=False)
class OpenerIntercomBrand(Model):
    """A brand in the list of intercoms.

    Attributes:
        brand: Brand of intercoms.
        brand_id: Number of the brand.
    """

    brand: str
    brand_id: int

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.brand = d.get("brand", MISSING)
        self.brand_id = d.get("brandId", MISSING)
        self.additional_properties = unknown(d, _OpenerIntercomBrand)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "brand": self.brand, "brandId": self.brand_id,
        })


_OpenerIntercomBrand: Final = frozenset({"brand", "brandId"})


@define(kw_only=True, repr=False, weakref_slot=False)
class OpenerIntercomModel(Model):
    """An intercom, and how an Opener is wired to it.

    Attributes:
        brand_id: Brand that makes the model.
        bus_mode_switch: Opener setting: how to switch the bus mode.
        bus_mode_switch_short_circuit_duration: Opener setting: length of the short circuit that
            switches the bus mode.
        con_audioout: Terminal for audio output.
        con_bus_audio: Terminal for the audio bus.
        con_doorbell_minus: Terminal for the doorbell's minus pole.
        con_doorbell_plus: Terminal for the doorbell's plus pole.
        con_gnd_analogue: Terminal for the analogue ground.
        con_gnd_bus: Terminal for the ground of the bus.
        con_opendoor: Terminal that opens the door.
        creation_date: When the entry was made (UTC).
        intercom_id: Number of the intercom model.
        model: Name of the model.
        type: Kind of model as a number.
        update_date: When the entry was last changed (UTC).
        verified: Whether it is known to work with an Opener.
    """

    brand_id: int
    bus_mode_switch: int
    bus_mode_switch_short_circuit_duration: int
    con_audioout: str
    con_bus_audio: str
    con_doorbell_minus: str
    con_doorbell_plus: str
    con_gnd_analogue: str
    con_gnd_bus: str
    con_opendoor: str
    creation_date: datetime | Unset = UNSET
    intercom_id: int
    model: str
    type: int
    update_date: datetime | Unset = UNSET
    verified: VerifiedState

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.brand_id = d.get("brandId", MISSING)
        self.bus_mode_switch = d.get("busModeSwitch", MISSING)
        self.bus_mode_switch_short_circuit_duration = d.get("busModeSwitchShortCircuitDuration", MISSING)
        self.con_audioout = d.get("conAudioout", MISSING)
        self.con_bus_audio = d.get("conBusAudio", MISSING)
        self.con_doorbell_minus = d.get("conDoorbellMinus", MISSING)
        self.con_doorbell_plus = d.get("conDoorbellPlus", MISSING)
        self.con_gnd_analogue = d.get("conGndAnalogue", MISSING)
        self.con_gnd_bus = d.get("conGndBus", MISSING)
        self.con_opendoor = d.get("conOpendoor", MISSING)
        self.creation_date = instant(d.get("creationDate", MISSING))
        self.intercom_id = d.get("intercomId", MISSING)
        self.model = d.get("model", MISSING)
        self.type = d.get("type", MISSING)
        self.update_date = instant(d.get("updateDate", MISSING))
        self.verified = _VerifiedState[v] if (v := d.get("verified", MISSING)).__class__ is int else v
        self.additional_properties = unknown(d, _OpenerIntercomModel)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "brandId": self.brand_id, "busModeSwitch": self.bus_mode_switch,
            "busModeSwitchShortCircuitDuration": self.bus_mode_switch_short_circuit_duration,
            "conAudioout": self.con_audioout, "conBusAudio": self.con_bus_audio,
            "conDoorbellMinus": self.con_doorbell_minus, "conDoorbellPlus": self.con_doorbell_plus,
            "conGndAnalogue": self.con_gnd_analogue, "conGndBus": self.con_gnd_bus,
            "conOpendoor": self.con_opendoor, "creationDate": plain(self.creation_date),
            "intercomId": self.intercom_id, "model": self.model, "type": self.type,
            "updateDate": plain(self.update_date), "verified": plain(self.verified),
        })


_OpenerIntercomModel: Final = frozenset({
    "brandId", "busModeSwitch", "busModeSwitchShortCircuitDuration", "conAudioout", "conBusAudio",
    "conDoorbellMinus", "conDoorbellPlus", "conGndAnalogue", "conGndBus", "conOpendoor",
    "creationDate", "intercomId", "model", "type", "updateDate", "verified",
})
