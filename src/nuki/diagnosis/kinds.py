"""Kinds of findings: their codes, how bad they are, their remedies, and how the facts are known.

What users wrote of their bridges is marked "observed"; the rest is stated by the vendor.
"""

from __future__ import annotations

from typing import Final

from .findings import Kind, Severity

_OK, _INFO, _WARNING, _ERROR = Severity

# Whether there is a bridge at the address

BRIDGE_NAME_UNKNOWN: Final = Kind(
    "bridge-name-unknown",
    _ERROR,
    "This machine knows no address for the name of the bridge.",
    "Use the address of the bridge in numbers, as the Nuki app or the router shows it, such as "
    "http://192.168.1.50:8080.",
    "reach",
)
"""The name in the bridge's URL does not resolve (the resolver of this machine)."""

BRIDGE_REFUSED: Final = Kind(
    "bridge-refused",
    _ERROR,
    "A machine is there, and nothing takes connections at the port of the bridge.",
    "Check the port, which is 8080 unless it was changed in the Nuki app, and that the HTTP API is "
    "switched on there.",
    "reach",
)
"""Connections are refused. The port is 8080 by default (Bridge API 1.13.3)."""

BRIDGE_NO_ROUTE: Final = Kind(
    "bridge-no-route",
    _ERROR,
    "The network says that nothing can be reached at the address of the bridge.",
    "Connect this machine to the network of the bridge, and check that the bridge has power and "
    "its address is right.",
    "reach",
)
"""No route to the host, or nobody there (the system's error when it connects)."""

BRIDGE_NO_CONNECTION: Final = Kind(
    "bridge-no-connection",
    _ERROR,
    "Nobody at the address of the bridge said anything within {seconds} s.",
    "Check the address, that the bridge has power and Wi-Fi, and that neither a firewall nor a "
    "guest network keeps this machine away from it.",
    "reach",
)
"""Connecting took too long (this machine's network)."""

BRIDGE_NO_ANSWER: Final = Kind(
    "bridge-no-answer",
    _ERROR,
    "The bridge takes connections and answers nothing: it hangs.",
    "Unplug the bridge for ten seconds, and plug it in again.",
    "reach",
)
"""Wedged; ``since`` is when it last spoke to the vendor's server, as far as that was asked.

Calls that never end are observed while the bridge's Wi-Fi starts anew or its one channel is taken
(Bridge API 1.13.3, "FAQ"); discovery tells the last contact (same, "Discovery").
"""

BRIDGE_HTTPS: Final = Kind(
    "bridge-https",
    _ERROR,
    "The address of the bridge begins with https://, and bridges speak no TLS.",
    "Begin the address with http://.",
    "reach",
)
"""Plain HTTP only (Bridge API 1.13.3)."""

BRIDGE_SOMETHING_ELSE: Final = Kind(
    "bridge-something-else",
    _ERROR,
    "Something answers at the address of the bridge that is no bridge.",
    "Look the address and the port of the bridge up in the Nuki app or in the router; another "
    "device may have got its address.",
    "reach",
)
"""The answer is none that a bridge gives: not that of ``/info``, nor its plain refusals.

Refusals are the text ``HTTP 401 Unauthorized`` and the like, of software bridges an object with
``error`` (observed).
"""

BRIDGE_PROXY: Final = Kind(
    "bridge-proxy",
    _WARNING,
    "A proxy stands between this machine and the bridge.",
    "Let connections to the bridge go past the proxy: everything is a GET for a bridge, lock "
    "actions too, and a proxy may answer these from its memory or send them twice.",
    "reach",
)
"""The answer bears the marks of a proxy (RFC 9110, sections 7.6.3 and 15.5.8).

All operations are GET requests (Bridge API 1.13.3).
"""

BRIDGE_ELSEWHERE: Final = Kind(
    "bridge-elsewhere",
    _WARNING,
    "The vendor's server knows a bridge of this network at another address.",
    "If it is yours, use that address, and give the bridge a fixed one in the router.",
)
"""Discovery lists bridges that share this network's public address, with their local one.

They were in contact within the last 30 days (Bridge API 1.13.3, "Discovery").
"""

BRIDGE_BUSY: Final = Kind(
    "bridge-busy",
    _ERROR,
    "The bridge answers nothing but 503, since {since} at the latest: something keeps it busy.",
    "Find out what else talks to the bridge, and have it ask less often; if there is nothing, "
    "unplug the bridge for ten seconds.",
    "reach",
)
"""One request at a time (Bridge API 1.13.3, "FAQ"); 503 means another one is running.

Staff said so in the developer forum ("HTTP 503 error code collision - how to handle?"). ``since``
is when it was first seen here; before that nobody knows.
"""

