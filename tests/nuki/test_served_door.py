"""Homes, receivers and watches over real sockets: callbacks and webhooks arrive on a real port."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from datetime import UTC, date, datetime
from datetime import time as clock_time
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

import anyio
import attrs
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
    CallbackSlotsError,
    CallbackSubscription,
    DeviceType,
    Home,
    JammedError,
    Listings,
    Lock,
    LogAdded,
    LogCursor,
    Opener,
    PlainToken,
    Rang,
    StateChanged,
    ValidationError,
    Validity,
    WebClient,
    WebhookReceiver,
    WebhookSubscription,
)
from nuki.web import AccountUserCreate, DeviceStatusWebhook, OpenerMode, OpenerState, Weekdays
from nuki_core import inbox as inboxes
from nuki_core.clock import Clock
from nuki_simulator import Simulator, SimulatorServer
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, sample_home
from tests.nuki.test_subscriptions import application

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from nuki import Event
    from nuki_core.client import Configured
    from nuki_simulator.world.at_the_door import AtTheDoor

C = TypeVar("C", bound="Configured")

pytestmark = pytest.mark.slow
FRONT = "Front door"
SPEED = 25
TIMEOUT = 500.0  # on that clock: a busy machine may halt for a second


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
    """A served home whose time passes faster, and receivers on a port of their own.

    Its clients live on the simulator's clock: what they wait for takes a twenty-fifth of the time.
    """

    def __init__(self) -> None:
        self.simulator: Simulator = sample_home()
        self.simulator.set_speed(SPEED)
        self.simulator.web_settings.plain_webhooks = True
        self.bridge = self.simulator.bridges[0]
        clock = self.simulator.clock
        self.clock = Clock(
            now=lambda: clock.elapsed,
            sleep=lambda seconds: time.sleep(seconds / SPEED),
            asleep=lambda seconds: anyio.sleep(seconds / SPEED),
            wait=lambda inbox, seconds: inboxes.wait(inbox, seconds / SPEED),
            await_=lambda inbox, seconds: inboxes.await_(inbox, seconds / SPEED),
            date=clock.now,
        )
        self.callbacks: CallbackReceiver
        self.webhooks: WebhookReceiver
        self.base_url = self.web_url = ""

    def receivers(self, base_url: str) -> Starlette:
        self.base_url = base_url
        url = f"{base_url}/callbacks/9fK2cQ7x"
        self.callbacks = CallbackReceiver(url, senders=["127.0.0.1"], clock=self.clock)
        hooks = Mount("/webhooks", lambda *args: self.webhooks(*args))  # noqa: PLW0108 - made later
        return Starlette(routes=[Mount("/callbacks", self.callbacks), hooks])

    @contextmanager
    def hands(self, name: str = FRONT) -> Generator[AtTheDoor]:
        """What people do at a device, while the simulator is served."""
        with self.simulator.lock:
            yield self.simulator.at(self.simulator.find(name))

    def turn(self, *, locked: bool) -> None:
        with self.hands() as hands:
            hands.turn_key(locked=locked)

    def quick(self, client: C) -> C:
        """A client that lives on the simulator's clock."""
        client._settings = attrs.evolve(client._settings, clock=self.clock)
        return client

    def bridge_client(self) -> BridgeClient:
        url = self.bridge.base_url
        options: Any = {"scheme": PlainToken, "min_interval": 0.01, "timeout": TIMEOUT}
        return self.quick(BridgeClient(url, BRIDGE_TOKEN, **options))

    def web_client(self, token: str = API_TOKEN) -> WebClient:
        return self.quick(WebClient(token, base_url=self.web_url, timeout=TIMEOUT))

    def async_bridge_client(self) -> AsyncBridgeClient:
        url = self.bridge.base_url
        options: Any = {"scheme": PlainToken, "min_interval": 0.01, "timeout": TIMEOUT}
        return self.quick(AsyncBridgeClient(url, BRIDGE_TOKEN, **options))

    def async_web_client(self) -> AsyncWebClient:
        return self.quick(AsyncWebClient(API_TOKEN, base_url=self.web_url, timeout=TIMEOUT))

    def subscribe(self, web: WebClient) -> WebhookSubscription:
        """Have the webhooks of the account posted here."""
        url = f"{self.base_url}/webhooks/7xQc"
        subscription = WebhookSubscription(web, url, api_key_id=application(web))
        secret = subscription.ensure()
        self.webhooks = WebhookReceiver(str(secret), path="/webhooks/7xQc", clock=self.clock)
        return subscription


@pytest.fixture
def served() -> Iterator[Served]:
    home = Served()
    with SimulatorServer(home.simulator) as server, listening(home.receivers):
        home.web_url = server.web_url
        yield home


def first(watch: Any, kind: type[Event[Any]]) -> Any:
    return next(event for event in watch if type(event) is kind)


