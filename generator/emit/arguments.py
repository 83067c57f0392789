"""What an operation takes: parameters, a body, or the fields of a form."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from openapi_python_client.strings import PythonIdentifier

from generator.convert.media import JSON
from generator.load.problems import GeneratorFailure, Problem
from generator.load.references import pointer

from .literals import annotated, literal
from .media import kind_of, sent_as
from .models import Field, fields_of, python_name
from .python_types import BOOLEAN, NULL, PythonType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .python_types import Schema, TypeMap

_PARAMETER: Final = re.compile(r"\{(.*?)\}")
_PATH: Final = re.compile(r"(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@%-]|\{[A-Za-z_][A-Za-z0-9_.-]*\})*)+")
# What the function that builds a request refers to; a parameter called so would shadow it.
_TAKEN: Final = frozenset(
    {
        *("self", "body", "query", "encode_path", "as_digit", "partial", "array_in"),
        *("array", "instance", "json_object", "json_objects", "json_value", "nothing"),
        *("or_nothing", "text", "builtins", "datetime", "json_of", "bare_text", "octets"),
        *("check_body", "check_id", "check_member", "check_moment", "check_period"),
        *("device_type_in", "EnumByDeviceType", "to_jsonable"),
        *("array_body", "fields_body", "model_body", "UNSET", "Unset", "Collection"),
        *("request", "refused", "ValidationError"),
        *("exploded", "delimited", "deep_object", "as_json", "headers", "fields", "bytes"),
        *("closest", "tagged", "members", "parse_datetime", "deprecated"),
        *("shared_nuki_id", "shared_smartlock_id"),
    }
)
_TOKEN: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_IGNORED_HEADERS: Final = frozenset({"accept", "content-type", "authorization"})
"""OpenAPI 3.1, "Parameter Object": a header parameter with such a name means nothing."""
_OWN_HEADERS: Final = frozenset(
    {
        *("host", "content-length", "transfer-encoding", "connection", "upgrade", "te", "trailer"),
        *("cookie", "accept-encoding", "expect", "keep-alive", "proxy-authorization"),
    }
)
_DELIMITERS: Final = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
_LONGEST_PATH: Final = 88
_FEW: Final = 2
_CONTAINERS: Final = frozenset({"list", "dict"})
_TELLING: Final = frozenset({"contentEncoding", "format", "anyOf", "properties", "enum", "$ref"})
"""What makes a text of a string, or something else of what has no type."""
_BODIES: Final = ("json", "multipart", "urlencoded", "text", "bytes")
"""Kinds of bodies, the ones that we would rather send first."""
FILE: Final = PythonType("bytes | File", json="bytes")
BYTES: Final = PythonType("bytes", json="bytes")
TEXT: Final = PythonType("str", json="str")


@dataclass(frozen=True, slots=True)
class Argument:
    """A parameter, a field of a form, the body, or a field of the body: ``location`` says which.

    The location of the last two is ``body``; the body itself has an empty ``wire``, and ``field``
    is the name of a field of the body in its model. ``writer`` is the function of the core that
    writes a value of more than one part, with ``options`` as its last arguments.
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
    is_json: bool = False
    writer: str = ""
    options: str = ""
    default: object = None

    @property
    def text(self) -> str:
        """The description, with the default that the server uses."""
        if self.default is None:
            return self.description
        return f"{self.description.rstrip().rstrip('.')}. Default: {json.dumps(self.default)}."

    @property
    def wire_literal(self) -> str:
        """The name that is sent, as a literal."""
        return literal(self.wire)

    @property
    def expression(self) -> str:
        """What is written."""
        if self.is_json:
            return f"as_json({self.name})"
        return f"as_digit({self.name})" if self.is_digit else self.name

    @property
    def data(self) -> str:
        """The parameter as the table of operations has it."""
        kind = literal(self.type.annotation)
        fields = f'"{self.name}", {self.wire_literal}, "{self.location}", {self.required}, {kind}'
        return f"Parameter({fields})"

    @property
    def declaration(self) -> str:
        """The parameter in a signature; ``None`` leaves a parameter out, ``UNSET`` a body."""
        absent = "UNSET" if self.location == "body" else "None"
        is_filter = self.location == "query" and not self.required
        accepted = annotated(self.type.accepted_plain if is_filter else self.type.accepted)
        if self.required:
            return f"{self.name}: {accepted}"
        kind = "" if accepted.endswith(f"| {absent}") else f" | {absent.capitalize()}"
        return f"{self.name}: {accepted}{kind} = {absent}"

    @property
    def by_position(self) -> bool:
        """Whether it may be passed without its name: what is required and says what it is."""
        return self.required and self.type != BOOLEAN and self.type.annotation != "DeviceType"


