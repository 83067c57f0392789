"""What ``OPERATIONS`` says otherwise of one operation, beyond what its method's signature shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .changes import PythonChange
from .python_annotations import parsed, renamed, spelled
from .python_quotes import listed, plain, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from .surface_operations import TableRow


def row_change(
    name: str,
    old: TableRow | None,
    new: TableRow | None,
    renames: Mapping[str, str],
    *,
    told: bool,
) -> PythonChange | None:
    """Compare the rows of a method called ``name``; ``told``: its signature changed as well."""
    if old and new:
        before = dict(_aspects(old, new, renames, told=told))
        after = dict(_aspects(new, old, {}, told=told))
        changed = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        facts = [f"{key} is {plain(new.facts[key])}" for key in changed if key in new.facts]
        others = [key for key in changed if key not in new.facts]
        told_of = "; ".join([*facts, *([listed(others)] if others else [])])
        text = f"`OPERATIONS` says something else of {quoted(f'{name}()')}: {told_of}"
        return PythonChange(name, "operation-changed", text) if changed else None
    if old or new:
        where = "is in `OPERATIONS` now" if new else "is no longer in `OPERATIONS`"
        return PythonChange(name, "operation-changed", f"{quoted(f'{name}()')} {where}")
    return None


def _aspects(
    row: TableRow, other: TableRow, renames: Mapping[str, str], *, told: bool
) -> Iterator[tuple[str, object]]:
    """What is to compare; without types and what is new or gone where the signature tells that."""
    yield from row.facts.items()
    for name, (*values, kind) in row.parameters.items():
        if not told:
            yield f"parameter {name}", (values, _named(kind, renames))
        elif name in other.parameters:
            yield f"parameter {name}", values[:2]
    for status, kind in row.responses.items():
        if not (told and status.startswith("2")):
            yield f"status {status}", _named(kind, renames)
    if not told:
        yield "body", _named(row.body, renames)


def _named(kind: str, renames: Mapping[str, str]) -> str:
    return spelled(renamed(parsed(kind), renames))