def test_callbacks_arrive(served: Served) -> None:
    with (
        Home(served.bridge_client()) as home,
        home.watch(callbacks=served.callbacks, poll_interval=600) as watch,
    ):
        served.turn(locked=False)
        assert first(watch, StateChanged).after.is_locked is False
        with served.hands("Intercom") as hands:
            hands.press_bell()
        assert first(watch, Rang).device.name == "Intercom"
        forged = httpx.post(f"{served.base_url}/callbacks/other", content=b"{}")
        assert forged.status_code == 403
    assert not served.bridge.callbacks


def test_webhooks_arrive(served: Served) -> None:
    with served.web_client() as web:
        subscription = served.subscribe(web)
        with Home(web).watch(webhooks=served.webhooks, poll_interval=600) as watch:
            served.turn(locked=False)
            entry = first(watch, LogAdded).entry
            assert entry.action.name == "UNLOCK"
            forged = httpx.post(f"{served.base_url}/webhooks/7xQc", content=b"{}")
            assert forged.status_code == 403
        assert subscription.remove()
    assert served.webhooks.refused == 1


def test_pushes_of_both_apis_and_what_becomes_of_them(served: Served) -> None:
    """A push is lost, and the bridge forgets its callbacks: then the next poll tells."""
    with Home(served.bridge_client(), served.web_client()) as home:
        served.subscribe(home.web)
        with home.watch(
            callbacks=served.callbacks, webhooks=served.webhooks, poll_interval=20
        ) as watch:
            served.turn(locked=False)
            missing: set[type] = {StateChanged, LogAdded}
            for event in watch:
                missing.discard(type(event))
                if not missing:
                    break
            assert home.device(FRONT, Lock).is_locked is False
            with served.simulator.lock:
                served.simulator.lose_push(times=9)
                served.simulator.at(served.bridge).forget_callbacks()
            served.turn(locked=True)
            assert first(watch, StateChanged).after.is_locked is True
            with served.simulator.lock:
                served.simulator.pushes.clear()
                served.simulator.repeat_push(seconds=1)
                served.simulator.at(served.bridge).pull_power()
            served.turn(locked=False)
            found = next(event for event in watch if event.after.is_locked is False)
            assert found.device.name == FRONT
            assert found.after.source == "web"


def test_actions_codes_and_logs(served: Served) -> None:
    web = served.web_client()
    with Home(served.bridge_client(), web) as home:
        door = home.device(FRONT, Lock)
        assert door.unlock().is_locked is False
        entry = door.codes.add("Anna", valid=Validity(zone=door.zone))
        assert door.codes.update(entry, name="Anna B.").name == "Anna B."
        door.codes.remove(entry)
        assert [one.action.name for one in door.log()] == ["UNLOCK"]
        names = {one.name for one in Listings(web).authorizations()}
        assert names == {"Cleaner", "Owner"}
        with served.hands() as hands:
            hands.jam()
        with pytest.raises(JammedError):
            door.lock()
    with Home(served.web_client()) as home, pytest.raises(JammedError):
        home.device(FRONT, Lock).lock()


def test_an_opener_in_all_its_modes(served: Served) -> None:
    for client in (served.bridge_client(), served.web_client()):
        with Home(client) as home:
            opener = home.device("Intercom", Opener)
            assert opener.open().state in {OpenerState.ONLINE, OpenerState.OPEN}
            assert opener.activate_ring_to_open().state == OpenerState.RING_TO_OPEN_ACTIVE
            assert opener.deactivate_ring_to_open().state == OpenerState.ONLINE
            assert opener.activate_continuous_mode().mode == OpenerMode.CONTINUOUS
            assert opener.deactivate_continuous_mode().mode == OpenerMode.DOOR


def test_settings_of_every_type(served: Served) -> None:
    with Home(served.web_client()) as home:
        for device in home.devices():
            before = device.config
            changed = device.update_config(led_brightness=4, pairing_enabled=False)
            assert before is not None
            assert (changed.led_brightness, changed.pairing_enabled) == (4, False)
            assert changed.name == before.name
            assert device.config == changed
        opener = home.device("Intercom").update_advanced_config(doorbell_suppression=3)
        assert opener.to_dict()["doorbellSuppression"] == 3
        with pytest.raises(ValidationError, match="no such setting"):
            home.device(FRONT).update_config(colour="red")


