"""What a run of ``nuki`` sends.

It is shown with ``--debug``, held back with ``--dry-run``, and known when something ends the run
half-way.
"""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from urllib.parse import quote

import attrs

from nuki import BridgeClient, WebClient
from nuki_core.errors import NotExecutedError, NukiError, ValidationError
from nuki_core.json import elements_of
from nuki_core.model import Model, to_jsonable
from nuki_core.redaction import MASK, is_secret_name
from nuki_core.unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable

    from nuki_core.json import JsonObject, JsonValue
    from nuki_core.request import Request
    from nuki_core.responses import Response

T = TypeVar("T")

Outcome = Literal["under way", "answered", "not done", "unknown"]


class HeldBackError(ValidationError):
    """A request that changes something was not sent, because nothing shall be."""


@attrs.define(eq=False)
class Entry:
    """A request that changes something, and what came of it."""

    operation: str
    is_motion: bool
    outcome: Outcome = "under way"


@attrs.define(eq=False)
class Ledger:
    """The requests of this run that change something.

    ``tell`` is given a line about every request if there is one; with ``dry_run``, those that
    change something are kept in ``held_back`` and not sent.
    """

    tell: Callable[[str], object] | None = None
    dry_run: bool = False
    entries: list[Entry] = attrs.field(factory=list[Entry])
    held_back: list[JsonObject] = attrs.field(factory=list["JsonObject"])

    @property
    def is_open(self) -> bool:
        """Whether nobody knows what came of a change.

        So it is of one without an answer; and of a movement that was accepted, because if it had
        been waited for, nothing would have gone wrong since.
        """
        return any(
            entry.outcome in {"under way", "unknown"}
            or (entry.is_motion and entry.outcome == "answered")
            for entry in self.entries
        )

    @property
    def changes(self) -> list[str]:
        """The operations that were carried out, or may have been."""
        return [entry.operation for entry in self.entries if entry.outcome != "not done"]

    def settle(self) -> None:
        """Nothing that was sent until now is of interest any more: it is known how it ended."""
        self.entries.clear()

    def follow(self, request: Request[T], send: Callable[[Request[T]], Response[T]]) -> Response[T]:
        """Send a request, and note what comes of it.

        Raises:
            HeldBackError: It is not to be sent.
            NukiError: As ``send``.
        """
        operation, began = request.operation, time.monotonic()
        entry = None
        if operation.effect != "read":
            if self.dry_run:
                self.held_back.append(described(request))
                raise HeldBackError(f"{operation}: not sent, because of --dry-run")
            entry = Entry(str(operation), operation.effect == "motion")
            self.entries.append(entry)
        if self.tell is not None:
            found: Any = described(request)
            query = "&".join(
                f"{k}={quote(str(v), safe='*')}" for k, v in found.get("query", {}).items()
            )
            line = f"> {found['method']} {found['path']}{'?' if query else ''}{query}"
            if "body" in found:
                line += f" {json.dumps(found['body'], ensure_ascii=False)}"
            self.tell(line)
        try:
            response = send(request)
        except NukiError as error:
            if entry is not None:
                # Of what was not executed, part may have moved; but it was not done.
                is_open = error.may_have_run and not isinstance(error, NotExecutedError)
                entry.outcome = "unknown" if is_open else "not done"
            if self.tell is not None:
                seconds = time.monotonic() - began
                self.tell(f"< {type(error).__name__} after {seconds:.2f} s")
            raise
        if entry is not None:
            entry.outcome = "answered"
        if self.tell is not None:
            self.tell(f"< {response.status} after {time.monotonic() - began:.2f} s")
        return response


class NotedWebClient(WebClient):
    """A client whose requests are noted."""

    ledger: Ledger

    def exchange(self, request: Request[T], /) -> Response[T]:
        """As the client's, noted."""
        return self.ledger.follow(request, super().exchange)


class NotedBridgeClient(BridgeClient):
    """A client whose requests are noted."""

    ledger: Ledger

    def exchange(self, request: Request[T], /) -> Response[T]:
        """As the client's, noted."""
        return self.ledger.follow(request, super().exchange)


def described(request: Request[Any]) -> JsonObject:
    """A request as it would be sent, without credentials, and with secrets masked."""
    found: JsonObject = {"method": request.operation.method, "path": request.path}
    query: JsonObject = {name: _shown(name, value) for name, value in request.query}
    if query:
        found["query"] = query
    if request.body is not UNSET:
        body: Any = request.body
        is_json = not isinstance(body, bytes | tuple)
        found["body"] = masked(body) if is_json else "(not JSON)"
    return found


def masked(value: JsonValue) -> JsonValue:
    """JSON with all that its names call secret masked."""
    if isinstance(value, dict):
        return {name: _shown(name, member) for name, member in value.items()}
    if isinstance(value, list):
        return [masked(element) for element in value]
    return value


def shown(value: Any) -> JsonValue:
    """An answer as JSON, with what its models declare as secret masked.

    What they do not declare is judged by its name.
    """
    if not isinstance(value, Model):
        elements = elements_of(value)
        if elements is not None:
            return [shown(element) for element in elements]
        found: JsonValue = to_jsonable(value)
        return masked(found)
    fields = {field.name: field for field in attrs.fields(type(value))}
    row: JsonObject = {
        name: _shown(name, to_jsonable(member))
        for name, member in value.additional_properties.items()
    }
    for name, json_name in value.json_names.items():
        member = getattr(value, name)
        if member is not UNSET:
            is_plain = fields[name].repr or member is None
            row[json_name] = shown(member) if is_plain else MASK
    return row


def _shown(name: str, value: JsonValue) -> JsonValue:
    if isinstance(value, dict | list):
        return masked(value)
    is_kept = value is None or isinstance(value, bool) or not is_secret(name)
    return value if is_kept else MASK


def is_secret(name: str) -> bool:
    """Whether a field of this name holds a secret; the id of a token is none."""
    return is_secret_name(name) and not name.lower().endswith("id")