@dataclass(frozen=True, slots=True)
class DescribedOperation:
    """An operation in the document's normal form."""

    path: str
    method: str
    raw: dict[str, Any]
    types: TypeMap

    @property
    def pointer(self) -> str:
        """Its place in the document."""
        return pointer(("paths", self.path, self.method))

    @property
    def where(self) -> str:
        """Method and path, ``GET /smartlock``."""
        return f"{self.method.upper()} {self.path}"

    def refusal(
        self, what: str, todo: str = "correct it with an overlay", status: str = ""
    ) -> GeneratorFailure:
        """The failure to raise when no code can be generated for it, or for one of its answers."""
        inside = ("responses", status) if status else ()
        where = pointer(("paths", self.path, self.method, *inside))
        return GeneratorFailure([Problem(where, what, todo)])


@dataclass(frozen=True, slots=True)
class Arguments:
    """Everything that an operation takes, and the type and the media type of its body."""

    all: tuple[Argument, ...]
    content_type: str = JSON
    body: PythonType | None = None


def arguments_of(operation: DescribedOperation) -> Arguments:
    """Everything the operation takes, in the document's order, the body last.

    Raises:
        GeneratorFailure: Something cannot be sent as it is described; all of it is named.
    """
    problems: list[Problem] = []
    found: list[Argument] = []
    for parameter in operation.raw["parameters"]:
        try:
            found += _parameter(operation, parameter)
        except GeneratorFailure as failure:
            problems += failure.problems
    content_type, body = JSON, None
    try:
        parts, content_type, body = _body(operation)
        found += parts
    except GeneratorFailure as failure:
        problems += failure.problems
    if problems:
        raise GeneratorFailure(problems)
    # Of those that are called alike, all have their locations in their names but one in the path.
    counts = Counter(argument.name for argument in found)
    found = [
        replace(argument, name=f"{argument.name}_in_{argument.location}")
        if counts[argument.name] > 1 and argument.location != "path"
        else argument
        for argument in found
    ]
    names = [argument.name for argument in found]
    bad = [name for name in names if not name.isidentifier() or name.startswith("_")]
    if bad or len(set(names)) < len(names):
        what = f"its parameters cannot be named {', '.join(map(repr, names))}"
        raise operation.refusal(what, "give each an x-nuki-name of its own")
    return Arguments(tuple(found), content_type, body)


def path_expression(operation: DescribedOperation, arguments: Arguments, prefix: str) -> str:
    """The expression that fills the path in; ``prefix`` goes before it."""
    path = f"{prefix}{operation.path}"
    if not _PATH.fullmatch(path):
        raise operation.refusal("the path holds characters that no URL path may hold")
    names = {a.wire: a.name for a in arguments.all if a.location == "path"}
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


def _argument_name(wire: str) -> str:
    return python_name(PythonIdentifier(wire, prefix="field_"), wire, _TAKEN)


def _parameter(operation: DescribedOperation, raw: Schema) -> Iterator[Argument]:
    wire, location = raw["name"], raw["in"]
    if location == "header" and wire.lower() in _IGNORED_HEADERS:
        return
    if location not in {"path", "query", "header"}:
        raise operation.refusal(f"the {location} parameter {wire!r} is not supported")
    schema, is_json = raw.get("schema"), False
    if schema is None:
        content: dict[str, Schema] = raw.get("content") or {}
        if len(content) != 1 or kind_of(next(iter(content))) != "json" or location == "path":
            raise operation.refusal(f"the content of the parameter {wire!r} is not supported")
        schema, is_json = next(iter(content.values())).get("schema") or {}, True
    is_digit = raw.get("x-nuki-boolean") is True
    kind = BOOLEAN if is_digit else _without_null(operation.types.of(schema), operation.types)
    writer, options = ("", "") if is_json else _writer(operation, raw, kind)
    yield Argument(
        name=str(raw.get("x-nuki-name") or _argument_name(wire)),
        wire=wire,
        location=location,
        required=location == "path" or raw.get("required") is True,
        type=kind,
        description=raw.get("description") or "",
        is_digit=is_digit,
        is_json=is_json,
        writer=writer,
        options=options,
        default=operation.types.resolve(schema)[1].get("default"),
    )


