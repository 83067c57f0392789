"""The releases of the Web API's description, from our edition of the newest one back.

``releases/`` says of each earlier one what it had otherwise than the one after it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from generator.convert import convert
from generator.load.sources import ROOT
from generator.overlay import apply_overlays, load_overlay
from generator.overlay.corrected import overlays
from generator.upstream.diff.subject import document_subjects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.load.documents import Json
    from generator.upstream.diff.subject import Subject

FOLDER: Final = Path(__file__).parent / "releases"
NEWEST: Final[dict[str, Any]] = json.loads((ROOT / "spec/web/swagger.json").read_text("utf-8"))
EARLIER: Final = ("3.8.1", "3.9.0", "3.10.1", "3.13.0", "4.1.0", "4.6.2")
VERSIONS: Final = (*EARLIER, NEWEST["info"]["version"])
DIFFERING: Final = (
    *("/account/setting", "/smartlock", "/smartlock/log"),
    *("/smartlock/auth/paged", "/smartlock/{smartlockId}/auth"),
    *("/subscription", "/subscription/{subscriptionId}", "/app/account/subscription"),
    *(f"/account/subscription/{end}" for end in ("pay", "{id}/activate", "{id}/terminate")),
)
"""The paths that not all releases have alike, and one for each schema that they do not."""


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
    """Every release, cut to where they may differ, with the package that it makes; made once."""
    return _compared(convert(with_paths(released(version), *DIFFERING)) for version in VERSIONS)


def whole_subjects() -> dict[str, Subject]:
    """The same with all that the releases describe."""
    return _compared(map(converted, VERSIONS))


def _compared(documents: Iterable[dict[str, Json]]) -> dict[str, Subject]:
    found = document_subjects("web", [*documents], overlays("web"))
    return dict(zip(VERSIONS, found, strict=True))


def with_paths(document: dict[str, Any], *kept: str) -> dict[str, Any]:
    """A document with some of its paths only, and with the schemas that those lead to."""
    paths = {path: item for path, item in document["paths"].items() if path in kept}
    definitions: dict[str, Any] = {}
    texts = [json.dumps(paths)]
    for text in texts:
        for name in set(re.findall('"#/definitions/([^"]+)"', text)) - {*definitions}:
            definitions[name] = document["definitions"][name]
            texts.append(json.dumps(definitions[name]))
    return {**document, "paths": paths, "definitions": definitions}
