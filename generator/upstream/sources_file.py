"""``SOURCES.toml`` as something to write: the record of a document, tied to it by its sha256."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.load.sources import ROOT, recorded

from .toml_text import rewritten

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.load.sources import Source

    from .fetched import FetchedDocument

AS_SERVED: Final = "as served"
"""The ``edition`` of a document that is the vendor's own, byte for byte."""
_FILE: Final = "spec/SOURCES.toml"


@dataclass(frozen=True, slots=True)
class SourcesFile:
    """The documents of a repository, and what its ``SOURCES.toml`` says of them."""

    root: Path = ROOT

    def source(self, api: str) -> Source:
        """The document of an API.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read or lacks the API.
        """
        return recorded(self.root)[api]

    def entry(self, api: str) -> dict[str, str]:
        """What is recorded of an API's document, as text.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read or lacks the API.
        """
        self.source(api)
        return {name: str(value) for name, value in tomllib.loads(self._text())[api].items()}

    def replacement(
        self, api: str, fetched: FetchedDocument, version: str, day: date
    ) -> dict[str, str]:
        """The two files that put a document of this version in place, as retrieved on a day.

        A document from a file keeps the recorded origin.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read, or is laid out so that it cannot be
                rewritten.
        """
        source = self.source(api)
        origin = (
            fetched.origin if fetched.origin.startswith("https:") else self.entry(api)["origin"]
        )
        facts: dict[str, str | date] = {
            "origin": origin,
            "upstream_version": version,
            "retrieved": day,
            "sha256": hashlib.sha256(fetched.body).hexdigest(),
            "edition": AS_SERVED,
            "etag": fetched.etag,
            "last_modified": fetched.last_modified,
        }
        text = rewritten(self._text(), api, facts, _FILE)
        return {
            source.path.relative_to(self.root).as_posix(): fetched.body.decode(),
            _FILE: text,
        }

    def _text(self) -> str:
        return (self.root / _FILE).read_bytes().decode("utf-8")
