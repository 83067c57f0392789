"""Being told of changes: registering a URL with a bridge, or with the Web API.

A bridge has three slots for callbacks, which all its clients share. ``ensure()`` may be called as
often as wanted: what is registered already stays as it is.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from nuki_core.errors import BridgeRefusedError, CallbackSlotsError, ValidationError
from nuki_core.frontends import AsyncFrontend, Blocks, FlowMethod, SyncFrontend, ask
from nuki_core.redaction import SecretText
from nuki_generated.bridge import Callback
from nuki_generated.web import (
    DecentralWebhook,
    WebhookFeature,
    WebhookStatus,
)

if TYPE_CHECKING:
    from nuki_core.frontends import Flow

    from .clients import AsyncBridgeClient, AsyncWebClient, BridgeClient, WebClient

Resolve = Callable[[str], Sequence[str]]

_LOCAL: Final = frozenset({"localhost", "localhost.localdomain", "ip6-localhost"})


def addresses_of(host: str) -> list[str]:
    """The addresses that this machine finds for a name; none if it does not know it."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return []
    return [str(entry[4][0]) for entry in found]


class _CallbackFlows:
    """What a callback's subscription does; see :class:`CallbackSubscription`."""

    _bridge: BridgeClient
    _url: SecretText
    _resolve: Resolve

    @FlowMethod
    def ensure(self) -> Flow[bool]:
        """Have the URL registered; true if it was not, and is now.

        Raises:
            ValidationError: A bridge cannot post to this URL; the text says why.
            CallbackSlotsError: Others hold all slots; the text names their servers.
            NukiError: As for every call.
        """
        url = self._url.reveal()
        yield from self._check()
        if (yield from self._slot()) is not None:
            return False
        with suppress(BridgeRefusedError):  # which the list explains better
            yield from ask(self._bridge.callback.add, url)
        listed = yield from ask(self._bridge.callback.list)
        # Some bridges in software say that it worked, and forget it.
        if any(callback.url == url for callback in _callbacks(listed)):
            return True
        servers = tuple(origin_of(callback.url) for callback in _callbacks(listed))
        raise CallbackSlotsError(
            "the bridge has no slot left for another callback; they belong to "
            f"{', '.join(servers) or 'whom it does not say'}: remove one of them "
            "(bridge.callback.list(), bridge.callback.remove(id))",
            servers=servers,
        )

    @FlowMethod
    def remove(self) -> Flow[bool]:
        """Have the URL forgotten; false if it was not registered.

        Raises:
            NukiError: As for every call.
        """
        slot = yield from self._slot()
        if slot is None:
            return False
        yield from ask(self._bridge.callback.remove, slot)
        return True

    def _slot(self) -> Flow[int | None]:
        """The number of our slot. It is looked up each time, because it may change."""
        listed = yield from ask(self._bridge.callback.list)
        own = self._url.reveal()
        callbacks = _callbacks(listed)
        return next((callback.id for callback in callbacks if callback.url == own), None)

    def _check(self) -> Flow[None]:
        try:
            parts = urlsplit(self._url.reveal())
        except ValueError:
            raise ValidationError("the URL to which the bridge shall post is malformed") from None
        host, server = parts.hostname or "", f"{parts.scheme}://{parts.netloc}"
        if parts.scheme != "http" or not host:
            raise ValidationError(
                f"{server}: a bridge posts to http:// only, without TLS (Bridge API 1.13.3, "
                "/callback/add); give the address of this machine in the bridge's network"
            )
        if is_local(urlsplit(self._bridge.base_url).hostname or ""):
            return  # a bridge in this machine reaches what is in it
        found: Sequence[str] = [host]
        if host.lower() not in _LOCAL and not _is_address(host):
            found = yield Blocks(lambda: self._resolve(host))
            if not found:
                raise ValidationError(
                    f"{server}: the name {host!r} is not known, and a bridge would not know it "
                    "either; give an address such as http://192.168.1.20:8000"
                )
        if all(is_local(address) for address in found):
            raise ValidationError(
                f"{server}: to the bridge this is the bridge itself; give the address of this "
                "machine in the bridge's network"
            )


def _callbacks(found: object) -> list[Callback]:
    listed: list[object] = [*found] if isinstance(found, list) else []  # pyright: ignore[reportUnknownArgumentType]
    return [entry for entry in listed if isinstance(entry, Callback)]


def origin_of(url: object) -> str:
    """Scheme, host and port of a URL: what may be shown of it, since its path may be secret."""
    try:
        parts = urlsplit(str(url))
    except ValueError:
        return "a malformed URL"
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def is_local(host: str) -> bool:
    """Whether a host is the machine itself, to whoever asks."""
    if host.lower() in _LOCAL:
        return True
    return _is_address(host) and (ip_address(host).is_loopback or ip_address(host).is_unspecified)


