"""Documents as values: JSON and YAML in, JSON out.

Both notations give the same thing: objects with string keys, arrays, strings, numbers, booleans and
null, and no two places of a document share one Python object. What has no JSON form is refused with
its line and column. YAML is read by the 1.2 core schema, so ``yes`` and ``2024-01-01`` are strings
and ``010`` is ten (YAML 1.2.2, section 10.3; RFC 9512, section 3.4).
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING, Final, NoReturn, Protocol, TypeAlias

import yaml

from generator.load.problems import GeneratorFailure, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

MAX_DEPTH: Final = 200
"""Deepest nesting of a document; API descriptions stay far below."""
MAX_NODES: Final = 500_000
"""Most values of a document; in YAML once aliases are written out, which stops alias bombs."""
MAX_BYTES: Final = 20_000_000
"""Largest file that is read as a document."""

_TAG: Final = "tag:yaml.org,2002:"
_SCALARS: Final = {
    "null": re.compile(r"(?:~|null|Null|NULL)?"),
    "bool": re.compile(r"true|True|TRUE|false|False|FALSE"),
    "int": re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    "float": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
}
_NOT_FINITE: Final = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_LONGEST_INTEGER: Final = 4000
_JSON_TOKEN: Final = re.compile(r'("(?:[^"\\]|\\.)*")(\s*:)?|[{}]|NaN|-?Infinity|-?[0-9][-+.\w]*')
_STRING: Final = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_LONE_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_document(path: Path) -> dict[str, Json]:
    """The document in the file at ``path``, which is JSON or YAML in UTF-8.

    ``.json``, ``.yaml`` and ``.yml`` say which; otherwise a leading brace means JSON.

    Raises:
        GeneratorFailure: the file cannot be read, or is no document (see ``parse_document``).
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            _refuse(str(path), f"is larger than {MAX_BYTES // 1_000_000} MB", "make it smaller")
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        _refuse(str(path), f"cannot be read: {error.strerror or error}", "check the path")
    except UnicodeDecodeError as error:
        _refuse(str(path), f"is not UTF-8 at byte {error.start}", "save it as UTF-8")
    return parse_document(text, str(path))


def parse_document(text: str, name: str) -> dict[str, Json]:
    """The document that ``text`` spells; ``name`` names its file, in errors and by its suffix.

    Raises:
        GeneratorFailure: bad syntax, a repeated key, a value that JSON cannot express, nesting
            deeper than ``MAX_DEPTH``, or a document that is no object.
    """
    suffix = PurePath(name).suffix.lower()
    is_json = suffix == ".json" or (suffix not in {".yaml", ".yml"} and text.lstrip()[:1] == "{")
    try:
        if is_json:
            value = _from_json(text, name)
        else:
            value = _YamlReader(name, yaml.parse(text, Loader=_LOADER)).document()
    except yaml.YAMLError as error:
        mark: _Mark | None = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or str(error)
        _refuse(_mark(name, mark), f"is no YAML: {what}", "correct it")
    except RecursionError:
        _refuse(name, f"is nested deeper than {MAX_DEPTH} levels", "flatten it")
    if not isinstance(value, dict):
        _refuse(name, "is no object at its root", "start it with a member, such as openapi: 3.1.0")
    return value


def dump_json(document: Json) -> str:
    """``document`` as JSON text: two spaces of indent, members in their order, a final newline."""
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _refuse(where: str, what: str, todo: str) -> NoReturn:
    raise GeneratorFailure([Problem(where, what, todo)]) from None


# JSON


