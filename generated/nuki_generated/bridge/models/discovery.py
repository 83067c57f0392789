# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: discovery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from attrs import define

from nuki_core.json import JsonObject
from nuki_core.model import Model, known, plain, unknown
from nuki_core.unset import MISSING


@define(kw_only=True, repr=False, weakref_slot=False)
class DiscoveredBridge(Model):
    """A bridge as the vendor's server knows it.

    Attributes:
        bridge_id: Id of the bridge, the one that `/info` calls `serverId`.
        ip: Address in the local network. `0.0.0.0` when publishing is switched off; skip such an
            entry.
        port: TCP port. 0 when publishing is switched off; skip such an entry.
        date_updated: When the bridge last contacted the server, in UTC. A blank stands before the
            `T` in all published examples, which RFC 3339 does not allow; read it with and
            without.
    """

    bridge_id: int
    ip: str
    port: int
    date_updated: str

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.bridge_id = d.get("bridgeId", MISSING)
        self.ip = d.get("ip", MISSING)
        self.port = d.get("port", MISSING)
        self.date_updated = d.get("dateUpdated", MISSING)
        self.additional_properties = unknown(d, _DiscoveredBridge)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "bridgeId": self.bridge_id, "ip": self.ip, "port": self.port,
            "dateUpdated": self.date_updated,
        })


_DiscoveredBridge: Final = frozenset({"bridgeId", "ip", "port", "dateUpdated"})


@define(kw_only=True, repr=False, weakref_slot=False)
class DiscoveryResult(Model):
    """What discovery found.

    Attributes:
        bridges: The bridges; none is possible.
        error_code: 0 when all went well. No other value is documented.
    """

    bridges: list[DiscoveredBridge]
    error_code: int

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.bridges = [DiscoveredBridge.from_dict(e) if e.__class__ is dict else e for e in v] if (v := d.get("bridges", MISSING)).__class__ is list else v
        self.error_code = d.get("errorCode", MISSING)
        self.additional_properties = unknown(d, _DiscoveryResult)
        return self

    def to_dict(self) -> JsonObject:
        return known(self.additional_properties, {
            "bridges": plain(self.bridges), "errorCode": self.error_code,
        })


_DiscoveryResult: Final = frozenset({"bridges", "errorCode"})
