# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki Bridge HTTP API, all of them open: device."""

from nuki_core.enums import OpenIntEnum


class DeviceMode(OpenIntEnum):
    """Operating mode; the API is unavailable while a device is in any other. Since 1.9."""

    DOOR_MODE = 2
    """Normal operation of every device."""
    CONTINUOUS_MODE = 3
    """An opener with ring-to-open permanently on."""


class DoorState(OpenIntEnum):
    """State of the door as its sensor sees it. Since 1.11."""

    UNAVAILABLE = 0
    """There is no sensor. Not in the 1.13.3 text, but in use."""
    DEACTIVATED = 1
    """The sensor is switched off."""
    DOOR_CLOSED = 2
    """The door is closed."""
    DOOR_OPENED = 3
    """The door is open."""
    DOOR_STATE_UNKNOWN = 4
    """The sensor works, but cannot tell."""
    CALIBRATING = 5
    """The sensor is learning its positions."""
    UNCALIBRATED = 16
    """The sensor has not learned its positions. Since 1.13.1."""
    REMOVED = 240
    """The sensor was taken away. Since 1.13.1."""
    UNKNOWN = 255
    """Nothing is known about the sensor. Since 1.13.1."""


class LockAction(OpenIntEnum):
    """What a lock can do, that is device types 0, 3 and 4."""

    UNLOCK = 1
    """Draw the bolt in."""
    LOCK = 2
    """Push the bolt out."""
    UNLATCH = 3
    """Draw the bolt in and hold the latch back."""
    LOCK_N_GO = 4
    """Unlock, wait, lock again."""
    LOCK_N_GO_WITH_UNLATCH = 5
    """Unlatch, wait, lock again."""


class LockState(OpenIntEnum):
    """State of a lock, that is of device types 0, 3 and 4."""

    UNCALIBRATED = 0
    """The lock has not learned its end positions."""
    LOCKED = 1
    """The bolt is out."""
    UNLOCKING = 2
    """The bolt is moving in."""
    UNLOCKED = 3
    """The bolt is in."""
    LOCKING = 4
    """The bolt is moving out."""
    UNLATCHED = 5
    """The latch is held back."""
    UNLOCKED_LOCK_N_GO = 6
    """Unlocked for a moment, will lock by itself."""
    UNLATCHING = 7
    """The latch is being pulled back."""
    MOTOR_BLOCKED = 254
    """The motor could not turn."""
    UNDEFINED = 255
    """The lock does not know."""


class OpenerAction(OpenIntEnum):
    """What an opener can do, that is device type 2. Since 1.9."""

    ACTIVATE_RING_TO_OPEN = 1
    """Open at the next ring."""
    DEACTIVATE_RING_TO_OPEN = 2
    """Do not open at the next ring."""
    ELECTRIC_STRIKE_ACTUATION = 3
    """Release the strike now."""
    ACTIVATE_CONTINUOUS_MODE = 4
    """Open at every ring."""
    DEACTIVATE_CONTINUOUS_MODE = 5
    """No longer open at every ring."""


class OpenerState(OpenIntEnum):
    """State of an opener, that is of device type 2. Since 1.9."""

    UNTRAINED = 0
    """The opener has not been taught the intercom."""
    ONLINE = 1
    """Idle. Continuous mode and rings do not show here."""
    RING_TO_OPEN_ACTIVE = 3
    """The next ring opens the door."""
    OPEN = 5
    """The strike is released."""
    OPENING = 7
    """The strike is being released."""
    BOOT_RUN = 253
    """The opener is starting."""
    UNDEFINED = 255
    """The opener does not know."""
