"""What somebody waits for at a prompt: the help of `nuki`, and its completion."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from typing import TYPE_CHECKING, Final

from .figure import Figure, ratio_at_most
from .processes import PACKAGES, ROOT, environment, ratios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .stock import Stock

_HELP: Final = 2.5
_COMPLETION: Final = 7.5  # 150 ms, where a process that does nothing takes 20
_ROUNDS: Final = 15
_NUKI: Final = "import sys; from nuki.cli import main; sys.exit(main())"
_LINE: Final = "nuki call smartlock."


def figures(_stock: Stock) -> Iterator[Figure]:
    """A process that prints the help, one that completes, and one that does nothing."""
    with tempfile.TemporaryDirectory() as folder:
        usual = {**environment(*PACKAGES), "NUKI_CONFIG_DIR": folder}
        asked = {"_NUKI_COMPLETE": "bash_complete", "COMP_WORDS": _LINE, "COMP_CWORD": "2"}
        nothing, shown, completed = list[float](), list[float](), list[float]()
        programs = (
            (nothing, ["-c", "pass"], usual),
            (shown, ["-c", _NUKI, "--help"], usual),
            (completed, ["-c", _NUKI], {**usual, **asked}),
        )
        for number in range(_ROUNDS + 1):
            for seconds, arguments, variables in programs:
                command = [sys.executable, *arguments]
                began = time.perf_counter()
                subprocess.run(  # noqa: S603 - our own command
                    command, env=variables, cwd=ROOT, stdout=subprocess.PIPE, check=True
                )
                took = time.perf_counter() - began
                if number:  # the first round reads cold files, and makes what completion keeps
                    seconds.append(took)
    yield ratio_at_most("nuki --help, ratio to python -c pass", ratios(shown, nothing), _HELP)
    more = [one - other for one, other in zip(completed, shown, strict=True)]
    what = "completion beyond nuki --help, ratio to python -c pass"
    yield ratio_at_most(what, ratios(more, nothing), _COMPLETION)
