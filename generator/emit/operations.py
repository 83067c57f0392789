"""Operations of a document, as the templates want them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from generator.convert.media import JSON
from generator.load.problems import collected

from .answers import NOTHING, answers_of, success_keys
from .api_errors import raises, reasons
from .arguments import BYTES, TEXT, DescribedOperation, arguments_of, path_expression
from .checks import checks, device_type
from .connection import is_signed, refusal_of_server, server
from .former_names import METHODS, check_free, former_names
from .literals import annotated, docstring, literal, prose, wrap, wrapped_literal
from .models import named_periods
from .names import resource_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .answers import Answers
    from .arguments import Argument
    from .former_names import FormerName
    from .python_types import PythonType, TypeMap

_EFFECTS: Final = {"read", "change", "motion"}
_ORDER: Final = ("path", "body", "query", "header", "form")
_CLASSES: Final = frozenset({"str", "int", "float", "bool", "SmartlockId", "NukiId"})
_QUOTED: Final = re.compile(r"`([^`\s]+)`")
_DEPRECATED: Final = "The vendor calls this deprecated: it may go without notice."


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation: every member is text that may stand in source as it is."""

    name: str
    resource: str
    method: str
    path: str
    path_expression: str
    arguments: tuple[Argument, ...]
    answers: Answers
    scopes: tuple[str, ...]
    options: tuple[str, ...]
    doc: str
    former_names: tuple[FormerName, ...]
    device_type: str
    body: PythonType | None
    periods: tuple[tuple[str, str], ...]

    @property
    def checks(self) -> list[str]:
        """The statements that check the arguments."""
        found = list(checks(self.constant, self.arguments, self.device_type))
        for start, end in self.periods:
            found.append(f'check_period({self.constant}, "{start}", {start}, "{end}", {end})')
        return found

    @property
    def secrets(self) -> list[str]:
        """The arguments whose values no error may show."""
        return [a.name for a in self.arguments if a.secret]

    @property
    def data(self) -> list[str]:
        """The arguments of its ``Operation``."""
        parameters = _tuple([a.data for a in self.arguments])
        responses = ", ".join(
            f"{status}: {None if kind is NOTHING else literal(kind.annotation)}"
            for status, kind in self.answers.by_status.items()
        )
        return [
            f'method="{self.method}"',
            f"path={self.path}",
            f'resource="{self.resource}"',
            f'name="{self.name}"',
            f"parameters={parameters}",
            f"body={literal(self.body.annotation) if self.body else None}",
            f"responses={{{responses}}}",
            f"scopes={_tuple(self.scopes)}",
            f"request=_{self.name}",
            *self.options,
        ]

    @property
    def request(self) -> list[str]:
        """The arguments of the ``Request`` that it builds."""
        found = [self.constant, self.path_expression, self.answers.decoder]
        by_location = {
            location: [a for a in self.arguments if a.location == location]
            for location in ("query", "body", "form", "header")
        }
        if queries := by_location["query"]:
            groups: list[str] = []
            for writer, alike in groupby(queries, lambda argument: argument.writer):
                values = [f"{a.wire_literal}, {a.expression}{a.options}" for a in alike]
                plain = f"query({', '.join(f'({value})' for value in values)})"
                groups += [f"{writer}({value})" for value in values] if writer else [plain]
            whole = f"({', '.join(f'*{group}' for group in groups)})"
            found.append(f"query={groups[0] if len(groups) == 1 else whole}")
        if body := self.body:
            parts = by_location["body"]
            name, is_required = parts[0].name, parts[0].required
            inner = body.inner if body.json == "list" else None
            if parts[0].field:
                fields = ", ".join(f"{a.field}={a.name}" for a in parts)
                written = f"fields_body({self.constant}, {body.annotation}, {fields})"
            elif body.model and is_required:
                written = f"model_body({self.constant}, {body.annotation}, {name})"
            elif inner and is_required and (inner.model or inner.annotation in _CLASSES):
                written = f"array_body({self.constant}, {inner.annotation}, {name})"
            else:
                written = name if body in {BYTES, TEXT} else f"to_jsonable({name})"
            found.append(f"body={written}")
        if forms := by_location["form"]:
            rows = [f"*fields({a.wire_literal}, {a.expression}{a.options})" for a in forms]
            found.append(f"body={_tuple(rows)}")
        if sent := by_location["header"]:
            pairs = ", ".join(f"({a.wire_literal}, {a.expression})" for a in sent)
            found.append(f"headers=headers({pairs})")
        return found

    @property
    def constant(self) -> str:
        """The name of the operation's ``Operation`` constant."""
        return self.name.upper()

    @property
    def _ordered(self) -> tuple[list[Argument], list[Argument]]:
        """The arguments by position (path, body, query), and those by keyword."""
        positional = [a for a in self.arguments if a.by_position]
        positional.sort(key=lambda a: _ORDER.index(a.location))
        keywords = [a for a in self.arguments if not a.by_position]
        return positional, sorted(keywords, key=lambda a: (not a.required, a.location != "body"))

    @property
    def signature(self) -> str:
        """What is required by position, but for truth values; all else by keyword."""
        positional, keywords = self._ordered
        declared = [a.declaration for a in positional] + (["*"] if keywords else [])
        return ", ".join([*declared, *(a.declaration for a in keywords)])

    @property
    def passed(self) -> str:
        """The arguments as a resource method hands them to the builder."""
        positional, keywords = self._ordered
        return ", ".join([*(a.name for a in positional), *(f"{a.name}={a.name}" for a in keywords)])

    @property
    def returns(self) -> str:
        """The annotation of its answer."""
        return annotated(self.answers.annotation)

    @property
    def types(self) -> list[PythonType]:
        """Every type that its code mentions."""
        body = [self.body] if self.body else []
        return [*self.answers.mentioned, *body, *(argument.type for argument in self.arguments)]

    @property
    def all_types(self) -> list[PythonType]:
        """Every type that it has to do with."""
        return [*self.types, *self.answers.types]


