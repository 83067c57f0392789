"""Operations of a document, as the templates want them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import PythonIdentifier

from generator.load.problems import GeneratorFailure, Problem, collected

from .checks import checks, device_type
from .former_names import METHODS, check_free, former_names
from .literals import annotated, docstring, literal, prose, wrap, wrapped_literal
from .models import fields_of, python_name
from .names import snake_case
from .python_types import BOOLEAN, OBJECT, PythonType
from .refusals import raises, reasons

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from openapi_python_client.parser import GeneratorData
    from openapi_python_client.parser.openapi import Endpoint
    from openapi_python_client.parser.properties import ModelProperty

    from .former_names import FormerName
    from .python_types import TypeMap

_EFFECTS: Final = {"read", "change", "motion"}
NOTHING: Final = PythonType("None")
_SUCCESS: Final = range(200, 300)
_PATH: Final = re.compile(r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]|\{[A-Za-z_][A-Za-z0-9_-]*\})*)+")
_PARAMETER: Final = re.compile(r"\{(.*?)\}")
_CLASS: Final = re.compile(r"[A-Z]\w*")
_ORDER: Final = ("path", "body", "query")
_FEW: Final = 2
_DEPRECATED: Final = "The vendor calls this deprecated: it may go without notice."
_LONGEST_PATH: Final = 88
# What the function that builds a request refers to; a parameter called so would shadow it.
_TAKEN: Final = frozenset(
    {
        *("self", "body", "query", "encode_path", "as_digit", "partial"),
        *("array", "array_in", "instance", "json_object", "json_objects", "json_value", "nothing"),
        *("or_nothing", "text", "builtins", "datetime"),
        *("check_body", "check_id", "check_member", "check_moment", "check_period"),
        *("device_type_in", "EnumByDeviceType"),
        *("array_body", "fields_body", "model_body", "UNSET", "Unset", "Collection"),
        *("request", "refused", "ValidationError"),
    }
)


@dataclass(frozen=True, slots=True)
class Argument:
    """A path or query parameter, the body, or a field of the body.

    The location of the last two is ``body``; the body itself has an empty ``wire``. ``field`` is
    the name of such a field in its model.
    """

    name: str
    wire: str
    location: str
    required: bool
    type: PythonType
    description: str
    field: str = ""
    secret: bool = False
    is_digit: bool = False
    default: object = None

    @property
    def text(self) -> str:
        """The description, with the default that the server uses."""
        if self.default is None:
            return self.description
        return f"{self.description.rstrip().rstrip('.')}. Default: {json.dumps(self.default)}."

    @property
    def wire_literal(self) -> str:
        """The name in the URL, as a literal."""
        return literal(self.wire)

    @property
    def expression(self) -> str:
        """What is written into the query."""
        return f"as_digit({self.name})" if self.is_digit else self.name

    @property
    def data(self) -> str:
        """The parameter as the table of operations has it."""
        kind = literal(self.type.annotation)
        fields = f'"{self.name}", {self.wire_literal}, "{self.location}", {self.required}, {kind}'
        return f"Parameter({fields})"

    @property
    def declaration(self) -> str:
        """The parameter in a signature; ``None`` leaves a query value out, ``UNSET`` a field."""
        absent = "UNSET" if self.field else "None"
        optional = "" if self.required else f" | {absent.capitalize()} = {absent}"
        is_filter = self.location == "query" and not self.required
        accepted = self.type.accepted_plain if is_filter else self.type.accepted
        return f"{self.name}: {annotated(accepted)}{optional}"

    @property
    def by_position(self) -> bool:
        """Whether it may be passed without its name: what is required and says what it is."""
        return self.required and self.type != BOOLEAN and self.type.annotation != "DeviceType"


@dataclass(frozen=True, slots=True)
class ParsedOperation:
    """An operation as the document has it (``raw``) and as the parser has it (``endpoint``).

    ``shared`` holds the parameters that stand at its path, ``models`` the classes of all objects.
    """

    path: str
    method: str
    raw: dict[str, Any]
    shared: list[dict[str, Any]]
    endpoint: Endpoint
    types: TypeMap
    models: dict[str, ModelProperty]

    @property
    def parameters(self) -> list[dict[str, Any]]:
        """Its own parameters, then those of its path that it does not override."""
        found: dict[tuple[str, str], dict[str, Any]] = {}
        for parameter in map(self.types.component, [*self.raw.get("parameters", []), *self.shared]):
            found.setdefault((parameter["in"], parameter["name"]), parameter)
        return list(found.values())

    @property
    def former_names(self) -> tuple[FormerName, ...]:
        """The names that its method had before."""
        return former_names(self.raw, ("paths", self.path, self.method), METHODS)

    @property
    def where(self) -> str:
        """Method and path, ``GET /smartlock``."""
        return f"{self.method.upper()} {self.path}"

    def refusal(self, what: str) -> GeneratorFailure:
        """The failure to raise when no code can be generated for the operation."""
        return GeneratorFailure([Problem(self.where, what, "correct it with an overlay")])


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
    body_type: str
    answers: tuple[PythonType, ...]
    responses: tuple[tuple[int, str], ...]
    scopes: tuple[str, ...]
    options: tuple[str, ...]
    doc: str
    former_names: tuple[FormerName, ...]
    device_type: str
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
        responses = ", ".join(f"{status}: {answer}" for status, answer in self.responses)
        return [
            f'method="{self.method}"',
            f"path={self.path}",
            f'resource="{self.resource}"',
            f'name="{self.name}"',
            f"parameters={parameters}",
            f"body={literal(self.body_type) if self.body_type else None}",
            f"responses={{{responses}}}",
            f"scopes={_tuple(self.scopes)}",
            f"request=_{self.name}",
            *self.options,
        ]

    @property
    def request(self) -> list[str]:
        """The arguments of the ``Request`` that it builds."""
        queries = [a for a in self.arguments if a.location == "query"]
        pairs = ", ".join(f"({a.wire_literal}, {a.expression})" for a in queries)
        found = [self.constant, self.path_expression, self.decoder]
        if queries:
            found.append(f"query=query({pairs})")
        if self.body_type:
            found.append(f"body={self._body}")
        return found

    @property
    def _body(self) -> str:
        """The expression that makes the body from the arguments."""
        parts = [a for a in self.arguments if a.location == "body"]
        if parts[0].field:
            fields = ", ".join(f"{a.field}={a.name}" for a in parts)
            return f"fields_body({self.constant}, {self.body_type}, {fields})"
        inner = self.body_type.removeprefix("list[").removesuffix("]")
        if inner == self.body_type:
            return f"model_body({self.constant}, {inner}, {parts[0].name})"
        return f"array_body({self.constant}, {inner}, {parts[0].name})"

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
        return annotated(self.answer.annotation)

    @property
    def types(self) -> list[PythonType]:
        """Every type the operation mentions."""
        body = PythonType(self.body_type, classes=frozenset(_CLASS.findall(self.body_type)))
        return [self.answer, body, *(argument.type for argument in self.arguments)]


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
    models = {str(p.class_info.name): p for p in data.models if types.has_fields(p.class_info.name)}
    parsed = [
        ParsedOperation(
            path=path,
            method=method,
            raw=raw,
            shared=item.get("parameters", []),
            endpoint=endpoints[_endpoint_name(raw)],
            types=types,
            models=models,
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
    body = body_of(operation)
    answers = dict(answers_of(operation))
    return OperationView(
        name=raw["x-nuki-name"],
        resource=snake_case(raw["tags"][0]),
        method=operation.method.upper(),
        path=literal(operation.path),
        path_expression=path_expression(operation, arguments),
        arguments=arguments,
        answer=answer,
        decoder=decoder,
        body_type=body.annotation if body else "",
        answers=tuple(answers.values()),
        responses=tuple(
            (status, "None" if kind is NOTHING else literal(kind.annotation))
            for status, kind in {**answers, **_unwrapped(operation, answer, answers)}.items()
        ),
        scopes=tuple(literal(scope) for scope in _scopes(raw)),
        options=tuple(_options(operation)),
        doc=_doc(operation, arguments, answer),
        former_names=operation.former_names,
        device_type=device_type(arguments, raw.get("x-nuki-device-type-parameter")),
        periods=_periods(operation, arguments),
    )


def _unwrapped(
    operation: ParsedOperation, answer: PythonType, answers: dict[int, PythonType]
) -> dict[int, PythonType]:
    """The successes, if a member of what comes is what the caller gets."""
    if "x-nuki-result" not in operation.raw:
        return {}
    return {status: answer for status in answers if status in _SUCCESS}


def _periods(
    operation: ParsedOperation, arguments: tuple[Argument, ...]
) -> tuple[tuple[str, str], ...]:
    names = {a.wire: a.name for a in arguments if a.location == "query"}
    found: list[list[str]] = operation.raw.get("x-nuki-periods", [])
    if any(len(pair) != len(("from", "to")) or not names.keys() >= {*pair} for pair in found):
        raise operation.refusal(f"x-nuki-periods {found!r} does not pair its parameters")
    return tuple((names[start], names[end]) for start, end in found)


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
    if told := reasons(operation):
        pairs = (f"{status}: {wrapped_literal(reason)}" for status, reason in told.items())
        yield f"reasons={{{', '.join(pairs)}}}"
    if "x-nuki-any-of" in raw:
        names = {a.wire: a.name for a in arguments_of(operation)}
        if missing := [wire for wire in raw["x-nuki-any-of"] if wire not in names]:
            raise operation.refusal(f"x-nuki-any-of: it has no parameters {missing}")
        yield f"any_of={_tuple([literal(names[wire]) for wire in raw['x-nuki-any-of']])}"


def _doc(operation: ParsedOperation, arguments: tuple[Argument, ...], answer: PythonType) -> str:
    raw = operation.raw
    own = {f"`{a.wire}`": f"`{a.name}`" for a in arguments if a.wire}

    def worded(text: str | None) -> str:
        """Called as in Python, its own parameters in backticks first: they may be plain words."""
        found = text or ""
        for wire, name in own.items():
            found = found.replace(wire, name)
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
    return docstring(
        f"{summary} ({call}).",
        wrap(worded(raw.get("description")), indent=8),
        wrap(_DEPRECATED, indent=8) if raw.get("deprecated") else [],
        ["        Args:", *entries] if entries else [],
        wrap(f"Returns: {_returned(operation, worded)}", indent=8, hanging=4)
        if answer is not NOTHING
        else [],
        raises(operation),
        indent=8,
    )


def _returned(operation: ParsedOperation, worded: Callable[[str | None], str]) -> str:
    """What the successes with content bring; ``None`` if another success has none."""
    found: list[str] = []
    is_optional = False
    for status, response in operation.raw["responses"].items():
        if status.isdecimal() and int(status) in _SUCCESS:
            whole = operation.types.component(response)
            if whole.get("content"):
                found.append(worded(whole.get("description")).rstrip("."))
            else:
                is_optional = True
    return f"{' or '.join(found)}{'; None if nothing came' if is_optional else ''}."


def _tuple(items: Sequence[str]) -> str:
    return f"({', '.join(items)}{',' if len(items) == 1 else ''})"


# What an operation takes


def arguments_of(operation: ParsedOperation) -> tuple[Argument, ...]:
    """Everything the operation takes, in the document's order, the body last."""
    found = (*_parameters(operation), *_body(operation))
    names = [argument.name for argument in found]
    bad = [name for name in names if not name.isidentifier() or name.startswith("_")]
    if bad or len(set(names)) < len(names):
        raise operation.refusal(f"its parameters cannot be named {', '.join(map(repr, names))}")
    return found


