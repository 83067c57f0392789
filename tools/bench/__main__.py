"""Measure every figure and print one table; the exit status is 1 if any is missed."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from . import calling, command_line, decoding, generation, motion, serving, start_up, watching
from .figure import table
from .processes import PACKAGES, compiled
from .stock import generate_stock

MODULES = (generation, start_up, command_line, decoding, calling, motion, serving, watching)


def main() -> int:
    for package in PACKAGES:
        compiled(package)
    with tempfile.TemporaryDirectory() as folder:
        stock = generate_stock(Path(folder))
        figures = [figure for module in MODULES for figure in module.figures(stock)]
    print(table(figures))
    return 1 if any(figure.reached is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
