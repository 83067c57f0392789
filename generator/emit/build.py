"""From the descriptions to the text of every generated file; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.load.documents import dump_json
from generator.load.problems import GeneratorFailure
from generator.overlay.corrected import correct
from generator.overlay.dangling import without_choices, without_dangling

from .export import opened
from .format import format_code
from .left_out import without_unsupported
from .names import name_operations
from .prune import prune

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.load.documents import Json
    from generator.load.sources import Source
    from generator.overlay import Application, OverlayError

    from .left_out import LeftOut

HEADER: Final = "# Generated from spec/ and overlays/; regenerate with `make generate`.\n"
PACKAGE_INIT: Final = f'{HEADER}"""Clients of the Nuki APIs; import them from :mod:`nuki`."""\n'


@dataclass(frozen=True, slots=True)
class Built:
    """Path below ``generated/`` to text, overlay actions and operations that were left out."""

    texts: dict[str, str]
    overlay_errors: tuple[OverlayError, ...]
    left_out: tuple[LeftOut, ...] = ()


def build(sources: Iterable[Source], *, lenient: bool) -> Built:
    """Generate the package for these descriptions.

    With ``lenient`` an overlay action that does not fit is left out and reported; without it, it
    is a failure. Operations that cannot be made right are left out, and told in ``left_out``.

    Raises:
        GeneratorFailure: A stage could not do its work; all of its problems are named.
    """
    return generated({source.api: correct(source) for source in sources}, lenient=lenient)


def generated(corrected: Mapping[str, Application], *, lenient: bool) -> Built:
    """The same for descriptions that are corrected already, by API."""
    texts = {"nuki_generated/__init__.py": PACKAGE_INIT, "nuki_generated/py.typed": ""}
    errors: list[OverlayError] = []
    left_out: list[LeftOut] = []
    for api, applied in corrected.items():
        if applied.overlay_errors and not lenient:
            raise GeneratorFailure(applied.problems)
        errors += applied.overlay_errors
        made, unsupported = _rendered(api, applied.document, lenient=bool(applied.overlay_errors))
        texts |= made.texts
        texts[f"openapi/{api}.json"] = dump_json(opened(made.document))
        left_out += unsupported
    return Built(format_code(texts), tuple(errors), tuple(left_out))


def lenient_package(api: str, document: dict[str, Json]) -> dict[str, str]:
    """The package of one API from a document that overlays may have corrected only in part.

    Raises:
        GeneratorFailure: None can be made of it.
    """
    made, _ = _rendered(api, document, lenient=True)
    return format_code(made.texts)


@dataclass(frozen=True, slots=True)
class Package:
    """The document to publish, and the text of its modules by path, not yet formatted."""

    document: dict[str, Json]
    texts: dict[str, str]


def package(api: str, document: dict[str, Json]) -> Package:
    """The package of a corrected document.

    Raises:
        GeneratorFailure: Parts of it have no right code; all of them are named.
    """
    # Jinja is slow to import, and most commands do without it.
    from .render import render  # noqa: PLC0415

    named = name_operations(document)
    return Package(named, render(api, named))


def _rendered(
    api: str, corrected: dict[str, Json], *, lenient: bool
) -> tuple[Package, tuple[LeftOut, ...]]:
    """The package of a description, and what is left out of it; ``lenient`` of its overlays."""

    def work(document: dict[str, Json]) -> Package:
        return package(api, document)

    if not lenient:
        return without_unsupported(prune(corrected), work)
    document = prune(without_dangling(corrected))
    try:
        return work(document), ()
    except GeneratorFailure:
        # An overlay that says which device an answer describes may have been left out.
        return without_unsupported(without_choices(document), work)
