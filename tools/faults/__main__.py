"""Run the matrix, and print what became of it; the exit status is 1 if anything must not be."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from time import monotonic
from typing import Final

from .callers import CALLERS
from .clients import columns
from .kinds import KINDS
from .matrix import AT_A_TIME, TIMEOUT, cells, cells_of_callers, run
from .oracle import FAULTS, MEANINGS, Verdict

_PROGRAMS: Final = ("interrupts", "forks", "loops", "memory")


def main() -> int:
    """Read the arguments and do it."""
    parser = argparse.ArgumentParser(prog="python -m tools.faults", description=__doc__)
    parser.add_argument("--actions", type=int, default=10_000, help="how many lock actions")
    parser.add_argument("--kind", action="append", help="only kinds whose name holds this")
    parser.add_argument("--column", action="append", help="only clients whose name holds this")
    parser.add_argument("--timeout", type=float, default=TIMEOUT, help="of one attempt, in seconds")
    parser.add_argument("--at-a-time", type=int, default=AT_A_TIME, help="cells run side by side")
    parser.add_argument("--findings", action="store_true", help="print each")
    parser.add_argument("--all", action="store_true", help="interrupts, forks and memory as well")
    chosen = parser.parse_args()
    kinds = [kind for kind in KINDS if _named(kind, chosen.kind)]
    sorts = [column for column in columns() if _named(column, chosen.column)]
    # A third of the actions meets faults of the caller's own.
    network = cells(2 * chosen.actions // 3, kinds, sorts) if kinds and sorts else []
    own_side = [
        cell
        for cell in (cells_of_callers(chosen.actions // 3, sorts) if sorts else ())
        if _named(cell.name, chosen.kind)
    ]
    if not network and not own_side:
        parser.error("no kind and client have such names")
    began = monotonic()
    verdict = run(network, timeout=chosen.timeout, at_a_time=chosen.at_a_time)
    callers = run(own_side, timeout=chosen.timeout, at_a_time=chosen.at_a_time)
    verdict.told += callers.told
    verdict.findings += callers.findings
    verdict.too_slow += callers.too_slow
    verdict.logged += callers.logged
    # What the HTTP library leaves open when a caller's log handler raises is its own affair.
    verdict.log_leaks += callers.log_leaks
    print(report(verdict))
    if chosen.findings:
        print(*sorted(map(str, verdict.findings)), sep="\n")
    print(f"{verdict.actions:,} lock actions in {monotonic() - began:.0f} s")
    failed = bool(verdict.findings or verdict.log_leaks or verdict.left_open)
    for program in _PROGRAMS if chosen.all else ():
        print(f"\n{program}")
        command = [sys.executable, "-m", f"tools.faults.{program}"]
        failed |= subprocess.run(command, check=False).returncode != 0  # noqa: S603 - one of ours
    return int(failed)


def _named(what: object, parts: list[str] | None) -> bool:
    return not parts or any(part in str(what) for part in parts)


def report(verdict: Verdict) -> str:
    """A line for each kind of fault in which something was found, one for each client, and sums."""
    found = Counter((each.fault, each.told.kind) for each in verdict.findings)
    found.update((each.fault, str(each.told.column)) for each in verdict.findings)
    lines = [_line("", *FAULTS)]
    names = [kind.name for kind in KINDS] + [caller.name for caller in CALLERS]
    names += map(str, columns())
    for name in names:
        counts = [found[fault, name] for fault in FAULTS]
        if any(counts):
            lines.append(_line(name, *(count or "" for count in counts)))
    lines.append(_line("all", *(verdict.count(fault) for fault in FAULTS)))
    lines += (f"{fault}: {MEANINGS[fault]}" for fault in FAULTS)
    told = Counter(
        "done" if each.error is None else "may have run" if each.may_have_run else "not run"
        for each in verdict.told
        if not each.is_read
    )
    lines.append(
        f"told: {dict(told)}; the machine was too slow for {verdict.too_slow}; log records: "
        f"{verdict.logged:,}, with a secret: "
        f"{len(verdict.log_leaks)} {sorted(set(verdict.log_leaks))}"
    )
    lines += (
        f"left to the garbage collector, {times} times: {what[:160]}"
        for what, times in Counter(verdict.left_open).most_common()
    )
    return "\n".join(lines)


def _line(name: str, *cells: object) -> str:
    return f"{name:44}" + "".join(f"{cell!s:>13}" for cell in cells)


if __name__ == "__main__":
    sys.exit(main())
