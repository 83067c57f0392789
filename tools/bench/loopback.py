"""The server that clients are measured at, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

_PROGRAM: Final = Path(__file__).parent / "programs/loopback_server.py"


class Loopback:
    """Serves one answer until the block ends; ``busy`` is then the share of that time it used."""

    def __init__(self, answer: Path) -> None:
        self._command = (sys.executable, str(_PROGRAM), str(answer))
        self.url = ""
        self.busy = 0.0

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout
        self.url = f"http://127.0.0.1:{int(self._process.stdout.readline())}"
        self._began = time.perf_counter()
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        took = time.perf_counter() - self._began
        printed, _ = self._process.communicate()  # which closes its input, so that it ends
        self.busy = float(printed) / took
