"""``/smartlock/auth``: authorisations, which the device must learn before they exist."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from nuki.keypad_code import KeypadCode
from nuki.web import AuthType, DeviceErrorCode, PaginatedResponse, Pagination, SmartlockAuth
from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType
from nuki_core.unset import UNSET
from nuki_simulator.world.events import AuthChanged

from .change_queue import queue_change
from .cloud import Handlers
from .device_views import (
    device_of,
    devices_of,
    is_masked,
    masked_auth,
    no_subscription,
    own_devices,
    require_free,
)
from .errors import ApiError, invalid
from .rows import filled, merge

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.model import Model
    from nuki_simulator.world.devices import Device

    from .cloud import Call, Cloud

HANDLERS: Final = Handlers()

Created: TypeAlias = "Callable[[SmartlockAuth | None, DeviceErrorCode | None], object]"

_LONGEST_NAME: Final = 32
_LONGEST_CODE_NAME: Final = 20
_CREATABLE: Final = frozenset({AuthType.APP, AuthType.FOB, AuthType.KEYPAD_CODE})
_OLD: Final = frozenset({DeviceType.SMART_LOCK, DeviceType.BOX, DeviceType.OPENER})
_USUAL_PAGE: Final = 100
_LARGEST_PAGE: Final = 100
_LIMITS: Final = (
    "allowed_from_date",
    "allowed_until_date",
    "allowed_week_days",
    "allowed_from_time",
    "allowed_until_time",
)
_FIXED: Final = frozenset({"id", "type", "smartlock_id", "auth_id"})


def create_on(call: Call, device: Device, created: Created = lambda _auth, _error: None) -> None:
    """Queue a creation; ``created`` gets the new authorisation, or the device's error."""
    body, codes = call.body, call.cloud.device(device).codes_under_way
    code = getattr(body, "code", UNSET)
    auth_id = call.cloud.object_id()
    codes.add(code)

    def arrive() -> None:
        codes.discard(code)
        if not has_room(call.cloud, device):
            created(None, DeviceErrorCode.MAX_USERS)
            return
        created(_add(call, device, auth_id), None)

    def lost() -> None:
        codes.discard(code)
        created(None, DeviceErrorCode.UNKNOWN)

    queue_change(call.cloud, device, arrive, lost=lost)


def _add(call: Call, device: Device, auth_id: str) -> SmartlockAuth:
    kind = getattr(call.body, "type", UNSET)
    auth: SmartlockAuth = filled(
        SmartlockAuth,
        call.body,
        id=auth_id,
        auth_id=call.cloud.number(),
        smartlock_id=device.smartlock_id,
        type=AuthType.APP if kind is UNSET else kind,
        enabled=True,
        remote_allowed=bool(getattr(call.body, "remote_allowed", False)),
        lock_count=0,
        creation_date=call.cloud.now,
        update_date=call.cloud.now,
    )
    device.auths[auth_id] = auth
    call.cloud.world.emit(AuthChanged(device, auth))
    return auth


@HANDLERS.answers("smartlock_auth.create_many")
def create_authorization(call: Call) -> None:
    """``PUT /smartlock/auth``."""
    ids = call.body.smartlock_ids
    devices = own_devices(call) if ids is UNSET else devices_of(call, ids)
    # Devices without a subscription are skipped silently (Nuki Web API v.1.5.0).
    served = [device for device in devices if not is_masked(call.cloud, device)]
    check_new_auth(call, served)
    for device in served:
        create_on(call, device)


@HANDLERS.answers("smartlock_auth.create")
def create_one(call: Call) -> None:
    """``PUT /smartlock/{smartlockId}/auth``."""
    device = device_of(call)
    check_new_auth(call, [device])
    create_on(call, device)


@HANDLERS.answers("smartlock_auth.create_with_shared_key")
def create_with_shared_key(call: Call) -> list[SmartlockAuth]:
    """``POST /smartlock/{smartlockId}/auth/advanced/sharedkey``."""
    device = device_of(call)
    check_name(call.body.name, AuthType.APP)
    if call.body.account_user_id is not UNSET:
        check_user(call, call.body.account_user_id)
    return [_add(call, device, call.cloud.object_id())]


