# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The device operations of the Nuki Bridge HTTP API."""

from __future__ import annotations

import builtins
from functools import partial
from typing import Final

from nuki_core.arguments import EnumByDeviceType, check_id, check_member
from nuki_core.decode import array, instance
from nuki_core.ids import DeviceType, NukiId
from nuki_core.request import Operation, Parameter, Request, as_digit, query
from nuki_core.resource import AsyncResource, Resource

from ..enums.device import LockAction, OpenerAction
from ..models.callback import Result
from ..models.device import ActionResult, Device, LockStateResult


def _list() -> Request[builtins.list[Device]]:
    return Request(LIST, "/list", array(Device.from_dict))


def _state(nuki_id: int, *, device_type: DeviceType | int) -> Request[LockStateResult]:
    check_id(STATE, "nuki_id", nuki_id, NukiId)
    check_member(STATE, "device_type", device_type, (DeviceType,))
    return Request(
        STATE,
        "/lockState",
        instance(partial(LockStateResult.from_dict, device_type=device_type or 0)),
        query=query(("nukiId", nuki_id), ("deviceType", device_type)),
    )


def _act(
    nuki_id: int,
    action: LockAction | OpenerAction,
    *,
    device_type: DeviceType | int,
    no_wait: bool | None = None,
) -> Request[ActionResult]:
    check_id(ACT, "nuki_id", nuki_id, NukiId)
    check_member(ACT, "device_type", device_type, (DeviceType,))
    check_member(
        ACT,
        "action",
        action,
        EnumByDeviceType(LockAction, {2: OpenerAction}).of(device_type),
        device_type,
    )
    return Request(
        ACT,
        "/lockAction",
        instance(ActionResult.from_dict),
        query=query(
            ("nukiId", nuki_id),
            ("deviceType", device_type),
            ("action", action),
            ("noWait", as_digit(no_wait)),
        ),
    )


def _lock(nuki_id: int, *, device_type: DeviceType | int) -> Request[ActionResult]:
    check_id(LOCK, "nuki_id", nuki_id, NukiId)
    check_member(LOCK, "device_type", device_type, (DeviceType,))
    return Request(
        LOCK,
        "/lock",
        instance(ActionResult.from_dict),
        query=query(("nukiId", nuki_id), ("deviceType", device_type)),
    )


def _unlock(nuki_id: int, *, device_type: DeviceType | int) -> Request[ActionResult]:
    check_id(UNLOCK, "nuki_id", nuki_id, NukiId)
    check_member(UNLOCK, "device_type", device_type, (DeviceType,))
    return Request(
        UNLOCK,
        "/unlock",
        instance(ActionResult.from_dict),
        query=query(("nukiId", nuki_id), ("deviceType", device_type)),
    )


def _unpair(nuki_id: int, *, device_type: DeviceType | int) -> Request[Result]:
    check_id(UNPAIR, "nuki_id", nuki_id, NukiId)
    check_member(UNPAIR, "device_type", device_type, (DeviceType,))
    return Request(
        UNPAIR,
        "/unpair",
        instance(Result.from_dict),
        query=query(("nukiId", nuki_id), ("deviceType", device_type)),
    )


