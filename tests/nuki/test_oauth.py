from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import anyio
import anyio.lowlevel
import attrs
import httpx
import pytest

from nuki import (
    AsyncWebClient,
    FileTokenStore,
    MemoryTokenStore,
    NukiError,
    OAuth2,
    OAuthToken,
    RetryPolicy,
    UnauthorizedError,
    ValidationError,
    WebClient,
)
from nuki_core import errors
from nuki_core.clock import Clock

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
REDIRECT = "https://app.example/done"
FRESH = OAuthToken("access-1", "refresh-1", NOW + timedelta(days=1))
STALE = OAuthToken("access-0", "refresh-0", NOW + timedelta(seconds=59))


class Vendor:
    """The token endpoint and one resource; knows which access token is good."""

    def __init__(self, good: str = "access-1", **answer: Any) -> None:
        self.good = good
        self.answer = {"token_type": "bearer", "expires_in": 2592000, **answer}
        self.status = 200
        self.grants: list[dict[str, str]] = []
        self.calls = 0
        self.gate: threading.Barrier | None = None

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/oauth/token":
            self.calls += 1
            if self.gate is not None:
                self.gate.wait(5)
            good = request.headers.get("authorization") == f"Bearer {self.good}"
            return httpx.Response(200 if good else 401, json=[] if good else {})
        form = parse_qs(request.content.decode())
        self.grants.append({name: values[0] for name, values in form.items()})
        self.good = f"access-{len(self.grants)}"
        answer = {"access_token": self.good, **self.answer}
        return httpx.Response(self.status, json=answer if self.status == 200 else self.answer)


def oauth_of(token: OAuthToken | None = None, **options: Any) -> OAuth2:
    store = MemoryTokenStore(token)
    return OAuth2(
        "client-1", "client-secret", REDIRECT, **{"store": store, "now": lambda: NOW, **options}
    )


def web_of(oauth: OAuth2, vendor: Vendor, **options: Any) -> WebClient:
    http = httpx.Client(transport=httpx.MockTransport(vendor))
    return WebClient(auth=oauth, http=http, **options)


def test_the_user_is_sent_to_the_vendor() -> None:
    found = oauth_of().authorization(["smartlock.readOnly", "offline_access"])
    parts = urlsplit(found.url)
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    assert f"{parts.scheme}://{parts.netloc}{parts.path}" == "https://api.nuki.io/oauth/authorize"
    assert query == {
        "response_type": "code",
        "client_id": "client-1",
        "redirect_uri": REDIRECT,
        "scope": "smartlock.readOnly offline_access",
        "state": found.state,
    }
    assert len(found.state) > 20


def test_every_authorization_has_its_own_state() -> None:
    oauth = oauth_of()
    assert oauth.authorization([]).state != oauth.authorization([]).state
    assert oauth.authorization([], state="mine").state == "mine"


def test_a_code_is_redeemed_for_a_token() -> None:
    vendor, store = Vendor(refresh_token="refresh-9"), MemoryTokenStore()
    oauth = oauth_of(store=store)
    http = httpx.Client(transport=httpx.MockTransport(vendor))
    oauth.redeem(f"{REDIRECT}?code=code%257&state=s", "s", http=http)
    assert vendor.grants == [
        {
            "grant_type": "authorization_code",
            "code": "code%7",
            "redirect_uri": REDIRECT,
            "client_id": "client-1",
            "client_secret": "client-secret",
        }
    ]
    assert store.load() == OAuthToken("access-1", "refresh-9", NOW + timedelta(days=30))
    assert web_of(oauth, vendor).smartlock.list() == []


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_code_is_redeemed_asynchronously(backend: str) -> None:
    store = MemoryTokenStore()

    async def main() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(Vendor()))
        await oauth_of(store=store).aredeem(f"{REDIRECT}?code=c&state=s", "s", http=http)

    anyio.run(main, backend=backend)
    assert store.load() == OAuthToken("access-1", None, NOW + timedelta(days=30))


