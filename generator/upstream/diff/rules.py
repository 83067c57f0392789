"""A change as a value, and the rule table: how severe each kind of change is.

A change on the wire is judged by what it does to a client written for the old document, a change
of the public API by what it does to code written, and type-checked, for the old package.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Final


class Severity(IntEnum):
    """What a change asks of the next version, by Semantic Versioning 2.0.0."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    @property
    def word(self) -> str:
        """Its name as reports write it."""
        return self.name.lower()


class View(StrEnum):
    """In which view something changed: in what goes over the network, or in what users import."""

    WIRE = "wire"
    PYTHON = "python"


class Direction(StrEnum):
    """Whether clients send the data or receive it; ``UNUSED`` if no operation or webhook does."""

    REQUEST = "request"
    ANSWER = "answer"
    UNUSED = "unused"


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        place: on the wire the JSON pointer (RFC 6901) of the node, in the OpenAPI 3.1 form to which
            overlays apply: in the new document, or in the old one if the node is gone. In Python a
            name as users write it: ``nuki.web.SmartlockLog.action`` (a class and its member) or
            ``web.smartlock_log.list(limit)`` (a method of a client and its parameter).
        kind: one of the rule table.
        text: a sentence for people.
        direction: data that is both sent and received gives one change for each. ``None`` where
            that makes no difference in Python.
    """

    view: View
    place: str
    kind: str
    text: str
    direction: Direction | None = None

    @property
    def rule(self) -> Rule:
        """That of its kind."""
        return _TABLE[self.view, self.kind]

    @property
    def severity(self) -> Severity:
        """How severe it is, by its rule; what nothing uses is not severe at all."""
        if self.direction is Direction.UNUSED:
            return NONE
        return self.rule.answer if self.direction is Direction.ANSWER else self.rule.request

    @property
    def asked(self) -> Severity:
        """What it asks of the next version, by itself.

        Users are broken by what they import. A server that breaks an old client does so whichever
        release that client is of; so what happens on the wire asks for a minor version at most.
        """
        return self.severity if self.view is View.PYTHON else min(self.severity, MINOR)


LONGEST: Final = 100
"""Most characters of a document, or of source, that a sentence quotes at once."""


def cut(text: str) -> str:
    """Text as a part of one line: printable, without backticks, and cut if it is long."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text.replace("`", "'"))
    line = " ".join(printable.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "\u2026"


def quoted(text: str) -> str:
    """The same between backticks, as reports set names and source."""
    return f"`{cut(text)}`"


NONE, PATCH, MINOR, MAJOR = Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """How severe one kind of change is, by direction, and why."""

    view: View
    kind: str
    request: Severity
    answer: Severity
    why: str


def _wire(kind: str, request: Severity, answer: Severity, why: str) -> Rule:
    return Rule(View.WIRE, kind, request, answer, why)


def _python(kind: str, severity: Severity, why: str, *, answer: Severity | None = None) -> Rule:
    return Rule(View.PYTHON, kind, severity, severity if answer is None else answer, why)


RULES: Final = (
    # Operations
    _wire("operation-removed", MAJOR, MAJOR, "calls of it fail"),
    _wire("operation-added", MINOR, MINOR, "there is more to call"),
    _wire("operation-deprecated", MINOR, MINOR, "it still works, and will be removed one day"),
    _wire("operation-undeprecated", PATCH, PATCH, "it is not going to be removed after all"),
    _wire("operation-renamed", NONE, NONE, "an operationId is never sent"),
    _wire("scope-added", MAJOR, MAJOR, "tokens without the scope are refused"),
    _wire("scope-removed", MINOR, MINOR, "fewer scopes suffice"),
    _wire("security-added", MINOR, MINOR, "there is one more way to sign in"),
    _wire("security-removed", MAJOR, MAJOR, "requests must be signed differently"),
    _wire("security-changed", MAJOR, MAJOR, "requests must be signed differently"),
    _wire("server-changed", MAJOR, MAJOR, "requests go elsewhere"),
    # Parameters and bodies
    _wire("parameter-added", MINOR, MINOR, "there is more to ask for"),
    _wire("parameter-added-required", MAJOR, MAJOR, "requests without it are refused"),
    _wire("parameter-removed", MAJOR, MAJOR, "requests with it are refused, or it is ignored"),
    _wire("parameter-became-required", MAJOR, MAJOR, "requests without it are refused"),
    _wire("parameter-became-optional", MINOR, MINOR, "it may be left out"),
    _wire("parameter-style-changed", MAJOR, MAJOR, "its values must be written differently"),
    _wire("media-type-added", MINOR, MINOR, "there is one more format to choose"),
    _wire("media-type-removed", MAJOR, MAJOR, "data in this format is refused, or no longer sent"),
    # Answers
    _wire("status-added", MINOR, MINOR, "callers may handle one more status"),
    _wire("status-removed", MINOR, MINOR, "this status is no longer described"),
    _wire("success-removed", MAJOR, MAJOR, "calls no longer return what they did"),
    # Schemas
    _wire("component-added", NONE, NONE, "its name is never sent; what uses it is listed"),
    _wire("component-removed", NONE, NONE, "its name is never sent; what used it is listed"),
    _wire("property-added", MINOR, MINOR, "there is more to send or to read"),
    _wire("property-added-required", MAJOR, MINOR, "a request without it is refused"),
    _wire("property-removed", MAJOR, MAJOR, "what was sent or read is gone"),
    _wire("property-became-required", MAJOR, MINOR, "a request without it is refused"),
    _wire("property-became-optional", MINOR, MAJOR, "an answer may lack it"),
    _wire("type-changed", MAJOR, MAJOR, "neither type holds the values of the other"),
    _wire("type-widened", MINOR, MAJOR, "an answer may hold what no reader expects"),
    _wire("type-narrowed", MAJOR, MINOR, "a request may hold what is now refused"),
    _wire("format-changed", MINOR, MINOR, "the JSON type stays; its values may differ"),
    _wire("enum-value-added", MINOR, MINOR, "enums are open: a new value is one more to know"),
    _wire("enum-value-removed", MAJOR, MINOR, "a request with it is refused"),
    _wire("code-added", MINOR, MINOR, "a text names one more code; enums are open"),
    _wire("code-removed", MINOR, MINOR, "a text no longer names a code"),
    _wire("code-reworded", PATCH, PATCH, "a text describes a code in other words"),
    _wire("bound-tightened", MAJOR, MINOR, "a request may hold what is now refused"),
    _wire("bound-loosened", MINOR, MINOR, "there are more values"),
    _wire("default-changed", MINOR, MINOR, "what is left out means something else"),
    _wire("access-changed", MINOR, MINOR, "it became, or is no longer, read-only or write-only"),
    # Words
    _wire("text-changed", PATCH, PATCH, "descriptions become docstrings"),
    _wire("version-changed", PATCH, PATCH, "the version of the API is a constant of the package"),
    _wire("other-changed", PATCH, PATCH, "anything else, such as tags and extensions"),
    # Names, in Python
    _python("name-added", MINOR, "there is more to import, to read, to give or to call"),
    _python("name-added-required", MAJOR, "code that does not give it fails", answer=MINOR),
    _python("name-removed", MAJOR, "code that uses it fails"),
    _python("name-renamed", MAJOR, "code that uses the old name fails"),
    _python("name-replaced", MINOR, "the old name still works, and warns"),
    _python("name-became-required", MAJOR, "code that does not give it fails", answer=MINOR),
    _python("name-became-optional", MINOR, "it may be left out"),
    # What a name stands for, in Python
    _python("class-changed", MAJOR, "it is another kind of class: an enum, flags, or a model"),
    _python("member-changed", MAJOR, "the same name stands for another value"),
    _python("constructor-changed", MAJOR, "arguments must be passed differently"),
    _python("method-changed", MAJOR, "it became, or is no longer, a coroutine or a property"),
    _python("parameter-moved", MAJOR, "calls that give it by position give another one"),
    _python("default-changed", MAJOR, "calls that leave it out ask for something else"),
    # Types, in Python
    _python("type-changed", MAJOR, "type-checked code no longer fits"),
    _python("type-widened", MINOR, "readers must handle more; callers may pass more", answer=MAJOR),
    _python("type-narrowed", MAJOR, "callers may pass less; readers handle less", answer=MINOR),
    # The rest of Python
    _python("operation-changed", MINOR, "`OPERATIONS` describes it differently"),
    _python("api-version-changed", PATCH, "the package speaks another version of the API"),
    _python("text-changed", PATCH, "docstrings are worded differently"),
    _python("code-changed", PATCH, "only the implementation changed"),
)

_TABLE: Final = {(rule.view, rule.kind): rule for rule in RULES}
