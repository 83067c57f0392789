"""A figure: what is measured, what it must reach, what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_HEADINGS: Final = ("what", "must reach", "measured", "stock", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table.

    ``reached`` is ``None`` where it could not be measured here, and where nothing ``must`` be.
    """

    what: str
    must: str
    measured: str
    stock: str
    reached: bool | None

    @property
    def verdict(self) -> str:
        if self.reached is None:
            return "skipped" if self.must else ""
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
