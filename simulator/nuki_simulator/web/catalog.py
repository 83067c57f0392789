"""Data that is the same for every account: intercoms, booking services and companies."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from nuki.web import Company, OpenerIntercomBrand, OpenerIntercomModel, ServiceId, VerifiedState

from .cloud import Handlers
from .rows import fetched, listed

if TYPE_CHECKING:
    from nuki_core.json import JsonObject

    from .cloud import Call

HANDLERS: Final = Handlers()

_BRANDS: Final = ("Generic", "Analogue Systems", "Digital Systems")
_RECENT: Final = timedelta(days=30)


def _brands(_call: Call) -> dict[int, OpenerIntercomBrand]:
    return {
        number: OpenerIntercomBrand(brand_id=number, brand=name)
        for number, name in enumerate(_BRANDS, start=1)
    }


def _intercoms(call: Call) -> dict[int, OpenerIntercomModel]:
    started = call.cloud.world.clock.start
    states = (VerifiedState.VERIFIED, VerifiedState.NOT_VERIFIED, VerifiedState.NOT_COMPATIBLE)
    return {
        3 * brand + place + 1: OpenerIntercomModel(
            intercom_id=3 * brand + place + 1,
            brand_id=brand + 1,
            model=f"{name} {place + 1}",
            type=brand,
            verified=verified,
            con_audioout="1",
            con_bus_audio="2",
            con_doorbell_minus="3",
            con_doorbell_plus="4",
            con_gnd_analogue="5",
            con_gnd_bus="6",
            con_opendoor="7",
            bus_mode_switch=0,
            bus_mode_switch_short_circuit_duration=0,
            creation_date=started - timedelta(days=400),
            update_date=started - timedelta(days=10 * (place + 1) ** 2),
        )
        for brand, name in enumerate(_BRANDS)
        for place, verified in enumerate(states)
    }


@HANDLERS.answers("opener.list_intercoms")
def list_intercoms(call: Call) -> list[OpenerIntercomModel]:
    """``GET /opener/intercom``."""
    found = listed(_intercoms, brand_id="brand_id")(call)
    if call.arguments.get("ignore_verified"):
        found = [model for model in found if model.verified != VerifiedState.VERIFIED]
    if call.arguments.get("recently_changed"):
        found = [model for model in found if model.update_date >= call.now - _RECENT]
    return list(found)


def _services(call: Call) -> dict[str, JsonObject]:
    return {
        service.value: {
            "serviceId": service.value,
            "name": service.value.title(),
            "linked": service.value in call.account.linked_services,
        }
        for service in ServiceId
    }


@HANDLERS.answers("service.list")
def list_services(call: Call) -> list[JsonObject]:
    """``GET /service``."""
    wanted = call.arguments.get("service_ids")
    found = _services(call)
    return list(found.values()) if not wanted else [found[one] for one in wanted if one in found]


@HANDLERS.answers("service.get")
def get_service(call: Call) -> JsonObject:
    """``GET /service/{serviceId}``."""
    found = _services(call).get(call.arguments["service_id"])
    if found is None:
        raise call.missing("no such service")
    return found


@HANDLERS.answers("service.link")
def link_service(call: Call) -> str:
    """``POST /service/{serviceId}/link``."""
    service_id = str(get_service(call)["serviceId"])
    call.account.linked_services.add(service_id)
    return f"https://web.nuki.io/service/{service_id}/linked"


@HANDLERS.answers("service.unlink")
def unlink_service(call: Call) -> None:
    """``POST /service/{serviceId}/unlink``."""
    call.account.linked_services.discard(_linked(call))


@HANDLERS.answers("service.sync")
def sync_service(call: Call) -> None:
    """``POST /service/{serviceId}/sync``."""
    _linked(call)


def _linked(call: Call) -> str:
    service_id = str(get_service(call)["serviceId"])
    if service_id not in call.account.linked_services:
        raise call.missing("the service is not linked")
    return service_id


@HANDLERS.answers("company.list")
def list_companies(_call: Call) -> list[Company]:
    """``GET /company``."""
    return [Company(name="Example Rentals", email="rentals@example.com")]


HANDLERS.add("opener.list_brands", listed(_brands))
HANDLERS.add("opener.get_brand", fetched(_brands, "brand_id"))
HANDLERS.add("opener.get_intercom", fetched(_intercoms, "intercom_id"))
