"""What changed in the resources of a client: the attributes that hold its methods."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .changes import PythonChange
from .python_clients import ASYNC
from .python_docs import doc_change
from .python_quotes import listed, quoted
from .python_signatures import signature_changes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .python_clients import ClientPair
    from .python_modules import Located


def resource_changes(pair: ClientPair) -> Iterator[Located]:
    """Compare the resources, their methods aside; one whose methods all live on is not gone."""
    old, new = pair.old.resources, pair.new.resources
    for name in {**old, **new}:
        sides = [side[name] for side in (old, new) if name in side]
        if len(sides) > 1:
            found = _kept(pair, name)
        elif name in old:
            found = _gone(pair, name)
        else:
            found = _fresh(pair, name)
        modules = frozenset({*pair.lists, *(side.module for side in sides)})
        yield from ((change, modules) for change in found)


def _gone(pair: ClientPair, name: str) -> Iterator[PythonChange]:
    methods = pair.old.resources[name].methods
    if not methods or {(name, method) for method in methods} - pair.heirs.keys():
        warned = methods and all(method.deprecated for method in methods.values())
        text = f"{quoted(pair.place(name))} is gone{', as announced' if warned else ''}"
        yield PythonChange(pair.place(name), "resource-removed", text)


def _fresh(pair: ClientPair, name: str) -> Iterator[PythonChange]:
    methods = pair.new.resources[name].methods
    if not methods or {(name, method) for method in methods} - set(pair.heirs.values()):
        holds = listed(f"{method}()" for method in methods) or "no methods"
        text = f"{quoted(pair.place(name))} is new, with {holds}"
        yield PythonChange(pair.place(name), "resource-added", text)


def _kept(pair: ClientPair, name: str) -> Iterator[PythonChange]:
    place = pair.place(name)
    old, new = pair.old.resources[name], pair.new.resources[name]
    was, now = pair.old.attributes[name], pair.new.attributes[name]
    yield from signature_changes(place, replace(was, returns=now.returns), now, pair.types)
    label, called = (each.name.removeprefix(ASYNC) for each in (old, new))
    if label != called:
        kept = pair.new.surface.former.get(old.name) == new.name
        kind = "class-replaced" if kept else "class-renamed"
        text = f"{quoted(label)} is called {quoted(called)} now"
        yield PythonChange(f"{pair.package}.{label}", kind, text)
    if old.bases != new.bases:
        text = f"{quoted(called)} derives from {quoted(', '.join(new.bases))} now"
        yield PythonChange(f"{pair.package}.{label}", "class-changed", text)
    for docs in ((was.doc, now.doc), (old.doc, new.doc)):
        if change := doc_change(place, docs):
            yield change
