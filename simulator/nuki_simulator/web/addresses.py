"""``/address``: places, their units, the tokens that open them, and bookings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from nuki.web import (
    Address,
    AddressReservation,
    AddressToken,
    AddressTokenInfo,
    AddressUnitResponse,
    RedeemResult,
)
from nuki_core.unset import UNSET

from .cloud import Handlers
from .device_views import devices_of, require_free
from .errors import ApiError, invalid
from .rows import filled, merge, row_of
from .webhooks import confirmed, report_later

if TYPE_CHECKING:
    from collections.abc import Mapping

    from nuki.web import AdvancedConfirmationResponse

    from .cloud import Call
    from .records import AccountRecord

HANDLERS: Final = Handlers()

R = TypeVar("R", AddressReservation, AddressToken, AddressUnitResponse)

_DAY: Final = range(24 * 60 + 1)


def _addresses(call: Call) -> dict[int, Address]:
    return call.account.addresses


@HANDLERS.answers("address.list")
def list_addresses(call: Call) -> list[Address]:
    """``GET /address``."""
    return list(call.account.addresses.values())


@HANDLERS.answers("address.create")
def create_address(call: Call) -> Address:
    """``PUT /address``."""
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


@HANDLERS.answers("address.update")
def update_address(call: Call) -> None:
    """``POST /address/{addressId}``."""
    address = row_of(_addresses, call, "address_id")
    if call.body.smartlock_ids is not UNSET:
        devices_of(call, call.body.smartlock_ids)
    merge(address, call.body, call.now)


@HANDLERS.answers("address.delete")
def delete_address(call: Call) -> None:
    """``DELETE /address/{addressId}``."""
    units = list_units(call)
    del call.account.addresses[call.arguments["address_id"]]
    for unit in units:
        _forget(call, unit)


@HANDLERS.answers("address.list_units")
def list_units(call: Call) -> list[AddressUnitResponse]:
    """``GET /address/{addressId}/unit``."""
    return _here(call, call.account.units)


def _here(call: Call, rows: Mapping[str, R]) -> list[R]:
    """Choose the rows of the address that the call names."""
    address_id = row_of(_addresses, call, "address_id").address_id
    return [row for row in rows.values() if row.address_id == address_id]


@HANDLERS.answers("address.create_unit")
def create_unit(call: Call) -> AddressUnitResponse:
    """``PUT /address/{addressId}/unit``."""
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


@HANDLERS.answers("address.delete_unit")
def delete_unit(call: Call) -> AdvancedConfirmationResponse:
    """``DELETE /address/{addressId}/unit/{id}``."""
    return _remove_units(call, [call.arguments["unit_id"]])


@HANDLERS.answers("address.delete_unit_many")
def delete_unit_many(call: Call) -> AdvancedConfirmationResponse:
    """``DELETE /address/{addressId}/unit``."""
    return _remove_units(call, call.body)


def _remove_units(call: Call, ids: list[str]) -> AdvancedConfirmationResponse:
    here = {unit.id: unit for unit in list_units(call)}
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


@HANDLERS.answers("address_token.list")
def list_tokens(call: Call) -> list[AddressToken]:
    """``GET /address/{addressId}/token``."""
    return _here(call, call.account.address_tokens)


@HANDLERS.answers("address_token.get")
def get_token(call: Call) -> AddressTokenInfo:
    """``GET /address/token/{id}``."""
    owner, token = _token(call)
    address, devices = owner.addresses[token.address_id], call.cloud.world.devices
    return AddressTokenInfo(
        id=token.id,
        address_name=address.name,
        smartlock_names=[devices[one].name for one in address.smartlock_ids if one in devices],
    )


@HANDLERS.answers("address_token.get_redeemed")
def get_redeemed(call: Call) -> AddressToken:
    """``GET /address/token/{id}/redeem``."""
    _, token = _token(call)
    if token.redeem_date is UNSET:
        raise call.missing("not redeemed yet")
    return token


@HANDLERS.answers("address_token.redeem")
def redeem_token(call: Call) -> None:
    """``POST /address/token/{id}/redeem``."""
    owner, token = _token(call)
    if token.redeem_date is not UNSET:
        raise invalid(token.id, "id")
    token.redeem_account_id = call.account.mine.account_id
    token.redeem_date, token.redeem_result = call.now, RedeemResult.OK
    for unit in owner.units.values():
        if unit.address_token_id == token.id:
            unit.redeem_date, unit.redeem_result = call.now, RedeemResult.OK


def _token(call: Call) -> tuple[AccountRecord, AddressToken]:
    """Find a token of any account, and whose it is: who holds it may look at it and redeem it."""
    for account in call.cloud.state.accounts.values():
        if call.arguments["token_id"] in account.address_tokens:
            return account, account.address_tokens[call.arguments["token_id"]]
    raise call.missing("no such token")


@HANDLERS.answers("address_reservation.list")
def list_reservations(call: Call) -> list[AddressReservation]:
    """``GET /address/{addressId}/reservation``."""
    return _here(call, call.account.reservations)


def _reservation(call: Call) -> AddressReservation:
    row: AddressReservation | None = call.account.reservations.get(call.arguments["reservation_id"])
    if row is None or row.address_id != call.arguments["address_id"]:
        raise call.missing("no such reservation")
    if row.is_currently_issuing_auth or row.is_currently_revoking_auth:
        raise ApiError(400, "The reservation is being processed.")
    return row


@HANDLERS.answers("address_reservation.issue")
def issue_reservation(call: Call) -> None:
    """``POST /address/{addressId}/reservation/{id}/issue``."""
    _process(call, issuing=True)


@HANDLERS.answers("address_reservation.revoke")
def revoke_reservation(call: Call) -> None:
    """``POST /address/{addressId}/reservation/{id}/revoke``."""
    _process(call, issuing=False)


def _process(call: Call, *, issuing: bool) -> None:
    """Issue or revoke what a reservation's guests open with; the server takes a moment for it."""
    row = _reservation(call)
    _mark(row, issuing=issuing, revoking=not issuing)

    def done() -> None:
        _mark(row)
        row.guests_issued, row.keypad_issued = row.guests if issuing else 0, issuing
        row.update_date = call.cloud.now

    call.cloud.world.clock.after(call.cloud.world.network.delay, done)


def _mark(row: AddressReservation, *, issuing: bool = False, revoking: bool = False) -> None:
    # The vendor sends each of the two under two names.
    row.is_currently_issuing_auth = row.currently_issuing_auth = issuing
    row.is_currently_revoking_auth = row.currently_revoking_auth = revoking


@HANDLERS.answers("address_reservation.update_access_times")
def update_access_times(call: Call) -> None:
    """``POST /address/{addressId}/reservation/{id}/update/accesstimes``."""
    row = _reservation(call)
    arrival, departure = call.body.check_in_time, call.body.check_out_time
    for name, minutes in (("checkInTime", arrival), ("checkOutTime", departure)):
        if minutes is not UNSET and minutes not in _DAY:
            raise invalid(minutes, name)
    row.has_custom_access_times = arrival is not UNSET or departure is not UNSET
    row.update_date = call.now
