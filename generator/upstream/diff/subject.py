"""What is compared: a description with the package it makes, or a generated package."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.emit.build import generated
from generator.load.documents import read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import APIS, Source, recorded
from generator.overlay import apply_overlays, explained
from generator.overlay.corrected import described, overlays

from .public_api import public_apis

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from generator.load.documents import Json
    from generator.overlay import Misfit, Overlay

    from .public_api import PublicApi

PACKAGE: Final = "nuki_generated"
UNKNOWN: Final = "api"
"""What an API is called that is none of ours; it has no overlays."""


@dataclass(frozen=True)
class Subject:
    """Descriptions in OpenAPI 3 by API, and the text of generated modules by path.

    ``misfits`` are the overlay actions that did not fit when the text was made, of the newer of two
    descriptions with the nodes that changed.
    """

    documents: dict[str, dict[str, Json]]
    texts: dict[str, str]
    misfits: tuple[Misfit, ...] = ()

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
    documents = [described(Source("", path)) for path in paths]
    unfit = [path for path, each in zip(paths, documents, strict=True) if not _is_openapi(each)]
    if unfit:
        raise GeneratorFailure(
            Problem(str(path), "is no API description", "give Swagger 2.0 or OpenAPI 3")
            for path in unfit
        )
    api = _api_of(documents)
    own = overlays(api)
    first, second = (document_subject(api, document, own) for document in documents)
    return first, replace(second, misfits=tuple(explained(second.misfits, own, *documents)))


def document_subject(api: str, document: dict[str, Json], own: Iterable[Overlay]) -> Subject:
    """A description, and the package that it makes with those of its overlays that fit.

    Raises:
        GeneratorFailure: No package can be made of it.
    """
    applied = apply_overlays(document, own, strict=True)
    built = generated({api: applied}, lenient=True)
    return Subject({api: document}, built.texts, built.misfits)


def read_package(folder: Path, apis: Collection[str] = APIS) -> Subject:
    """The generated package in a folder, which is ``generated/`` or one laid out like it.

    Raises:
        GeneratorFailure: There is none.
    """
    package = folder / PACKAGE if (folder / PACKAGE).is_dir() else folder
    found = [api for api in apis if (package / api / "operations.py").is_file()]
    if not found:
        what, todo = "holds no generated package", f"give the folder that holds {PACKAGE}/"
        raise GeneratorFailure([Problem(str(folder), what, todo)])
    documents = {api: package.parent / "openapi" / f"{api}.json" for api in found}
    texts = dict(_texts(package, found))
    return Subject({a: read_document(p) for a, p in documents.items() if p.is_file()}, texts)


def _texts(package: Path, apis: Iterable[str]) -> Iterator[tuple[str, str]]:
    for api in apis:
        for path in sorted((package / api).rglob("*.py")):
            name = PurePosixPath(PACKAGE, *path.relative_to(package).parts)
            try:
                yield str(name), path.read_text(encoding="utf-8")
            except (OSError, UnicodeDecodeError) as error:
                problem = Problem(str(path), f"cannot be read: {error}", "generate it again")
                raise GeneratorFailure([problem]) from error


def _is_openapi(document: dict[str, Json]) -> bool:
    version = document.get("openapi")
    return isinstance(version, str) and version.startswith("3.")


def _api_of(documents: Iterable[dict[str, Json]]) -> str:
    """The API of ours whose paths these documents have, if any."""
    described_paths = set().union(*map(_paths, documents))
    shared = {
        api: len(described_paths & _paths(described(source))) for api, source in recorded().items()
    }
    best = max(APIS, key=lambda api: shared[api])
    return best if shared[best] else UNKNOWN


def _paths(document: dict[str, Json]) -> set[str]:
    paths = document.get("paths")
    return set(paths) if isinstance(paths, dict) else set()
