"""The size of modules and functions.

A module's size is its number of lines. A function's is the lines from ``def`` to its end, without
its decorators and its docstring, which is prose; blank lines and comments count. A function inside
another counts for both.
"""

from __future__ import annotations

import ast
import math
import statistics
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    Function = ast.FunctionDef | ast.AsyncFunctionDef


def functions(source: str) -> Iterator[tuple[str, int]]:
    """Name and size of each function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, _size(node)


def modules_over_budget(sizes: Iterable[tuple[str, int]]) -> list[str]:
    """Median at most 120 lines, none above 400."""
    return _over(list(sizes), median=120, most=400)


def functions_over_budget(sizes: Iterable[tuple[str, int]]) -> list[str]:
    """Median at most 8 lines, nine of ten at most 25, none above 60."""
    listed = list(sizes)
    tenth = _percentile([size for _, size in listed], 0.9)
    problems = [f"p90 is {tenth} lines, more than 25"] if tenth > 25 else []
    return problems + _over(listed, median=8, most=60)


def _over(sizes: Sequence[tuple[str, int]], *, median: int, most: int) -> list[str]:
    middle = statistics.median(size for _, size in sizes)
    problems = [f"the median is {middle:g} lines, more than {median}"] if middle > median else []
    return problems + [
        f"{name}: {size} lines, more than {most}" for name, size in sizes if size > most
    ]


def _percentile(values: Iterable[int], share: float) -> int:
    ordered = sorted(values)
    return ordered[math.ceil(share * len(ordered)) - 1]


def _size(function: Function) -> int:
    end = function.end_lineno or function.lineno
    return end - function.lineno + 1 - _docstring(function)


def _docstring(function: Function) -> int:
    if ast.get_docstring(function, clean=False) is None:
        return 0
    statement = function.body[0]
    return (statement.end_lineno or statement.lineno) - statement.lineno + 1
