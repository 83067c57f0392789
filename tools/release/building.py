"""Builds of the project in other places, which must give the same bytes."""

from __future__ import annotations

import shutil
import sys
import tarfile
from typing import TYPE_CHECKING

from tools.repository import ROOT

from .distributions import Distributions, sha256
from .processes import StepError, run

if TYPE_CHECKING:
    from pathlib import Path


def rebuilt_wheel(made: Distributions, folder: Path) -> Distributions:
    """The wheel that the source distribution gives, unpacked and built below a folder."""
    with tarfile.open(made.sdist) as archive:
        archive.extractall(folder, filter="data")
    (source,) = folder.iterdir()
    build(source, source / "dist", "--wheel")
    return Distributions(source / "dist", made.project, made.version)


def build(source: Path, out: Path, *kinds: str) -> None:
    """Build with the pinned hatchling: the source distribution, and the wheel from it."""
    run(sys.executable, "-m", "build", "--no-isolation", *kinds, "--outdir", out, source)


def cloned(folder: Path) -> str:
    """Clone the repository, add what is not committed yet; returns what was cloned."""
    run("git", "clone", "--quiet", ROOT, folder)
    options = ("--porcelain", "-z", "--no-renames", "--untracked-files=all")
    status = run("git", "status", *options, cwd=ROOT)
    changed = [line[3:] for line in status.split("\0") if line]
    for name in changed:
        source, target = ROOT / name, folder / name
        if source.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
        else:
            target.unlink(missing_ok=True)
    head = run("git", "rev-parse", "--short", "HEAD", cwd=folder).strip()
    return f"{head} and {len(changed)} uncommitted files" if changed else head


def same_bytes(one: Path, other: Path) -> None:
    """Raises StepError if a file is not the same in another place."""
    if sha256(one) != sha256(other):
        raise StepError(f"{one.name} differs from the one in {other.parent}")
