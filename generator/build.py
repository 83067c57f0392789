"""From the descriptions to the text of every generated file; nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .convert import convert
from .documents import dump_json
from .names import name_operations
from .overlay import apply_overlays, load_overlay
from .problems import GeneratorFailure, Problem
from .prune import prune

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .documents import Json
    from .sources import Source

HEADER: Final = "# Generated from spec/ and overlays/; regenerate with `make generate`.\n"
PACKAGE_INIT: Final = f'{HEADER}"""Clients of the Nuki APIs; import them from :mod:`nuki`."""\n'


@dataclass(frozen=True, slots=True)
class Corrected:
    """A description after its overlays, and which of their actions did not fit."""

    document: dict[str, Json]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """Path below ``generated/`` to text, and what a lenient build left out."""

    texts: dict[str, str]
    problems: tuple[Problem, ...]


def correct(source: Source) -> Corrected:
    """Read a description, bring it to OpenAPI 3.1, and apply its overlays, strictly.

    Raises:
        GeneratorFailure: The document or an overlay cannot be read or converted.
    """
    document = source.read()
    if "swagger" in document:
        document = convert(document)
    overlays = [load_overlay(path) for path in source.overlays()]
    applied = apply_overlays(document, overlays, strict=True)
    return Corrected(applied.document, applied.problems)


def build(sources: Iterable[Source], *, lenient: bool) -> Built:
    """Generate the package for these descriptions.

    With ``lenient`` an overlay action that does not fit is left out and reported; without it, it
    is a failure.

    Raises:
        GeneratorFailure: A stage could not do its work; all of its problems are named.
    """
    # The parser is slow to import, and most commands do without it.
    from .render import render  # noqa: PLC0415

    texts = {"nuki_generated/__init__.py": PACKAGE_INIT, "nuki_generated/py.typed": ""}
    problems: list[Problem] = []
    for source in sources:
        corrected = correct(source)
        if corrected.problems and not lenient:
            raise GeneratorFailure(corrected.problems)
        problems += corrected.problems
        document = name_operations(prune(corrected.document))
        texts |= render(source.api, document)
        texts[f"openapi/{source.api}.json"] = dump_json(document)
    return Built(texts, tuple(problems))
