from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from nacl.exceptions import CryptoError
from nacl.secret import SecretBox

from nuki_core.auth import (
    BearerToken,
    EncryptedToken,
    HashedToken,
    PlainToken,
    Scheme,
    Unsigned,
)
from nuki_core.errors import ValidationError

# Bridge API 1.13.3, "Token": the published vectors, and three more worked out from the same input.
TOKEN = "123456"
MOMENT = datetime(2019, 3, 5, 1, 6, 53, tzinfo=UTC)
HASHES = {
    4711: "f52eb5ce382e356c4239f8fb4d0a87402bb95b7b3124f0762b806ad7d0d01cb6",
    0: "66450a576d89a9a482e07ebf28b112751b96fa6d0884e7eeeaae472f0222d6fd",
    65535: "9b16275ce3128e8d4ced26512433fd755f797282bfcc54bc963e6fef2330e578",
}
KEY = bytes.fromhex("8d969eef6ecad3c29a3a629280e686cf0c3f5d5a86aff3ca12020c923adc6c92")
NONCE = bytes.fromhex("119c38fb6d7d707b8a45f14e688b74b8c4c1acf33643c71a")
CTOKENS = {
    4711: "a7f6b4df6758b92445bd5470b755b43ba41cf50af8b3f6e19368348ddfb1686291555dfd90b31f9333",
    0: "948f47127351463f951bc4774c5eb6e5a41cf50af8b3f6e19368348ddfb1686291555dfd90b7",
}
BAD_TOKENS = ["", " ", "abc def", "abc\n", "abc\r\nX: y", "tökn", "abc\x00"]


def encrypted(number: int = 4711, token: str = TOKEN) -> EncryptedToken:
    return EncryptedToken(token, lambda: MOMENT, lambda: number, lambda: NONCE)


def test_v1_a_token_is_hashed_with_time_and_number() -> None:
    for number, digest in HASHES.items():
        query = HashedToken(TOKEN, lambda: MOMENT, lambda number=number: number).sign().query
        assert query == (
            ("ts", "2019-03-05T01:06:53Z"),
            ("rnr", str(number)),
            ("hash", digest),
        )


def test_v2_the_key_is_the_hash_of_the_token() -> None:
    assert hashlib.sha256(TOKEN.encode()).digest() == KEY


@pytest.mark.parametrize(("number", "ctoken"), CTOKENS.items())
def test_v3_and_v5_encryption_is_byte_for_byte_as_published(number: int, ctoken: str) -> None:
    assert encrypted(number).sign().query == (("ctoken", ctoken), ("nonce", NONCE.hex()))


def test_v4_the_published_token_decrypts() -> None:
    plain = SecretBox(KEY).decrypt(bytes.fromhex(CTOKENS[4711]), NONCE)
    assert plain == b"2019-03-05T01:06:53Z,4711"


def test_v6_one_flipped_bit_is_noticed() -> None:
    flipped = bytearray.fromhex(dict(encrypted().sign().query)["ctoken"])
    flipped[-1] ^= 1
    with pytest.raises(CryptoError):
        SecretBox(KEY).decrypt(bytes(flipped), NONCE)


def test_the_time_is_told_in_utc_to_the_second() -> None:
    there = timezone(timedelta(hours=5, minutes=30))
    moment = MOMENT.astimezone(there).replace(microsecond=999_999)
    query = HashedToken(TOKEN, lambda: moment, lambda: 4711).sign().query
    assert dict(query)["hash"] == HASHES[4711]


@pytest.mark.parametrize("scheme", [HashedToken, EncryptedToken])
def test_no_two_requests_are_signed_alike(scheme: type[HashedToken | EncryptedToken]) -> None:
    signer = scheme(TOKEN)
    assert len({signer.sign().query for _ in range(50)}) == 50


