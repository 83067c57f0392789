"""A Nuki that runs in a test suite or on a desk: devices, a bridge and the Web API, simulated.

::

    simulator = Simulator()
    bridge = simulator.add_bridge(token="secret123")
    door = simulator.add_device(DeviceType.SMART_LOCK_3, "Front door", bridge=bridge)
    simulator.at(door).turn_key(locked=False)
    simulator.clock.advance(30)

Names are imported when they are first used: the plugin for pytest is loaded in every run.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .serve.asgi import bridge_app, web_app
    from .serve.clients import connect_bridge, connect_bridge_async, connect_web, connect_web_async
    from .serve.faults import FaultKind, FaultRule
    from .serve.scenario import ScenarioError, load_scenario
    from .serve.server import SimulatorServer
    from .serve.simulator import Simulator, sample_home
    from .serve.transports import (
        AsyncSimulatorTransport,
        SimulatorTransport,
        async_http_client,
        http_client,
    )
    from .web.records import WebSettings
    from .world.bridges import Bridge, Quirks
    from .world.clock import VirtualClock
    from .world.devices import Device, Mechanics, Status
    from .world.journal import Cause, CauseKind, JournalEntry, PhysicalEvent
    from .world.outbox import Delivery
    from .world.pushes import PushFault, PushRule
    from .world.world import Account, Token

__all__ = [
    "Account",
    "AsyncSimulatorTransport",
    "Bridge",
    "Cause",
    "CauseKind",
    "Delivery",
    "Device",
    "FaultKind",
    "FaultRule",
    "JournalEntry",
    "Mechanics",
    "PhysicalEvent",
    "PushFault",
    "PushRule",
    "Quirks",
    "ScenarioError",
    "Simulator",
    "SimulatorServer",
    "SimulatorTransport",
    "Status",
    "Token",
    "VirtualClock",
    "WebSettings",
    "async_http_client",
    "bridge_app",
    "connect_bridge",
    "connect_bridge_async",
    "connect_web",
    "connect_web_async",
    "http_client",
    "load_scenario",
    "sample_home",
    "web_app",
]

_MODULES = {
    ".serve.asgi": ("bridge_app", "web_app"),
    ".serve.clients": (
        "connect_bridge",
        "connect_bridge_async",
        "connect_web",
        "connect_web_async",
    ),
    ".serve.faults": ("FaultKind", "FaultRule"),
    ".serve.scenario": ("ScenarioError", "load_scenario"),
    ".serve.server": ("SimulatorServer",),
    ".serve.simulator": ("Simulator", "sample_home"),
    ".serve.transports": (
        "AsyncSimulatorTransport",
        "SimulatorTransport",
        "async_http_client",
        "http_client",
    ),
    ".web.records": ("WebSettings",),
    ".world.bridges": ("Bridge", "Quirks"),
    ".world.clock": ("VirtualClock",),
    ".world.devices": ("Device", "Mechanics", "Status"),
    ".world.journal": ("Cause", "CauseKind", "JournalEntry", "PhysicalEvent"),
    ".world.outbox": ("Delivery",),
    ".world.pushes": ("PushFault", "PushRule"),
    ".world.world": ("Account", "Token"),
}
_MODULE_OF = {name: module for module, names in _MODULES.items() for name in names}


if not TYPE_CHECKING:  # a checker shall see the names above, and no others

    def __getattr__(name: str) -> object:
        if name not in _MODULE_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(_MODULE_OF[name], __name__), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
