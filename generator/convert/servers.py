"""Servers: host, base path and schemes as URLs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.convert.cursor import Cursor
    from generator.load.documents import Json


def servers(root: Mapping[str, Cursor], schemes: Cursor | None) -> list[Json]:
    """One server per scheme.

    Without schemes the URL leaves the scheme open, without a host it is the base path alone: both
    are then taken from where the document was served, as Swagger 2.0 has it.
    """
    names = dict.fromkeys(schemes.texts()) if schemes else {}
    host = root["host"].text() if "host" in root else ""
    base = root["basePath"].text() if "basePath" in root else ""
    if base and not base.startswith("/"):
        root["basePath"].report("basePath must begin with a slash", f"say '/{base}'")
    base = base.rstrip("/")
    if not host:
        return [{"url": base or "/"}]
    return [{"url": f"{name}://{host}{base}"} for name in names] or [{"url": f"//{host}{base}"}]
