"""``python -m generator`` in a folder, without importing all that it stands on each time.

Every command runs in a process of its own, forked from one that has imported the libraries: they
take a second, several times what most commands take. The generator itself is the folder's.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.generator.emit.dying import die_at

_FORKING: Final = "forkserver" in multiprocessing.get_all_start_methods()
_PROCESSES: Final = multiprocessing.get_context("forkserver" if _FORKING else "spawn")
_LIBRARIES: Final = (
    *("griffe", "httpx", "iregexp_check", "jinja2", "jsonpath_rfc9535", "regex", "ruamel.yaml"),
    *("openapi_python_client.strings", "tomlkit", "yaml"),
)
_WAITS: Final = 120.0


def generator(
    root: Path, *arguments: str, dying_at: int | None = None
) -> subprocess.CompletedProcess[str]:
    """Run a command of the generator that lies in a folder.

    With ``dying_at`` it ends just before it renames a file or folder, after so many others.
    """
    _PROCESSES.set_forkserver_preload([*_LIBRARIES])
    with TemporaryDirectory() as folder:
        printed = [Path(folder, name) for name in ("stdout", "stderr")]
        process = _PROCESSES.Process(target=_run, args=(root, arguments, printed, dying_at))
        process.start()
        process.join(_WAITS)
        if process.exitcode is None:
            process.kill()
            raise subprocess.TimeoutExpired(arguments, _WAITS)
        out, err = (path.read_text("utf-8") for path in printed)
        return subprocess.CompletedProcess(arguments, process.exitcode, out, err)


def _run(root: Path, arguments: tuple[str, ...], printed: list[Path], dying_at: int | None) -> None:
    assert "generator" not in sys.modules
    os.chdir(root)
    sys.path.insert(0, str(root))
    sys.argv = ["generator", *arguments]
    out, err = (path.open("w", encoding="utf-8", buffering=1) for path in printed)
    with out, err, redirect_stdout(out), redirect_stderr(err):
        if dying_at is not None:
            sys.dont_write_bytecode = True  # which renames files, too
            die_at(dying_at, "os.rename")
        runpy.run_module("generator", run_name="__main__")
