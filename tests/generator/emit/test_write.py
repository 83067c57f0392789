"""Several files are replaced as one: all or none, whenever the run dies."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands import main
from generator.emit.write import PENDING, complete, replace_files
from tests.generator.emit.dying import DIED

ROOT = Path(__file__).parents[3]
BEFORE = {"a.txt": "old a", "b/c.txt": "old c", "b/gone/d.txt": "old d"}
CHANGES = {"a.txt": "new a", "b/c.txt": "new ç", "b/gone/d.txt": None, "e/f.txt": "new f"}
AFTER = {"a.txt": "new a", "b/c.txt": "new ç", "e/f.txt": "new f"}

DIES = f"""
import sys
from pathlib import Path
from generator.emit.write import replace_files
from tests.generator.emit.dying import WRITING, die_at

die_at(int(sys.argv[2]), *WRITING)
replace_files(Path(sys.argv[1]), {CHANGES!r})
"""
MOST_MOMENTS = 60


@pytest.fixture
def root(tmp_path: Path) -> Path:
    populate(tmp_path / "root")
    return tmp_path / "root"


def populate(root: Path) -> None:
    for path, text in BEFORE.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")


def files(root: Path) -> dict[str, str]:
    found = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in found}


def visible(root: Path) -> dict[str, str]:
    return {path: text for path, text in files(root).items() if not path.startswith(PENDING)}


def killed_at(moment: int, root: Path) -> int:
    command = [sys.executable, "-B", "-c", DIES, str(root), str(moment)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own program


def test_files_are_changed_made_and_removed(root: Path) -> None:
    replace_files(root, CHANGES)
    assert files(root) == AFTER
    assert not (root / "b/gone").exists()


@pytest.mark.slow
def test_a_run_that_is_killed_leaves_all_or_nothing(root: Path) -> None:
    """At every moment at which the disk changes, one after the other."""
    seen = []
    for moment in range(MOST_MOMENTS):
        shutil.rmtree(root)
        populate(root)
        if killed_at(moment, root) != DIED:
            break
        completed = complete(root) > 0
        seen.append(visible(root) == AFTER)
        assert seen[-1] or visible(root) == BEFORE
        assert completed <= seen[-1]
        replace_files(root, CHANGES)
        assert files(root) == AFTER
    assert files(root) == AFTER
    assert seen == sorted(seen)  # first the old files, and from one moment on the new ones
    assert set(seen) == {False, True}


def test_a_write_that_fails_changes_nothing(root: Path) -> None:
    with pytest.raises(OSError, match="e/f"):
        replace_files(root, {**CHANGES, "e/f.txt/g.txt": "a file cannot be a folder, too"})
    assert visible(root) == BEFORE
    assert complete(root) == 0


def test_what_is_so_already_stays_untouched(root: Path) -> None:
    before = (root / "a.txt").stat().st_mtime_ns
    replace_files(root, {**BEFORE, "b/c.txt": "new"})
    assert (root / "a.txt").stat().st_mtime_ns == before
    assert files(root) == {**BEFORE, "b/c.txt": "new"}


def test_a_link_is_replaced_and_not_followed(root: Path) -> None:
    (root / "link.txt").symlink_to(root / "a.txt")
    replace_files(root, {"link.txt": "old a"})
    assert not (root / "link.txt").is_symlink()
    assert files(root) == {**BEFORE, "link.txt": "old a"}


@pytest.mark.slow
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_arrives_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.mktemp("files")
    replace_files(root, {"x.txt": text, "y.txt": ""})
    assert (root / "x.txt").read_bytes() == text.encode()


@pytest.mark.slow
def test_every_command_completes_what_was_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    pending = out / PENDING / "files" / "openapi"
    pending.mkdir(parents=True)
    (pending / "web.json").write_text("x", "utf-8")
    (pending / "more").write_text("y", "utf-8")
    # One for both APIs, which no overlay fits.
    get = {"tags": ["Door"], "responses": {"204": {"description": "Done"}}}
    document = {"openapi": "3.1.0", "info": {"title": "Doors", "version": "1"}}
    path = tmp_path / "little.json"
    path.write_text(json.dumps({**document, "paths": {"/door": {"get": get}}}), "utf-8")
    descriptions = ("--lenient", "--web", str(path), "--bridge", str(path))
    assert main(["generate", "--check", "--out", str(out), *descriptions]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{out}: completed an interrupted run: 2 files")
    assert "changed: openapi/web.json" in said
    assert "missing: openapi/bridge.json" in said
    assert "extra: openapi/more" in said
