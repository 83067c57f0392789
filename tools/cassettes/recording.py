"""All cassettes from the simulator, into a folder, and how far a folder is from them."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from nuki import EncryptedToken
from nuki_core.errors import ApiError

from .masking import Masking
from .origins import OPERATIONS, redirected
from .recorder import client, record
from .scenes import scenes
from .stage import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .scenes import Played, Scene


class UnexpectedAnswerError(Exception):
    """A scene ended otherwise than its cassette's name says."""


def recordings(folder: Path) -> Iterator[tuple[Scene, Played]]:
    """Record every scene below a folder, and give each once its call is over."""
    # vcrpy mentions each request, of which there are hundreds.
    logging.getLogger("vcr").setLevel(logging.ERROR)
    with Stage() as stage, redirected(stage.port) as http:
        for scene in scenes():
            played = scene.play()
            stage.app = played.app
            masking = Masking(scene.api, OPERATIONS[scene.api, scene.name], private=False)
            scheme = partial(EncryptedToken, now=played.simulator.clock.now)
            caller = client(scene.api, played.token, http, scheme=scheme)
            _check(scene, record(folder / scene.path, masking, caller, played.request))
            yield scene, played


def record_all(folder: Path) -> int:
    """Record every scene below a folder; says how many there were."""
    return sum(1 for _ in recordings(folder))


def differences(folder: Path, other: Path) -> list[str]:
    """The cassettes that are not the same bytes in both folders, or are in one only."""
    here, there = _cassettes(folder), _cassettes(other)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def _cassettes(folder: Path) -> dict[str, bytes]:
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.yaml")}
    return {name: path.read_bytes() for name, path in found.items() if not name.startswith("live/")}


def _check(scene: Scene, outcome: object) -> None:
    status = outcome.status if isinstance(outcome, ApiError) else None
    if status != scene.status:
        raise UnexpectedAnswerError(f"{scene.path}: the answer was {outcome!r}")
