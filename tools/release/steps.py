"""The steps of the check, in order; each yields lines that say what was measured."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from . import budget
from .building import build, cloned, rebuilt_wheel, same_bytes
from .distributions import Built, Distributions, sdist_problems, sha256, wheel_problems
from .environments import fresh, prove, size
from .index import download, only, serving, upload
from .interpreters import interpreter, supported
from .processes import StepError, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@dataclass(frozen=True, slots=True)
class Release:
    """What is checked, and an empty folder to do it in."""

    built: Built
    folder: Path


def contents(release: Release) -> Iterator[str]:
    """All files hold what they should, and an index takes their metadata."""
    both = release.built.both
    problems = [problem for made in both for problem in wheel_problems(made) + sdist_problems(made)]
    if problems:
        raise StepError("\n".join(problems))
    run(sys.executable, "-m", "twine", "check", "--strict", *release.built.paths)
    for path in release.built.paths:
        yield f"{path.name}: {path.stat().st_size:,} bytes, sha256 {sha256(path)}"


def same_from_sdist(release: Release) -> Iterator[str]:
    """Each source distribution gives the same wheel."""
    for made in release.built.both:
        again = rebuilt_wheel(made, release.folder / made.project.name)
        same_bytes(made.wheel, again.wheel)
    yield "built from the source distributions: the same wheels"


def same_from_clone(release: Release) -> Iterator[str]:
    """A clone of the repository gives the same files."""
    clone = release.folder / "clone"
    what = cloned(clone)
    for made in release.built.both:
        build(clone / made.project.folder, clone / "dist")
        again = Distributions(clone / "dist", made.project, made.version)
        for one, other in zip(made.paths, again.paths, strict=True):
            same_bytes(one, other)
    yield f"built from a clone ({what}): the same wheels and source distributions"


def installed(release: Release) -> Iterator[str]:
    """All files install on each Python, work there, and the SDK weighs no more than it may."""
    sdk, simulator = release.built.both
    for version in supported():
        python = interpreter(version)
        if python is None:
            yield f"Python {version}: not on this machine, left out"
            continue
        for path, beside in zip(sdk.paths, simulator.paths, strict=True):
            environment = fresh(python, release.folder / f"{version}{path.suffix}")
            environment.pip("install", "--quiet", path)
            prove(environment, sdk)
            measured = size(environment)
            budget.keep(measured)
            yield f"Python {version}, {path.name}: works; {measured}"
            environment.pip("install", "--quiet", beside)
            prove(environment, simulator)
            yield f"Python {version}, {beside.name}: works"


def uploaded(release: Release) -> Iterator[str]:
    """What an index hands out is what was built, and it can be installed; once is enough."""
    built, folder = release.built, release.folder
    names = [made.project.name for made in built.both]
    environment = fresh(Path(sys.executable), folder / "from-index")
    environment.pip("install", "--quiet", *(made.wheel for made in built.both))
    environment.pip("uninstall", "--quiet", "--yes", *names)
    with serving(folder / "index") as url:
        upload(built, url)
        download(built, url, folder / "downloads")
        for path in built.paths:
            same_bytes(path, folder / "downloads" / path.name)
        # What they depend on is there already; the extra brings the simulator, from this index.
        wanted = f"nuki-sdk[simulator]=={built.sdk.version}"
        environment.pip("install", "--quiet", "--no-cache-dir", wanted, env=only(url))
        for made in built.both:
            prove(environment, made)
        yield "uploaded to an index on loopback and downloaded: the same bytes; installed: works"
        upload(built, url, again=True)
        yield "uploaded once more: refused"


STEPS: Final[tuple[Callable[[Release], Iterator[str]], ...]] = (
    contents,
    same_from_sdist,
    same_from_clone,
    installed,
    uploaded,
)
