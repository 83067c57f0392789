"""Media types: what ``consumes`` and ``produces`` say, and what their absence means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.convert.cursor import Cursor

JSON: Final = "application/json"
BYTES: Final = "application/octet-stream"
MULTIPART: Final = "multipart/form-data"
URLENCODED: Final = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Media:
    """The media types of requests and of responses, in order of preference."""

    consumes: tuple[str, ...] = (JSON,)
    produces: tuple[str, ...] = (JSON,)

    def within(self, members: Mapping[str, Cursor]) -> Media:
        """These, as overridden by an operation or by the document (Swagger 2.0, Operation Object).

        An empty list takes back what the document says, which leaves ``application/json``.
        """
        return Media(
            _types(members["consumes"]) if "consumes" in members else self.consumes,
            _types(members["produces"]) if "produces" in members else self.produces,
        )


def concrete(media_type: str) -> str:
    """The media type itself; ``*/*`` says nothing about a body, and both APIs speak JSON."""
    return JSON if media_type == "*/*" else media_type


def _types(node: Cursor) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(concrete, node.texts()))) or (JSON,)
