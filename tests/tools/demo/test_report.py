"""The demo's verdict on a step can be bad."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from nuki import ConnectError, NotFoundError, NukiError
from tools.demo.report import Report, UnexpectedError


@pytest.fixture
def told() -> StringIO:
    return StringIO()


@pytest.fixture
def report(told: StringIO) -> Report:
    return Report(Console(file=told))


def test_what_is_expected_is_noted_and_counted(report: Report, told: StringIO) -> None:
    report.step("how many", 1, expected=1)
    report.step("which", ["a", "b"], expected=["a", "b"])
    lines = [line.split() for line in told.getvalue().splitlines()]
    assert lines == [["1.", "ok", "how", "many", "1"], ["2.", "ok", "which", "a,", "b"]]
    assert report.steps == 2


@pytest.mark.parametrize(("outcome", "expected"), [(1, 2), (1, True), ([], ["a"]), (None, False)])
def test_an_outcome_must_be_the_expected_one(
    report: Report, told: StringIO, outcome: object, expected: object
) -> None:
    with pytest.raises(UnexpectedError):
        report.step("a step", outcome, expected=expected)
    assert told.getvalue().splitlines() == [
        "   1. NOT AS EXPECTED a step",
        f"      expected: {expected!r}",
        f"      found:    {outcome!r}",
    ]


def test_the_expected_refusal_can_be_looked_at(report: Report, told: StringIO) -> None:
    error = NotFoundError("nothing there", status=404, operation="GET /list")
    with report.refusal("a step", expected=NotFoundError) as caught:
        raise error
    assert caught.error is error
    assert told.getvalue().split() == ["1.", "ok", "a", "step", "NotFoundError"]


@pytest.mark.parametrize("raised", [None, ConnectError("no"), NukiError("no")])
def test_only_the_expected_refusal_will_do(
    report: Report, told: StringIO, raised: NukiError | None
) -> None:
    def refuse() -> None:
        with report.refusal("a step", expected=NotFoundError):
            if raised is not None:
                raise raised

    with pytest.raises(UnexpectedError):
        refuse()
    assert f"found:    {type(raised).__name__ if raised else 'no error'}" in told.getvalue()
    assert "expected: NotFoundError" in told.getvalue()


def test_any_other_error_is_a_surprise_too(report: Report, told: StringIO) -> None:
    report.broken(TimeoutError("no message came"))
    assert "found:    TimeoutError: no message came" in told.getvalue()
