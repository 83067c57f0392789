"""The last step of emit: ruff drops the imports that no line needs, sorts the rest, and formats.

It is pinned exactly in pyproject.toml, because what it writes is compared byte for byte. It reads
no configuration but what stands here.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from ruff import find_ruff_bin  # type: ignore[import-untyped]  # a program, nearly

from generator.load.problems import GeneratorFailure, Problem

from .literals import LINE

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMON: Final = (
    "--isolated",
    "--no-cache",
    "--quiet",
    "--config",
    f"line-length = {LINE}",
    "--config",
    'target-version = "py311"',
)
_IMPORTS: Final = (
    "--fix",
    "--select",
    "F401,I001",
    "--config",
    'lint.isort.known-first-party = ["nuki_core"]',
    "--config",
    "lint.isort.split-on-trailing-comma = false",
)


def format_code(texts: Mapping[str, str]) -> dict[str, str]:
    """The same files, by path; those that end in ``.py`` with sorted imports and formatted.

    Raises:
        GeneratorFailure: ruff cannot read a file, or is not installed.
    """
    modules = {path: text for path, text in texts.items() if path.endswith(".py")}
    with TemporaryDirectory() as name:
        folder = Path(name)
        for path, text in modules.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        _ruff(folder, "check", *_COMMON, *_IMPORTS)
        _ruff(folder, "format", *_COMMON)
        done = {path: (folder / path).read_bytes().decode() for path in modules}
    return {**texts, **done}


def _ruff(folder: Path, *arguments: str) -> None:
    todo = "correct the templates of generator/emit; `make install` brings the pinned ruff"
    try:
        # Not `python -m ruff`: starting Python takes longer than formatting all files.
        command = [find_ruff_bin(), *arguments, "."]
    except FileNotFoundError as error:
        raise GeneratorFailure([Problem("ruff", "is not installed", todo)]) from error
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        what = f"ruff {arguments[0]} failed: {(done.stdout + done.stderr).strip()}"
        raise GeneratorFailure([Problem("what was rendered", what, todo)])
