"""The rule table: how severe each kind of change is.

A wire change is judged as it meets a client that was written for the old document, a change of the
Python surface as it meets code that was written, and type-checked, for the old package.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .changes import Direction, PythonChange, Severity, WireChange

NONE, PATCH, MINOR, MAJOR = Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """How severe one kind of change is, by direction, and why."""

    side: str
    kind: str
    request: Severity
    answer: Severity
    why: str


def _wire(kind: str, request: Severity, answer: Severity, why: str) -> Rule:
    return Rule("wire", kind, request, answer, why)


def _python(kind: str, severity: Severity, why: str, *, answer: Severity | None = None) -> Rule:
    return Rule("python", kind, severity, severity if answer is None else answer, why)


RULES: Final = (
    # Operations
    _wire("operation-removed", MAJOR, MAJOR, "calls of it fail"),
    _wire("operation-added", MINOR, MINOR, "there is more to call"),
    _wire("operation-deprecated", MINOR, MINOR, "it works still, and will not for ever"),
    _wire("operation-undeprecated", PATCH, PATCH, "it stays"),
    _wire("operation-renamed", NONE, NONE, "an operationId does not travel"),
    _wire("scope-added", MAJOR, MAJOR, "tokens without the scope are refused"),
    _wire("scope-removed", MINOR, MINOR, "fewer scopes suffice"),
    _wire("security-added", MINOR, MINOR, "there is one more way to be let in"),
    _wire("security-changed", MAJOR, MAJOR, "requests are signed in another way"),
    _wire("server-changed", MAJOR, MAJOR, "requests go elsewhere"),
    # Parameters and bodies
    _wire("parameter-added", MINOR, MINOR, "there is more to ask for"),
    _wire("parameter-added-required", MAJOR, MAJOR, "requests without it are refused"),
    _wire("parameter-removed", MAJOR, MAJOR, "requests with it are refused, or not heeded"),
    _wire("parameter-became-required", MAJOR, MAJOR, "requests without it are refused"),
    _wire("parameter-became-optional", MINOR, MINOR, "it may be left out"),
    _wire("parameter-style-changed", MAJOR, MAJOR, "its values are written in another way"),
    _wire("body-added", MINOR, MINOR, "there is more to send"),
    _wire("body-added-required", MAJOR, MAJOR, "requests without one are refused"),
    _wire("body-removed", MAJOR, MAJOR, "what is sent is refused, or not heeded"),
    _wire("body-became-required", MAJOR, MAJOR, "requests without one are refused"),
    _wire("body-became-optional", MINOR, MINOR, "it may be left out"),
    _wire("media-type-added", MINOR, MINOR, "there is one more notation"),
    _wire("media-type-removed", MAJOR, MAJOR, "data in it is refused, or no longer comes"),
    # Answers
    _wire("status-added", MINOR, MINOR, "a status of its own is one more case to expect"),
    _wire("status-removed", MINOR, MINOR, "an error that is no longer announced"),
    _wire("success-removed", MAJOR, MAJOR, "what a call gave it gives no longer"),
    _wire("header-added", MINOR, MINOR, "there is more to read"),
    _wire("header-removed", MAJOR, MAJOR, "what was read is gone"),
    _wire("webhook-added", MINOR, MINOR, "there is more to receive"),
    _wire("webhook-removed", MAJOR, MAJOR, "what was received no longer comes"),
    # Schemas
    _wire("schema-added", NONE, NONE, "names of schemas do not travel; their uses are listed"),
    _wire("schema-removed", NONE, NONE, "names of schemas do not travel; their uses are listed"),
    _wire("property-added", MINOR, MINOR, "there is more to send or to read"),
    _wire("property-added-required", MAJOR, MINOR, "a request without it is refused"),
    _wire("property-removed", MAJOR, MAJOR, "what was sent or read is gone"),
    _wire("property-became-required", MAJOR, MINOR, "a request without it is refused"),
    _wire("property-became-optional", MINOR, MAJOR, "an answer may lack it"),
    _wire("type-changed", MAJOR, MAJOR, "neither type holds the values of the other"),
    _wire("type-widened", MINOR, MAJOR, "an answer may hold what no reader expects"),
    _wire("type-narrowed", MAJOR, MINOR, "a request may hold what is now refused"),
    _wire("format-changed", MINOR, MINOR, "the same JSON type, to be read with other bounds"),
    _wire("enum-value-added", MINOR, MINOR, "enums are open: a new value is one more to know"),
    _wire("enum-value-removed", MAJOR, MINOR, "a request with it is refused"),
    _wire("code-added", MINOR, MINOR, "a text names one more code; enums are open"),
    _wire("code-removed", MINOR, MINOR, "a text names a code no longer"),
    _wire("code-reworded", PATCH, PATCH, "a code is given other words"),
    _wire("bound-tightened", MAJOR, MINOR, "a request may hold what is now refused"),
    _wire("bound-loosened", MINOR, MINOR, "there are more values"),
    _wire("default-changed", MINOR, MINOR, "what is left out means something else"),
    _wire("access-changed", MINOR, MINOR, "it may be only read, or only written, or no longer so"),
    # Words
    _wire("text-changed", PATCH, PATCH, "descriptions become docstrings"),
    _wire("version-changed", PATCH, PATCH, "the version of the API is a constant of the package"),
    _wire("other-changed", PATCH, PATCH, "anything else, such as tags and extensions"),
    # Classes, in Python
    _python("class-added", MINOR, "there is more to import"),
    _python("class-removed", MAJOR, "imports of it fail"),
    _python("class-renamed", MAJOR, "imports of the old name fail, whatever it holds"),
    _python("class-replaced", MINOR, "the old name still works, and warns"),
    _python("class-changed", MAJOR, "it is another kind of class: an enum, flags, or a model"),
    _python("member-added", MINOR, "enums are open: code that handles any value keeps working"),
    _python("member-removed", MAJOR, "code that names it fails"),
    _python("member-renamed", MAJOR, "code that uses the old name fails"),
    _python("member-changed", MAJOR, "the same name stands for another value"),
    _python("field-added", MINOR, "there is more to read or to give"),
    _python("field-added-required", MAJOR, "code that sends one without it fails", answer=MINOR),
    _python("field-removed", MAJOR, "code that reads or gives it fails"),
    _python("field-became-required", MAJOR, "code that sends one without it fails", answer=MINOR),
    _python("field-became-optional", MINOR, "it may be left out"),
    _python("constructor-changed", MAJOR, "code that makes one passes its arguments otherwise"),
    # Methods, in Python
    _python("resource-added", MINOR, "there is more to call"),
    _python("resource-removed", MAJOR, "code that calls it fails"),
    _python("method-added", MINOR, "there is more to call"),
    _python("method-removed", MAJOR, "code that calls it fails"),
    _python("method-renamed", MAJOR, "code that calls the old name fails"),
    _python("method-replaced", MINOR, "the old name still works, and warns"),
    _python("method-changed", MAJOR, "it became, or is no longer, a coroutine or a property"),
    _python("parameter-added", MINOR, "there is more to ask for"),
    _python("parameter-added-required", MAJOR, "calls without it fail"),
    _python("parameter-removed", MAJOR, "calls with it fail"),
    _python("parameter-became-required", MAJOR, "calls without it fail"),
    _python("parameter-became-optional", MINOR, "it may be left out"),
    _python("parameter-moved", MAJOR, "calls that give it by position give another one"),
    _python("default-changed", MAJOR, "calls that leave it out ask for something else"),
    # Types, in Python, judged where they stand
    _python("type-changed", MAJOR, "type-checked code no longer fits"),
    _python("type-widened", MINOR, "readers must expect more; givers may give more", answer=MAJOR),
    _python("type-narrowed", MAJOR, "givers may give less; readers know more", answer=MINOR),
    # The rest of Python
    _python("constant-added", MINOR, "there is more to import"),
    _python("constant-removed", MAJOR, "imports of it fail"),
    _python("operation-changed", MINOR, "the table of operations says something else of it"),
    _python("api-version-changed", PATCH, "the package speaks another version of the API"),
    _python("text-changed", PATCH, "docstrings say something else"),
    _python("code-changed", PATCH, "the implementation changed, not what it offers"),
)

_TABLE: Final = {(rule.side, rule.kind): rule for rule in RULES}


def wire_severity(change: WireChange) -> Severity:
    """How severe a wire change is; what nothing uses is not severe at all."""
    rule = _TABLE["wire", change.kind]
    severities = {Direction.REQUEST: rule.request, Direction.ANSWER: rule.answer}
    return severities.get(change.direction, NONE)


def python_severity(change: PythonChange) -> Severity:
    """How severe a change of the Python surface is."""
    rule = _TABLE["python", change.kind]
    return rule.answer if change.direction is Direction.ANSWER else rule.request
