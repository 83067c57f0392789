"""What an operation answers, and the decoder that makes it of the bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from generator.convert.media import JSON

from .arguments import BYTES, TEXT
from .literals import literal
from .media import essence, kind_of
from .models import fields_of
from .python_types import ANYTHING, OBJECT, PythonType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .arguments import Arguments, DescribedOperation

NOTHING: Final = PythonType("None")

_STATUS: Final = re.compile(r"default|[1-5](?:\d\d|XX)")
_CONTAINERS: Final = frozenset({"dict", "list", "NoneType"})
_WITHOUT_JSON: Final = frozenset({"bare_text", "octets"})
_ORDER: Final = {"dict": 0, "list": 1, "NoneType": 2}


@dataclass(frozen=True, slots=True)
class Answer:
    """One kind of answer: its status as the document has it, its media type, and what it is."""

    status: str
    media: str
    type: PythonType
    decoder: str
    is_read: bool = False
    """Whether the decoder reads the value itself, and needs the look-up tables of its type."""


@dataclass(frozen=True, slots=True)
class Answers:
    """The answers of an operation.

    ``annotation`` is what its method returns, ``decoder`` what makes that; ``accept`` names the
    media types to ask for. ``by_status`` has every documented status, ``types`` are those of all
    answers, ``mentioned`` of those that are decoded, ``reading`` of those whose decoder needs
    look-up tables.
    """

    annotation: str
    decoder: str
    accept: str
    by_status: dict[int, PythonType]
    types: tuple[PythonType, ...]
    mentioned: tuple[PythonType, ...]
    reading: tuple[PythonType, ...]


def answers_of(operation: DescribedOperation, arguments: Arguments) -> Answers:
    """The answers of an operation.

    Raises:
        GeneratorFailure: A success has no form in Python, or there is none.
    """
    responses: dict[str, dict[str, Any]] = operation.raw["responses"]
    if bad := [status for status in responses if not _STATUS.fullmatch(status)]:
        raise operation.refusal(f"{bad[0]!r} is no status of an answer")
    keys = success_keys(responses)
    if not keys and responses and all(status.startswith("3") for status in responses):
        raise operation.refusal("it only redirects, which the client does not follow")
    if not keys:
        todo = "describe one in an overlay, 204 if it has no content"
        raise operation.refusal("no successful answer is described", todo)
    successes = [
        answer
        for status in keys
        for answer in _success(operation, arguments, status, responses[status])
    ]
    by_status = {
        int(status): _undecoded(operation, response)
        for status, response in responses.items()
        if status.isdecimal()
    }
    if not any(status.isdecimal() for status in keys):
        by_status = {200: successes[0].type, **by_status}
    by_status |= {int(a.status): a.type for a in reversed(successes) if a.status.isdecimal()}
    found = [answer for answer in successes if answer.type is not NOTHING]
    if "x-nuki-result" in operation.raw:
        return _member_of(operation, found, by_status)
    annotations = dict.fromkeys(answer.type.annotation for answer in found)
    if len(found) < len(successes) and not any(a.endswith("| None") for a in annotations):
        annotations["None"] = None
    annotation = " | ".join(annotations) or "None"
    decoders = dict.fromkeys(answer.decoder for answer in found)
    decoder = next(iter(decoders), "nothing")
    if len(decoders) > 1:
        choices = ", ".join(
            f'("{each.status}", {literal(each.media)}, {each.decoder})' for each in successes
        )
        decoder = f"ByAnswer[{annotation}]({choices})"
    elif decoders and len(found) < len(successes):
        decoder = f"or_nothing({decoder})"
    accept = JSON
    if _WITHOUT_JSON & decoders.keys():
        names = dict.fromkeys(answer.media for answer in found)
        # Errors may come in any.
        accept = ", ".join(names if "*/*" in names else [*names, "*/*;q=0.1"])
    return Answers(
        annotation,
        decoder,
        accept,
        dict(sorted(by_status.items())) if keys == ["default"] else by_status,
        tuple(dict.fromkeys([*by_status.values(), *(answer.type for answer in successes)])),
        tuple(answer.type for answer in found),
        tuple(answer.type for answer in found if answer.is_read),
    )


def success_keys(responses: Iterable[str]) -> list[str]:
    """The keys of answers that are successes; the default one is, if there is no other."""
    statuses = [*responses]
    found = [status for status in statuses if status.startswith("2")]
    return found or [status for status in statuses if status == "default"]


def _member_of(
    operation: DescribedOperation, found: list[Answer], by_status: dict[int, PythonType]
) -> Answers:
    """The answers if an array of models, one member of what comes, is what the caller gets."""
    place = operation.raw["x-nuki-result"]
    given = place if isinstance(place, dict) else {"array": place}
    arrays = {
        each.wire: each.type
        for answer in found[:1]
        if answer.type.model
        for each in fields_of(answer.type.model, operation.types)
        if each.type.json == "list" and each.type.decoders and not each.type.needs_device_type
    }
    kind = arrays.get(str(given.get("array")))
    if kind is None or kind.inner is None or not given.keys() <= {"array", "code"}:
        what = f"x-nuki-result {place!r} does not name an array of models in its answer"
        raise operation.refusal(what)
    code = f", code={literal(str(given['code']))}" if "code" in given else ""
    array, inner = literal(str(given["array"])), kind.inner.annotation
    decoder = f"array_in({array}, {inner}.from_dict{code})"
    # What comes is mentioned in the table alone.
    types = tuple(dict.fromkeys([*by_status.values(), *(answer.type for answer in found)]))
    shown = {status: kind if 200 <= status < 300 else each for status, each in by_status.items()}  # noqa: PLR2004 - successes
    return Answers(kind.annotation, decoder, JSON, shown, types, (kind,), ())


def _undecoded(operation: DescribedOperation, response: dict[str, Any]) -> PythonType:
    """The type of an answer that nobody decodes, an error say."""
    for media, content in (response.get("content") or {}).items():
        if "schema" in content:
            return operation.types.of(content["schema"])
        return TEXT if kind_of(media) == "text" else ANYTHING
    return NOTHING


def _success(
    operation: DescribedOperation, arguments: Arguments, status: str, response: dict[str, Any]
) -> list[Answer]:
    """The answers of one status, one for each media type that can be read."""
    content: dict[str, dict[str, Any]] = response.get("content") or {}
    if not content or operation.method == "head" or status in {"204", "205"}:
        return [Answer(status, "", NOTHING, "nothing")]
    found: list[Answer] = []
    for media, members in content.items():
        schema = members.get("schema") or {}
        kind, name = kind_of(media, operation.types.resolve(schema)[1]), essence(media)
        declared = operation.types.of(schema)
        if kind == "json":
            decoder, is_read = _decoder(operation, arguments, declared)
            found.append(Answer(status, name, declared, decoder, is_read))
        elif kind == "text" and declared.json_classes <= {"str"}:
            found.append(Answer(status, name, TEXT, "bare_text"))
        elif kind == "bytes" and declared.json_classes <= {"str"}:
            found.append(Answer(status, name, BYTES, "octets"))
    by_media = {answer.media: answer.type for answer in found}
    if any(by_media[answer.media] != answer.type for answer in found):
        todo = "keep one of them in an overlay"
        raise operation.refusal("several answers of one media type differ", todo, status)
    if not found:
        media = ", ".join(map(repr, content))
        raise operation.refusal(
            f"an answer of {media} with this schema is not supported",
            "declare JSON, text or bytes in an overlay",
            status,
        )
    return found


def _decoder(  # noqa: PLR0911 - one for each decoder
    operation: DescribedOperation, arguments: Arguments, answer: PythonType
) -> tuple[str, bool]:
    """The decoder of JSON, and whether it reads the value itself."""
    if answer == OBJECT:
        return "json_object", False
    if answer.annotation == "str":
        return "text", False
    inner = answer.inner if answer.json == "list" and answer.inner else answer
    if answer.inner and inner == OBJECT and answer.json == "list":
        return "json_objects", False
    if answer.decoders and inner.model and not inner.parts:
        from_dict = f"{inner.annotation}.from_dict"
        if answer.needs_device_type:
            wire = operation.raw.get("x-nuki-device-type-parameter")
            names = [argument.name for argument in arguments.all if argument.wire == wire]
            if not names:
                raise operation.refusal("nothing says which device its answer describes")
            from_dict = f"partial({from_dict}, device_type={names[0]} or 0)"
        if inner is answer:
            return f"instance({from_dict})", False
        or_one = ", or_one=True" if operation.raw.get("x-nuki-array-or-one") is True else ""
        return f"array({from_dict}{or_one})", False
    known = answer.json_classes
    classes = sorted(known, key=_ORDER.__getitem__) if known and known <= _CONTAINERS else []
    if not answer.decoders and (not classes or answer.json == "list"):
        return "json_value", False
    if answer.needs_device_type:
        raise operation.refusal(f"an answer of type {answer.annotation} is not supported")
    kinds = "".join(f", {'type(None)' if name == 'NoneType' else name}" for name in classes)
    return f"json_of(lambda value: {answer.decoded('value')}{kinds})", True
