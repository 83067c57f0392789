"""Calls of the Web API: arguments that succeed, and situations that end in an error."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from nuki.web import AccountUser, AuthType, LockAction, LogAction, NotificationStatus, ServiceId
from nuki_simulator import FaultKind, FaultRule

from .home import CODE, Home, id_of, web
from .web_calls import WEB_CALLS

if TYPE_CHECKING:
    from collections.abc import Callable

    Prepare = Callable[[Home], dict[str, Any]]

_MORNING: Final = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)
_NOBODY: Final = "0" * 24
_ABSENT: Final = 17_179_869_184 + 77
_CODES: Final = {"types": [AuthType.KEYPAD_CODE]}

_FILTERS: Final[dict[str, dict[str, Any]]] = {
    "account.update": {"delete_api_tokens": False},
    "account_user.list": {"offset": 0, "limit": 10},
    "address_token.redeem": {"send_email": False},
    "advanced_api.list_webhook_logs": {"limit": 3},
    "opener.list_intercoms": {"brand_id": 2, "ignore_verified": True},
    "service.list": {"service_ids": [ServiceId("airbnb"), ServiceId("smoobu")]},
    "smartlock_auth.list": _CODES,
    "smartlock_auth.list_for_smartlock": {**_CODES, "include_email": True},
    "smartlock_auth.list_paged": {"page": 0, "size": 1, **_CODES},
    "smartlock_log.list": {"from_date": _MORNING, "limit": 5},
    "smartlock_log.list_for_smartlock": {"from_date": _MORNING, "action": LogAction.UNLATCH},
}


def web_arguments(name: str, home: Home) -> dict[str, Any]:
    """Arguments with which a call succeeds in this home, filters included."""
    case = WEB_CALLS.get(name)
    return {**(case(home) if case else {}), **_FILTERS.get(name, {})}


def _unknown_token(home: Home) -> dict[str, Any]:
    home.token = "NotAToken"
    return {}


def _bounded(home: Home) -> dict[str, Any]:
    home.token = home.simulator.add_token(scopes=("account",)).text
    return {}


def _lock(home: Home, **more: Any) -> dict[str, Any]:
    return {"smartlock_id": id_of(home.lock), **more}


def _moving(home: Home, **more: Any) -> dict[str, Any]:
    home.done("smartlock.unlock", **_lock(home))
    return _lock(home, **more)


def _unlock() -> Any:
    return web("SmartlockAction", action=LockAction.UNLOCK)


def _code(**more: Any) -> Any:
    kind = {"name": "Neighbour", "remote_allowed": False, "type": AuthType.KEYPAD_CODE}
    return web("SmartlockAuthCreate", **kind, **more)


def _codes(*smartlock_ids: int, code: int) -> Any:
    kind = {"name": "Neighbour", "remote_allowed": False, "type": AuthType.KEYPAD_CODE}
    return web("SmartlocksAuthCreate", **kind, code=code, smartlock_ids=list(smartlock_ids))


def _auth_under_way(home: Home) -> dict[str, Any]:
    body = web("SmartlockAuthUpdate", name="Cleaners")
    home.done("smartlock_auth.update", **_lock(home, auth_id=home.code_id, body=body))
    return _lock(home, auth_id=home.code_id)


def _hosted(home: Home) -> dict[str, Any]:
    home.cloud.settings.smart_hosting = True
    return _lock(home)


def _with_setting_removed(home: Home) -> dict[str, Any]:
    home.rows.setting = None
    return {}


def _otp_enabled(home: Home) -> dict[str, Any]:
    home.rows.otp.enabled = True
    return {}


def _wrong_otp(home: Home, *, failures: int = 0) -> dict[str, Any]:
    home.rows.otp.failures = failures
    return {"body": web("AccountOtpEnable", otp="111111")}


def _other_user(home: Home) -> dict[str, Any]:
    new = web("AccountUserCreate", name="B", email="b@example.com")
    user: AccountUser = AccountUser.from_dict(home.value("account_user.create", body=new))
    taken = web("AccountUserUpdate", email="guest@example.com")
    return {"account_user_id": user.account_user_id, "body": taken}


def _second_key(home: Home) -> dict[str, Any]:
    key = home.value("api_key.create", body=web("ApiKeyCreate", description="Second"))
    return {"api_key_id": key["apiKeyId"]}


def _being_set_up(home: Home) -> dict[str, Any]:
    number = home.first("notifications")
    home.rows.notifications[number].status = NotificationStatus.INIT
    return {"notification_id": number}


def _hurried(home: Home) -> dict[str, Any]:
    home.cloud.settings.requests_per_window = 0
    return {}


def _broken_proxy(home: Home) -> dict[str, Any]:
    home.simulator.faults.add(FaultRule(kind=FaultKind.BAD_GATEWAY))
    return {}


WEB_ERRORS: Final[dict[tuple[str, int], Prepare]] = {
    ("account.create_otp_secret", 405): _otp_enabled,
    ("account.enable_otp", 400): _wrong_otp,
    ("account.enable_otp", 429): lambda home: _wrong_otp(home, failures=99),
    ("account.get", 401): _unknown_token,
    ("account.get_setting", 404): _with_setting_removed,
    ("account_user.update", 409): _other_user,
    ("address.update", 403): lambda _: {"address_id": 1, "body": web("AddressUpdate", name="X")},
    ("address_token.get", 404): lambda _: {"token_id": _NOBODY},
    ("advanced_api.lock", 423): _moving,
    ("api_key.get_advanced", 404): _second_key,
    ("notification.delete", 405): _being_set_up,
    ("notification.get", 404): lambda _: {"notification_id": _NOBODY},
    ("smartlock.act", 400): lambda home: _lock(home, body=web("SmartlockAction", action=99)),
    ("smartlock.act", 401): lambda home: {**_unknown_token(home), **_lock(home, body=_unlock())},
    ("smartlock.act", 423): lambda home: _moving(home, body=_unlock()),
    ("smartlock.get", 403): _hosted,
    ("smartlock.get", 404): lambda _: {"smartlock_id": _ABSENT},
    ("smartlock.list", 401): _unknown_token,
    ("smartlock.list", 429): _hurried,
    ("smartlock.list", 502): _broken_proxy,
    ("smartlock.lock", 423): _moving,
    ("smartlock_auth.create_many", 409): lambda home: {"body": _codes(id_of(home.lock), code=CODE)},
    ("smartlock_auth.create_many", 400): lambda home: {
        "body": _codes(id_of(home.simulator.find("Side door")), code=111_119)
    },
    ("smartlock_auth.create", 400): lambda home: _lock(home, body=_code()),
    ("smartlock_auth.create", 409): lambda home: _lock(home, body=_code(code=CODE)),
    ("smartlock_auth.delete", 423): _auth_under_way,
    ("smartlock_auth.get", 403): lambda home: _lock(home, auth_id=_NOBODY),
    ("smartlock_auth.list", 401): _bounded,
    ("smartlock_auth.update", 423): lambda home: {
        **_auth_under_way(home),
        "body": web("SmartlockAuthUpdate", name="Cleaners"),
    },
    ("smartlock_log.list", 401): _unknown_token,
}
"""By operation and status."""
