"""Webhooks and bridge callbacks: reading them, and receivers to which they are posted.

A receiver is a plain function ``receiver.receive(method, headers, body) -> (status, body)``, and an
ASGI application around it. It starts no server. What it accepts waits in its ``inbox``, until
somebody iterates over the receiver, or the watch that it was given to takes it.
"""

from __future__ import annotations

import hmac
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from hashlib import sha256
from ipaddress import IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar
from urllib.parse import unquote, urlsplit

import attrs

from nuki_core.clock import Clock
from nuki_core.errors import DecodeError, NukiError, SignatureError, ValidationError
from nuki_core.ids import NukiId, SmartlockId
from nuki_core.inbox import Inbox
from nuki_core.json import JsonObject, is_integer, loads
from nuki_core.redaction import SecretText
from nuki_generated.bridge import StateCallback
from nuki_generated.web import (
    AccountUserWebhook,
    AdvancedResultWebhook,
    DeviceAuthsWebhook,
    DeviceConfigWebhook,
    DeviceLogsWebhook,
    DeviceMasterdataWebhook,
    DeviceStatusWebhook,
    WebhookFeature,
)

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

T = TypeVar("T")

Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str | bytes, str | bytes]]
Scope: TypeAlias = MutableMapping[str, Any]
Message: TypeAlias = MutableMapping[str, Any]

SIGNATURE_HEADER: Final = "X-Nuki-Signature-SHA256"
_SIGNATURE: Final = re.compile(rb"[0-9a-f]{64}|[0-9A-F]{64}")
_LONGEST_BODY: Final = 64 * 1024
_REPEATED_WITHIN: Final = 20.0  # a bell that is rung again after half a minute is no repeat
_REMEMBERED: Final = 256
_WAITING: Final = 1000
_LONGEST_WAIT: Final = 3600.0

_ACCEPTED: Final = (204, b"")
_REFUSED: Final = (403, b"")  # whatever the reason: strangers are told nothing
_FULL: Final = (503, b"")


@attrs.frozen
class UnknownWebhook:
    """A webhook of a feature that this version does not know; ``data`` is its JSON object."""

    feature: WebhookFeature
    data: JsonObject = attrs.field(repr=False)


Webhook: TypeAlias = (
    DeviceStatusWebhook
    | DeviceMasterdataWebhook
    | DeviceConfigWebhook
    | DeviceLogsWebhook
    | DeviceAuthsWebhook
    | AccountUserWebhook
    | AdvancedResultWebhook
    | UnknownWebhook
)

_BY_FEATURE: Final[Mapping[object, Any]] = {
    WebhookFeature.DEVICE_STATUS: DeviceStatusWebhook,
    WebhookFeature.DEVICE_MASTERDATA: DeviceMasterdataWebhook,
    WebhookFeature.DEVICE_CONFIG: DeviceConfigWebhook,
    WebhookFeature.DEVICE_LOGS: DeviceLogsWebhook,
    WebhookFeature.DEVICE_AUTHS: DeviceAuthsWebhook,
    WebhookFeature.ACCOUNT_USER: AccountUserWebhook,
}


# Reading


def parse_webhook(body: bytes, headers: Headers, secret: str | SecretText) -> Webhook:
    """Check the signature of a webhook, and give it the type of its feature.

    The header ``X-Nuki-Signature-SHA256`` holds the HMAC-SHA256 (RFC 2104) of the body, exactly as
    it was received, in hexadecimal. ``secret`` is its key: of a decentral webhook what registering
    it answered, of an account's own webhook the OAuth client secret (Nuki Web API guide, "Central &
    Decentral Webhooks"). The outcome of an advanced request has no feature: that is an
    :class:`~nuki.web.AdvancedResultWebhook`.

    Raises:
        SignatureError: The signature is missing, malformed, or of another secret or body.
        DecodeError: The signature fits, and the body is no webhook.
        ValidationError: The body is not given as bytes, or the secret is empty.
    """
    secret = SecretText(secret)  # what stands in this frame, which error reports may show
    if fault := _signature_fault(body, headers, secret):
        raise SignatureError(fault)
    try:
        found: object = loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise DecodeError("this is no webhook: it is no JSON object", may_have_run=False)
    data: JsonObject = found  # pyright: ignore[reportUnknownVariableType] - it was JSON
    feature = data.get("feature")
    if feature is None:
        return AdvancedResultWebhook.parse(data)
    if not isinstance(feature, str):
        raise DecodeError("this is no webhook: its feature is no text", may_have_run=False)
    kind = _BY_FEATURE.get(WebhookFeature(feature))
    if kind is None:
        return UnknownWebhook(WebhookFeature(feature), data)
    webhook: Webhook = kind.parse(data)
    return webhook


