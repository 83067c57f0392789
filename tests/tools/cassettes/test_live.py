"""Recording from one's own account and bridge, with the simulator standing in for both."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

import httpx
import pytest
import yaml

from nuki import EncryptedToken, PlainToken
from nuki_core.ids import SmartlockId
from nuki_simulator import bridge_app, web_app
from nuki_simulator.serve.simulator import API_TOKEN, BRIDGE_TOKEN, CODE, sample_home
from nuki_simulator.web import HANDLERS
from tests.cassettes.simulated_secrets import secrets_of
from tests.cassettes.test_replay import check_answer, exchange
from tools.cassettes import command_line
from tools.cassettes.cassette import Cassette, cassettes
from tools.cassettes.leaks import leaks
from tools.cassettes.live import LiveRecording
from tools.cassettes.origins import OPERATIONS, ORIGINS, redirected
from tools.cassettes.pseudonyms import Pseudonyms
from tools.cassettes.recorder import client
from tools.cassettes.scenarios import lived_in_home
from tools.cassettes.server import LoopbackServer
from tools.cassettes.simulated import differences

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from nuki_simulator import Simulator

pytestmark = pytest.mark.slow

TOKENS = {"web": API_TOKEN, "bridge": BRIDGE_TOKEN}


@pytest.fixture(scope="module")
def server() -> Iterator[LoopbackServer]:
    with LoopbackServer() as opened:
        yield opened


@pytest.fixture(scope="module")
def http(server: LoopbackServer) -> Iterator[Any]:
    with redirected(server.port) as opened:
        yield opened


def serve(server: LoopbackServer, simulator: Simulator) -> None:
    """Let the server answer as the Web API and the bridge of a simulator."""
    web = web_app(simulator)
    bridge = bridge_app(simulator, simulator.bridges[0]) if simulator.bridges else web

    async def app(scope: Any, receive: Any, send: Any) -> None:
        host = dict(scope["headers"])[b"host"]
        await (web if host == b"api.nuki.io" else bridge)(scope, receive, send)

    server.app = app


def recordings(
    folder: Path, simulator: Simulator, http: Any, tokens: dict[str, str]
) -> list[LiveRecording]:
    pseudonyms = Pseudonyms()
    scheme = partial(EncryptedToken, now=simulator.clock.now)
    return [
        LiveRecording(
            folder, api, client(api, tokens[api], http, scheme=scheme), tokens[api], pseudonyms
        )
        for api in ORIGINS
        if api in tokens
    ]


def read_all(
    folder: Path, server: LoopbackServer, http: Any, home: Simulator, **tokens: str
) -> list[str]:
    serve(server, home)
    recorded = recordings(folder, home, http, tokens)
    return [line for recording in recorded for line in recording.read()]


def sample() -> Simulator:
    home = sample_home()
    home.at(home.find("Front door")).enter_code(CODE)
    home.clock.advance(60)
    return home


def on(folder: Path, name: str) -> Cassette:
    return next(cassette for cassette in cassettes(folder) if cassette.name == name)


def content(cassette: Cassette) -> Any:
    return yaml.safe_load(cassette.interaction["response"]["body"]["string"])


def test_everything_that_reads_is_recorded(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    home = lived_in_home()
    home.done("address_token.redeem", token_id=home.first("address_tokens"))
    lines = read_all(tmp_path, server, http, home.simulator, web=home.token)
    reading = {name for (api, name), each in OPERATIONS.items() if each.effect == "read"}
    recorded = {cassette.name for cassette in cassettes(tmp_path)}
    known = {".".join(key) for key in HANDLERS}
    assert recorded == {name for name in reading if ("web", name) in OPERATIONS} & known
    assert sum(line.endswith(": recorded") for line in lines) == len(recorded)


def test_nothing_of_anybody_is_left(tmp_path: Path, server: LoopbackServer, http: Any) -> None:
    home = lived_in_home()
    read_all(tmp_path, server, http, home.simulator, web=home.token)
    devices = {str(int(each)) for each in home.simulator.devices}
    private = {"owner@", "guest@", "rentals@", "Front door", "Intercom", "Cleaner", "Upstairs"}
    private |= {home.code_id, str(home.simulator.account.account_id), "hooks.example.com"}
    secrets = {home.token, *secrets_of(home.simulator), *devices, *private, "2026-03-02"}
    for cassette in cassettes(tmp_path):
        text = cassette.path.read_text(encoding="utf-8")
        assert leaks([text, yaml.safe_load(text)], secrets) == [], cassette.path.name


def test_references_stay_what_they_are(tmp_path: Path, server: LoopbackServer, http: Any) -> None:
    read_all(tmp_path, server, http, sample(), **TOKENS)
    locks = content(on(tmp_path, "smartlock.list"))
    ids = {SmartlockId(lock["smartlockId"]): lock["name"] for lock in locks}
    assert {one.device_type for one in ids} == {0, 1, 2, 3, 4, 5}
    assert all(SmartlockId(lock["smartlockId"]).device_type == lock["type"] for lock in locks)
    for paired in content(on(tmp_path, "device.list")):
        mine = SmartlockId.from_hex(f"{paired['nukiId']:X}", paired["deviceType"])
        assert ids[mine] == paired["name"]
    auth, _ = content(on(tmp_path, "smartlock_auth.list"))
    log = content(on(tmp_path, "smartlock_log.list"))
    assert auth["smartlockId"] in ids
    assert {entry["authId"] for entry in log} == {auth["id"]}
    assert {entry["name"] for entry in log} == {auth["name"]}
    assert on(tmp_path, "smartlock_auth.get").path_values["id"] == auth["id"]


def test_a_public_date_does_not_give_away_how_far_others_moved(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    read_all(tmp_path, server, http, sample(), web=API_TOKEN)
    (cassette,) = [cassette for cassette in cassettes() if cassette.name == "opener.get_intercom"]
    dates = {entry["creationDate"] for entry in content(on(tmp_path, "opener.list_intercoms"))}
    assert content(cassette)["creationDate"] in dates


def test_what_tells_nothing_stays(tmp_path: Path, server: LoopbackServer, http: Any) -> None:
    read_all(tmp_path, server, http, sample(), **TOKENS)
    (lock, *_) = content(on(tmp_path, "smartlock.list"))
    assert lock["state"]["batteryCharge"] == 80
    assert content(on(tmp_path, "device.list"))[0]["lastKnownState"]["stateName"] == "unlocked"
    assert content(on(tmp_path, "system.info"))["versions"]["firmwareVersion"] == "2.15.0"


def test_recording_twice_gives_the_same_bytes(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    for name in ("one", "two"):
        read_all(tmp_path / name, server, http, sample(), **TOKENS)
    assert differences(tmp_path / "one", tmp_path / "two") == []
    assert len(list(cassettes(tmp_path / "one"))) > 25


def test_live_cassettes_are_replayed_like_the_others(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    read_all(tmp_path, server, http, sample(), **TOKENS)
    recorded = [cassette for cassette in cassettes(tmp_path) if cassette.status is None]
    assert {cassette.source for cassette in recorded} == {"live"}
    with httpx.Client(trust_env=False) as away:
        for cassette in recorded:
            check_answer(cassette, exchange(cassette, cassette.request(), away))


def test_an_error_response_is_named_after_its_status(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    lines = read_all(tmp_path, server, http, sample(), web="WrongToken")
    assert "smartlock.list.401.yaml: recorded" in lines
    assert (
        "smartlock.get: not recorded, no value for smartlock_id: smartlock.list has none" in lines
    )


# Writing


@pytest.mark.parametrize("typed", ["", "y", "yes", "smartlock.unlock"])
def test_nothing_is_sent_unless_confirmed_by_name(
    tmp_path: Path, server: LoopbackServer, http: Any, typed: str
) -> None:
    home, recording = writing(tmp_path, server, http)
    before = home.calls
    line = recording.write("smartlock.lock", {"smartlock_id": 17}, lambda _: typed)
    assert line == "smartlock.lock: not sent"
    assert home.calls == before
    assert not list(cassettes(tmp_path / "written"))


def test_what_is_confirmed_is_sent_and_recorded(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    home, recording = writing(tmp_path, server, http)
    asked: list[str] = []
    lines = [
        recording.write(name, given, answering(asked, name))
        for name, given in {
            "smartlock.unlock": {},
            "smartlock.set_admin_pin": {"body": {"adminPin": 4711}},
        }.items()
    ]
    home.clock.advance(60)
    assert lines == ["smartlock.unlock.yaml: recorded", "smartlock.set_admin_pin.yaml: recorded"]
    assert len(home.journal) == 2
    assert re.search(r"POST /smartlock/\{smartlockId\}/action/unlock \(motion\) with", asked[0])
    text = on(tmp_path, "smartlock.set_admin_pin").path.read_text(encoding="utf-8")
    assert "4711" not in text


def test_a_change_without_its_argument_is_not_sent(
    tmp_path: Path, server: LoopbackServer, http: Any
) -> None:
    _, recording = writing(tmp_path, server, http)
    line = recording.write("address_reservation.issue", {}, lambda _: pytest.fail("asked"))
    assert line.startswith("address_reservation.issue: not sent, no value for address_id")


def writing(folder: Path, server: LoopbackServer, http: Any) -> tuple[Simulator, LiveRecording]:
    home = sample()
    serve(server, home)
    (recording,) = recordings(folder / "written", home, http, {"web": API_TOKEN})
    recording.answers["smartlock.list"] = recording.caller.smartlock.list()  # type: ignore[union-attr]
    recording.folder = folder
    return home, recording


def answering(asked: list[str], answer: str) -> Callable[[str], str]:
    def ask(question: str) -> str:
        asked.append(question)
        return answer

    return ask


# The program


@pytest.mark.parametrize(
    ("write", "said"),
    [
        ("smartlock.lok", "'smartlock.lok' is no operation"),
        ("smartlock.update={", "the arguments are no JSON"),
        ("smartlock.update=[1]", "expected an object"),
    ],
)
def test_a_write_that_cannot_be_meant_is_refused(
    write: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        command_line.main(["live", "--api", "web", "--write", write])
    assert said in capsys.readouterr().err


def test_a_bridge_is_recorded_by_the_program(
    tmp_path: Path,
    server: LoopbackServer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = sample()
    serve(server, home)
    monkeypatch.setenv("NUKI_BRIDGE_TOKEN", BRIDGE_TOKEN)
    url = ["--bridge-url", "http://192.168.1.50:8080", "--scheme", "plain", "--min-interval", "0"]
    arguments = ["live", "--api", "bridge", *url, "--folder", str(tmp_path)]
    assert command_line.main(arguments, redirected(server.port)) == 0
    assert "device.state.yaml: recorded" in capsys.readouterr().out
    uri = on(tmp_path, "device.list").interaction["request"]["uri"]
    assert uri == "http://bridge.local:8080/list?token=MASKED"
    assert PlainToken(BRIDGE_TOKEN).token not in on(tmp_path, "device.list").path.read_text("utf-8")


def test_a_bridge_needs_its_address(capsys: pytest.CaptureFixture[str]) -> None:
    assert command_line.main(["live", "--api", "bridge"]) == 2
    assert "--bridge-url" in capsys.readouterr().out