def path_expression(operation: ParsedOperation, arguments: tuple[Argument, ...]) -> str:
    """The expression that fills the path in."""
    path = operation.path
    if not _PATH.fullmatch(path):
        raise operation.refusal("the path holds characters that no URL path may hold")
    names = {a.wire: a.name for a in arguments if a.location == "path"}
    if sorted(names) != sorted(_PARAMETER.findall(path)):
        raise operation.refusal("its path parameters and its path disagree")
    if not names:
        return f'"{path}"'
    parts = path.split("/")
    texts = [_PARAMETER.sub(lambda found: f"{{encode_path({names[found[1]]})}}", p) for p in parts]
    whole = f'f"{"/".join(texts)}"'
    if len(whole) <= _LONGEST_PATH:
        return whole
    half = len(texts) // 2
    return f'f"{"/".join(texts[:half])}/" f"{"/".join(texts[half:])}"'


def _parameters(operation: ParsedOperation) -> Iterator[Argument]:
    parsed = {
        (location.value, prop.name.get_untrusted_value()): prop
        for location, prop in operation.endpoint.iter_all_parameters()
    }
    for parameter in operation.parameters:
        prop = parsed[parameter["in"], parameter["name"]]
        if parameter["in"] not in {"path", "query"}:
            raise operation.refusal(f"a {parameter['in']} parameter is not supported")
        is_digit = parameter.get("x-nuki-boolean") is True
        yield Argument(
            name=str(parameter.get("x-nuki-name") or _argument_name(parameter["name"])),
            wire=parameter["name"],
            location=parameter["in"],
            required=parameter.get("required", False),
            type=BOOLEAN if is_digit else operation.types.of(prop, parameter["schema"]),
            description=parameter.get("description", ""),
            is_digit=is_digit,
            default=operation.types.resolve(parameter["schema"])[1].get("default"),
        )