LIST: Final = Operation(
    method="GET",
    path="/list",
    resource="device",
    name="list",
    parameters=(),
    body=None,
    responses={200: "list[Device]", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_list,
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
STATE: Final = Operation(
    method="GET",
    path="/lockState",
    resource="device",
    name="state",
    parameters=(
        Parameter("nuki_id", "nukiId", "query", True, "NukiId"),
        Parameter("device_type", "deviceType", "query", True, "DeviceType"),
    ),
    body=None,
    responses={200: "LockStateResult", 401: "str", 403: "str", 404: "str", 410: "str", 503: "str"},
    scopes=(),
    request=_state,
    timeout=20.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        404: "No paired device has this id and this device type",
        410: ("The device has been out of reach for a while, so trying again is pointless for now"),
        503: "Busy with another request, or the device is offline; not done",
    },
)
ACT: Final = Operation(
    method="GET",
    path="/lockAction",
    resource="device",
    name="act",
    parameters=(
        Parameter("nuki_id", "nukiId", "query", True, "NukiId"),
        Parameter("device_type", "deviceType", "query", True, "DeviceType"),
        Parameter("action", "action", "query", True, "LockAction | OpenerAction"),
        Parameter("no_wait", "noWait", "query", False, "bool"),
    ),
    body=None,
    responses={
        200: "ActionResult",
        400: "str",
        401: "str",
        403: "str",
        404: "str",
        410: "str",
        503: "str",
    },
    scopes=(),
    request=_act,
    effect="motion",
    timeout=30.0,
    reasons={
        400: "A parameter is missing or outside its range",
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        404: "No paired device has this id and this device type",
        410: ("The device has been out of reach for a while, so trying again is pointless for now"),
        503: "Busy with another request, or the device is offline; not done",
    },
)
LOCK: Final = Operation(
    method="GET",
    path="/lock",
    resource="device",
    name="lock",
    parameters=(
        Parameter("nuki_id", "nukiId", "query", True, "NukiId"),
        Parameter("device_type", "deviceType", "query", True, "DeviceType"),
    ),
    body=None,
    responses={200: "ActionResult", 401: "str", 403: "str", 404: "str", 410: "str", 503: "str"},
    scopes=(),
    request=_lock,
    effect="motion",
    timeout=30.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        404: (
            "No paired device has this id and this device type, or the firmware of the "
            "bridge is older than 1.14.0 (Bridge 1.0) or 2.5.0 (Bridge 2.0) and does not "
            "have this call; `act` does the same on any"
        ),
        410: ("The device has been out of reach for a while, so trying again is pointless for now"),
        503: "Busy with another request, or the device is offline; not done",
    },
)
UNLOCK: Final = Operation(
    method="GET",
    path="/unlock",
    resource="device",
    name="unlock",
    parameters=(
        Parameter("nuki_id", "nukiId", "query", True, "NukiId"),
        Parameter("device_type", "deviceType", "query", True, "DeviceType"),
    ),
    body=None,
    responses={200: "ActionResult", 401: "str", 403: "str", 404: "str", 410: "str", 503: "str"},
    scopes=(),
    request=_unlock,
    effect="motion",
    timeout=30.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        404: (
            "No paired device has this id and this device type, or the firmware of the "
            "bridge is older than 1.14.0 (Bridge 1.0) or 2.5.0 (Bridge 2.0) and does not "
            "have this call; `act` does the same on any"
        ),
        410: ("The device has been out of reach for a while, so trying again is pointless for now"),
        503: "Busy with another request, or the device is offline; not done",
    },
)
UNPAIR: Final = Operation(
    method="GET",
    path="/unpair",
    resource="device",
    name="unpair",
    parameters=(
        Parameter("nuki_id", "nukiId", "query", True, "NukiId"),
        Parameter("device_type", "deviceType", "query", True, "DeviceType"),
    ),
    body=None,
    responses={200: "Result", 401: "str", 403: "str", 404: "str", 503: "str"},
    scopes=(),
    request=_unpair,
    effect="change",
    timeout=15.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        404: "No paired device has this id and this device type",
        503: "Busy with another request, or the device is offline; not done",
    },
)

OPERATIONS: Final = (LIST, STATE, ACT, LOCK, UNLOCK, UNPAIR)


