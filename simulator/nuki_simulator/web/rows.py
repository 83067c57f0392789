"""Handlers for rows that are only listed, read, changed and removed.

A table is a function from a call to the rows that its account has, by id.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

import attrs

from nuki_core.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from nuki_core.model import Model

    from .cloud import Call, Handler

R = TypeVar("R")
Table: TypeAlias = "Callable[[Call], dict[Any, Any]]"

_KEPT: Final = frozenset({"additional_properties", "operation_id"})


def listed(table: Table, **filters: str) -> Handler:
    """Answer all rows. ``filters`` say which argument must equal which attribute of a row."""

    def handle(call: Call) -> list[Model]:
        wanted = {
            attribute: call.arguments[argument]
            for argument, attribute in filters.items()
            if argument in call.arguments
        }
        return [
            row
            for row in table(call).values()
            if all(getattr(row, attribute) == value for attribute, value in wanted.items())
        ]

    return handle


def fetched(table: Table, key: str) -> Handler:
    """Answer the row whose id the argument ``key`` names."""
    return lambda call: row_of(table, call, key)


def changed(table: Table, key: str, *, answer: bool = False) -> Handler:
    """Change the row as the body says; with ``answer`` the row is the answer."""

    def handle(call: Call) -> Model | None:
        row = row_of(table, call, key)
        merge(row, call.body, call.now)
        return row if answer else None

    return handle


def removed(table: Table, key: str) -> Handler:
    """Remove the row."""

    def handle(call: Call) -> None:
        row_of(table, call, key)
        del table(call)[call.arguments[key]]

    return handle


def row_of(table: Callable[[Call], dict[Any, R]], call: Call, key: str) -> R:
    """Find the row whose id the argument ``key`` names; refused if there is none."""
    row = table(call).get(call.arguments[key])
    if row is None:
        raise call.missing(f"no {key} {call.arguments[key]}")
    return row


def merge(row: Model, body: Model, now: datetime, read_only: frozenset[str] = frozenset()) -> None:
    """Update a row: what was not sent stays, null removes, a value replaces."""
    for field in attrs.fields(type(body)):
        value = getattr(body, field.name)
        kept = field.name in _KEPT or field.name in read_only
        if kept or value is UNSET or not hasattr(row, field.name):
            continue
        setattr(row, field.name, UNSET if value is None else value)
    touch(row, now)


def touch(row: Model, now: datetime) -> None:
    """Note the time of a change."""
    if hasattr(row, "update_date"):
        setattr(row, "update_date", now)  # noqa: B010 - not every model has one


def filled(model: type[R], source: Model, **fields: object) -> R:
    """Make a row, or a message, from the fields that it shares with another model, and others."""
    make: Any = model
    names = {field.name for field in attrs.fields(make)} - _KEPT
    shared = {
        field.name: getattr(source, field.name)
        for field in attrs.fields(type(source))
        if field.name in names and getattr(source, field.name) is not None
    }
    made: R = make(**{**shared, **fields})
    return made
