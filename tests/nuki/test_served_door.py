"""Homes, receivers and watches over real sockets: callbacks and webhooks arrive on a real port."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import anyio
import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.routing import Mount

from nuki import (
    AsyncBridgeClient,
    AsyncHome,
    AsyncLock,
    AsyncWebClient,
    BridgeClient,
    CallbackReceiver,
    Home,
    JammedError,
    Listings,
    Lock,
    LogAdded,
    Opener,
    PlainToken,
    Rang,
    StateChanged,
    Validity,
    WebClient,
    WebhookReceiver,
    WebhookSubscription,
)
from nuki.web import OpenerMode, OpenerState
from nuki_simulator import Simulator, SimulatorServer
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home
from tests.nuki.test_subscriptions import application

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from nuki import Event

pytestmark = pytest.mark.slow
FRONT = "Front door"


@contextmanager
def listening(build: Callable[[str], Starlette]) -> Generator[None]:
    """Serve an application that is built for the address at which it is served."""
    config = uvicorn.Config(Starlette(), port=0, lifespan="off", log_level="critical")
    socket = config.bind_socket()
    config.app = build(f"http://127.0.0.1:{socket.getsockname()[1]}")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([socket],))
    thread.start()
    try:
        yield
    finally:
        server.should_exit = True
        thread.join()
        socket.close()


class Served:
    """A served home, and receivers on a port of their own."""

    def __init__(self) -> None:
        self.simulator: Simulator = sample_home()
        self.bridge = self.simulator.bridges[0]
        self.bridge.quirks.reading = 0.05
        self.simulator.network.delay = 0.1
        for device in self.simulator.devices.values():
            device.mechanics.motor = device.mechanics.unlatch = 0.1
        self.callbacks: CallbackReceiver
        self.webhooks: WebhookReceiver
        self.base_url = ""

    def receivers(self, base_url: str) -> Starlette:
        self.base_url = base_url
        self.callbacks = CallbackReceiver(f"{base_url}/callbacks/9fK2cQ7x", senders=["127.0.0.1"])
        hooks = Mount("/webhooks", lambda *args: self.webhooks(*args))  # noqa: PLW0108 - made later
        return Starlette(routes=[Mount("/callbacks", self.callbacks), hooks])

    def turn(self, *, locked: bool) -> None:
        with self.simulator.lock:
            self.simulator.at(self.simulator.find(FRONT)).turn_key(locked=locked)

    def subscribe(self, web: WebClient) -> None:
        """Have webhooks posted here; the simulator does not insist on TLS for this one."""
        api_key_id = application(web)
        url = "https://example.com/webhooks/7xQc"
        secret = WebhookSubscription(web, url, api_key_id=api_key_id).ensure()
        self.webhooks = WebhookReceiver(str(secret), path="/webhooks/7xQc")
        from nuki_simulator.web.cloud import Cloud

        with self.simulator.lock:
            account = Cloud.of(self.simulator).account(self.simulator.account.account_id)
            account.applications[api_key_id].webhook_url = f"{self.base_url}/webhooks/7xQc"


@pytest.fixture
def served() -> Iterator[tuple[Served, str]]:
    home = Served()
    with SimulatorServer(home.simulator) as server, listening(home.receivers):
        yield home, server.web_url


def bridge_of(served: Served) -> BridgeClient:
    url = served.bridge.base_url
    return BridgeClient(url, token=BRIDGE_TOKEN, scheme=PlainToken, min_interval=0.01)


def first(watch: Any, kind: type[Event[Any]]) -> Any:
    return next(event for event in watch if type(event) is kind)


def test_callbacks_arrive(served: tuple[Served, str]) -> None:
    house, _ = served
    began = time.monotonic()
    with Home(bridge_of(house)) as home, home.watch(callbacks=house.callbacks) as watch:
        house.turn(locked=False)
        assert first(watch, StateChanged).after.is_locked is False
        with house.simulator.lock:
            house.simulator.at(house.simulator.find("Intercom")).press_bell()
        assert first(watch, Rang).device.name == "Intercom"
        forged = httpx.post(f"{house.base_url}/callbacks/other", content=b"{}")
        assert forged.status_code == 403
    assert time.monotonic() - began < 25  # less than a poll without pushes
    assert not house.bridge.callbacks


def test_webhooks_arrive(served: tuple[Served, str]) -> None:
    house, url = served
    began = time.monotonic()
    with WebClient(API_TOKEN, base_url=url) as web:
        house.subscribe(web)
        with Home(web).watch(webhooks=house.webhooks) as watch:
            house.turn(locked=False)
            entry = first(watch, LogAdded).entry
            assert entry.action.name == "UNLOCK"
            forged = httpx.post(f"{house.base_url}/webhooks/7xQc", content=b"{}")
            assert forged.status_code == 403
    assert time.monotonic() - began < 25
    assert house.webhooks.refused == 1


def test_actions_codes_and_logs(served: tuple[Served, str]) -> None:
    house, url = served
    web = WebClient(API_TOKEN, base_url=url)
    with Home(bridge_of(house), web) as home:
        door = home.device(FRONT, Lock)
        assert door.unlock().is_locked is False
        entry = door.codes.add("Anna", valid=Validity(zone=door.zone))
        assert door.codes.update(entry, name="Anna B.").name == "Anna B."
        door.codes.remove(entry)
        assert [one.action.name for one in door.log()] == ["UNLOCK"]
        names = {one.name for one in Listings(web).authorizations()}
        assert names == {"Cleaner", "Owner"}
        with house.simulator.lock:
            house.simulator.at(house.simulator.find(FRONT)).jam()
        with pytest.raises(JammedError):
            door.lock()
    with Home(WebClient(API_TOKEN, base_url=url)) as home, pytest.raises(JammedError):
        home.device(FRONT, Lock).lock()


def test_an_opener_in_all_its_modes(served: tuple[Served, str]) -> None:
    house, url = served
    for apis in ((bridge_of(house),), (WebClient(API_TOKEN, base_url=url),)):
        with Home(*apis) as home:
            opener = home.device("Intercom", Opener)
            assert opener.open().state in {OpenerState.ONLINE, OpenerState.OPEN}
            assert opener.activate_ring_to_open().state == OpenerState.RING_TO_OPEN_ACTIVE
            assert opener.deactivate_ring_to_open().state == OpenerState.ONLINE
            assert opener.activate_continuous_mode().mode == OpenerMode.CONTINUOUS
            assert opener.deactivate_continuous_mode().mode == OpenerMode.DOOR


def test_a_code_on_every_door(served: tuple[Served, str]) -> None:
    house, url = served
    with Home(bridge_of(house), WebClient(API_TOKEN, base_url=url)) as home:
        report = home.add_code("Anna", valid=Validity())
        assert [door.name for door in report.done] == [FRONT]
        assert set(report.skipped) | set(report.done) == set(home.devices())
        again = home.add_code("Anna", valid=Validity())
        assert not again.done
        assert again.code == report.code
        assert [door.name for door in home.remove_code("Anna").done] == [FRONT]


def test_tasks_do_all_that_too(served: tuple[Served, str]) -> None:
    house, url = served

    async def main() -> None:
        bridge = AsyncBridgeClient(
            house.bridge.base_url, token=BRIDGE_TOKEN, scheme=PlainToken, min_interval=0.01
        )
        async with AsyncHome(bridge, AsyncWebClient(API_TOKEN, base_url=url)) as home:
            door = await home.device(FRONT, AsyncLock)
            assert (await door.unlock()).is_locked is False
            async with home.watch(callbacks=house.callbacks) as watch:
                await anyio.to_thread.run_sync(lambda: house.turn(locked=True))
                async for event in watch:
                    if isinstance(event, StateChanged):
                        break
            assert door.is_locked is True

    began = time.monotonic()
    anyio.run(main)
    assert time.monotonic() - began < 25