class _NotJsonError(Exception):
    """Raised by the hooks of the JSON decoder, which do not know the position."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.todo = todo


def _from_json(text: str, name: str) -> Json:
    # Reading twenty million brackets takes more room than a machine may have.
    commas = text.count(",")
    if commas > MAX_NODES:
        commas -= sum(found[0].count(",") for found in _STRING.finditer(text))
    if commas > MAX_NODES:
        _refuse(name, f"holds more than {MAX_NODES:,} values", "make it smaller")
    try:
        value: Json = json.loads(
            text,
            object_pairs_hook=_unique_members,
            parse_constant=_number,
            parse_float=_number,
            parse_int=_number,
        )
    except json.JSONDecodeError as error:
        _refuse(_at(name, text, error.pos), f"is no JSON: {error.msg}", "correct the syntax")
    except _NotJsonError as error:
        _refuse(_at(name, text, next(_unreadable(text), 0)), str(error), error.todo)
    _check_tree(value, name)
    return value


def _unique_members(members: list[tuple[str, Json]]) -> dict[str, Json]:
    result = dict(members)
    if len(result) < len(members):
        counts = Counter(key for key, _ in members)
        repeated = next(key for key, count in counts.items() if count > 1)
        raise _NotJsonError(f"the key {repeated!r} is repeated", "keep one of them")
    return result


def _number(text: str) -> float:
    """The integer or float that ``text`` spells; Python reads no integer of endless digits."""
    if text.lstrip("+-").isdigit() and len(text) <= _LONGEST_INTEGER:
        return int(text)
    number = float(text)
    if not math.isfinite(number):
        raise _NotJsonError(f"{text[:20]} is no finite number", "JSON has no such thing")
    return number


def _unreadable(text: str) -> Iterator[int]:
    """Offsets of repeated keys and numbers without JSON form, found only once one is known."""
    open_objects: list[set[str]] = []
    for token in _JSON_TOKEN.finditer(text):
        word = token[0]
        if word == "{":
            open_objects.append(set())
        elif word == "}":
            open_objects.pop()
        elif token[2]:
            key = json.loads(token[1])
            if key in open_objects[-1]:
                yield token.start()
            open_objects[-1].add(key)
        elif not token[1]:
            try:
                _number(word)
            except _NotJsonError:
                yield token.start()


def _at(name: str, text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"{name}:{line}:{offset - text.rfind(chr(10), 0, offset)}"


def _check_tree(root: Json, name: str) -> None:
    count = 0
    pending: list[tuple[Json, int]] = [(root, 0)]
    while pending:
        value, depth = pending.pop()
        count += 1
        if depth > MAX_DEPTH:
            raise RecursionError
        if count > MAX_NODES:
            _refuse(name, f"holds more than {MAX_NODES:,} values", "make it smaller")
        if isinstance(value, dict):
            pending += [(member, depth + 1) for member in value.values()]
            pending += [(key, 0) for key in value if _LONE_SURROGATE.search(key)]
        elif isinstance(value, list):
            pending += [(each, depth + 1) for each in value]
        elif isinstance(value, str) and _LONE_SURROGATE.search(value):
            what = f"the text {value[:40]!a} has half a surrogate pair"
            _refuse(name, what, "complete the character")


# YAML


def _mark(name: str, mark: _Mark | None) -> str:
    return name if mark is None else f"{name}:{mark.line + 1}:{mark.column + 1}"


class _Mark(Protocol):
    """A position as both of PyYAML's parsers give it."""

    line: int
    column: int


