"""What an upgrade is compared with: how things were before the first one of the coming release.

Several upgrades may come before a release, of the vendor's document or of what overlays say of it.
What users read and what the version says is about all of them together, so each of them compares
with the same state: the description and the package that the first one found. It keeps both in
``changelog.d/upstream.json``, with the digests of the fragments that upgrades have written.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from generator.convert import openapi
from generator.emit.build import lenient_package
from generator.emit.export import closed
from generator.load.documents import read_document
from generator.load.problems import GeneratorFailure, Problem
from generator.load.sources import ROOT
from generator.overlay import apply_alike
from generator.upstream.diff.subject import Subject, without_internals

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.load.documents import Json
    from generator.load.semver import Version
    from generator.overlay import Overlay

FILE: Final = "changelog.d/upstream.json"
_MEMBERS: Final = {
    "released": str,
    "api_version": str,
    "fragments": dict,
    "described": dict,
    "exported": dict,
}


@dataclass(frozen=True, slots=True)
class Baseline:
    """A description and the document that its package was made of.

    ``released`` is the version of the SDK after which it was so, ``fragments`` the sha256 of each
    fragment that upgrades have written since.
    """

    released: str
    api_version: str
    described: dict[str, Json]
    exported: dict[str, Json]
    fragments: Mapping[str, str] = field(default_factory=dict[str, str])

    def subject(self, api: str, overlays: Sequence[Overlay]) -> Subject:
        """The description, and the package that was made of it.

        Raises:
            GeneratorFailure: It cannot be made any more.
        """
        document = openapi(self.described)
        [corrected] = apply_alike([document], overlays)
        exported: Any = closed(self.exported)
        package = lenient_package(api, exported)
        return Subject({api: without_internals(document, corrected)}, package)

    def files(self, fragments: Mapping[str, str]) -> dict[str, str | None]:
        """What to write for these fragments to be the only ones that are not written by hand.

        Raises:
            GeneratorFailure: One of them has been changed by hand.
        """
        changed = [
            path
            for path in {**self.fragments, **fragments}
            if (found := _digest(path)) and found != self.fragments.get(path)
        ]
        if changed := [path for path in changed if _digest(path) != _sha256(fragments.get(path))]:
            what = "was written or changed by hand, and `make upgrade` writes it"
            todo = "move what is yours into a fragment of another name, and delete this one"
            raise GeneratorFailure(Problem(path, what, todo) for path in changed)
        digests = {path: _sha256(text) for path, text in fragments.items()}
        gone: dict[str, str | None] = dict.fromkeys(self.fragments)
        return {**gone, **fragments, FILE: replace(self, fragments=digests).text}

    @property
    def text(self) -> str:
        """The file that keeps it."""
        members = {name: getattr(self, name) for name in _MEMBERS}
        lines = (f"{json.dumps(name)}: {json.dumps(value)}" for name, value in members.items())
        return "{\n" + ",\n".join(lines) + "\n}\n"


def kept_baseline(released: Version) -> Baseline | None:
    """The baseline of the release after this one, if an upgrade has kept it.

    Raises:
        GeneratorFailure: The file is not what an upgrade writes.
    """
    if not (ROOT / FILE).is_file():
        return None
    found: dict[str, Any] = read_document(ROOT / FILE)
    fits = found.keys() == _MEMBERS.keys() and all(
        isinstance(found[name], kind) for name, kind in _MEMBERS.items()
    )
    if not fits:
        todo = "restore it; without it, the next upgrade compares with what is there now"
        raise GeneratorFailure([Problem(FILE, "is not what `make upgrade` writes", todo)])
    baseline = Baseline(**found)
    return baseline if baseline.released == str(released) else None


def _digest(path: str) -> str:
    """The digest of a file of the repository, empty if there is none."""
    file = ROOT / path
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""


def _sha256(text: str | None) -> str:
    return "" if text is None else hashlib.sha256(text.encode()).hexdigest()
