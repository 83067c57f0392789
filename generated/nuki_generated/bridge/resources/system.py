# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The system operations of the Nuki Bridge HTTP API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.arguments import check_member
from nuki_core.decode import array, instance, nothing
from nuki_core.ids import DeviceType, NukiId
from nuki_core.request import Operation, Parameter, Request, query
from nuki_core.resource import AsyncResource, Resource

from ..enums.system import UpdateScope
from ..models.system import Info, LogEntry


def _info() -> Request[Info]:
    return Request(INFO, "/info", instance(Info.from_dict))


def _list_log(
    *, offset: int | None = None, limit: int | None = None
) -> Request[builtins.list[LogEntry]]:
    return Request(
        LIST_LOG,
        "/log",
        array(LogEntry.from_dict),
        query=query(("offset", offset), ("count", limit)),
    )


def _clear_log() -> Request[None]:
    return Request(CLEAR_LOG, "/clearlog", nothing)


def _update_firmware(
    *,
    scope: UpdateScope | int | None = None,
    nuki_id: int | None = None,
    device_type: DeviceType | int | None = None,
) -> Request[None]:
    check_member(UPDATE_FIRMWARE, "scope", scope, (UpdateScope,))
    check_member(UPDATE_FIRMWARE, "nuki_id", nuki_id, (NukiId,))
    check_member(UPDATE_FIRMWARE, "device_type", device_type, (DeviceType,))
    return Request(
        UPDATE_FIRMWARE,
        "/fwupdate",
        nothing,
        query=query(("scope", scope), ("nukiId", nuki_id), ("deviceType", device_type)),
    )


def _reboot() -> Request[None]:
    return Request(REBOOT, "/reboot", nothing)


def _factory_reset() -> Request[None]:
    return Request(FACTORY_RESET, "/factoryReset", nothing)


