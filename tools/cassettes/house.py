"""A small house, and requests to its bridge without a client in between."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import attrs
from nacl.secret import SecretBox

from nuki.bridge import OPERATIONS
from nuki_core.ids import DeviceType
from nuki_simulator import Bridge, Device, Simulator
from nuki_simulator.messages import HttpRequest, HttpResponse, Wait
from nuki_simulator.serve.dispatch import Host, proceed, receive

from .described import problems

if TYPE_CHECKING:
    from nuki_core.request import Operation

TOKEN: Final = "BridgeToken12345"


@attrs.frozen(eq=False)
class House:
    simulator: Simulator
    bridge: Bridge
    door: Device
    opener: Device

    def get(self, path: str, **query: object) -> HttpResponse:
        """Ask the bridge with the plain token, and let all waits pass."""
        return self.ask(path, token=TOKEN, **query)

    def ask(self, path: str, **query: object) -> HttpResponse:
        return self.finish(self.begin(path, **query))

    def begin(self, path: str, **query: object) -> HttpResponse | Wait:
        text = tuple((name, str(value)) for name, value in query.items())
        return receive(self.simulator, Host(self.bridge), HttpRequest("GET", path, text))

    def finish(self, reply: HttpResponse | Wait) -> HttpResponse:
        while isinstance(reply, Wait):
            self.simulator.clock.advance(reply.seconds)
            reply = proceed(self.simulator, reply)
        return reply

    def json(self, path: str, **query: object) -> Any:
        answer = self.get(path, **query)
        assert answer.status == 200, answer
        return json.loads(answer.body, strict=False)

    def about(self, device: Device) -> dict[str, object]:
        """The parameters that address a device."""
        return {"nukiId": int(device.nuki_id), "deviceType": int(device.type)}

    def hashed(self, rnr: int = 1, ahead: float = 0) -> dict[str, object]:
        ts = self.time(ahead)
        digest = hashlib.sha256(f"{ts},{rnr},{TOKEN}".encode()).hexdigest()
        return {"ts": ts, "rnr": rnr, "hash": digest}

    def encrypted(self, rnr: int = 1, ahead: float = 0) -> dict[str, object]:
        plain = f"{self.time(ahead)},{rnr}".encode()
        nonce = rnr.to_bytes(24, "big")
        box = SecretBox(hashlib.sha256(TOKEN.encode()).digest())
        return {"ctoken": box.encrypt(plain, nonce).ciphertext.hex(), "nonce": nonce.hex()}

    def time(self, ahead: float = 0) -> str:
        moment = self.simulator.clock.now() + timedelta(seconds=ahead)
        return f"{moment:%Y-%m-%dT%H:%M:%SZ}"


def house() -> House:
    simulator = Simulator()
    bridge = simulator.add_bridge(token=TOKEN)
    door = simulator.add_device(
        DeviceType.SMART_LOCK_3, "Front door", bridge=bridge, keypad=True, door_sensor=True
    )
    opener = simulator.add_device(DeviceType.OPENER, "Intercom", bridge=bridge)
    return House(simulator, bridge, door, opener)


def operation(path: str) -> Operation:
    return next(operation for operation in OPERATIONS if operation.path == path)


def arguments(at: House, path: str) -> dict[str, object]:
    """Parameters with which an operation is answered as it should be."""
    about = at.about(at.door)
    known: dict[str, dict[str, object]] = {
        "/configAuth": {"enable": 1},
        "/callback/add": {"url": "http://192.168.1.9/hook"},
        "/callback/remove": {"id": 0},
        "/lockState": about,
        "/lockAction": {**about, "action": 2},
        "/lock": about,
        "/unlock": about,
        "/unpair": about,
    }
    return known.get(path, {})


def checked(path: str, answer: HttpResponse) -> HttpResponse:
    """The answer, which must be as the description has it."""
    assert problems("bridge", operation(path), answer) == []
    return answer
