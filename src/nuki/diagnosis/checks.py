"""The table of checks, in the order in which they are made: each may use what those before learned.

None of them moves a bolt, and none registers, changes or removes anything: they are GET requests of
operations that only read, and looks at whether somebody takes connections at an address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, TypeAlias

import attrs

from .bridge_checks import check_reach, check_server
from .callback_checks import check_callbacks
from .credential_checks import check_clock, check_credentials, firmware
from .device_checks import check_bridge_devices, check_web_devices
from .version_check import check_version
from .web_checks import check_scopes, check_web

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.frontends import Flow

    from .examination import Examination
    from .findings import Fact, Finding

Subject: TypeAlias = Literal["bridge", "web", "library"]
Run: TypeAlias = "Callable[[Examination], Flow[list[Finding] | None]]"


def _no_facts(_at: Examination) -> tuple[tuple[str, Fact], ...]:
    return ()


def _bridge_devices(at: Examination) -> tuple[tuple[str, Fact], ...]:
    return (("devices", len(at.devices or ())),)


def _web_devices(at: Examination) -> tuple[tuple[str, Fact], ...]:
    return (("devices", len(at.smartlocks or ())),)


@attrs.frozen
class Check:
    """A check: its name, what it looks at, and what is said if it finds nothing wrong.

    ``run`` is the flow that makes it; its value is what it found, ``None`` if it could not be made
    because of what an earlier one found, or because nobody asked for it. ``facts`` are told along
    with what is well.
    """

    name: str
    subject: Subject
    passed: str
    run: Run = attrs.field(repr=False)
    facts: Callable[[Examination], tuple[tuple[str, Fact], ...]] = attrs.field(
        default=_no_facts, repr=False
    )


CHECKS: Final = (
    Check("web", "web", "The Web API answers and knows the token.", check_web),
    Check(
        "web-scopes",
        "web",
        "The token may read devices, access and logs; whether it may act cannot be known without "
        "acting.",
        check_scopes,
    ),
    Check("bridge", "bridge", "A bridge answers at the address.", check_reach),
    Check("bridge-token", "bridge", "The bridge accepts the token.", check_credentials, firmware),
    Check("bridge-clock", "bridge", "The clocks differ by less than half a minute.", check_clock),
    Check("bridge-server", "bridge", "The bridge is connected to the server.", check_server),
    Check(
        "bridge-callbacks",
        "bridge",
        "A slot is free, and whoever holds one takes connections.",
        check_callbacks,
    ),
    Check(
        "bridge-devices",
        "bridge",
        "The bridge knows the state of all of its devices.",
        check_bridge_devices,
        _bridge_devices,
    ),
    Check("web-devices", "web", "The server reaches all devices.", check_web_devices, _web_devices),
    Check("version", "library", "The latest version is installed.", check_version),
)
"""Every check."""
