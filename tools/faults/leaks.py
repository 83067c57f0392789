"""Where secrets stand that should stand nowhere: texts, log records, and locals of frames."""

from __future__ import annotations

import html
import json
import logging
import re
from base64 import b64encode, urlsafe_b64encode
from itertools import count
from typing import TYPE_CHECKING, Final, Self
from urllib.parse import quote, quote_plus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import FrameType

OURS: Final = frozenset({"nuki", "nuki_core", "nuki_generated"})
LIBRARIES: Final = frozenset(
    {"aiohttp", "httpx", "httpx2", "httpcore", "httpcore2", "h11", "anyio"}
)
_LONGEST_REPR: Final = 1 << 20
_ESCAPE: Final = re.compile("%[0-9A-F]{2}")
_ADDRESS: Final = re.compile(r"\b0x[0-9a-f]{6,}")
"""Where an object lies in memory, which may look like a part of a hash."""
_PART: Final = 6
"""So many characters of a token in a row are a leak; a code is one as a whole only."""


def spellings(secret: str) -> Iterator[str]:
    """The ways in which a secret is written in URLs, headers, JSON and HTML, and parts of it."""
    raw = secret.encode()
    quoted = quote(secret, safe="")
    yield from (secret, quoted, lower_escapes(quoted), quote_plus(secret), quote(secret, safe=":"))
    yield b64encode(raw).decode().rstrip("=")
    yield urlsafe_b64encode(raw).decode().rstrip("=")
    yield json_escaped(secret)
    yield json_escaped(secret, more="/")
    yield json_escaped(secret, more="<>&='")
    yield html.escape(secret)
    yield repr(secret)[1:-1]
    if len(secret) >= 2 * _PART:
        yield secret[:_PART]


def lower_escapes(quoted: str) -> str:
    """Percent-encoded text with lower-case digits."""
    return _ESCAPE.sub(lambda found: found[0].lower(), quoted)


def json_escaped(text: str, more: str = "") -> str:
    """Text as within JSON; some libraries escape a slash too, some what HTML might misread."""
    escaped = json.dumps(text)[1:-1]
    for each in more:
        escaped = escaped.replace(each, "\\/" if each == "/" else f"\\u{ord(each):04x}")
    return escaped


class Secrets:
    """What must not be seen."""

    def __init__(self, secrets: Iterable[str]) -> None:
        needles = sorted({text for each in secrets if each for text in spellings(each)})
        self._needles = [each for each in needles if not each.isdigit()]
        # Not the digits of a longer number: a clock shows all of them in the end.
        self._numbers = [
            re.compile(rf"(?<!\d)(?<!\d\.){each}(?!\.?\d)") for each in needles if each.isdigit()
        ]

    def in_text(self, text: str) -> bool:
        """Whether any of them stands in a text."""
        text = _ADDRESS.sub("", text)
        return any(needle in text for needle in self._needles) or any(
            number.search(text) for number in self._numbers
        )

    def in_exception(self, error: BaseException) -> list[str]:
        """Where they stand in an exception, its causes, and the frames that these went through."""
        found: list[str] = []
        for each in _chain(error):
            name = type(each).__name__
            parts = {
                "text": str(each),
                "repr": repr(each),
                "args": repr(each.args),
                "notes": repr(getattr(each, "__notes__", "")),
                "message": repr(getattr(each, "message", "")),
            }
            found += [f"{part} of {name}" for part, text in parts.items() if self.in_text(text)]
        for frame in frames(error):
            where = f"{frame.f_globals['__name__']}.{frame.f_code.co_name}"
            values = tuple(frame.f_locals.items())
            found += [f"local {name} of {where}" for name, it in values if self.in_text(_repr(it))]
        return found


def frames(error: BaseException) -> Iterator[FrameType]:
    """The frames of ours and of the HTTP library that an exception and its causes went through."""
    for each in _chain(error):
        step = each.__traceback__
        while step is not None:
            root = str(step.tb_frame.f_globals.get("__name__", "")).partition(".")[0]
            if root in OURS | LIBRARIES:
                yield step.tb_frame
            step = step.tb_next


def _chain(error: BaseException) -> Iterator[BaseException]:
    waiting, seen = [error], set[int]()
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        waiting.extend(other for other in (each.__cause__, each.__context__) if other is not None)
        if isinstance(each, BaseExceptionGroup):
            waiting.extend(each.exceptions)


def _repr(value: object) -> str:
    if isinstance(value, (bytes, bytearray, str)) and len(value) > _LONGEST_REPR:
        value = value[:_LONGEST_REPR]
    try:
        return repr(value)
    except Exception as error:  # noqa: BLE001 - not what is looked for here
        return type(error).__name__


class Listener(logging.Handler):
    """Hears records of all threads at once.

    Other handlers let one thread in at a time. On a busy machine the others wait for it, which
    would count as time that their calls took.
    """

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)

    def handle(self, record: logging.LogRecord) -> bool:
        """Look at it, without the handler's lock."""
        self.emit(record)
        return True


class Logged(Listener):
    """Every record of every logger while the block runs, as far as it tells a secret."""

    def __init__(self, secrets: Secrets) -> None:
        super().__init__()
        self._secrets = secrets
        self._level = logging.WARNING
        self._numbers = count(1)
        self.records = 0
        self.leaks: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Look at it."""
        self.records = next(self._numbers)
        if self._secrets.in_text(record.getMessage()):
            self.leaks.append(f"log record of {record.name}")

    def __enter__(self) -> Self:
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(logging.DEBUG)
        root.addHandler(self)
        return self

    def __exit__(self, *_exception: object) -> None:
        root = logging.getLogger()
        root.removeHandler(self)
        root.setLevel(self._level)
