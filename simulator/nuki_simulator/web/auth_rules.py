"""What an authorisation must be like: names, types, keypad codes and how many there may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from nuki.keypad_code import KeypadCode
from nuki.web import AuthType
from nuki_core.errors import ValidationError
from nuki_core.ids import DeviceType
from nuki_core.unset import UNSET

from .refusals import Refused, invalid

if TYPE_CHECKING:
    from nuki_simulator.world.devices import Device

    from .calls import Call
    from .cloud import Cloud

_LONGEST_NAME: Final = 32
_LONGEST_CODE_NAME: Final = 20
_CREATABLE: Final = frozenset({AuthType.APP, AuthType.FOB, AuthType.KEYPAD_CODE})
_OLD: Final = frozenset({DeviceType.SMART_LOCK, DeviceType.BOX, DeviceType.OPENER})


def check_new_auth(call: Call, devices: list[Device]) -> None:
    """Check the body of a creation against the devices that shall have it.

    Raises:
        Refused: 400 for a bad value, 409 for a code that is taken, 422 where there is no keypad.
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
                raise Refused(422, "The smartlock has no keypad.")
            check_unused(call.cloud, device, body.code)
    else:
        check_user(call, body.account_user_id)


def check_name(name: Any, kind: AuthType) -> None:
    """At most 32 characters, 20 for a keypad code (Key API Concepts, "Keypad")."""
    longest = _LONGEST_CODE_NAME if kind == AuthType.KEYPAD_CODE else _LONGEST_NAME
    if not name or len(name) > longest:
        raise invalid(name, "name")


def check_code(code: Any, parameter: str) -> None:
    """Six digits from 1 to 9, not starting with 12."""
    if not code:
        raise invalid(None, parameter)
    try:
        KeypadCode(code)
    except ValidationError:
        raise invalid(int(code), parameter) from None


def check_unused(cloud: Cloud, device: Device, code: int, except_for: str | None = None) -> None:
    """A code opens a keypad for one authorisation only; one on its way there counts as well."""
    taken = {
        auth.code
        for auth in device.auths.values()
        if auth.type == AuthType.KEYPAD_CODE and auth.id != except_for
    }
    if code in taken | cloud.device(device).codes_under_way:
        raise Refused(409, "Parameter conflicts: the code exists already.")


def check_user(call: Call, account_user_id: Any) -> None:
    """All but keypad codes belong to an account user."""
    if not account_user_id or account_user_id not in call.account.users:
        raise invalid(account_user_id or None, "accountUserId")


def has_room(cloud: Cloud, device: Device) -> bool:
    """Whether the device can hold another authorisation (Key API Concepts, "Limits")."""
    settings = cloud.settings
    limit = settings.old_limit if device.type in _OLD else settings.new_limit
    return len(device.auths) < limit
