"""Check what `make build` made before it is published; the exit status is 1 if a step fails."""

from __future__ import annotations

import signal
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from tools.repository import ROOT

from .distributions import built
from .processes import StepError
from .steps import STEPS, Release

if TYPE_CHECKING:
    from types import FrameType


def main() -> int:
    # Ended from outside, it clears up as on Ctrl-C.
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        with tempfile.TemporaryDirectory(prefix="nuki-sdk-") as folder:
            check(Path(folder))
    except StepError as error:
        print(f"release-check: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("release-check: interrupted", file=sys.stderr)
        return 130
    return 0


def check(folder: Path) -> None:
    """Take the steps in order, and say what each measured."""
    began = time.monotonic()
    release = Release(built(ROOT / "dist"), folder)
    for step in STEPS:
        for line in step(release):
            print(line, flush=True)
    names = " and ".join(made.project.name for made in release.built.both)
    version = release.built.sdk.version
    print(f"{names} {version} can be released ({time.monotonic() - began:.0f} s)")


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


if __name__ == "__main__":
    sys.exit(main())
