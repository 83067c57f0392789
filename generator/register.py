"""``SOURCES.toml`` as something to write: the record of a document, tied to it by its sha256."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from .sources import ROOT, recorded
from .toml_text import rewritten

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from .sources import Source

AS_SERVED: Final = "as served"
"""The ``edition`` of a document that is the vendor's own, byte for byte."""
_REGISTER: Final = "spec/SOURCES.toml"


@dataclass(frozen=True, slots=True)
class Register:
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
        self, api: str, document: bytes, facts: Mapping[str, str | date]
    ) -> dict[str, str]:
        """The two files that put a document, in UTF-8, in place and record it with these facts.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read, or is laid out so that it cannot be
                rewritten.
        """
        sha256 = hashlib.sha256(document).hexdigest()
        path = self.source(api).path.relative_to(self.root).as_posix()
        text = rewritten(self._text(), api, {**facts, "sha256": sha256}, _REGISTER)
        return {path: document.decode(), _REGISTER: text}

    def _text(self) -> str:
        return (self.root / _REGISTER).read_bytes().decode("utf-8")
