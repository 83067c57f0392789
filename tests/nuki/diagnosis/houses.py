"""Houses with something wrong in them, and what a doctor has to find there."""

from __future__ import annotations

import errno
import socket
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import anyio
import attrs
import httpx

from nuki import (
    AsyncBridgeClient,
    BridgeClient,
    EncryptedToken,
    FirmwareVersion,
    HashedToken,
    MemoryTokenStore,
    OAuth2,
    OAuthToken,
    PlainToken,
    WebClient,
    discover,
)
from nuki.bridge import BridgeType
from nuki.diagnosis import AsyncDoctor, Doctor, Finding, Network
from nuki.web import ServerState
from nuki_simulator import (
    FaultKind,
    FaultRule,
    Simulator,
    connect_bridge,
    connect_bridge_async,
    connect_web,
    connect_web_async,
    sample_home,
)
from nuki_simulator.serve.transports import AsyncSimulatorTransport, SimulatorTransport, http_client
from nuki_simulator.web import ErrorShape
from nuki_simulator.world.journal import Cause, CauseKind

if TYPE_CHECKING:
    from collections.abc import Callable

RECEIVER: Final = "192.168.1.20"
"""A machine in the simulated network that takes callbacks."""


def network(failure: OSError | None = None, *, known: bool = True) -> Network:
    """A network in which the receiver takes connections; to others they fail in this way."""

    def connect(address: tuple[str, int], _timeout: float) -> socket.socket:
        if address[0] == RECEIVER:
            ours, theirs = socket.socketpair()
            theirs.close()
            return ours
        raise failure or ConnectionRefusedError

    return Network(resolve=lambda host: [host] if known else [], connect=connect)


@attrs.frozen(kw_only=True)
class House:
    """``prepare`` makes a house sick; ``codes`` are all that a doctor shall find wrong there.

    ``url`` is where its client takes the bridge to be, ``scheme`` how that signs. Without
    ``has_web`` or ``has_bridge`` the doctor has no such client. ``headers`` are put into every
    answer of the bridge by somebody in between.
    """

    codes: tuple[str, ...]
    prepare: Callable[[Simulator], object] = lambda _: None
    scheme: Any = EncryptedToken
    has_bridge: bool = True
    has_web: bool = True
    url: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    web_token: str | None = None
    auth: Callable[[Simulator], Any] | None = None
    network: Network = attrs.field(factory=network)
    options: dict[str, Any] = attrs.field(factory=dict[str, Any])
    finds_bridges: bool = False

    def doctor(self, simulator: Simulator) -> Doctor:
        bridge = self._bridge(simulator, connect_bridge) if self.has_bridge else None
        web = None
        if self.auth is not None:
            web = WebClient(auth=self.auth(simulator), http=http_client(simulator))
        elif self.has_web:
            web = connect_web(simulator, self.web_token)
        self.prepare(simulator)
        return Doctor(bridge, web, **self._options(simulator))

    def async_doctor(self, simulator: Simulator) -> AsyncDoctor:
        bridge = self._bridge(simulator, connect_bridge_async) if self.has_bridge else None
        web = connect_web_async(simulator, self.web_token) if self.has_web else None
        self.prepare(simulator)
        return AsyncDoctor(bridge, web, **self._options(simulator))

    def _options(self, simulator: Simulator) -> dict[str, Any]:
        find = partial(discover, http=http_client(simulator)) if self.finds_bridges else None
        return {"network": self.network, "discover": find, **self.options}

    def _bridge(self, simulator: Simulator, connect: Callable[..., Any]) -> Any:
        if not (self.url or self.headers):
            return connect(simulator, scheme=self.scheme)
        virtual = connect(simulator, scheme=self.scheme)
        is_async = isinstance(virtual, AsyncBridgeClient)
        kind: Any = AsyncBridgeClient if is_async else BridgeClient
        between: Any = AsyncBetween if is_async else Between
        http: Any = httpx.AsyncClient if is_async else httpx.Client
        client = kind(
            self.url or virtual.base_url,
            "SimulatedBridge1",
            http=http(transport=between(simulator, self.headers)),
        )
        settings = attrs.evolve(virtual._settings, base_url=client.base_url)
        return client._with(settings)


