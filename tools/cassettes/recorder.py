"""One call, recorded to a cassette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vcr import VCR  # type: ignore[import-untyped]

from nuki import BridgeClient, EncryptedToken, RetryPolicy, WebClient
from nuki_core.errors import ApiError

from .origins import ORIGINS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from nuki_core.auth import Scheme
    from nuki_core.request import Request

    from .masking import Masking
    from .origins import Api

ONCE = RetryPolicy(attempts=1)


def client(  # noqa: PLR0913 - one line for each thing that may be chosen
    api: Api,
    token: str,
    http: Any,
    *,
    url: str | None = None,
    scheme: Callable[[str], Scheme] = EncryptedToken,
    min_interval: float = 0,
) -> WebClient | BridgeClient:
    """A client that sends every request once; ``min_interval`` seconds apart to a bridge."""
    address = url or ORIGINS[api]
    if api == "web":
        return WebClient(token, base_url=address, retry=ONCE, http=http)
    return BridgeClient(
        address, token, scheme=scheme, retry=ONCE, min_interval=min_interval, http=http
    )


def record(
    path: Path,
    masking: Masking,
    caller: WebClient | BridgeClient,
    request: Request[Any],
    source: str = "simulator",
) -> Any:
    """Carry out a request and keep what passes; an error response is recorded like any other.

    ``source`` says in the cassette who answered.

    Returns:
        The decoded answer, or the :class:`ApiError` that it was.
    """
    path.unlink(missing_ok=True)
    vcr = VCR(
        record_mode="once",
        before_record_request=masking.request,
        before_record_response=masking.answer,
        decode_compressed_response=True,
    )
    with vcr.use_cassette(path) as cassette:
        cassette.get_metadata("source", source)
        try:
            return caller.send(request)
        except ApiError as error:
            return error
