"""What is compared: a description with the package it makes, or a generated package."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.emit.build import lenient_package
from generator.emit.export import closed
from generator.emit.prune import prune
from generator.load.documents import read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import APIS, Source, recorded
from generator.overlay import apply_alike, apply_overlays, explained
from generator.overlay.corrected import described, overlays

from .place import members
from .public_api import public_apis

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.load.documents import Json
    from generator.overlay import Overlay, OverlayError

    from .public_api import PublicApi

PACKAGE: Final = "nuki_generated"
UNKNOWN: Final = "api"
"""What an API is called that is none of ours; it has no overlays."""


@dataclass(frozen=True)
class Subject:
    """Descriptions in OpenAPI 3 by API, and the text of generated modules by path.

    ``overlay_errors`` are the actions that do not fit the description, with the nodes that changed.
    """

    documents: dict[str, dict[str, Json]]
    texts: dict[str, str]
    overlay_errors: tuple[OverlayError, ...] = ()

    @cached_property
    def public_apis(self) -> dict[str, PublicApi]:
        """What users import of the modules, by API; read once, since that takes a second.

        Raises:
            GeneratorFailure: The text is not what the generator writes.
        """
        return public_apis(self.texts)


def read_subjects(old: Path, new: Path) -> tuple[Subject, Subject]:
    """Two descriptions, or two folders with generated packages.

    A description is corrected by the overlays of the API that it describes, as far as they fit.

    Raises:
        GeneratorFailure: One of them cannot be read, or they are not of the same kind.
    """
    paths = (old, new)
    missing = [
        Problem(str(path), "is not there", "check it") for path in paths if not path.exists()
    ]
    if missing:
        raise GeneratorFailure(missing)
    if old.is_dir() and new.is_dir():
        return read_package(old), read_package(new)
    if old.is_dir() or new.is_dir():
        what = "one is a document, the other a folder"
        todo = "give two documents, or two generated packages"
        raise GeneratorFailure([Problem(f"{old} and {new}", what, todo)])
    documents: list[dict[str, Json]] = []
    for path in paths:
        try:
            documents.append(described(Source("", path)))
        except GeneratorFailure as failure:
            raise GeneratorFailure(
                each
                if each.where.startswith(str(path))
                else replace(each, where=f"{path}, {each.where}")  # which of the two it is
                for each in failure.problems
            ) from None
    # It is the API of ours that has most of their paths.
    places = {place for each in documents for place in members(each.get("paths"))}
    shared = {
        api: len(places & members(described(source).get("paths")).keys())
        for api, source in recorded().items()
    }
    api = max(APIS, key=lambda each: shared[each])
    api = api if shared[api] else UNKNOWN
    own = overlays(api)
    applied = [apply_overlays(each, own, strict=True) for each in documents]
    if any(each.overlay_errors for each in applied):
        first, second = document_subjects(api, documents, own)
    else:  # then each is corrected already as both are alike
        first, second = (
            _subject(api, document, each.document)
            for document, each in zip(documents, applied, strict=True)
        )
    errors = explained(applied[1].overlay_errors, own, *documents)
    return first, replace(second, overlay_errors=tuple(errors))


def document_subjects(
    api: str, documents: Sequence[dict[str, Json]], own: Sequence[Overlay]
) -> list[Subject]:
    """Versions of a description, the oldest first, and the packages they make, corrected alike.

    Raises:
        GeneratorFailure: No package can be made of one of them.
    """
    # The newest one first: what fails in it is left out of older ones, which fit mostly.
    corrected = apply_alike(documents[::-1], own)[::-1]
    return [_subject(api, *pair) for pair in zip(documents, corrected, strict=True)]


def _subject(api: str, document: dict[str, Json], corrected: dict[str, Json]) -> Subject:
    return Subject({api: without_internals(document, corrected)}, lenient_package(api, corrected))


def without_internals(document: dict[str, Json], corrected: dict[str, Json]) -> dict[str, Json]:
    """A description without the components that none of its users ever sees.

    These are the ones that no operation leads to, once overlays have been applied: classes of the
    server's framework, for instance, to which the vendor's document refers by mistake. Components
    that overlays give another name, or put another one in the place of, are not among them.
    """
    kept, seen = members(corrected.get("components")), members(prune(corrected).get("components"))
    sections: dict[str, Json] = {
        section: {
            name: value
            for name, value in members(each).items()
            if name in members(seen.get(section)) or name not in members(kept.get(section))
        }
        for section, each in members(document.get("components")).items()
    }
    return {**document, "components": sections} if sections else document


def read_package(folder: Path) -> Subject:
    """The generated package in a folder, which is ``generated/`` or one laid out like it.

    Raises:
        GeneratorFailure: There is none.
    """
    root = folder / PACKAGE if (folder / PACKAGE).is_dir() else folder
    documents: dict[str, dict[str, Json]] = {}
    texts: dict[str, str] = {}
    found = [api for api in APIS if (root / api / "operations.py").is_file()]
    if not found:
        what, todo = "holds no generated package", f"give the folder that holds {PACKAGE}/"
        raise GeneratorFailure([Problem(str(folder), what, todo)])
    for api in found:
        for path in sorted((root / api).rglob("*.py")):
            try:
                text = path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                problem = Problem(str(path), f"cannot be read: {error}", "generate it again")
                raise GeneratorFailure([problem]) from error
            texts[str(PurePosixPath(PACKAGE, *path.relative_to(root).parts))] = text
        path = root.parent / "openapi" / f"{api}.json"
        if path.is_file():
            documents[api] = members(closed(read_document(path)))
    return Subject(documents, texts)
