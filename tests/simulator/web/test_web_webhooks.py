from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING, Any

import pytest

from nuki.web import (
    AdvancedApiKeyStatus,
    AdvancedApiKeyType,
    LockAction,
    WebhookFeature,
)
from nuki_simulator.web import signatures
from tools.cassettes.described import description, faults
from tools.cassettes.home import (
    CENTRAL,
    CODE,
    DECENTRAL,
    Home,
    add_auth,
    application,
    apply_for_advanced_api,
    bare_home,
    full_home,
    id_of,
    message,
    subscribe,
    web,
)

if TYPE_CHECKING:
    from nuki_simulator import Delivery


def _unlock(home: Home) -> None:
    body = web("SmartlockAction", action=LockAction.UNLOCK)
    home.done("smartlock.act", smartlock_id=id_of(home.lock), body=body)
    home.later()


def _logs(home: Home, **given: Any) -> list[Any]:
    found: list[Any] = home.value(
        "advanced_api.list_webhook_logs", api_key_id=home.first("api_keys"), **given
    )
    return found


def test_the_signature_is_an_hmac_of_the_raw_body() -> None:
    body = b'{"feature":"DEVICE_STATUS","smartlockId":17618910285}'
    assert signatures("secret", body) == (
        (
            "X-Nuki-Signature-SHA256",
            "6dc815d9259f225795d0b0cc203e7586eaf5cbdbb506dbca06a8c33180ee3cf4",
        ),
        ("X-Nuki-Signature", "2a1234fd9137e1303c1891a607386a7ceb8c526b"),
    )


def _signed(post: Delivery, secret: str) -> bool:
    expected = hmac.new(secret.encode(), post.body, hashlib.sha256).hexdigest()
    return dict(post.headers)["X-Nuki-Signature-SHA256"] == expected


def test_central_webhooks_are_signed_with_the_clients_secret() -> None:
    home = bare_home()
    key = apply_for_advanced_api(home)
    secret = home.value("api_key.get_advanced", api_key_id=key)["secret"]
    _unlock(home)
    assert home.simulator.outbox.deliveries
    assert all(_signed(post, secret) for post in home.simulator.outbox.deliveries)


def test_decentral_webhooks_are_signed_with_a_secret_that_is_told_once() -> None:
    home = bare_home()
    made = subscribe(home)
    assert isinstance(made["id"], int)
    (listed,) = home.value("advanced_api.list_decentral_webhooks")
    assert listed == {name: value for name, value in made.items() if name != "secret"}
    _unlock(home)
    deliveries = [one for one in home.simulator.outbox.deliveries if one.url == DECENTRAL]
    assert deliveries
    assert all(_signed(post, made["secret"]) for post in deliveries)
    assert dict(deliveries[0].headers)["Content-Type"] == "application/json; charset=UTF-8"


def test_every_feature_is_posted_as_described() -> None:
    home = full_home()
    home.simulator.at(home.lock).enter_code(CODE)
    _unlock(home)
    about = {"smartlock_id": id_of(home.lock)}
    home.done("smartlock.update", **about, body=web("SmartlockUpdate", name="Main door"))
    home.done("smartlock.sync", **about)
    home.done("smartlock_auth.delete", **about, auth_id=home.code_id)
    home.done("account_user.delete", account_user_id=home.first("users"))
    home.later()
    home.value("advanced_api.unlock", **about)
    home.later()
    home.done("smartlock.delete", **about)
    document = description("web")
    posted = home.posted(CENTRAL)
    for payload in posted:
        name = payload.get("feature", "ADVANCED_RESULT")
        described = document["webhooks"][name]["post"]["requestBody"]["content"]
        assert faults(document, described["application/json"]["schema"], payload) == []
    assert {one["feature"] for one in posted if "feature" in one} == {
        feature.value for feature in WebhookFeature
    }
    assert posted[-1]["deleted"] is True


def test_a_status_is_posted_for_every_step_of_an_action() -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_STATUS])
    _unlock(home)
    assert [one["state"]["state"] for one in home.posted(CENTRAL)] == [2, 3]


def test_where_the_id_of_the_device_stands_depends_on_the_feature() -> None:
    home = bare_home()
    apply_for_advanced_api(home)
    _unlock(home)
    by_feature = {one["feature"]: one for one in home.posted(CENTRAL)}
    assert by_feature["DEVICE_STATUS"]["smartlockId"] == id_of(home.lock)
    assert "smartlockId" not in by_feature["DEVICE_LOGS"]
    assert by_feature["DEVICE_LOGS"]["smartlockLog"]["smartlockId"] == id_of(home.lock)


def test_a_sync_tells_everything_about_the_device() -> None:
    home = bare_home()
    add_auth(home, "Cleaner", code=CODE)
    apply_for_advanced_api(home)
    home.done("smartlock.sync", smartlock_id=id_of(home.lock))
    assert home.features(CENTRAL) == []
    home.later()
    assert home.features(CENTRAL) == ["DEVICE_MASTERDATA", "DEVICE_CONFIG", "DEVICE_AUTHS"]
    home.simulator.at(home.lock).lose_connection()
    home.done("smartlock.sync", smartlock_id=id_of(home.lock))
    home.later()
    assert len(home.features(CENTRAL)) == 3