class _YamlReader:
    """Values from YAML's event stream; an alias becomes a value of its own.

    Events rather than PyYAML's composer, which overflows the C stack on deep nesting.
    """

    def __init__(self, name: str, events: Iterator[yaml.Event]) -> None:
        self.name = name
        self.events = events
        self.anchors: dict[str, Json] = {}
        self.nodes = 0

    def document(self) -> Json:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            _refuse(self.name, "is empty", "write a document")
        value = self.value(next(self.events), 0)
        next(self.events)  # the end of the document
        another = next(self.events)
        if not isinstance(another, yaml.StreamEndEvent):
            self.refuse(another, "a second document starts here", "keep one document per file")
        return value

    def value(self, event: yaml.Event, depth: int) -> Json:
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event, depth)
        self.count(event, depth)
        value = self.fresh(event, depth)
        anchor: str | None = getattr(event, "anchor", None)
        if anchor is not None:
            self.anchors[anchor] = value
        return value

    def fresh(self, event: yaml.Event, depth: int) -> Json:
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.MappingStartEvent) and event.tag in {None, "!", _TAG + "map"}:
            return self.mapping(depth)
        if isinstance(event, yaml.SequenceStartEvent) and event.tag in {None, "!", _TAG + "seq"}:
            return [self.value(item, depth + 1) for item in self.until(yaml.SequenceEndEvent)]
        tag = getattr(event, "tag", None)
        return self.refuse(event, f"the tag {tag} has no JSON form", "remove it")

    def until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        while not isinstance(event := next(self.events), end):
            yield event

    def mapping(self, depth: int) -> dict[str, Json]:
        result: dict[str, Json] = {}
        merged: dict[str, Json] = {}
        for event in self.until(yaml.MappingEndEvent):
            # 1.2 dropped this key of YAML 1.1, and many still write it.
            if isinstance(event, yaml.ScalarEvent) and event.implicit[0] and event.value == "<<":
                found = self.value(next(self.events), depth + 1)
                for each in found if isinstance(found, list) else [found]:
                    if not isinstance(each, dict):
                        self.refuse(event, "only mappings can be merged", "write the members out")
                    merged = {**each, **merged}
                continue
            key = self.key(event)
            if key in result:
                self.refuse(event, f"the key {key!r} is repeated", "keep one of them")
            result[key] = self.value(next(self.events), depth + 1)
        return {**merged, **result} if merged else result

    def key(self, event: yaml.Event) -> str:
        """A key is text; a plain integer (a response code) is taken as it is written."""
        if not isinstance(event, yaml.ScalarEvent) or event.anchor is not None:
            self.refuse(event, "this key is no plain string", "write it out, in quotes")
        value = self.scalar(event)
        if not isinstance(value, str) and (isinstance(value, bool) or not isinstance(value, int)):
            self.refuse(event, f"the key {event.value!r} is no string", "put it in quotes")
        return event.value

    def alias(self, event: yaml.AliasEvent, depth: int) -> Json:
        if event.anchor not in self.anchors:
            what = f"*{event.anchor} refers to nothing before it, or to itself"
            self.refuse(event, what, "define the anchor first")
        return self.clone(event, self.anchors[event.anchor], depth)

    def clone(self, event: yaml.Event, value: Json, depth: int) -> Json:
        self.count(event, depth)
        if isinstance(value, dict):
            return {key: self.clone(event, item, depth + 1) for key, item in value.items()}
        if isinstance(value, list):
            return [self.clone(event, item, depth + 1) for item in value]
        return value

    def count(self, event: yaml.Event, depth: int) -> None:
        self.nodes += 1
        if depth > MAX_DEPTH:
            raise RecursionError
        if self.nodes > MAX_NODES:
            self.refuse(
                event, f"holds more than {MAX_NODES:,} values", "write fewer, or fewer aliases"
            )

    def scalar(self, event: yaml.ScalarEvent) -> Json:
        text, tag = event.value, event.tag
        if tag is None and event.implicit[0]:
            return self.core(event, text)
        if tag in {None, "!", _TAG + "str"}:
            return text
        form = _SCALARS.get(str(tag).removeprefix(_TAG))
        if form is None or not form.fullmatch(text):
            self.refuse(event, f"{text!r} with the tag {tag} has no JSON form", "remove it")
        value = self.core(event, text)
        return float(value) if isinstance(value, int) and tag == _TAG + "float" else value

    def core(self, event: yaml.Event, text: str) -> Json:
        """The value of a plain scalar by the core schema."""
        if _SCALARS["null"].fullmatch(text):
            return None
        if _SCALARS["bool"].fullmatch(text):
            return text.lower() == "true"
        if _NOT_FINITE.fullmatch(text):
            self.refuse(event, f"{text} is no finite number", "JSON has no such thing")
        if text[1:2] in {"o", "x"} and _SCALARS["int"].fullmatch(text):
            return int(text[2:], 8 if text[1] == "o" else 16)
        if not _SCALARS["float"].fullmatch(text):  # its form includes every decimal integer
            return text
        try:
            return _number(text)
        except _NotJsonError as error:
            self.refuse(event, str(error), error.todo)

    def refuse(self, event: yaml.Event, what: str, todo: str) -> NoReturn:
        _refuse(_mark(self.name, event.start_mark), what, todo)
