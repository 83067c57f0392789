"""Correcting two versions of a document alike, so that they differ in what upstream changed only.

Overlays are written for one version. Applied to another one strictly, an action that expects what
is no longer there would be left out of that one, and everything that it corrects would differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .engine import change
from .expectation import read_expectation
from .merge import ActionError, clone
from .selection import select

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.load.documents import Json

    from .model import Overlay

    Location = tuple[int | str, ...]


def apply_alike(
    documents: Sequence[dict[str, Json]], overlays: Iterable[Overlay]
) -> list[dict[str, Json]]:
    """New documents with every action applied to each of them as far as it fits them all.

    How many nodes an action expects does not matter. Members that it expects to be absent make way
    for its own. A node that is not, in one of the documents, what the action expects there stays
    as it is in all of them, and so does whatever is below it; an action that fails in one of the
    documents is left out of the ones after it.
    """
    results = [{name: clone(value) for name, value in each.items()} for each in documents]
    spared: set[Location] = set()
    actions = [(action, overlay.version) for overlay in overlays for action in overlay.actions]
    for action, version in actions:
        try:
            expected = read_expectation(action.expect)
            selected = [select(action.target, each) for each in results]
            spared.update(
                node.location
                for nodes in selected
                for node in nodes
                if not _is_below(node.location, spared) and not expected.holds_at(node.value)
            )
            for document, nodes in zip(results, selected, strict=True):
                fitting = [node for node in nodes if not _is_below(node.location, spared)]
                for node in fitting:
                    for name in expected.absent or ():
                        if isinstance(node.value, dict):
                            node.value.pop(name, None)
                change(action, version, document, fitting)
        except ActionError:
            continue
    return results


def _is_below(location: Location, others: set[Location]) -> bool:
    return any(location[:depth] in others for depth in range(1, len(location) + 1))