def _writer(operation: DescribedOperation, raw: Schema, kind: PythonType) -> tuple[str, str]:
    """How a parameter is written: the core's function for it, and the function's last arguments.

    Without a function it is written as one text, a list with commas.
    """
    wire, location = raw["name"], raw["in"]
    if location == "header" and (not _TOKEN.fullmatch(wire) or wire.lower() in _OWN_HEADERS):
        raise operation.refusal(f"the header {wire!r} is not the caller's to set")
    if not _fits_into_a_text(kind, operation.types):
        raise operation.refusal(f"the parameter {wire!r} holds values that no URL can hold")
    style = raw.get("style", "form" if location == "query" else "simple")
    explode = raw.get("explode", style == "form") is True
    delimiter = _DELIMITERS.get(style) if isinstance(style, str) else None
    classes = kind.json_classes
    is_single = bool(classes) and not classes & _CONTAINERS
    is_list = bool(classes) and "dict" not in classes
    if location != "query":
        found, is_known = ("", ""), style == "simple" and "dict" not in classes
    elif style == "deepObject":
        found, is_known = ("deep_object", ""), classes == {"dict"}
    elif is_single or (is_list and style == "form" and not explode):
        found, is_known = ("", ""), delimiter is not None
    elif explode:
        found, is_known = ("exploded", ""), style == "form"
    else:
        is_container = bool(classes) and classes <= _CONTAINERS
        found, is_known = ("delimited", f', "{delimiter}"'), is_container and delimiter is not None
    if not is_known:
        with_explode = " with explode" if explode else ""
        what = f"style {style!r}{with_explode} of the parameter {wire!r} is not supported"
        raise operation.refusal(what)
    return found


def _without_null(kind: PythonType, types: TypeMap) -> PythonType:
    """The same without null, which has no form in a URL or a form: what is null is not sent."""
    parts = [part for part in kind.parts if part != NULL]
    return types.union(parts) if parts and NULL in kind.parts else kind


def _fits_into_a_text(kind: PythonType, types: TypeMap) -> bool:
    """Whether a value is a single one, or a list or an object of such."""
    for part in kind.parts or (kind,):
        inner = [part.inner] if part.inner else []
        if part.model:
            properties = types.schemas[part.model].get("properties", {})
            inner = [types.of(schema) for schema in properties.values()]
        if any(each.json_classes & _CONTAINERS or not each.json_classes for each in inner):
            return False
    return True


# The body


def _body(operation: DescribedOperation) -> tuple[list[Argument], str, PythonType | None]:
    """The arguments of the body, its media type, and its type unless it is a form.

    Its fields are the arguments if there are at most two that can be written, or if
    ``x-nuki-arguments`` says so; ``false`` keeps the body whole.
    """
    body = operation.raw.get("requestBody")
    if not body:
        return [], JSON, None
    content: dict[str, Schema] = body.get("content") or {}
    by_kind: dict[str, tuple[str, str]] = {}
    for media, described in content.items():
        _, schema = operation.types.resolve(described.get("schema") or {})
        if concrete := sent_as(media, schema):
            by_kind.setdefault(kind_of(media, schema), (media, concrete))
    required = body.get("required") is True
    for kind in filter(by_kind.__contains__, _BODIES):
        media, concrete = by_kind[kind]
        if kind in {"multipart", "urlencoded"}:
            form = [*_fields(operation, kind, content[media], required=required)]
            return form, concrete, None
        declared = operation.types.of(content[media].get("schema") or {})
        if kind == "json" or declared.json_classes <= {"str"}:
            declared = {"text": TEXT, "bytes": BYTES}.get(kind, declared)
            break
    else:
        media = ", ".join(map(repr, content)) or "no media type"
        raise operation.refusal(
            f"a body of {media} with this schema is not supported",
            "declare JSON, a form, text or bytes in an overlay",
        )
    marked, fields = body.get("x-nuki-arguments"), list[Field]()
    if declared.model and marked is not False and required:
        properties = operation.types.schemas[declared.model]["properties"]
        fields = [
            field
            for field in fields_of(declared.model, operation.types)
            if not _is_read_only(operation, properties[field.wire])
        ]
    if not fields or not (marked or len(fields) <= _FEW):
        name = str(body.get("x-nuki-name") or "body")
        whole = Argument(name, "", "body", required, declared, body.get("description") or "")
        return [whole], concrete, declared
    found = [
        Argument(
            name=python_name(field.name, field.name, _TAKEN),
            wire=field.wire,
            location="body",
            # A body without its only field would say nothing.
            required=field.required or len(fields) == 1,
            type=field.type,
            description=field.full_description,
            field=field.name,
            secret=field.secret,
        )
        for field in fields
    ]
    return found, concrete, declared


