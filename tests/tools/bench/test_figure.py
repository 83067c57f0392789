"""The table says when a figure is missed."""

from __future__ import annotations

from tools.bench.figure import Figure, at_least, at_most, for_information, table


def test_a_figure_at_its_bound_is_reached() -> None:
    assert at_most("x", 10, 10, "ms", stock=None).verdict == "ok"
    assert at_most("x", 10.01, 10, "ms", stock=None).verdict == "MISSED"
    assert at_least("x", 0.9, 0.9, "ratio").verdict == "ok"
    assert at_least("x", 0.899, 0.9, "ratio").verdict == "MISSED"
    assert Figure("x", "0", "-", "1", None).verdict == "skipped"
    assert not for_information("x", 1, "ratio").verdict


def test_the_table_is_aligned() -> None:
    lines = table([at_most("lines", 12_345, 12_000, "lines", stock=39_081)]).splitlines()
    assert lines[2].split("  ")[0] == "lines"
    assert [cell.strip() for cell in lines[2].split("  ") if cell] == [
        "lines", "≤ 12,000", "12,345", "39,081", "MISSED",
    ]  # fmt: skip