def test_a_new_user_does_not_inherit_the_refresh_token_of_another() -> None:
    store = MemoryTokenStore(FRESH)
    oauth = oauth_of(store=store)
    oauth.sign()
    http = httpx.Client(transport=httpx.MockTransport(Vendor()))
    oauth.redeem("?code=c&state=s", "s", http=http)
    assert store.load() == OAuthToken("access-1", None, NOW + timedelta(days=30))


@pytest.mark.parametrize(
    ("query", "kind", "reason"),
    [
        ("code=c&state=other", ValidationError, "another state"),
        ("code=c", ValidationError, "another state"),
        ("state=s", ValidationError, "no code"),
        ("error=access_denied&state=s", UnauthorizedError, "access_denied"),
    ],
)
def test_a_redirect_that_brings_no_code_is_refused(
    query: str, kind: type[Exception], reason: str
) -> None:
    with pytest.raises(kind, match=reason):
        oauth_of().redeem(f"{REDIRECT}?{query}", "s")


def test_a_good_token_is_used_as_it_is() -> None:
    vendor = Vendor()
    web_of(oauth_of(FRESH), vendor).smartlock.list()
    assert (vendor.calls, vendor.grants) == (1, [])


def test_without_a_token_nothing_is_sent() -> None:
    vendor = Vendor()
    with pytest.raises(ValidationError, match=r"authorization\(\.\.\.\)\.url"):
        web_of(oauth_of(), vendor).smartlock.list()
    assert vendor.calls == 0


def test_a_token_about_to_expire_is_renewed_first() -> None:
    vendor, store = Vendor(refresh_token="refresh-2"), MemoryTokenStore(STALE)
    web_of(oauth_of(store=store), vendor).smartlock.list()
    assert vendor.calls == 1
    assert vendor.grants[0]["grant_type"] == "refresh_token"
    assert vendor.grants[0]["refresh_token"] == "refresh-0"
    assert store.load() == OAuthToken("access-1", "refresh-2", NOW + timedelta(days=30))


def test_renewals_are_logged_without_tokens(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG", logger="nuki")
    web_of(oauth_of(STALE), Vendor(refresh_token="refresh-2")).smartlock.list()
    lines = [record.getMessage() for record in caplog.records if record.name == "nuki"]
    assert lines[0] == "GET /smartlock: renewing the token first"
    assert lines[1].startswith("POST /oauth/token: the token was renewed, and expires at ")
    for secret in ("access-", "refresh-", "client-secret"):
        assert secret not in "".join(lines)
    caplog.clear()
    web_of(oauth_of(FRESH), Vendor(good="another")).smartlock.list()
    assert "GET /smartlock: the token is no longer accepted" in caplog.text


def test_the_old_refresh_token_stays_when_no_new_one_comes() -> None:
    store = MemoryTokenStore(STALE)
    web_of(oauth_of(store=store), Vendor()).smartlock.list()
    assert store.load() == OAuthToken("access-1", "refresh-0", NOW + timedelta(days=30))


def test_a_refused_token_is_renewed_and_the_call_sent_again() -> None:
    vendor = Vendor(good="another")
    assert web_of(oauth_of(FRESH), vendor).smartlock.list() == []
    assert (vendor.calls, len(vendor.grants)) == (2, 1)


def test_a_call_is_renewed_once_at_most() -> None:
    vendor = Vendor(good="another")

    def refuse(request: httpx.Request) -> httpx.Response:
        found = vendor(request)
        vendor.good = "another"
        return found

    http = httpx.Client(transport=httpx.MockTransport(refuse))
    with pytest.raises(UnauthorizedError, match="authorize again"):
        WebClient(auth=oauth_of(FRESH), http=http).smartlock.list()
    assert (vendor.calls, len(vendor.grants)) == (2, 1)


def test_without_refresh_token_a_refusal_is_final() -> None:
    vendor = Vendor(good="another")
    with pytest.raises(UnauthorizedError):
        web_of(oauth_of(OAuthToken("access-1")), vendor).smartlock.list()
    assert (vendor.calls, vendor.grants) == (1, [])


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.UnauthorizedError),
        (401, errors.UnauthorizedError),
        (403, errors.UnauthorizedError),
        (404, errors.NotFoundError),
    ],
)
def test_a_refused_renewal_says_what_to_do(status: int, kind: type[errors.ApiError]) -> None:
    vendor = Vendor(error="invalid_grant", error_description="gone: client-secret")
    vendor.status = status
    with pytest.raises(kind, match=r"POST /oauth/token: .*gone.*authorize again") as caught:
        web_of(oauth_of(STALE), vendor).smartlock.lock(1)
    assert vendor.calls == 0
    assert not caught.value.may_have_run
    assert "client-secret" not in str(caught.value)


