from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki import DecodeError, FoundBridge, NukiError, ValidationError, adiscover, discover

ENTRY = {
    "bridgeId": 2117604523,
    "ip": "192.168.1.50",
    "port": 8080,
    "dateUpdated": "2017-06-14T06:53:44Z",
}
SEEN = datetime(2017, 6, 14, 6, 53, 44, tzinfo=UTC)


class Vendor:
    """The discovery of the vendor."""

    def __init__(self, *entries: dict[str, Any], error: Any = 0) -> None:
        self.answer = {"bridges": list(entries), "errorCode": error}
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json=self.answer)

    def discover(self) -> list[FoundBridge]:
        with httpx.Client(transport=httpx.MockTransport(self)) as http:
            return discover(http=http)


def test_bridges_are_found_without_credentials() -> None:
    vendor = Vendor(ENTRY)
    (found,) = vendor.discover()
    assert found == FoundBridge(2117604523, "192.168.1.50", 8080, SEEN)
    assert found.base_url == "http://192.168.1.50:8080"
    assert str(vendor.requests[0].url) == "https://api.nuki.io/discover/bridges"
    assert "authorization" not in vendor.requests[0].headers


def test_another_server_can_be_asked() -> None:
    vendor = Vendor(ENTRY)
    with httpx.Client(transport=httpx.MockTransport(vendor)) as http:
        assert len(discover(server="http://127.0.0.1:8080", http=http)) == 1

    async def main() -> list[FoundBridge]:
        async with httpx.AsyncClient(transport=httpx.MockTransport(vendor)) as http:
            return await adiscover(server="http://192.168.1.2:81/nuki/", http=http)

    assert len(anyio.run(main)) == 1
    asked = [str(request.url) for request in vendor.requests]
    assert asked == [
        "http://127.0.0.1:8080/discover/bridges",
        "http://192.168.1.2:81/nuki/discover/bridges",
    ]
    with pytest.raises(ValidationError, match="does not begin with http"):
        discover(server="192.168.1.2")


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_bridges_are_found_asynchronously(backend: str) -> None:
    async def main() -> list[FoundBridge]:
        transport = httpx.MockTransport(Vendor(ENTRY))
        async with httpx.AsyncClient(transport=transport) as http:
            return await adiscover(http=http)

    assert [found.ip for found in anyio.run(main, backend=backend)] == ["192.168.1.50"]


def test_the_blank_in_the_date_is_no_obstacle() -> None:
    # Bridge API, every version, "Discovery": "2017-06-14 T06:53:44Z".
    (found,) = Vendor({**ENTRY, "dateUpdated": "2017-06-14 T06:53:44Z"}).discover()
    assert found.last_seen == SEEN


@pytest.mark.parametrize("date", ["", "yesterday", None, 5])
def test_a_date_that_is_none_is_none(date: object) -> None:
    (found,) = Vendor({**ENTRY, "dateUpdated": date}).discover()
    assert found.last_seen is None


@pytest.mark.parametrize(
    "hidden",
    [{"ip": "0.0.0.0", "port": 0}, {"ip": None}, {"ip": ""}, {"port": 0}, {"ip": "bridge"}],  # noqa: S104
)
def test_a_bridge_that_hides_says_how_to_find_it(hidden: dict[str, Any]) -> None:
    (found,) = Vendor({**ENTRY, **hidden}).discover()
    assert (found.is_published, found.ip, found.port) == (False, None, None)
    with pytest.raises(ValidationError, match="discovery is switched off") as caught:
        _ = found.base_url
    assert "2117604523" in str(caught.value)


def test_a_bridge_without_address_is_listed_too() -> None:
    (found,) = Vendor({"bridgeId": 1}).discover()
    assert found == FoundBridge(1, None, None, None)


def test_there_may_be_no_bridge() -> None:
    assert Vendor().discover() == []


def test_an_error_of_the_vendor_is_raised() -> None:
    with pytest.raises(DecodeError, match="errorCode 0, which alone is documented, not 7"):
        Vendor(error=7).discover()


@pytest.mark.parametrize("answer", [{}, {"bridges": None, "errorCode": None}])
def test_an_answer_without_bridges_holds_none(answer: dict[str, Any]) -> None:
    vendor = Vendor()
    vendor.answer = answer
    assert vendor.discover() == []


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["bridges", "errorCode", "bridgeId", "ip", "port", "dateUpdated"]),
            inner,
        )
    ),
    max_leaves=12,
)


@pytest.mark.slow
@given(JSON)
def test_no_answer_ends_in_an_error_that_is_not_ours(answer: Any) -> None:
    vendor = Vendor()
    vendor.answer = answer
    try:
        found = vendor.discover()
    except NukiError:
        return
    assert all(each.base_url.startswith("http://") for each in found if each.is_published)


@pytest.mark.parametrize("ip", ["fd00::5", "2001:db8::1"])
def test_an_address_of_version_6_makes_a_url(ip: str) -> None:
    (found,) = Vendor({**ENTRY, "ip": ip}).discover()
    assert found.base_url == f"http://[{ip}]:8080"
    assert httpx.URL(found.base_url).host == ip
