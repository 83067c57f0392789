"""Callbacks and webhooks over real sockets, for a simulator that runs as a server."""

from __future__ import annotations

import queue
import threading
from typing import TYPE_CHECKING, Final

from nuki_core.httpx_client import open_client

if TYPE_CHECKING:
    from nuki_simulator.world.delivery import Post
    from nuki_simulator.world.world import Simulator

_TIMEOUT: Final = (3.0, 5.0, 5.0, 3.0)


class HttpCarrier:
    """Posts one message after the other from a thread of its own, until it is closed."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator
        self._posts: queue.Queue[Post | None] = queue.Queue()
        self._thread = threading.Thread(target=self._work, name="nuki-simulator", daemon=True)
        self._thread.start()

    def __call__(self, post: Post) -> None:
        """Take a message."""
        self._posts.put(post)

    def close(self) -> None:
        """Finish what is under way, and stop."""
        self._posts.put(None)
        self._thread.join(timeout=10)

    def _work(self) -> None:
        client = open_client(trust_env=False)
        while (post := self._posts.get()) is not None:
            status = None
            try:
                request = client.build_request(
                    "POST", post.url, content=post.body, timeout=_TIMEOUT
                )
                request.headers.update(post.headers)
                response = client.send(request, stream=True, auth=None, follow_redirects=False)
                status = response.status_code
                response.close()
            except Exception:  # noqa: BLE001, S110 - whatever it is, the receiver was not reached
                pass
            with self._simulator.lock:
                post.finish(status)
        client.close()