# Whether the bridge accepts the token

TOKEN_WRONG: Final = Kind(
    "bridge-token-wrong",
    _ERROR,
    "The bridge does not accept the token, not even as it is.",
    "Fetch the token again by pressing the button of the bridge, or read it in the Nuki app; also "
    "check there that the HTTP API is switched on.",
    "credentials",
)
"""401, or 403, which bridges answer as well, to the plain token (Bridge API 1.13.3, "Errors").

It depends on neither clock nor firmware.
"""

TOKEN_REFUSED: Final = Kind(
    "bridge-token-refused",
    _ERROR,
    "The bridge refuses the token; whether it is wrong, the firmware too old, or the clocks far "
    "apart cannot be told without sending it readable.",
    "Check the token in the Nuki app, or allow the diagnosis to send it readable once, which tells "
    "these apart (try_plain_token, at the command line --try-plain-token).",
    "credentials",
)
"""All ways that hide the token depend on the clocks (Bridge API 1.13.3, "Hashed token")."""

SCHEME_UNSUPPORTED: Final = Kind(
    "bridge-scheme-unsupported",
    _ERROR,
    "The bridge does not know the {scheme} token; it takes the {accepted} token.",
    "Choose the {accepted} token (scheme, at the command line NUKI_BRIDGE_SCHEME), or update the "
    "firmware of the bridge in the Nuki app.",
    "credentials",
)
"""Hashed: from firmware 1.12.0 (Bridge 1.0) or 2.2.0 (Bridge 2.0); encrypted: 1.22.1 or 2.14.0.

Software bridges know the plain one only (Bridge API 1.13.3, "Encrypted token"; developer forum,
"Hashed token for Bridge API").
"""

SCHEME_REFUSED: Final = Kind(
    "bridge-scheme-refused",
    _ERROR,
    "The bridge refuses the {scheme} token and takes the plain one, though its firmware knows both "
    "and the clocks agree.",
    "Unplug the bridge for ten seconds; if that does not help, use the plain token, which everyone "
    "in the network can read.",
    "credentials",
)
"""Seen with firmware 2.14.0 and later (observed: users of two clients); nobody knows why."""

SCHEME_WEAKER: Final = Kind(
    "bridge-scheme-weaker",
    _INFO,
    "The {scheme} token is used, and the firmware {firmware} knows the encrypted one.",
    "Choose the encrypted token, which nobody in the network can read.",
)
"""The encrypted token replaces the others (Bridge API 1.13.3, "Encrypted token")."""

CLOCK_APART: Final = Kind(
    "bridge-clock-apart",
    _ERROR,
    "The clock of the bridge is {seconds} s from that of this machine.",
    "Set the clock of this machine right; if it is, connect the bridge to the internet, from where "
    "it takes the time, and restart it.",
    "credentials",
)
"""Hashed and encrypted tokens are good for about a minute (Bridge API 1.13.3, "Encrypted token").

Bridges that were cut off from the internet lost the time (observed).
"""

# What the bridge says of itself

SERVER_DOWN: Final = Kind(
    "bridge-server-down",
    _WARNING,
    "The bridge is not connected to the vendor's server, {reason}.",
    "Let the bridge reach the internet (router, firewall, name service), then restart it; until "
    "then neither the Web API nor the app get through it from outside.",
)
"""``serverConnected`` of ``/info`` is false (Bridge API 1.13.3, "/info")."""

NO_DEVICES: Final = Kind(
    "bridge-no-devices",
    _WARNING,
    "The bridge serves no device: it has forgotten its pairings, or never had one.",
    "Pair your devices with the bridge in the Nuki app.",
)
"""``/list`` is empty, as after ``/factoryReset`` (Bridge API 1.13.3, "/list")."""

CALLBACKS_FULL: Final = Kind(
    "callbacks-full",
    _WARNING,
    "All {slots} slots for callbacks are taken; no other program can be told of changes.",
    "See who holds them, and remove the callback of a program that is no longer used.",
)
"""Three per bridge, shared by all its clients (Bridge API 1.13.3, "/callback/add").

``programs`` are known by the paths that they register: openHAB's binding ``/nuki/bcb``, the
webhooks of Home Assistant ``/api/webhook/`` and an id (observed).
"""