@HANDLERS.answers("smartlock_auth.update")
def update_authorization(call: Call) -> None:
    """``POST /smartlock/{smartlockId}/auth/{id}``."""
    device, auth = _auth_of(call)
    _check_update(call, device, auth, call.body)
    _queue_update(call, device, auth, call.body)


@HANDLERS.answers("smartlock_auth.update_many")
def update_many(call: Call) -> None:
    """``POST /smartlock/auth``."""
    found = _by_id(call)
    updates: list[tuple[Device, SmartlockAuth, Model]] = []
    for body in call.body:
        if body.id not in found:
            raise invalid(body.id, "id")
        device, auth = found[body.id]
        if is_masked(call.cloud, device):
            raise no_subscription(call.cloud)
        _check_update(call, device, auth, body)
        updates.append((device, auth, body))
    for device, auth, body in updates:
        _queue_update(call, device, auth, body)


def _check_update(call: Call, device: Device, auth: SmartlockAuth, body: Any) -> None:
    require_free(auth.operation_id)
    if body.name is not UNSET:
        check_name(body.name, auth.type)
    if body.account_user_id is not UNSET:
        check_user(call, body.account_user_id)
    if auth.type == AuthType.KEYPAD_CODE and body.code is not UNSET:
        check_code(body.code, "code")
        check_unused(call.cloud, device, body.code, auth.id or None)


def _queue_update(call: Call, device: Device, auth: SmartlockAuth, body: Model) -> None:
    def arrive() -> None:
        if call.cloud.settings.updates_wipe_limits:
            for name in _LIMITS:
                setattr(auth, name, UNSET)
        merge(auth, body, call.cloud.now, _FIXED)
        call.cloud.world.emit(AuthChanged(device, auth))

    queue_change(call.cloud, device, arrive, rows=[auth])


@HANDLERS.answers("smartlock_auth.delete")
def delete_authorization(call: Call) -> None:
    """``DELETE /smartlock/{smartlockId}/auth/{id}``."""
    remove_auth(call, *_auth_of(call))


@HANDLERS.answers("smartlock_auth.delete_many")
def delete_many(call: Call) -> None:
    """``DELETE /smartlock/auth``."""
    found = _by_id(call)
    if any(auth_id not in found for auth_id in call.body):
        raise call.missing("no such authorization")
    served = [found[auth_id] for auth_id in dict.fromkeys(call.body)]
    served = [pair for pair in served if not is_masked(call.cloud, pair[0])]
    for _, auth in served:
        require_free(auth.operation_id)
    for device, auth in served:
        remove_auth(call, device, auth)


def remove_auth(
    call: Call,
    device: Device,
    auth: SmartlockAuth,
    ended: Callable[[DeviceErrorCode | None], object] = lambda _: None,
) -> None:
    """Queue a removal; ``ended`` gets the device's error, or ``None`` when it succeeded."""

    def arrive() -> None:
        if device.auths.pop(str(auth.id), None) is not None:
            call.cloud.world.emit(AuthChanged(device, auth, deleted=True))
        ended(None)

    queue_change(
        call.cloud, device, arrive, rows=[auth], lost=lambda: ended(DeviceErrorCode.UNKNOWN)
    )


@HANDLERS.answers("smartlock_auth.get")
def get_authorization(call: Call) -> SmartlockAuth:
    """``GET /smartlock/{smartlockId}/auth/{id}``."""
    return _auth_of(call)[1]


def _auth_of(call: Call) -> tuple[Device, SmartlockAuth]:
    device = device_of(call)
    auth = device.auths.get(call.arguments["auth_id"])
    if auth is None:
        raise call.missing("no such authorization")
    return device, auth


def _by_id(call: Call) -> dict[str, tuple[Device, SmartlockAuth]]:
    return {
        auth_id: (device, auth)
        for device in own_devices(call)
        for auth_id, auth in device.auths.items()
    }


@HANDLERS.answers("smartlock_auth.list")
def list_authorizations(call: Call) -> list[SmartlockAuth]:
    """``GET /smartlock/auth``."""
    return [
        masked_auth(auth) if is_masked(call.cloud, device) else auth
        for device in own_devices(call)
        for auth in _chosen(call, device)
    ]