def test_only_what_was_asked_for_is_posted() -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_LOGS])
    subscribe(home, features=[WebhookFeature.DEVICE_MASTERDATA])
    _unlock(home)
    assert home.features(CENTRAL) == ["DEVICE_LOGS"]
    assert home.features(DECENTRAL) == []


def test_nobody_hears_of_other_peoples_devices() -> None:
    home = bare_home()
    apply_for_advanced_api(home)
    other = home.simulator.add_account("Other", "other@example.com")
    device = home.simulator.add_device(4, "Theirs", account=other)
    home.simulator.at(device).turn_key(locked=False)
    assert home.posted(CENTRAL) == []


@pytest.mark.parametrize("status", [AdvancedApiKeyStatus.INACTIVE, AdvancedApiKeyStatus.APPLIED])
def test_an_application_must_be_approved_before_it_hears_anything(
    status: AdvancedApiKeyStatus,
) -> None:
    home = bare_home()
    home.cloud.settings.applications = status
    apply_for_advanced_api(home)
    _unlock(home)
    assert home.posted(CENTRAL) == []


def test_a_key_for_the_secret_alone_has_no_webhooks() -> None:
    home = bare_home()
    body = application()
    body.type = AdvancedApiKeyType.ONLY_SECRET
    key = home.first("api_keys")
    answer = home.call("api_key.request_advanced_access", api_key_id=key, body=body)
    assert (answer.status, "webhookFeatures" in message(answer)) == (400, True)


@pytest.mark.parametrize(
    ("url", "features"),
    [("http://a.example", ["DEVICE_LOGS"]), ("https://a.example", []), ("https://a", ["NEWS"])],
)
def test_a_decentral_webhook_wants_https_and_known_features(url: str, features: list[str]) -> None:
    body = {"webhookUrl": url, "webhookFeatures": features}
    assert bare_home().put("PUT", "/api/decentralWebhook", body).status == 400


def test_a_removed_webhook_hears_no_more() -> None:
    home = bare_home()
    made = subscribe(home)
    home.done("advanced_api.delete_decentral_webhook", webhook_id=made["id"])
    _unlock(home)
    assert home.posted(DECENTRAL) == []
    answer = home.call("advanced_api.delete_decentral_webhook", webhook_id=made["id"])
    assert answer.status == 403


# The log of deliveries


def test_each_delivery_is_logged_with_what_was_sent() -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_LOGS])
    _unlock(home)
    (entry,) = _logs(home)
    (post,) = home.simulator.outbox.deliveries
    assert (entry["succeeded"], entry["responseStatus"], entry["requestId"]) == (True, 200, "")
    assert entry["response"]["body"] == json.loads(post.body)
    assert entry["response"]["headers"] == dict(post.headers)
    assert entry["response"]["path"] == "/central"
    assert "request" not in entry


def test_the_log_tells_of_failures_and_of_the_time_they_took() -> None:
    home = bare_home()
    apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_LOGS])
    carried: list[Delivery] = []
    home.simulator.outbox.sender = carried.append
    home.simulator.at(home.lock).turn_key(locked=False)
    assert _logs(home) == []
    home.later(1.5)
    carried[0].finish(500)
    home.simulator.at(home.lock).turn_key(locked=True)
    carried[1].finish(None)
    unreachable, failed = _logs(home)
    assert (failed["succeeded"], failed["responseStatus"], failed["duration"]) == (
        False,
        500,
        1500,
    )
    assert unreachable["succeeded"] is False
    assert "responseStatus" not in unreachable


@pytest.mark.slow
def test_the_last_300_deliveries_are_kept_and_100_answered() -> None:
    home = bare_home()
    key = apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_LOGS])
    for turn in range(310):
        home.simulator.at(home.lock).turn_key(locked=bool(turn % 2))
    assert len(home.rows.logs_of(key)) == 300
    assert len(_logs(home)) == 50
    assert len(_logs(home, limit=200)) == 100
    newest, second = _logs(home, limit=2)
    assert _logs(home, older_than=newest["id"], limit=1) == [second]
    assert home.call("advanced_api.list_webhook_logs", api_key_id=1).status == 404


def test_a_webhook_that_keeps_failing_is_stopped_until_reactivated() -> None:
    home = bare_home()
    key = apply_for_advanced_api(home, features=[WebhookFeature.DEVICE_LOGS])
    home.cloud.settings.stop_webhooks_after = 2
    home.simulator.outbox.receivers[CENTRAL] = lambda _: 500
    for turn in range(4):
        home.simulator.at(home.lock).turn_key(locked=bool(turn % 2))
    assert len(home.posted(CENTRAL)) == 2
    about = {"api_key_id": key}
    assert home.value("api_key.get_advanced", **about)["webhookStatus"] == "DEACTIVATED"
    home.done("api_key.reactivate_advanced", **about)
    home.simulator.outbox.receivers.clear()
    home.simulator.at(home.lock).turn_key(locked=True)
    assert len(home.posted(CENTRAL)) == 3