class CallbackSubscription(_CallbackFlows, SyncFrontend):
    """One of a bridge's three slots: ``CallbackSubscription(bridge, receiver.url).ensure()``.

    Our slot is found by its URL. ``resolve`` looks up the addresses of a host name.
    """

    def __init__(self, bridge: BridgeClient, url: str, *, resolve: Resolve = addresses_of) -> None:
        self._bridge, self._url, self._resolve = bridge, SecretText(url), resolve
        self._clock = bridge.clock


class AsyncCallbackSubscription(_CallbackFlows, AsyncFrontend):
    """As :class:`CallbackSubscription`, of an asynchronous client."""

    def __init__(
        self, bridge: AsyncBridgeClient, url: str, *, resolve: Resolve = addresses_of
    ) -> None:
        client: Any = bridge
        self._bridge, self._url, self._resolve = client, SecretText(url), resolve
        self._clock = bridge.clock


class _WebhookFlows:
    """What a webhook's subscription does; see :class:`WebhookSubscription`."""

    _web: WebClient
    _url: SecretText
    _features: list[WebhookFeature]
    _api_key_id: int | None

    @FlowMethod
    def ensure(self) -> Flow[str | None]:
        """Have the webhook registered, with exactly these features; the secret, if it is told.

        The Web API tells the secret of a decentral webhook once, when it is registered: keep it.
        That of an account's webhook is the application's, and told whenever the API shows it.
        ``None`` means that everything was there already. A decentral webhook with other features is
        registered anew, under a new secret.

        Raises:
            ValidationError: The URL does not begin with ``https://``.
            NukiError: As for every call.
        """
        url = self._url.reveal()
        # A Web API in this machine is a simulator.
        at_desk = is_local(urlsplit(self._web.base_url).hostname or "")
        if not url.startswith("https://") and not (at_desk and url.startswith("http://")):
            raise ValidationError("the Web API posts to https:// only")
        if not self._features:
            raise ValidationError("features names nothing to hear of; leave it out for everything")
        if self._api_key_id is not None:
            known = yield from ask(self._web.api_key.get_advanced, self._api_key_id)
            wanted = set(self._features)
            if known.webhook_url != url or set(known.webhook_features) != wanted:
                yield from self._update(self._api_key_id, self._features)
            if known.webhook_status == WebhookStatus.DEACTIVATED:
                yield from ask(self._web.api_key.reactivate_advanced, self._api_key_id)
            return known.secret or None
        found = yield from self._registered()
        fitting = [one for one in found if set(one.webhook_features) == set(self._features)]
        for webhook in found:
            if webhook not in fitting[:1] and isinstance(webhook.id, int):
                yield from ask(self._web.advanced_api.delete_decentral_webhook, webhook.id)
        if fitting:
            return None
        create = self._web.advanced_api.create_decentral_webhook
        made = yield from ask(create, self._features, url)
        return made.secret or None

    @FlowMethod
    def remove(self) -> Flow[bool]:
        """Have the webhook forgotten; false if it was not registered.

        Of an account's webhook the features are taken away: it always has a URL.

        Raises:
            NukiError: As for every call.
        """
        if self._api_key_id is not None:
            known = yield from ask(self._web.api_key.get_advanced, self._api_key_id)
            if known.webhook_url != self._url.reveal() or not known.webhook_features:
                return False
            yield from self._update(self._api_key_id, [])
            return True
        found = yield from self._registered()
        for webhook in found:
            if isinstance(webhook.id, int):
                yield from ask(self._web.advanced_api.delete_decentral_webhook, webhook.id)
        return bool(found)

    def _registered(self) -> Flow[list[DecentralWebhook]]:
        listed = yield from ask(self._web.advanced_api.list_decentral_webhooks)
        return [webhook for webhook in listed if webhook.webhook_url == self._url.reveal()]

    def _update(self, api_key_id: int, features: list[WebhookFeature]) -> Flow[None]:
        update = self._web.api_key.update_advanced
        yield from ask(update, api_key_id, features, self._url.reveal())


class WebhookSubscription(_WebhookFlows, SyncFrontend):
    """A webhook: ``secret = WebhookSubscription(web, "https://example.com/9fK2").ensure()``.

    With ``api_key_id`` it is the one webhook of that API key's application, without it a decentral
    one of this account, which needs an OAuth token of scope ``webhook.decentral``. ``features`` are
    what to hear of: without them, everything that is known.
    """

    def __init__(
        self,
        web: WebClient,
        url: str,
        *,
        features: Iterable[WebhookFeature] = tuple(WebhookFeature),
        api_key_id: int | None = None,
    ) -> None:
        self._web, self._url, self._api_key_id = web, SecretText(url), api_key_id
        self._features = list(features)
        self._clock = web.clock


class AsyncWebhookSubscription(_WebhookFlows, AsyncFrontend):
    """As :class:`WebhookSubscription`, of an asynchronous client."""

    def __init__(
        self,
        web: AsyncWebClient,
        url: str,
        *,
        features: Iterable[WebhookFeature] = tuple(WebhookFeature),
        api_key_id: int | None = None,
    ) -> None:
        client: Any = web
        self._web, self._url, self._api_key_id = client, SecretText(url), api_key_id
        self._features = list(features)
        self._clock = web.clock