def test_authorizations_and_their_validity(served: Served) -> None:
    with served.web_client() as web, Home(web) as home:
        user = web.account_user.create(AccountUserCreate(email="a@example.com", name="Anna"))
        door = home.device(FRONT, Lock)
        # The clock in Vienna goes forward on 29 March 2026.
        valid = Validity(
            date(2026, 3, 28),
            datetime(2026, 3, 29, 18, 0),  # noqa: DTZ001 - on the lock's clock
            weekdays=Weekdays.SATURDAY | Weekdays.SUNDAY,
            from_time=clock_time(8),
            until_time=clock_time(20),
            zone=door.zone,
        )
        entry = door.authorizations.add("Anna", user.account_user_id, valid=valid)
        assert Validity.of(entry, door.zone).limits() == valid.limits()
        assert entry.allowed_until_date == datetime(2026, 3, 29, 16, 0, tzinfo=UTC)
        limitless = door.authorizations.update(entry, valid=Validity(), enabled=False)
        assert Validity.of(limitless, door.zone).limits() == Validity().limits()
        assert limitless.enabled is False
        door.authorizations.remove(entry)
        assert {one.name for one in door.authorizations.list()} == {"Cleaner", "Owner"}


def test_a_log_is_followed_across_restarts(served: Served) -> None:
    with served.web_client() as web:
        cursor, found = LogCursor(), list[str]()
        following = Listings(web).follow_log(after=cursor, interval=1)

        def happen() -> None:
            time.sleep(0.2)
            with served.hands("Back door") as hands:
                hands.lose_connection()
                hands.turn_key(locked=False)
            for number in range(60):
                served.turn(locked=bool(number % 2))
            with served.hands("Back door") as hands:
                hands.regain_connection()

        thread = threading.Thread(target=happen)
        thread.start()
        found += [entry.id for entry in islice(following, 20)]
        following.close()
        thread.join()
        again = Listings(web).follow_log(after=LogCursor(str(cursor)), interval=1)
        found += [entry.id for entry in islice(again, 41)]
    made = [served.simulator.find(name).log for name in (FRONT, "Back door")]
    assert sorted(found) == sorted(entry.id for log in made for entry in log)


def test_a_code_on_every_door(served: Served) -> None:
    with served.simulator.lock:
        for number in range(12):
            served.simulator.add_device(DeviceType.SMART_LOCK_3, f"Flat {number}", keypad=True)
        served.simulator.add_code(served.simulator.find("Flat 7"), "Berta", 394871)
    with Home(served.bridge_client(), served.web_client()) as home:
        report = home.add_code("Anna", 394871)
        assert len(report.done) == 12
        assert [door.name for door in report.failed] == ["Flat 7"]
        assert {*report.skipped, *report.done, *report.failed} == set(home.devices())
        again = home.add_code("Anna", 394871)
        assert not again.done
        assert len(again.already) == 12
        assert len(home.remove_code("Anna").done) == 12


def test_subscriptions(served: Served) -> None:
    with served.bridge_client() as bridge:
        subscription = CallbackSubscription(bridge, served.callbacks.url)
        assert [subscription.ensure(), subscription.ensure()] == [True, False]
        assert [subscription.remove(), subscription.remove()] == [True, False]
        for number in range(3):
            bridge.callback.add(f"http://192.168.1.{number}/")
        with pytest.raises(CallbackSlotsError, match=r"http://192\.168\.1\.2"):
            subscription.ensure()
    with served.simulator.lock:
        served.simulator.add_token(text="decentral", scopes=("smartlock", "webhook.decentral"))
    with served.web_client("decentral") as web:
        url = f"{served.base_url}/webhooks/3kQx"
        decentral = WebhookSubscription(web, url)
        secret = decentral.ensure()
        assert secret
        served.webhooks = WebhookReceiver(secret, path="/webhooks/3kQx")
        assert decentral.ensure() is None
        served.turn(locked=False)
        assert isinstance(next(iter(served.webhooks)), DeviceStatusWebhook)
        assert decentral.remove()


def test_tasks_do_all_that_too(served: Served) -> None:
    with served.web_client() as web:
        served.subscribe(web)

    async def main() -> None:
        bridge, web = served.async_bridge_client(), served.async_web_client()
        async with AsyncHome(bridge, web) as home:
            door = await home.device(FRONT, AsyncLock)
            assert (await door.unlock()).is_locked is False
            entry = await door.codes.add("Anna", valid=Validity(date(2026, 3, 10)))
            await door.authorizations.remove(entry)
            assert (await door.update_config(led_brightness=2)).led_brightness == 2
            assert [door.name for door in (await home.add_code("Berta")).done] == [FRONT]
            cursor = LogCursor(since=served.simulator.clock.start)
            async with home.watch(
                callbacks=served.callbacks, webhooks=served.webhooks, poll_interval=600
            ) as watch:
                await anyio.to_thread.run_sync(lambda: served.turn(locked=True))
                events = aiter(watch)
                kinds = {type(await anext(events)) for _ in range(2)}
                assert kinds == {StateChanged, LogAdded}
            assert door.is_locked is True
            log = door.follow_log(after=cursor, interval=1)
            assert [(await anext(log)).action.name for _ in range(2)] == ["UNLOCK", "LOCK"]
            await log.aclose()

    anyio.run(main)
