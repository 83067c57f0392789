"""Play a morning at a front door; the exit status is 0 if all went as expected."""

from __future__ import annotations

import sys

from rich.console import Console

from .house import home
from .story import play

if __name__ == "__main__":
    sys.exit(play(home(), Console()))
