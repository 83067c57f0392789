"""No secret in an error, in the frames that it went through, or in a repr; none sent in clear."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

import nuki
from nuki.web import OPERATIONS, Smartlock, SmartlocksAuthCreate
from tools.faults.clients import TOKEN
from tools.faults.kinds import KINDS, Kind, Stage
from tools.faults.leaks import Secrets
from tools.faults.server import FaultServer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tools.faults.conversation import Exchange

PIN = 8394
CODE = 283746
SECRET = "cl13nt-s3cr3t-0815"
REFRESH = "r3fr3sh-t0k3n-4711"
GRANT = "gr4nt-c0d3-1234567"


async def _repeat_body(exchange: Exchange) -> None:
    request = await exchange.request()
    told = {"detailMessage": f"what is {request.body.decode()}?"}
    await exchange.answer("400 Bad Request", json.dumps(told).encode(), keep=True)


async def _repeat_form(exchange: Exchange) -> None:
    request = await exchange.request()
    told = {"error": "invalid_grant", "error_description": request.body.decode()}
    await exchange.answer("400 Bad Request", json.dumps(told).encode(), keep=True)


REPEATS_BODY = Kind("echo body", Stage.STATUS, _repeat_body)
REPEATS_FORM = Kind("echo form", Stage.STATUS, _repeat_form)
FAILURES = (
    REPEATS_BODY,
    *(
        kind
        for kind in KINDS
        if kind.name
        in {
            "refused", "close, done", "reset, done", "silent, done", "garbage", "status line cut",
            "401", "423", "429 for a day", "500 done", "302 to itself", "gzip broken",
            "length too long", "chunk size no number", "header without colon",
        }
    ),
)  # fmt: skip


@pytest.fixture(scope="module")
def server() -> Iterator[FaultServer]:
    """A server that fails."""
    with FaultServer(0.2) as found:
        yield found


def set_pin(web: nuki.WebClient) -> None:
    web.smartlock.set_admin_pin(1, PIN)


def add_code(web: nuki.WebClient) -> None:
    web.smartlock_auth.create_many(
        SmartlocksAuthCreate(name="Anna", code=CODE, remote_allowed=False, smartlock_ids=[1])
    )


@pytest.mark.parametrize("call", [set_pin, add_code])
@pytest.mark.parametrize("kind", FAILURES, ids=str)
def test_no_pin_or_code_stands_in_an_error_or_its_frames(
    server: FaultServer, kind: Kind, call: Callable[[nuki.WebClient], None]
) -> None:
    host = server.host()
    host.expect([kind] * 9)
    web = nuki.WebClient(TOKEN, base_url=host.url, timeout=0.2, retry=nuki.NO_RETRY)
    with web, pytest.raises(nuki.NukiError) as raised:
        call(web)
    assert Secrets({TOKEN, str(PIN), str(CODE)}).in_exception(raised.value) == []


def test_a_code_is_found_as_a_number_of_its_own() -> None:
    code = Secrets({str(CODE)})
    assert all(
        map(code.in_text, (f"{CODE}", f"code={CODE}.", f'{{"code":{CODE},"a":1}}', f"a{CODE}"))
    )
    assert not any(map(code.in_text, (f"41{CODE}", f"41.{CODE}", f"{CODE}.25", f"{CODE}0")))


def test_a_code_that_cannot_be_sent_stands_in_no_frame() -> None:
    with nuki.WebClient(TOKEN) as web, pytest.raises(nuki.NukiError) as raised:
        web.smartlock_auth.create_many(
            SmartlocksAuthCreate(name="A" * 99, code=CODE, remote_allowed=False, smartlock_ids=[1])
        )
    assert Secrets({TOKEN, str(CODE)}).in_exception(raised.value) == []


def test_no_token_stands_beside_a_body_that_cannot_be_written() -> None:
    operation = next(each for each in OPERATIONS if each.body)
    wrong: Any = {"name": object()}
    with nuki.WebClient(TOKEN) as web, pytest.raises(nuki.ValidationError) as raised:
        web.send(nuki.Request(operation, operation.path, bytes, body=wrong))
    assert Secrets({TOKEN}).in_exception(raised.value) == []


@pytest.mark.parametrize(
    ("end", "options"),
    [("", {"senders": ["x"]}), ("", {"devices": ["zz"]}), ("?a=1", {}), ("]", {})],
)
def test_no_secret_path_stands_in_the_frames_of_a_receiver(
    end: str, options: dict[str, Any]
) -> None:
    host = "[" if end == "]" else "192.168.1.20:8000"
    with pytest.raises(nuki.ValidationError) as raised:
        nuki.CallbackReceiver(f"http://{host}/{TOKEN}{end}", **options)
    assert Secrets({TOKEN}).in_exception(raised.value) == []
    if options.get("devices"):
        with pytest.raises(nuki.ValidationError) as raised:
            nuki.WebhookReceiver(SECRET, path=f"/{TOKEN}", **options)
        assert Secrets({TOKEN, SECRET}).in_exception(raised.value) == []


def test_a_short_pin_stays_out_of_the_message(server: FaultServer) -> None:
    host = server.host()
    host.expect([REPEATS_BODY])
    with (
        nuki.WebClient(TOKEN, base_url=host.url, retry=nuki.NO_RETRY) as web,
        pytest.raises(nuki.BadRequestError) as raised,
    ):
        web.smartlock.set_admin_pin(1, 907)
    assert "907" not in raised.value.message


def oauth(host_url: str, store: nuki.TokenStore | None = None) -> nuki.OAuth2:
    return nuki.OAuth2("id", SECRET, "http://127.0.0.1/back", server=host_url, store=store)


def test_no_secret_of_a_grant_stands_in_an_error(server: FaultServer) -> None:
    host = server.host()
    host.expect([REPEATS_FORM])
    with pytest.raises(nuki.NukiError) as raised:
        oauth(host.url).redeem(f"http://127.0.0.1/back?state=s&code={GRANT}", "s")
    assert Secrets({SECRET, GRANT}).in_exception(raised.value) == []


def test_no_secret_of_a_renewal_stands_in_an_error(server: FaultServer) -> None:
    host = server.host()
    host.expect([REPEATS_FORM] * 9)
    past = datetime.now(UTC) - timedelta(days=1)
    store = nuki.MemoryTokenStore(nuki.OAuthToken(TOKEN, REFRESH, past))
    with (
        nuki.WebClient(auth=oauth(host.url, store), base_url=host.url) as web,
        pytest.raises(nuki.NukiError) as raised,
    ):
        web.smartlock.lock(1)
    assert Secrets({SECRET, REFRESH, TOKEN}).in_exception(raised.value) == []


@pytest.mark.parametrize("answer", [b'{"access_token": "x", "refresh_token": 7}', b"[]", b"7"])
def test_an_odd_token_is_an_error_of_ours(server: FaultServer, answer: bytes) -> None:
    async def script(exchange: Exchange) -> None:
        await exchange.request()
        await exchange.answer("200 OK", answer, keep=True)

    host = server.host()
    host.expect([Kind("odd token", Stage.STATUS, script)])
    with pytest.raises(nuki.NukiError):
        oauth(host.url).redeem(f"http://127.0.0.1/back?state=s&code={GRANT}", "s")


def test_the_web_token_is_not_sent_in_clear() -> None:
    with pytest.raises(nuki.ValidationError):
        nuki.WebClient(TOKEN, base_url="http://api.nuki.io")
    with pytest.raises(nuki.ValidationError):
        nuki.AsyncWebClient(TOKEN, base_url="http://api.nuki.io")


def test_the_secret_of_an_application_is_not_sent_in_clear() -> None:
    with pytest.raises(nuki.ValidationError):
        oauth("http://api.nuki.io")


def test_unknown_fields_with_the_name_of_a_secret_stay_out_of_a_repr() -> None:
    found = Smartlock.from_dict({"name": "Door", "apiToken": TOKEN, "newPin": PIN})
    assert not Secrets({TOKEN, str(PIN)}).in_text(repr(found))


DIES_WHILE_SAVING = """
import os, sys
import nuki
os.fsync = lambda _: os._exit(9)
nuki.FileTokenStore(sys.argv[1]).save(nuki.OAuthToken("old", "older"))
"""


@pytest.mark.slow
def test_drafts_of_a_token_file_go_with_the_next_save(tmp_path: Path) -> None:
    path = tmp_path / "token"
    for _ in range(2):
        died: Any = subprocess.run(  # noqa: S603 - the program above
            [sys.executable, "-c", DIES_WHILE_SAVING, str(path)], check=False
        )
        assert died.returncode == 9
    assert not path.exists()
    nuki.FileTokenStore(path).save(nuki.OAuthToken("new", "newer"))
    assert {each.name for each in tmp_path.iterdir()} <= {"token", "token.lock"}
