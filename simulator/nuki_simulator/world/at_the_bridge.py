"""Actions of people at a bridge, and what befalls it: none goes through its API."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from .events import BridgeRestarted

if TYPE_CHECKING:
    from .bridges import Bridge
    from .world import World

_BOOTING: Final = 10.0
_FARTHEST: Final = 366 * 24 * 3600


class AtTheBridge:
    """Acts as the people who live there, at one bridge."""

    def __init__(self, world: World, bridge: Bridge) -> None:
        self._world = world
        self._bridge = bridge

    def press_button(self) -> None:
        """Press the button: the present request for the token, or the next one, is granted."""
        self._bridge.pressed = True

    def pull_power(self) -> None:
        """Unplug the bridge; requests under way get no answer, callbacks are not sent."""
        bridge, world = self._bridge, self._world
        if bridge.starting is not None:
            bridge.starting.cancel()
            bridge.starting = None
        if bridge.powered:
            bridge.powered = False
            world.emit(BridgeRestarted(bridge, running=False))

    def plug_in(self) -> None:
        """Plug the bridge in again; ten seconds later it answers."""
        bridge, world = self._bridge, self._world
        if bridge.powered or bridge.starting is not None:
            return

        def start() -> None:
            bridge.powered, bridge.busy, bridge.starting = True, False, None
            bridge.started, bridge.occupied_until = world.clock.elapsed, 0.0
            bridge.hung_since = None
            if bridge.quirks.restart_forgets_callbacks:
                bridge.callbacks.clear()
            world.emit(BridgeRestarted(bridge, running=True))

        bridge.starting = world.clock.after(_BOOTING, start)

    def reboot(self, *, forget_callbacks: bool = False) -> None:
        """Restart the bridge; some were seen to forget their callbacks."""
        if forget_callbacks:
            self.forget_callbacks()
        self.pull_power()
        self.plug_in()

    def forget_callbacks(self) -> None:
        """Have the bridge forget all registered callbacks, of all its clients."""
        self._bridge.callbacks.clear()

    def occupy(self, seconds: float = 10.0) -> None:
        """Keep the bridge busy for so many seconds: every request is answered with 503."""
        self._bridge.occupied_until = self._world.clock.elapsed + seconds

    def hang(self) -> None:
        """Hang the bridge: it takes connections and answers nothing until it loses its power."""
        if self._bridge.hung_since is None:
            self._bridge.hung_since = self._world.clock.now()

    def register_callback(self, url: str) -> None:
        """Let another program take a slot for callbacks; nobody checks whether its URL works."""
        taken = self._bridge.callbacks
        slots = range(self._bridge.quirks.max_callbacks)
        free = next((number for number in slots if number not in taken), None)
        if free is None:
            raise ValueError(f"all {len(taken)} slots are taken")
        taken[free] = url

    def set_clock(self, ahead: float) -> None:
        """Set the bridge's clock so many seconds ahead; it refuses tokens of other times."""
        if not abs(ahead) <= _FARTHEST:
            raise ValueError(f"a clock {ahead:g} s ahead; expected a year at most")
        self._bridge.clock_offset = timedelta(seconds=ahead)

    def lose_connection(self) -> None:
        """Cut the bridge off from the vendor's server; the local network still reaches it."""
        self._bridge.server_connected = False

    def regain_connection(self) -> None:
        """Connect the bridge with the vendor's server again."""
        self._bridge.server_connected = True
