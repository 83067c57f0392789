"""A description of ``spec/`` on the way to what code is made from: converted, then corrected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.convert import openapi
from generator.load.sources import OVERLAYS, ROOT
from generator.overlay.engine import apply_overlays
from generator.overlay.reading import load_overlay

if TYPE_CHECKING:
    from generator.load.documents import Json
    from generator.load.sources import Source
    from generator.overlay.engine import Application
    from generator.overlay.model import Overlay


def described(source: Source) -> dict[str, Json]:
    """Read a description and bring it to the form to which overlays apply, OpenAPI 3.

    Raises:
        GeneratorFailure: The document cannot be read or converted.
    """
    return openapi(source.read())


def correct(source: Source) -> Application:
    """Read a description, bring it to OpenAPI 3.1, and apply its overlays, strictly.

    Raises:
        GeneratorFailure: The document or an overlay cannot be read or converted.
    """
    return apply_overlays(described(source), overlays(source.api), strict=True)


def overlays(api: str) -> list[Overlay]:
    """The overlays of an API in the order in which they apply, named by their paths.

    Raises:
        GeneratorFailure: One of them cannot be read.
    """
    paths = sorted((OVERLAYS / api).glob("*.overlay.yaml"))
    return [load_overlay(path, path.relative_to(ROOT).as_posix()) for path in paths]