class DeviceResource(Resource):
    """The device operations."""

    def list(self) -> builtins.list[Device]:
        """List the paired devices with their cached states (`GET /list`).

        Reads the memory of the bridge and does not contact any device, so it costs no battery: this
        is the endpoint to poll. A state is missing until the bridge has read the device for the
        first time, and while the device is out of reach. Device names may contain raw control
        characters, which makes the body invalid JSON for a strict parser (seen with firmware 2.9.3
        and 2.15.0).

        Returns: One entry per paired device.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_list())

    def state(self, nuki_id: int, *, device_type: DeviceType | int) -> LockStateResult:
        """Ask one device for its present state (`GET /lockState`).

        Wakes the device over Bluetooth, which takes seconds and drains its battery. Poll `/list`
        instead. A device out of reach yields 200 with `success` false and nothing else.

        Args:
            nuki_id: The device to ask.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: The state as just read, or only `success` false when the device stays silent.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_state(nuki_id, device_type=device_type))

    def act(
        self,
        nuki_id: int,
        action: LockAction | OpenerAction,
        *,
        device_type: DeviceType | int,
        no_wait: bool | None = None,
    ) -> ActionResult:
        """Have one device carry out an action (`GET /lockAction`).

        Moves the bolt or releases the strike. By default the answer comes once the device is done.
        A call that ran into a timeout may still be carried out, so it must not be repeated blindly.
        The action codes for openers are not those of the Web API: continuous mode is 4 and 5 here,
        6 and 7 there.

        Args:
            nuki_id: The device that shall act.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.
            action: What to do, 1 to 5. An opener reads the number as an `OpenerAction`, every other
                device as a `LockAction`.
            no_wait: Whether to answer at once, without knowing the outcome. Version 1.13.3 prints
                the name as `nowait`; clients in use send `no_wait`. Default: 0.

        Returns: Whether the device carried it out. `success` can be false.

        Raises:
            NotExecutedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_act(nuki_id, action, device_type=device_type, no_wait=no_wait))

    def lock(self, nuki_id: int, *, device_type: DeviceType | int) -> ActionResult:
        """Lock, or close what an opener holds open (`GET /lock`).

        The device's firmware picks the action: a lock locks, an opener ends ring-to-open and
        continuous mode. Needs firmware 1.14.0 / 2.5.0 on the bridge (1.0 / 2.0), 1.8.0 on a Smart
        Lock 1.0, 2.4.3 on a Smart Lock 2.0, 1.3.0 on an Opener, or later. Since 1.10.

        Args:
            nuki_id: The device that shall act.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: Whether the device carried it out. `success` can be false.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type, or the firmware of the
                bridge is older than 1.14.0 (Bridge 1.0) or 2.5.0 (Bridge 2.0) and does not have
                this call; `act` does the same on any (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_lock(nuki_id, device_type=device_type))

    def unlock(self, nuki_id: int, *, device_type: DeviceType | int) -> ActionResult:
        """Unlock, or open, whichever suits the door (`GET /unlock`).

        The device's firmware picks the action: a lock with a fixed knob outside unlatches, one with
        a handle outside unlocks, an opener releases the strike. Firmware as for `/lock`. Since
        1.10.

        Args:
            nuki_id: The device that shall act.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: Whether the device carried it out. `success` can be false.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type, or the firmware of the
                bridge is older than 1.14.0 (Bridge 1.0) or 2.5.0 (Bridge 2.0) and does not have
                this call; `act` does the same on any (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_unlock(nuki_id, device_type=device_type))

    def unpair(self, nuki_id: int, *, device_type: DeviceType | int) -> Result:
        """Remove a device from the bridge (`GET /unpair`).

        Ends the pairing; only the app can establish it again. Hardware bridge only.

        Args:
            nuki_id: The device to remove.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: Whether the pairing was removed.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type (404).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_unpair(nuki_id, device_type=device_type))


