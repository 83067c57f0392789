"""``/address``: places, their units, the tokens that open them, and bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from nuki.web import (
    Address,
    AddressToken,
    AddressTokenInfo,
    AddressUnitResponse,
    RedeemResult,
)
from nuki_core.unset import UNSET

from .device_views import devices_of, require_free
from .errors import ApiError, invalid
from .rows import filled, merge, row_of
from .webhooks import confirmed, report_later

if TYPE_CHECKING:
    from nuki.web import AddressReservation, AdvancedConfirmationResponse

    from .cloud import Call
    from .records import AccountRecord
    from .rows import Handler

_DAY: Final = range(24 * 60 + 1)


def _addresses(call: Call) -> dict[int, Address]:
    return call.account.addresses


def _list(call: Call) -> list[Address]:
    return list(call.account.addresses.values())


def _create(call: Call) -> Address:
    body, number = call.body, call.cloud.number()
    devices_of(call, body.smartlock_ids)
    address: Address = filled(
        Address,
        body,
        address_id=number,
        account_id=call.account.mine.account_id,
        time_zone="Europe/Berlin",
        creation_date=call.now,
        update_date=call.now,
    )
    call.account.addresses[number] = address
    return address


def _update(call: Call) -> None:
    address = row_of(_addresses, call, "address_id")
    if call.body.smartlock_ids is not UNSET:
        devices_of(call, call.body.smartlock_ids)
    merge(address, call.body, call.now)


def _delete(call: Call) -> None:
    address: Address = row_of(_addresses, call, "address_id")
    del call.account.addresses[address.address_id]
    for unit in _units_at(call, address.address_id):
        _forget(call, unit)


def _list_units(call: Call) -> list[AddressUnitResponse]:
    return _units_at(call, row_of(_addresses, call, "address_id").address_id)


def _units_at(call: Call, address_id: int) -> list[AddressUnitResponse]:
    return [unit for unit in call.account.units.values() if unit.address_id == address_id]


def _create_unit(call: Call) -> AddressUnitResponse:
    address: Address = row_of(_addresses, call, "address_id")
    if not call.body.name:
        raise invalid(None, "name")
    token = AddressToken(
        id=call.cloud.object_id(), address_id=address.address_id, creation_date=call.now
    )
    unit = AddressUnitResponse(
        id=call.cloud.object_id(),
        address_id=address.address_id,
        address_token_id=token.id,
        name=call.body.name,
        creation_date=call.now,
    )
    call.account.address_tokens[token.id] = token
    call.account.units[str(unit.id)] = unit
    return unit


def _delete_unit(call: Call) -> AdvancedConfirmationResponse:
    return _remove_units(call, [call.arguments["id"]])


def _delete_units(call: Call) -> AdvancedConfirmationResponse:
    return _remove_units(call, call.body)


def _remove_units(call: Call, ids: list[str]) -> AdvancedConfirmationResponse:
    here = {unit.id: unit for unit in _list_units(call)}
    if any(unit_id not in here for unit_id in ids):
        raise call.missing("no such unit")
    units = [here[unit_id] for unit_id in dict.fromkeys(ids)]
    for unit in units:
        require_free(unit.operation_id)
    request_id = call.cloud.object_id()
    for unit in units:
        unit.operation_id = request_id

    def carry_out() -> None:
        for unit in units:
            _forget(call, unit)

    report_later(call, "AddressUnitDeletion", request_id, carry_out)
    return confirmed(request_id)


def _forget(call: Call, unit: AddressUnitResponse) -> None:
    call.account.units.pop(str(unit.id), None)
    call.account.address_tokens.pop(str(unit.address_token_id), None)


def _list_tokens(call: Call) -> list[AddressToken]:
    address_id = row_of(_addresses, call, "address_id").address_id
    tokens = call.account.address_tokens.values()
    return [token for token in tokens if token.address_id == address_id]


def _token_info(call: Call) -> AddressTokenInfo:
    owner, token = _token(call)
    address, devices = owner.addresses[token.address_id], call.cloud.world.devices
    return AddressTokenInfo(
        id=token.id,
        address_name=address.name,
        smartlock_names=[devices[one].name for one in address.smartlock_ids if one in devices],
    )


def _redeemed_token(call: Call) -> AddressToken:
    _, token = _token(call)
    if token.redeem_date is UNSET:
        raise call.missing("not redeemed yet")
    return token


def _redeem(call: Call) -> None:
    owner, token = _token(call)
    if token.redeem_date is not UNSET:
        raise invalid(token.id, "id")
    token.redeem_account_id = call.account.mine.account_id
    token.redeem_date, token.redeem_result = call.now, RedeemResult.OK
    for unit in owner.units.values():
        if unit.address_token_id == token.id:
            unit.redeem_date, unit.redeem_result = call.now, RedeemResult.OK


def _token(call: Call) -> tuple[AccountRecord, AddressToken]:
    """A token of any account, and whose it is: who holds it may look at it and redeem it."""
    for account in call.cloud.state.accounts.values():
        if call.arguments["id"] in account.address_tokens:
            return account, account.address_tokens[call.arguments["id"]]
    raise call.missing("no such token")


def _list_reservations(call: Call) -> list[AddressReservation]:
    address_id = row_of(_addresses, call, "address_id").address_id
    rows = call.account.reservations.values()
    return [row for row in rows if row.address_id == address_id]


def _reservation(call: Call) -> AddressReservation:
    row: AddressReservation | None = call.account.reservations.get(call.arguments["id"])
    if row is None or row.address_id != call.arguments["address_id"]:
        raise call.missing("no such reservation")
    if row.is_currently_issuing_auth or row.is_currently_revoking_auth:
        raise ApiError(400, "The reservation is being processed.")
    return row


def _issue(call: Call) -> None:
    row = _reservation(call)
    _mark(row, issuing=True)

    def done() -> None:
        _mark(row)
        row.guests_issued, row.keypad_issued = row.guests, True
        row.update_date = call.cloud.now

    call.cloud.world.clock.after(call.cloud.world.network.delay, done)


def _revoke(call: Call) -> None:
    row = _reservation(call)
    _mark(row, revoking=True)

    def done() -> None:
        _mark(row)
        row.guests_issued, row.keypad_issued = 0, False
        row.update_date = call.cloud.now

    call.cloud.world.clock.after(call.cloud.world.network.delay, done)


def _mark(row: AddressReservation, *, issuing: bool = False, revoking: bool = False) -> None:
    # The vendor sends each of the two under two names.
    row.is_currently_issuing_auth = row.currently_issuing_auth = issuing
    row.is_currently_revoking_auth = row.currently_revoking_auth = revoking


def _update_access_times(call: Call) -> None:
    row = _reservation(call)
    times: dict[str, Any] = {
        "checkInTime": call.body.check_in_time,
        "checkOutTime": call.body.check_out_time,
    }
    for name, minutes in times.items():
        if minutes is not UNSET and minutes not in _DAY:
            raise invalid(minutes, name)
    row.has_custom_access_times = any(minutes is not UNSET for minutes in times.values())
    row.update_date = call.now


ADDRESSES: Final[dict[str, Handler]] = {
    "list": _list,
    "create": _create,
    "update": _update,
    "delete": _delete,
    "list_units": _list_units,
    "create_unit": _create_unit,
    "delete_unit": _delete_unit,
    "delete_units": _delete_units,
}
TOKENS: Final[dict[str, Handler]] = {
    "list": _list_tokens,
    "get": _token_info,
    "get_redeemed": _redeemed_token,
    "redeem": _redeem,
}
RESERVATIONS: Final[dict[str, Handler]] = {
    "list": _list_reservations,
    "issue": _issue,
    "revoke": _revoke,
    "update_access_times": _update_access_times,
}
