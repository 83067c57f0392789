from __future__ import annotations

import threading
from time import monotonic

import pytest

from nuki_core.watchdog import Watchdog

PATIENCE = 5.0


class Call:
    def __init__(self, ends: float) -> None:
        self.ends = ends
        self.ended = threading.Event()

    def end(self) -> None:
        self.ended.set()


@pytest.mark.slow
def test_calls_are_ended_when_their_time_has_come() -> None:
    watchdog, began = Watchdog(), monotonic()
    calls = [Call(began + 0.2 * (3 - number)) for number in range(3)]
    for call in calls:
        watchdog.watch(call)
    for number in (2, 1, 0):
        assert calls[number].ended.wait(PATIENCE)
        assert monotonic() >= began + 0.2 * (3 - number)


@pytest.mark.slow
def test_who_is_gone_is_not_ended() -> None:
    watchdog, seen = Watchdog(), list[str]()

    class Gone(Call):
        def end(self) -> None:
            seen.append("gone")

    last = Call(monotonic() + 0.1)
    watchdog.watch(Gone(last.ends))
    watchdog.watch(last)
    assert last.ended.wait(PATIENCE)
    assert seen == []


@pytest.mark.slow
def test_a_thread_that_ended_for_want_of_work_starts_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("nuki_core.watchdog._ENDS_AFTER", 0.0)
    watchdog = Watchdog()
    for _ in range(3):
        call = Call(monotonic())
        watchdog.watch(call)
        assert call.ended.wait(PATIENCE)
        thread = watchdog._thread
        if thread is not None:
            thread.join(PATIENCE)
        assert watchdog._thread is None