INFO: Final = Operation(
    method="GET",
    path="/info",
    resource="system",
    name="info",
    parameters=(),
    body=None,
    responses={200: "Info", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_info,
    timeout=10.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
LIST_LOG: Final = Operation(
    method="GET",
    path="/log",
    resource="system",
    name="list_log",
    parameters=(
        Parameter("offset", "offset", "query", False, "int"),
        Parameter("limit", "count", "query", False, "int"),
    ),
    body=None,
    responses={200: "list[LogEntry]", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_list_log,
    timeout=15.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
CLEAR_LOG: Final = Operation(
    method="GET",
    path="/clearlog",
    resource="system",
    name="clear_log",
    parameters=(),
    body=None,
    responses={200: None, 204: None, 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_clear_log,
    effect="change",
    timeout=15.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
UPDATE_FIRMWARE: Final = Operation(
    method="GET",
    path="/fwupdate",
    resource="system",
    name="update_firmware",
    parameters=(
        Parameter("scope", "scope", "query", False, "UpdateScope"),
        Parameter("nuki_id", "nukiId", "query", False, "NukiId"),
        Parameter("device_type", "deviceType", "query", False, "DeviceType"),
    ),
    body=None,
    responses={200: None, 204: None, 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_update_firmware,
    effect="change",
    timeout=15.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
REBOOT: Final = Operation(
    method="GET",
    path="/reboot",
    resource="system",
    name="reboot",
    parameters=(),
    body=None,
    responses={200: None, 204: None, 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_reboot,
    effect="change",
    timeout=15.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
FACTORY_RESET: Final = Operation(
    method="GET",
    path="/factoryReset",
    resource="system",
    name="factory_reset",
    parameters=(),
    body=None,
    responses={200: None, 204: None, 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_factory_reset,
    effect="change",
    timeout=15.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)

OPERATIONS: Final = (INFO, LIST_LOG, CLEAR_LOG, UPDATE_FIRMWARE, REBOOT, FACTORY_RESET)


class SystemResource(Resource):
    """The system operations."""

    def info(self) -> Info:
        """Describe the bridge and what it hears over Bluetooth (`GET /info`).

        Ids, firmware, clock and connections of the bridge, and the devices within Bluetooth range.
        Cheap, but subject to the rule of one request at a time like everything else.

        Returns: The bridge as of now.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_info())

    def list_log(
        self, *, offset: int | None = None, limit: int | None = None
    ) -> builtins.list[LogEntry]:
        """Read the diagnostic log of the bridge (`GET /log`).

        What the bridge itself did, in entries of many shapes; not the history of a lock. Hardware
        bridge only.

        Args:
            offset: How many entries to skip. Default: 0.
            limit: How many entries to return at most. Default: 100.

        Returns: A page of the log.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_list_log(offset=offset, limit=limit))

    def clear_log(self) -> None:
        """Empty the diagnostic log (`GET /clearlog`).

        Hardware bridge only. There is nothing to parse in the answer.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_clear_log())

    def update_firmware(
        self,
        *,
        scope: UpdateScope | int | None = None,
        nuki_id: int | None = None,
        device_type: DeviceType | int | None = None,
    ) -> None:
        """Look for firmware and install it at once (`GET /fwupdate`).

        Hardware bridge only. There is nothing to parse in the answer. Parameters since 1.13.2;
        before that, the call took none.

        Args:
            scope: What to update. Default: 0.
            nuki_id: The one device to update.
            device_type: What kind of device `nuki_id` is. Left out it means 0, a Smart Lock 1.0 or
                2.0. Default: 0.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_update_firmware(scope=scope, nuki_id=nuki_id, device_type=device_type))

    def reboot(self) -> None:
        """Restart the bridge (`GET /reboot`).

        Hardware bridge only. There is nothing to parse in the answer.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_reboot())

    def factory_reset(self) -> None:
        """Return the bridge to the state in which it was delivered (`GET /factoryReset`).

        Hardware bridge only. There is nothing to parse in the answer.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_factory_reset())


class AsyncSystemResource(AsyncResource):
    """The system operations, asynchronous."""

    async def info(self) -> Info:
        """Describe the bridge and what it hears over Bluetooth (`GET /info`).

        Ids, firmware, clock and connections of the bridge, and the devices within Bluetooth range.
        Cheap, but subject to the rule of one request at a time like everything else.

        Returns: The bridge as of now.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_info())

    async def list_log(
        self, *, offset: int | None = None, limit: int | None = None
    ) -> builtins.list[LogEntry]:
        """Read the diagnostic log of the bridge (`GET /log`).

        What the bridge itself did, in entries of many shapes; not the history of a lock. Hardware
        bridge only.

        Args:
            offset: How many entries to skip. Default: 0.
            limit: How many entries to return at most. Default: 100.

        Returns: A page of the log.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_list_log(offset=offset, limit=limit))

    async def clear_log(self) -> None:
        """Empty the diagnostic log (`GET /clearlog`).

        Hardware bridge only. There is nothing to parse in the answer.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_clear_log())

    async def update_firmware(
        self,
        *,
        scope: UpdateScope | int | None = None,
        nuki_id: int | None = None,
        device_type: DeviceType | int | None = None,
    ) -> None:
        """Look for firmware and install it at once (`GET /fwupdate`).

        Hardware bridge only. There is nothing to parse in the answer. Parameters since 1.13.2;
        before that, the call took none.

        Args:
            scope: What to update. Default: 0.
            nuki_id: The one device to update.
            device_type: What kind of device `nuki_id` is. Left out it means 0, a Smart Lock 1.0 or
                2.0. Default: 0.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(
            _update_firmware(scope=scope, nuki_id=nuki_id, device_type=device_type)
        )

    async def reboot(self) -> None:
        """Restart the bridge (`GET /reboot`).

        Hardware bridge only. There is nothing to parse in the answer.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_reboot())

    async def factory_reset(self) -> None:
        """Return the bridge to the state in which it was delivered (`GET /factoryReset`).

        Hardware bridge only. There is nothing to parse in the answer.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_factory_reset())
