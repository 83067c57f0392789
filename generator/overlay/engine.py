"""Applying overlays to a document, one action after the other."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, TypeAlias, cast

from generator.load.problems import GeneratorFailure, Problem
from generator.overlay.expectation import check_expectation
from generator.overlay.merge import ActionError, clone, extend, kind, merge, replace
from generator.overlay.model import ABSENT
from generator.overlay.selection import Node, select

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.load.documents import Json
    from generator.overlay.merge import Undo
    from generator.overlay.model import Action, Overlay

    Watch: TypeAlias = Callable[[Overlay, Action, list[Node]], None]


@dataclass(frozen=True, slots=True)
class OverlayError:
    """An action that was left out, the name of its overlay, and why."""

    overlay: str
    action: Action
    what: str
    todo: str

    @property
    def problem(self) -> Problem:
        """The same in words."""
        where = f"{self.overlay} action {self.action.number} (target {self.action.target})"
        return Problem(where, self.what, self.todo)


@dataclass(frozen=True, slots=True)
class Application:
    """The document after the overlays, and what did not fit and was therefore left out."""

    document: dict[str, Json]
    overlay_errors: tuple[OverlayError, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The same in words."""
        return tuple(error.problem for error in self.overlay_errors)


def apply_overlays(
    document: dict[str, Json],
    overlays: Iterable[Overlay],
    *,
    strict: bool,
    watch: Watch | None = None,
) -> Application:
    """A new document: ``document`` with every action of every overlay applied in order.

    ``strict`` also asks each action to match at least one node, to keep its ``x-expect`` and to
    change something. An action that does not fit changes nothing at all; it is reported, and the
    next one goes on. ``document`` and the overlays stay as they are. ``watch`` is shown what each
    action selects, before it changes anything.

    Raises:
        GeneratorFailure: without ``strict``, an action cannot be applied. With ``strict`` the
            caller decides, from ``Application.problems``.
    """
    result = {name: clone(value) for name, value in document.items()}
    errors: list[OverlayError] = []
    for overlay in overlays:
        for action in overlay.actions:
            try:
                nodes = select(action.target, result)
                if watch:
                    watch(overlay, action, nodes)
                if strict:
                    check_expectation(action.expect, nodes)
                changed = change(action, overlay.version, result, nodes)
            except ActionError as error:
                errors.append(OverlayError(overlay.name, action, error.what, error.todo))
            else:
                if strict and nodes and not changed:
                    todo = "the document is already so: delete this action"
                    errors.append(OverlayError(overlay.name, action, "changes nothing", todo))
    applied = Application(result, tuple(errors))
    if errors and not strict:
        raise GeneratorFailure(applied.problems)
    return applied


def change(
    action: Action, version: tuple[int, int], document: dict[str, Json], nodes: list[Node]
) -> bool:
    """Carry out an action at these nodes of a document; whether that changed anything.

    Raises:
        ActionError: It cannot be carried out at one of them; then none has changed.
    """
    if action.remove:
        return _remove(nodes)
    value = action.update
    if action.copy is not None and nodes:
        if value is not ABSENT:
            return False  # an update and a copy on one action void each other
        sources = select(action.copy, document)
        if len(sources) != 1:
            what = f"copy {action.copy} selects {len(sources)} nodes instead of one"
            raise ActionError(what, "name a single node that is in the document by then")
        # A copy of the source as it is now: it may contain the target, or be contained in it.
        value = clone(sources[0].value)
    if value is ABSENT or not nodes:
        return False
    kinds = sorted({kind(node.value) for node in nodes})
    if version >= (1, 1) and len(kinds) > 1:
        what = f"the target selects nodes of different kinds ({', '.join(kinds)})"
        raise ActionError(what, "write one action per kind")
    undo: Undo = []
    try:
        for node in nodes:
            _update(node, value, version, undo)
    except ActionError:
        for step in reversed(undo):
            step()
        raise
    return bool(undo)


def _update(node: Node, value: Json, version: tuple[int, int], undo: Undo) -> None:
    target = node.value
    if isinstance(target, list):
        # 1.0.0 knows appending only: there, an array is an entry like any other.
        many = isinstance(value, list) and version >= (1, 1)
        extend(target, cast("list[Json]", value) if many else [value], undo)
    elif kind(target) != kind(value):
        what = f"an update of kind {kind(value)} does not fit the {kind(target)} {node.path}"
        raise ActionError(what, "give a value of the target's kind, or remove the target first")
    elif isinstance(target, dict):
        merge(target, cast("dict[str, Json]", value), undo, node.path)
    elif version < (1, 1):
        what = f"{node.path} is a primitive, which 1.0.0 cannot update (1.1.0 can)"
        raise ActionError(what, "write overlay: 1.1.0, or update the object that holds it")
    elif node.container is not None:
        replace(node.container, node.key, value, undo)


def _remove(nodes: list[Node]) -> bool:
    """Take each place out of its container, the highest index first, so that indices stay true."""
    if any(node.container is None for node in nodes):
        raise ActionError("the root of the document cannot be removed", "remove its members")
    indexed = [(node.key if isinstance(node.key, int) else 0, node) for node in nodes]
    for _, node in sorted(indexed, key=itemgetter(0), reverse=True):
        del cast("dict[str | int, Json]", node.container)[node.key]
    return bool(nodes)
