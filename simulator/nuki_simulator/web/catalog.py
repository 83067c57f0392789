"""What is the same for every account: intercoms, booking services and companies."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from nuki.web import Company, OpenerIntercomBrand, OpenerIntercomModel, ServiceId, VerifiedState

from .rows import fetched, listed

if TYPE_CHECKING:
    from nuki_core.json import JsonObject

    from .cloud import Call
    from .rows import Handler

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


def _list_intercoms(call: Call) -> list[OpenerIntercomModel]:
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


def _list_services(call: Call) -> list[JsonObject]:
    wanted = call.arguments.get("service_ids")
    found = _services(call)
    return list(found.values()) if not wanted else [found[one] for one in wanted if one in found]


def _service(call: Call) -> JsonObject:
    found = _services(call).get(call.arguments["service_id"])
    if found is None:
        raise call.missing("no such service")
    return found


def _link(call: Call) -> str:
    service_id = str(_service(call)["serviceId"])
    call.account.linked_services.add(service_id)
    return f"https://web.nuki.io/service/{service_id}/linked"


def _unlink(call: Call) -> None:
    call.account.linked_services.discard(_linked(call))


def _sync(call: Call) -> None:
    _linked(call)


def _linked(call: Call) -> str:
    service_id = str(_service(call)["serviceId"])
    if service_id not in call.account.linked_services:
        raise call.missing("the service is not linked")
    return service_id


def _companies(_call: Call) -> list[Company]:
    return [Company(name="Example Rentals", email="rentals@example.com")]


OPENERS: Final[dict[str, Handler]] = {
    "list_brands": listed(_brands),
    "get_brand": fetched(_brands, "brand_id"),
    "list_intercoms": _list_intercoms,
    "get_intercom": fetched(_intercoms, "intercom_id"),
}
SERVICES: Final[dict[str, Handler]] = {
    "list": _list_services,
    "get": _service,
    "link": _link,
    "sync": _sync,
    "unlink": _unlink,
}
COMPANIES: Final[dict[str, Handler]] = {"list": _companies}
