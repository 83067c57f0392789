# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The smartlock operations of the Nuki API."""

from __future__ import annotations

import builtins
from collections.abc import Collection
from typing import Final

from nuki_core.arguments import EnumByDeviceType, check_body, check_id, check_member
from nuki_core.bodies import fields_body, model_body
from nuki_core.decode import array, instance, nothing
from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType, SmartlockId, device_type_in
from nuki_core.request import Operation, Parameter, Request, encode_path, query
from nuki_core.resource import AsyncResource, Resource
from nuki_core.unset import UNSET, Unset

from ..enums.smartlock import ActionOption, LockAction, OpenerAction
from ..models.smartlock import (
    BulkWebConfigRequest,
    Smartlock,
    SmartlockAction,
    SmartlockAdminPinUpdate,
    SmartlockAdvancedConfig,
    SmartlockConfig,
    SmartlockOpenerAdvancedConfig,
    SmartlockSmartdoorAdvancedConfig,
    SmartlockUpdate,
    SmartlockWebConfig,
    WebConfigRequest,
)


def _update_web_config_many(web_config_requests: Collection[WebConfigRequest]) -> Request[None]:
    check_body(UPDATE_WEB_CONFIG_MANY, web_config_requests)
    return Request(
        UPDATE_WEB_CONFIG_MANY,
        "/bulk-web-config",
        nothing,
        body=fields_body(
            UPDATE_WEB_CONFIG_MANY, BulkWebConfigRequest, web_config_requests=web_config_requests
        ),
    )


def _list(
    *, auth_id: int | None = None, device_type: DeviceType | int | None = None
) -> Request[builtins.list[Smartlock]]:
    check_member(LIST, "device_type", device_type, (DeviceType,))
    return Request(
        LIST,
        "/smartlock",
        array(Smartlock.from_dict),
        query=query(("authId", auth_id), ("type", device_type)),
    )


def _delete(smartlock_id: int) -> Request[None]:
    check_id(DELETE, "smartlock_id", smartlock_id, SmartlockId)
    return Request(DELETE, f"/smartlock/{encode_path(smartlock_id)}", nothing)


def _get(smartlock_id: int) -> Request[Smartlock]:
    check_id(GET, "smartlock_id", smartlock_id, SmartlockId)
    return Request(GET, f"/smartlock/{encode_path(smartlock_id)}", instance(Smartlock.from_dict))


def _update(
    smartlock_id: int, *, favorite: bool | Unset = UNSET, name: str | Unset = UNSET
) -> Request[None]:
    check_id(UPDATE, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        UPDATE,
        f"/smartlock/{encode_path(smartlock_id)}",
        nothing,
        body=fields_body(UPDATE, SmartlockUpdate, favorite=favorite, name=name),
    )


def _act(
    smartlock_id: int, action: LockAction | OpenerAction, *, option: ActionOption | Unset = UNSET
) -> Request[None]:
    check_id(ACT, "smartlock_id", smartlock_id, SmartlockId)
    check_member(
        ACT,
        "action",
        action,
        EnumByDeviceType(LockAction, {2: OpenerAction}).of(device_type_in(smartlock_id)),
        device_type_in(smartlock_id),
    )
    check_member(ACT, "option", option, (ActionOption,))
    return Request(
        ACT,
        f"/smartlock/{encode_path(smartlock_id)}/action",
        nothing,
        body=fields_body(ACT, SmartlockAction, action=action, option=option),
    )


def _lock(smartlock_id: int) -> Request[None]:
    check_id(LOCK, "smartlock_id", smartlock_id, SmartlockId)
    return Request(LOCK, f"/smartlock/{encode_path(smartlock_id)}/action/lock", nothing)


def _unlock(smartlock_id: int) -> Request[None]:
    check_id(UNLOCK, "smartlock_id", smartlock_id, SmartlockId)
    return Request(UNLOCK, f"/smartlock/{encode_path(smartlock_id)}/action/unlock", nothing)


