"""What changed in the methods of a client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import PythonChange
from .python_docs import ERRORS, WHOLE, doc_change
from .python_quotes import quoted
from .python_signatures import signature_changes
from .python_table import row_change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .python_clients import ClientPair, Key
    from .python_modules import Located


def method_changes(pair: ClientPair) -> Iterator[Located]:
    """Compare the methods of all resources, but for those that a resource brings or takes along."""
    before, after = pair.old.methods, pair.new.methods
    for key in before:
        modules = pair.modules(key, pair.heirs.get(key, key))
        yield from ((change, modules) for change in _status(pair, key))
        yield from ((change, modules) for change in _compared(pair, key))
    for key in after.keys() - before.keys() - set(pair.heirs.values()):
        if key[0] in pair.old.resources:
            place = pair.place(*key)
            text = f"{quoted(f'{place}()')} is new"
            yield PythonChange(place, "method-added", text), pair.modules(key)


def _status(pair: ClientPair, key: Key) -> Iterator[PythonChange]:
    """Whether a method is there, and under which name."""
    old, new, heir = pair.old.methods[key], pair.new.methods.get(key), pair.heirs.get(key)
    place = pair.place(*key)
    call = quoted(f"{place}()")
    successor = quoted(f"{pair.place(*heir)}()") if heir else ""
    if new is None and heir:
        yield PythonChange(place, "method-renamed", f"{call} is called {successor} now")
    elif new is None and key[0] in pair.new.resources:
        text = f"{call} is gone{', as announced' if old.deprecated else ''}"
        yield PythonChange(place, "method-removed", text)
    elif new and new.deprecated and not old.deprecated:
        text = f"{call} is deprecated{f'; call {successor}' if heir else ''}"
        yield PythonChange(place, "method-replaced", text)
    elif new and old.deprecated and not new.deprecated:
        yield PythonChange(place, "method-added", f"{call} is no longer deprecated")


def _compared(pair: ClientPair, key: Key) -> Iterator[PythonChange]:
    """What changed in a method that can still be called, by the old name or by a new one."""
    heir = pair.heirs.get(key, key)
    target = key if key in pair.new.methods else heir
    new = pair.new.methods.get(target)
    if new is None:
        return
    old = pair.old.methods[key]
    signature = list(signature_changes(pair.place(*target), old, new, pair.types))
    yield from signature
    rows = pair.old.row(key), pair.new.row(heir)
    row = row_change(pair.place(*heir), *rows, pair.types.renames, told=bool(signature))
    if row:
        yield row
    if old.deprecated == new.deprecated:
        told = {*(old.parameters.keys() ^ new.parameters.keys())}
        if row or target != key:
            # Docstrings also name endpoint, scopes and errors, and the method where nothing else.
            told |= {WHOLE, ERRORS}
        if change := doc_change(pair.place(*target), (old.doc, new.doc), told):
            yield change
