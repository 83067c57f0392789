"""Where two documents differ as JSON, found without any knowledge of what they describe."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from generator.load.references import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.upstream.diff.rules import Change

Path = tuple[str | int, ...]
UNORDERED = ("required", "enum", "tags", "type", "parameters")


def text(value: object) -> str:
    return json.dumps(value, sort_keys=True)


def ordered(value: Any, key: str | int = "") -> Any:
    """The same for documents that differ only in the order of what has none."""
    if isinstance(value, dict):
        inner = "required" if key == "way of security" else None
        return {name: ordered(each, inner or name) for name, each in value.items()}
    if isinstance(value, list):
        inner = "way of security" if key == "security" else ""
        found = [ordered(each, inner) for each in value]
        return sorted(found, key=text) if key in UNORDERED else found
    return value


def nodes(value: Any, path: Path = ()) -> Iterator[Path]:
    """The path of every value in a document."""
    yield path
    pairs = value.items() if isinstance(value, dict) else ()
    for key, each in enumerate(value) if isinstance(value, list) else pairs:
        yield from nodes(each, (*path, key))


def differences(old: Any, new: Any, path: Path = ()) -> Iterator[Path]:
    """The places of all differences; parameters count by name, other lists as a whole."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in {**old, **new}:
            if key in old and key in new:
                yield from differences(old[key], new[key], (*path, key))
            else:
                yield (*path, key)
    elif path[-1:] == ("parameters",) and isinstance(old, list) and isinstance(new, list):
        before, after = ({(each["in"], each["name"]): each for each in side} for side in (old, new))
        for key in {**before, **after}:
            index = (new if key in after else old).index(after.get(key, before.get(key)))
            if key in before and key in after:
                yield from differences(before[key], after[key], (*path, index))
            else:
                yield (*path, index)
    elif text(ordered(old, path[-1])) != text(ordered(new, path[-1])):
        yield path


def is_covered(path: Path, changes: tuple[Change, ...]) -> bool:
    """Whether a change stands at the path, above it or below it."""
    where = pointer(path) if path else ""
    return any(
        f"{where}/".startswith(f"{change.place}/") or change.place.startswith(f"{where}/")
        for change in changes
    )