def _argument_name(wire: str) -> str:
    return python_name(PythonIdentifier(wire, prefix="field_"), wire, _TAKEN)


def body_of(operation: ParsedOperation) -> PythonType | None:
    """The type of the body, if the operation takes one."""
    if "requestBody" not in operation.raw:
        return None
    body = operation.types.component(operation.raw["requestBody"])
    if len(operation.endpoint.bodies) != 1 or not body.get("required"):
        raise operation.refusal("only one required JSON body is supported")
    (content,) = body["content"].values()
    return operation.types.of(operation.endpoint.bodies[0].prop, content["schema"])


def _body(operation: ParsedOperation) -> Iterator[Argument]:
    """The body as one argument, or each of its fields as one.

    The fields are the arguments if there are at most two that can be written, or if
    ``x-nuki-arguments`` says so; ``false`` keeps the body whole.
    """
    kind = body_of(operation)
    if kind is None:
        return
    body = operation.types.component(operation.raw["requestBody"])
    model = operation.models.get(kind.annotation)
    marked = body.get("x-nuki-arguments")
    if model and marked is not False:
        schema = operation.types.schema_of(kind.annotation)
        writable = [
            each
            for each in fields_of(model, schema, operation.types)
            if not schema["properties"][each.wire].get("readOnly")
        ]
        if marked or len(writable) <= _FEW:
            for each in writable:
                yield Argument(
                    name=python_name(each.name, each.name, _TAKEN),
                    wire=each.wire,
                    location="body",
                    # A body without its only field would say nothing.
                    required=each.required or len(writable) == 1,
                    type=each.type,
                    description=each.full_description,
                    field=each.name,
                    secret=each.secret,
                )
            return
    name = str(body.get("x-nuki-name") or "body")
    yield Argument(name, "", "body", True, kind, body.get("description", ""))  # noqa: FBT003


