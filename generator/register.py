"""``SOURCES.toml`` as something to write: a document and its record, replaced together.

Two files cannot be renamed at once; the recorded sha256 ties them, so that one rename decides:

1. the new document is written as a draft beside the old one;
2. the new ``SOURCES.toml`` is written as a draft, and renamed into place: from here on the new
   document is the recorded one;
3. the draft of the document is renamed into place.

A run that is killed before the rename leaves the old document recorded, and a draft that nobody
reads. One that is killed after it leaves step 3 to whoever reads the document next, and finds the
recorded sha256 in the draft (``Source.settle``).
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tomllib
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from .problems import GeneratorFailure, Problem
from .sources import SPEC, draft, recorded

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from .sources import Source

AS_SERVED: Final = "as served"
"""The ``edition`` of a document that is the vendor's own, byte for byte."""


class Disk:
    """The two operations that replace files; another one may fail where a test wants it to."""

    def write(self, path: Path, content: bytes) -> None:
        """Write a file, and wait until the disk holds it."""
        with path.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, path: Path, target: Path) -> None:
        """Put a file in another's place, in one step."""
        os.replace(path, target)  # noqa: PTH105 - replaces on every platform


@dataclass(frozen=True, slots=True)
class Register:
    """The documents below ``spec`` and what ``SOURCES.toml`` there says of them."""

    spec: Path = SPEC
    disk: Disk = field(default_factory=Disk)

    def source(self, api: str) -> Source:
        """The document of an API.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read or lacks the API.
        """
        return recorded(self.spec)[api]

    def entry(self, api: str) -> dict[str, str]:
        """What is recorded of an API's document, as text.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read or lacks the API.
        """
        self.source(api)
        return {name: str(value) for name, value in tomllib.loads(self._text())[api].items()}

    def replace(self, api: str, document: bytes, facts: Mapping[str, str | date]) -> None:
        """Record a document, by its sha256 and these facts, and put it in place: both or neither.

        Raises:
            GeneratorFailure: ``SOURCES.toml`` cannot be read, or is laid out so that it cannot be
                rewritten; nothing is changed.
            OSError: A file cannot be written; nothing is changed, or the next reader completes it.
        """
        sha256 = hashlib.sha256(document).hexdigest()
        text = rewritten(self._text(), api, {**facts, "sha256": sha256})
        register = self.spec / "SOURCES.toml"
        path = self.source(api).path
        self.disk.write(draft(path), document)
        self.disk.write(draft(register), text.encode())
        self.disk.rename(draft(register), register)
        with suppress(FileNotFoundError):  # a reader was faster
            self.disk.rename(draft(path), path)

    def _text(self) -> str:
        return (self.spec / "SOURCES.toml").read_bytes().decode("utf-8")


def rewritten(text: str, table: str, values: Mapping[str, str | date]) -> str:
    """A TOML text with these values in one of its tables; every other line stays as it is.

    Raises:
        GeneratorFailure: A value or the table's heading does not stand on a line of its own.
    """
    heading = re.search(rf"^\[{re.escape(table)}\][^\n]*\n", text, re.MULTILINE)
    start = heading.end() if heading else len(text)
    end = start + len(re.split(r"^\[", text[start:], maxsplit=1, flags=re.MULTILINE)[0])
    lines = text[start:end]
    for name, value in values.items():
        lines = _assigned(lines, name, value)
    result = text[:start] + lines + text[end:]
    before = tomllib.loads(text)
    if not _says(result, {**before, table: before.get(table, {}) | values}):
        what, todo = f"[{table}] cannot be rewritten", "write each of its values on one line"
        raise GeneratorFailure([Problem("SOURCES.toml", what, todo)])
    return result


def _assigned(lines: str, name: str, value: str | date) -> str:
    line = f"{name} = {_toml(value)}"
    found, count = re.subn(rf"(?m)^{re.escape(name)}[ \t]*=[^\r\n]*", lambda _: line, lines)
    return found if count else f"{line}\n{lines}"


def _toml(value: str | date) -> str:
    """A value in TOML; its basic strings are those of JSON, but for one character."""
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", r"\u007f")
    return value.isoformat()


def _says(text: str, values: Mapping[str, object]) -> bool:
    try:
        return tomllib.loads(text) == values
    except tomllib.TOMLDecodeError:
        return False
