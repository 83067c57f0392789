"""Operations of a document, as the templates want them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import PythonIdentifier

from .literals import docstring, literal, prose, wrap
from .models import attribute
from .names import snake_case
from .problems import GeneratorFailure, Problem
from .python_types import OBJECT, PythonType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.openapi import Endpoint

    from .python_types import TypeMap

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
}
_NOTHING: Final = PythonType("None")
_PATH = re.compile(r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]|\{[A-Za-z_][A-Za-z0-9_-]*\})*)+")
_EFFECTS: Final = {"read", "change", "motion"}


@dataclass(frozen=True, slots=True)
class Argument:
    """A path or query parameter, or the body when ``location`` is ``body``."""

    name: str
    wire: str
    location: str
    required: bool
    type: PythonType
    description: str

    @property
    def wire_literal(self) -> str:
        """The name in the URL, as a literal."""
        return literal(self.wire)

    @property
    def annotation(self) -> str:
        """What a caller passes: any integer serves as an id, ``None`` leaves a query value out."""
        names = {"SmartlockId": "int", "NukiId": "int", "DeviceType": "int"}
        annotation = names.get(self.type.annotation, self.type.annotation)
        return annotation if self.required else f"{annotation} | None"

    @property
    def declaration(self) -> str:
        """The parameter in a signature."""
        return f"{self.name}: {self.annotation}{'' if self.required else ' = None'}"


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


@dataclass(frozen=True, slots=True)
class _Source:
    """Where one operation stands in the document, and how the parser read it."""

    path: str
    method: str
    raw: dict[str, Any]
    endpoint: Endpoint
    types: TypeMap

    @property
    def where(self) -> str:
        return f"{self.method.upper()} {self.path}"


def operations(
    document: dict[str, Any], data: GeneratorData, types: TypeMap
) -> dict[str, list[OperationView]]:
    """The operations of each resource, both in the document's order."""
    endpoints = {
        str(endpoint.name): endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    found: dict[str, list[OperationView]] = {}
    for path, item in document["paths"].items():
        for method, raw in item.items():
            if isinstance(raw, dict) and "operationId" in raw:
                endpoint = endpoints[PythonIdentifier(raw["operationId"], prefix="field_")]
                source = _Source(path, method, raw, endpoint, types)
                found.setdefault(snake_case(raw["tags"][0]), []).append(_view(source))
    return dict(sorted(found.items()))


def _view(source: _Source) -> OperationView:
    arguments = (*_parameters(source), *_body(source))
    _check_names(source, arguments)
    answer, decoder = _answer(source)
    return OperationView(
        name=source.raw["x-nuki-name"],
        resource=snake_case(source.raw["tags"][0]),
        method=source.method.upper(),
        path=literal(source.path),
        path_expression=_path_expression(source, arguments),
        arguments=arguments,
        answer=answer,
        decoder=decoder,
        responses=tuple(_responses(source)),
        scopes=tuple(literal(scope) for scope in _scopes(source.raw)),
        options=tuple(_options(source)),
        doc=_doc(source, arguments),
    )


def _parameters(source: _Source) -> Iterator[Argument]:
    parsed = {
        (location.value, prop.name.get_untrusted_value()): prop
        for location, prop in source.endpoint.iter_all_parameters()
    }
    for parameter in source.raw.get("parameters", []):
        prop = parsed[parameter["in"], parameter["name"]]
        if parameter["in"] not in {"path", "query"}:
            raise _refusal(source, f"a {parameter['in']} parameter is not supported")
        yield Argument(
            name=parameter.get("x-nuki-name") or _argument_name(parameter["name"]),
            wire=parameter["name"],
            location=parameter["in"],
            required=parameter.get("required", False),
            type=source.types.of(prop, parameter["schema"]),
            description=parameter.get("description", ""),
        )


def _argument_name(wire: str) -> str:
    return attribute(PythonIdentifier(wire, prefix="field_"), wire)


def _body(source: _Source) -> Iterator[Argument]:
    body = source.raw.get("requestBody")
    if body is None:
        return
    if len(source.endpoint.bodies) != 1 or not body.get("required"):
        raise _refusal(source, "only one required JSON body is supported")
    (content,) = body["content"].values()
    kind = source.types.of(source.endpoint.bodies[0].prop, content["schema"])
    yield Argument("body", "body", "body", required=True, type=kind, description=body.get("description", ""))


def _check_names(source: _Source, arguments: tuple[Argument, ...]) -> None:
    names = [argument.name for argument in arguments]
    bad = [name for name in names if not name.isidentifier() or name.startswith("_")]
    if bad or len(set(names)) < len(names):
        raise _refusal(source, f"its parameters cannot be named {', '.join(map(repr, names))}")


def _path_expression(source: _Source, arguments: tuple[Argument, ...]) -> str:
    if not _PATH.fullmatch(source.path):
        raise _refusal(source, "the path holds characters that no URL path may hold")
    names = {a.wire: a.name for a in arguments if a.location == "path"}
    if sorted(names) != sorted(re.findall(r"\{(.*?)\}", source.path)):
        raise _refusal(source, "its path parameters and its path disagree")
    filled = re.sub(r"\{(.*?)\}", lambda found: f"{{segment({names[found[1]]})}}", source.path)
    return f'f"{filled}"' if names else f'"{source.path}"'


def _answer(source: _Source) -> tuple[PythonType, str]:
    """The type of the success answers, and the decoder that makes it."""
    found = {t.annotation: t for status, t in _answers(source) if 200 <= status < 300}
    nothing = found.pop("None", None)
    if len(found) > 1:
        raise _refusal(source, "its success answers have different types")
    if not found:
        return _NOTHING, "nothing"
    (answer,) = found.values()
    decoder = _decoder(source, answer)
    if nothing is None:
        return answer, decoder
    return replace(answer, annotation=f"{answer.annotation} | None"), f"or_nothing({decoder})"


def _answers(source: _Source) -> Iterator[tuple[int, PythonType]]:
    props = {r.status_code.pattern: r.prop for r in source.endpoint.responses.patterns}
    for status, response in source.raw["responses"].items():
        _, response = source.types.resolve_response(response)
        content = next(iter(response.get("content", {}).values()), None)
        known = status in props and status.isdecimal()
        if known:
            schema = (content or {}).get("schema")
            yield int(status), source.types.of(props[status], schema) if schema else _NOTHING


def _decoder(source: _Source, answer: PythonType) -> str:
    if answer == OBJECT:
        return "json_object"
    if answer.annotation == "str":
        return "text"
    inner = answer.annotation.removeprefix("list[").removesuffix("]")
    if inner == OBJECT.annotation:
        return "json_objects"
    from_dict = f"{inner}.from_dict"
    if answer.needs_device_type:
        from_dict = f"partial({from_dict}, device_type={_device_type(source)})"
    if not answer.classes:
        raise _refusal(source, f"an answer of type {answer.annotation} is not supported")
    return f"{'array' if inner != answer.annotation else 'instance'}({from_dict})"


def _device_type(source: _Source) -> str:
    wire = source.raw.get("x-nuki-device-type-parameter")
    names = [a.name for a in _parameters(source) if a.wire == wire]
    if not names:
        raise _refusal(source, "nothing says which device its answer describes")
    return f"{names[0]} or 0"


def _responses(source: _Source) -> Iterator[tuple[int, str]]:
    for status, answer in _answers(source):
        yield status, literal(answer.annotation) if answer is not _NOTHING else "None"


def _scopes(raw: dict[str, Any]) -> list[str]:
    found = [s for requirement in raw.get("security", []) for s in sum(requirement.values(), [])]
    return list(dict.fromkeys(found))


def _options(source: _Source) -> Iterator[str]:
    raw = source.raw
    effect = raw.get("x-nuki-effect") or ("read" if source.method == "get" else "change")
    if effect not in _EFFECTS:
        raise _refusal(source, f"{effect!r} is no x-nuki-effect")
    if effect != "read":
        yield f'effect="{effect}"'
    if "x-nuki-timeout" in raw:
        yield f"timeout={float(raw['x-nuki-timeout'])}"
    if raw.get("servers"):
        yield f"server={literal(raw['servers'][0]['url'])}"
    if raw.get("security") == []:
        yield "signed=False"


def _doc(source: _Source, arguments: tuple[Argument, ...]) -> str:
    raw = source.raw
    summary = prose(raw.get("summary")).rstrip(".") or prose(source.raw["x-nuki-name"])
    scopes = " or ".join(f"`{prose(scope)}`" for scope in _scopes(raw))
    call = f"`{prose(source.where)}`{', scope ' if scopes else ''}{scopes}"
    blocks = [wrap(f"{summary} ({call}).", indent=8), wrap(prose(raw.get("description")), indent=8)]
    described = [a for a in arguments if a.description]
    if described:
        entries = [line for a in described for line in _entry(a.name, a.description)]
        blocks.append(["        Args:", *entries])
    if raised := ", ".join(_errors(source)):
        blocks.append(wrap(f"Raises: {raised}.", indent=8, hanging=4))
    return docstring(blocks, indent=8)


def _errors(source: _Source) -> Iterator[str]:
    for status in source.raw["responses"]:
        if status.isdecimal() and int(status) in ERRORS:
            yield f"{ERRORS[int(status)]} ({status})"


def _entry(name: str, text: str) -> list[str]:
    return wrap(prose(text), indent=12, hanging=4, first=f"{name}: ")


def _refusal(source: _Source, what: str) -> GeneratorFailure:
    return GeneratorFailure([Problem(source.where, what, "correct it with an overlay")])
