"""A package index on the loopback interface, and a pip that knows no other."""

from __future__ import annotations

import os
import socket
import sys
import time
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from .processes import StepError, environment, finished, run, started

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from .distributions import Built

_HOST: Final = "127.0.0.1"
_STARTING: Final = 20


@contextmanager
def serving(folder: Path) -> Generator[str]:
    """The URL of an index that keeps in a folder what is uploaded to it.

    Raises:
        StepError: it does not start.
    """
    folder.mkdir()
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port = probe.getsockname()[1]
    options = (
        "--interface",
        _HOST,
        "--port",
        str(port),
        "--server",
        "wsgiref",
        "--disable-fallback",
    )
    open_to_all = ("--authenticate", ".", "--passwords", ".")
    log = ("--log-file", folder.with_suffix(".log"), "--log-stream", "none")
    command = (sys.executable, "-m", "pypiserver", "run", *options, *open_to_all, *log, folder)
    with started(*command) as server:
        url = f"http://{_HOST}:{port}"
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        until = time.monotonic() + _STARTING
        while time.monotonic() < until and server.poll() is None:
            try:
                direct.open(f"{url}/health", timeout=_STARTING).close()
            except OSError:
                time.sleep(0.05)
            else:
                break
        else:
            raise StepError(f"pypiserver does not answer at {url}")
        yield url


def upload(built: Built, url: str, *, again: bool = False) -> None:
    """Upload all files as a release does; ``again`` expects that they are refused.

    Raises:
        StepError: it is not so.
    """
    # The .pypirc and the keyring of whoever runs this are left alone.
    options = ("--non-interactive", "--verbose", "--config-file", os.devnull)
    command = (sys.executable, "-m", "twine", "upload", *options, "--repository-url", f"{url}/")
    env = environment(TWINE_USERNAME="nobody", TWINE_PASSWORD="nothing", NO_PROXY=_HOST)
    if not again:
        run(*command, *built.paths, env=env)
        return
    status, output = finished(*command, *built.paths, env=env)
    if not status or "already exists" not in output:
        raise StepError(f"a second upload is not refused for being there already:\n{output}")


def only(url: str) -> dict[str, str]:
    """The environment of a pip that takes packages from this index and from nowhere else."""
    index = {"PIP_CONFIG_FILE": os.devnull, "PIP_INDEX_URL": f"{url}/simple/"}
    return environment(without=["PIP_"], NO_PROXY=_HOST, **index)


def download(built: Built, url: str, folder: Path) -> None:
    """Let pip download all files into a folder."""
    # No isolation: pip asks a source distribution for its metadata, and hatchling is here already.
    options = ("--no-deps", "--no-cache-dir", "--no-build-isolation", "--dest", folder)
    for made in built.both:
        name = made.project.name
        for kind in ("--only-binary", "--no-binary"):
            command = (sys.executable, "-m", "pip", "download", *options, kind, name)
            run(*command, f"{name}=={made.version}", env=only(url))