CALLBACK_HTTPS: Final = Kind(
    "callback-https",
    _WARNING,
    "A callback begins with https://, and bridges post without TLS only: it is never delivered.",
    "Remove it, and register one that begins with http://.",
)
"""Only ``http`` URLs without TLS (Bridge API 1.13.3, "/callback/add")."""

CALLBACK_LOCAL: Final = Kind(
    "callback-localhost",
    _WARNING,
    "A callback leads to localhost, which to the bridge is the bridge itself.",
    "Remove it, and register one with the address of your machine in the network of the bridge.",
)
"""Names of the own machine mean another one to each machine (RFC 6761, section 6.3)."""

CALLBACK_DEAD: Final = Kind(
    "callback-dead",
    _WARNING,
    "Nobody takes connections where a callback leads to ({reason}, seen from this machine).",
    "Start the program that it belongs to, or remove it: the bridge may leave the callbacks after "
    "it without notice.",
)
"""If one fails, others may not be told, or a minute or two late (observed)."""

CALLBACKS_FAILING: Final = Kind(
    "callbacks-failing",
    _WARNING,
    "The bridge noted {failures} callbacks that nobody took, the last one at {since}.",
    "Look which of the registered programs does not run or answers too slowly, and remove its "
    "callback if it is not needed.",
)
"""``HTTP-PostTimeout`` in the bridge's log (observed; Bridge API 1.13.3, "/log", names no kinds).

It does not say which callback failed.
"""

# Devices

DEVICE_UNPAIRED: Final = Kind(
    "device-unpaired",
    _WARNING,
    "A device of the account is in the bridge's range and not paired with the bridge.",
    "Pair it in the Nuki app (settings of the device, smart home), if the bridge shall serve it.",
)
"""``paired`` in the ``scanResults`` of ``/info`` is false (Bridge API 1.13.3, "/info")."""

DEVICE_STRANGE: Final = Kind(
    "device-unpaired-stranger",
    _INFO,
    "A device is in the bridge's range and not paired with it; whether it is yours or a "
    "neighbour's is unknown.",
    "If it is yours, pair it with the bridge in the Nuki app.",
)
"""As ``device-unpaired`` (same source), without a client of the Web API to ask whose it is."""

DEVICE_OUT_OF_RANGE: Final = Kind(
    "device-out-of-range",
    _WARNING,
    "The bridge knows no state of a device and does not hear it: it is too far away, or without "
    "power.",
    "Bring bridge and device closer together, and check its batteries.",
)
"""``lastKnownState`` is missing for a device that is offline (observed).

``scanResults`` of ``/info`` lists those in range, though one may be missing (Bridge API 1.13.3,
"/info").
"""

DEVICE_STATE_UNKNOWN: Final = Kind(
    "device-state-unknown",
    _WARNING,
    "The bridge hears a device and knows no state of it yet.",
    "Wait a minute, or operate the device once; if that does not help, restart the bridge.",
)
"""``lastKnownState`` is missing until the device was read after the bridge's start (observed)."""

BATTERY_LOW: Final = Kind(
    "device-battery-low",
    _WARNING,
    "The batteries of the {battery} are nearly empty.",
    "Change or charge them soon: without power only the key opens the door.",
)
"""``batteryCritical``, ``keypadBatteryCritical`` (Bridge API 1.13.3, "/list").

Over the Web API also ``doorsensorBatteryCritical`` (Web API 4.10.0).
"""

DEVICE_OFFLINE: Final = Kind(
    "device-offline",
    _WARNING,
    "The vendor's server does not reach a device.",
    "Check the Wi-Fi of the device, or the bridge that connects it, and its batteries.",
)
"""``serverState`` is 4, offline (Web API 4.10.0, ``Smartlock``)."""

DEVICE_NOT_REGISTERED: Final = Kind(
    "device-not-registered",
    _ERROR,
    "The vendor's server has no valid authorization on a device ({server_state}).",
    "Open the device in the Nuki app, and activate Nuki Web or remote access for it once more.",
)
"""``serverState`` is 1, 2 or 3: unregistered, or its authorization is invalid (Web API 4.10.0)."""

NO_SMART_HOSTING: Final = Kind(
    "device-no-smart-hosting",
    _ERROR,
    "A device is hidden from this account: it has no active Smart Hosting subscription.",
    "Get a subscription for it, or use the account of its owner.",
    "credentials",
)
"""Masked entries and refusals since 2023-09-01 (Nuki Web API v.1.5.0, "Smart Hosting")."""

# The Web API

