"""The command ``nuki``. It needs the extra: ``pip install 'nuki-sdk[cli]'``.

:func:`main` runs it. :mod:`nuki.cli.commands` lists its commands, and says how one is added.
"""

from __future__ import annotations

import io
import os
import sys
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING

from .commands import overview

if TYPE_CHECKING:
    from collections.abc import Sequence

_EXTRA = ("click", "keyring", "platformdirs", "rich")
_INTERRUPTED = 130
_INSTALL = "nuki: this command needs its extra: pip install 'nuki-sdk[cli]'\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, or those of the process; its exit status."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    # The help needs nothing of what a command needs; completion asks in another way.
    if PathFinder.find_spec("click") is None:
        sys.stderr.write(_INSTALL)
        return 1
    if given in ([], ["--help"]) and "_NUKI_COMPLETE" not in os.environ:
        try:
            sys.stdout.write(overview())
            sys.stdout.flush()
        except OSError:  # nobody reads it
            return 1
        return 0
    try:
        from .app import run
        from .session import Session
        from .variables import take_variables

        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # Servers send names in any script, to terminals that may not know it.
                stream.reconfigure(errors="backslashreplace")
        return run(given, Session(take_variables()))
    except KeyboardInterrupt:  # while modules were imported
        return _INTERRUPTED
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _EXTRA:
            raise
        sys.stderr.write(_INSTALL)
        return 1
