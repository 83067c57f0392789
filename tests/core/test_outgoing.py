from __future__ import annotations

import pytest

from nuki_core.outgoing import Intake, Outgoing, TooSlowError
from tests.core.calls import READ, SERVER


def outgoing(timeout: float = 30.0, longest_body: int = 10) -> Outgoing:
    return Outgoing(READ, f"{SERVER}/list?token=x", [], None, (), timeout, longest_body)


def test_connecting_takes_seconds_even_if_the_answer_takes_longer() -> None:
    assert outgoing(30).timeouts == (5, 30, 30, 30)
    assert outgoing(2).timeouts == (2, 2, 2, 2)


def test_messages_name_the_server_only() -> None:
    assert outgoing().server == "127.0.0.1:8080"
    assert "token" not in repr(outgoing())


def test_a_body_is_put_together() -> None:
    intake = Intake(outgoing())
    assert all(intake.take(chunk) for chunk in (b"abc", b"", b"def"))
    answer = intake.answer(200, {})
    assert (answer.body, answer.complete) == (b"abcdef", True)


def test_a_body_may_be_as_long_as_agreed_and_no_longer() -> None:
    intake = Intake(outgoing(longest_body=4))
    assert intake.take(b"abcd")
    assert intake.answer(200, {}).complete
    assert not intake.take(b"e")
    assert not intake.answer(200, {}).complete


def test_a_body_that_drips_is_too_slow() -> None:
    intake = Intake(outgoing(timeout=-1))
    with pytest.raises(TooSlowError):
        intake.take(b"a")
