"""The table says when a figure is missed."""

from __future__ import annotations

from tools.bench.figure import (
    Figure,
    at_least,
    at_most,
    for_information,
    ratio_at_least,
    ratio_at_most,
    table,
)
from tools.bench.programs.rounds import LEAST, MOST, ratios_of


def test_a_figure_at_its_bound_is_reached() -> None:
    assert at_most("x", 10, 10, "ms", stock=None).verdict == "ok"
    assert at_most("x", 10.01, 10, "ms", stock=None).verdict == "MISSED"
    assert at_least("x", 0.9, 0.9, "ratio").verdict == "ok"
    assert at_least("x", 0.899, 0.9, "ratio").verdict == "MISSED"
    assert Figure("x", "0", "-", "1", None).verdict == "skipped"
    assert not for_information("x", 1, "ratio").verdict


def test_a_ratio_that_may_be_on_either_side_is_neither_reached_nor_missed() -> None:
    spread = [1 + number / 100 for number in range(41)]
    assert ratio_at_most("x", spread, 1.5).verdict == "ok"
    assert ratio_at_most("x", spread, 1.18).verdict == "within noise"
    assert ratio_at_most("x", spread, 1.1).verdict == "MISSED"
    assert ratio_at_least("x", spread, 1.22).verdict == "within noise"
    assert ratio_at_least("x", spread, 1.3).verdict == "MISSED"


def test_rounds_go_on_until_it_is_clear_where_a_ratio_lies() -> None:
    steady = ratios_of({"steady": (lambda: 2.0, lambda: 3.0)})["steady"]
    assert steady == [1.5] * LEAST
    turns = iter(range(10_000))
    wide = ratios_of({"wide": (lambda: 1.0, lambda: 1.0 + next(turns) % 2)})["wide"]
    assert len(wide) == MOST


def test_the_table_is_aligned() -> None:
    lines = table([at_most("lines", 12_345, 12_000, "lines", stock=39_081)]).splitlines()
    assert lines[2].split("  ")[0] == "lines"
    assert [cell.strip() for cell in lines[2].split("  ") if cell] == [
        "lines", "≤ 12,000", "12,345", "39,081", "MISSED",
    ]  # fmt: skip
