from __future__ import annotations

import gc
import signal
import socket
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

import anyio
import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import SocketConnectBlockedError, socket_allow_hosts

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

# Nothing is timed here: a machine may be busy with other things. A run that fails fails again,
# since each takes the same examples, and a few of them: looking for others every time, and for
# many, is what the profile "explore" is for.
settings.register_profile(
    "explore", settings.default, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "same", settings.get_profile("explore"), derandomize=True, max_examples=20
)
settings.register_profile("fast", settings.get_profile("same"), max_examples=10)
settings.load_profile("same")


@pytest.hookimpl(wrapper=True, optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> Generator[None, int, int]:
    """Start half as many workers again as there are cores: many tests wait for something."""
    cores = yield
    return cores + cores // 2 if config.option.numprocesses == "auto" else cores


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Keep what was collected out of the sight of the garbage collector: it stays to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def _be_ready() -> None:
    """Set up what tests take for granted of their process."""
    # Threads that import one of these at once get half of it.
    for backend in ("asyncio", "trio"):
        anyio.run(anyio.sleep, 0, backend=backend)
    # Shells have what they start in the background ignore Ctrl-C, and what that starts in turn.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _stay_on_this_machine() -> Iterator[None]:
    """Refuse to connect to another machine, and to resolve names, which asks a server.

    It holds for the whole run. The plugin of pytest-socket, which is off, would do and undo it for
    each test: that takes time, and leaves the gaps between them open.
    """
    resolve = socket.getaddrinfo

    def resolve_locally(host: Any, *arguments: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        if name not in {None, "", "localhost"} and not _is_address(name):
            raise SocketConnectBlockedError(["localhost"], name)
        return resolve(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", socket.socket.connect)  # so that it comes back
        socket_allow_hosts(["localhost", "127.0.0.0/8", "::1"], allow_unix_socket=True)
        patch.setattr(socket, "getaddrinfo", resolve_locally)
        yield


def _is_address(name: str) -> bool:
    try:
        ip_address(name.partition("%")[0])
    except ValueError:
        return False
    return True