@HANDLERS.answers("smartlock_auth.list_for_smartlock")
def list_for_smartlock(call: Call) -> list[SmartlockAuth]:
    """``GET /smartlock/{smartlockId}/auth``."""
    found, users = _chosen(call, device_of(call)), call.account.users
    if not call.arguments.get("include_email"):
        return found
    shown: list[SmartlockAuth] = []
    for auth in found:
        user = users.get(auth.account_user_id) if auth.account_user_id else None
        shown.append(auth if user is None else attrs.evolve(auth, email=user.email))
    return shown


def _chosen(call: Call, device: Device) -> list[SmartlockAuth]:
    types, user = call.arguments.get("types"), call.arguments.get("account_user_id")
    if user is not None and user < 0:  # asks for authorisations without a user
        user = UNSET
    return [
        auth
        for auth in device.auths.values()
        if (not types or auth.type in types) and (user is None or auth.account_user_id == user)
    ]


@HANDLERS.answers("smartlock_auth.list_paged")
def list_paged(call: Call) -> PaginatedResponse:
    """``GET /smartlock/auth/paged``."""
    page, size = call.arguments.get("page", 0), call.arguments.get("size", _USUAL_PAGE)
    if page < 0:
        raise invalid(page, "page")
    if size < 1:
        raise invalid(size, "size")
    size = min(size, _LARGEST_PAGE)
    found = list_authorizations(call)
    pages = -(-len(found) // size)
    return PaginatedResponse(
        results=found[page * size : (page + 1) * size],
        pagination=Pagination(
            total_items=len(found),
            total_pages=pages,
            current_page=page + call.cloud.settings.first_page,
            next_page=_page(page + 1, size) if page + 1 < pages else UNSET,
            prev_page=_page(page - 1, size) if page else UNSET,
            page_size=size,
        ),
    )


def _page(page: int, size: int) -> str:
    return f"/smartlock/auth/paged?page={page}&size={size}"


# What an authorisation must be like


def check_new_auth(call: Call, devices: list[Device]) -> None:
    """Check the body of a creation against the devices that shall have it.

    Raises:
        ApiError: 400 for a bad value or where there is no keypad, 409 for a code that is taken.
    """
    body = call.body
    kind = AuthType.APP if getattr(body, "type", UNSET) is UNSET else body.type
    if kind not in _CREATABLE:
        raise invalid(int(kind), "type")
    check_name(body.name, kind)
    if kind == AuthType.KEYPAD_CODE:
        check_code(body.code, "code")
        for device in devices:
            if not device.has_keypad:
                raise invalid(int(kind), "type")
            check_unused(call.cloud, device, body.code)
    else:
        check_user(call, body.account_user_id)


def check_name(name: Any, kind: AuthType) -> None:
    """Refuse more than 32 characters, 20 for a keypad code (Key API Concepts, "Keypad")."""
    longest = _LONGEST_CODE_NAME if kind == AuthType.KEYPAD_CODE else _LONGEST_NAME
    if not name or len(name) > longest:
        raise invalid(name, "name")


def check_code(code: Any, parameter: str) -> None:
    """Refuse what is not six digits from 1 to 9, or starts with 12."""
    if not code:
        raise invalid(None, parameter)
    try:
        KeypadCode(code)
    except ValidationError:
        raise invalid(int(code), parameter) from None


def check_unused(cloud: Cloud, device: Device, code: int, except_for: str | None = None) -> None:
    """Refuse a code that the keypad has already, or that is on its way there."""
    taken = {
        auth.code
        for auth in device.auths.values()
        if auth.type == AuthType.KEYPAD_CODE and auth.id != except_for
    }
    if code in taken | cloud.device(device).codes_under_way:
        raise ApiError(409, "Parameter conflicts: the code exists already.")


def check_user(call: Call, account_user_id: Any) -> None:
    """Refuse a user that the account does not have; all but keypad codes belong to one."""
    if not account_user_id or account_user_id not in call.account.users:
        raise invalid(account_user_id or None, "accountUserId")


def has_room(cloud: Cloud, device: Device) -> bool:
    """Tell whether the device can hold another authorisation (Key API Concepts, "Limits")."""
    settings = cloud.settings
    limit = settings.old_limit if device.type in _OLD else settings.new_limit
    return len(device.auths) < limit
