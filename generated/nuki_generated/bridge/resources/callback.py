# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The callback operations of the Nuki Bridge HTTP API."""

from __future__ import annotations

import builtins
from typing import Final

from nuki_core.decode import array_in, instance
from nuki_core.request import Operation, Parameter, Request, query
from nuki_core.resource import AsyncResource, Resource

from ..models.callback import Callback, Result


def _add(url: str) -> Request[Result]:
    return Request(ADD, "/callback/add", instance(Result.from_dict), query=query(("url", url)))


def _list() -> Request[builtins.list[Callback]]:
    return Request(LIST, "/callback/list", array_in("callbacks", Callback.from_dict))


def _remove(callback_id: int) -> Request[Result]:
    return Request(
        REMOVE, "/callback/remove", instance(Result.from_dict), query=query(("id", callback_id))
    )


ADD: Final = Operation(
    method="GET",
    path="/callback/add",
    resource="callback",
    name="add",
    parameters=(Parameter("url", "url", "query", True, "str"),),
    body=None,
    responses={200: "Result", 400: "str", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_add,
    effect="change",
    timeout=10.0,
    reasons={
        400: "A parameter is missing or outside its range",
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
LIST: Final = Operation(
    method="GET",
    path="/callback/list",
    resource="callback",
    name="list",
    parameters=(),
    body=None,
    responses={200: "list[Callback]", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_list,
    timeout=10.0,
    reasons={
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
REMOVE: Final = Operation(
    method="GET",
    path="/callback/remove",
    resource="callback",
    name="remove",
    parameters=(Parameter("callback_id", "id", "query", True, "int"),),
    body=None,
    responses={200: "Result", 400: "str", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_remove,
    effect="change",
    timeout=10.0,
    reasons={
        400: "A parameter is missing or outside its range",
        401: "Wrong token, missing parameter, clocks apart, or used before",
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)

OPERATIONS: Final = (ADD, LIST, REMOVE)


class CallbackResource(Resource):
    """The callback operations."""

    def add(self, url: str) -> Result:
        """Register a URL for state changes (`GET /callback/add`).

        A bridge holds three callbacks, shared by all its clients. The id of the new one is not
        returned; `/callback/list` shows it. What arrives at the URL is described under `webhooks`.

        Args:
            url: Where to send the changes: `http` only, no login, no more than 254 characters.

        Returns: Whether the URL was stored. If not, `message` gives the reason: `too many callbacks
            registered` and `callback already added` are known.

        Raises:
            BridgeRefusedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_add(url))

    def list(self) -> builtins.list[Callback]:
        """List the registered URLs (`GET /callback/list`).

        Up to three entries, of all clients of this bridge.

        Returns: The registered URLs with their ids.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_list())

    def remove(self, callback_id: int) -> Result:
        """Forget a registered URL (`GET /callback/remove`).

        Whether the remaining entries keep their ids is not known, so list them again before the
        next removal.

        Args:
            callback_id: Id of the callback as `/callback/list` shows it.

        Returns: Whether the URL was removed; if not, `message` gives the reason.

        Raises:
            BridgeRefusedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_remove(callback_id))


class AsyncCallbackResource(AsyncResource):
    """The callback operations, asynchronous."""

    async def add(self, url: str) -> Result:
        """Register a URL for state changes (`GET /callback/add`).

        A bridge holds three callbacks, shared by all its clients. The id of the new one is not
        returned; `/callback/list` shows it. What arrives at the URL is described under `webhooks`.

        Args:
            url: Where to send the changes: `http` only, no login, no more than 254 characters.

        Returns: Whether the URL was stored. If not, `message` gives the reason: `too many callbacks
            registered` and `callback already added` are known.

        Raises:
            BridgeRefusedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_add(url))

    async def list(self) -> builtins.list[Callback]:
        """List the registered URLs (`GET /callback/list`).

        Up to three entries, of all clients of this bridge.

        Returns: The registered URLs with their ids.

        Raises:
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_list())

    async def remove(self, callback_id: int) -> Result:
        """Forget a registered URL (`GET /callback/remove`).

        Whether the remaining entries keep their ids is not known, so list them again before the
        next removal.

        Args:
            callback_id: Id of the callback as `/callback/list` shows it.

        Returns: Whether the URL was removed; if not, `message` gives the reason.

        Raises:
            BridgeRefusedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_remove(callback_id))