class Between(SimulatorTransport):
    """Somebody who passes on what a bridge says, and adds headers."""

    def __init__(self, simulator: Simulator, headers: tuple[tuple[str, str], ...]) -> None:
        super().__init__(simulator)
        self._headers = headers

    def handle_request(self, request: Any) -> Any:
        answer: Any = super().handle_request(request)
        answer.headers.update(dict(self._headers))
        return answer


class AsyncBetween(AsyncSimulatorTransport):
    """As :class:`Between`."""

    def __init__(self, simulator: Simulator, headers: tuple[tuple[str, str], ...]) -> None:
        super().__init__(simulator)
        self._headers = headers

    async def handle_async_request(self, request: Any) -> Any:
        answer: Any = await super().handle_async_request(request)
        answer.headers.update(dict(self._headers))
        return answer


def firmware(*numbers: int) -> Callable[[Simulator], object]:
    return lambda home: setattr(home.bridges[0], "firmware", FirmwareVersion(*numbers))


def at_bridge(act: str, *given: Any, **named: Any) -> Callable[[Simulator], object]:
    return lambda home: getattr(home.at(home.bridges[0]), act)(*given, **named)


def at_door(name: str, act: str, *given: Any) -> Callable[[Simulator], object]:
    return lambda home: getattr(home.at(home.find(name)), act)(*given)


def callbacks(*urls: str) -> Callable[[Simulator], object]:
    def register(home: Simulator) -> None:
        for url in urls:
            home.at(home.bridges[0]).register_callback(url)

    return register


def fault(kind: FaultKind, api: str) -> Callable[[Simulator], object]:
    return lambda home: home.faults.add(FaultRule(kind=kind, api=api))


def changed(**settings: Any) -> Callable[[Simulator], object]:
    return lambda home: [setattr(home.web_settings, name, settings[name]) for name in settings]


def another_token(home: Simulator) -> None:
    home.bridges[0].token = "SomethingElse123"


def software(home: Simulator) -> None:
    home.bridges[0].type = BridgeType.SOFTWARE


def plain_only(home: Simulator) -> None:
    home.bridges[0].quirks.plain_token_only = True


def forgets_states(home: Simulator) -> None:
    home.bridges[0].quirks.omit = frozenset({"lastKnownState"})


def forgets_pairing(home: Simulator) -> None:
    home.bridges[0].paired.remove(home.find("Front door").smartlock_id)


def nobody_takes_callbacks(home: Simulator) -> None:
    url = f"http://{RECEIVER}:8000/hook"
    callbacks(url)(home)
    home.outbox.receivers[url] = lambda _: None
    home.at(home.find("Front door")).turn_key(locked=False)


def low(**batteries: bool) -> Callable[[Simulator], object]:
    cause = Cause(CauseKind.POWER)
    return lambda home: home.set_status(home.find("Front door"), cause, **batteries)


def invalid_on_server(home: Simulator) -> None:
    home.find("Office").server_state = ServerState.AUTH_INVALID


def offline(home: Simulator) -> None:
    home.at(home.bridges[0]).lose_connection()


def without_internet(home: Simulator) -> None:
    offline(home)
    fault(FaultKind.REFUSE, "web")(home)


def scoped(*scopes: str) -> Callable[[Simulator], object]:
    def narrow(home: Simulator) -> None:
        for token in home.tokens.values():
            token.scopes = frozenset(scopes)

    return narrow


def expired(home: Simulator) -> None:
    for token in home.tokens.values():
        token.expires = home.clock.now()


def oauth(home: Simulator) -> OAuth2:
    """An authorization that was revoked, so that it can be renewed no more."""
    token = OAuthToken("access-1", "refresh-1", home.clock.now())
    return OAuth2("client", "secret", "https://example.test", store=MemoryTokenStore(token))


def hang(home: Simulator) -> None:
    home.at(home.bridges[0]).hang()
    home.clock.advance(3600)


NO_ROUTE: Final = OSError(errno.EHOSTUNREACH, "No route to host")
ELSEWHERE: Final = "http://192.168.1.99:8080"
LIVING: Final = f"http://{RECEIVER}:8123/api/webhook/secret-path"