def _fields(
    operation: DescribedOperation, kind: str, media: Schema, *, required: bool
) -> Iterator[Argument]:
    _, schema = operation.types.resolve(media.get("schema") or {})
    encoding = media.get("encoding") or {}
    if not schema.get("properties") or "anyOf" in schema:
        raise operation.refusal("a form without properties is not supported")
    if isinstance(schema.get("additionalProperties"), dict):
        raise operation.refusal("a form with further fields is not supported")
    needed = schema.get("required", []) if required else []
    for wire, each in schema["properties"].items():
        if _is_read_only(operation, each):
            continue
        found, options = _field(operation, kind, wire, each, encoding.get(wire) or {})
        resolved = operation.types.resolve(each)[1]
        is_digit = resolved.get("x-nuki-boolean") is True
        yield Argument(
            name=str(each.get("x-nuki-name") or _argument_name(wire)),
            wire=wire,
            location="form",
            required=wire in needed,
            type=BOOLEAN if is_digit else found,
            description=resolved.get("description") or "",
            is_digit=is_digit,
            options=options,
            default=resolved.get("default"),
        )


def _is_read_only(operation: DescribedOperation, schema: Schema) -> bool:
    return operation.types.resolve(schema)[1].get("readOnly") is True


def _field(
    operation: DescribedOperation, kind: str, wire: str, schema: Schema, encoding: Schema
) -> tuple[PythonType, str]:
    """The type of a field of a form, and how it is written."""
    _, resolved = operation.types.resolve(schema)
    style, explode = encoding.get("style", "form"), encoding.get("explode", True)
    if encoding.get("headers") or style != "form":
        raise operation.refusal(f"the encoding of the field {wire!r} is not supported")
    options = "" if explode else ", exploded=False"
    declared = str(encoding.get("contentType", "")).partition(",")[0]
    if sent_as(declared) and kind == "multipart":
        options += f", content_type={literal(sent_as(declared))}"
    element = operation.types.resolve(resolved.get("items") or {})[1]
    if _is_file(resolved, declared) or _is_file(element, declared if element else ""):
        if kind != "multipart":
            raise operation.refusal(
                f"the field {wire!r} is a file, which needs multipart/form-data"
            )
        is_many = not _is_file(resolved, declared)
        many = f"[{FILE.annotation}]"
        found = replace(FILE, annotation=f"list{many}", argument=f"Collection{many}")
        return (found if is_many else FILE), options
    found = _without_null(operation.types.of(schema), operation.types)
    is_object = "dict" in found.json_classes or not _fits_into_a_text(found, operation.types)
    if kind == "urlencoded" and is_object:
        raise operation.refusal(f"the field {wire!r} is an object, which needs multipart/form-data")
    elements = [
        part.inner.json_classes
        for part in found.parts or (found,)
        if part.inner and part.json == "list"
    ]
    if any("list" in classes or not classes for classes in elements):
        raise operation.refusal(f"the field {wire!r} holds lists of lists, which no form has")
    is_text = bool(found.json_classes) and not found.json_classes & _CONTAINERS
    is_json = kind == "multipart" and found.json_classes and all(c == {"dict"} for c in elements)
    if declared and kind_of(declared) != ("text" if is_text else "json" if is_json else None):
        raise operation.refusal(f"the field {wire!r} cannot be sent as {declared!r}")
    return found, options


def _is_file(schema: Schema, declared: str = "") -> bool:
    """Whether values are bytes: ``format: binary`` as of 3.0, or a media type as of 3.1."""
    if schema.get("type") == "string" and schema.get("format") == "binary":
        return True
    media = schema.get("contentMediaType", declared)
    return (
        schema.get("type") in (None, "string")
        and not _TELLING & schema.keys()
        and kind_of(str(media)) == "bytes"
    )
