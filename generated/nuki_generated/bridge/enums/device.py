# Generated from spec/ and overlays/; regenerate with `make generate`.
"""Enums and flags of the Nuki Bridge HTTP API, all of them open: device."""

from __future__ import annotations

from nuki_core.enums import OpenIntEnum


class DeviceMode(OpenIntEnum):
    """Operating mode; the API is unavailable while a device is in any other. Since 1.9.

    Members:
        DOOR_MODE: Normal operation of every device.
        CONTINUOUS_MODE: An opener with ring-to-open permanently on.
    """

    DOOR_MODE = 2
    CONTINUOUS_MODE = 3


class DoorSensorState(OpenIntEnum):
    """State of the door as its sensor sees it. Since 1.11.

    Members:
        UNAVAILABLE: There is no sensor. Not in the 1.13.3 text, but in use.
        DEACTIVATED: The sensor is switched off.
        DOOR_CLOSED: The door is closed.
        DOOR_OPENED: The door is open.
        DOOR_STATE_UNKNOWN: The sensor works, but cannot tell.
        CALIBRATING: The sensor is learning its positions.
        UNCALIBRATED: The sensor has not learned its positions. Since 1.13.1.
        REMOVED: The sensor was taken away. Since 1.13.1.
        UNKNOWN: Nothing is known about the sensor. Since 1.13.1.
    """

    UNAVAILABLE = 0
    DEACTIVATED = 1
    DOOR_CLOSED = 2
    DOOR_OPENED = 3
    DOOR_STATE_UNKNOWN = 4
    CALIBRATING = 5
    UNCALIBRATED = 16
    REMOVED = 240
    UNKNOWN = 255


class LockAction(OpenIntEnum):
    """What a lock can do, that is device types 0, 3 and 4.

    Members:
        UNLOCK: Draw the bolt in.
        LOCK: Push the bolt out.
        UNLATCH: Draw the bolt in and hold the latch back.
        LOCK_N_GO: Unlock, wait, lock again.
        LOCK_N_GO_WITH_UNLATCH: Unlatch, wait, lock again.
    """

    UNLOCK = 1
    LOCK = 2
    UNLATCH = 3
    LOCK_N_GO = 4
    LOCK_N_GO_WITH_UNLATCH = 5


class LockState(OpenIntEnum):
    """State of a lock, that is of device types 0, 3 and 4.

    Members:
        UNCALIBRATED: The lock has not learned its end positions.
        LOCKED: The bolt is out.
        UNLOCKING: The bolt is moving in.
        UNLOCKED: The bolt is in.
        LOCKING: The bolt is moving out.
        UNLATCHED: The latch is held back.
        UNLOCKED_LOCK_N_GO: Unlocked for a moment, will lock by itself.
        UNLATCHING: The latch is being pulled back.
        MOTOR_BLOCKED: The motor could not turn.
        UNDEFINED: The lock does not know.
    """

    UNCALIBRATED = 0
    LOCKED = 1
    UNLOCKING = 2
    UNLOCKED = 3
    LOCKING = 4
    UNLATCHED = 5
    UNLOCKED_LOCK_N_GO = 6
    UNLATCHING = 7
    MOTOR_BLOCKED = 254
    UNDEFINED = 255


class OpenerAction(OpenIntEnum):
    """What an opener can do, that is device type 2. Since 1.9.

    Members:
        ACTIVATE_RTO: Open at the next ring.
        DEACTIVATE_RTO: Do not open at the next ring.
        ELECTRIC_STRIKE_ACTUATION: Release the strike now.
        ACTIVATE_CONTINUOUS_MODE: Open at every ring.
        DEACTIVATE_CONTINUOUS_MODE: No longer open at every ring.
    """

    ACTIVATE_RTO = 1
    DEACTIVATE_RTO = 2
    ELECTRIC_STRIKE_ACTUATION = 3
    ACTIVATE_CONTINUOUS_MODE = 4
    DEACTIVATE_CONTINUOUS_MODE = 5


class OpenerState(OpenIntEnum):
    """State of an opener, that is of device type 2. Since 1.9.

    Members:
        UNTRAINED: The opener has not been taught the intercom.
        ONLINE: Idle. Continuous mode and rings do not show here.
        RTO_ACTIVE: The next ring opens the door.
        OPEN: The strike is released.
        OPENING: The strike is being released.
        BOOT_RUN: The opener is starting.
        UNDEFINED: The opener does not know.
    """

    UNTRAINED = 0
    ONLINE = 1
    RTO_ACTIVE = 3
    OPEN = 5
    OPENING = 7
    BOOT_RUN = 253
    UNDEFINED = 255