def _signature_fault(body: bytes, headers: Headers, secret: SecretText) -> str:
    if not isinstance(body, bytes):  # pyright: ignore[reportUnnecessaryIsInstance] - text is a common mistake
        raise ValidationError("the signature is that of the bytes received: pass them as they are")
    if not secret.reveal():
        raise ValidationError("the secret is empty; pass the one that signs these webhooks")
    given: Any = headers
    pairs: Any = given.items() if hasattr(given, "items") else given
    name = SIGNATURE_HEADER.lower().encode()  # whose case differs
    signatures = [_octets(value) for key, value in pairs if _octets(key).lower() == name]
    if not signatures:
        return f"the header {SIGNATURE_HEADER} is missing"
    if len(signatures) > 1 or not _SIGNATURE.fullmatch(signatures[0]):
        return f"the header {SIGNATURE_HEADER} holds no HMAC-SHA256 in hexadecimal"
    expected = hmac.new(secret.reveal().encode(), body, sha256).hexdigest().encode()
    fits = hmac.compare_digest(expected, signatures[0].lower())
    return "" if fits else "the signature is not that of this body under this secret"


def parse_callback(body: bytes) -> StateCallback:
    """Read what a bridge posted to a callback's URL (Bridge API 1.13.3, "Callback").

    Bridges do not sign what they post: that it comes from one is for the receiver to know. Ids in
    hexadecimal, as bridges in software write them, are read too.

    Raises:
        DecodeError: The body is no JSON object, or a required field is missing or of another type.
        ValidationError: The body is not given as bytes.
    """
    if not isinstance(body, bytes):  # pyright: ignore[reportUnnecessaryIsInstance] - as above
        raise ValidationError("the body is given as the bytes that were received")
    try:
        found: object = loads(body)
    except (ValueError, RecursionError):
        return StateCallback.parse(body)  # which says what is wrong
    if isinstance(found, dict):
        data: JsonObject = found  # pyright: ignore[reportUnknownVariableType] - it was JSON
        name = StateCallback.json_names["nuki_id"]
        written = data.get(name)
        if isinstance(written, str) and re.fullmatch(r"[0-9A-Fa-f]{1,8}", written):
            data[name] = int(written, 16)
        return StateCallback.parse(data)
    return StateCallback.parse(body)


def smartlock_id_of(webhook: Webhook) -> SmartlockId | None:
    """The device that a webhook is about; ``None`` if it is about none, or does not say."""
    found: object = None
    if isinstance(webhook, DeviceLogsWebhook):
        found = getattr(webhook.smartlock_log, "smartlock_id", None)
    elif isinstance(webhook, DeviceAuthsWebhook):
        found = getattr(webhook.smartlock_auth, "smartlock_id", None)
    else:
        found = getattr(webhook, "smartlock_id", None)
    return found if isinstance(found, SmartlockId) else None


def _octets(text: object) -> bytes:
    if isinstance(text, bytes):
        return text
    return str(text).encode("utf-8", "surrogatepass")


# Receiving


