"""Where cassettes say that the servers are, wherever they were when they were recorded."""

from __future__ import annotations

from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

from nuki import bridge, web
from nuki.servers import WEB_API

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import ModuleType

    from nuki_core.request import Operation

Api: TypeAlias = Literal["web", "bridge"]

ORIGINS: Final[Mapping[Api, str]] = MappingProxyType(
    {"web": WEB_API, "bridge": "http://bridge.local:8080"}
)
APIS: Final[Mapping[Api, ModuleType]] = MappingProxyType({"web": web, "bridge": bridge})
OPERATIONS: Final[Mapping[tuple[Api, str], Operation]] = MappingProxyType(
    {
        (api, f"{operation.resource}.{operation.name}"): operation
        for api, module in APIS.items()
        for operation in module.OPERATIONS
    }
)


def origin_of(api: Api, operation: Operation) -> str:
    """Scheme, host and port that the cassette of an operation shows."""
    return operation.server or ORIGINS[api]


def redirected(port: int, library: str = "httpx") -> Any:
    """An HTTP client whose every request ends at a port of the loopback interface."""

    def to_loopback(request: Any) -> None:
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=port)

    make: Callable[..., Any] = import_module(library).Client
    return make(event_hooks={"request": [to_loopback]}, trust_env=False, timeout=30)