def operations(document: dict[str, Any], types: TypeMap) -> dict[str, list[OperationView]]:
    """The operations of each resource, both in the document's order.

    Args:
        document: the document in its normal form, its operations named.
        types: of the same document.

    Raises:
        GeneratorFailure: Operations for which no code can be generated; all of them are named.
    """
    described = [
        DescribedOperation(path, method, raw, types)
        for path, item in document["paths"].items()
        for method, raw in item.items()
    ]
    found: dict[str, list[OperationView]] = {}
    for view in collected(lambda each: _view(each, document), described):
        found.setdefault(view.resource, []).append(view)
    collected(_check_former_names, found.values())
    return dict(sorted(found.items()))


def _check_former_names(resource: list[OperationView]) -> None:
    former = [each for view in resource for each in view.former_names]
    check_free(former, {view.name for view in resource})


def _view(operation: DescribedOperation, document: dict[str, Any]) -> OperationView:
    raw = operation.raw
    prefix, options = _options(operation, document)
    arguments = arguments_of(operation)
    if "x-nuki-any-of" in raw:
        names = {a.wire: a.name for a in arguments.all}
        if missing := [wire for wire in raw["x-nuki-any-of"] if wire not in names]:
            raise operation.refusal(f"x-nuki-any-of: it has no parameters {missing}")
        given = _tuple([literal(names[wire]) for wire in raw["x-nuki-any-of"]])
        options.append(f"any_of={given}")
    answers = answers_of(operation, arguments)
    if arguments.content_type != JSON:
        options.append(f"content_type={literal(arguments.content_type)}")
    if answers.accept != JSON:
        options.append(f"accept={literal(answers.accept)}")
    pairs: list[list[str]] = raw.get("x-nuki-periods", [])
    periods = named_periods(pairs, {a.wire: a.name for a in arguments.all if a.location == "query"})
    if periods is None:
        raise operation.refusal(f"x-nuki-periods {pairs!r} does not pair its parameters")
    return OperationView(
        name=raw["x-nuki-name"],
        resource=resource_name(raw["tags"][0]),
        method=operation.method.upper(),
        path=literal(f"{prefix}{operation.path}"),
        path_expression=path_expression(operation, arguments, prefix),
        arguments=arguments.all,
        answers=answers,
        scopes=tuple(literal(scope) for scope in _scopes(raw)),
        options=tuple(options),
        doc=_doc(operation, arguments.all, answers),
        former_names=former_names(raw, ("paths", operation.path, operation.method), METHODS),
        device_type=device_type(arguments.all, raw.get("x-nuki-device-type-parameter")),
        body=arguments.body,
        periods=periods,
    )