def _set_admin_pin(smartlock_id: int, admin_pin: int) -> Request[None]:
    check_id(SET_ADMIN_PIN, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        SET_ADMIN_PIN,
        f"/smartlock/{encode_path(smartlock_id)}/admin/pin",
        nothing,
        body=fields_body(SET_ADMIN_PIN, SmartlockAdminPinUpdate, admin_pin=admin_pin),
    )


def _update_advanced_config(smartlock_id: int, body: SmartlockAdvancedConfig) -> Request[None]:
    check_id(UPDATE_ADVANCED_CONFIG, "smartlock_id", smartlock_id, SmartlockId)
    check_body(UPDATE_ADVANCED_CONFIG, body)
    return Request(
        UPDATE_ADVANCED_CONFIG,
        f"/smartlock/{encode_path(smartlock_id)}/advanced/config",
        nothing,
        body=model_body(UPDATE_ADVANCED_CONFIG, SmartlockAdvancedConfig, body),
    )


def _update_opener_advanced_config(
    smartlock_id: int, body: SmartlockOpenerAdvancedConfig
) -> Request[None]:
    check_id(UPDATE_OPENER_ADVANCED_CONFIG, "smartlock_id", smartlock_id, SmartlockId)
    check_body(UPDATE_OPENER_ADVANCED_CONFIG, body)
    return Request(
        UPDATE_OPENER_ADVANCED_CONFIG,
        f"/smartlock/{encode_path(smartlock_id)}/advanced/openerconfig",
        nothing,
        body=model_body(UPDATE_OPENER_ADVANCED_CONFIG, SmartlockOpenerAdvancedConfig, body),
    )


def _update_smartdoor_advanced_config(
    smartlock_id: int, body: SmartlockSmartdoorAdvancedConfig
) -> Request[None]:
    check_id(UPDATE_SMARTDOOR_ADVANCED_CONFIG, "smartlock_id", smartlock_id, SmartlockId)
    check_body(UPDATE_SMARTDOOR_ADVANCED_CONFIG, body)
    return Request(
        UPDATE_SMARTDOOR_ADVANCED_CONFIG,
        f"/smartlock/{encode_path(smartlock_id)}/advanced/smartdoorconfig",
        nothing,
        body=model_body(UPDATE_SMARTDOOR_ADVANCED_CONFIG, SmartlockSmartdoorAdvancedConfig, body),
    )


def _update_config(smartlock_id: int, body: SmartlockConfig) -> Request[None]:
    check_id(UPDATE_CONFIG, "smartlock_id", smartlock_id, SmartlockId)
    check_body(UPDATE_CONFIG, body, device_type_in(smartlock_id))
    return Request(
        UPDATE_CONFIG,
        f"/smartlock/{encode_path(smartlock_id)}/config",
        nothing,
        body=model_body(UPDATE_CONFIG, SmartlockConfig, body),
    )


def _sync(smartlock_id: int) -> Request[None]:
    check_id(SYNC, "smartlock_id", smartlock_id, SmartlockId)
    return Request(SYNC, f"/smartlock/{encode_path(smartlock_id)}/sync", nothing)


def _update_web_config(
    smartlock_id: int,
    *,
    battery_warning_per_mail_enabled: bool | None | Unset = UNSET,
    dismissed_lift_up_handle_warning: Collection[int] | None | Unset = UNSET,
) -> Request[None]:
    check_id(UPDATE_WEB_CONFIG, "smartlock_id", smartlock_id, SmartlockId)
    return Request(
        UPDATE_WEB_CONFIG,
        f"/smartlock/{encode_path(smartlock_id)}/web/config",
        nothing,
        body=fields_body(
            UPDATE_WEB_CONFIG,
            SmartlockWebConfig,
            battery_warning_per_mail_enabled=battery_warning_per_mail_enabled,
            dismissed_lift_up_handle_warning=dismissed_lift_up_handle_warning,
        ),
    )