WEB_NO_CONNECTION: Final = Kind(
    "web-no-connection",
    _ERROR,
    "No connection to the Web API ({reason}).",
    "Check that this machine is on the internet, and that no firewall keeps it from the server.",
    "reach",
)
"""The name does not resolve, or nobody takes the connection (this machine's network)."""

WEB_PROXY: Final = Kind(
    "web-proxy",
    _ERROR,
    "A proxy stands between this machine and the Web API, and does not let it through.",
    "Correct the proxy in the environment (HTTPS_PROXY, ALL_PROXY), or name the server in "
    "NO_PROXY.",
    "reach",
)
"""The environment names a proxy, or the answer bears its marks (RFC 9110, section 15.5.8)."""

WEB_TLS: Final = Kind(
    "web-tls",
    _ERROR,
    "No trusted TLS with the Web API.",
    "Check the clock of this machine and its certificates; a proxy or virus scanner that opens TLS "
    "needs its certificate in SSL_CERT_FILE.",
    "reach",
)
"""The certificate is not accepted, or something that speaks no TLS answers (RFC 5280)."""

WEB_NO_ANSWER: Final = Kind(
    "web-no-answer",
    _ERROR,
    "The Web API takes connections and gives no complete answer.",
    "Try again later; if other servers are slow as well, look for the fault in your network.",
    "reach",
)
"""A time-out or a broken connection after the request was sent (this machine's network)."""

WEB_SOMETHING_ELSE: Final = Kind(
    "web-something-else",
    _ERROR,
    "Something answers at the address of the Web API that is not the Web API.",
    "Check the address (NUKI_API_URL); in a guest network, log in at its page first.",
    "reach",
)
"""The answer is no array, or there is no such operation (Web API 4.10.0, ``GET /smartlock``)."""

WEB_FAILING: Final = Kind(
    "web-failing",
    _ERROR,
    "The Web API itself fails at present (status {status}).",
    "Try again later; nothing on your side is wrong.",
    "reach",
)
"""A status from 500 on (observed: 500 and 502, with an HTML page)."""

WEB_RATE_LIMITED: Final = Kind(
    "web-rate-limited",
    _WARNING,
    "The Web API answers that it was asked too often.",
    "Ask less often, and receive changes by webhook instead of polling.",
)
"""429. Staff: protection against abuse, no figures (developer forum, "API Pricing?")."""

WEB_TOKEN_INVALID: Final = Kind(
    "web-token-invalid",
    _ERROR,
    "The Web API does not know the token: mistyped, revoked, or expired, which of these it does "
    "not say.",
    "Make a new API token in Nuki Web, under API; a new password of the account revokes the old "
    "ones.",
    "credentials",
)
"""401, "Invalid Token Error". API tokens last until the password changes (Nuki Web API V1.4.0)."""

WEB_TOKEN_EXPIRED: Final = Kind(
    "web-token-expired",
    _ERROR,
    "The OAuth token has expired or was revoked, and the server does not renew it.",
    "Let the user authorize the application again.",
    "credentials",
)
"""401 after a renewal, or to it. Access tokens last 30 days (Nuki Web API V1.4.0, "OAuth 2")."""

WEB_TOKEN_REFUSED: Final = Kind(
    "web-token-refused",
    _ERROR,
    "The Web API refuses the token with status {status} and gives no known reason: it is not "
    "valid, or lacks a scope.",
    "Make a new API token in Nuki Web with the scopes that you need ({scopes}).",
    "credentials",
)
"""401 or 403 with another text, or none: error bodies have no schema (Web API 4.10.0)."""

WEB_SCOPE_MISSING: Final = Kind(
    "web-scope-missing",
    _WARNING,
    "The token lacks the scope {scopes}; without it {operation} is refused.",
    "Make a new API token with this scope in Nuki Web, or authorize again with it, if you need it.",
    "credentials",
)
"""401, "Your access token is not authorized" (observed); scopes as in Web API 4.10.0."""

# This library, and the diagnosis itself

VERSION_BEHIND: Final = Kind(
    "version-behind",
    _INFO,
    "nuki-sdk {installed} is installed, and {latest} is out.",
    "Update it: pip install --upgrade nuki-sdk.",
)
"""The index of packages, if it was asked for (its JSON API, ``info.version``)."""

UNKNOWN: Final = Kind(
    "unknown",
    _INFO,
    "Not found out: {matter} ({reason}).",
    "",
)
"""What could not be known, and why."""

KINDS: Final = tuple(kind for kind in tuple(globals().values()) if isinstance(kind, Kind))
"""Every kind."""
