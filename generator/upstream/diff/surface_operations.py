"""What ``OPERATIONS`` says of each operation, read from the text of the resources."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# The parameters of nuki_core.request.Operation that go by position, in order.
_BY_POSITION: Final = (
    *("method", "path", "resource", "name", "parameters", "body", "responses", "scopes"),
    "request",
)
_PARTS_OF_A_PARAMETER: Final = 5
_TOLD_APART: Final = frozenset({"resource", "name", "parameters", "body", "responses", "request"})


@dataclass(frozen=True, slots=True)
class TableRow:
    """One operation of the table, every value as source.

    ``facts`` are its attributes but for those below, ``parameters`` map a name to name in the URL,
    location, whether it is required, and type; ``responses`` a status to a type.
    """

    key: tuple[str, str]
    facts: Mapping[str, str]
    parameters: Mapping[str, tuple[str, ...]]
    body: str
    responses: Mapping[str, str]

    @property
    def endpoint(self) -> tuple[str, str]:
        """Method and path of the requests: what an operation is, whatever it is called."""
        return self.facts.get("method", ""), self.facts.get("path", "")


def table_rows(assigned: Mapping[str, ast.expr]) -> Iterator[TableRow]:
    """The operations that a module lists in its ``OPERATIONS``, from what it assigns."""
    listed = assigned.get("OPERATIONS")
    for name in listed.elts if isinstance(listed, ast.Tuple) else ():
        row = assigned.get(name.id) if isinstance(name, ast.Name) else None
        if isinstance(row, ast.Call) and ast.unparse(row.func) == "Operation":
            yield _row(row)


def _row(call: ast.Call) -> TableRow:
    values = dict(zip(_BY_POSITION, call.args, strict=False))
    values |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    return TableRow(
        key=(_text(values.get("resource")), _text(values.get("name"))),
        facts={key: ast.unparse(v) for key, v in values.items() if key not in _TOLD_APART},
        parameters=dict(_parameters(values.get("parameters"))),
        body=_text(values.get("body")),
        responses=dict(_responses(values.get("responses"))),
    )


def _parameters(node: ast.expr | None) -> Iterator[tuple[str, tuple[str, ...]]]:
    for each in node.elts if isinstance(node, ast.Tuple) else ():
        if isinstance(each, ast.Call) and len(each.args) == _PARTS_OF_A_PARAMETER:
            name, *rest = map(_text, each.args)
            yield name, tuple(rest)


def _responses(node: ast.expr | None) -> Iterator[tuple[str, str]]:
    if isinstance(node, ast.Dict):
        for status, kind in zip(node.keys, node.values, strict=True):
            yield _text(status), _text(kind)


def _text(node: ast.expr | None) -> str:
    """A string as it reads, anything else as source."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    return ast.unparse(node) if node else ""
