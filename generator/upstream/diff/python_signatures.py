"""What changed in how one method is called, and in what it returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import Direction, PythonChange
from .python_annotations import without
from .python_quotes import quoted, quoted_type

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .python_annotations import Types
    from .surface_classes import Method, Parameter


def signature_changes(where: str, old: Method, new: Method, types: Types) -> Iterator[PythonChange]:
    """Compare the parameters, the answer and the kind of a method that users call ``where``."""
    if old.kind != new.kind:
        was, now = (" ".join(kind) or "def" for kind in (old.kind, new.kind))
        text = f"{quoted(f'{where}()')} is {quoted(now)}, no longer {quoted(was)}"
        yield PythonChange(where, "method-changed", text)
    yield from _parameters(where, old, new, types)
    if kind := types.relation(old.returns, new.returns):
        returned = f"returns {quoted_type(new.returns)}, no longer {quoted_type(old.returns)}"
        text = f"{quoted(f'{where}()')} {returned}"
        yield PythonChange(where, kind, text, Direction.ANSWER)


def _parameters(where: str, old: Method, new: Method, types: Types) -> Iterator[PythonChange]:
    before, after = old.parameters, new.parameters
    method = quoted(f"{where}()")
    for name in before.keys() - after.keys():
        text = f"parameter {quoted(name)} of {method} is gone"
        yield PythonChange(f"{where}({name})", "parameter-removed", text)
    for name in after.keys() - before.keys():
        kind = "parameter-added-required" if after[name].required else "parameter-added"
        must = "required" if after[name].required else "optional"
        text = f"parameter {quoted(str(after[name]))} of {method} is new and {must}"
        yield PythonChange(f"{where}({name})", kind, text)
    for name in before.keys() & after.keys():
        yield from _parameter(where, before[name], after[name], types)
    for name in _moved(before.values(), after.values()):
        text = f"parameter {quoted(name)} of {method} stands elsewhere, or goes by keyword only"
        yield PythonChange(f"{where}({name})", "parameter-moved", text)


def _parameter(where: str, old: Parameter, new: Parameter, types: Types) -> Iterator[PythonChange]:
    place = f"{where}({old.name})"
    what = f"parameter {quoted(old.name)} of {quoted(f'{where}()')}"
    was, now = old.annotation, new.annotation
    if old.required != new.required:
        kind = "parameter-became-required" if new.required else "parameter-became-optional"
        yield PythonChange(place, kind, f"{what} is {'required' if new.required else 'optional'}")
        # That None stands for what is left out follows from there being a default.
        was, now = without(was, "None"), without(now, "None")
    elif old.default != new.default:
        defaults = f"{quoted(str(new.default))} by default, no longer {quoted(str(old.default))}"
        yield PythonChange(place, "default-changed", f"{what} is {defaults}")
    if kind_of_type := types.relation(was, now):
        text = (
            f"{what} takes {quoted_type(new.annotation)}, no longer {quoted_type(old.annotation)}"
        )
        yield PythonChange(place, kind_of_type, text, Direction.REQUEST)


def _moved(old: Collection[Parameter], new: Collection[Parameter]) -> Iterator[str]:
    """What calls by position no longer reach, unless they fail for what is gone or required."""
    before = {parameter.name for parameter in old}
    kept = {parameter.name for parameter in new} & before
    was = [p.name for p in old if p.is_positional and p.name in kept]
    now = [p.name for p in new if p.is_positional and (p.name in kept or not p.required)]
    yield from (name for i, name in enumerate(was) if now[i : i + 1] != [name])
