"""Places in a document: JSON pointers, and where references lead (RFC 6901)."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .documents import Json

T = TypeVar("T")


def pointer(path: Iterable[str | int]) -> str:
    """The JSON pointer of a path (RFC 6901); the empty one is spelled out, to be readable."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    return "".join(f"/{step}" for step in steps) or "the document"


def parts(place: str) -> list[str]:
    """The steps of a JSON pointer."""
    return [step.replace("~1", "/").replace("~0", "~") for step in place.split("/")[1:]]


def unescaped(step: str) -> str:
    """A step of a reference as the document spells it; the fragment of a URI is percent-encoded."""
    return unquote(step).replace("~1", "/").replace("~0", "~")


def steps(reference: str) -> list[str]:
    """The steps of a reference into its own document; another one has none."""
    return list(map(unescaped, reference[2:].split("/"))) if reference.startswith("#/") else []


def at(document: Json, path: Iterable[str | int]) -> Json:
    """What stands at a path of a document; ``None`` if it leads nowhere."""
    value = document
    for step in path:
        if isinstance(value, dict):
            value = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def target(document: Json, reference: str) -> Json:
    """What a reference leads to; ``None`` if it leads nowhere, or out of the document."""
    return at(document, steps(reference) or ("",))


def reached(starts: Iterable[T], following: Callable[[T], Iterable[T]]) -> set[T]:
    """Everything that these lead to, themselves included; ``following`` is what one leads to."""
    found: set[T] = set()
    pending = [*starts]
    while pending:
        each = pending.pop()
        if each not in found:
            found.add(each)
            pending += following(each)
    return found
