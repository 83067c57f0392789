"""Codes that a text names, with their meanings; and what the text says beside them."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.upstream.codes import beside_codes, codes

MEANINGS = [
    ("0 .. ok, 1 .. missing", [(0, "ok"), (1, "missing")]),
    ("The state: -1 .. no,  7 ... at\t last", [(-1, "no"), (7, "at last")]),
    ("Speed. 0x0A ... fast. Or not.", [(10, "fast")]),
    ("1 bell, 2 .. light", [(1, "bell"), (2, "light")]),
    ("`0` = ok; '1' = missing", [(0, "ok"), (1, "missing")]),
    ("- 0: ok\n- 1: missing\nMore", [(0, "ok"), (1, "missing")]),
    ("Codes: 0 (ok), 1 (a (b) c) and so on", [(0, "ok"), (1, "a (b) c")]),
    ("0 .. on, or off, 1 .. on; type=2: 0 .. off", [(0, "on, or off"), (1, "on"), (0, "off")]),
    ("4 .. version 3.0/4. Gen", [(4, "version 3.0/4. Gen")]),
    ("(unless it is 13 .. keypad)", [(13, "keypad")]),
    (
        "first bit (lowest) .. ring, Third bit .. door, highest bit .. bell",
        [(1, "ring"), (4, "door"), ("highest bit", "bell")],
    ),
    ("3 .. a (x, y); else", [(3, "a (x, y)")]),
    ("0 .. 255", []),
]


def test_codes_and_their_meanings(subtests: pytest.Subtests) -> None:
    for text, named in MEANINGS:
        with subtests.test(text=text):
            assert list(codes(text)) == named


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("The state: 0 .. ok, 1 .. missing", "The state:"),
        ("A: 0 .. ok; type=2: 0 .. bad (worse). B", "A: type=2: . B"),
        ("no codes,\n at all", "no codes at all"),
    ],
)
def test_what_else_a_text_says(text: str, rest: str) -> None:
    assert beside_codes(text) == rest


@given(st.lists(st.tuples(st.integers(0, 999), st.sampled_from(["ok", "lock 'n' go", "a (b)"]))))
def test_a_list_is_read_as_it_was_written(pairs: list[tuple[int, str]]) -> None:
    text = "Codes: " + ", ".join(f"{code} .. {meaning}" for code, meaning in pairs)
    assert list(codes(text)) == pairs
    assert beside_codes(text) == "Codes:"


@example("0=` 0")
@given(st.text(alphabet="01x.=:-( ),;abit\n`'"))
def test_any_text_can_be_read(text: str) -> None:
    assert len(codes(text)) <= len(text)
    assert all(meaning == " ".join(meaning.split()) for _, meaning in codes(text))
    assert len(beside_codes(text)) <= 2 * len(text)
