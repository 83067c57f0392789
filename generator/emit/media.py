"""Media types of bodies and answers, and what their values are in Python."""

from __future__ import annotations

import re
from typing import Final

JSON: Final = "application/json"
MULTIPART: Final = "multipart/form-data"
URLENCODED: Final = "application/x-www-form-urlencoded"

_NAME: Final = re.compile(r"(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]*)/(?:\*|[a-z0-9][a-z0-9!#$&^_.+-]*)")
_JSON: Final = frozenset({JSON, "text/json", "*/*", "application/*"})
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


def kind_of(media_type: str) -> str:
    """``json``, ``multipart``, ``urlencoded``, ``text``, ``bytes``; empty for what has no value."""
    media = essence(media_type)
    if not _NAME.fullmatch(media) or media in _STREAMS:
        return ""
    if media in _JSON or media.endswith("+json"):
        return "json"
    if media in {MULTIPART, URLENCODED}:
        return "multipart" if media == MULTIPART else "urlencoded"
    if media.startswith("multipart/"):
        return ""
    return "text" if _TEXTS.fullmatch(media) else "bytes"


def sent_as(media_type: str) -> str:
    """The concrete media type of a body that is declared as this one; empty if there is none."""
    media = essence(media_type)
    if media in _JSON and "*" in media:
        return JSON
    if media == "text/*":
        return "text/plain"
    return "" if "*" in media else media
