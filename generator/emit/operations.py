"""Operations of a document, as the templates want them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import PythonIdentifier

from generator.load.problems import collected

from .answers import NOTHING, answer_of, answers_of
from .arguments import Argument, arguments_of, path_expression
from .former_names import check_free
from .literals import docstring, literal, prose, wrap
from .names import snake_case
from .parsed_operation import ParsedOperation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser import GeneratorData

    from .former_names import FormerName
    from .python_types import PythonType, TypeMap

ERRORS: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    402: "PaymentRequiredError",
    403: "ForbiddenError",
    404: "NotFoundError",
    405: "MethodNotAllowedError",
    409: "ConflictError",
    410: "GoneError",
    422: "UnprocessableError",
    423: "LockedError",
    426: "UpgradeRequiredError",
    429: "RateLimitedError",
    503: "BridgeBusyError",
}
_EFFECTS: Final = {"read", "change", "motion"}


@dataclass(frozen=True, slots=True)
class OperationView:
    """One operation: every member is text that may stand in source as it is."""

    name: str
    resource: str
    method: str
    path: str
    path_expression: str
    arguments: tuple[Argument, ...]
    answer: PythonType
    decoder: str
    responses: tuple[tuple[int, str], ...]
    scopes: tuple[str, ...]
    options: tuple[str, ...]
    doc: str
    former_names: tuple[FormerName, ...]

    @property
    def constant(self) -> str:
        """The name of the operation's ``Operation`` constant."""
        return self.name.upper()

    @property
    def body(self) -> Argument | None:
        """The request body, if the operation takes one."""
        return next((a for a in self.arguments if a.location == "body"), None)

    @property
    def signature(self) -> list[str]:
        """Path parameters and body by position, query parameters by keyword."""
        positional = [a.declaration for a in self.arguments if a.location != "query"]
        keywords = [a for a in self.arguments if a.location == "query"]
        # Required query parameters of a bridge are its path, so to speak: they go by position.
        positional += [a.declaration for a in keywords if a.required]
        optional = [a.declaration for a in keywords if not a.required]
        return [*positional, *(["*", *optional] if optional else [])]

    @property
    def passed(self) -> list[str]:
        """The arguments as a resource method hands them to the builder."""
        first = [a.name for a in self.arguments if a.location != "query" or a.required]
        return first + [
            f"{a.name}={a.name}" for a in self.arguments if a.location == "query" and not a.required
        ]

    @property
    def types(self) -> list[PythonType]:
        """Every type the operation mentions."""
        return [self.answer, *(argument.type for argument in self.arguments)]


def operations(
    document: dict[str, Any], data: GeneratorData, types: TypeMap
) -> dict[str, list[OperationView]]:
    """The operations of each resource, both in the document's order.

    Raises:
        GeneratorFailure: Operations for which no code can be generated; all of them are named.
    """
    endpoints = {
        str(endpoint.name): endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    parsed = [
        ParsedOperation(
            path, method, raw, item.get("parameters", []), endpoints[_endpoint_name(raw)], types
        )
        for path, item in document["paths"].items()
        for method, raw in item.items()
        if isinstance(raw, dict) and "operationId" in raw
    ]
    found: dict[str, list[OperationView]] = {}
    for view in collected(_view, parsed):
        found.setdefault(view.resource, []).append(view)
    collected(_check_former_names, found.values())
    return dict(sorted(found.items()))


def _check_former_names(resource: list[OperationView]) -> None:
    former = [each for view in resource for each in view.former_names]
    check_free(former, {view.name for view in resource})


def _endpoint_name(raw: dict[str, Any]) -> str:
    return PythonIdentifier(raw["operationId"], prefix="field_")


def _view(operation: ParsedOperation) -> OperationView:
    raw = operation.raw
    arguments = arguments_of(operation)
    answer, decoder = answer_of(operation)
    return OperationView(
        name=raw["x-nuki-name"],
        resource=snake_case(raw["tags"][0]),
        method=operation.method.upper(),
        path=literal(operation.path),
        path_expression=path_expression(operation, arguments),
        arguments=arguments,
        answer=answer,
        decoder=decoder,
        responses=tuple(
            (status, "None" if kind is NOTHING else literal(kind.annotation))
            for status, kind in answers_of(operation)
        ),
        scopes=tuple(literal(scope) for scope in _scopes(raw)),
        options=tuple(_options(operation)),
        doc=_doc(operation, arguments),
        former_names=operation.former_names,
    )


def _scopes(raw: dict[str, Any]) -> list[str]:
    required = [scopes for choice in raw.get("security", []) for scopes in choice.values()]
    return list(dict.fromkeys(scope for scopes in required for scope in scopes))


def _options(operation: ParsedOperation) -> Iterator[str]:
    raw = operation.raw
    effect = raw.get("x-nuki-effect") or ("read" if operation.method == "get" else "change")
    if effect not in _EFFECTS:
        raise operation.refusal(f"{effect!r} is no x-nuki-effect")
    if effect != "read":
        yield f'effect="{effect}"'
    timeout = raw.get("x-nuki-timeout")
    if isinstance(timeout, int | float):
        yield f"timeout={float(timeout)}"
    elif timeout is not None:
        raise operation.refusal(f"{timeout!r} is no x-nuki-timeout in seconds")
    if raw.get("servers"):
        yield f"server={literal(raw['servers'][0]['url'])}"
    if raw.get("security") == []:
        yield "signed=False"


def _doc(operation: ParsedOperation, arguments: tuple[Argument, ...]) -> str:
    raw = operation.raw
    summary = prose(raw.get("summary")).rstrip(".") or prose(operation.raw["x-nuki-name"])
    scopes = " or ".join(f"`{prose(scope)}`" for scope in _scopes(raw))
    call = f"`{prose(operation.where)}`{', scope ' if scopes else ''}{scopes}"
    blocks = [wrap(f"{summary} ({call}).", indent=8), wrap(prose(raw.get("description")), indent=8)]
    described = [a for a in arguments if a.description]
    if described:
        entries = [line for a in described for line in _entry(a.name, a.text)]
        blocks.append(["        Args:", *entries])
    if raised := ", ".join(_errors(operation)):
        blocks.append(wrap(f"Raises: {raised}.", indent=8, hanging=4))
    return docstring(blocks, indent=8)


def _errors(operation: ParsedOperation) -> Iterator[str]:
    for status in operation.raw["responses"]:
        if status.isdecimal() and int(status) in ERRORS:
            yield f"{ERRORS[int(status)]} ({status})"


def _entry(name: str, text: str) -> list[str]:
    return wrap(prose(text), indent=12, hanging=4, first=f"{name}: ")
