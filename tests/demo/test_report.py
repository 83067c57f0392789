"""The demo's verdict can be bad."""

from __future__ import annotations

import pytest

from nuki import ConnectError, NotFoundError, NukiError, ValidationError

from .report import Report


def test_no_step_is_no_success() -> None:
    assert not Report().as_expected


@pytest.mark.parametrize(
    ("outcome", "expected", "verdict"),
    [(1, 1, "all as expected"), (1, 2, "1 not as expected"), (1, True, "1 not as expected")],
)
def test_an_outcome_must_be_the_expected_one(
    outcome: object, expected: object, verdict: str
) -> None:
    report = Report()
    report.step("a step", outcome, expected=expected)
    report.step("another", 0, expected=0)
    assert report.summary == f"2 steps, {verdict}"
    assert report.as_expected is (verdict == "all as expected")


@pytest.mark.parametrize("raised", [None, ConnectError("no"), NukiError("no")])
def test_only_the_expected_refusal_will_do(raised: NukiError | None) -> None:
    report = Report()
    with report.refusal("a step", expected=NotFoundError):
        if raised is not None:
            raise raised
    assert not report.as_expected


def test_an_error_between_steps_is_a_surprise(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.step("a step", 0, expected=0)
    with report.part("a client"):
        raise ValidationError("no such thing")
    assert not report.as_expected
    assert "no such thing  [NOT AS EXPECTED]" in capsys.readouterr().out
