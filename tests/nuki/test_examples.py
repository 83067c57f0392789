"""The two examples do what they are for, against the simulator, and stay as short as they are."""

from __future__ import annotations

import asyncio
import importlib.util
import json
from typing import TYPE_CHECKING, Any

import pytest

from nuki import AsyncHome, CallbackReceiver, DeviceType, Home
from nuki_simulator import Simulator, connect_web
from nuki_simulator.serve.clients import connect_bridge_async, virtual_clock
from tools.repository import ROOT

if TYPE_CHECKING:
    from types import ModuleType

URL = "http://192.168.1.20:8000/9fK2cQ7x"
BOOKING = {
    "id": "B17",
    "guest": "Anna",
    "doors": ["Front door", "Flat 3"],
    "check_in": "2026-03-28T15:00",
    "check_out": "2026-03-30T11:00",
}


def example(name: str) -> ModuleType:
    path = ROOT / "examples" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("name", "most"), [("home_automation", 120), ("rentals", 100)])
def test_an_example_is_short(name: str, most: int) -> None:
    assert len((ROOT / "examples" / f"{name}.py").read_text(encoding="utf-8").splitlines()) <= most


def test_a_home_automation(nuki_simulator: Simulator) -> None:
    lines = list[dict[str, Any]]()
    receiver = CallbackReceiver(URL, clock=virtual_clock(nuki_simulator))
    nuki_simulator.outbox.receivers[URL] = lambda sent: receiver.receive("POST", {}, sent.body)[0]
    door = nuki_simulator.find("Front door")

    class EnoughError(Exception):
        pass

    def publish(line: str) -> None:
        lines.append(json.loads(line))
        if lines[-1].get("event") == "BecameUnavailable":
            raise EnoughError

    at, bell = nuki_simulator.at(door), nuki_simulator.at(nuki_simulator.find("Intercom"))
    nuki_simulator.clock.after(30, lambda: at.turn_key(locked=False))
    nuki_simulator.clock.after(60, at.open_door)
    nuki_simulator.clock.after(90, bell.press_bell)
    nuki_simulator.clock.after(120, at.lose_connection)

    async def main() -> list[str]:
        home = AsyncHome(connect_bridge_async(nuki_simulator))
        automation = example("home_automation").HomeAutomation(home, receiver, publish)
        with pytest.raises(EnoughError):
            await automation.run()
        at.regain_connection()
        commands = [("unlock", "Front door"), ("open", "Intercom"), ("open", "Front door")]
        told = [await automation.command(*command) for command in commands]
        at.jam()
        told.append(await automation.command("lock", "1A2B3C4D"))
        told.append(await automation.command("lock", "Cellar"))
        return told

    told = asyncio.run(main())
    names = {line["name"] for line in lines if "event" not in line}
    assert names == {"Front door", "Intercom", "Back door", "Office"}
    events = [line for line in lines if "event" in line]
    assert [line["event"] for line in events] == [
        "StateChanged",
        "DoorChanged",
        "Rang",
        *["StateChanged", "DoorChanged", "BecameUnavailable"],
    ]
    assert events[0]["locked"] is False
    assert events[1]["door_open"] is True
    assert "does not reach" in events[-1]["why"]
    assert told[:3] == [
        "done: Front door is unlocked",
        "done: Intercom is online",
        "Front door cannot open",
    ]
    assert told[3].startswith("not done: Front door: lock: the motor could not turn")
    assert told[4].startswith("failed: there is no device 'Cellar'")


def test_a_rental_automation(nuki_simulator: Simulator) -> None:
    module = example("rentals")
    nuki_simulator.add_device(DeviceType.SMART_LOCK_3, "Flat 3", keypad=True)
    with Home(connect_web(nuki_simulator)) as home:
        rentals = module.Rentals(home)
        booking = module.Booking.read(BOOKING)
        first = rentals.keep([booking])["B17"]
        assert first["doors"] == ["Flat 3", "Front door"]
        assert not first["problems"]
        assert first["guest"] == "Anna"
        code = int(first["code"])
        assert rentals.keep([booking])["B17"] == first
        elsewhere = module.Booking.read({**BOOKING, "id": "B18", "doors": ["Back door", "Cellar"]})
        second = rentals.keep([booking, elsewhere])["B18"]
        assert second["problems"]["Back door"] == "it has no keypad"
        assert "no device 'Cellar'" in second["problems"]["Cellar"]
        later = module.Booking.read({**BOOKING, "check_out": "2026-03-31T11:00"})
        assert rentals.keep([later])["B17"]["code"] == str(code)
        held = [auth for auth in nuki_simulator.find("Flat 3").auths.values() if auth.code == code]
        assert [auth.allowed_until_date.isoformat() for auth in held] == [  # type: ignore[union-attr]
            "2026-03-31T09:00:00+00:00"
        ]
        gone = rentals.keep([])["B17"]
        assert sorted(gone["removed"]) == ["Flat 3", "Front door"]
        kept = {auth.name for auth in nuki_simulator.find("Front door").auths.values()}
        assert kept == {"Cleaner", "Owner"}
        nuki_simulator.at(nuki_simulator.find("Flat 3")).enter_code(code)
        assert "INVALID_CODE" in rentals.visits("Flat 3", days=100_000)


def test_a_booking_that_cannot_be_is_refused() -> None:
    module = example("rentals")
    for change in ({"check_in": "2026-03-31T11:00"}, {"check_out": None}):
        with pytest.raises(ValueError, match=r"not after its start|isoformat"):
            module.Booking.read({**BOOKING, **change})
