"""HTTP clients that callers hand in: of which library they are, and what is wrong with one."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

from .errors import ValidationError

Library: TypeAlias = Literal["httpx", "httpx2", "aiohttp"]

LONGEST_CONNECT: Final = 5.0
"""Seconds that a client may take to connect to one address."""

CLOSED: Final = "this client is closed; make a new one"
FORKED: Final = (
    "the HTTP client that was handed in belongs to the parent process, whose connections this one "
    "must not use; hand in another one after the fork"
)
OTHER_LOOP: Final = (
    "the HTTP client that was handed in has connections of another event loop; hand in another "
    "one, or let this client open its own, which follow the loop"
)

_LIBRARIES: Final[tuple[Library, ...]] = ("httpx", "httpx2", "aiohttp")


def library_of(client: object, *, asynchronous: bool) -> Library:
    """The library of a client that suits a class of ours.

    Raises:
        ValidationError: It is of none, or a synchronous one for an asynchronous class, or the
            reverse.
    """
    roots = {kind.__module__.partition(".")[0] for kind in type(client).__mro__}
    found: Library | None = next((each for each in _LIBRARIES if each in roots), None)
    sends = hasattr(client, "ws_connect" if found == "aiohttp" else "send")
    if found is None or not sends:
        fitting = "an AsyncClient of httpx or httpx2, or a ClientSession of aiohttp"
        raise ValidationError(
            f"http takes {fitting if asynchronous else 'a Client of httpx or httpx2'}, "
            f"not a {type(client).__name__}"
        )
    if (found == "aiohttp" or hasattr(client, "aclose")) != asynchronous:
        kinds = ("an asynchronous", "a synchronous")
        wanted, given = kinds if asynchronous else reversed(kinds)
        raise ValidationError(f"http is {given} client, and this class takes {wanted} one")
    return found


def accepted_encoding(server: str) -> bytes:
    """Which compression to ask a server for."""
    # A bridge, on plain HTTP in the local network, compresses nothing.
    return b"gzip" if server.startswith("https:") else b"identity"
