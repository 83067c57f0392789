# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: discovery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from nuki_core.json import JsonValue
from nuki_core.lazy_attrs import define
from nuki_core.model import NO_PROPERTIES, Model, new


@define(kw_only=True, repr=False)
class DiscoveredBridge(Model):
    """A bridge as the vendor's server knows it."""

    bridge_id: int
    """Id of the bridge, the one that `/info` calls `server_id`."""
    ip: str
    """Address in the local network. `0.0.0.0` when publishing is switched off; skip such an entry.
    """
    port: int
    """TCP port. 0 when publishing is switched off; skip such an entry."""
    date_updated: str
    """When the bridge last contacted the server, in UTC. A blank stands before the `T` in all
    published examples, which RFC 3339 does not allow; read it with and without.
    """
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {
        "bridge_id": "bridgeId",
        "ip": "ip",
        "port": "port",
        "date_updated": "dateUpdated",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (self.bridge_id, self.ip, self.port, self.date_updated) = self._members(d)
        return self


@define(kw_only=True, repr=False)
class DiscoveryResult(Model):
    """What discovery found."""

    bridges: list[DiscoveredBridge]
    """The bridges; none is possible."""
    error_code: int
    """0 when all went well. No other value is documented."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES
    json_names: ClassVar[Mapping[str, str]] = {"bridges": "bridges", "error_code": "errorCode"}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = new(cls)
        (raw_bridges, self.error_code) = self._members(d)
        if raw_bridges.__class__ is list:
            raw_bridges = [
                DiscoveredBridge.from_dict(item) if item.__class__ is dict else item
                for item in raw_bridges
            ]
        self.bridges = raw_bridges
        return self
