from __future__ import annotations

import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import SocketConnectBlockedError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

# Nothing is timed here: a machine may be busy with other things. A run that fails fails again,
# since each takes the same examples, and a few of them: looking for others every time, and for
# many, is what the profile "explore" is for.
settings.register_profile(
    "explore", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "same", settings.get_profile("explore"), derandomize=True, max_examples=30
)
settings.register_profile("fast", settings.get_profile("same"), max_examples=10)
settings.load_profile("same")


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """Start half as many workers again as there are cores: many tests wait for something."""
    cores = yield
    return cores + cores // 2 if config.option.numprocesses == "auto" else cores


@pytest.fixture(scope="session", autouse=True)
def _look_up_no_other_machine() -> Iterator[None]:
    """Refuse to resolve names, which asks a server; pytest-socket only refuses to connect."""
    resolve = socket.getaddrinfo

    def resolve_locally(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in {None, "", "localhost"} and not _is_address(name):
            raise SocketConnectBlockedError(["localhost"], name)
        return resolve(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "getaddrinfo", resolve_locally)
        yield


def _is_address(name: str) -> bool:
    try:
        ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True
