from __future__ import annotations

import pytest

from nuki_core.errors import ValidationError
from nuki_core.servers import base_url, server_of

EXAMPLE = "http://192.168.1.50:8080"


@pytest.mark.parametrize(
    "url", ["http://192.168.1.50:8080", "https://api.nuki.io", "http://[fe80::1]:80", "http://a/b"]
)
def test_a_server_is_taken_as_it_is(url: str) -> None:
    assert base_url(url, example=EXAMPLE) == url
    assert base_url(f"{url}/", example=EXAMPLE) == url


REFUSED = [
    ("", "does not begin"),
    ("192.168.1.50:8080", "does not begin"),
    ("ftp://host", "does not begin"),
    ("http://", "names no host"),
    ("http://:8080", "names no host"),
    ("http://host:0", "port 0"),
    ("http://host:99999", "malformed"),
    ("http://host:port", "malformed"),
    ("http://[::1", "malformed"),
    ("http://ho st", "blanks"),
    ("http://host\n", "blanks"),
    ("http://user:secret@host", "user name"),
    ("http://host?token=secret", "query"),
    ("http://host#secret", "query or fragment"),
]


def test_anything_else_is_refused_with_the_reason(subtests: pytest.Subtests) -> None:
    for url, reason in REFUSED:
        with subtests.test(url=url):
            with pytest.raises(ValidationError, match=reason) as caught:
                base_url(url, example=EXAMPLE)
            assert EXAMPLE in str(caught.value)
            assert "secret" not in str(caught.value)


def test_one_server_has_one_name() -> None:
    assert server_of("http://Bridge.local") == server_of("http://bridge.local:80/x")
    assert server_of("https://a") == "a:443"
    assert server_of("http://a:81") != server_of("http://a:82")