# What an operation answers


def answer_of(operation: ParsedOperation) -> tuple[PythonType, str]:
    """The type of the success answers, and the decoder that makes it."""
    found = {t.annotation: t for status, t in answers_of(operation) if status in _SUCCESS}
    nothing = found.pop("None", None)
    if len(found) > 1:
        raise operation.refusal("its success answers have different types")
    if not found:
        return NOTHING, "nothing"
    (answer,) = found.values()
    if "x-nuki-result" in operation.raw:
        return _member_of(operation, answer, operation.raw["x-nuki-result"])
    decoder = _decoder(operation, answer)
    if nothing is None:
        return answer, decoder
    return replace(answer, annotation=f"{answer.annotation} | None"), f"or_nothing({decoder})"


def answers_of(operation: ParsedOperation) -> Iterator[tuple[int, PythonType]]:
    """The type of every documented answer, by status."""
    types = operation.types
    props = {r.status_code.pattern: r.prop for r in operation.endpoint.responses.patterns}
    for status, response in operation.raw["responses"].items():
        if status.isdecimal() and status in props:
            content: dict[str, dict[str, Any]] = types.component(response).get("content", {})
            schema = next(iter(content.values()), {}).get("schema")
            yield int(status), types.of(props[status], schema) if schema else NOTHING


def _decoder(operation: ParsedOperation, answer: PythonType) -> str:
    if answer == OBJECT:
        return "json_object"
    if answer.annotation == "str":
        return "text"
    inner = answer.annotation.removeprefix("list[").removesuffix("]")
    if inner == OBJECT.annotation:
        return "json_objects"
    if not answer.decode:
        return "json_value"
    from_dict = f"{inner}.from_dict"
    if answer.needs_device_type:
        from_dict = f"partial({from_dict}, device_type={_device_type(operation)})"
    if not answer.classes:
        raise operation.refusal(f"an answer of type {answer.annotation} is not supported")
    if inner == answer.annotation:
        return f"instance({from_dict})"
    or_one = ", or_one=True" if operation.raw.get("x-nuki-array-or-one") is True else ""
    return f"array({from_dict}{or_one})"


def _member_of(
    operation: ParsedOperation, answer: PythonType, place: object
) -> tuple[PythonType, str]:
    """The array of models that is one member of the answer, and what makes it."""
    given = place if isinstance(place, dict) else {"array": place}
    arrays = {
        each.wire: each.type
        for name, model in operation.models.items()
        if name == answer.annotation
        for each in fields_of(model, operation.types.schema_of(name), operation.types)
        if each.type.guard == "list" and not each.type.needs_device_type
    }
    found = arrays.get(str(given.get("array")))
    if found is None or not given.keys() <= {"array", "code"}:
        what = f"x-nuki-result {place!r} does not name an array of models in its answer"
        raise operation.refusal(what)
    inner = found.annotation.removeprefix("list[").removesuffix("]")
    code = f", code={literal(str(given['code']))}" if "code" in given else ""
    return found, f"array_in({literal(str(given['array']))}, {inner}.from_dict{code})"


def _device_type(operation: ParsedOperation) -> str:
    wire = operation.raw.get("x-nuki-device-type-parameter")
    names = [a.name for a in arguments_of(operation) if a.wire == wire]
    if not names:
        raise operation.refusal("nothing says which device its answer describes")
    return f"{names[0]} or 0"
