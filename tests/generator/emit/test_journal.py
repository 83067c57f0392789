"""Several files are replaced as one: all or none, whenever the run dies."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.commands import FAILURE, main
from generator.emit.journal import PENDING, Disk, Journal
from generator.load.problems import GeneratorFailure
from tests.generator.emit.dying import DIED

ROOT = Path(__file__).parents[3]
BEFORE = {"a.txt": "old a", "b/c.txt": "old c", "b/gone/d.txt": "old d"}
CHANGES = {"a.txt": "new a", "b/c.txt": "new ç", "b/gone/d.txt": None, "e/f.txt": "new f"}
AFTER = {"a.txt": "new a", "b/c.txt": "new ç", "e/f.txt": "new f"}

DIES = f"""
import sys
from pathlib import Path
from generator.emit.journal import Journal
from tests.generator.emit.dying import Dying

Journal(Path(sys.argv[1]), Dying(int(sys.argv[2]))).commit({CHANGES!r})
"""
MOMENTS = 4 * 4 + 2  # four files written and renamed, the journal among them; two removed
SWITCH = 3  # the journal has been renamed into place


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for path, text in BEFORE.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def files(root: Path) -> dict[str, str]:
    found = [path for path in sorted(root.rglob("*")) if path.is_file()]
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in found}


def visible(root: Path) -> dict[str, str]:
    return {path: text for path, text in files(root).items() if not path.endswith(".new")}


def killed_at(moment: int, root: Path) -> int:
    command = [sys.executable, "-c", DIES, str(root), str(moment)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own program


def test_files_are_changed_made_and_removed(root: Path) -> None:
    Journal(root).commit(CHANGES)
    assert files(root) == AFTER
    assert not (root / "b/gone").exists()


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_run_that_is_killed_leaves_all_or_nothing(root: Path, moment: int) -> None:
    assert killed_at(moment, root) == DIED
    completed = Journal(root).complete()
    last = MOMENTS - 1  # the journal is gone, and so is the need to complete
    assert completed == (len(CHANGES) if SWITCH <= moment < last else 0)
    assert visible(root) == (AFTER if moment >= SWITCH else BEFORE)
    Journal(root).commit(CHANGES)
    assert visible(root) == AFTER


def test_every_moment_has_been_tried(root: Path) -> None:
    assert killed_at(MOMENTS, root) == 0
    assert files(root) == AFTER


def test_a_write_that_fails_before_the_switch_changes_nothing(root: Path) -> None:
    class Full(Disk):
        def rename(self, path: Path, target: Path) -> None:
            raise OSError(28, "No space left on device", f"{path} as {target}")

    with pytest.raises(OSError, match="No space"):
        Journal(root, Full()).commit(CHANGES)
    assert visible(root) == BEFORE
    assert Journal(root).complete() == 0


def test_what_is_so_already_stays_untouched(root: Path) -> None:
    class Asked(Disk):
        touched: list[str] = []  # noqa: RUF012 - one test's

        def write(self, path: Path, content: bytes) -> None:
            self.touched.append(path.name)
            super().write(path, content)

    Journal(root, Asked()).commit({**BEFORE, "b/c.txt": "new"})
    assert Asked.touched == [".c.txt.new"]  # one file needs no journal
    assert files(root) == {**BEFORE, "b/c.txt": "new"}


def test_a_link_is_replaced_and_not_followed(root: Path) -> None:
    (root / "link.txt").symlink_to(root / "a.txt")
    Journal(root).commit({"link.txt": "old a"})
    assert not (root / "link.txt").is_symlink()
    assert files(root) == {**BEFORE, "link.txt": "old a"}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_arrives_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.mktemp("journal")
    (root / PENDING).write_text(json.dumps({"x.txt": text}), "utf-8")
    assert Journal(root).complete() == 1
    assert (root / "x.txt").read_bytes() == text.encode()


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '{"a": 1}',
        '{"../a": "x"}',
        '{"/etc/a": "x"}',
        '{"b/../../a": "x"}',
        '{"..\\\\a": "x"}',
        '{"": "x"}',
    ],
)
def test_what_is_no_journal_is_refused(root: Path, text: str) -> None:
    (root / PENDING).write_text(text, "utf-8")
    with pytest.raises(GeneratorFailure, match=r"\.pending\.json: is no record of an interrupted"):
        Journal(root).complete()
    assert files(root) == {**BEFORE, PENDING: text}


@pytest.mark.slow
def test_every_command_completes_what_was_interrupted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["generate", "--out", str(tmp_path)]) == 0
    (tmp_path / PENDING).write_text('{"openapi/web.json": "x", "openapi/more": "y"}', "utf-8")
    assert main(["generate", "--check", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"{tmp_path}: completed an interrupted run: 2 files")
    assert "changed: openapi/web.json" in said
    assert "extra: openapi/more" in said
    (tmp_path / PENDING).write_text("?", "utf-8")
    assert main(["generate", "--out", str(tmp_path)]) == FAILURE