def _scopes(raw: dict[str, Any]) -> list[str]:
    alternatives = raw.get("security") or []
    required = [scopes for choice in alternatives for scopes in choice.values()]
    found = (scope for scopes in required if isinstance(scopes, list) for scope in scopes)
    return list(dict.fromkeys(scope for scope in found if isinstance(scope, str)))


def _options(  # noqa: C901 - one option after the other
    operation: DescribedOperation, document: dict[str, Any]
) -> tuple[str, list[str]]:
    """What goes before the path, and the arguments of its ``Operation`` that have defaults."""
    raw = operation.raw
    options: list[str] = []
    effect = raw.get("x-nuki-effect") or ("read" if operation.method == "get" else "change")
    if effect not in _EFFECTS:
        raise operation.refusal(f"{effect!r} is no x-nuki-effect")
    if effect != "read":
        options.append(f'effect="{effect}"')
    timeout = raw.get("x-nuki-timeout")
    if isinstance(timeout, int | float):
        options.append(f"timeout={float(timeout)}")
    elif timeout is not None:
        raise operation.refusal(f"{timeout!r} is no x-nuki-timeout in seconds")
    signed = is_signed(raw, document)
    if isinstance(signed, str):
        raise operation.refusal(signed, "say in an overlay which of the client's it accepts")
    prefix = ""
    if raw.get("servers"):
        usual = server(document)
        own = server(raw, usual)
        if usual and (own == usual or own.startswith(f"{usual}/")):
            prefix = own.removeprefix(usual)
        elif what := refusal_of_server(own, is_signed=signed):
            raise operation.refusal(what, "correct its servers or its security in an overlay")
        else:
            options.append(f"server={literal(own)}")
    if not signed:
        options.append("signed=False")
    if told := reasons(operation):
        pairs = (f"{status}: {wrapped_literal(reason)}" for status, reason in told.items())
        options.append(f"reasons={{{', '.join(pairs)}}}")
    return prefix, options


def _doc(operation: DescribedOperation, arguments: tuple[Argument, ...], answers: Answers) -> str:
    raw = operation.raw
    own = {a.wire: a.name for a in arguments if a.wire}

    def worded(text: object) -> str:
        """Called as in Python, its own parameters in backticks first: they may be plain words."""
        found = text if isinstance(text, str) else ""
        found = _QUOTED.sub(lambda name: f"`{own.get(name[1], name[1])}`", found)
        return prose(operation.types.worded(found))

    summary = worded(raw.get("summary")).rstrip(".") or prose(operation.raw["x-nuki-name"])
    scopes = " or ".join(f"`{prose(scope)}`" for scope in _scopes(raw))
    call = f"`{prose(operation.where)}`{', scope ' if scopes else ''}{scopes}"
    entries = [
        line
        for a in arguments
        if a.description
        for line in wrap(f"{a.name}: {worded(a.text)}", indent=12, hanging=4)
    ]
    responses = operation.raw["responses"]
    successes = [responses[status] for status in success_keys(responses)]
    told = [worded(r.get("description")).rstrip(".") for r in successes if r.get("content")]
    or_none = "; None if nothing came" if len(told) < len(successes) else ""
    return docstring(
        f"{summary} ({call}).",
        wrap(worded(raw.get("description")), indent=8),
        wrap(_DEPRECATED, indent=8) if raw.get("deprecated") else [],
        ["        Args:", *entries] if entries else [],
        wrap(f"Returns: {' or '.join(told)}{or_none}.", indent=8, hanging=4)
        if answers.annotation != "None"
        else [],
        raises(operation),
        indent=8,
    )


def _tuple(items: Sequence[str]) -> str:
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"
