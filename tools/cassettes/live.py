"""Recording from somebody's own account or bridge: what is asked, with which arguments.

Reading changes nothing and asks nobody. Everything else is named by the user and confirmed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from nuki_core.errors import ApiError, NukiError

from .cassette import model
from .leaks import leaks
from .masking import Masking
from .origins import APIS, OPERATIONS
from .pseudonyms import Pseudonyms
from .recorder import record
from .requests import request_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from nuki import BridgeClient, WebClient
    from nuki_core.request import Operation

    from .origins import Api

_SOURCES: Final[dict[str, tuple[str, str]]] = {
    "account_id": ("account.list_sub_accounts", "account_id"),
    "account_user_id": ("account_user.list", "account_user_id"),
    "address_id": ("address.list", "address_id"),
    "address_token.token_id": ("address_token.list", "id"),
    "api_key_id": ("api_key.list", "api_key_id"),
    "brand_id": ("opener.list_brands", "brand_id"),
    "device_type": ("device.list", "device_type"),
    "intercom_id": ("opener.list_intercoms", "intercom_id"),
    "notification_id": ("notification.list", "notification_id"),
    "nuki_id": ("device.list", "nuki_id"),
    "service_id": ("service.list", "serviceId"),
    "smartlock_auth.auth_id": ("smartlock_auth.list_for_smartlock", "id"),
    "smartlock_id": ("smartlock.list", "smartlock_id"),
}
"""Where an argument comes from: the first element of an earlier answer, and its field."""


class MissingArgumentError(LookupError):
    """No earlier answer gave a value for this argument."""


@attrs.define(eq=False)
class LiveRecording:
    """A recording in progress. ``pseudonyms`` are shared by the recordings of both APIs."""

    folder: Path
    api: Api
    caller: WebClient | BridgeClient
    token: str = attrs.field(repr=False)
    pseudonyms: Pseudonyms = attrs.field(factory=Pseudonyms)
    answers: dict[str, Any] = attrs.field(factory=dict, repr=False)

    def read(self) -> Iterator[str]:
        """Record every operation that only reads; says a line about each."""
        waiting = [each for each in APIS[self.api].OPERATIONS if each.effect == "read"]
        while waiting:
            # What lists things goes before what asks about one of them.
            ready = [
                each
                for each in waiting
                if all(
                    _source(each, parameter.name)[0] in self.answers
                    for parameter in each.parameters
                    if parameter.required
                )
            ] or waiting
            yield from (self._recorded(each, {}) for each in ready)
            waiting = [each for each in waiting if each not in ready]

    def write(self, name: str, given: dict[str, Any], ask: Callable[[str], str]) -> str:
        """Record an operation that changes something, with these arguments; a body is JSON.

        ``ask`` shows what would be sent; only the name as its answer sends it.
        """
        operation = OPERATIONS[self.api, name]
        try:
            arguments = {**self._arguments(operation, given), **given}
        except MissingArgumentError as error:
            return f"{name}: not sent, {error}"
        shown = ", ".join(f"{argument}={value!r}" for argument, value in arguments.items())
        question = f"{operation} ({operation.effect}) with {shown or 'no arguments'}"
        if ask(f"{question}\nType {name} to send it: ").strip() != name:
            return f"{name}: not sent"
        if operation.body and "body" in given:
            arguments["body"] = model(self.api, operation.body, given["body"])
        return self._recorded(operation, arguments)

    def _recorded(self, operation: Operation, arguments: dict[str, Any]) -> str:
        name = f"{operation.resource}.{operation.name}"
        self.answers[name] = None
        path = self.folder / self.api / f"{name}.yaml"
        try:
            request = request_of(operation, arguments or self._arguments(operation, {}))
            masking = Masking(self.api, operation, self.pseudonyms, private=True)
            answer = record(path, masking, self.caller, request, "live")
        except (NukiError, MissingArgumentError) as error:
            path.unlink(missing_ok=True)
            return f"{name}: not recorded, {error}"
        if isinstance(answer, ApiError):
            path = path.rename(path.with_suffix(f".{answer.status}.yaml"))
        else:
            self.answers[name] = answer
        private = {self.token, *self.pseudonyms.sensitive_values()}
        if found := leaks(path.read_text(encoding="utf-8"), private):
            path.unlink()
            return f"{path.name}: removed again, {len(found)} private value(s) were left in it"
        return f"{path.name}: recorded"

    def _arguments(self, operation: Operation, given: dict[str, Any]) -> dict[str, Any]:
        # Those that address something; what a change would send is the user's to say.
        parameters = [each for each in operation.parameters if each.location != "body"]
        wanted = [each.name for each in parameters if each.required]
        wanted += operation.any_of[:1]
        if "nuki_id" in wanted:
            wanted.append("device_type")
        found: dict[str, Any] = {}
        for name in wanted:
            if name in given:
                continue
            source, field = _source(operation, name)
            answer = self.answers.get(source)
            if not answer:
                raise MissingArgumentError(f"no value for {name}: {source or 'no list'} has none")
            first = answer[0]
            found[name] = first[field] if isinstance(first, dict) else getattr(first, field)
        return found


def _source(operation: Operation, name: str) -> tuple[str, str]:
    own = _SOURCES.get(f"{operation.resource}.{name}")
    return own or _SOURCES.get(name, ("", name))