UPDATE_WEB_CONFIG_MANY: Final = Operation(
    method="POST",
    path="/bulk-web-config",
    resource="smartlock",
    name="update_web_config_many",
    parameters=(
        Parameter(
            "web_config_requests", "webConfigRequests", "body", True, "list[WebConfigRequest]"
        ),
    ),
    body="BulkWebConfigRequest",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("smartlock.config",),
    request=_update_web_config_many,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
LIST: Final = Operation(
    method="GET",
    path="/smartlock",
    resource="smartlock",
    name="list",
    parameters=(
        Parameter("auth_id", "authId", "query", False, "int"),
        Parameter("device_type", "type", "query", False, "DeviceType"),
    ),
    body=None,
    responses={200: "list[Smartlock]", 401: "Error"},
    scopes=("smartlock", "smartlock.readOnly"),
    request=_list,
    reasons={401: "Token missing, wrong or lacking the scope"},
)
DELETE: Final = Operation(
    method="DELETE",
    path="/smartlock/{smartlockId}",
    resource="smartlock",
    name="delete",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error", 403: "Error"},
    scopes=("smartlock",),
    request=_delete,
    effect="change",
    reasons={
        400: "A parameter is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
GET: Final = Operation(
    method="GET",
    path="/smartlock/{smartlockId}",
    resource="smartlock",
    name="get",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={200: "Smartlock", 401: "Error", 403: "Error", 404: "Error"},
    scopes=("smartlock", "smartlock.readOnly"),
    request=_get,
    reasons={
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
        404: "No such device",
    },
)
UPDATE: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}",
    resource="smartlock",
    name="update",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("favorite", "favorite", "body", False, "bool"),
        Parameter("name", "name", "body", False, "str"),
    ),
    body="SmartlockUpdate",
    responses={204: None, 400: "Error", 401: "Error", 403: "Error"},
    scopes=("smartlock",),
    request=_update,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        403: "Not permitted for this account",
    },
)
ACT: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/action",
    resource="smartlock",
    name="act",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("action", "action", "body", True, "LockAction | OpenerAction"),
        Parameter("option", "option", "body", False, "ActionOption"),
    ),
    body="SmartlockAction",
    responses={204: None, 400: "Error", 401: "Error", 402: "Error", 423: "Error"},
    scopes=("smartlock.action",),
    request=_act,
    effect="motion",
    reasons={
        400: (
            "A parameter or the body is not valid, or a device sold in the US shall unlatch, "
            "which it cannot: unlock it"
        ),
        401: "Token missing, wrong or lacking the scope",
        402: "The account has not been paid for",
        423: "Another operation on the device is running; try again later",
    },
)
LOCK: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/action/lock",
    resource="smartlock",
    name="lock",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error", 405: "Error", 423: "Error"},
    scopes=("smartlock.action",),
    request=_lock,
    effect="motion",
    reasons={
        400: "A parameter is not valid",
        401: "Token missing, wrong or lacking the scope",
        405: "Not possible with this device",
        423: "Another operation on the device is running; try again later",
    },
)
UNLOCK: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/action/unlock",
    resource="smartlock",
    name="unlock",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error", 405: "Error", 423: "Error"},
    scopes=("smartlock.action",),
    request=_unlock,
    effect="motion",
    reasons={
        400: "A parameter is not valid",
        401: "Token missing, wrong or lacking the scope",
        405: "Not possible with this device",
        423: "Another operation on the device is running; try again later",
    },
)
SET_ADMIN_PIN: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/admin/pin",
    resource="smartlock",
    name="set_admin_pin",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("admin_pin", "adminPin", "body", True, "int"),
    ),
    body="SmartlockAdminPinUpdate",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("smartlock.config",),
    request=_set_admin_pin,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)
