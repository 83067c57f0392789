"""Calls of the Web API that succeed in a home with one of everything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from nuki.web import AuthType, LockAction, OpenerAction, WebhookFeature
from nuki_simulator.web import one_time_password

from .home import CENTRAL, Home, application, id_of, notification, sub_account, web

if TYPE_CHECKING:
    from collections.abc import Callable

    Prepare = Callable[[Home], dict[str, Any]]


def _lock(home: Home, **more: Any) -> dict[str, Any]:
    return {"smartlock_id": id_of(home.lock), **more}


def _auth(home: Home, **more: Any) -> dict[str, Any]:
    return _lock(home, auth_id=home.code_id, **more)


def _key(home: Home, **more: Any) -> dict[str, Any]:
    return {"api_key_id": home.first("api_keys"), **more}


def _key_token(home: Home, **more: Any) -> dict[str, Any]:
    return _key(home, token_id=home.first("tokens"), **more)


def _address(home: Home, **more: Any) -> dict[str, Any]:
    return {"address_id": home.first("addresses"), **more}


def _user(home: Home, **more: Any) -> dict[str, Any]:
    return {"account_user_id": home.first("users"), **more}


def _sub(home: Home, **more: Any) -> dict[str, Any]:
    return {"account_id": home.first("sub_accounts"), **more}


def _booking(home: Home, **more: Any) -> dict[str, Any]:
    return _address(home, reservation_id="r1", **more)


def _address_token(home: Home) -> dict[str, Any]:
    return {"token_id": home.first("address_tokens")}


def _redeemed(home: Home) -> dict[str, Any]:
    home.done("address_token.redeem", **_address_token(home))
    return _address_token(home)


def _notification(home: Home, **more: Any) -> dict[str, Any]:
    return {"notification_id": home.first("notifications"), **more}


def _new_key(home: Home) -> dict[str, Any]:
    key = home.value("api_key.create", body=web("ApiKeyCreate", description="Second"))
    return {"api_key_id": key["apiKeyId"], "body": application()}


def _otp(home: Home) -> dict[str, Any]:
    otp = one_time_password(home.rows.otp.secret, home.simulator.clock.now())
    return {"body": web("AccountOtpEnable", otp=otp)}


def _config(home: Home) -> dict[str, Any]:
    return _lock(home, body=home.cloud.device(home.lock).config)


def _smartdoor(home: Home) -> dict[str, Any]:
    door = next(one for one in home.simulator.devices.values() if one.name == "Side door")
    return {"smartlock_id": id_of(door), "body": home.cloud.device(door).smartdoor}


def _opener(home: Home, **more: Any) -> dict[str, Any]:
    return {"smartlock_id": id_of(home.opener), **more}


def _body(model: str, **fields: Any) -> Prepare:
    return lambda _home: {"body": web(model, **fields)}


_NEW_CODE: Final = {"name": "New", "remote_allowed": False, "type": AuthType.KEYPAD_CODE}
_UNIT: Final = {"name": "Downstairs"}

WEB_CALLS: Final[dict[str, Prepare]] = {
    "account.update": _body("AccountUpdate", language="de", name="Owner II"),
    "account.change_email": _body("AccountEmailChange", email="new@example.com"),
    "account.delete_integration": lambda home: {"token_id": home.first("tokens")},
    "account.enable_otp": _otp,
    "account.reset_password": _body("AccountPasswordReset", email="owner@example.com"),
    "account.set_setting": _body("AccountSetting", web=web("AccountSettingWeb")),
    "account.create_sub_account": lambda _: {"body": sub_account("second@example.com")},
    "account.delete_sub_account": _sub,
    "account.get_sub_account": _sub,
    "account.update_sub_account": lambda home: _sub(
        home, body=web("AccountSubUpdate", language="de")
    ),
    "account_user.create": _body("AccountUserCreate", name="B", email="b@example.com"),
    "account_user.delete": _user,
    "account_user.get": _user,
    "account_user.update": lambda home: _user(home, body=web("AccountUserUpdate", name="C")),
    "address.create": lambda home: {
        "body": web("AddressCreate", name="Hut", smartlock_ids=[id_of(home.lock)])
    },
    "address.delete": _address,
    "address.update": lambda home: _address(home, body=web("AddressUpdate", name="Villa")),
    "address.delete_unit_many": lambda home: _address(home, body=[home.first("units")]),
    "address.list_units": _address,
    "address.create_unit": lambda home: _address(home, body=web("AddressUnit", **_UNIT)),
    "address.delete_unit": lambda home: _address(home, unit_id=home.first("units")),
    "address_reservation.list": _address,
    "address_reservation.issue": _booking,
    "address_reservation.revoke": _booking,
    "address_reservation.update_access_times": lambda home: _booking(
        home, body=web("ReservationAccessTimesUpdate", check_in_time=840)
    ),
    "address_token.get": _address_token,
    "address_token.get_redeemed": _redeemed,
    "address_token.redeem": _address_token,
    "address_token.list": _address,
    "advanced_api.create_decentral_webhook": _body(
        "DecentralWebhook",
        webhook_url="https://a.example.com",
        webhook_features=[WebhookFeature.DEVICE_LOGS],
    ),
    "advanced_api.delete_decentral_webhook": lambda home: {"webhook_id": home.first("webhooks")},
    "advanced_api.list_webhook_logs": _key,
    "advanced_api.create_auth_many": lambda home: {
        "body": web(
            "SmartlocksAuthAdvancedCreate",
            name="Many",
            remote_allowed=True,
            account_user_id=home.first("users"),
            smartlock_ids=[id_of(home.lock), id_of(home.opener)],
        )
    },
    "advanced_api.act": lambda home: _lock(
        home, body=web("SmartlockAction", action=LockAction.UNLOCK)
    ),
    "advanced_api.lock": _lock,
    "advanced_api.unlock": _lock,
    "api_key.create": _body("ApiKeyCreate", description="Other"),
    "api_key.delete": _key,
    "api_key.update": lambda home: _key(home, body=web("ApiKeyUpdate", description="Mine")),
    "api_key.delete_advanced": _key,
    "api_key.get_advanced": _key,
    "api_key.update_advanced": lambda home: _key(
        home, body=web("AdvancedApiKeyUpdate", webhook_url=CENTRAL, webhook_features=[])
    ),
    "api_key.request_advanced_access": _new_key,
    "api_key.reactivate_advanced": _key,
    "api_key.list_tokens": _key,
    "api_key.create_token": lambda home: _key(home, body=web("ApiKeyTokenCreate")),
    "api_key.delete_token": _key_token,
    "api_key.update_token": lambda home: _key_token(
        home, body=web("ApiKeyTokenUpdate", description="Renamed")
    ),
    "notification.create": lambda home: {"body": notification(home)},
    "notification.delete": _notification,
    "notification.get": _notification,
    "notification.update": lambda home: _notification(home, body=notification(home)),
    "opener.get_brand": lambda _: {"brand_id": 1},
    "opener.get_intercom": lambda _: {"intercom_id": 5},
    **{
        f"service.{name}": lambda _: {"service_id": "airbnb"}
        for name in ("get", "link", "sync", "unlink")
    },
    "smartlock.update_web_config_many": lambda home: {
        "body": web(
            "BulkWebConfigRequest",
            web_config_requests=[
                web(
                    "WebConfigRequest",
                    smartlock_id=home.lock.smartlock_id,
                    web_config=web("SmartlockWebConfig", battery_warning_per_mail_enabled=False),
                )
            ],
        )
    },
    **{f"smartlock.{name}": _lock for name in ("delete", "get", "lock", "unlock", "sync")},
    "smartlock.update": lambda home: _lock(home, body=web("SmartlockUpdate", favorite=True)),
    "smartlock.act": lambda home: _opener(
        home, body=web("SmartlockAction", action=OpenerAction.ACTIVATE_CONTINUOUS_MODE)
    ),
    "smartlock.set_admin_pin": lambda home: _lock(
        home, body=web("SmartlockAdminPinUpdate", admin_pin=1234)
    ),
    "smartlock.update_config": _config,
    "smartlock.update_advanced_config": lambda home: _lock(
        home, body=home.cloud.device(home.lock).advanced
    ),
    "smartlock.update_opener_advanced_config": lambda home: _opener(
        home, body=home.cloud.device(home.opener).opener
    ),
    "smartlock.update_smartdoor_advanced_config": _smartdoor,
    "smartlock.update_web_config": lambda home: _lock(
        home, body=web("SmartlockWebConfig", battery_warning_per_mail_enabled=True)
    ),
    "smartlock_auth.delete_many": lambda home: {"body": [home.code_id]},
    "smartlock_auth.update_many": lambda home: {
        "body": [web("SmartlockAuthMultiUpdate", id=home.code_id, name="Renamed")]
    },
    "smartlock_auth.create_many": lambda home: {
        "body": web(
            "SmartlocksAuthCreate", **_NEW_CODE, code=111_119, smartlock_ids=[id_of(home.lock)]
        )
    },
    "smartlock_auth.list_for_smartlock": lambda home: _lock(home, include_email=True),
    "smartlock_auth.create": lambda home: _lock(
        home, body=web("SmartlockAuthCreate", **_NEW_CODE, code=111_119)
    ),
    "smartlock_auth.create_with_shared_key": lambda home: _lock(
        home, body=web("SmartlockAuthWithSharedKeyCreate", name="Shared")
    ),
    "smartlock_auth.delete": _auth,
    "smartlock_auth.get": _auth,
    "smartlock_auth.update": lambda home: _auth(
        home, body=web("SmartlockAuthUpdate", name="Cleaners")
    ),
    "smartlock_log.list_for_smartlock": _lock,
}
"""Arguments by operation, in the home that they are for; the other operations take none."""
