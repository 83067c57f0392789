# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Models of the Nuki Bridge HTTP API: discovery."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Final, Self

from attrs import define

from nuki_core.json import JsonValue
from nuki_core.model import NO_PROPERTIES, Model, declared_names, extra_fields
from nuki_core.unset import MISSING


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
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DiscoveredBridgeNames)
        self.bridge_id = d.get("bridgeId", MISSING)
        self.ip = d.get("ip", MISSING)
        self.port = d.get("port", MISSING)
        self.date_updated = d.get("dateUpdated", MISSING)
        return self


_DiscoveredBridgeNames: Final = declared_names(DiscoveredBridge)


@define(kw_only=True, repr=False)
class DiscoveryResult(Model):
    """What discovery found."""

    bridges: list[DiscoveredBridge]
    """The bridges; none is possible."""
    error_code: int
    """0 when all went well. No other value is documented."""
    additional_properties: Mapping[str, JsonValue] = NO_PROPERTIES

    json_names: ClassVar[Mapping[str, str]] = {
        "bridges": "bridges",
        "error_code": "errorCode",
    }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Self:
        self = cls.__new__(cls)
        self.additional_properties = extra_fields(cls, d, _DiscoveryResultNames)
        value = d.get("bridges", MISSING)
        self.bridges = (
            [DiscoveredBridge.from_dict(item) if item.__class__ is dict else item for item in value]
            if value.__class__ is list
            else value
        )
        self.error_code = d.get("errorCode", MISSING)
        return self


_DiscoveryResultNames: Final = declared_names(DiscoveryResult)
