# Generated from spec/ and overlays/; regenerate with `make generate`.
"""The auth operations of the Nuki Bridge HTTP API."""

from __future__ import annotations

from typing import Final

from nuki_core.decode import instance
from nuki_core.request import Operation, Parameter, Request, as_digit, query
from nuki_core.resource import AsyncResource, Resource

from ..models.auth import AuthResult
from ..models.callback import Result


def _request() -> Request[AuthResult]:
    return Request(REQUEST, "/auth", instance(AuthResult.from_dict))


def _set_enabled(*, enabled: bool) -> Request[Result]:
    return Request(
        SET_ENABLED,
        "/configAuth",
        instance(Result.from_dict),
        query=query(("enable", as_digit(enabled))),
    )


REQUEST: Final = Operation(
    method="GET",
    path="/auth",
    resource="auth",
    name="request",
    parameters=(),
    body=None,
    responses={200: "AuthResult", 403: "str", 503: "str"},
    scopes=(),
    request=_request,
    effect="change",
    timeout=40.0,
    signed=False,
    reasons={
        403: (
            "The HTTP API is switched off, or in the case of `/auth` the handing out of the "
            "token; some bridges also refuse bad credentials this way"
        ),
        503: "Busy with another request, or the device is offline; not done",
    },
)
SET_ENABLED: Final = Operation(
    method="GET",
    path="/configAuth",
    resource="auth",
    name="set_enabled",
    parameters=(Parameter("enabled", "enable", "query", True, "bool"),),
    body=None,
    responses={200: "Result", 400: "str", 401: "str", 403: "str", 503: "str"},
    scopes=(),
    request=_set_enabled,
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

OPERATIONS: Final = (REQUEST, SET_ENABLED)


class AuthResource(Resource):
    """The auth operations."""

    def request(self) -> AuthResult:
        """Ask for the token, confirmed by the button on the bridge (`GET /auth`).

        Switches the API on if necessary, creates a token if there is none yet, and lights the LED
        of the bridge. Whoever stands in front of it has 30 seconds to press the button; the request
        stays open until then. The token stays the same across restarts. Since 1.6.

        Returns: The button was pressed and the token is included, or (`success` false, no token)
            time ran out.

        Raises:
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_request())

    def set_enabled(self, *, enabled: bool) -> Result:
        """Allow or forbid discovery and the token by button (`GET /configAuth`).

        Decides whether `/auth` works and whether discovery publishes the bridge's local address and
        port. Since 1.6.

        Args:
            enabled: Whether to allow both, or neither.

        Returns: Whether the setting was stored.

        Raises:
            BridgeRefusedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return self._send(_set_enabled(enabled=enabled))


class AsyncAuthResource(AsyncResource):
    """The auth operations, asynchronous."""

    async def request(self) -> AuthResult:
        """Ask for the token, confirmed by the button on the bridge (`GET /auth`).

        Switches the API on if necessary, creates a token if there is none yet, and lights the LED
        of the bridge. Whoever stands in front of it has 30 seconds to press the button; the request
        stays open until then. The token stays the same across restarts. Since 1.6.

        Returns: The button was pressed and the token is included, or (`success` false, no token)
            time ran out.

        Raises:
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_request())

    async def set_enabled(self, *, enabled: bool) -> Result:
        """Allow or forbid discovery and the token by button (`GET /configAuth`).

        Decides whether `/auth` works and whether discovery publishes the bridge's local address and
        port. Since 1.6.

        Args:
            enabled: Whether to allow both, or neither.

        Returns: Whether the setting was stored.

        Raises:
            BridgeRefusedError: `success` is false (200).
            BadRequestError: A parameter is missing or outside its range (400).
            UnauthorizedError: Wrong token, missing parameter, clocks apart, or used before (401).
            ForbiddenError: The HTTP API is switched off, or in the case of `/auth` the handing out
                of the token; some bridges also refuse bad credentials this way (403).
            BridgeBusyError: Busy with another request, or the device is offline; not done (503).
        """
        return await self._send(_set_enabled(enabled=enabled))