UPDATE_ADVANCED_CONFIG: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/advanced/config",
    resource="smartlock",
    name="update_advanced_config",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("body", "", "body", True, "SmartlockAdvancedConfig"),
    ),
    body="SmartlockAdvancedConfig",
    responses={204: None, 400: "Error", 401: "Error", 423: "Error"},
    scopes=("smartlock.config",),
    request=_update_advanced_config,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        423: "Another operation on the device is running; try again later",
    },
)
UPDATE_OPENER_ADVANCED_CONFIG: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/advanced/openerconfig",
    resource="smartlock",
    name="update_opener_advanced_config",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("body", "", "body", True, "SmartlockOpenerAdvancedConfig"),
    ),
    body="SmartlockOpenerAdvancedConfig",
    responses={204: None, 400: "Error", 401: "Error", 423: "Error"},
    scopes=("smartlock.config",),
    request=_update_opener_advanced_config,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        423: "Another operation on the device is running; try again later",
    },
)
UPDATE_SMARTDOOR_ADVANCED_CONFIG: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/advanced/smartdoorconfig",
    resource="smartlock",
    name="update_smartdoor_advanced_config",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("body", "", "body", True, "SmartlockSmartdoorAdvancedConfig"),
    ),
    body="SmartlockSmartdoorAdvancedConfig",
    responses={204: None, 400: "Error", 401: "Error", 423: "Error"},
    scopes=("smartlock.config",),
    request=_update_smartdoor_advanced_config,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        423: "Another operation on the device is running; try again later",
    },
)
UPDATE_CONFIG: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/config",
    resource="smartlock",
    name="update_config",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter("body", "", "body", True, "SmartlockConfig"),
    ),
    body="SmartlockConfig",
    responses={204: None, 400: "Error", 401: "Error", 423: "Error"},
    scopes=("smartlock.config",),
    request=_update_config,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
        423: "Another operation on the device is running; try again later",
    },
)
SYNC: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/sync",
    resource="smartlock",
    name="sync",
    parameters=(Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),),
    body=None,
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("smartlock.action",),
    request=_sync,
    effect="change",
    reasons={400: "A parameter is not valid", 401: "Token missing, wrong or lacking the scope"},
)
UPDATE_WEB_CONFIG: Final = Operation(
    method="POST",
    path="/smartlock/{smartlockId}/web/config",
    resource="smartlock",
    name="update_web_config",
    parameters=(
        Parameter("smartlock_id", "smartlockId", "path", True, "SmartlockId"),
        Parameter(
            "battery_warning_per_mail_enabled",
            "batteryWarningPerMailEnabled",
            "body",
            False,
            "bool | None",
        ),
        Parameter(
            "dismissed_lift_up_handle_warning",
            "dismissedLiftUpHandleWarning",
            "body",
            False,
            "list[int] | None",
        ),
    ),
    body="SmartlockWebConfig",
    responses={204: None, 400: "Error", 401: "Error"},
    scopes=("smartlock.config",),
    request=_update_web_config,
    effect="change",
    reasons={
        400: "A parameter or the body is not valid",
        401: "Token missing, wrong or lacking the scope",
    },
)

OPERATIONS: Final = (
    UPDATE_WEB_CONFIG_MANY,
    LIST,
    DELETE,
    GET,
    UPDATE,
    ACT,
    LOCK,
    UNLOCK,
    SET_ADMIN_PIN,
    UPDATE_ADVANCED_CONFIG,
    UPDATE_OPENER_ADVANCED_CONFIG,
    UPDATE_SMARTDOOR_ADVANCED_CONFIG,
    UPDATE_CONFIG,
    SYNC,
    UPDATE_WEB_CONFIG,
)


