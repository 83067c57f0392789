"""Media types of bodies and answers, and what their values are in Python."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from generator.convert.media import BYTES, JSON, MULTIPART, URLENCODED

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME: Final = re.compile(r"(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]*)/(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]*)")
_ANY: Final = frozenset({"*/*", "application/*"})
_JSON: Final = frozenset({JSON, "text/json", *_ANY})
_FORMS: Final = {MULTIPART: "multipart", URLENCODED: "urlencoded"}
_PASSED: Final = frozenset({"charset", "boundary"})
_CHARSET: Final = re.compile(r';\s*charset\s*=\s*"?([^\s";]+)', re.IGNORECASE)
_STREAMS: Final = frozenset(
    {
        *("text/event-stream", "application/jsonl", "application/x-jsonlines"),
        *("application/ndjson", "application/x-ndjson", "application/json-seq"),
    }
)
_TEXTS: Final = re.compile(r"text/.+|application/(?:.+\+)?(?:xml|yaml|x-yaml|csv|sql|x-sh)")


def essence(media_type: str) -> str:
    """The media type without parameters, in lower case."""
    return media_type.partition(";")[0].strip().lower()


def kind_of(media_type: str, schema: Mapping[str, Any] | None = None) -> str:
    """``json``, ``multipart``, ``urlencoded``, ``text``, ``bytes``; empty for what has no value.

    A schema without references says more: bytes are no JSON where the media type leaves it open,
    and where bytes are expected, a text that stands for some is no value that we have.
    """
    media, described = essence(media_type), schema or {}
    if not _NAME.fullmatch(media) or media in _STREAMS or parameters(media_type) - _PASSED:
        return ""
    if media in _FORMS or media.startswith("multipart/"):
        return _FORMS.get(media, "")
    is_binary = media in _ANY and described.get("format") == "binary"
    if (media in _JSON and not is_binary) or media.endswith("+json"):
        return "json"
    if _TEXTS.fullmatch(media):
        return "text"
    is_base64 = described.get("format") == "byte" or "contentEncoding" in described
    return "" if is_base64 else "bytes"


def parameters(media_type: str) -> set[str]:
    """The names of its parameters, in lower case."""
    _, *found = media_type.lower().split(";")
    return {each.partition("=")[0].strip() for each in found if each.strip()}


def sent_as(media_type: str, schema: Mapping[str, Any] | None = None) -> str:
    """The concrete media type of a body that is declared as this one; empty if there is none."""
    media = essence(media_type)
    charset = _CHARSET.search(media_type)
    if charset and charset[1].lower() not in {"utf-8", "utf8"}:
        return ""  # the core writes no other
    if media in _ANY:
        return BYTES if kind_of(media, schema) == "bytes" else JSON
    if media == "text/*":
        return "text/plain"
    return "" if "*" in media else media
