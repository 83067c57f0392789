"""Acts typed at a keyboard, one a line: ``turn_key "Front door" locked=true``."""

from __future__ import annotations

import os
import shlex
import sys
import threading
from typing import TYPE_CHECKING, Final

from .acts import ACTS, ActError, Place, find_act, find_target
from .descriptions import describe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from nuki_core.json import JsonObject, JsonValue

    from .acts import Act
    from .simulator import Simulator

HELP: Final = "help"
_WORDS: Final[Mapping[str, bool]] = {"true": True, "yes": True, "false": False, "no": False}
_READERS: Final[Mapping[str, Callable[[str], JsonValue]]] = {
    "bool": lambda text: _WORDS[text.lower()],
    "int": int,
    "float": float,
    "str": str,
}


def listen(simulator: Simulator) -> None:
    """Obey from now on what is typed, in a thread.

    Only lines of a pipe, or of a terminal that has us in the foreground, may be read.
    """
    if not sys.stdin or sys.stdin.closed:
        return
    if sys.stdin.isatty() and hasattr(os, "tcgetpgrp"):
        try:
            if os.getpgrp() != os.tcgetpgrp(sys.stdin.fileno()):
                return
        except OSError:
            return

    def obey_lines() -> None:
        # Unbuffered: a thread in the middle of a buffered read keeps the program from ending.
        with open(sys.stdin.fileno(), "rb", buffering=0, closefd=False) as typed:
            for line in typed:
                with simulator.lock:
                    simulator.clock.catch_up()
                    told = obey(simulator, line.decode(errors="replace").strip())
                sys.stdout.write(f"{told}\n")
                sys.stdout.flush()

    threading.Thread(target=obey_lines, daemon=True).start()


def obey(simulator: Simulator, line: str) -> str:
    """Do what a line says, and tell what came of it; hold the simulator's lock meanwhile.

    A line is the name of an act, then where it is done, then its arguments as ``name=value``. The
    place may be left out where there is one only; a bridge is ``bridge`` and its number, needed
    only for acts that a device has as well.
    """
    try:
        name, *words = shlex.split(line) or [HELP]
    except ValueError as error:
        return f"{error}: {line}"
    if name == HELP:
        return "\n".join(usage(act) for act in ACTS)
    keys = [word for word in words if "=" not in word]
    try:
        act, key = _chosen(name, keys)
        types = {argument.name: argument.type for argument in act.arguments}
        given: JsonObject = {}
        for argument, text in (word.split("=", 1) for word in words if "=" in word):
            try:
                given[argument] = _READERS[types.get(argument, "str")](text)
            except (KeyError, ValueError):
                given[argument] = text  # which the act refuses, and says what it expects
        target = find_target(simulator, act.place, key)
        act.perform(simulator, target, given)
    except ActError as error:
        return f"{error}  (type {HELP} for a list)"
    return ", ".join(
        f"{name} {value}"
        for name, value in describe(simulator, target).items()
        if not isinstance(value, list | dict) and value is not None
    )


def usage(act: Act) -> str:
    """Write how an act is typed, and what it does."""
    where = {Place.DEVICE: "DEVICE", Place.BRIDGE: "bridge NUMBER", Place.HOUSE: ""}[act.place]
    words = [act.name, where] if where else [act.name]
    for argument in act.arguments:
        written = f"{argument.name}={argument.type}"
        words.append(written if argument.required else f"[{written}]")
    return f"{' '.join(words)}\n    {act.summary}"


def _chosen(name: str, keys: list[str]) -> tuple[Act, str]:
    found = {act.place: act for act in ACTS if act.name == name}
    if not found:
        raise ActError(f"nobody can {name!r}")
    act = found.get(Place.DEVICE) or next(iter(found.values()))
    if keys[:1] == ["bridge"]:
        act, keys = find_act(Place.BRIDGE, name), keys[1:]
    if len(keys) > 1:
        raise ActError(f"{keys[1]!r} is one word too much; names with blanks need quotes")
    return act, "".join(keys)
