"""A small account with one of everything, and requests to the Web API without a client between."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import attrs

from nuki import web as models
from nuki.web import (
    OPERATIONS,
    AddressReservation,
    AdvancedApiKeyType,
    AuthType,
    NotificationEvent,
    NotificationOs,
    ReservationState,
    SubAccountRights,
    WebhookFeature,
)
from nuki_core.content import encoded
from nuki_core.ids import DeviceType
from nuki_simulator import Device, Simulator
from nuki_simulator.messages import HttpRequest, HttpResponse
from nuki_simulator.web import Cloud, answer_web

from .described import problems
from .requests import request_of

if TYPE_CHECKING:
    from nuki_core.request import Operation

TOKEN: Final = "WebToken1234567890"
CENTRAL: Final = "https://hooks.example.com/central"
DECENTRAL: Final = "https://hooks.example.com/decentral"
CODE: Final = 394871
_OPERATIONS: Final = {(operation.resource, operation.name): operation for operation in OPERATIONS}


def operation(name: str) -> Operation:
    resource, _, method = name.partition(".")
    return _OPERATIONS[resource, method]


@attrs.define(eq=False)
class Home:
    simulator: Simulator
    lock: Device
    opener: Device
    token: str = TOKEN

    @property
    def cloud(self) -> Cloud:
        return Cloud.of(self.simulator)

    @property
    def rows(self) -> Any:
        return self.cloud.account(self.simulator.account.account_id)

    def first(self, table: str) -> Any:
        """The id of the only row of a table."""
        return next(iter(getattr(self.rows, table)))

    @property
    def code_id(self) -> str:
        return next(one for one, auth in self.lock.auths.items() if auth.code == CODE)

    def call(self, name: str, **arguments: Any) -> HttpResponse:
        """Call an operation as the client words it; success must be as described."""
        called = operation(name)
        request = request_of(called, arguments)
        _, content = encoded(request)
        answer = self.send(called.method, request.path, content, request.query)
        if answer.status < 300:
            assert problems("web", called, answer) == []
        return answer

    def send(
        self,
        method: str,
        path: str,
        content: bytes = b"",
        query: tuple[tuple[str, str], ...] = (),
    ) -> HttpResponse:
        headers = {"authorization": f"Bearer {self.token}"} if self.token else {}
        incoming = HttpRequest(method, path, query, headers, content)
        self.simulator.begin()
        return answer_web(self.simulator, incoming)

    def put(self, method: str, path: str, body: Any) -> HttpResponse:
        """Send a body that the models would not let through."""
        return self.send(method, path, json.dumps(body).encode())

    def value(self, name: str, **arguments: Any) -> Any:
        """What a successful call answers."""
        answer = self.call(name, **arguments)
        assert answer.status == 200, answer
        return json.loads(answer.body)

    def done(self, name: str, **arguments: Any) -> None:
        """Call what has nothing to answer."""
        assert self.call(name, **arguments).status == 204

    def later(self, seconds: float = 30) -> None:
        self.simulator.clock.advance(seconds)

    def posted(self, url: str = CENTRAL) -> list[Any]:
        """The bodies of the webhooks sent to a URL."""
        return [json.loads(one.body) for one in self.simulator.outbox.deliveries if one.url == url]

    def features(self, url: str = CENTRAL) -> list[str]:
        return [one["feature"] for one in self.posted(url) if "feature" in one]


def bare_home() -> Home:
    """A lock with a keypad, and an opener; nothing else."""
    simulator = Simulator()
    simulator.add_token(text=TOKEN)
    lock = simulator.add_device(
        DeviceType.SMART_LOCK_3, "Front door", keypad=True, door_sensor=True
    )
    opener = simulator.add_device(DeviceType.OPENER, "Intercom")
    return Home(simulator, lock, opener)


def message(answer: HttpResponse) -> str:
    """The text of a refusal."""
    found = json.loads(answer.body)
    text = found.get("detailMessage", found.get("description", ""))
    assert isinstance(text, str)
    return text


def full_home() -> Home:
    """One of everything that calls can name."""
    home = bare_home()
    home.simulator.add_device(DeviceType.SMART_DOOR, "Side door")
    user = home.value(
        "account_user.create",
        body=web("AccountUserCreate", name="Guest", email="guest@example.com"),
    )
    home.value("account.create_sub_account", body=sub_account("sub@example.com"))
    add_auth(home, "Cleaner", code=CODE)
    add_auth(home, "Guest", kind=AuthType.APP, user=user["accountUserId"])
    address = home.value(
        "address.create", body=web("AddressCreate", name="House", smartlock_ids=[id_of(home.lock)])
    )
    home.value(
        "address.create_unit",
        address_id=address["addressId"],
        body=web("AddressUnit", name="Upstairs"),
    )
    home.rows.reservations["r1"] = reservation(home, address["addressId"])
    apply_for_advanced_api(home)
    key = home.first("api_keys")
    home.value("api_key.create_token", api_key_id=key, body=web("ApiKeyTokenCreate"))
    subscribe(home)
    home.value("notification.create", body=notification(home))
    home.value("account.set_setting", body=web("AccountSetting"))
    home.value("service.link", service_id="airbnb")
    home.value("account.create_otp_secret")
    return home


def id_of(device: Device) -> int:
    return int(device.smartlock_id)


def web(model: str, **fields: Any) -> Any:
    return getattr(models, model)(**fields)


def sub_account(email: str) -> Any:
    return web(
        "AccountSubCreate",
        email=email,
        language="en",
        name="Sub",
        password="longer than seven",
        rights=SubAccountRights.OPERATE_SMARTLOCK | SubAccountRights.CHANGE_SMARTLOCK_CONFIG,
    )


def add_auth(
    home: Home,
    name: str,
    *,
    code: int | None = None,
    kind: AuthType = AuthType.KEYPAD_CODE,
    user: int | None = None,
) -> None:
    """Create an authorisation, and let the device learn it."""
    body = web("SmartlockAuthCreate", name=name, remote_allowed=True, type=kind)
    if code is not None:
        body.code = code
    if user is not None:
        body.account_user_id = user
    home.done("smartlock_auth.create", smartlock_id=id_of(home.lock), body=body)
    home.later(5)


def reservation(home: Home, address_id: int) -> AddressReservation:
    now = home.simulator.clock.now()
    return AddressReservation(
        id="r1",
        account_id=home.simulator.account.account_id,
        address_id=address_id,
        automation=0,
        email="guest@example.com",
        name="Guest",
        guests=2,
        guests_issued=0,
        has_custom_access_times=False,
        is_currently_issuing_auth=False,
        is_currently_revoking_auth=False,
        keypad_issued=False,
        start_date=now + timedelta(days=1),
        end_date=now + timedelta(days=3),
        state=ReservationState.ACCEPTED,
        update_date=now,
    )


def application(url: str = CENTRAL, features: list[WebhookFeature] | None = None) -> Any:
    return web(
        "AdvancedApiKeyCreate",
        country="AT",
        description="Rentals",
        email="rentals@example.com",
        name="Example Rentals",
        restricted=False,
        type=AdvancedApiKeyType.SHORT_RENTAL,
        url="https://rentals.example.com",
        webhook_url=url,
        webhook_features=list(WebhookFeature) if features is None else features,
    )


def apply_for_advanced_api(home: Home, features: list[WebhookFeature] | None = None) -> int:
    key: int = home.first("api_keys")
    home.done(
        "api_key.request_advanced_access", api_key_id=key, body=application(features=features)
    )
    return key


def subscribe(home: Home, features: list[WebhookFeature] | None = None) -> Any:
    return home.value(
        "advanced_api.create_decentral_webhook",
        body=web(
            "DecentralWebhook",
            webhook_url=DECENTRAL,
            webhook_features=list(WebhookFeature) if features is None else features,
        ),
    )


def notification(home: Home) -> Any:
    setting = web(
        "NotificationSetting",
        smartlock_id=id_of(home.lock),
        trigger_events=[NotificationEvent.LOCK],
    )
    return web(
        "Notification",
        os=NotificationOs.WEB_HOOK,
        push_id="https://hooks.example.com/old",
        settings=[setting],
    )
