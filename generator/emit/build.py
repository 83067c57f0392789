"""From the descriptions to the text of every generated file; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.convert import convert
from generator.load.documents import dump_json
from generator.load.problems import GeneratorFailure
from generator.load.sources import OVERLAYS, ROOT
from generator.overlay import apply_overlays, load_overlay
from generator.overlay.dangling import without_choices, without_dangling

from .format import format_code
from .names import name_operations
from .prune import prune

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.load.documents import Json
    from generator.load.sources import Source
    from generator.overlay import Application, Misfit, Overlay

HEADER: Final = "# Generated from spec/ and overlays/; regenerate with `make generate`.\n"
PACKAGE_INIT: Final = f'{HEADER}"""Clients of the Nuki APIs; import them from :mod:`nuki`."""\n'


@dataclass(frozen=True, slots=True)
class Built:
    """Path below ``generated/`` to text, and what a lenient build left out."""

    texts: dict[str, str]
    misfits: tuple[Misfit, ...]


def described(source: Source) -> dict[str, Json]:
    """Read a description and bring it to the form to which overlays apply, OpenAPI 3.

    Raises:
        GeneratorFailure: The document cannot be read or converted.
    """
    document = source.read()
    return convert(document) if "swagger" in document else document


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


def build(sources: Iterable[Source], *, lenient: bool) -> Built:
    """Generate the package for these descriptions.

    With ``lenient`` an overlay action that does not fit is left out and reported; without it, it
    is a failure.

    Raises:
        GeneratorFailure: A stage could not do its work; all of its problems are named.
    """
    return generated({source.api: correct(source) for source in sources}, lenient=lenient)


def generated(corrected: Mapping[str, Application], *, lenient: bool) -> Built:
    """The same for descriptions that are corrected already, by API."""
    texts = {"nuki_generated/__init__.py": PACKAGE_INIT, "nuki_generated/py.typed": ""}
    misfits: list[Misfit] = []
    for api, applied in corrected.items():
        if applied.misfits and not lenient:
            raise GeneratorFailure(applied.problems)
        misfits += applied.misfits
        document, rendered = _rendered(api, applied)
        texts |= rendered
        texts[f"openapi/{api}.json"] = dump_json(document)
    return Built(format_code(texts), tuple(misfits))


def _rendered(api: str, corrected: Application) -> tuple[dict[str, Json], dict[str, str]]:
    """The document to publish and its package, as good as misfits allow."""
    # The parser is slow to import, and most commands do without it.
    from .render import render  # noqa: PLC0415

    if not corrected.misfits:
        document = name_operations(prune(corrected.document))
        return document, render(api, document)
    document = name_operations(prune(without_dangling(corrected.document)))
    try:
        return document, render(api, document)
    except GeneratorFailure:
        # An overlay that says which device an answer describes may be among the misfits.
        document = without_choices(document)
        return document, render(api, document)