def test_defaults_make_what_a_bridge_accepts() -> None:
    query = dict(HashedToken(TOKEN).sign().query)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", query["ts"])
    assert 0 <= int(query["rnr"]) < 65536
    query = dict(EncryptedToken(TOKEN).sign().query)
    plain = SecretBox(KEY).decrypt(bytes.fromhex(query["ctoken"]), bytes.fromhex(query["nonce"]))
    sent = datetime.fromisoformat(plain.decode().split(",")[0])
    assert abs(sent - datetime.now(UTC)) < timedelta(seconds=60)


def test_a_plain_token_is_a_parameter() -> None:
    assert PlainToken("OKUiXg").sign().query == (("token", "OKUiXg"),)


def test_the_web_api_takes_a_header() -> None:
    assert BearerToken("abc").sign().headers == (("Authorization", "Bearer abc"),)


def test_unsigned_requests_carry_nothing() -> None:
    signed = Unsigned().sign()
    assert (signed.headers, signed.query, signed.secrets) == ((), (), ())


SCHEMES: list[Scheme] = [
    BearerToken("topsecret"),
    PlainToken("topsecret"),
    HashedToken("topsecret"),
    EncryptedToken("topsecret"),
]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_nothing_secret_is_shown(scheme: Scheme) -> None:
    signed = scheme.sign()
    shown = f"{scheme!r} {signed!r} {scheme.hint}"
    assert not [secret for secret in signed.secrets if secret in shown]
    assert "topsecret" in signed.secrets


@pytest.mark.parametrize("scheme", [HashedToken, EncryptedToken])
def test_schemes_that_need_the_time_say_so_when_refused(scheme: type[HashedToken]) -> None:
    assert "clock" in scheme(TOKEN).hint
    assert "clock_offset()" in scheme(TOKEN).hint


def test_a_token_that_cannot_be_one_is_refused_unseen(subtests: pytest.Subtests) -> None:
    for token in BAD_TOKENS:
        for scheme in (BearerToken, PlainToken, HashedToken, EncryptedToken):
            with subtests.test(scheme=scheme.__name__, token=token):
                with pytest.raises(ValidationError, match="exactly as it was shown") as caught:
                    scheme(token)
                assert not token.strip() or token not in str(caught.value)


@pytest.mark.parametrize("scheme", [BearerToken, PlainToken, HashedToken, EncryptedToken])
def test_an_address_is_no_token_and_neither_is_a_number(scheme: Any) -> None:
    with pytest.raises(ValidationError, match="the token is a URL"):
        scheme("https://api.nuki.io")
    with pytest.raises(ValidationError, match="exactly as it was shown"):
        scheme(123456)


@pytest.mark.parametrize(
    ("scheme", "firmware", "instead"),
    [
        (EncryptedToken, "1.22.1 (Bridge 1.0) or 2.14.0", "scheme=HashedToken, or PlainToken"),
        (HashedToken, "1.12.0 (Bridge 1.0) or 2.2.0", "scheme=PlainToken"),
    ],
)
def test_who_is_refused_is_told_which_firmware_the_scheme_needs(
    scheme: type[EncryptedToken | HashedToken], firmware: str, instead: str
) -> None:
    hint = scheme("123456").hint
    assert firmware in hint
    assert instead in hint
    assert "both clocks" in hint


FORKING = """
import os
from nuki_core.auth import HashedToken

scheme = HashedToken("123456")
own = os.getpid()

def numbers():
    return " ".join(dict(scheme.sign().query)["rnr"] for _ in range(60))

for number in range(1, 100):
    # A busy machine gives the numbers in between to others.
    os.getpid = lambda: own + number
    if os.fork() == 0:
        os.write(1, f"{numbers()}\\n".encode())
        os._exit(0)
for _ in range(1, 100):
    os.wait()
print(numbers())
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_forked_processes_take_numbers_of_their_own() -> None:
    """Forked from a small process: this one has much to copy."""
    done = subprocess.run([sys.executable, "-c", FORKING], check=True, capture_output=True)  # noqa: S603 - our own script
    found = done.stdout.split()
    assert len(found) == len(set(found)) == 100 * 60