class AsyncDeviceResource(AsyncResource):
    """The device operations, asynchronous."""

    async def list(self) -> builtins.list[Device]:
        """List the paired devices with their cached states (`GET /list`).

        Reads the memory of the bridge and does not contact any device, so it costs no battery: this
        is the endpoint to poll. A state is missing until the bridge has read the device for the
        first time, and while the device is out of reach. Device names may contain raw control
        characters, which makes the body invalid JSON for a strict parser (seen with firmware 2.9.3
        and 2.15.0).

        Returns: One entry per paired device.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_list())

    async def state(self, nuki_id: int, *, device_type: DeviceType | int) -> LockStateResult:
        """Ask one device for its present state (`GET /lockState`).

        Wakes the device over Bluetooth, which takes seconds and drains its battery. Poll `/list`
        instead. A device out of reach yields 200 with `success` false and nothing else.

        Args:
            nuki_id: The device to ask.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: The state as just read, or only `success` false when the device stays silent.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_state(nuki_id, device_type=device_type))

    async def act(
        self,
        nuki_id: int,
        action: LockAction | OpenerAction,
        *,
        device_type: DeviceType | int,
        no_wait: bool | None = None,
    ) -> ActionResult:
        """Have one device carry out an action (`GET /lockAction`).

        Moves the bolt or releases the strike. By default the answer comes once the device is done.
        A call that ran into a timeout may still be carried out, so it must not be repeated blindly.
        The action codes for openers are not those of the Web API: continuous mode is 4 and 5 here,
        6 and 7 there.

        Args:
            nuki_id: The device that shall act.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.
            action: What to do, 1 to 5. An opener reads the number as an `OpenerAction`, every other
                device as a `LockAction`.
            no_wait: Whether to answer at once, without knowing the outcome. Version 1.13.3 prints
                the name as `nowait`; clients in use send `no_wait`. Default: 0.

        Returns: Whether the device carried it out. `success` can be false.

        Raises:
            NotExecutedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_act(nuki_id, action, device_type=device_type, no_wait=no_wait))

    async def lock(self, nuki_id: int, *, device_type: DeviceType | int) -> ActionResult:
        """Lock, or close what an opener holds open (`GET /lock`).

        The device's firmware picks the action: a lock locks, an opener ends ring-to-open and
        continuous mode. Needs firmware 1.14.0 / 2.5.0 on the bridge (1.0 / 2.0), 1.8.0 on a Smart
        Lock 1.0, 2.4.3 on a Smart Lock 2.0, 1.3.0 on an Opener, or later. Since 1.10.

        Args:
            nuki_id: The device that shall act.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: Whether the device carried it out. `success` can be false.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type, or the firmware of the
                bridge is older than 1.14.0 (Bridge 1.0) or 2.5.0 (Bridge 2.0) and does not have
                this call; `act` does the same on any (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_lock(nuki_id, device_type=device_type))

    async def unlock(self, nuki_id: int, *, device_type: DeviceType | int) -> ActionResult:
        """Unlock, or open, whichever suits the door (`GET /unlock`).

        The device's firmware picks the action: a lock with a fixed knob outside unlatches, one with
        a handle outside unlocks, an opener releases the strike. Firmware as for `/lock`. Since
        1.10.

        Args:
            nuki_id: The device that shall act.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: Whether the device carried it out. `success` can be false.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type, or the firmware of the
                bridge is older than 1.14.0 (Bridge 1.0) or 2.5.0 (Bridge 2.0) and does not have
                this call; `act` does the same on any (404).
            DeviceOfflineError: The device has been out of reach for a while, so trying again is
                pointless for now (410).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_unlock(nuki_id, device_type=device_type))

    async def unpair(self, nuki_id: int, *, device_type: DeviceType | int) -> Result:
        """Remove a device from the bridge (`GET /unpair`).

        Ends the pairing; only the app can establish it again. Hardware bridge only.

        Args:
            nuki_id: The device to remove.
            device_type: What kind of device it is, as the list says; where an old bridge (before
                version 1.9 of the API) does not say it, 0. A value that does not fit the id is
                answered with 404.

        Returns: Whether the pairing was removed.

        Raises:
            NotExecutedError: `success` is false (200).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            NotFoundError: No paired device has this id and this device type (404).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_unpair(nuki_id, device_type=device_type))
