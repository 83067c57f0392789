"""Replacing a document and its record: both or neither, whenever the run dies."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import GeneratorFailure
from generator.register import Disk, Register, rewritten
from generator.sources import Source, recorded

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT = Path(__file__).parents[2]
OLD, NEW = b'{"info": {"version": "1"}}', b'{"info": {"version": "2"}}'
FACTS = {"upstream_version": "2", "retrieved": date(2026, 6, 1)}
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

# A process that really ends, without a chance to tidy up, at the moment that is asked for.
DIES = """
import os, sys
from datetime import date
from pathlib import Path
from generator.register import Disk, Register

class Dying(Disk):
    left = int(sys.argv[2])

    def moment(self):
        Dying.left -= 1
        if Dying.left < 0:
            os._exit(9)

    def write(self, path, content):
        self.moment()
        super().write(path, content[:20])
        self.moment()
        super().write(path, content)
        self.moment()

    def rename(self, path, target):
        super().rename(path, target)
        self.moment()

facts = {"upstream_version": "2", "retrieved": date(2026, 6, 1)}
Register(Path(sys.argv[1]), Dying()).replace("web", b'{"info": {"version": "2"}}', facts)
"""
MOMENTS = 8
SWITCH = 6


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    (tmp_path / "web").mkdir()
    (tmp_path / "web/swagger.json").write_bytes(OLD)
    (tmp_path / "SOURCES.toml").write_text(SOURCES, "utf-8")
    return tmp_path


def killed_at(moment: int, spec: Path) -> int:
    command = [sys.executable, "-c", DIES, str(spec), str(moment)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own program


def state(spec: Path) -> tuple[str, str, str]:
    """The version that SOURCES.toml records, that of the document, and the day."""
    document = recorded(spec)["web"].read()
    entry = Register(spec).entry("web")
    assert isinstance(document["info"], dict)
    return entry["upstream_version"], str(document["info"]["version"]), entry["retrieved"]


BEFORE, AFTER = ("1", "1", "2026-05-13"), ("2", "2", "2026-06-01")


def test_a_document_and_its_record_are_replaced(spec: Path) -> None:
    Register(spec).replace("web", NEW, FACTS)
    assert (spec / "web/swagger.json").read_bytes() == NEW
    assert state(spec) == AFTER
    found = {path.relative_to(spec).as_posix() for path in spec.rglob("*") if path.is_file()}
    assert found == {"SOURCES.toml", "web/swagger.json"}


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_run_that_is_killed_leaves_the_old_or_the_new(spec: Path, moment: int) -> None:
    assert killed_at(moment, spec) == 9
    assert state(spec) == (AFTER if moment >= SWITCH else BEFORE)
    assert (spec / "web/swagger.json").read_bytes() == (NEW if moment >= SWITCH else OLD)
    Register(spec).replace("web", NEW, FACTS)
    assert state(spec) == AFTER
    assert len([path for path in spec.rglob("*") if path.is_file()]) == 2


def test_every_moment_has_been_tried(spec: Path) -> None:
    assert killed_at(MOMENTS, spec) == 0
    assert state(spec) == AFTER


def test_a_write_that_fails_leaves_everything_as_it_was(spec: Path) -> None:
    class Full(Disk):
        def rename(self, path: Path, target: Path) -> None:
            raise OSError(28, "No space left on device", f"{path} as {target}")

    with pytest.raises(OSError, match="No space"):
        Register(spec, Full()).replace("web", NEW, FACTS)
    assert (spec / "SOURCES.toml").read_text("utf-8") == SOURCES
    assert state(spec) == BEFORE


def test_a_draft_that_is_not_recorded_is_never_read(spec: Path) -> None:
    document = spec / "web/swagger.json"
    document.with_name(".swagger.json.new").write_bytes(NEW)
    document.write_bytes(b"{}")
    source = recorded(spec)["web"]
    assert not source.settle()
    with pytest.raises(GeneratorFailure, match=r"its sha256 is .*, not the one in SOURCES\.toml"):
        source.read()
    document.unlink()
    with pytest.raises(GeneratorFailure, match=r"swagger\.json: is not there \(restore"):
        source.read()


def test_a_document_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    with pytest.raises(GeneratorFailure, match="cannot be read"):
        Source("web", tmp_path, "0" * 64).read()


# SOURCES.toml


def test_other_lines_stay_as_they_are() -> None:
    text = rewritten(SOURCES, "web", {**FACTS, "etag": '"é\\"'})
    expected = SOURCES.replace('version = "1"', 'version = "2"', 1).replace("05-13", "06-01")
    added = 'etag = "\\"é\\\\\\""\n'
    assert text == expected.replace("[web] # the cloud\n", f"[web] # the cloud\n{added}")


def test_line_ends_stay_as_they_are() -> None:
    text = rewritten(SOURCES.replace("\n", "\r\n"), "web", FACTS)
    assert text.replace("\r\n", "\n") == rewritten(SOURCES, "web", FACTS)
    assert text.count("\r\n") == text.count("\n")


@given(
    st.dictionaries(
        st.sampled_from(["origin", "upstream_version", "etag", "new"]),
        st.text(st.characters(exclude_categories=["Cs"])) | st.dates(),
    )
)
def test_any_value_can_be_recorded(values: Mapping[str, str | date]) -> None:
    found = tomllib.loads(rewritten(SOURCES, "web", values))
    before = tomllib.loads(SOURCES)
    assert found == {**before, "web": before["web"] | values}


@pytest.mark.parametrize(
    "text",
    [
        'web = {sha256 = "0"}\n',
        '[web]\nsha256 = """\n0"""\n',
        '[web]\n"sha256" = "0"\n',
        '[web]\nnotes = """\nsha256 = 1\n"""\nsha256 = "0"\n',
    ],
)
def test_a_layout_that_cannot_be_rewritten_is_refused(text: str) -> None:
    with pytest.raises(GeneratorFailure, match=r"\[web\] cannot be rewritten .*on one line"):
        rewritten(text, "web", {"sha256": "1"})