class SmartlockResource(Resource):
    """The smartlock operations."""

    def update_web_config_many(self, web_config_requests: Collection[WebConfigRequest]) -> None:
        """Set the web config of several devices (`POST /bulk-web-config`, scope
        `smartlock.config`).

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_update_web_config_many(web_config_requests))

    def list(
        self, *, auth_id: int | None = None, device_type: DeviceType | int | None = None
    ) -> builtins.list[Smartlock]:
        """List the devices of the account (`GET /smartlock`, scope `smartlock` or
        `smartlock.readOnly`).

        Args:
            auth_id: Only devices with this authorization number.
            device_type: Only devices of this type (see Smartlock.type).

        Returns: The devices.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_list(auth_id=auth_id, device_type=device_type))

    def delete(self, smartlock_id: int) -> None:
        """Remove a device from the account (`DELETE /smartlock/{smartlockId}`, scope `smartlock`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_delete(smartlock_id))

    def get(self, smartlock_id: int) -> Smartlock:
        """Read a device with its state and config (`GET /smartlock/{smartlockId}`, scope
        `smartlock` or `smartlock.readOnly`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Returns: The device.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No such device (404).
        """
        return self._send(_get(smartlock_id))

    def update(
        self, smartlock_id: int, *, favorite: bool | Unset = UNSET, name: str | Unset = UNSET
    ) -> None:
        """Rename a device or mark it as favourite (`POST /smartlock/{smartlockId}`, scope
        `smartlock`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            favorite: Whether to mark the device as a favourite.
            name: Name to give to the device.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return self._send(_update(smartlock_id, favorite=favorite, name=name))

    def act(
        self,
        smartlock_id: int,
        action: LockAction | OpenerAction,
        *,
        option: ActionOption | Unset = UNSET,
    ) -> None:
        """Queue an action; the answer comes before the device acts, if it does (`POST
        /smartlock/{smartlockId}/action`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            action: What to do; OpenerAction for an Opener.
            option: How to do it; options can be combined.

        Raises:
            BadRequestError: A parameter or the body is not valid, or a device sold in the US shall
                unlatch, which it cannot: unlock it (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            PaymentRequiredError: The account has not been paid for (402).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_act(smartlock_id, action, option=option))

    def lock(self, smartlock_id: int) -> None:
        """Queue locking; an Opener ends ring to open and continuous mode (`POST
        /smartlock/{smartlockId}/action/lock`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_lock(smartlock_id))

    def unlock(self, smartlock_id: int) -> None:
        """Queue unlocking; a lock with a knob outside unlatches, an Opener opens (`POST
        /smartlock/{smartlockId}/action/unlock`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_unlock(smartlock_id))

    def set_admin_pin(self, smartlock_id: int, admin_pin: int) -> None:
        """Queue a new admin PIN for a device (`POST /smartlock/{smartlockId}/admin/pin`, scope
        `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            admin_pin: Admin PIN to set, as a number. From 0 to 9999.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        # The frames of an error must not show what is secret: neither this one nor those inside.
        try:
            request = _set_admin_pin(smartlock_id, admin_pin)
        except ValidationError as refused:
            raise refused.with_traceback(None) from None
        finally:
            del admin_pin
        return self._send(request)

    def update_advanced_config(self, smartlock_id: int, body: SmartlockAdvancedConfig) -> None:
        """Queue a new advanced config for a Smart Lock (`POST
        /smartlock/{smartlockId}/advanced/config`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The whole advanced config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_update_advanced_config(smartlock_id, body))

    def update_opener_advanced_config(
        self, smartlock_id: int, body: SmartlockOpenerAdvancedConfig
    ) -> None:
        """Queue a new advanced config for an Opener (`POST
        /smartlock/{smartlockId}/advanced/openerconfig`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id of the opener (2 << 32 | hex id).
            body: The whole advanced config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_update_opener_advanced_config(smartlock_id, body))

    def update_smartdoor_advanced_config(
        self, smartlock_id: int, body: SmartlockSmartdoorAdvancedConfig
    ) -> None:
        """Queue a new advanced config for a Smart Door (`POST
        /smartlock/{smartlockId}/advanced/smartdoorconfig`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id of the smart door (3 << 32 | hex id).
            body: The whole advanced config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_update_smartdoor_advanced_config(smartlock_id, body))

    def update_config(self, smartlock_id: int, body: SmartlockConfig) -> None:
        """Queue a new config for a device, in place of the present one (`POST
        /smartlock/{smartlockId}/config`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The whole config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return self._send(_update_config(smartlock_id, body))

    def sync(self, smartlock_id: int) -> None:
        """Queue a refresh of the server's copy of a device (`POST /smartlock/{smartlockId}/sync`,
        scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(_sync(smartlock_id))

    def update_web_config(
        self,
        smartlock_id: int,
        *,
        battery_warning_per_mail_enabled: bool | None | Unset = UNSET,
        dismissed_lift_up_handle_warning: Collection[int] | None | Unset = UNSET,
    ) -> None:
        """Set the web config of one device (`POST /smartlock/{smartlockId}/web/config`, scope
        `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            battery_warning_per_mail_enabled: Whether a low battery is reported by e-mail; absent or
                null leaves it unchanged.
            dismissed_lift_up_handle_warning: Accounts that have put away the warning about the
                lift-up handle; absent or null leaves it unchanged, [] clears it.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return self._send(
            _update_web_config(
                smartlock_id,
                battery_warning_per_mail_enabled=battery_warning_per_mail_enabled,
                dismissed_lift_up_handle_warning=dismissed_lift_up_handle_warning,
            )
        )


class AsyncSmartlockResource(AsyncResource):
    """The smartlock operations, asynchronous."""

    async def update_web_config_many(
        self, web_config_requests: Collection[WebConfigRequest]
    ) -> None:
        """Set the web config of several devices (`POST /bulk-web-config`, scope
        `smartlock.config`).

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_update_web_config_many(web_config_requests))

    async def list(
        self, *, auth_id: int | None = None, device_type: DeviceType | int | None = None
    ) -> builtins.list[Smartlock]:
        """List the devices of the account (`GET /smartlock`, scope `smartlock` or
        `smartlock.readOnly`).

        Args:
            auth_id: Only devices with this authorization number.
            device_type: Only devices of this type (see Smartlock.type).

        Returns: The devices.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_list(auth_id=auth_id, device_type=device_type))

    async def delete(self, smartlock_id: int) -> None:
        """Remove a device from the account (`DELETE /smartlock/{smartlockId}`, scope `smartlock`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_delete(smartlock_id))

    async def get(self, smartlock_id: int) -> Smartlock:
        """Read a device with its state and config (`GET /smartlock/{smartlockId}`, scope
        `smartlock` or `smartlock.readOnly`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Returns: The device.

        Raises:
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
            NotFoundError: No such device (404).
        """
        return await self._send(_get(smartlock_id))

    async def update(
        self, smartlock_id: int, *, favorite: bool | Unset = UNSET, name: str | Unset = UNSET
    ) -> None:
        """Rename a device or mark it as favourite (`POST /smartlock/{smartlockId}`, scope
        `smartlock`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            favorite: Whether to mark the device as a favourite.
            name: Name to give to the device.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            ForbiddenError: Not permitted for this account (403).
        """
        return await self._send(_update(smartlock_id, favorite=favorite, name=name))

    async def act(
        self,
        smartlock_id: int,
        action: LockAction | OpenerAction,
        *,
        option: ActionOption | Unset = UNSET,
    ) -> None:
        """Queue an action; the answer comes before the device acts, if it does (`POST
        /smartlock/{smartlockId}/action`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            action: What to do; OpenerAction for an Opener.
            option: How to do it; options can be combined.

        Raises:
            BadRequestError: A parameter or the body is not valid, or a device sold in the US shall
                unlatch, which it cannot: unlock it (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            PaymentRequiredError: The account has not been paid for (402).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_act(smartlock_id, action, option=option))

    async def lock(self, smartlock_id: int) -> None:
        """Queue locking; an Opener ends ring to open and continuous mode (`POST
        /smartlock/{smartlockId}/action/lock`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_lock(smartlock_id))

    async def unlock(self, smartlock_id: int) -> None:
        """Queue unlocking; a lock with a knob outside unlatches, an Opener opens (`POST
        /smartlock/{smartlockId}/action/unlock`, scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            MethodNotAllowedError: Not possible with this device (405).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_unlock(smartlock_id))

    async def set_admin_pin(self, smartlock_id: int, admin_pin: int) -> None:
        """Queue a new admin PIN for a device (`POST /smartlock/{smartlockId}/admin/pin`, scope
        `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            admin_pin: Admin PIN to set, as a number. From 0 to 9999.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        # The frames of an error must not show what is secret: neither this one nor those inside.
        try:
            request = _set_admin_pin(smartlock_id, admin_pin)
        except ValidationError as refused:
            raise refused.with_traceback(None) from None
        finally:
            del admin_pin
        return await self._send(request)

    async def update_advanced_config(
        self, smartlock_id: int, body: SmartlockAdvancedConfig
    ) -> None:
        """Queue a new advanced config for a Smart Lock (`POST
        /smartlock/{smartlockId}/advanced/config`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The whole advanced config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_update_advanced_config(smartlock_id, body))

    async def update_opener_advanced_config(
        self, smartlock_id: int, body: SmartlockOpenerAdvancedConfig
    ) -> None:
        """Queue a new advanced config for an Opener (`POST
        /smartlock/{smartlockId}/advanced/openerconfig`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id of the opener (2 << 32 | hex id).
            body: The whole advanced config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_update_opener_advanced_config(smartlock_id, body))

    async def update_smartdoor_advanced_config(
        self, smartlock_id: int, body: SmartlockSmartdoorAdvancedConfig
    ) -> None:
        """Queue a new advanced config for a Smart Door (`POST
        /smartlock/{smartlockId}/advanced/smartdoorconfig`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id of the smart door (3 << 32 | hex id).
            body: The whole advanced config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_update_smartdoor_advanced_config(smartlock_id, body))

    async def update_config(self, smartlock_id: int, body: SmartlockConfig) -> None:
        """Queue a new config for a device, in place of the present one (`POST
        /smartlock/{smartlockId}/config`, scope `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            body: The whole config.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
            LockedError: Another operation on the device is running; try again later (423).
        """
        return await self._send(_update_config(smartlock_id, body))

    async def sync(self, smartlock_id: int) -> None:
        """Queue a refresh of the server's copy of a device (`POST /smartlock/{smartlockId}/sync`,
        scope `smartlock.action`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).

        Raises:
            BadRequestError: A parameter is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(_sync(smartlock_id))

    async def update_web_config(
        self,
        smartlock_id: int,
        *,
        battery_warning_per_mail_enabled: bool | None | Unset = UNSET,
        dismissed_lift_up_handle_warning: Collection[int] | None | Unset = UNSET,
    ) -> None:
        """Set the web config of one device (`POST /smartlock/{smartlockId}/web/config`, scope
        `smartlock.config`).

        Args:
            smartlock_id: Device id (type << 32 | hex id).
            battery_warning_per_mail_enabled: Whether a low battery is reported by e-mail; absent or
                null leaves it unchanged.
            dismissed_lift_up_handle_warning: Accounts that have put away the warning about the
                lift-up handle; absent or null leaves it unchanged, [] clears it.

        Raises:
            BadRequestError: A parameter or the body is not valid (400).
            UnauthorizedError: Token missing, wrong or lacking the scope (401).
        """
        return await self._send(
            _update_web_config(
                smartlock_id,
                battery_warning_per_mail_enabled=battery_warning_per_mail_enabled,
                dismissed_lift_up_handle_warning=dismissed_lift_up_handle_warning,
            )
        )