class _Receiver(Generic[T]):
    """What both receivers share: bounds, repeats, the inbox, and both ways in.

    ``read`` makes of a request its message, and tells which device it is about; an error of ours
    refuses it.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing that bounds what is accepted
        self,
        *,
        read: Callable[[Headers, bytes], tuple[T, int | None]],
        path: SecretText | None,
        devices: Iterable[int | str] | None,
        senders: Iterable[str] | None,
        size: int,
        longest_body: int,
        clock: Clock | None,
    ) -> None:
        self.inbox: Inbox[T] = Inbox(size)
        self.refused = 0
        """How many messages were refused."""
        self._read = read
        self._path = path
        self._devices = None if devices is None else {_hex_of(one) for one in devices}
        if isinstance(senders, str):
            raise ValidationError(f"senders is one text; give a list, [{senders!r}]")
        try:
            self._senders = None if senders is None else tuple(map(ip_network, senders))
        except ValueError as error:
            raise ValidationError(f"senders: {error}") from None
        self._longest_body = longest_body
        self._clock = clock or Clock()
        self._latest: OrderedDict[object, tuple[bytes, float]] = OrderedDict()

    def receive(
        self,
        method: str,
        headers: Headers,
        body: bytes,
        *,
        path: str | None = None,
        sender: str | None = None,
    ) -> tuple[int, bytes]:
        """Take one HTTP request, and give the status and body with which to answer it.

        204 is for what was accepted, or came before; 403 for everything that is refused, whatever
        the reason; 503 when too much is waiting already. Without ``path`` that is not checked: pass
        it unless the framework has found this receiver by it. ``sender`` is the address from which
        the request comes; a receiver that was given ``senders`` refuses what comes without.
        """
        if not isinstance(body, bytes | bytearray | memoryview):  # pyright: ignore[reportUnnecessaryIsInstance] - text is a common mistake
            raise ValidationError("the body is given as the bytes that were received")
        if (
            method.upper() != "POST"
            or len(body) > self._longest_body
            or (
                path is not None
                and self._path is not None
                and not hmac.compare_digest(_octets(unquote(path)), _octets(self._path.reveal()))
            )
            or (self._senders is not None and not self._is_sender(sender))
        ):
            return self._refuse()
        try:
            message, device = self._read(headers, bytes(body))
        except NukiError:
            return self._refuse()
        hexadecimal = None if device is None else NukiId(device).hex
        is_device = hexadecimal is not None and self._devices is not None
        if is_device and hexadecimal not in (self._devices or ()):
            return self._refuse()
        source, digest = (type(message), hexadecimal), sha256(body).digest()
        latest, at = self._latest.get(source, (b"", 0.0))
        # Only what came last from there is a repeat: a door may well open, close and open.
        if latest == digest and self._clock.now() - at < _REPEATED_WITHIN:
            return _ACCEPTED
        if not self.inbox.put(message):
            return _FULL
        self._latest[source] = (digest, self._clock.now())
        self._latest.move_to_end(source)
        if len(self._latest) > _REMEMBERED:
            self._latest.popitem(last=False)
        return _ACCEPTED

    def _refuse(self) -> tuple[int, bytes]:
        self.refused += 1
        return _REFUSED

    def _is_sender(self, sender: str | None) -> bool:
        try:
            address = ip_address(sender or "")
        except ValueError:
            return False
        # A server that listens for both versions of IP writes IPv4 addresses like this.
        mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
        return any((mapped or address) in network for network in self._senders or ())

    async def __call__(
        self,
        scope: Scope,
        receive: Callable[[], Awaitable[Message]],
        send: Callable[[Message], Awaitable[object]],
    ) -> None:
        """Answer as an ASGI application; mounted or not, the whole path counts."""
        if scope["type"] == "lifespan":
            while (await receive())["type"] != "lifespan.shutdown":
                await send({"type": "lifespan.startup.complete"})
            await send({"type": "lifespan.shutdown.complete"})
            return
        if scope["type"] != "http":  # a websocket is closed before it has opened
            await send({"type": "websocket.close", "code": 1008})
            return
        body, more = b"", True
        while more and len(body) <= self._longest_body:
            message = await receive()
            if message["type"] == "http.disconnect":
                return
            body += message.get("body", b"")
            more = message.get("more_body", False)
        sender, _port = scope.get("client") or (None, 0)
        # Servers differ in whether the path includes the mount's.
        path, root = str(scope["path"]), str(scope.get("root_path", ""))
        whole = path if path.startswith(root) else root + path
        status, answer = self.receive(
            scope["method"], scope["headers"], body, path=whole, sender=sender
        )
        await send({"type": "http.response.start", "status": status, "headers": []})
        await send({"type": "http.response.body", "body": answer})

    def __iter__(self) -> Iterator[T]:
        """What arrives, as it arrives, in the calling thread; without end."""
        while True:
            found = self.inbox.take()
            if found is None:
                self._clock.wait(self.inbox, _LONGEST_WAIT)
            else:
                yield found

    async def __aiter__(self) -> AsyncIterator[T]:
        """What arrives, as it arrives, in this task; without end."""
        while True:
            found = self.inbox.take()
            if found is None:
                await self._clock.await_(self.inbox, _LONGEST_WAIT)
            else:
                yield found

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.inbox)} waiting, {self.refused} refused>"


def _path_of(url: SecretText) -> SecretText:
    """The path of a URL to which bridges are to post."""
    fault, path = "", SecretText("/")
    try:
        parts = urlsplit(url.reveal())
    except ValueError:
        fault = "the URL to which the bridge shall post is malformed"
    else:
        path = SecretText(unquote(parts.path or "/"))
        if parts.scheme != "http" or not parts.hostname:
            fault = (
                "a bridge posts to http:// only, without TLS (Bridge API 1.13.3, /callback/add); "
                "give the whole URL, such as http://192.168.1.20:8000/ and a secret path"
            )
        elif parts.query:
            fault = "the query of a URL is not looked at; put the secret into its path"
        del parts
    if fault:
        raise ValidationError(fault)
    return path


def _hex_of(device: int | str) -> str:
    if isinstance(device, str):
        return NukiId.from_hex(device).hex
    if not is_integer(device):
        raise ValidationError(f"a device is given by its id, not by a {type(device).__name__}")
    return NukiId(device).hex


class CallbackReceiver(_Receiver[StateCallback]):
    """Receives what bridges post to ``url``: ``CallbackReceiver("http://192.168.1.20:8000/9fK2")``.

    Bridges neither sign what they post nor say which of them it comes from, so let the path hold a
    secret: long and random, and kept, so that the same URL is registered after a restart.
    ``devices`` are the ids of those to hear of, as numbers or as the app prints them; ``senders``
    the addresses or networks that may post, such as ``["192.168.1.50"]``. Without them, all are
    heard. At most ``size`` callbacks wait to be taken; ``longest_body`` is in bytes.

    Raises:
        ValidationError: A bridge cannot post to this URL, or one of ``devices`` or ``senders`` is
            none.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        url: str,
        *,
        devices: Iterable[int | str] | None = None,
        senders: Iterable[str] | None = None,
        size: int = _WAITING,
        longest_body: int = _LONGEST_BODY,
        clock: Clock | None = None,
    ) -> None:
        self._url = SecretText(url)
        del url  # no error report shall find it in this frame

        def read(_headers: Headers, body: bytes) -> tuple[StateCallback, int | None]:
            callback = parse_callback(body)
            return callback, callback.nuki_id

        super().__init__(
            read=read,
            path=_path_of(self._url),
            devices=devices,
            senders=senders,
            size=size,
            longest_body=longest_body,
            clock=clock,
        )

    @property
    def url(self) -> str:
        """Where bridges post to, secret path included."""
        return self._url.reveal()


