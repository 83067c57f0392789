"""Fragments become sections of the changelog, in its form."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tools.repository import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

FRAGMENTS = {
    "+web-3.13.0.added.md": (
        "Web API 3.13.0:\n- `web.smartlock.ring()` rings the bell,\n  twice.\n- `Smartlock.mood`.\n"
    ),
    "+old.removed.md": "Web API 3.13.0:\n  - `Smartlock.colour` is gone.\n",
    "+clock.fixed.md": "Clocks agree again.\n",
}
SECTION = """\
<!-- towncrier release notes start -->

## [9.9.9] - 2026-01-02

### Removed

- Web API 3.13.0:
    - `Smartlock.colour` is gone.

### Added

- Web API 3.13.0:
  - `web.smartlock.ring()` rings the bell,
    twice.
  - `Smartlock.mood`.

### Fixed

- Clocks agree again.


## [0.1.0]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name in ("pyproject.toml", "CHANGELOG.md"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    (tmp_path / "changelog.d").mkdir()
    shutil.copyfile(ROOT / "changelog.d/README.md", tmp_path / "changelog.d/README.md")
    return tmp_path


def towncrier(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "towncrier", "build", "--dir", str(project), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603


def test_fragments_become_a_section(project: Path) -> None:
    for name, text in FRAGMENTS.items():
        (project / "changelog.d" / name).write_text(text, encoding="utf-8")
    before = (project / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
    done = towncrier(project, "--yes", "--version", "9.9.9", "--date", "2026-01-02")
    assert done.returncode == 0, done.stderr
    after = (project / "CHANGELOG.md").read_text(encoding="utf-8")
    assert SECTION in after
    assert set(before) <= set(after.splitlines())
    assert [path.name for path in (project / "changelog.d").iterdir()] == ["README.md"]


@pytest.mark.parametrize("name", ["ring.md", "+ring.feature.md", "+ring.txt"])
def test_a_fragment_with_a_wrong_name_is_refused(project: Path, name: str) -> None:
    (project / "changelog.d" / name).write_text("Lost.\n", encoding="utf-8")
    done = towncrier(project, "--draft", "--version", "9.9.9")
    assert done.returncode != 0
    assert name in done.stdout + done.stderr


def test_the_fragments_at_hand_can_be_rendered() -> None:
    done = towncrier(ROOT, "--draft", "--version", "9.9.9")
    assert done.returncode == 0, done.stderr
    assert "## [9.9.9]" in done.stdout
