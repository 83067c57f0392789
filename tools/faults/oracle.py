"""What callers were told, beside what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from nuki import NukiError

from .clients import POLICY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .clients import Column
    from .server import Ledger

Fault: TypeAlias = Literal[
    "twice", "lies", "undocumented", "not repeated", "failed", "held", "crossed", "leaks"
]
MEANINGS: Final[dict[Fault, str]] = {
    "twice": "an action was carried out more than once",
    "lies": "done, said the call, and it was not; or it was, and the call said that it cannot be",
    "undocumented": "an exception that is neither ours nor the caller's",
    "not repeated": "it was provably not carried out, and not sent again",
    "failed": "it met nothing worse than a client copes with, and ended in an error",
    "held": "the caller was held longer than its attempts may take",
    "crossed": "a read brought the answer to another call",
    "leaks": "a secret in an exception, a frame that it went through, or a log record",
}
FAULTS: Final = tuple(MEANINGS)


@dataclass(frozen=True, slots=True)
class Told:
    """One call: what it met, and what its caller was told.

    ``kind`` names what went wrong. ``error`` is ``None`` if it returned. ``must_repeat`` says that
    every fault of its plan was such that it must be sent again, ``must_succeed`` that a client
    copes with each within one attempt; ``late`` is how many seconds it took beyond what it may. It
    made so many ``attempts`` of up to ``timeout`` seconds, for which the plan had so many
    ``faults``; ``is_welcome`` tells whether one got through a TLS handshake.
    """

    action: int
    column: Column
    kind: str
    is_read: bool
    error: str | None
    may_have_run: bool = True
    documented: bool = True
    must_repeat: bool = False
    must_succeed: bool = False
    late: float = 0.0
    crossed: bool = False
    leaks: tuple[str, ...] = ()
    began: float = 0.0
    ended: float = 0.0
    attempts: int = 1
    faults: int = 0
    timeout: float = 0.0
    is_welcome: bool = False

    @property
    def is_timeout(self) -> bool:
        """Whether the time was over before an answer was read, which a busy machine can do."""
        return self.error is not None and "Timeout" in self.error.partition(":")[0]

    def has_tried(self, ledger: Ledger) -> bool:
        """Whether an action that was not carried out may end with an error all the same.

        Beyond the faults of the plan, attempts can only have failed because the time of each was
        over. If they were not all made, nobody may know whether the last one was carried out: its
        request arrived, or was left unread behind a TLS handshake, and its time was over before the
        answer was read. It began after the request before it had arrived, which says how long it
        can have taken.
        """
        if self.ended - self.began < (self.attempts - self.faults) * self.timeout:
            return False
        if self.attempts >= POLICY.attempts:
            return True
        heard = ledger.heard[self.action]
        has_left = bool(heard) or self.is_welcome
        if self.is_read or not (self.is_timeout and self.may_have_run and has_left):
            return False
        return self.ended - (heard[-2] if len(heard) > 1 else self.began) >= self.timeout


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that must not be."""

    fault: Fault
    told: Told
    why: str

    def __str__(self) -> str:
        return f"{self.fault}: {self.told.kind}, {self.told.column}: {self.why}"


@dataclass(slots=True)
class Verdict:
    """All that was told, and what of it must not be.

    ``too_slow`` counts calls that this machine was too slow for: they may not have been carried
    out, and rightly ended with an error. ``logged`` counts log records, ``log_leaks`` are the
    loggers that told a secret, and ``left_open`` what was left to the garbage collector to close.
    """

    told: list[Told] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    too_slow: int = 0
    logged: int = 0
    log_leaks: list[str] = field(default_factory=list)
    left_open: list[str] = field(default_factory=list)

    @property
    def actions(self) -> int:
        """How many lock actions were sent."""
        return sum(not each.is_read for each in self.told)

    def count(self, fault: Fault) -> int:
        """How many calls have this fault."""
        return sum(each.fault == fault for each in self.findings)

    def of(self, *faults: Fault) -> list[str]:
        """The findings of these sorts, as lines of text."""
        return [str(each) for each in self.findings if each.fault in faults]


def judge(told: Iterable[Told], ledger: Ledger) -> Verdict:
    """Compare, when everything has come to its end."""
    verdict = Verdict(list(told))
    for each in verdict.told:
        verdict.findings += (Finding(fault, each, why) for fault, why in _faults(each, ledger))
        is_short = each.must_repeat and each.error is not None and each.faults < POLICY.attempts
        verdict.too_slow += is_short and each.has_tried(ledger)
    return verdict


def _faults(told: Told, ledger: Ledger) -> Iterator[tuple[Fault, str]]:
    done, error, is_action = ledger.done[told.action], told.error, not told.is_read
    has_failed = error is not None
    is_owed = told.must_repeat and has_failed and not told.has_tried(ledger)
    heard = [f"{when - told.began:.3f}" for when in ledger.heard[told.action]]
    took = f"{told.ended - told.began:.3f} s, received after {', '.join(heard) or 'none'}"
    rules: tuple[tuple[bool, Fault, str], ...] = (
        (is_action and done > 1, "twice", f"{done} times, told {error or 'done'}"),
        (is_action and not (has_failed or done), "lies", "told that it is done, and it is not"),
        (
            is_action and has_failed and not told.may_have_run and done > 0,
            "lies",
            f"told that it was not carried out ({error}), and it was",
        ),
        (not told.documented, "undocumented", f"{error}"),
        (is_owed, "not repeated", f"{error}; {told.attempts} attempts, {took}"),
        (told.must_succeed and has_failed and not told.is_timeout, "failed", f"{error}"),
        (told.late > 0, "held", f"{told.late:.2f} s too long"),
        (told.crossed, "crossed", "the answer is another call's"),
        (bool(told.leaks), "leaks", ", ".join(sorted(set(told.leaks)))),
    )
    yield from ((fault, why) for is_broken, fault, why in rules if is_broken)


def name_of(error: BaseException) -> str:
    """An exception's type and text."""
    return f"{type(error).__name__}: {error}"


def is_ours(error: BaseException) -> bool:
    """Whether it is an error that users are told to expect."""
    return isinstance(error, NukiError)
