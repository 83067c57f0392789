from __future__ import annotations

from nuki.web import NotificationStatus
from tools.cassettes.home import (
    bare_home,
    full_home,
    message,
)


def test_notifications() -> None:
    home = full_home()
    about = {"notification_id": home.first("notifications")}
    found = home.value("notification.get", **about)
    assert len(found["secret"]) == 40
    assert home.value("notification.list", reference_id="none") == []
    body = {**found, "referenceId": "mine", "secret": "x", "status": 2}
    path = f"/notification/{about['notification_id']}"
    assert home.put("POST", path, body).status == 200
    (changed,) = home.value("notification.list", reference_id="mine")
    assert changed == {**found, "referenceId": "mine"}
    elsewhere = {**body, "settings": [{"smartlockId": 77, "triggerEvents": ["lock"]}]}
    assert home.put("POST", path, elsewhere).status == 403
    home.done("notification.delete", **about)
    assert home.call("notification.get", **about).status == 404


def test_a_notification_that_is_being_set_up_stays() -> None:
    home = full_home()
    found = home.rows.notifications[home.first("notifications")]
    found.status = NotificationStatus.INIT
    answer = home.call("notification.delete", notification_id=found.notification_id)
    assert (answer.status, message(answer)) == (405, "The notification is being set up.")


def test_services_are_linked_before_they_are_synchronised() -> None:
    home = bare_home()
    about = {"service_id": "smoobu"}
    assert home.call("service.sync", **about).status == 400
    home.value("service.link", **about)
    home.done("service.sync", **about)
    assert home.value("service.get", **about)["linked"] is True
    assert len(home.value("service.list")) == 4
    assert len(home.value("service.list", service_ids=["smoobu", "airbnb"])) == 2
    home.done("service.unlink", **about)
    assert home.call("service.unlink", **about).status == 400
    assert home.call("service.get", service_id="none").status == 404