def test_a_renewal_that_breaks_off_moved_no_bolt() -> None:
    def break_off(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow")

    http = httpx.Client(transport=httpx.MockTransport(break_off))
    web = WebClient(auth=oauth_of(STALE), http=http, retry=RetryPolicy(pause=0.001))
    with pytest.raises(errors.RequestTimeoutError) as caught:
        web.smartlock.lock(1)
    assert not caught.value.may_have_run


@pytest.mark.parametrize(
    "answer", [{"access_token": 5}, {"access_token": ""}, {"expires_in": "soon"}]
)
def test_an_answer_without_token_is_an_error_that_shows_none(answer: dict[str, Any]) -> None:
    vendor = Vendor()
    vendor.answer = {"refresh_token": "topsecret", **answer}
    with pytest.raises(errors.DecodeError) as caught:
        web_of(oauth_of(STALE), vendor).smartlock.list()
    assert "topsecret" not in f"{caught.value!r}{caught.value.body!r}"


def test_threads_renew_once() -> None:
    vendor = Vendor(good="another")

    def open_gate() -> None:
        vendor.gate = None

    vendor.gate = threading.Barrier(8, action=open_gate)
    web = web_of(oauth_of(OAuthToken("old", "refresh-1")), vendor)
    with ThreadPoolExecutor(8) as pool:
        for each in [pool.submit(web.smartlock.list) for _ in range(8)]:
            each.result()
    assert (len(vendor.grants), vendor.calls) == (1, 16)


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_tasks_renew_once(backend: str) -> None:
    vendor = Vendor()

    async def slowly(request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        return vendor(request)

    async def main() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(slowly))
        web = AsyncWebClient(auth=oauth_of(STALE), http=http)
        async with anyio.create_task_group() as group:
            for _ in range(50):
                group.start_soon(web.smartlock.list)

    anyio.run(main, backend=backend)
    assert (len(vendor.grants), vendor.calls) == (1, 50)


def test_threads_and_tasks_renew_once_together() -> None:
    vendor, oauth = Vendor(), oauth_of(STALE)

    async def main() -> None:
        http = httpx.AsyncClient(transport=httpx.MockTransport(vendor))
        web = AsyncWebClient(auth=oauth, http=http)
        async with anyio.create_task_group() as group:
            for _ in range(10):
                group.start_soon(web.smartlock.list)

    with ThreadPoolExecutor(6) as pool:
        done = [pool.submit(web_of(oauth, vendor).smartlock.list) for _ in range(4)]
        tasks = [pool.submit(anyio.run, main, backend=name) for name in ("asyncio", "trio")]
        for each in [*done, *tasks]:
            each.result()
    assert (len(vendor.grants), vendor.calls) == (1, 24)


def test_processes_that_share_a_file_renew_once(tmp_path: Any) -> None:
    path = tmp_path / "token.json"
    FileTokenStore(path).save(STALE)
    vendor = Vendor()
    first = web_of(oauth_of(store=FileTokenStore(path)), vendor)
    second = web_of(oauth_of(store=FileTokenStore(path)), vendor)
    second.smartlock.list()
    first.smartlock.list()
    assert (len(vendor.grants), vendor.calls) == (1, 2)


@pytest.mark.parametrize("backend", ["asyncio", "trio", None])
def test_a_renewal_waits_for_another_process(tmp_path: Any, backend: str | None) -> None:
    path = tmp_path / "token.json"
    FileTokenStore(path).save(STALE)
    other = FileTokenStore(path)
    assert other.acquire()
    waits: list[float] = []

    def finish(seconds: float) -> None:
        waits.append(seconds)
        other.save(FRESH)
        other.release()

    vendor = _call_with(oauth_of(store=FileTokenStore(path)), backend, finish)
    assert waits == [0.05]
    assert (vendor.grants, vendor.calls) == ([], 1)


def test_an_interrupt_just_behind_the_lock_does_not_keep_it(tmp_path: Any) -> None:
    class Interrupted(FileTokenStore):
        def acquire(self) -> bool:
            assert super().acquire()
            raise KeyboardInterrupt

    path = tmp_path / "token.json"
    store = Interrupted(path)
    store.save(STALE)
    with pytest.raises(KeyboardInterrupt):
        web_of(oauth_of(store=store), Vendor()).smartlock.list()
    other = FileTokenStore(path)
    assert other.acquire()
    other.release()


def _call_with(oauth: OAuth2, backend: str | None, finish: Any) -> Vendor:
    async def afinish(seconds: float) -> None:
        finish(seconds)

    vendor, clock = Vendor(), Clock(sleep=finish, asleep=afinish)
    if backend is None:
        web = web_of(oauth, vendor)
        web._settings = attrs.evolve(web._settings, clock=clock)
        web.smartlock.list()
        return vendor
    http = httpx.AsyncClient(transport=httpx.MockTransport(vendor))
    aweb = AsyncWebClient(auth=oauth, http=http)
    aweb._settings = attrs.evolve(aweb._settings, clock=clock)
    anyio.run(aweb.smartlock.list, backend=backend)
    return vendor


def test_nothing_secret_is_shown() -> None:
    oauth = oauth_of(FRESH)
    shown = f"{oauth!r} {oauth.sign()!r} {oauth.hint}"
    assert not [secret for secret in ("client-secret", "access-1", "refresh-1") if secret in shown]


def test_a_constructor_that_fails_leaves_something_to_show() -> None:
    with pytest.raises(ValidationError) as caught:
        OAuth2("client", "client-secret", "https://example.test", server="ftp://example.test")
    frame = caught.traceback[-2].frame
    assert "client-secret" not in repr(frame.f_locals)


@pytest.mark.parametrize("server", ["http://api.nuki.io", "http://93.184.216.34"])
def test_credentials_do_not_travel_in_the_clear(server: str) -> None:
    with pytest.raises(ValidationError, match="in clear text; use https://"):
        OAuth2("client", "client-secret", "https://example.test", server=server)
    with pytest.raises(ValidationError, match="in clear text; use https://"):
        WebClient("token", base_url=server)
    assert WebClient("token", base_url=server, allow_http=True)
    for ours in ("http://127.0.0.1:8080", "http://[::1]", "http://localhost", "http://nuki.test"):
        assert WebClient("token", base_url=ours)


@pytest.mark.parametrize("status", [400, 403, 500])
def test_what_the_token_endpoint_repeats_is_masked(status: int) -> None:
    def refuse(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, text=request.read().decode())

    web = web_of(oauth_of(STALE), refuse, retry=RetryPolicy(pause=0.001))
    with pytest.raises(NukiError) as caught:
        web.smartlock.list()
    shown = f"{caught.value!r} {vars(caught.value)}"
    assert not [each for each in ("client-secret", "refresh-0") if each in shown]
