from __future__ import annotations

from typing import Any

from tools.cassettes.home import (
    bare_home,
    full_home,
    id_of,
    web,
)


def test_units_come_with_a_token_that_a_guest_redeems() -> None:
    home = bare_home()
    address = home.value(
        "address.create", body=web("AddressCreate", name="House", smartlock_ids=[id_of(home.lock)])
    )
    about = {"address_id": address["addressId"]}
    unit = home.value("address.create_unit", **about, body=web("AddressUnit", name="Up"))
    token = {"token_id": unit["addressTokenId"]}
    assert home.value("address_token.get", **token) == {
        "id": unit["addressTokenId"],
        "addressName": "House",
        "smartlockNames": ["Front door"],
    }
    assert home.call("address_token.get_redeemed", **token).status == 404
    guest = home.simulator.add_account("Guest", "guest@example.com")
    owner, home.token = home.token, home.simulator.add_token(guest).text
    home.done("address_token.redeem", **token)
    assert home.call("address_token.redeem", **token).status == 400
    assert home.value("address_token.get_redeemed", **token)["redeemAccountId"] == guest.account_id
    home.token = owner
    (listed,) = home.value("address.list_units", **about)
    assert listed["redeemResult"] == "ok"
    assert len(home.value("address_token.list", **about)) == 1


def test_units_are_removed_later_and_it_is_reported() -> None:
    home = full_home()
    about = {"address_id": home.first("addresses")}
    unit_id = home.first("units")
    request_id = home.value("address.delete_unit", **about, unit_id=unit_id)["requestId"]
    (unit,) = home.value("address.list_units", **about)
    assert unit["operationId"] == request_id
    assert home.call("address.delete_unit_many", **about, body=[unit_id]).status == 423
    home.later()
    assert home.value("address.list_units", **about) == []
    assert home.posted()[-1] == {
        "type": "AddressUnitDeletion",
        "requestId": request_id,
        "success": True,
    }
    assert home.call("address.delete_unit", **about, unit_id=unit_id).status == 403


def test_a_deleted_address_takes_its_units_along() -> None:
    home = full_home()
    about = {"address_id": home.first("addresses")}
    token = {"token_id": home.first("address_tokens")}
    home.done("address.delete", **about)
    assert home.value("address.list") == []
    assert home.call("address_token.get", **token).status == 404


def test_an_address_has_devices_of_the_account() -> None:
    home = full_home()
    about = {"address_id": home.first("addresses")}
    body = web("AddressUpdate", smartlock_ids=[77])
    assert home.call("address.update", **about, body=body).status == 403
    body = web("AddressUpdate", smartlock_ids=[], settings={"colour": "red"})
    home.done("address.update", **about, body=body)
    (found,) = home.value("address.list")
    assert (found["smartlockIds"], found["settings"]) == ([], {"colour": "red"})


def test_reservations_are_issued_and_revoked_later() -> None:
    home = full_home()
    about = {"address_id": home.first("addresses"), "reservation_id": "r1"}

    def listed() -> Any:
        (found,) = home.value("address_reservation.list", address_id=about["address_id"])
        return found

    home.done("address_reservation.issue", **about)
    assert listed()["isCurrentlyIssuingAuth"] is listed()["currentlyIssuingAuth"] is True
    assert home.call("address_reservation.revoke", **about).status == 400
    home.later()
    assert (listed()["guestsIssued"], listed()["keypadIssued"]) == (2, True)
    home.done("address_reservation.revoke", **about)
    home.later()
    assert (listed()["guestsIssued"], listed()["keypadIssued"]) == (0, False)
    times = web("ReservationAccessTimesUpdate", check_in_time=1441)
    assert home.call("address_reservation.update_access_times", **about, body=times).status == 400
    times.check_in_time = 1440
    home.done("address_reservation.update_access_times", **about, body=times)
    assert listed()["hasCustomAccessTimes"] is True
    assert home.call("address_reservation.issue", **{**about, "reservation_id": "r2"}).status == 400


def test_a_unit_has_a_name() -> None:
    home = full_home()
    about = {"address_id": home.first("addresses")}
    answer = home.call("address.create_unit", **about, body=web("AddressUnit", name=""))
    assert answer.status == 400
