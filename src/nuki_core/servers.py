"""Base URLs, checked before anything is sent to them."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

from .errors import ValidationError


def base_url(url: str, *, example: str, allow_http: bool = True) -> str:
    """The URL of a server without a slash at its end.

    Without ``allow_http``, plain ``http`` is for tests: loopback, private networks, ``.test``.

    Raises:
        ValidationError: It is no ``http`` or ``https`` URL of a server; the text gives the example.
    """
    reason = _fault(url)
    if not reason and not allow_http and (parts := urlsplit(url)).scheme == "http":
        host = parts.hostname or ""
        try:
            is_for_tests = ip_address(host.partition("%")[0]).is_private
        except ValueError:
            is_for_tests = host.rpartition(".")[2] in {"localhost", "test"}
        if not is_for_tests:
            reason = "would send credentials in clear text; use https://, or say allow_http=True"
    if reason:
        # The URL itself stays out of the text: people put passwords and tokens into URLs.
        raise ValidationError(f"the base URL {reason}; expected one such as {example!r}")
    return url.rstrip("/")


def _fault(url: object) -> str:
    if not isinstance(url, str):
        return f"is a {type(url).__name__}"
    if any(character.isspace() or not character.isprintable() for character in url):
        return "holds blanks or control characters"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return f"is malformed ({error})"
    faults = {
        "does not begin with http:// or https://": parts.scheme not in {"http", "https"},
        "names no host": not parts.hostname,
        f"has the port {port}, which does not exist": port == 0,
        "holds a user name; hand in an HTTP client that sends it": "@" in parts.netloc,
        "has a query or fragment; tokens are arguments": bool(parts.query or parts.fragment),
    }
    return next((fault for fault, found in faults.items() if found), "")


def server_of(url: str) -> str:
    """Host and port of a checked base URL, spelled the same for every spelling of the URL."""
    parts = urlsplit(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    return f"{parts.hostname}:{port}"
