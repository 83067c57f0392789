"""The releases of the Web API's description, from our edition of the newest one back.

``releases/`` says of each earlier one what it had otherwise than the one after it.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.convert import convert
from generator.load.sources import ROOT
from generator.overlay import apply_overlays, load_overlay
from generator.overlay.corrected import overlays
from generator.upstream.diff.subject import document_subjects

if TYPE_CHECKING:
    from generator.load.documents import Json
    from generator.upstream.diff.subject import Subject

FOLDER: Final = Path(__file__).parent / "releases"
NEWEST: Final[dict[str, Any]] = json.loads((ROOT / "spec/web/swagger.json").read_text("utf-8"))
EARLIER: Final = ("3.8.1", "3.9.0", "3.10.1", "3.13.0", "4.1.0", "4.6.2")
VERSIONS: Final = (*EARLIER, NEWEST["info"]["version"])


@cache
def released(version: str) -> dict[str, Json]:
    """A release as Swagger 2.0; not to be changed.

    Raises:
        AssertionError: An overlay does not fit the release after it.
    """
    index = VERSIONS.index(version)
    if version == VERSIONS[-1]:
        return NEWEST
    overlay = load_overlay(FOLDER / f"{version}.overlay.yaml")
    applied = apply_overlays(released(VERSIONS[index + 1]), [overlay], strict=True)
    assert not applied.problems, [*map(str, applied.problems)]
    return applied.document


@cache
def converted(version: str) -> dict[str, Json]:
    """A release as OpenAPI 3.1; not to be changed."""
    return convert(released(version))


@cache
def subjects() -> dict[str, Subject]:
    """Every release with the package that it makes, all corrected alike; made once."""
    found = document_subjects("web", [*map(converted, VERSIONS)], overlays("web"))
    return dict(zip(VERSIONS, found, strict=True))


def saved(version: str, folder: Path) -> Path:
    """A release as a file that commands can be given."""
    path = folder / f"{version}.json"
    path.write_text(json.dumps(released(version)), "utf-8")
    return path
