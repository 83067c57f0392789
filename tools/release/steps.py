"""The steps of the check, in order; each yields lines that say what was measured."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import budget
from .building import build, cloned, rebuilt_wheel, same_bytes
from .distributions import Distributions, sdist_problems, sha256, wheel_problems
from .environments import fresh, prove, size
from .index import download, only, serving, upload
from .interpreters import interpreter, supported
from .processes import StepError, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Release:
    """What is checked, and an empty folder to do it in."""

    made: Distributions
    folder: Path


def contents(release: Release) -> Iterator[str]:
    """Both files hold what they should, and an index takes their metadata."""
    made = release.made
    problems = wheel_problems(made) + sdist_problems(made)
    if problems:
        raise StepError("\n".join(problems))
    run(sys.executable, "-m", "twine", "check", "--strict", *made.paths)
    for path in made.paths:
        yield f"{path.name}: {path.stat().st_size:,} bytes, sha256 {sha256(path)}"


def same_from_sdist(release: Release) -> Iterator[str]:
    """The source distribution gives the same wheel."""
    again = rebuilt_wheel(release.made, release.folder / "unpacked")
    same_bytes(release.made.wheel, again.wheel)
    yield "built from the source distribution: the same wheel"


def same_from_clone(release: Release) -> Iterator[str]:
    """A clone of the repository gives the same two files."""
    clone = release.folder / "clone"
    what = cloned(clone)
    build(clone, clone / "dist")
    again = Distributions(clone / "dist", release.made.version)
    for one, other in zip(release.made.paths, again.paths, strict=True):
        same_bytes(one, other)
    yield f"built from a clone ({what}): the same wheel and source distribution"


def installed(release: Release) -> Iterator[str]:
    """Both files install on each Python, work there, and weigh no more than they may."""
    for version in supported():
        python = interpreter(version)
        if python is None:
            yield f"Python {version}: not on this machine, left out"
            continue
        for path in release.made.paths:
            environment = fresh(python, release.folder / f"{version}{path.suffix}")
            environment.pip("install", "--quiet", path)
            prove(environment, release.made)
            measured = size(environment)
            budget.keep(measured)
            yield f"Python {version}, {path.name}: works; {measured}"


def uploaded(release: Release) -> Iterator[str]:
    """What an index hands out is what was built, and it can be installed; once is enough."""
    made, folder = release.made, release.folder
    environment = fresh(Path(sys.executable), folder / "from-index")
    environment.pip("install", "--quiet", made.wheel)
    environment.pip("uninstall", "--quiet", "--yes", "nuki-sdk")
    with serving(folder / "index") as url:
        upload(made, url)
        download(made, url, folder / "downloads")
        for path in made.paths:
            same_bytes(path, folder / "downloads" / path.name)
        # Our dependencies are there already; none may come from this index.
        wanted = ("--no-deps", "--no-cache-dir", f"nuki-sdk=={made.version}")
        environment.pip("install", "--quiet", *wanted, env=only(url))
        prove(environment, made)
        yield "uploaded to an index on loopback and downloaded: the same bytes; installed: works"
        upload(made, url, again=True)
        yield "uploaded once more: refused"


STEPS: Final[tuple[Callable[[Release], Iterator[str]], ...]] = (
    contents,
    same_from_sdist,
    same_from_clone,
    installed,
    uploaded,
)
