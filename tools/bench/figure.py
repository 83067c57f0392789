"""A figure: what is measured, what it must reach, what it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Final

from .programs.rounds import interval

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADINGS: Final = ("what", "must reach", "measured", "stock", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    ``reached`` is ``None`` where it could not be measured here, and where nothing ``must`` be.
    ``in_noise`` says that it cannot be told on which side of its bound it lies.
    """

    what: str
    must: str
    measured: str
    stock: str
    reached: bool | None
    in_noise: bool = False

    @property
    def verdict(self) -> str:
        if self.reached is None:
            return "skipped" if self.must else ""
        if self.in_noise:
            return "within noise"
        return "ok" if self.reached else "MISSED"

    def cells(self) -> tuple[str, ...]:
        return (self.what, self.must, self.measured, self.stock, self.verdict)


def at_most(
    what: str, value: float, bound: float, unit: str, *, stock: float | None = None
) -> Figure:
    """A figure that must not exceed its bound."""
    shown, limit = _number(value, unit), _number(bound, unit)
    beside = "-" if stock is None else _number(stock, unit)
    return Figure(what, f"≤ {limit}", shown, beside, reached=value <= bound)


def at_least(what: str, value: float, bound: float, unit: str) -> Figure:
    """A figure that must not fall below its bound."""
    shown, limit = _number(value, unit), _number(bound, unit)
    return Figure(what, f"≥ {limit}", shown, "-", reached=value >= bound)


def for_information(what: str, value: float, unit: str) -> Figure:
    """A figure without a bound."""
    return Figure(what, "", _number(value, unit), "-", None)


def ratio_at_most(
    what: str, ratios: list[float], bound: float, *, stock: float | None = None
) -> Figure:
    """The median of ratios that were taken in turns, which must not exceed its bound."""
    figure = at_most(what, median(ratios), bound, "ratio", stock=stock)
    return _with_noise(figure, ratios, bound)


def ratio_at_least(what: str, ratios: list[float], bound: float) -> Figure:
    """As :func:`ratio_at_most`, which must not fall below its bound."""
    return _with_noise(at_least(what, median(ratios), bound, "ratio"), ratios, bound)


def _with_noise(figure: Figure, ratios: list[float], bound: float) -> Figure:
    low, high = interval(ratios)
    shown = f"{figure.measured} ± {(high - low) / 2:.2f}"
    # A miss that may be one of the machine is no miss, but is not called reached either.
    in_noise = not figure.reached and low <= bound <= high
    return replace(figure, measured=shown, reached=in_noise or figure.reached, in_noise=in_noise)


def table(figures: Iterable[Figure]) -> str:
    rows = [_HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rule = tuple("-" * width for width in widths)
    table = [
        [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        for row in (rows[0], rule, *rows[1:])
    ]
    return "\n".join("  ".join(cells).rstrip() for cells in table)


def _number(value: float, unit: str) -> str:
    if unit in {"lines", "actions"}:
        return f"{value:,.0f}"
    if unit in {"ms", "s"}:
        return f"{value:.3g} {unit}"
    return f"{value:.2f}"
