"""Requests and answers as a cassette may keep them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from .field_kinds import Kind, enum_values, is_secret, kind_of
from .origins import origin_of
from .pseudonyms import Pseudonyms, is_number

if TYPE_CHECKING:
    from nuki_core.request import Operation

    from .origins import Api

MASK: Final = "MASKED"
CREDENTIALS: Final = ("token", "ts", "rnr", "hash", "ctoken", "nonce")
_ANSWER_HEADERS: Final = frozenset({"allow", "content-type", "retry-after"})
_PLAIN: Final = re.compile(r"HTTP \d{3}[\w ]*")
_WORD: Final = re.compile(r"[A-Za-z][A-Za-z_-]*")
_PUBLIC: Final = frozenset({"opener"})
"""The vendor's catalogue of intercoms: the same for everybody, and its dates must not be moved."""
_SECRET_ANSWERS: Final = frozenset({"create_otp_secret"})


def without_credentials(request: Any) -> Any:
    """The request with what signed it masked; does the same to a request that is compared."""
    parts = urlsplit(request.uri)
    pairs = [
        (name, MASK if name in CREDENTIALS else value)
        for name, value in parse_qsl(parts.query.replace("+", "%2B"), keep_blank_values=True)
    ]
    request.uri = urlunsplit(parts._replace(query=urlencode(pairs, quote_via=quote)))
    kept = {"content-type": request.headers.get("content-type")}
    if "authorization" in request.headers:
        kept["authorization"] = f"{request.headers['authorization'].partition(' ')[0]} {MASK}"
    request.headers = {name: value for name, value in kept.items() if value}
    return request


class Masking:
    """Masks what passes between a client and one operation's server.

    With ``private``, names, ids, times and places are replaced by pseudonyms too, not only secrets.
    """

    def __init__(
        self, api: Api, operation: Operation, pseudonyms: Pseudonyms | None = None, *, private: bool
    ) -> None:
        self._origin = urlsplit(origin_of(api, operation))
        self._operation = operation
        self._pseudonyms = pseudonyms or Pseudonyms()
        self._private = private and operation.resource not in _PUBLIC

    def request(self, request: Any) -> Any:
        """As the cassette keeps it, addressed to a server that is the same everywhere."""
        if getattr(request, "is_masked", False):  # vcrpy asks twice before it looks for an answer
            return request
        request.is_masked = True
        parts = urlsplit(without_credentials(request).uri)
        pairs = [(name, self._argument(name, text)) for name, text in parse_qsl(parts.query)]
        path = parts.path
        if self._private:
            template, segments = self._operation.path.split("/"), path.split("/")
            start = len(segments) - len(template)  # a proxy may serve below a path of its own
            path = "/".join(
                quote(self._argument(name[1:-1], unquote(text)), safe="")
                if name.startswith("{")
                else text
                for name, text in zip(template, segments[max(0, start) :], strict=True)
            )
        request.uri = urlunsplit(
            parts._replace(
                scheme=self._origin.scheme,
                netloc=self._origin.netloc,
                path=path,
                query=urlencode(pairs, quote_via=quote),
            )
        )
        if request.body:
            request.body = self._body(request.body)
        return request

    def answer(self, response: dict[str, Any]) -> dict[str, Any]:
        """As the cassette keeps it."""
        headers = {name.lower(): value for name, value in response["headers"].items()}
        kept = {name: value for name, value in headers.items() if name in _ANSWER_HEADERS}
        content = response["body"]["string"]
        # The phrase says nothing, and Python has changed some of its own.
        status = {"code": response["status"]["code"], "message": ""}
        return {"status": status, "headers": kept, "body": {"string": self._body(content)}}

    def _argument(self, name: str, text: str) -> str:
        if name in CREDENTIALS:
            return text
        parts = text.split(",") if name.endswith("s") else [text]
        typed = [int(part) if is_number(part) else part for part in parts]
        return ",".join(str(self.value(name, value)) for value in typed)

    def _body(self, content: bytes) -> bytes:
        text = content.decode("utf-8", "replace")
        try:
            value = json.loads(text, strict=False)
        except ValueError:
            harmless = not self._private or not text or _PLAIN.fullmatch(text)
            return content if harmless else MASK.encode()
        name = "secret" if self._operation.name in _SECRET_ANSWERS else "answer"
        masked = self.value(name, value)
        if masked == value:
            return content
        blanks = (", ", ": ") if b'": ' in content else (",", ":")
        return json.dumps(masked, ensure_ascii=False, separators=blanks).encode()

    def value(self, name: str, value: Any) -> Any:
        """A JSON value of this name, masked."""
        if isinstance(value, list):
            return [self.value(name, element) for element in value]
        if isinstance(value, dict):
            masked: dict[str, Any] = {}
            for key, inner in value.items():
                known = kind_of(key) is not Kind.UNKNOWN or _WORD.fullmatch(key)
                shown = key if known or not self._private else str(self._pseudonyms.id(key))
                masked[shown] = self.value(key, inner)
            return masked
        if value is None or isinstance(value, bool):
            return value
        if is_secret(name):
            return self._pseudonyms.secret(value)
        return self._private_value(kind_of(name), value) if self._private else value

    def _private_value(self, kind: Kind, value: Any) -> Any:
        declared = kind is Kind.OPEN and not isinstance(value, str)
        if kind is Kind.KEPT or declared or value == 0 or value in enum_values():
            return value
        if kind is Kind.DEVICE_ID and isinstance(value, int):
            return self._pseudonyms.device_id(value)
        if kind in {Kind.ID, Kind.DEVICE_ID} and isinstance(value, int | str):
            return self._pseudonyms.id(value)
        if isinstance(value, str):
            return self._pseudonyms.text(value)
        if kind is Kind.COORDINATE:
            return self._pseudonyms.coordinate(value)
        return 0.0 if isinstance(value, float) else int(self._pseudonyms.id(value))
