"""The files of the page, as they are served; all of them are in this package."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

_MEDIA: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
FOLDER: Final = Path(__file__).parent / "page"
INDEX: Final = "index.html"


@attrs.frozen
class PageFile:
    """A file with its media type."""

    content: bytes = attrs.field(repr=False)
    media_type: str


def page_file(name: str) -> PageFile | None:
    """Read a file of the page; ``None`` if it has none of this name."""
    path = FOLDER / name
    if Path(name).name != name or path.suffix not in _MEDIA or not path.is_file():
        return None
    return PageFile(path.read_bytes(), _MEDIA[path.suffix])
