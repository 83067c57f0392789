from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nuki_core.redaction import Secrets
from nuki_core.transport import BodyReader, RawResponse, TooSlowError, UnreadableBodyError
from tests.core.calls import MOTION, READ, SERVER, prepared


def read(chunks: list[bytes], encoding: str = "", longest_body: int = 10) -> RawResponse:
    reader = BodyReader(prepared(longest_body=longest_body), encoding)
    for chunk in chunks:
        if not reader.take(chunk):
            break
    return reader.response(200, {})


def test_messages_name_the_server_only() -> None:
    found = prepared(
        url=f"{SERVER}/list?token=abcdef",
        headers=[("Authorization", "Bearer abcdef")],
        content=b"abcdef",
        secrets=Secrets("abcdef"),
    )
    assert found.server == "127.0.0.1:8080"
    assert "abcdef" not in repr(found)


def test_only_what_moves_a_bolt_needs_a_fresh_connection() -> None:
    assert prepared(MOTION).needs_fresh_connection
    assert not prepared(READ).needs_fresh_connection


@pytest.mark.parametrize("encoding", ["", "identity", " Identity "])
def test_a_body_is_put_together(encoding: str) -> None:
    found = read([b"abc", b"", b"def"], encoding)
    assert (found.body, found.complete) == (b"abcdef", True)


def test_a_body_may_be_as_long_as_agreed_and_no_longer() -> None:
    assert read([b"abcd"], longest_body=4).complete
    assert not read([b"abcd", b"e"], longest_body=4).complete


def test_a_body_that_drips_is_too_slow() -> None:
    with pytest.raises(TooSlowError):
        BodyReader(prepared(timeout=-1), "").take(b"a")


@given(st.binary(max_size=500), st.integers(1, 40))
def test_a_compressed_body_is_unpacked_however_it_is_cut(body: bytes, size: int) -> None:
    packed = gzip.compress(body)
    chunks = [packed[i : i + size] for i in range(0, len(packed), size)]
    assert read(chunks, "gzip", 1000).body == body


@pytest.mark.slow
def test_no_more_is_unpacked_than_there_is_room_for() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    found = read([bomb], "gzip", longest_body=100_000)
    assert not found.complete
    assert 100_000 < len(found.body) < 500_000


def test_what_is_swallowed_without_a_result_counts_too() -> None:
    packer = zlib.compressobj(wbits=31)
    empty = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    blocks = b"\0\0\0\xff\xff" * 1000
    assert not read([empty, *[blocks] * 100], "gzip", longest_body=100_000).complete


def test_what_was_not_asked_for_is_refused(subtests: pytest.Subtests) -> None:
    for encoding in ("br", "deflate", "gzip, gzip", "gzip,gzip,gzip", "x" * 999):
        with subtests.test(encoding=encoding):
            with pytest.raises(UnreadableBodyError, match="only gzip") as caught:
                read([b"abc"], encoding)
            assert len(str(caught.value)) < 100


def test_what_is_not_compressed_as_its_header_says_is_refused() -> None:
    with pytest.raises(UnreadableBodyError, match="incorrect header"):
        read([b"no gzip"], "gzip")
    with pytest.raises(UnreadableBodyError, match="incomplete"):
        read([gzip.compress(b"abc")[:-9]], "gzip", 100)
