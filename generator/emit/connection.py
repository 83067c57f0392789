"""Where an operation is sent, and whether it is signed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

CREDENTIAL: Final = "x-nuki-credential"
"""On a security scheme: the clients have these credentials."""

_VARIABLE: Final = re.compile(r"\{([^{}]*)\}")
_BEARER_TYPES: Final = ("oauth2", "openIdConnect")


def server(holder: Mapping[str, Any], base: str = "") -> str:
    """The URL of the server that an operation or a document names, without a slash at its end.

    It is the first with TLS, or the first; variables have their defaults. A relative one continues
    ``base``. It is empty without a server, and for one that leaves something open.
    """
    found = holder.get("servers")
    entries = [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []
    urls = [url for entry in entries if (url := _absolute(entry, base))]
    secure = [url for url in urls if url.startswith("https://")]
    return (secure or urls or [""])[0].rstrip("/")


def _absolute(entry: Mapping[str, Any], base: str) -> str:
    """The whole URL of an entry, its variables filled in; empty if it leaves something open."""
    variables = entry.get("variables")
    known = variables if isinstance(variables, dict) else {}

    def default(found: re.Match[str]) -> str:
        variable = known.get(found[1])
        value = variable.get("default") if isinstance(variable, dict) else None
        is_given = isinstance(value, str | int) and not isinstance(value, bool)
        return str(value) if is_given else found[0]

    url = _VARIABLE.sub(default, str(entry.get("url", "")))
    try:
        if "://" not in url:
            url = urljoin(f"{base}/" if base else "", url)
        if url.startswith("//"):
            url = f"https:{url}"
        parts = urlsplit(url)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query
    except ValueError:
        return ""
    is_plain = url.isascii() and url.isprintable() and not {" ", "{", "}"} & {*url}
    return url if is_web and is_plain else ""


def refusal_of_server(url: str, *, is_signed: bool) -> str:
    """Why an operation cannot be sent to a server other than the client's; empty if it can."""
    if not url:
        return "its server is no URL that is complete"
    if not url.startswith("https://"):
        return f"its server {url!r} has no TLS"
    return f"the client's credentials would be sent to {url!r}" if is_signed else ""


def is_signed(raw: Mapping[str, Any], document: Mapping[str, Any]) -> bool | str:
    """Whether the client's credentials go along with an operation, or why it cannot be called.

    They do unless the operation says that it needs none. One that needs others is refused: no
    client has them, and they must not be sent in their place.
    """
    holder = raw if "security" in raw else document
    if "security" not in holder:
        return True
    alternatives = holder["security"]
    if not isinstance(alternatives, list) or not all(isinstance(e, dict) for e in alternatives):
        return "its security is no list of objects"
    components = document.get("components", {})
    schemes = components.get("securitySchemes", {}) if isinstance(components, dict) else {}
    ours = {
        name
        for name, scheme in schemes.items()
        if isinstance(scheme, dict)
        and (
            scheme.get(CREDENTIAL) is True
            or scheme.get("type") in _BEARER_TYPES
            or (scheme.get("type") == "http" and str(scheme.get("scheme")).lower() == "bearer")
        )
    }
    missing = {name for each in alternatives for name in each} - ours
    if any(each and not each.keys() & missing for each in alternatives):
        return True
    if not alternatives or {} in alternatives:
        return False
    return f"it needs credentials that no client has: {', '.join(sorted(missing))}"
