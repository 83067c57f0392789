"""Codes that a text names: ``0 .. ok, 1 .. missing`` gives 0 and 1 their meanings.

Read are ``0 .. ok``, ``1 ... ok``, ``0x02 .. ok``, ``first bit .. ok`` (the vendor's ways),
``0 = ok``, and in lists ``0: ok``, ``0 - ok``, ``0 (ok)``; beside one with dots also ``3 ok``.
Ranges (``0 .. 7``, ``20 to 50``), conditions (``type=2: …``) and other numbers (``RFC 3339``) are
none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER: Final = r"(?<![\w./=<>+-])(?P<code>[`'\"]?(?:0[xX][0-9A-Fa-f]{1,16}|-?\d{1,18})[`'\"]?)"
_MEANING: Final = r"\s*(?=[^\W\d]|[`'\"(*])"
_DOTTED: Final = re.compile(rf"{_NUMBER}\s*(?:\.{{2,3}}|\u2026){_MEANING}")
_BIT: Final = re.compile(
    rf"(?P<code>(?:\b\w{{1,20}}\s{{1,3}})?\bbit)\b[^.,;]{{0,80}}\.{{2,3}}{_MEANING}"
)
_EQUATED: Final = re.compile(rf"{_NUMBER}\s*(?:=|->|\u2192){_MEANING}")
# A colon, a dash or a parenthesis follows numbers in any sentence, so it counts in a list only; a
# mere blank counts beside the vendor's dots ("1 activate ring to open, 2 .. deactivate").
_ITEM: Final = rf"(?:^|[,;:(\n|]\s*)(?:[-*]\s+)?{_NUMBER}"
_LISTED: Final = re.compile(rf"{_ITEM}(?:\s*:\s+|\s+[\u2013\u2014-]\s+|\s*\()(?=[^\W\d]|[`'\"])")
_BARE: Final = re.compile(rf"{_ITEM}\s+(?=[^\W\d])")

_END: Final = re.compile(r"[;\n|]|(?<=[^\W\d]|\))\.(?=\s|$)")
_PAUSES: Final = re.compile(r"[\s,;]+")
_ORDINALS: Final = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_QUOTES: Final = "`'\"*"


class _Named(NamedTuple):
    start: int
    end: int
    code: int | str
    meaning: str


def codes(text: str) -> tuple[tuple[int | str, str], ...]:
    """The codes that a text gives a meaning to, with their meanings, in the text's order.

    The first bit is the code 1, the second 2, the third 4; another bit is called as the text calls
    it (``lowest bit``). One code may be named twice.
    """
    return tuple((named.code, named.meaning) for named in _named(text))


def beside_codes(text: str) -> str:
    """What a text says beside its codes and their meanings; commas and blanks do not count."""
    rest, position = "", 0
    for named in _named(text):
        rest += text[position : named.start] + " "
        position = named.end
    return _PAUSES.sub(" ", rest + text[position:]).strip()


def _named(text: str) -> Iterator[_Named]:
    found = _matches(_DOTTED, text) | _matches(_BIT, text)
    bare = _matches(_BARE, text) if found else {}
    found = bare | _matches(_LISTED, text) | _matches(_EQUATED, text) | found
    meanings = sorted(found)
    limits = [*(found[start].start("code") for start in meanings[1:]), len(text)]
    for start, limit in zip(meanings, limits, strict=False):
        # A meaning ends before the next code, its sentence, its list or its parenthesis.
        match, stop = found[start], _END.search(text, start, max(start, limit))
        end, depth = (stop.start() if stop else max(start, limit)), 0
        for position in range(start, end):
            depth += {"(": 1, ")": -1}.get(text[position], 0)
            if depth < 0:
                end = position
                break
        end = start + len(text[start:end].rstrip(", \t:-*("))
        meaning = " ".join(text[start:end].split()).strip(f"{_QUOTES} ")
        digits = match["code"].strip(_QUOTES)
        ordinal, is_hexadecimal = digits.split()[0].lower(), digits[:2] in {"0x", "0X"}
        code: int | str = " ".join(digits.split())
        if ordinal in _ORDINALS:
            code = 1 << _ORDINALS.index(ordinal)
        elif is_hexadecimal or digits[-1].isdecimal():
            code = int(digits, 16 if is_hexadecimal else 10)
        yield _Named(match.start("code"), end, code, meaning)


def _matches(pattern: re.Pattern[str], text: str) -> dict[int, re.Match[str]]:
    """The codes that a pattern finds, by the place where their meanings begin."""
    return {match.end(): match for match in pattern.finditer(text)}