SICK: Final = {
    # is it there?
    "name": House(
        codes=("bridge-name-unknown",),
        url="http://bridge.invalid:8080",
        network=network(known=False),
    ),
    "port": House(codes=("bridge-refused",), url="http://192.168.1.50:80"),
    "power": House(codes=("bridge-refused",), prepare=at_bridge("pull_power")),
    "route": House(codes=("bridge-no-route",), url=ELSEWHERE, network=network(NO_ROUTE)),
    "silence": House(
        codes=("bridge-no-connection",), url=ELSEWHERE, network=network(TimeoutError())
    ),
    "address": House(
        codes=("bridge-refused", "bridge-elsewhere"), url=ELSEWHERE, finds_bridges=True
    ),
    "hung": House(codes=("bridge-no-answer",), prepare=hang, finds_bridges=True),
    "busy": House(codes=("bridge-busy",), prepare=at_bridge("occupy", seconds=60)),
    "proxy": House(codes=("bridge-proxy",), headers=(("Via", "1.1 cache.example"),)),
    # is it ours?
    "plain token": House(
        codes=("bridge-token-wrong",), prepare=another_token, scheme=PlainToken
    ),
    "token tried": House(
        codes=("bridge-token-wrong",), prepare=another_token, options={"try_plain_token": True}
    ),
    "token": House(codes=("bridge-token-refused",), prepare=another_token),
    "firmware 2.2.0": House(codes=("bridge-scheme-unsupported",), prepare=firmware(2, 2, 0)),
    "firmware 1.12.0": House(codes=("bridge-scheme-unsupported",), prepare=firmware(1, 12, 0)),
    "firmware 2.1.0": House(
        codes=("bridge-scheme-unsupported",),
        prepare=firmware(2, 1, 0),
        options={"try_plain_token": True},
    ),
    "software": House(codes=("bridge-scheme-unsupported",), prepare=software),
    "secretive": House(
        codes=("bridge-scheme-refused",), prepare=plain_only, options={"try_plain_token": True}
    ),
    "readable": House(codes=("bridge-scheme-weaker",), scheme=PlainToken),
    "hashed": House(codes=("bridge-scheme-weaker",), scheme=HashedToken),
    "clock ahead": House(codes=("bridge-clock-apart",), prepare=at_bridge("set_clock", 300)),
    "clock behind": House(codes=("bridge-clock-apart",), prepare=at_bridge("set_clock", -3590)),
    "hashed clock": House(
        codes=("bridge-clock-apart",), prepare=at_bridge("set_clock", 90), scheme=HashedToken
    ),
    "clock far": House(
        codes=("bridge-clock-apart",),
        prepare=at_bridge("set_clock", -1e6),
        options={"try_plain_token": True},
    ),
    "clock too far": House(
        codes=("bridge-token-refused",), prepare=at_bridge("set_clock", 50_000)
    ),
    "clock drifts": House(codes=("bridge-clock-apart",), prepare=at_bridge("set_clock", 45)),
    # what does it say?
    "offline": House(codes=("bridge-server-down",), prepare=offline),
    "no internet": House(
        codes=("web-no-connection", "bridge-server-down"), prepare=without_internet
    ),
    "reset": House(
        codes=("bridge-no-devices",), prepare=lambda home: home.bridges[0].paired.clear()
    ),
    "slots": House(
        codes=("callbacks-full",), prepare=callbacks(LIVING, f"{LIVING}2", f"{LIVING}3")
    ),
    "https": House(codes=("callback-https",), prepare=callbacks(f"https://{RECEIVER}/hook")),
    "localhost": House(codes=("callback-localhost",), prepare=callbacks("http://localhost:80/a")),
    "loopback": House(codes=("callback-localhost",), prepare=callbacks("http://127.0.0.1/a")),
    "dead": House(codes=("callback-dead",), prepare=callbacks("http://192.168.1.77:8000/hook")),
    "malformed": House(codes=("callback-dead",), prepare=callbacks("http://x:port/hook")),
    "three wrong": House(
        codes=("callbacks-full", "callback-https", "callback-localhost", "callback-dead"),
        prepare=callbacks("https://x/1", "http://localhost/2", "http://192.168.1.77/3"),
    ),
    "failing": House(codes=("callbacks-failing",), prepare=nobody_takes_callbacks),
    # devices
    "unpaired": House(codes=("device-unpaired",), prepare=forgets_pairing),
    "stranger": House(
        codes=("device-unpaired-stranger",), prepare=forgets_pairing, has_web=False
    ),
    "far": House(
        codes=("device-out-of-range", "device-offline"),
        prepare=at_door("Back door", "lose_connection"),
    ),
    "unread": House(codes=("device-state-unknown",) * 4, prepare=forgets_states),
    "battery": House(codes=("device-battery-low",), prepare=at_door("Front door", "charge", 10)),
    "web battery": House(
        codes=("device-battery-low",), prepare=at_door("Garden gate", "charge", 10)
    ),
    "keypad": House(
        codes=("device-battery-low",), prepare=low(keypad_battery_critical=True)
    ),
    "sensor": House(
        codes=("device-battery-low",), prepare=low(door_sensor_battery_critical=True)
    ),
    "unreached": House(
        codes=("device-offline",), prepare=at_door("Garden gate", "lose_connection")
    ),
    "unregistered": House(codes=("device-not-registered",), prepare=invalid_on_server),
    "hosting": House(
        codes=("device-no-smart-hosting",) * 4, prepare=changed(smart_hosting=True)
    ),
    # the Web API
    "web refused": House(codes=("web-no-connection",), prepare=fault(FaultKind.REFUSE, "web")),
    "web stalls": House(codes=("web-no-answer",), prepare=fault(FaultKind.STALL, "web")),
    "web cuts": House(codes=("web-no-answer",), prepare=fault(FaultKind.TRUNCATE, "web")),
    "web fails": House(codes=("web-failing",), prepare=fault(FaultKind.BAD_GATEWAY, "web")),
    "too often": House(
        codes=("web-rate-limited",), prepare=changed(requests_per_window=0)
    ),
    "web token": House(codes=("web-token-invalid",), web_token="nonsense"),
    "expired": House(codes=("web-token-invalid",), prepare=expired),
    "unexplained": House(
        codes=("web-token-refused",),
        web_token="nonsense",
        prepare=changed(error_shape=ErrorShape.EMPTY),
    ),
    "read only": House(
        codes=("web-scope-missing", "web-scope-missing"), prepare=scoped("smartlock.readOnly")
    ),
    "only logs": House(codes=("web-scope-missing",), prepare=scoped("smartlock.log")),
    # the diagnosis itself
    "no time": House(codes=("unknown",) * 9, options={"deadline": 0.0}),
}  # fmt: skip
"""Every house that the simulator can make sick."""

WELL: Final = {
    "both": House(codes=()),
    "bridge": House(codes=(), has_web=False),
    "web": House(codes=(), has_bridge=False),
    "callbacks": House(codes=(), prepare=callbacks(LIVING, f"{LIVING}2")),
    "moving": House(codes=(), prepare=at_bridge("occupy", seconds=4)),
    "old": House(codes=(), prepare=firmware(2, 2, 0), scheme=HashedToken),
    "older": House(codes=(), prepare=firmware(2, 1, 0), scheme=PlainToken),
    "software": House(codes=(), prepare=software, scheme=PlainToken),
    "plain allowed": House(codes=(), options={"try_plain_token": True}),
    "discovering": House(codes=(), finds_bridges=True),
}
"""Houses with nothing wrong in them."""


def wrong(found: tuple[Finding, ...]) -> tuple[Finding, ...]:
    return tuple(finding for finding in found if finding.severity)


def examine(house: House, simulator: Simulator | None = None) -> tuple[Finding, ...]:
    return wrong(house.doctor(simulator or sample_home()).examine())


def examine_async(house: House) -> tuple[Finding, ...]:
    async def run() -> tuple[Finding, ...]:
        return await house.async_doctor(sample_home()).examine()

    return wrong(anyio.run(run))
