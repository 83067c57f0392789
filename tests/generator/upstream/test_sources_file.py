"""A document and its record in SOURCES.toml."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from generator.emit.write import replace_files
from generator.load.problems import GeneratorFailure
from generator.load.sources import Source, recorded
from generator.upstream.fetched import FetchedDocument
from generator.upstream.sources_file import SourcesFile

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b'{"info": {"version": "1"}}', b'{"info": {"version": "2"}}'
DAY = date(2026, 6, 1)
SOURCES = f"""# Where each document comes from.

[web] # the cloud
path = "web/swagger.json"
origin = "https://api.example/swagger.json"
# The vendor's own count.
upstream_version = "1"
retrieved = 2026-05-13
sha256 = "{sha256(OLD).hexdigest()}"

[bridge]
# This one is prose.
path = "bridge/openapi.yaml"
upstream_version = "1"
sha256 = ""
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "spec/web").mkdir(parents=True)
    (tmp_path / "spec/web/swagger.json").write_bytes(OLD)
    (tmp_path / "spec/SOURCES.toml").write_text(SOURCES, "utf-8")
    return tmp_path


def test_a_document_and_its_record_are_replaced(root: Path) -> None:
    replacement = SourcesFile(root).replacement("web", FetchedDocument("new.json", NEW), "2", DAY)
    replace_files(root, replacement)
    assert (root / "spec/web/swagger.json").read_bytes() == NEW
    assert recorded(root)["web"].read()["info"] == {"version": "2"}
    entry = SourcesFile(root).entry("web")
    assert (entry["upstream_version"], entry["retrieved"]) == ("2", "2026-06-01")
    assert entry["origin"] == "https://api.example/swagger.json"


def test_a_document_that_is_not_the_recorded_one_is_never_read(root: Path) -> None:
    document = root / "spec/web/swagger.json"
    document.write_bytes(b"{}")
    source = recorded(root)["web"]
    assert not source.intact()
    with pytest.raises(GeneratorFailure, match=r"its sha256 is .*, not the one in SOURCES\.toml"):
        source.read()
    document.unlink()
    with pytest.raises(GeneratorFailure, match=r"swagger\.json: is not there \(restore"):
        source.read()


def test_a_document_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GeneratorFailure, match="cannot be read"):
        Source("web", tmp_path, "0" * 64).read()
