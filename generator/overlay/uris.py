"""URIs in overlays: what ``$self``, ``extends`` and the ``$ref`` of an action refer to.

Overlay 1.2.0, sections "Relative References in URIs" and "Reusable Action Reference Object";
RFC 3986, section 5; RFC 6901.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from generator.load.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.load.documents import Json
    from generator.overlay.model import Overlay

_URI_REFERENCE: Final = re.compile(r"(?:[^\s<>\"{}|\\^`%]|%[0-9A-Fa-f]{2})*")
_RESERVED: Final = ":/?#[]@!$&'()*+,;=%"
_ACTION_POINTER: Final = re.compile(r"/components/actions/((?:[^~/]|~[01])*)")


def is_uri_reference(text: str) -> bool:
    """Whether ``text`` is a URI reference (RFC 3986, section 4.1); letters beyond ASCII pass."""
    try:
        urlsplit(text)
    except ValueError:
        return False
    return _URI_REFERENCE.fullmatch(text) is not None


def resolve(base: str, reference: str) -> str:
    """``reference`` against ``base``, without fragment; as it stands if there is no base."""
    return quote(urldefrag(urljoin(base, reference)).url, safe=_RESERVED)


def component_name(reference: str, base: str) -> str | None:
    """The key in ``components.actions`` that ``reference`` points to from the document ``base``.

    ``None`` if it points to something else, or out of the document.
    """
    url, _, fragment = reference.partition("#")
    if not is_uri_reference(reference) or urlsplit(url).scheme or resolve(base, url) != base:
        return None
    pointer = _ACTION_POINTER.fullmatch(unquote(fragment))
    return pointer[1].replace("~1", "/").replace("~0", "~") if pointer else None


def check_extends(
    overlays: Iterable[Overlay], document: dict[str, Json], uri: str
) -> tuple[Problem, ...]:
    """A problem for each overlay that says it extends another document than this one.

    ``document`` was retrieved from ``uri``; its own ``$self`` (OpenAPI 3.2) counts as well. An
    overlay without ``extends`` fits every document. The standard leaves the choice of documents to
    the tool, so a mismatch is a warning to its user and keeps no action from applying.
    """
    own = document.get("$self")
    known = {resolve("", uri), resolve(uri, own if isinstance(own, str) else "")}
    return tuple(
        Problem(
            overlay.name,
            f"extends {overlay.extends}, but is applied to {uri}",
            "correct extends, or apply it to the document that it names",
        )
        for overlay in overlays
        if overlay.extends is not None and overlay.extends not in known
    )