class WebhookReceiver(_Receiver[Webhook]):
    """Receives webhooks that ``secret`` signs; see :func:`parse_webhook` about secrets.

    ``path`` is where it is mounted, if that is to be checked. ``devices`` are the ids of those to
    hear of, as numbers or as the app prints them; without them, all. At most ``size`` webhooks wait
    to be taken; ``longest_body`` is in bytes.

    Raises:
        ValidationError: The secret is empty, or one of ``devices`` is no id.
    """

    def __init__(  # noqa: PLR0913 - one line for each thing a caller may choose
        self,
        secret: str,
        *,
        path: str | None = None,
        devices: Iterable[int | str] | None = None,
        size: int = _WAITING,
        longest_body: int = _LONGEST_BODY,
        clock: Clock | None = None,
    ) -> None:
        self._secret = SecretText(secret)
        hidden = None if path is None else SecretText(unquote(path))
        del secret, path  # no error report shall find them in this frame
        if not self._secret.reveal():
            raise ValidationError("the secret is empty; pass the one that signs these webhooks")

        def read(headers: Headers, body: bytes) -> tuple[Webhook, int | None]:
            webhook = parse_webhook(body, headers, self._secret)
            return webhook, smartlock_id_of(webhook)

        super().__init__(
            read=read,
            path=hidden,
            devices=devices,
            senders=None,
            size=size,
            longest_body=longest_body,
            clock=clock,
        )
